// A report as it arrived: bytes decoded, and for HTML the parsed tree as an arena of value nodes (no C tree survives Intake).

/// One input, decoded but not yet cleaned.
public struct Page: Sendable {
    public enum Form: String, Sendable, Codable { case text, html }

    public var path: String
    public var sha256: String
    public var url: String?
    public var form: Form
    /// The decoded text as UTF-8; for HTML the decoded markup.
    public var utf8: [UInt8]
    /// The parsed tree of an HTML page.
    public var tree: MarkupTree?
    /// Contents of the page's `application/ld+json` scripts, in order.
    public var linkedData: [String]
    /// What the container says of the report, where there is one.
    public var provenance: Provenance?
    public var warnings: [Warning]

    public init(
        path: String, sha256: String, url: String? = nil, form: Form, utf8: [UInt8], tree: MarkupTree? = nil,
        linkedData: [String] = [],
        provenance: Provenance? = nil, warnings: [Warning] = []
    ) {
        self.path = path
        self.sha256 = sha256
        self.url = url
        self.form = form
        self.utf8 = utf8
        self.tree = tree
        self.linkedData = linkedData
        self.provenance = provenance
        self.warnings = warnings
    }

    /// The decoded text; for HTML the decoded markup.
    public var text: String { String(decoding: utf8, as: UTF8.self) }
}
