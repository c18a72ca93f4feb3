// One report on its way: where it was found, its own bytes, and how they are to be read. It is not decoded yet, so that a report that
// is known already costs no more than its digest.
internal import RecoupeModel
internal import RecoupeText

/// A report found in a file.
package struct Member: Sendable {
    /// The file's path; for a part of a container with its place in it, after `#`.
    package let path: String
    /// The report's own bytes: the file, the file in an archive, the page in a web archive, the line. Given to `Intake` as a file,
    /// they make the same text again.
    package let bytes: [UInt8]
    /// SHA-256 of the bytes.
    package let digest: String
    let kind: Kind
    let envelope: Envelope

    enum Kind: Sendable {
        /// HTML, text or Markdown, to be told apart when decoded.
        case document
        case pdf, word, openDocument
        case item(Item)
        /// A mail or a page saved as one, by the number of its part.
        case mail, savedPage
    }

    init(path: String, bytes: [UInt8], kind: Kind, envelope: Envelope = Envelope()) {
        self.path = path
        self.bytes = bytes
        digest = sha256(bytes)
        self.kind = kind
        self.envelope = envelope
    }
}

/// What is known of a report from around it.
struct Envelope: Sendable {
    var url: String?
    /// The charset label of an HTTP or MIME head.
    var charset: String?
    var provenance: Provenance?
    var warnings: [Warning] = []
}

/// What was found: a report, or why something is none.
package enum Found: Sendable {
    case report(Member)
    case trouble(IntakeError)
}
