// A token that is one word, no number and no part of one, is most of a text: it becomes a lexeme here, by its first and last byte, its number
// in the lexicon and its tag, without a look at its letters. Whatever may be more than a word is left to the lexer.
internal import RecoupeLanguage
internal import RecoupeText

/// Takes plain words.
struct PlainLexemes: Sendable {
    private let marks: WordMarks
    private let lexicon: RuleLexicon
    /// For each word of the lexicon whether a number may begin with it, and whether one may hold it.
    private let beginsNumber: [Bool]
    private let isOfNumber: [Bool]
    /// For each word whether a rule hangs on it.
    private let isKey: [Bool]
    /// Whether a rule hangs on verbs of the hour, and whether on what any word may be.
    private let (hasHourKey, hasAnyKey): (Bool, Bool)
    /// For each word whether it is a number on which, alone, no rule hangs.
    private let isArticle: [Bool]
    private let pluralEndings: [[UInt8]]
    /// For each byte whether one of them ends with it.
    private let endsPlural: [Bool]
    private let ordinalSuffixes: [[UInt8]]
    /// For each first byte the lengths of verbs of the hour that begin with it, one bit each.
    private let hourLengths: [UInt64]

    init(
        _ lexicon: RuleLexicon, marks: WordMarks, numerals: NumeralReader, ordinalSuffixes: Set<String>, keys: [RuleKeys],
        flagsOfNumber: [Int32: UInt64]
    ) {
        self.marks = marks
        self.lexicon = lexicon
        var (begins, holds) = (Array(repeating: false, count: lexicon.words.count), Array(repeating: false, count: lexicon.words.count))
        for word in numerals.words {
            let number = Int(lexicon.words.number(of: word))
            guard number >= 0 else { continue }
            begins[number] = numerals.begins(word)
            holds[number] = true
        }
        (beginsNumber, isOfNumber) = (begins, holds)
        isKey = lexicon.words.words.indices.map { number in keys.contains { $0.words[number] } }
        let common = [Fact.capital, .word, .punctuation, .plural, .glued].reduce(0) { $0 | $1.bit }
        hasHourKey = keys.contains { $0.has(Fact.hourVerb.bit) }
        hasAnyKey = keys.isEmpty || keys.contains { $0.isAnywhere || $0.has(common) }
        isArticle = lexicon.words.words.indices.map { number in
            guard let flags = flagsOfNumber[Int32(number)] else { return false }
            return !keys.contains { $0.words[number] || $0.has(flags) }
        }
        pluralEndings = lexicon.forms("PluralEnding").keys.sorted().map { Array($0.utf8) }
        endsPlural = (0...255).map { [pluralEndings] byte in pluralEndings.contains { $0.last == byte } }
        var lengths = Array(repeating: UInt64(0), count: 256)
        for word in lexicon.forms(WordMark.hourVerb.name).keys {
            guard let first = word.utf8.first else { continue }
            lengths[Int(first)] |= 1 << UInt64(min(word.utf8.count, 63))
        }
        hourLengths = lengths
        self.ordinalSuffixes = ordinalSuffixes.sorted().map { Array($0.utf8) }
    }

    /// Looks at every token once: at the letters of its folded form for its number, at its bytes for what it may be.
    func looks(_ all: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>) -> (numbers: [Int32], looks: [TokenLook]) {
        var (numbers, looks): ([Int32], [TokenLook]) = ([], [])
        numbers.reserveCapacity(all.count)
        looks.reserveCapacity(all.count)
        for index in all.indices {
            let (number, hasHyphen) = word(all, index, bytes)
            numbers.append(number)
            var look: TokenLook = hasHyphen ? .hyphen : []
            if !all[index].isInner {
                if all[index].upos == .verb, isHourVerb(all[index].lemma) { look.insert(.hourVerb) }
                let range = all[index].start..<all[index].end
                if index + 1 < all.count, all[index + 1].isInner {
                    let isHyphened = bytes[range].contains { $0 == 0x2D || $0 == 0xE2 }
                    add(SurfaceLookup.number(bytes, range, lexicon.words), isHyphened, bytes, range, &look)
                } else {
                    add(number, hasHyphen, bytes, range, &look)
                }
            }
            looks.append(look)
        }
        return (numbers, looks)
    }

