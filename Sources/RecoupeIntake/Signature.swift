// The first bytes of an input say what it is: a dossier, a picture, something packed, a document, or something that may be read as
// text. Names of files are not looked at.

/// What an input is, as far as its first bytes tell.
enum Signature: String {
    case dossier = "a dossier"
    case picture = "a picture"
    case sound = "sound or film"
    case font = "a font"
    case binary = "binary data"
    case code = "code or a style sheet"
    case oldWord = "an old Word document"
    case richText = "RTF"
    case rar = "a RAR archive"
    case pdf, compressed, indexed, tar, webArchive

    private static let prefixes: [(Signature, [UInt8])] = [
        (.dossier, Array("SQLite format 3\0".utf8)), (.pdf, Array("%PDF-".utf8)), (.webArchive, Array("WARC/".utf8)),
        (.indexed, [0x50, 0x4B, 0x03, 0x04]), (.indexed, [0x50, 0x4B, 0x05, 0x06]), (.indexed, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
        (.compressed, [0x1F, 0x8B]), (.compressed, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]), (.compressed, Array("BZh".utf8)),
        (.compressed, [0x28, 0xB5, 0x2F, 0xFD]), (.compressed, [0x04, 0x22, 0x4D, 0x18]), (.compressed, [0x1F, 0x9D]),
        (.rar, Array("Rar!".utf8)), (.oldWord, [0xD0, 0xCF, 0x11, 0xE0]), (.richText, Array("{\\rtf".utf8)),
        (.picture, [0x89, 0x50, 0x4E, 0x47]), (.picture, [0xFF, 0xD8, 0xFF]), (.picture, Array("GIF8".utf8)),
        (.picture, Array("RIFF".utf8)), (.picture, Array("II*\0".utf8)), (.picture, [0, 0, 1, 0]), (.sound, Array("ID3".utf8)),
        (.sound, Array("OggS".utf8)), (.font, Array("wOFF".utf8)), (.font, Array("wOF2".utf8)), (.binary, [0x7F, 0x45, 0x4C, 0x46]),
    ]

    /// What the bytes are, or nothing where they may be text.
    static func kind(of bytes: some Collection<UInt8>) -> Signature? {
        let head = Array(bytes.prefix(4096))
        for (kind, prefix) in prefixes where head.starts(with: prefix) { return kind }
        if head.count > 262, head[257..<262].elementsEqual("ustar".utf8) { return .tar }
        if let pdf = pdf(head) { return pdf }
        if isDossier(head) { return .dossier }
        if WideText.order(of: head) != nil { return nil }
        let controls = head.count { $0 < 0x09 || (0x0E...0x1A).contains($0) || (0x1C...0x1F).contains($0) }
        return controls > 3 && controls * 20 > head.count ? .binary : nil
    }

    private static let pdfMark = Array("%PDF-1.".utf8)

    /// Some programs write a few bytes before a PDF's own.
    private static func pdf(_ head: [UInt8]) -> Signature? {
        let start = head.prefix(256)
        guard let index = start.indices.first(where: { start[$0...].starts(with: pdfMark) }) else { return nil }
        return start[..<index].contains { $0 == 0x3C || $0 == 0x7B } ? nil : .pdf
    }

    /// An exported dossier: JSON that says so of itself at its beginning or anywhere in its first bytes.
    private static func isDossier(_ head: [UInt8]) -> Bool {
        guard head.first(where: { $0 > 0x20 }) == 0x7B else { return false }
        return String(decoding: head, as: UTF8.self).contains("\"recoupe-dossier\"")
    }

    /// Whether a text is HTML: it says so at its beginning, or holds several tags there.
    static func isMarkup(_ text: String) -> Bool { isMarkup(Array(text.utf8.prefix(headBytes))) }

    private static let headBytes = 16_384

    static func isMarkup(_ bytes: [UInt8]) -> Bool {
        // Most pages say so in their first line.
        if let lead = bytes.first(where: { $0 > 0x20 }), lead != 0x3C, !bytes.prefix(headBytes).contains(0x3C) { return false }
        if ByteSearch.holds(declared, in: ByteSearch.lowered(bytes, 256)) { return true }
        let head = ByteSearch.lowered(bytes, headBytes)
        guard head.contains(0x3C) else { return false }
        if ByteSearch.holds(declared, in: head) { return true }
        return ByteSearch.count(tags, in: head, upTo: 2) == 2
    }

    private static let declared: [String] = ["<!doctype html", "<html", "<head>", "<body"]
    private static let tags: [String] = [
        "<p>", "<p ", "</p>", "<div", "</div>", "<article", "<meta ", "<span", "<br", "<h1", "<a href", "<table", "<title>",
    ]

    /// Whether a text is a program or a style sheet: braces and semicolons at the ends of its lines, as no prose has.
    static func isCode(_ text: String) -> Bool {
        let head = text.utf8.prefix(8192)
        guard head.count >= 40 else { return false }
        let marks = head.count { $0 == 0x7B || $0 == 0x7D || $0 == 0x3B }
        return marks * 40 > head.count && head.contains(0x7B) && head.contains(0x3B)
    }
}
