// Turns paths, bytes or markup into pages: finds the files, decodes them, and parses HTML into an arena of value nodes. What cannot
// be a report is refused with a typed error; text and HTML are told apart by their content, never by the name of the file.
internal import Foundation
package import RecoupeModel
internal import RecoupeText

/// The way in: finds and decodes reports.
package struct Intake: Sendable {
    package let limits: IntakeLimits

    package init(limits: IntakeLimits = IntakeLimits()) { self.limits = limits }

    /// The files that some paths stand for: a file itself, a folder's files below it, sorted by path, hidden ones passed over.
    package func files(at paths: [String]) throws(IntakeError) -> [String] {
        var out: [String] = []
        for path in paths { out += try FileFinder().files(at: path) }
        return out
    }

    /// The bytes of the file at a path.
    package func bytes(at path: String) throws(IntakeError) -> [UInt8] {
        let size = try FileFinder().size(at: path)
        guard size <= limits.bytes else { throw .large(path, bytes: size, limit: limits.bytes) }
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
        return [UInt8](data)
    }

    /// Reads the file at a path.
    package func page(at path: String) throws(IntakeError) -> Page { try page(try bytes(at: path), path: path) }

    /// Decodes the bytes of a report. `path` names them in messages and in the article.
    package func page(_ bytes: [UInt8], path: String) throws(IntakeError) -> Page {
        guard bytes.count <= limits.bytes else { throw .large(path, bytes: bytes.count, limit: limits.bytes) }
        guard !bytes.isEmpty else { throw .empty(path) }
        if let kind = Signature.kind(of: bytes) {
            throw kind == .dossier ? .dossier(path) : .binary(path, kind: kind.rawValue)
        }
        let decoded = Decoder().decode(bytes)
        return try page(decoded, digest: sha256(bytes), path: path, url: nil, markup: Signature.isMarkup(decoded.text))
    }

    /// A page whose markup is known already, as the filter gets it; `id` stands for the path.
    package func page(html: String, id: String, url: String? = nil) throws(IntakeError) -> Page {
        try page(TextRepair().repair(html), digest: sha256(html), path: id, url: url, markup: true)
    }

    /// A page whose text is known already, as the filter gets it; `id` stands for the path.
    package func page(text: String, id: String, url: String? = nil) throws(IntakeError) -> Page {
        try page(TextRepair().repair(text), digest: sha256(text), path: id, url: url, markup: false)
    }

    private func page(_ decoded: Decoded, digest: String, path: String, url: String?, markup: Bool) throws(IntakeError) -> Page {
        guard decoded.text.utf8.count <= limits.bytes * 2 else {
            throw .large(path, bytes: decoded.text.utf8.count, limit: limits.bytes)
        }
        guard decoded.text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .textless(path) }
        guard markup else {
            return Page(path: path, sha256: digest, url: url, form: .text, text: decoded.text, warnings: decoded.warnings)
        }
        let scrubbed = MarkupScrubber(maximumDepth: limits.depth).scrub(Array(decoded.text.utf8))
        let tree = MarkupParser().tree(of: scrubbed.markup)
        guard tree.nodes.contains(where: { $0.isText && $0.text.contains { !$0.isWhitespace } }) else { throw .textless(path) }
        return Page(
            path: path, sha256: digest, url: url ?? scrubbed.savedFrom, form: .html, text: decoded.text, tree: tree,
            linkedData: scrubbed.linkedData, warnings: decoded.warnings
        )
    }
}
