// A run of a page between two breaks: a paragraph, a heading, a list item, a caption. The common form of HTML and plain text.
internal import RecoupeText

/// One block of a page.
struct Block: Sendable {
    enum Kind: Sendable, Hashable { case paragraph, heading, item, quotation, caption, cell }

    /// White space collapsed; never empty.
    var text: String
    var kind: Kind
    /// The folded words of the text as numbers.
    var keys: [WordKey]
    /// Share of the letters that stand in links, 0 to 1.
    var linkShare: Double
    /// Where the block stands in the markup; nothing for plain text.
    var place: MarkupPlace?

    init(_ text: String, kind: Kind = .paragraph, linkShare: Double = 0, place: MarkupPlace? = nil) {
        self.text = text
        self.kind = kind
        self.linkShare = linkShare
        self.place = place
        keys = WordKeys.keys(of: text)
    }

    /// How many words the text has.
    var count: Int { keys.count }

    /// The folded words of the text.
    var words: [String] { foldedWords(text) }

    /// Whether the first letter or digit of the text is a digit.
    var opensWithNumber: Bool {
        guard
            let first = text.utf8.first(where: {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 >= 0xC3 && $0 != 0xE2
            })
        else {
            return false
        }
        return (0x30...0x39).contains(first)
    }

    /// Ends as a sentence does: a full stop or its like, closing marks passed over.
    var endsSentence: Bool { Self.endsSentence(text) }

    static func endsSentence(_ text: String) -> Bool {
        // Most lines end in a letter.
        if let last = text.utf8.last, (0x61...0x7A).contains(last | 0x20) { return false }
        for scalar in text.unicodeScalars.reversed() {
            switch scalar {
            case "\"", "'", "»", "”", "’", ")", "]", " ", "\u{A0}", "\u{202F}": continue
            case ".", "!", "?", "…", "‽": return true
            default: return false
            }
        }
        return false
    }

    /// Reads as running text: a whole sentence of some length, or a long one whose end is missing.
    var isProse: Bool { count >= Tuning.longWords || (count >= Tuning.proseWords && endsSentence) }

}

/// What was decided of a block: it stays, or it goes for a reason (a kind of furniture).
enum Fate: Sendable, Hashable {
    case body
    case removed(String)

    var isBody: Bool { self == .body }
}

/// White space of any kind as one blank, none at the ends; a blank that does not break stays as it is within the text.
func collapsed(_ text: some StringProtocol) -> String {
    var text = String(text)
    return text.withUTF8 { collapsed($0) }
}

/// The same for UTF-8.
func collapsed(_ text: [UInt8]) -> String { text.withUnsafeBufferPointer { collapsed($0) } }

private func collapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { out in
        var (count, end, index) = (0, 0, 0)
        var pending = false
        while index < bytes.count {
            // Most bytes are ASCII signs, and most blanks stand alone.
            if bytes[index] > 0x20, bytes[index] < 0x80 {
                if pending, count > 0 {
                    out[count] = 0x20
                    count += 1
                }
                pending = false
                while index < bytes.count, bytes[index] > 0x20, bytes[index] < 0x80 {
                    out[count] = bytes[index]
                    (count, index) = (count + 1, index + 1)
                }
                end = count
                continue
            }
            let (length, kind) = Blank.at(index, bytes)
            defer { index += length }
            switch kind {
            case .breaking: pending = true
            case .lasting where count == 0: break
            case .none, .lasting:
                if pending, count > 0 {
                    out[count] = 0x20
                    count += 1
                }
                pending = false
                for offset in 0..<length { out[count + offset] = bytes[index + offset] }
                count += length
                if kind == .none { end = count }
            }
        }
        return end
    }
}

/// White space in UTF-8.
private enum Blank {
    /// `lasting` does not break lines.
    case none, breaking, lasting

    /// How many bytes the character at a place has, and what blank it is.
    static func at(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> (length: Int, kind: Blank) {
        let byte = bytes[index]
        if byte < 0x80 { return (1, byte == 0x20 || (0x09...0x0D).contains(byte) ? .breaking : .none) }
        if byte < 0xE0 {
            guard byte == 0xC2, index + 1 < bytes.count else { return (min(2, bytes.count - index), .none) }
            return (2, bytes[index + 1] == 0xA0 ? .lasting : bytes[index + 1] == 0x85 ? .breaking : .none)
        }
        let length = min(byte < 0xF0 ? 3 : 4, bytes.count - index)
        guard length == 3 else { return (length, .none) }
        switch (byte, bytes[index + 1], bytes[index + 2]) {
        case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x81, 0x9F), (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80):
            return (3, .breaking)
        case (0xE2, 0x80, 0xAF): return (3, .lasting)
        default: return (3, .none)
        }
    }
}
