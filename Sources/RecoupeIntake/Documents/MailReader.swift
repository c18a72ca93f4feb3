// A mail in, the report in it out: its text, or its HTML where the text is only a stub, with subject, sender and day; a file attached to
// it is a report of its own. A page that a browser saved as MHTML (RFC 2557) is the mail's first HTML part.
internal import Foundation
internal import RecoupeModel

/// Reads mail and pages saved as mail.
struct MailReader {
    /// Fields of which a mail has some at its beginning.
    private static let fields: Set<String> = [
        "from", "to", "cc", "subject", "date", "message-id", "received", "return-path", "delivered-to", "mime-version", "content-type",
        "reply-to", "x-mailer", "dkim-signature", "snapshot-content-location", "content-transfer-encoding",
    ]
    private static let sure: Set<String> = ["message-id", "received", "mime-version", "return-path", "content-type"]

    /// Whether bytes begin like a mail.
    static func isMail(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(16_384).drop { $0 == 0x0A || $0 == 0x0D }
        guard let first = head.first, (0x41...0x5A).contains(first & 0xDF) else { return false }
        let colon = head.prefix(80).prefix { $0 > 0x20 && $0 < 0x7F }.firstIndex(of: 0x3A)
        guard colon != nil else { return false }
        var end = head.startIndex
        let names = HeadFields(head, end: &end).fields.map(\.name)
        return names.count { fields.contains($0) } >= 3 && names.contains { sure.contains($0) }
    }

    /// Whether a mail is a page saved by a browser.
    static func isSavedPage(_ mail: MIMEPart) -> Bool {
        guard mail.media == "multipart/related" || mail.media == "text/html" else { return false }
        return mail.head["snapshot-content-location"] != nil || mail.head["to"] == nil && mail.leaves.contains { $0.media.contains("html") }
    }

    /// The files attached to a mail, as streams of their own.
    static func attachments(_ mail: MIMEPart, path: String) -> [Step] {
        mail.leaves.enumerated().compactMap { index, part in
            guard part.isAttachment || !(part.media.hasPrefix("text/") || part.media.hasPrefix("multipart/")) else { return nil }
            guard !part.media.hasPrefix("image/"), part.head["content-id"] == nil else { return nil }
            let envelope = Envelope(charset: part.charset)
            return .nested(
                ByteStream(part.content), path: "\(path)#\(part.fileName.map { HeadWords.decode($0) } ?? String(index + 1))",
                envelope: envelope)
        }
    }

    /// What a browser saved: the page's markup, address and day.
    func savedPage(_ bytes: [UInt8], path: String) throws(IntakeError) -> Draft {
        let mail = MIMEPart(bytes[...])
        let pages = mail.leaves.filter { $0.media.contains("html") }
        let address = mail.head["snapshot-content-location"] ?? mail.head["content-location"]
        guard let page = pages.first(where: { address != nil && $0.head["content-location"] == address }) ?? pages.first else {
            throw .textless(path)
        }
        let captured = mail.head["date"].flatMap { MailDate.iso($0) }
        let decoded = Decoder().decode(page.content, label: page.charset)
        return Draft(
            content: .html(decoded.utf8), url: address ?? page.head["content-location"],
            provenance: Provenance(format: "mhtml", captured: captured), warnings: decoded.warnings
        )
    }

    /// The report in a mail.
    func mail(_ bytes: [UInt8], path: String) throws(IntakeError) -> Draft {
        let mail = MIMEPart(bytes[...])
        let shown = mail.leaves.filter { !$0.isAttachment }
        let plain = shown.first { $0.media == "text/plain" }.map { ($0, Decoder().decode($0.content, label: $0.charset)) }
        let html = shown.first { $0.media == "text/html" }.map { Decoder().decode($0.content, label: $0.charset) }
        let provenance = provenance(mail)
        if let html {
            let words = Self.letters(MarkupText.plain(html.text))
            guard let plain, Self.letters(plain.1.text) * 10 >= words * 7 else {
                return Draft(content: .html(html.utf8), provenance: provenance, warnings: html.warnings)
            }
        }
        guard let (part, decoded) = plain else { throw .textless(path) }
        let flowed = part.head["content-type"].flatMap { HeadFields.parameter("format", of: $0) } == "flowed"
        return Draft(
            content: .text(flowed ? Self.unflowed(decoded.text) : decoded.text), provenance: provenance, warnings: decoded.warnings)
    }

    private func provenance(_ mail: MIMEPart) -> Provenance {
        // A subject longer than any headline is damage.
        let subject = mail.head["subject"].map { String(HeadWords.decode(String($0.prefix(4000))).prefix(1000)) }
        let date = mail.head["date"].flatMap { MailDate.iso($0) }
        // What is answered or passed on was written before the day of this mail.
        let isPassedOn = subject.map { Self.isPassedOn($0) } ?? false || mail.head["in-reply-to"] != nil
        return Provenance(
            format: "mail", title: subject, authors: mail.head["from"].flatMap { Self.name($0) }.map { [$0] } ?? [],
            published: isPassedOn ? nil : date, captured: date
        )
    }

    /// `Re:`, `Fwd:`, `TR :`, in any language: a short word and a colon.
    private static func isPassedOn(_ subject: String) -> Bool {
        let mark = subject.prefix { $0.isLetter }
        return (1...3).contains(mark.count) && subject[mark.endIndex...].drop { $0 == " " || $0 == "\u{A0}" }.first == ":"
    }

    /// The name before an address.
    private static func name(_ sender: String) -> String? {
        let text = HeadWords.decode(sender)
        guard let open = text.firstIndex(of: "<") else { return nil }
        let name = String(text[..<open].filter { $0 != "\"" }).trimmed
        return name.isEmpty || name.contains("@") ? nil : name
    }

    private static func letters(_ text: String) -> Int { text.unicodeScalars.count { $0.properties.isAlphabetic } }

    /// Lines that end in a blank go on in the next (RFC 3676).
    private static func unflowed(_ text: String) -> String {
        var out = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.first == " " ? line.dropFirst() : line
            out += content
            if !(content.last == " " && content != "-- ") { out += "\n" }
        }
        return out
    }
}
