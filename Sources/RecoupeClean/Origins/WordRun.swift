// A text as a run of words that keep their place and spelling beside their folded form.
internal import RecoupeText

/// The words of a text.
struct WordRun {
    struct Token {
        var text: Substring
        var folded: String
        /// A full stop, question or exclamation mark stands between this word and the one before.
        var opensSentence: Bool
        /// A bracket, comma, colon, bar, dot or dash stands between this word and the one before.
        var isParted: Bool

        var isCapitalised: Bool { text.unicodeScalars.first?.properties.isUppercase ?? false }
    }

    let text: String
    let tokens: [Token]

    init(_ text: String) {
        self.text = text
        var tokens: [Token] = []
        var index = text.startIndex
        var stop = true
        var parted = false
        while index < text.endIndex {
            let character = text[index]
            if character.isLetter || character.isNumber {
                let end = text[index...].firstIndex { !($0.isLetter || $0.isNumber) } ?? text.endIndex
                tokens.append(Token(text: text[index..<end], folded: folded(text[index..<end]), opensSentence: stop, isParted: parted))
                stop = false
                parted = false
                index = end
            } else {
                parted = parted || Self.parts(character, after: text[..<index].last)
                if [".", "!", "?", "…"].contains(character) {
                    let next = text.index(after: index)
                    if next == text.endIndex || !text[next].isLetter { stop = true }
                }
                index = text.index(after: index)
            }
        }
        self.tokens = tokens
    }

    private static let signs: Set<Character> = [
        "(", ")", "[", "]", "{", "}", "|", "·", "•", "/", ";", ",", ":", "\"", "«", "»", "“", "”", "–", "—",
    ]

    /// Whether a sign parts names; a hyphen does so after a blank.
    private static func parts(_ sign: Character, after before: Character?) -> Bool {
        signs.contains(sign) || (sign == "-" && before?.isWhitespace == true)
    }

    /// The text from one word to another.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return String(text[tokens[range.lowerBound].text.startIndex..<tokens[range.upperBound - 1].text.endIndex])
    }
}
