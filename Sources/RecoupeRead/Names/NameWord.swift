// The tokens of an article as names are written: multiword tokens once, compounds whole (`al-Shammari`, also where the treebank parts
// them), a lower-case prefix apart (`ex-`, `anti-`). What comes out are words with their shape, which all name rules and features read.
internal import RecoupeText

/// How a word is written.
package enum WordShape: UInt8, Sendable, Hashable {
    case lower, capital, capitals, mixed, initial, number, sign
}

/// What a scalar is to the shape of a word: letters without capitals count as small ones.
enum LetterCase {
    case upper, lower, digit, none

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x61...0x7A, 0xDF...0xF6, 0xF8...0xFF: self = .lower
        case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: self = .upper
        case 0x30...0x39: self = .digit
        case 0..<0x80: self = .none
        default:
            let properties = scalar.properties
            self = properties.isAlphabetic ? properties.isUppercase ? .upper : .lower : properties.numericType != nil ? .digit : .none
        }
    }
}

/// A word of the surface, for names.
package struct NameWord: Sendable, Hashable {
    /// Bytes into the text.
    package var bytes: Range<Int>
    /// The word with straight apostrophes.
    package var text: String
    package var folded: String
    package var shape: WordShape
    /// Index of its first token.
    package var token: Int
    package var sentence: Int
    /// First of its sentence, or after an opening sign there: its capital proves nothing.
    package var opens: Bool
    package var spaceBefore: Bool
    package var upos: PartOfSpeech
    /// What the tree says of the name that the word stands in.
    var syntax = NameSyntax()

    /// A capital, capitals or a mixture that holds one: what names are made of.
    package var isCapital: Bool { shape == .capital || shape == .capitals || shape == .mixed }
}

/// The words of one article, and where each sentence begins among them.
package struct NameWords: Sendable {
    package private(set) var all: [NameWord] = []
    /// Word ranges, one for each sentence of the analysis.
    package private(set) var sentences: [Range<Int>] = []

    package init(_ analysis: Analysis, particles: Set<String>) {
        all.reserveCapacity(analysis.tokens.count)
        for (number, sentence) in analysis.sentences.enumerated() {
            let first = all.count
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                if analysis.tokens[index].isInner {
                    index += 1
                    continue
                }
                let end = Self.compoundEnd(analysis, index, sentence.tokens.upperBound)
                add(analysis, index, analysis.tokens[index].start..<analysis.tokens[end].end, number, particles)
                index = end + 1
            }
            markOpening(first)
            sentences.append(first..<all.count)
        }
    }

    /// The last token of a compound that the treebank parts at its hyphens: `al`, `-`, `Qaeda`.
    private static func compoundEnd(_ analysis: Analysis, _ index: Int, _ limit: Int) -> Int {
        var end = index
        while end + 2 < limit {
            let (hyphen, next) = (analysis.tokens[end + 1], analysis.tokens[end + 2])
            guard hyphen.form == "-", !hyphen.spaceBefore, !next.spaceBefore, analysis.tokens[end].end == hyphen.start,
                hyphen.end == next.start, Self.isLetter(analysis.bytes[analysis.tokens[end].start]),
                Self.isLetter(analysis.bytes[next.start])
            else { break }
            end += 2
        }
        return end
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }

    private mutating func add(_ analysis: Analysis, _ token: Int, _ bytes: Range<Int>, _ sentence: Int, _ particles: Set<String>) {
        var word = Self.word(analysis, token, bytes, sentence)
        if word.shape == .mixed, let cut = Self.prefixEnd(analysis.bytes, bytes, particles) {
            var prefix = Self.word(analysis, token, bytes.lowerBound..<cut, sentence)
            prefix.spaceBefore = word.spaceBefore
            all.append(prefix)
            word = Self.word(analysis, token, (cut + 1)..<bytes.upperBound, sentence)
            word.spaceBefore = false
        }
        all.append(word)
    }

    private static func word(_ analysis: Analysis, _ token: Int, _ bytes: Range<Int>, _ sentence: Int) -> NameWord {
        let own = analysis.tokens[token]
        let isToken = own.start == bytes.lowerBound && own.end == bytes.upperBound
        let text = Self.straightened(analysis.text(bytes))
        return NameWord(
            bytes: bytes, text: text, folded: isToken && !Self.isInPart(analysis, token) ? own.folded : RecoupeText.folded(text),
            shape: shape(of: text), token: token, sentence: sentence,
            opens: false, spaceBefore: analysis.tokens[token].spaceBefore, upos: analysis.tokens[token].upos,
            syntax: NameSyntax(analysis, token, sentence: sentence)
        )
    }

    /// Whether a token is the first of several words that share its bytes, whose form is not the surface's.
    private static func isInPart(_ analysis: Analysis, _ token: Int) -> Bool {
        token + 1 < analysis.tokens.count && analysis.tokens[token + 1].isInner
    }

    /// A word with straight apostrophes.
    static func straightened(_ text: String) -> String {
        guard text.utf8.contains(0xE2) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0x2019 ? "'" : $0 }))
    }

    /// Where a lower-case prefix ends at a hyphen before a capital (`anti-` of `anti-OTAN`); nothing for particles (`al-Sadr`).
    private static func prefixEnd(_ bytes: [UInt8], _ range: Range<Int>, _ particles: Set<String>) -> Int? {
        guard let hyphen = range.first(where: { bytes[$0] == 0x2D }), hyphen + 1 < range.upperBound else { return nil }
        let prefix = String(decoding: bytes[range.lowerBound..<hyphen], as: UTF8.self)
        guard shape(of: prefix) == .lower, !particles.contains(folded(prefix)) else { return nil }
        let rest = shape(of: String(decoding: bytes[(hyphen + 1)..<range.upperBound], as: UTF8.self))
        return rest == .capital || rest == .capitals ? hyphen : nil
    }

    static func shape(of text: String) -> WordShape {
        var (upper, lower, digits, letters) = (0, 0, 0, 0)
        var firstIsUpper = false
        for scalar in text.unicodeScalars {
            switch LetterCase(scalar) {
            case .upper:
                letters += 1
                if letters == 1 { firstIsUpper = true }
                upper += 1
            case .lower:
                letters += 1
                lower += 1
            case .digit: digits += 1
            case .none: break
            }
        }
        if letters == 0 { return digits > 0 ? .number : .sign }
        if upper == 0 { return digits > 0 && !(text.utf8.first.map { $0 >= 0x61 } ?? false) ? .number : .lower }
        if upper == 1, letters == 1 { return digits > 0 ? .capitals : text.hasSuffix(".") ? .initial : .capital }
        if lower == 0 { return digits > 0 && (text.utf8.first.map { (0x30...0x39).contains($0) } ?? false) ? .number : .capitals }
        return firstIsUpper ? .capital : .mixed
    }

    /// Marks the words whose capital proves nothing: the sentence's first, and the first after opening signs.
    private mutating func markOpening(_ first: Int) {
        var opening = true
        for index in first..<all.count {
            if all[index].shape == .sign {
                if Self.opensQuotation(all[index].text) { opening = true }
                continue
            }
            all[index].opens = opening
            opening = false
        }
    }

    private static func opensQuotation(_ text: String) -> Bool {
        ["«", "\"", "“", ":", "—", "–", "-", "•", "”", "(", "..."].contains(text)
    }
}
