// The state of the lexer inside one sentence: which token comes next, at which byte, and the lexemes so far.
internal import RecoupeLanguage
internal import RecoupeText

/// Where the lexer stands.
struct LexemeReading {
    let analysis: Analysis
    let lexicon: RuleLexicon
    /// The tokens and bytes of the analysis, which they outlive.
    let all: UnsafeBufferPointer<Token>
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var out = LexedText()
    /// For each token whether a hyphen stands in its folded form.
    private(set) var hyphens: [Bool] = []
    /// The surface tokens of the sentence, as indices into `Analysis.tokens`.
    private(set) var tokens: [Int] = []
    private(set) var scanner: DigitScanner
    /// Index into `tokens`.
    private(set) var next = 0
    /// Byte inside the current token from which to go on; 0 for its start.
    private var inside = 0

    init(
        analysis: Analysis, _ all: UnsafeBufferPointer<Token>, _ bytes: UnsafeBufferPointer<UInt8>, lexicon: RuleLexicon,
        marks: DigitScanner.Marks
    ) {
        self.analysis = analysis
        self.lexicon = lexicon
        self.all = all
        self.bytes = bytes
        scanner = DigitScanner(bytes: analysis.bytes, limit: 0, marks: marks)
        out.tokens.reserveCapacity(all.count)
        out.lexemes.reserveCapacity(all.count)
        out.words.reserveCapacity(all.count)
        out.sentences.reserveCapacity(analysis.sentences.count)
        hyphens.reserveCapacity(all.count)
        for index in all.indices { note(all[index].folded) }
    }

    /// Looks at the letters of a token's folded form, once.
    private mutating func note(_ folded: String) {
        let (number, hasHyphen) =
            folded.utf8.withContiguousStorageIfAvailable { (lexicon.words.number(of: $0), Self.hasHyphen($0)) }
            ?? (lexicon.words.number(of: folded), folded.utf8.contains(0x2D))
        out.tokens.append(number)
        hyphens.append(hasHyphen)
    }

    private static func hasHyphen(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        for byte in bytes where byte == 0x2D { return true }
        return false
    }

    /// Turns to a sentence.
    mutating func begin(_ sentence: Sentence) {
        tokens.removeAll(keepingCapacity: true)
        for index in sentence.tokens where !all[index].isInner { tokens.append(index) }
        scanner.limit = sentence.bytes.upperBound
        (next, inside) = (0, 0)
        out.sentences.append(out.lexemes.count..<out.lexemes.count)
    }

    /// Ends the sentence.
    mutating func end() {
        let last = out.sentences.count - 1
        out.sentences[last] = out.sentences[last].lowerBound..<out.lexemes.count
    }

    /// Whether the surface of a token is parted into several words.
    func isSplit(_ token: Int) -> Bool { token + 1 < all.count && all[token + 1].isInner }

    /// The surface of one of the sentence's tokens, folded: of a multiword token the whole, not its first word.
    func surface(_ index: Int) -> String {
        let token = tokens[index]
        guard isSplit(token) else { return all[token].folded }
        return folded(analysis.text(all[token].start..<all[token].end))
    }

    /// The number of such a surface in the lexicon.
    func number(_ index: Int) -> Int32 {
        let token = tokens[index]
        guard isSplit(token) else { return out.tokens[token] }
        return SurfaceLookup.number(bytes, all[token].start..<all[token].end, lexicon.words)
    }

    /// The surface of the current token, folded.
    var surface: String { next < tokens.count ? surface(next) : "" }

    var current: Token? { next < tokens.count ? all[tokens[next]] : nil }

    var isAtEnd: Bool { next >= tokens.count }

    var place: Int { inside > 0 ? inside : next < tokens.count ? all[tokens[next]].start : 0 }

    var isAtTokenStart: Bool { inside == 0 }

