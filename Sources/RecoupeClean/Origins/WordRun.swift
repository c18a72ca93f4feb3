// A text as a run of words that keep their place and spelling beside their folded form.
internal import RecoupeText

/// The words of a text.
struct WordRun {
    struct Token {
        var text: Substring
        var folded: String
        /// The folded word as a number.
        var key: WordKey
        /// A full stop, question or exclamation mark stands between this word and the one before.
        var opensSentence: Bool
        /// A bracket, comma, colon, bar, dot or dash stands between this word and the one before.
        var isParted: Bool

        var isCapitalised: Bool {
            guard let first = text.unicodeScalars.first else { return false }
            return first.value < 0x80 ? (0x41...0x5A).contains(first.value) : first.properties.isUppercase
        }
    }

    let text: String
    let tokens: [Token]

    init(_ text: String) {
        self.text = text
        var tokens: [Token] = []
        var index = text.startIndex
        var stop = true
        var parted = false
        let scalars = text.unicodeScalars
        var before: Unicode.Scalar?
        while index < scalars.endIndex {
            let scalar = scalars[index]
            if Self.isWord(scalar) {
                let end = scalars[index...].firstIndex { !Self.isWord($0) && !$0.properties.isGraphemeExtend } ?? scalars.endIndex
                let word = folded(text[index..<end])
                tokens.append(
                    Token(text: text[index..<end], folded: word, key: WordKeys.key(word), opensSentence: stop, isParted: parted))
                stop = false
                parted = false
                before = "a"
                index = end
            } else {
                parted = parted || Self.parts(scalar, after: before)
                before = scalar
                index = scalars.index(after: index)
                if Self.stops.contains(scalar), index == scalars.endIndex || !scalars[index].properties.isAlphabetic { stop = true }
            }
        }
        self.tokens = tokens
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static let stops: Set<Unicode.Scalar> = [".", "!", "?", "…"]
    private static let signs: Set<Unicode.Scalar> = [
        "(", ")", "[", "]", "{", "}", "|", "·", "•", "/", ";", ",", ":", "\"", "«", "»", "“", "”", "–", "—",
    ]

    /// Whether a sign parts names; a hyphen does so after a blank.
    private static func parts(_ sign: Unicode.Scalar, after before: Unicode.Scalar?) -> Bool {
        if sign == " " { return false }
        return signs.contains(sign) || (sign == "-" && before?.properties.isWhitespace == true)
    }

    /// The text from one word to another.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return String(text[tokens[range.lowerBound].text.startIndex..<tokens[range.upperBound - 1].text.endIndex])
    }
}
