// The state of the lexer inside one sentence: which token comes next, at which byte, and the lexemes so far.
internal import RecoupeLanguage
internal import RecoupeText

/// Where the lexer stands.
struct LexemeReading {
    let analysis: Analysis
    /// The surface tokens of the sentence, as indices into `Analysis.tokens`.
    let tokens: [Int]
    /// The surface of each of them, folded: of a multiword token the whole, not its first word.
    let surfaces: [String]
    let scanner: DigitScanner
    /// Index into `tokens`.
    private(set) var next = 0
    /// Byte inside the current token from which to go on; 0 for its start.
    private var inside = 0
    private(set) var out: [Lexeme] = []

    init(analysis: Analysis, tokens: [Int], scanner: DigitScanner) {
        surfaces = tokens.map { index in
            let token = analysis.tokens[index]
            let isSplit = index + 1 < analysis.tokens.count && analysis.tokens[index + 1].isInner
            return isSplit ? folded(analysis.text(token.start..<token.end)) : token.folded
        }
        self.analysis = analysis
        self.tokens = tokens
        self.scanner = scanner
    }

    /// The surface of the current token, folded.
    var surface: String { next < surfaces.count ? surfaces[next] : "" }

    var current: Token? { next < tokens.count ? analysis.tokens[tokens[next]] : nil }

    var place: Int { inside > 0 ? inside : current?.start ?? 0 }

    var isAtTokenStart: Bool { inside == 0 }

    /// −1 or 1 where a sign stands there with a digit after it and no word or digit before it.
    func sign(at byte: Int) -> Int? {
        let bytes = analysis.bytes
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
    func isWordInside(_ end: Int, _ lexicon: RuleLexicon) -> Bool {
        guard let token = tokens[next...].first(where: { analysis.tokens[$0].end > end }).map({ analysis.tokens[$0] }) else { return false }
        guard token.start < end else { return false }
        let rest = folded(analysis.text(end..<token.end))
        guard let first = rest.unicodeScalars.first, first.properties.isAlphabetic else { return false }
        return lexicon.entries(rest).isEmpty
    }

    /// What is left of the token in which a number ended.
    func rest(after end: Int) -> String? {
        guard let token = tokens[next...].first(where: { analysis.tokens[$0].end > end }).map({ analysis.tokens[$0] }), token.start < end
        else { return nil }
        return analysis.text(end..<token.end)
    }

    /// The first surface token at or after a byte.
    func token(after byte: Int) -> Int? {
        var index = next
        while index < tokens.count, analysis.tokens[tokens[index]].start < byte { index += 1 }
        return index < tokens.count ? tokens[index] : nil
    }

    mutating func add(_ bytes: Range<Int>, _ facts: [RuleFact], _ number: Numeral? = nil, folded text: String? = nil) {
        var index = next
        while index < tokens.count, analysis.tokens[tokens[index]].end <= bytes.lowerBound { index += 1 }
        let first = index < tokens.count && analysis.tokens[tokens[index]].start < bytes.upperBound ? tokens[index] : 0
        var last = first
        while index < tokens.count, analysis.tokens[tokens[index]].start < bytes.upperBound {
            last = tokens[index]
            index += 1
        }
        let range = first..<(last + 1)
        let word = RuleWord(folded: text ?? folded(analysis.text(bytes)), facts: facts)
        out.append(Lexeme(tokens: range, bytes: bytes, word: word, number: number))
    }

    mutating func skip(count: Int) {
        next += count
        inside = 0
    }

    mutating func skip(to byte: Int) {
        while next < tokens.count, analysis.tokens[tokens[next]].end <= byte { next += 1 }
        inside = next < tokens.count && analysis.tokens[tokens[next]].start < byte ? byte : 0
    }
}