    /// −1 or 1 where a sign stands there with a digit after it and no word or digit before it.
    func sign(at byte: Int) -> Int? {
        guard byte + 1 < bytes.count, (0x30...0x39).contains(bytes[byte + 1]), bytes[byte] == 0x2D || bytes[byte] == 0x2B else {
            return nil
        }
        guard byte == 0 || bytes[byte - 1] == 0x20 || bytes[byte - 1] == 0x28 || bytes[byte - 1] == 0xA0 || bytes[byte - 1] == 0xAF else {
            return nil
        }
        // After a number it is a hyphen (`75 -300`).
        if byte > 1, let last = bytes[..<byte].last(where: { $0 != 0x20 }), (0x30...0x39).contains(last) { return nil }
        return bytes[byte] == 0x2D ? -1 : 1
    }

    /// Whether letters follow the digits directly and are no unit: then digits and letters are one word (`3D`, `4x4`).
    func isWordInside(_ end: Int) -> Bool {
        guard let rest = rest(after: end).map({ folded($0) }), let first = rest.unicodeScalars.first, first.properties.isAlphabetic else {
            return false
        }
        return !lexicon.hasEntries(lexicon.words.number(of: rest))
    }

    /// What is left of the token in which a number ended.
    func rest(after end: Int) -> String? {
        var index = next
        while index < tokens.count, all[tokens[index]].end <= end { index += 1 }
        guard index < tokens.count, all[tokens[index]].start < end else { return nil }
        return analysis.text(end..<all[tokens[index]].end)
    }

    /// The first surface token at or after a byte.
    func token(after byte: Int) -> Int? {
        var index = next
        while index < tokens.count, all[tokens[index]].start < byte { index += 1 }
        return index < tokens.count ? tokens[index] : nil
    }

    mutating func add(
        _ bytes: Range<Int>, _ facts: [RuleFact], _ number: Numeral? = nil, folded text: String? = nil, flags: UInt64 = 0
    ) {
        var index = next
        while index < tokens.count, all[tokens[index]].end <= bytes.lowerBound { index += 1 }
        let first = index < tokens.count && all[tokens[index]].start < bytes.upperBound ? tokens[index] : 0
        var last = first
        while index < tokens.count, all[tokens[index]].start < bytes.upperBound {
            last = tokens[index]
            index += 1
        }
        let text = text ?? folded(analysis.text(bytes))
        append(first..<(last + 1), bytes, text, RuleWord(number: lexicon.words.number(of: text), flags: flags, facts: facts), number)
    }

    /// Adds the current token as it stands, and goes on to the next.
    mutating func addPlain(_ word: Int32, flags: UInt64) {
        let token = tokens[next]
        let isWhole = !isSplit(token) || word < 0
        append(
            token..<token + 1, all[token].start..<all[token].end,
            isWhole ? surface(next) : lexicon.words.words[Int(word)], RuleWord(number: word, flags: flags), nil)
        next += 1
    }

    private mutating func append(_ tokens: Range<Int>, _ bytes: Range<Int>, _ folded: String, _ word: RuleWord, _ number: Numeral?) {
        out.words.append(word)
        out.lexemes.append(
            Lexeme(tokens: tokens, bytes: bytes, folded: folded, word: word.number, flags: word.flags, number: number))
    }

    mutating func skip(count: Int) {
        next += count
        inside = 0
    }

    mutating func skip(to byte: Int) {
        while next < tokens.count, all[tokens[next]].end <= byte { next += 1 }
        inside = next < tokens.count && all[tokens[next]].start < byte ? byte : 0
    }
}

/// Finds the number of a surface by its bytes.
private enum SurfaceLookup {
    /// The number of the folded bytes; without a String where all are ASCII.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ words: WordTable) -> Int32 {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: range.count) { folded in
            for (place, index) in range.enumerated() {
                let byte = bytes[index]
                guard byte < 0x80 else { return words.number(of: RecoupeText.folded(String(decoding: bytes[range], as: UTF8.self))) }
                folded[place] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            }
            return words.number(of: UnsafeBufferPointer(folded))
        }
    }
}
