// A run of a page between two breaks: a paragraph, a heading, a list item, a caption. The common form of HTML and plain text.
internal import RecoupeText

/// One block of a page.
struct Block: Sendable {
    enum Kind: Sendable, Hashable { case paragraph, heading, item, quotation, caption, cell }

    /// White space collapsed; never empty.
    var text: String
    var kind: Kind
    /// The folded words of the text.
    var words: [String]
    /// Share of the letters that stand in links, 0 to 1.
    var linkShare: Double
    /// Where the block stands in the markup; nothing for plain text.
    var place: MarkupPlace?

    init(_ text: String, kind: Kind = .paragraph, linkShare: Double = 0, place: MarkupPlace? = nil) {
        self.text = text
        self.kind = kind
        self.linkShare = linkShare
        self.place = place
        words = foldedWords(text)
    }

    /// Ends as a sentence does: a full stop or its like, closing marks passed over.
    var endsSentence: Bool {
        for scalar in text.unicodeScalars.reversed() {
            if Self.closing.contains(scalar) { continue }
            return Self.stops.contains(scalar)
        }
        return false
    }

    /// Reads as running text: a whole sentence of some length, or a long one whose end is missing.
    var isProse: Bool { (endsSentence && words.count >= Tuning.proseWords) || words.count >= Tuning.longWords }

    private static let closing: Set<Unicode.Scalar> = ["\"", "'", "»", "”", "’", ")", "]", " ", "\u{A0}", "\u{202F}"]
    private static let stops: Set<Unicode.Scalar> = [".", "!", "?", "…", "‽"]
}

/// What was decided of a block: it stays, or it goes for a reason (a kind of furniture).
enum Fate: Sendable, Hashable {
    case body
    case removed(String)

    var isBody: Bool { self == .body }
}

/// White space of any kind as one blank, none at the ends.
func collapsed(_ text: some StringProtocol) -> String {
    var out = String.UnicodeScalarView()
    var pending = false
    for scalar in text.unicodeScalars {
        if scalar.properties.isWhitespace && scalar != "\u{A0}" && scalar != "\u{202F}" || scalar == "\u{200B}" {
            pending = true
        } else {
            if pending, !out.isEmpty { out.append(" ") }
            pending = false
            out.append(scalar)
        }
    }
    while let last = out.last, last.properties.isWhitespace { out.removeLast() }
    return String(out.drop { $0.properties.isWhitespace })
}
