// Tokens of one sentence come in, lexemes go out: surface words with numbers joined and shapes of digits found. Tokens are taken apart where
// a number ends inside one (`40km`, `mi-août`), and put together where a number has blanks.
package import RecoupeLanguage
internal import RecoupeText

/// Makes lexemes of tokens.
package struct Lexer: Sendable {
    let numerals: NumeralReader
    let lexicon: RuleLexicon
    private let marks: DigitScanner.Marks
    private let words: WordMarks
    private let plainWords: PlainLexemes
    private let ordinalSuffixes: Set<String>
    private let articles: Set<String>
    /// The facts of a number of one word, by the word's number.
    private var loneNumbers: [Int32: (value: Double, facts: [RuleFact])] = [:]

    /// `keys` are what the rules hang on that are run over the lexemes; none for rules not known here.
    package init(_ pack: LanguagePack, lexicon: RuleLexicon, keys: [RuleKeys]) throws(PackError) {
        numerals = NumeralReader(try pack.table("numbers.tsv", columns: 3))
        self.lexicon = lexicon
        words = WordMarks(lexicon)
        ordinalSuffixes = Set(lexicon.forms("OrdinalSuffix").keys)
        articles = Set(lexicon.forms("OneArticle").keys)
        var marks = DigitScanner.Marks()
        if let decimal = lexicon.forms("DecimalMark").keys.sorted().first?.utf8.first { marks.decimal = decimal }
        marks.isDayFirst = lexicon.forms("DateOrder").values.sorted().first != "MDY"
        marks.clock = Set(lexicon.forms("ClockMark").keys.compactMap { $0.utf8.first })
        marks.ordinalSuffixes = ordinalSuffixes.union(lexicon.forms("OrdinalSuffix").values)
        marks.decadeSuffixes = Set(lexicon.forms("DecadeSuffix").keys)
        self.marks = marks
        for word in numerals.words where numerals.begins(word) {
            guard let found = numerals.read([word]), found.count == 1, !found.isOrdinal, found.whole == nil else { continue }
            let text = Numeral.text(found.value)
            let facts = [RuleFact(Fact.number, text)] + Self.smallFacts(found.value, text, day: Fact.dayWord)
            loneNumbers[lexicon.words.number(of: word)] = (found.value, facts + (articles.contains(word) ? [RuleFact(Fact.one, text)] : []))
        }
        plainWords = PlainLexemes(
            lexicon, marks: words, numerals: numerals, ordinalSuffixes: ordinalSuffixes, keys: keys,
            flagsOfNumber: loneNumbers.mapValues { $0.facts.reduce(0) { $0 | 1 << UInt64($1.kind) } })
    }

    /// The lexemes of an article; none of sentences without a number and without anything that a rule hangs on, unless `all` are wanted.
    package func lexemes(_ analysis: Analysis, all: Bool = false) -> LexedText {
        analysis.tokens.withUnsafeBufferPointer { tokens in
            analysis.bytes.withUnsafeBufferPointer { bytes in
                let (numbers, looks) = plainWords.looks(tokens, bytes)
                return numbers.withUnsafeBufferPointer { given in
                    looks.withUnsafeBufferPointer { looks in
                        let view = TokenView(all: tokens, bytes: bytes, numbers: given, looks: looks)
                        let reading = LexemeReading(analysis: analysis, view, numbers: numbers, lexicon: lexicon, marks: marks)
                        return lexemes(reading, view, all: all)
                    }
                }
            }
        }
    }

    private func lexemes(_ start: LexemeReading, _ view: TokenView, all: Bool) -> LexedText {
        var reading = start
        let isRead = reading.analysis.sentences.map { all || plainWords.isWorthReading($0, view) }
        reading.reserve(zip(reading.analysis.sentences, isRead).reduce(0) { $1.1 ? $0 + $1.0.tokens.count : $0 })
        for (sentence, isRead) in zip(reading.analysis.sentences, isRead) {
            guard isRead else {
                reading.pass()
                continue
            }
            reading.begin(sentence)
            while !reading.isAtEnd {
                if !plainWords.take(&reading) { takeNext(&reading) }
            }
            reading.end()
        }
        return reading.out
    }

    /// Reads what stands next, whatever it is.
    private func takeNext(_ reading: inout LexemeReading) {
        guard let token = reading.current else { return }
        if let end = number(&reading, token) ?? fraction(&reading) {
            reading.skip(to: end)
        } else if let words = words(&reading) {
            reading.skip(count: words)
        } else if let end = mark(&reading) {
            reading.skip(to: end)
        } else {
            reading.skip(to: plain(&reading, token))
        }
    }

    // MARK: digits

    /// Reads what begins with a digit, or with a sign and a digit; gives the byte after it.
    private func number(_ reading: inout LexemeReading, _ token: Token) -> Int? {
        let start = reading.place
        let sign = reading.sign(at: start)
        guard let shape = reading.scanner.shape(at: start + (sign == nil ? 0 : 1)) else { return hyphen(&reading, token) }
        guard case .number(let value) = shape.kind else {
            let isNumber = if case .fraction = shape.kind { true } else { false }
            guard sign == nil || isNumber, !reading.isWordInside(shape.end) else { return nil }
            reading.add(start..<shape.end, facts(shape, sign: sign ?? 1))
            return shape.end
        }
        guard !reading.isWordInside(shape.end) else { return nil }
        var end = shape.end
        var signed = sign == -1 ? -value : value
        var isDamaged = false
        if let scaled = scaled(reading, end, value) {
            end = scaled.end
            signed = sign == -1 ? -scaled.value : scaled.value
        }
        if let after = reading.token(after: end), words.has(reading.out.tokens[after], .damage) {
            end = reading.analysis.tokens[after].end
            isDamaged = true
        }
        let isPlain = shape.isPlain && sign == nil && end == shape.end
        let touching = start > 0 && ![0x20, 0x0A, 0xA0, 0xAF].contains(reading.analysis.bytes[start - 1]) ? [RuleFact(Fact.touching)] : []
        let clock = end == shape.end && sign == nil ? shape.hourMinute.map { [RuleFact(Fact.hourMinute, $0)] } ?? [] : []
        reading.add(
            start..<end, cardinalFacts(signed, isPlain: isPlain, digits: shape.end - start) + clock + touching,
            Numeral(value: signed, hasDigits: true, isDamaged: isDamaged)
        )
        return end
    }

    /// A hyphen before digits that is no sign (`75 -300`); gives the byte after it.
    private func hyphen(_ reading: inout LexemeReading, _ token: Token) -> Int? {
        let (start, bytes) = (reading.place, reading.analysis.bytes)
        guard bytes[start] == 0x2D, start + 1 < token.end, (0x30...0x39).contains(bytes[start + 1]) else { return nil }
        reading.add(start..<(start + 1), [RuleFact(Fact.punctuation)], folded: "-")
        return start + 1
    }

    /// A scale after digits: `4,5 millions`.
    private func scaled(_ reading: LexemeReading, _ end: Int, _ value: Double) -> (value: Double, end: Int)? {
        if let inside = reading.rest(after: end) {
            guard inside.utf8.count > 1 || inside == "k" || inside == "M" || isAfterMoney(reading),
                let found = numerals.read([folded(inside)], lead: value)
            else { return nil }
            return (found.value, end + inside.utf8.count)
        }
        var words: [String] = []
        var ends: [Int] = []
        var next = reading.token(after: end)
        while let index = next, words.count < 3 {
            let token = reading.analysis.tokens[index]
            guard isScale(token, after: end, of: reading) else { break }
            words.append(token.folded)
            ends.append(token.end)
            next = reading.token(after: token.end)
        }
        guard let found = numerals.read(words[...], lead: value) else { return nil }
        return added(reading, ends[found.count - 1], value, found.value) ?? (found.value, ends[found.count - 1])
    }

    /// `3 hundred and 21`: what a joint adds to a number of hundreds or thousands.
    private func added(_ reading: LexemeReading, _ end: Int, _ lead: Double, _ scaled: Double) -> (value: Double, end: Int)? {
        let unit = scaled / max(lead, 1)
        guard unit == 100 || unit == 1000, lead == lead.rounded(), let joint = reading.token(after: end),
            numerals.isJoint(reading.analysis.tokens[joint].folded)
        else { return nil }
        let after = reading.analysis.tokens[joint].end
        guard let next = reading.token(after: after) else { return nil }
        let token = reading.analysis.tokens[next]
        if let shape = reading.scanner.shape(at: token.start), case .number(let number) = shape.kind, shape.isPlain, number < unit,
            number > 0
        {
            let following = reading.token(after: shape.end).map { reading.analysis.tokens[$0].folded } ?? ""
            return numerals.read([following], lead: number) == nil ? (scaled + number, shape.end) : nil
        }
        guard let found = numerals.read([token.folded]), !found.isOrdinal, found.value > 0, found.value < unit else { return nil }
        return (scaled + found.value, token.end)
    }

    /// A scale of one letter: `k` anywhere, `M` where it touches the number or stands before money (`12 M€`), small letters after a sign of
    /// money (`£5m`); else `m` is metres.
    private func isScale(_ token: Token, after end: Int, of reading: LexemeReading) -> Bool {
        guard token.folded.utf8.count == 1, token.folded != "k" else { return true }
        let isTouching = token.start <= end
        if token.folded == "m" {
            let next = reading.token(after: token.end)
            let isMoney =
                next.map { words.has(reading.out.tokens[$0], .currency) || words.has(reading.out.tokens[$0], .currencySign) } ?? false
            if isMoney, token.form == "M" || next.map({ reading.analysis.tokens[$0].start }) == token.end { return true }
            if token.form == "M" { return isTouching }
        }
        return isTouching && isAfterMoney(reading)
    }

    private func isAfterMoney(_ reading: LexemeReading) -> Bool {
        reading.next > 0 && words.has(reading.number(reading.next - 1), .currencySign)
    }

    /// `½`, a fraction of one character.
    private func fraction(_ reading: inout LexemeReading) -> Int? {
        guard let token = reading.current, reading.place < token.end, reading.analysis.bytes[reading.place] >= 0xC2 else { return nil }
        let text = String(decoding: reading.analysis.bytes[reading.place..<token.end], as: UTF8.self)
        guard let scalar = text.unicodeScalars.first, let value = scalar.properties.numericValue, value > 0, value < 1 else { return nil }
        let end = reading.place + String(scalar).utf8.count
        reading.add(reading.place..<end, [RuleFact(Fact.fraction, Numeral.text(value))])
        return end
    }

    private func facts(_ shape: DigitShape, sign: Int = 1) -> [RuleFact] {
        switch shape.kind {
        case .number: return []
        case .code(let digits):
            let code = [RuleFact(Fact.code, digits)] + (shape.hourMinute.map { [RuleFact(Fact.hourMinute, $0)] } ?? [])
            guard digits.utf8.count == 2, let value = Double(digits) else { return code }
            return code + [RuleFact(Fact.shortYear, digits)] + Self.smallFacts(value, Numeral.text(value), day: Fact.dayNumber)
        case .clock(let text): return [RuleFact(Fact.clock, text)]
        case .date(let value, let also): return [RuleFact(Fact.numericDate, also.map { value + "|" + $0 } ?? value)]
        case .ordinal(let number):
            let day = number == 1 && marks.isDayFirst ? [RuleFact(Fact.dayNumber, "1")] : []
            let ordinal = (1...31).contains(number) ? [RuleFact(Fact.dayOrdinal, String(number))] : []
            return [RuleFact(Fact.ordinal, String(number))] + day + ordinal
        case .decade(let year): return [RuleFact(Fact.decade, String(year))]
        case .fraction(let value, let first, let second):
            let isDayFirst = marks.isDayFirst ? second <= 12 || first > 12 : first > 12
            let (day, month) = isDayFirst ? (first, second) : (second, first)
            let isDate = (1...12).contains(month) && (1...31).contains(day)
            let date = isDate ? [RuleFact(Fact.dayMonth, "\(padded(month, 2))-\(padded(day, 2))")] : []
            return [RuleFact(Fact.fraction, Numeral.text(Double(sign) * value))] + date
        }
    }

    private func cardinalFacts(_ value: Double, isPlain: Bool, digits: Int) -> [RuleFact] {
        let text = Numeral.text(value)
        var facts = [RuleFact(Fact.number, text), RuleFact(Fact.digits, text)]
        guard isPlain, value >= 0 else { return facts }
        if digits == 4, (1000..<2200).contains(value) { facts.append(RuleFact(Fact.year, text)) }
        if digits == 4, (1700...2100).contains(value) { facts.append(RuleFact(Fact.recentYear, text)) }
        if digits == 2 { facts.append(RuleFact(Fact.shortYear, text)) }
        return digits <= 2 ? facts + Self.smallFacts(value, text, day: Fact.dayNumber) : facts
    }

    private static func smallFacts(_ value: Double, _ text: String, day: Fact) -> [RuleFact] {
        guard value == value.rounded() else { return [] }
        var facts: [RuleFact] = []
        if (1..<100).contains(value) { facts.append(RuleFact(Fact.minor, text)) }
        if (1...31).contains(value) { facts.append(RuleFact(day, text)) }
        if (1...12).contains(value), day == .dayNumber { facts.append(RuleFact(Fact.monthNumber, text)) }
        if (0...24).contains(value) { facts.append(RuleFact(Fact.hour, text)) }
        if (0..<60).contains(value) { facts.append(RuleFact(Fact.minute, text)) }
        return facts
    }

    // MARK: words

    /// The tokens of the longest number that is read: all words of one below 10^12.
    private static let reach = 32

    /// Reads a number in words; gives how many tokens it takes.
    private func words(_ reading: inout LexemeReading) -> Int? {
        guard let token = reading.current, reading.isAtTokenStart else { return nil }
        if let number = plainWords.loneNumber(reading), let facts = loneNumbers[number] {
            reading.add(
                token.start..<token.end, facts.facts, Numeral(value: facts.value, hasDigits: false), folded: reading.surface,
                flags: plainWords.flags(reading.tokens[reading.next], reading.view))
            return 1
        }
        let surface = reading.surface
        guard numerals.begins(surface.utf8.contains(0x2D) ? String(surface.prefix { $0 != "-" }) : surface) else { return nil }
        var words: [String] = []
        var tokenOf: [Int] = []
        for index in reading.next..<min(reading.next + Self.reach, reading.tokens.count) {
            let folded = reading.surface(index)
            if index > reading.next, folded == "-" { continue }
            let parts = folded.utf8.contains(0x2D) ? folded.split(separator: "-").map { String($0) } : [folded]
            guard parts.first.map({ numerals.knows($0) }) ?? false else { break }
            words += parts
            tokenOf += parts.map { _ in index }
        }
        guard let found = numerals.read(words[...], isJoined: { $0 > 0 && tokenOf[$0] == tokenOf[$0 - 1] }) else { return nil }
        let (value, count) = spokenYear(words, found) ?? (found.value, found.count)
        let last = tokenOf[count - 1]
        guard count == words.count || tokenOf[count] != last else { return nil }
        let tokens = last - reading.next + 1
        let bytes = reading.place..<reading.analysis.tokens[reading.tokens[last]].end
        let text = Numeral.text(value)
        guard !found.isOrdinal else {
            let day = (1...31).contains(value) ? [RuleFact(Fact.dayOrdinal, text)] : []
            reading.add(
                bytes, [RuleFact(Fact.ordinal, text), RuleFact(Fact.denominator, text)] + day,
                flags: plainWords.flags(reading.tokens[reading.next], reading.view))
            return tokens
        }
        let year = tokens > 1 && (1700...2100).contains(value) ? [RuleFact(Fact.spokenYear, text)] : []
        let joint = found.whole.map { [RuleFact(Fact.joint, "\(Numeral.text($0))|\(Numeral.text(value - $0))")] } ?? []
        var facts = [RuleFact(Fact.number, text)] + Self.smallFacts(value, text, day: Fact.dayWord) + year + joint
        if tokens == 1, articles.contains(token.folded) { facts.append(RuleFact(Fact.one, text)) }
        reading.add(
            bytes, facts, Numeral(value: value, hasDigits: false), flags: plainWords.flags(reading.tokens[reading.next], reading.view))
        return tokens
    }

    /// `nineteen ninety-six`: a century and two digits.
    private func spokenYear(_ words: [String], _ first: NumeralReader.Words) -> (Double, Int)? {
        guard first.count == 1, let century = lexicon.value(words[0], "SpokenCentury").flatMap({ Double($0) }), words.count > 1,
            let rest = numerals.read(words[1...]), (10..<100).contains(rest.value), !rest.isOrdinal
        else { return nil }
        return (century * 100 + rest.value, 1 + rest.count)
    }

    /// A mark inside a token, after a number (`1954-1962`); gives the byte after it.
    private func mark(_ reading: inout LexemeReading) -> Int? {
        guard !reading.isAtTokenStart, let token = reading.current, token.end > reading.place + 1 else { return nil }
        let rest = String(decoding: reading.analysis.bytes[reading.place..<token.end], as: UTF8.self).unicodeScalars
        guard let first = rest.first, !first.properties.isAlphabetic else { return nil }
        let end = reading.place + String(first).utf8.count
        guard end < token.end else { return nil }
        reading.add(reading.place..<end, [RuleFact(Fact.punctuation), RuleFact(Fact.glued)], folded: folded(String(first)))
        return end
    }

    /// A word that is no number; taken apart at hyphens where the lexicon knows every part and not the whole.
    /// Inside a token, after a number, it ends at the next stroke (`23/Sep/2020`). Gives the byte after it.
    private func plain(_ reading: inout LexemeReading, _ token: Token) -> Int {
        let isInside = !reading.isAtTokenStart
        let stroke = isInside ? (reading.place + 1..<max(reading.place + 1, token.end)).first { isStroke(reading.analysis.bytes[$0]) } : nil
        let bytes = reading.place..<(stroke ?? token.end)
        guard reading.isAtTokenStart else {
            let text = reading.analysis.text(bytes)
            let capital = text.unicodeScalars.first?.properties.isUppercase == true ? [RuleFact(Fact.capital)] : []
            reading.add(bytes, [RuleFact(Fact.glued)] + capital, folded: folded(text))
            return bytes.upperBound
        }
        if let end = moneyMark(reading, token) {
            reading.add(token.start..<end, [])
            return end
        }
        let parts = reading.surface.utf8.contains(0x2D) ? reading.surface.split(separator: "-").map { String($0) } : []
        if parts.count > 1, !lexicon.hasEntries(reading.number(reading.next)), parts.allSatisfy({ isKnown($0) }) {
            split(&reading, token)
            return token.end
        }
        reading.add(
            bytes, ordinalFacts(token, reading.number(reading.next)), folded: reading.surface,
            flags: plainWords.flags(reading.tokens[reading.next], reading.view))
        return token.end
    }

    /// The byte after the letters of a currency that touch a number (`USD115`).
    private func moneyMark(_ reading: LexemeReading, _ token: Token) -> Int? {
        guard reading.analysis.bytes[token.end - 1] & 0xF0 == 0x30, token.form.first?.isUppercase == true,
            let end = (token.start..<token.end).first(where: { (0x30...0x39).contains(reading.analysis.bytes[$0]) }), end > token.start,
            lexicon.value(folded(reading.analysis.text(token.start..<end)), "CurrencySign") != nil
        else { return nil }
        return end
    }

    private func isStroke(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2D }

    private func isKnown(_ part: String) -> Bool {
        lexicon.hasEntries(lexicon.words.number(of: part)) || part.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private func split(_ reading: inout LexemeReading, _ token: Token) {
        var start = token.start
        for index in token.start...token.end where index == token.end || reading.analysis.bytes[index] == 0x2D {
            guard index > start else {
                start = index + 1
                continue
            }
            if let shape = reading.scanner.shape(at: start), shape.end == index, case .number(let value) = shape.kind {
                let facts = cardinalFacts(value, isPlain: shape.isPlain, digits: index - start)
                reading.add(start..<index, facts, Numeral(value: value, hasDigits: true))
            } else {
                reading.add(start..<index, [RuleFact(Fact.word)], folded: folded(reading.analysis.text(start..<index)))
            }
            start = index + 1
        }
    }

    /// `XXe`: Roman digits with the suffix of an ordinal; no word that the lexicon knows (`Le`).
    private func ordinalFacts(_ token: Token, _ number: Int32) -> [RuleFact] {
        guard !lexicon.hasEntries(number), let roman = RomanDigits(token.form), ordinalSuffixes.contains(folded(roman.rest)) else {
            return []
        }
        return [RuleFact(Fact.ordinal, String(roman.value))]
    }
}
