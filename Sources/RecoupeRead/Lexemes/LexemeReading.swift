// The state of the lexer inside one sentence: which token comes next, at which byte, and the lexemes so far.
internal import RecoupeLanguage
internal import RecoupeText

/// What is known of a token before it is read.
struct TokenLook: OptionSet {
    let rawValue: UInt8

    /// One word, no number and no part of one.
    static let plain = TokenLook(rawValue: 1)
    /// A hyphen stands in its folded form.
    static let hyphen = TokenLook(rawValue: 2)
    /// It may be part of a number, or be what a rule hangs on.
    static let awake = TokenLook(rawValue: 4)
    /// A number on which, alone, no rule hangs (`un`).
    static let article = TokenLook(rawValue: 8)
    /// A verb that takes a time of day.
    static let hourVerb = TokenLook(rawValue: 16)
}

/// The tokens of a text with what is known of them before they are read.
struct TokenView {
    /// The tokens and bytes of the analysis, which they outlive.
    let all: UnsafeBufferPointer<Token>
    let bytes: UnsafeBufferPointer<UInt8>
    /// The number in the lexicon of each token's folded form.
    let numbers: UnsafeBufferPointer<Int32>
    let looks: UnsafeBufferPointer<TokenLook>

    /// Whether the surface of a token is parted into several words.
    func isSplit(_ token: Int) -> Bool { token + 1 < all.count && all[token + 1].isInner }

    /// The number of a token's surface in the lexicon.
    func number(_ token: Int, _ words: WordTable) -> Int32 {
        isSplit(token) ? SurfaceLookup.number(bytes, all[token].start..<all[token].end, words) : numbers[token]
    }
}

/// Where the lexer stands.
struct LexemeReading {
    let analysis: Analysis
    let lexicon: RuleLexicon
    let view: TokenView
    private(set) var out: LexedText
    /// The surface tokens of the sentence, as indices into `Analysis.tokens`.
    private(set) var tokens: [Int] = []
    private(set) var scanner: DigitScanner
    /// Index into `tokens`.
    private(set) var next = 0
    /// Byte inside the current token from which to go on; 0 for its start.
    private var inside = 0

    init(analysis: Analysis, _ view: TokenView, numbers: [Int32], lexicon: RuleLexicon, marks: DigitScanner.Marks) {
        self.analysis = analysis
        self.lexicon = lexicon
        self.view = view
        scanner = DigitScanner(bytes: analysis.bytes, limit: 0, marks: marks)
        out = LexedText(bytes: analysis.bytes, tokens: numbers)
        out.sentences.reserveCapacity(analysis.sentences.count)
    }

    private var all: UnsafeBufferPointer<Token> { view.all }

    private var bytes: UnsafeBufferPointer<UInt8> { view.bytes }

    /// Makes room for so many lexemes.
    mutating func reserve(_ count: Int) {
        out.lexemes.reserveCapacity(count)
        out.rules.reserve(count)
    }

    /// Passes over a sentence.
    mutating func pass() { out.sentences.append(out.lexemes.count..<out.lexemes.count) }

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

    /// The surface of one of the sentence's tokens, folded: of a multiword token the whole, not its first word.
    func surface(_ index: Int) -> String {
        let token = tokens[index]
        guard view.isSplit(token) else { return all[token].folded }
        return folded(analysis.text(all[token].start..<all[token].end))
    }

    /// The number of such a surface in the lexicon.
    func number(_ index: Int) -> Int32 { view.number(tokens[index], lexicon.words) }

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
        let word = lexicon.words.number(of: text)
        let all = out.rules.append(number: word, flags: flags, facts: facts)
        out.lexemes.append(Lexeme(tokens: first..<(last + 1), bytes: bytes, word: word, flags: all, number: number))
    }

    /// Adds the current token as it stands, and goes on to the next.
    mutating func addPlain(_ word: Int32, flags: UInt64) {
        let token = tokens[next]
        out.rules.append(number: word, flags: flags)
        out.lexemes.append(Lexeme(tokens: token..<token + 1, bytes: all[token].start..<all[token].end, word: word, flags: flags))
        next += 1
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
enum SurfaceLookup {
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
