// A text as a run of words that keep their place and spelling beside their folded form.
internal import RecoupeText

/// The words of a text.
struct WordRun {
    struct Token {
        var text: Substring
        /// The folded word as a number.
        var key: WordKey
        var isCapitalised: Bool
        /// A full stop, question or exclamation mark stands between this word and the one before.
        var opensSentence: Bool
        /// A bracket, comma, colon, bar, dot or dash stands between this word and the one before.
        var isParted: Bool

        var folded: String { RecoupeText.folded(text) }
    }

    let text: String
    let tokens: [Token]

    init(_ text: String) {
        self.text = text
        var reader = Reader(text: text)
        reader.read()
        tokens = reader.tokens
    }

    /// Walks a text once.
    private struct Reader {
        let text: String
        private(set) var tokens: [Token] = []
        private var stop = true
        private var parted = false
        private var before: Unicode.Scalar?

        init(text: String) {
            self.text = text
            tokens.reserveCapacity(text.utf8.count / 6 + 1)
        }

        mutating func read() {
            let scalars = text.unicodeScalars
            var index = text.startIndex
            while index < scalars.endIndex {
                let scalar = scalars[index]
                if WordRun.isWord(scalar) {
                    index = word(from: index, scalar)
                } else {
                    parted = parted || WordRun.parts(scalar, after: before)
                    before = scalar
                    index = scalars.index(after: index)
                    if WordRun.isStop(scalar), index == scalars.endIndex || !scalars[index].properties.isAlphabetic { stop = true }
                }
            }
        }

        /// Adds the word that begins at a place; where it ends.
        private mutating func word(from start: String.Index, _ first: Unicode.Scalar) -> String.Index {
            let utf8 = text.utf8
            var end = start
            while end < utf8.endIndex, isWordByte(utf8[end]) { end = utf8.index(after: end) }
            let isPlain = end == utf8.endIndex || utf8[end] < 0x80
            if !isPlain {
                let scalars = text.unicodeScalars
                end = scalars[start...].firstIndex { !WordRun.isWord($0) && !$0.properties.isGraphemeExtend } ?? scalars.endIndex
            }
            let part = text[start..<end]
            let key = isPlain ? WordKeys.key(lowering: part.utf8) : WordKeys.key(folded(part))
            let isCapitalised = first.value < 0x80 ? (0x41...0x5A).contains(first.value) : first.properties.isUppercase
            tokens.append(Token(text: part, key: key, isCapitalised: isCapitalised, opensSentence: stop, isParted: parted))
            (stop, parted, before) = (false, false, "a")
            return end
        }

        private func isWordByte(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
    }

    static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) || (0x30...0x39).contains(scalar.value) }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func isStop(_ sign: Unicode.Scalar) -> Bool {
        switch sign {
        case ".", "!", "?", "…": true
        default: false
        }
    }

    /// Whether a sign parts names; a hyphen does so after a blank.
    private static func parts(_ sign: Unicode.Scalar, after before: Unicode.Scalar?) -> Bool {
        switch sign {
        case " ": false
        case "(", ")", "[", "]", "{", "}", "|", "·", "•", "/", ";", ",", ":", "\"", "«", "»", "“", "”", "–", "—": true
        case "-": before?.properties.isWhitespace == true
        default: false
        }
    }

    /// The text from one word to another.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return String(text[tokens[range.lowerBound].text.startIndex..<tokens[range.upperBound - 1].text.endIndex])
    }
}
