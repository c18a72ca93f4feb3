// A report as it arrived: bytes decoded, and for HTML the parsed tree as an arena of value nodes (no C tree survives Intake).

/// One input, decoded but not yet cleaned.
public struct Page: Sendable {
    public enum Form: String, Sendable, Codable { case text, html }

    public var path: String
    public var sha256: String
    public var url: String?
    public var form: Form
    /// The decoded text of a text page; for HTML the decoded markup.
    public var text: String
    /// The parsed tree of an HTML page.
    public var tree: MarkupTree?
    /// Contents of the page's `application/ld+json` scripts, in order.
    public var linkedData: [String]
    /// What the container says of the report, where there is one.
    public var provenance: Provenance?
    public var warnings: [Warning]

    public init(
        path: String, sha256: String, url: String? = nil, form: Form, text: String, tree: MarkupTree? = nil, linkedData: [String] = [],
        provenance: Provenance? = nil, warnings: [Warning] = []
    ) {
        self.path = path
        self.sha256 = sha256
        self.url = url
        self.form = form
        self.text = text
        self.tree = tree
        self.linkedData = linkedData
        self.provenance = provenance
        self.warnings = warnings
    }
}

/// Elements and text of a page as an arena: node 0 is the root, links are indices, −1 is none.
public struct MarkupTree: Sendable {
    public struct Node: Sendable {
        /// Lower-case element name; empty for text.
        public var name: String
        /// The text of a text node.
        public var text: String
        public var attributes: [Attribute]
        public var parent: Int32
        public var firstChild: Int32
        public var nextSibling: Int32

        public init(name: String, text: String = "", attributes: [Attribute] = [], parent: Int32) {
            self.name = name
            self.text = text
            self.attributes = attributes
            self.parent = parent
            firstChild = -1
            nextSibling = -1
        }

        public var isText: Bool { name.isEmpty }

        /// The value of an attribute, by lower-case name.
        public subscript(attribute: String) -> String? { attributes.first { $0.name == attribute }?.value }
    }

    public struct Attribute: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var nodes: [Node]

    public init(nodes: [Node]) { self.nodes = nodes }

    /// The children of a node, in order.
    public func children(of node: Int) -> [Int] {
        var out: [Int] = []
        var next = nodes[node].firstChild
        while next >= 0 {
            out.append(Int(next))
            next = nodes[Int(next)].nextSibling
        }
        return out
    }
}
