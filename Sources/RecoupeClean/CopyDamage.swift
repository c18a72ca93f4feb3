// Traces that machine translation and copying leave in a text: placeholders for numbers, words glued together with a bracket, two
// styles of quotation mark in one report, paragraphs said twice.
internal import RecoupeModel
internal import RecoupeText

/// Finds damage in a text.
struct CopyDamage {
    /// Whether the text has marks that only machine translation leaves.
    private(set) var isTranslated = false
    private(set) var warnings: [Warning] = []

    init(text: String, repeated: Int) {
        number(text)
        bracket(text)
        marks(text)
        if repeated > 0 {
            warnings.append(
                Warning(code: "clean.text.repeated", message: "\(repeated) paragraphs stand twice in the page; each was kept once.")
            )
        }
    }

    /// `2.500 XNUMX`: a placeholder that a translation program left behind a number.
    private mutating func number(_ text: String) {
        guard text.holds("XNUM") else { return }
        let found = text.split { $0.isWhitespace }.filter { $0.holds("XNUM") }
        guard !found.isEmpty else { return }
        isTranslated = true
        warnings.append(
            Warning(
                code: "clean.text.number-garbled",
                message: "\(found.count) times a placeholder (XNUMX) stands where a number was; the numbers beside it may be wrong.",
                remedy: "Compare the numbers with the original report."
            )
        )
    }

    /// `COVID-19[femininevaccins`: a mark in brackets glued to a word on both sides, never closed.
    private mutating func bracket(_ text: String) {
        guard Self.hasGluedBracket(text) else { return }
        let found = text.split { $0.isWhitespace }.filter { word in
            guard let open = word.firstIndex(of: "["), open > word.startIndex, !word[open...].contains("]") else { return false }
            let after = word[word.index(after: open)...]
            return word[word.index(before: open)].isLetter || word[word.index(before: open)].isNumber
                ? after.prefix(4).count { $0.isLetter } == 4 : false
        }
        guard let first = found.first else { return }
        isTranslated = true
        warnings.append(
            Warning(
                code: "clean.text.words-glued", message: "Words are glued together by a stray mark, as in “\(first)”.",
                remedy: "Compare the passage with the original report."
            )
        )
    }

    /// Whether a bracket opens between two signs that are no blanks.
    private static func hasGluedBracket(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.dropFirst().contains { bytes[$0] == 0x5B && bytes[$0 - 1] > 0x2F }
        }
    }

    /// Two styles of quotation mark, each used more than once.
    private mutating func marks(_ text: String) {
        var (angled, curly, straight) = (0, 0, 0)
        var text = text
        text.withUTF8 { bytes in
            for index in bytes.indices {
                switch bytes[index] {
                case 0x22: straight += 1
                case 0xAB where index > 0 && bytes[index - 1] == 0xC2: angled += 1
                case 0x9C where index > 1 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2: curly += 1
                default: break
                }
            }
        }
        let styles = [angled, curly, straight / 2].count { $0 >= 1 }
        if styles > 1 {
            warnings.append(
                Warning(
                    code: "clean.text.quotation-marks-mixed",
                    message: "The report uses \(styles) styles of quotation mark; it may be put together from several texts or translated.",
                    remedy: "Check where quotations begin and end."
                )
            )
        }
    }
}
