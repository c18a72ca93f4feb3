// The first bytes of an input say what it is: a dossier, a picture, an archive, or something that may be read.

/// Tells inputs apart by their content.
enum Signature: String {
    case dossier = "a dossier"
    case pdf = "a PDF"
    case archive = "an archive"
    case picture = "a picture"
    case binary = "binary data"

    private static let prefixes: [(Signature, [UInt8])] = [
        (.dossier, Array("SQLite format 3\0".utf8)), (.pdf, Array("%PDF-".utf8)), (.archive, [0x50, 0x4B, 0x03, 0x04]),
        (.archive, [0x1F, 0x8B]), (.archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A]), (.picture, [0x89, 0x50, 0x4E, 0x47]),
        (.picture, [0xFF, 0xD8, 0xFF]), (.picture, Array("GIF8".utf8)), (.binary, [0x7F, 0x45, 0x4C, 0x46]),
    ]

    /// What the bytes are, or nothing where they may be text.
    static func kind(of bytes: [UInt8]) -> Signature? {
        for (kind, prefix) in prefixes where bytes.starts(with: prefix) { return kind }
        let head = bytes.prefix(4096)
        if isDossier(head) { return .dossier }
        if WideText.order(of: bytes) != nil { return nil }
        let controls = head.count { $0 < 0x09 || (0x0E...0x1A).contains($0) || (0x1C...0x1F).contains($0) }
        return controls > 3 && controls * 20 > head.count ? .binary : nil
    }

    /// An exported dossier: JSON that says so of itself at its beginning or anywhere in its first bytes.
    private static func isDossier(_ head: ArraySlice<UInt8>) -> Bool {
        guard head.first(where: { $0 > 0x20 }) == 0x7B else { return false }
        return String(decoding: head, as: UTF8.self).contains("\"recoupe-dossier\"")
    }

    /// Whether a text is HTML: it says so at its beginning, or holds several tags there.
    static func isMarkup(_ text: String) -> Bool {
        let head = String(decoding: Array(text.utf8.prefix(16_384)), as: UTF8.self).lowercased()
        if ["<!doctype html", "<html", "<head>", "<body"].contains(where: { head.contains($0) }) { return true }
        let tags = ["<p>", "<p ", "</p>", "<div", "</div>", "<article", "<meta ", "<span", "<br", "<h1", "<a href", "<table", "<title>"]
        return tags.count { head.contains($0) } >= 2
    }
}
