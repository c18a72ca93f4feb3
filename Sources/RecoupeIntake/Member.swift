// One report on its way: where it was found, its own bytes, and how they are to be read. It is not decoded yet, so that a report that
// is known already costs no more than its digest.
internal import Foundation
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

extension Member {
    /// What the report's container said of it, to be kept beside its bytes, so that the bytes alone give the same page again.
    package var surroundings: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(envelope)).map { [UInt8]($0) } ?? []
    }

    /// The same report with what was kept of its place and its surroundings.
    func kept(at path: String, surroundings: [UInt8]?) -> Member {
        let envelope = surroundings.flatMap { try? JSONDecoder().decode(Envelope.self, from: Data($0)) } ?? envelope
        return Member(path: path, bytes: bytes, kind: kind, envelope: envelope)
    }
}

/// What is known of a report from around it.
struct Envelope: Sendable, Codable {
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
