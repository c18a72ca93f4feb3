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
    private let pluralEndings: [[UInt8]]
    private let ordinalSuffixes: [[UInt8]]

    init(_ lexicon: RuleLexicon, marks: WordMarks, numerals: NumeralReader, ordinalSuffixes: Set<String>) {
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
        pluralEndings = lexicon.forms("PluralEnding").keys.sorted().map { Array($0.utf8) }
        self.ordinalSuffixes = ordinalSuffixes.sorted().map { Array($0.utf8) }
    }

    /// Adds the current token where it is a plain word.
    func take(_ reading: inout LexemeReading) -> Bool {
        guard reading.isAtTokenStart else { return false }
        let index = reading.tokens[reading.next]
        let bytes = reading.bytes
        let (start, end) = (reading.all[index].start, reading.all[index].end)
        guard start < end, isPlainStart(bytes, start) else { return false }
        // A letter and a digit: an amount may touch its currency.
        if end - start > 1, bytes[end - 1] & 0xF0 == 0x30 { return false }
        if mayBeRoman(bytes, start, end) { return false }
        let number = reading.number(reading.next)
        if number >= 0, beginsNumber[Int(number)] { return false }
        if hasHyphen(index, reading) { return false }
        reading.addPlain(number, flags: flags(index, reading))
        return true
    }

    /// An ASCII letter or mark that begins no number, a letter of Western Europe, or a mark of general punctuation.
    private func isPlainStart(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        switch bytes[start] {
        case 0x30...0x39, 0x2B, 0x2D, 0x2E: false
        case 0..<0x80, 0xC3...0xC5: true
        case 0xC2: start + 1 < bytes.count && (bytes[start + 1] == 0xAB || bytes[start + 1] == 0xBB)
        case 0xE2: start + 1 < bytes.count && bytes[start + 1] == 0x80
        default: false
        }
    }

    /// Whether a hyphen stands in a token, or, in one of several words, anything like it.
    private func hasHyphen(_ index: Int, _ reading: LexemeReading) -> Bool {
        if reading.isSplit(index) {
            return reading.bytes[reading.all[index].start..<reading.all[index].end].contains { $0 == 0x2D || $0 == 0xE2 }
        }
        return reading.hyphens[index]
    }

    /// Whether Roman digits with the suffix of an ordinal may stand there; a suffix that is not ASCII alone may be one.
    private func mayBeRoman(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end, Self.isRomanDigit(bytes[index]) { index += 1 }
        guard index > start else { return false }
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
        let following = reading.number(reading.next + 1)
        if following >= 0 { return isOfNumber[Int(following)] || lexicon.words.words[Int(following)].utf8.contains(0x2D) ? nil : number }
        return hasHyphen(reading.tokens[reading.next + 1], reading) ? nil : number
    }

    /// What the look of a token says of it.
    func flags(_ index: Int, _ reading: LexemeReading) -> UInt64 {
        let tokens = reading.all
        let look = Self.look(tokens[index].form)
        guard look != .empty else { return 0 }
        var flags = tokens[index].spaceBefore ? 0 : Fact.glued.bit
        switch look {
        case .number, .empty: return flags
        case .mark: return flags | Fact.punctuation.bit
        case .capital: flags |= Fact.word.bit | Fact.capital.bit
        case .small: flags |= Fact.word.bit
        }
        if tokens[index].upos == .verb, isHourVerb(tokens[index].lemma) { flags |= Fact.hourVerb.bit }
        if isPlural(tokens[index].folded, reading.out.tokens[index]) { flags |= Fact.plural.bit }
        return flags
    }

    private enum Look { case empty, capital, small, mark, number }

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
        let isPlain = Self.withBytes(lemma) { bytes in
            for byte in bytes where byte >= 0x80 || (0x41...0x5A).contains(byte) { return false }
            return true
        }
        return marks.has(lexicon.words.number(of: isPlain ? lemma : folded(lemma)), .hourVerb)
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

    private static func withBytes(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
    }
}