    /// The number of a token's folded form, and whether a hyphen stands in that. Few bytes of ASCII are folded here, all at once.
    @inline(__always)
    private func word(_ all: UnsafeBufferPointer<Token>, _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (Int32, Bool) {
        let (start, count) = (all[index].start, all[index].end - all[index].start)
        let isPart = all[index].isInner || index + 1 < all.count && all[index + 1].isInner
        if !isPart, count > 0, count <= WordTable.mostBytes, start + 8 <= bytes.count, let few = FewBytes(bytes, start, count) {
            return (lexicon.words.number(ofKey: few.key), few.hasHyphen)
        }
        return Self.withBytes(all[index].folded) { (lexicon.words.number(of: $0), Self.hasHyphen($0)) }
    }

    private func add(
        _ number: Int32, _ hasHyphen: Bool, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ look: inout TokenLook
    ) {
        let isKey = hasAnyKey || number >= 0 && isKey[Int(number)] || hasHourKey && look.contains(.hourVerb)
        if number >= 0, beginsNumber[Int(number)] {
            look.insert(!isKey && !hasHyphen && isArticle[Int(number)] ? .article : .awake)
        } else if !isWord(number, bytes, range) {
            look.insert(.awake)
        } else if hasHyphen {
            if isKey || mayHoldKey(bytes, range) { look.insert(.awake) }
        } else {
            look.insert(isKey ? [.plain, .awake] : .plain)
        }
    }

    /// Whether a part of a word with hyphens may be of a number, or what a rule hangs on.
    private func mayHoldKey(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var start = range.lowerBound
        for place in range.lowerBound...range.upperBound where place == range.upperBound || bytes[place] == 0x2D {
            let part = start..<place
            start = place + 1
            if part.contains(where: { (0x30...0x39).contains(bytes[$0]) || bytes[$0] == 0xE2 }) { return true }
            let number = SurfaceLookup.number(bytes, part, lexicon.words)
            if number >= 0, isKey[Int(number)] || isOfNumber[Int(number)] { return true }
        }
        return false
    }

    private static func hasHyphen(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes where byte == 0x2D { return true }
        return false
    }

    /// Whether the bytes of a token are of no number of digits, nor an amount.
    private func isWord(_ number: Int32, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        guard !range.isEmpty, isPlainStart(bytes, range.lowerBound) else { return false }
        // A letter and a digit: an amount may touch its currency.
        if range.count > 1, bytes[range.upperBound - 1] & 0xF0 == 0x30 { return false }
        return lexicon.hasEntries(number) || !mayBeRoman(bytes, range.lowerBound, range.upperBound)
    }

    /// Whether anything in a sentence is worth making lexemes.
    func isWorthReading(_ sentence: Sentence, _ view: TokenView) -> Bool {
        for index in sentence.tokens {
            if view.looks[index].contains(.awake) { return true }
            if view.looks[index].contains(.article), isCounted(after: index, sentence, view) { return true }
        }
        return false
    }

    /// Whether a number may go on after its first word.
    private func isCounted(after index: Int, _ sentence: Sentence, _ view: TokenView) -> Bool {
        var next = index + 1
        while next < sentence.tokens.upperBound, view.all[next].isInner { next += 1 }
        return next < sentence.tokens.upperBound && mayBeOfNumber(next, view)
    }

    /// Whether a number may hold the surface of a token, or a part of it.
    private func mayBeOfNumber(_ index: Int, _ view: TokenView) -> Bool {
        let number = view.number(index, lexicon.words)
        guard number >= 0 else { return hasHyphen(index, view) }
        return isOfNumber[Int(number)] || lexicon.words.words[Int(number)].utf8.contains(0x2D)
    }

    /// Adds the current token where it is a plain word.
    func take(_ reading: inout LexemeReading) -> Bool {
        let index = reading.tokens[reading.next]
        let view = reading.view
        guard reading.isAtTokenStart, view.looks[index].contains(.plain) else { return false }
        reading.addPlain(view.number(index, lexicon.words), flags: flags(index, view))
        return true
    }

    /// An ASCII letter or mark that begins no number, a letter of Western Europe, or a mark of general punctuation.
    private func isPlainStart(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        switch bytes[start] {
        case 0x30...0x39: false
        case 0x2B, 0x2D, 0x2E: start + 1 == bytes.count || !(0x30...0x39).contains(bytes[start + 1])
        case 0..<0x80, 0xC3...0xC5: true
        case 0xC2: start + 1 < bytes.count && (bytes[start + 1] == 0xAB || bytes[start + 1] == 0xBB)
        case 0xE2: start + 1 < bytes.count && bytes[start + 1] == 0x80
        default: false
        }
    }

    /// Whether a hyphen stands in a token, or, in one of several words, anything like it.
    private func hasHyphen(_ index: Int, _ view: TokenView) -> Bool {
        guard view.isSplit(index) else { return view.looks[index].contains(.hyphen) }
        return view.bytes[view.all[index].start..<view.all[index].end].contains { $0 == 0x2D || $0 == 0xE2 }
    }

    /// Whether Roman digits with the suffix of an ordinal may stand there; a suffix that is not ASCII alone may be one, not an apostrophe.
    private func mayBeRoman(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, Self.isRomanDigit(bytes[index]) { index += 1 }
        guard index > start, index < end else { return false }
        if bytes[index] == 0xE2, index + 3 == end, bytes[index + 1] == 0x80 { return false }
        for place in index..<end where bytes[place] >= 0x80 { return true }
        return ordinalSuffixes.contains { suffix in
            suffix.count == end - index && suffix.indices.allSatisfy { suffix[$0] == bytes[index + $0] | 0x20 }
        }
    }

    private static func isRomanDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x43, 0x44, 0x49, 0x4C, 0x4D, 0x56, 0x58: true
        default: false
        }
    }

    /// The number of the current token where it is a word of a number and no further one follows; a joint by hyphen may follow.
    func loneNumber(_ reading: LexemeReading) -> Int32? {
        let number = reading.number(reading.next)
        guard number >= 0, beginsNumber[Int(number)] else { return nil }
        guard reading.next + 1 < reading.tokens.count else { return number }
        return mayBeOfNumber(reading.tokens[reading.next + 1], reading.view) ? nil : number
    }

    /// What the look of a token says of it.
    func flags(_ index: Int, _ view: TokenView) -> UInt64 {
        let isSplit = view.isSplit(index)
        let (start, end) = (view.all[index].start, view.all[index].end)
        var look = isSplit || start >= end ? nil : Self.look(view.bytes[start])
        if look == nil { look = Self.look(view.all[index].form) }
        var flags = view.all[index].spaceBefore ? 0 : Fact.glued.bit
        switch look {
        case .empty, nil: return 0
        case .number: return flags
        case .mark: return flags | Fact.punctuation.bit
        case .capital: flags |= Fact.word.bit | Fact.capital.bit
        case .small: flags |= Fact.word.bit
        }
        if view.looks[index].contains(.hourVerb) { flags |= Fact.hourVerb.bit }
        let last = start < end ? view.bytes[end - 1] : 0x80
        if isSplit || last >= 0x80 || endsPlural[Int(last | 0x20)], isPlural(view.all[index].folded, view.numbers[index]) {
            flags |= Fact.plural.bit
        }
        return flags
    }

    private enum Look { case empty, capital, small, mark, number }

    /// By the first byte, where that is an ASCII letter or mark.
    private static func look(_ byte: UInt8) -> Look? {
        switch byte {
        case 0x61...0x7A: .small
        case 0x41...0x5A: .capital
        case 0x30...0x39, 0x80...: nil
        default: .mark
        }
    }

    /// By the first letter.
    private static func look(_ form: String) -> Look {
        switch form.utf8.first {
        case nil: return .empty
        case let byte? where (0x61...0x7A).contains(byte): return .small
        case let byte? where (0x41...0x5A).contains(byte): return .capital
        case let byte? where byte < 0x80 && !(0x30...0x39).contains(byte): return .mark
        default: break
        }
        guard let first = form.unicodeScalars.first else { return .empty }
        switch first.value {
        case 0xAB, 0xBB, 0xD7, 0xF7, 0x2010...0x2027: return .mark
        case 0xC0...0xDE: return .capital
        case 0xDF...0xFF: return .small
        default:
            guard first.properties.isAlphabetic else { return first.properties.numericType == nil ? .mark : .number }
            return first.properties.isUppercase ? .capital : .small
        }
    }

    private func isHourVerb(_ lemma: String) -> Bool {
        Self.withBytes(lemma) { bytes in
            guard let first = bytes.first, first >= 0x80 || (0x41...0x5A).contains(first) || hourLengths[Int(first)] != 0 else {
                return false
            }
            var isPlain = true
            for byte in bytes where byte >= 0x80 || (0x41...0x5A).contains(byte) { isPlain = false }
            let number =
                isPlain ? lexicon.words.number(of: bytes) : lexicon.words.number(of: folded(String(decoding: bytes, as: UTF8.self)))
            return marks.has(number, .hourVerb)
        }
    }

    private func isPlural(_ folded: String, _ word: Int32) -> Bool {
        guard folded.utf8.count > 3, !marks.has(word, .function) else { return false }
        return Self.withBytes(folded) { bytes in
            for ending in pluralEndings where ends(bytes, ending) { return true }
            return false
        }
    }

    private func ends(_ bytes: UnsafeBufferPointer<UInt8>, _ ending: [UInt8]) -> Bool {
        guard bytes.count >= ending.count else { return false }
        for index in ending.indices where bytes[bytes.count - ending.count + index] != ending[index] { return false }
        return true
    }

    @inline(__always)
    private static func withBytes<Answer>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
        text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
    }
}
