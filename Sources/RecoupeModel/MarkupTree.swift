// The elements and texts of a parsed page or document as an arena of numbers: names are keys, texts and values are ranges of bytes in
// two runs of memory, so that a page is a handful of arrays and no node owns anything.

/// Elements and text: node 0 is the root, links are indices, −1 is none.
public struct MarkupTree: Sendable {
    public struct Node: Sendable {
        /// The element's name; `MarkupName.text` for text.
        public let name: MarkupName
        public let parent: Int32
        public fileprivate(set) var firstChild: Int32 = -1
        public fileprivate(set) var nextSibling: Int32 = -1
        /// Of a text the bytes in `text`, of an element its attributes.
        fileprivate var start: Int32
        fileprivate var end: Int32

        public var isText: Bool { name == .text }
        public var hasAttributes: Bool { !isText && end > start }
    }

    /// An attribute with its value as UTF-8 offsets into `values`.
    public struct Attribute: Sendable {
        public let name: MarkupName
        let start: Int32
        let end: Int32
    }

    public private(set) var nodes: [Node] = []
    /// The attributes of all elements, in document order.
    public private(set) var attributes: [Attribute] = []
    /// The UTF-8 of all texts, in document order.
    public private(set) var text: [UInt8] = []
    /// The UTF-8 of all values.
    public private(set) var values: [UInt8] = []

    // MARK: Reading

    /// The bytes of a text node, as offsets into `text`; empty for an element.
    public func textRange(_ node: Int) -> Range<Int> {
        nodes[node].isText ? Int(nodes[node].start)..<Int(nodes[node].end) : 0..<0
    }

    /// The text of a text node; empty for an element.
    public func text(of node: Int) -> String { String(decoding: text[textRange(node)], as: UTF8.self) }

    /// Where the attributes of an element stand among `attributes`, in order.
    public func attributeIndices(of node: Int) -> Range<Int> {
        nodes[node].isText ? 0..<0 : Int(nodes[node].start)..<Int(nodes[node].end)
    }

    /// The bytes of a value, as offsets into `values`.
    public func range(_ attribute: Attribute) -> Range<Int> { Int(attribute.start)..<Int(attribute.end) }

    public func value(_ attribute: Attribute) -> String { String(decoding: values[range(attribute)], as: UTF8.self) }

    /// The value of an element's attribute.
    public subscript(node: Int, attribute: MarkupName) -> String? {
        attributeIndices(of: node).first { attributes[$0].name == attribute }.map { value(attributes[$0]) }
    }

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

extension MarkupTree {
    /// Makes a tree in document order.
    public struct Builder {
        public private(set) var tree = MarkupTree()
        private var lastChild: [Int32] = []
        private var path: [Int32] = []

        /// For so many nodes and bytes, more or less; `text` and `values` may be given as a whole, to be pointed into.
        public init(nodes: Int = 0, text: [UInt8] = [], values: [UInt8] = []) {
            tree.nodes.reserveCapacity(nodes)
            lastChild.reserveCapacity(nodes)
            (tree.text, tree.values) = (text, values)
        }

        public var isEmpty: Bool { tree.nodes.isEmpty }

        /// Opens an element in the one that is open; its attributes follow.
        public mutating func open(_ name: MarkupName) {
            let place = Int32(tree.attributes.count)
            path.append(append(Node(name: name, parent: path.last ?? -1, start: place, end: place)))
        }

        /// Closes the element opened last.
        public mutating func close() { if !path.isEmpty { path.removeLast() } }

        /// Gives the element opened last, in which nothing stands yet, an attribute whose value stands among the values.
        public mutating func attribute(_ name: MarkupName, at range: Range<Int>) {
            guard let node = path.last else { return }
            tree.attributes.append(Attribute(name: name, start: Int32(range.lowerBound), end: Int32(range.upperBound)))
            tree.nodes[Int(node)].end = Int32(tree.attributes.count)
        }

        /// The same for a value of its own.
        public mutating func attribute(_ name: MarkupName, _ value: UnsafeBufferPointer<UInt8>) {
            let start = tree.values.count
            tree.values.append(contentsOf: value)
            attribute(name, at: start..<tree.values.count)
        }

        /// Adds a text that stands among the texts; what follows on a text goes with it.
        public mutating func text(at range: Range<Int>) {
            guard let parent = path.last, !range.isEmpty else { return }
            let last = Int(lastChild[Int(parent)])
            if last >= 0, tree.nodes[last].isText, tree.nodes[last].end == range.lowerBound {
                tree.nodes[last].end = Int32(range.upperBound)
            } else {
                _ = append(Node(name: .text, parent: parent, start: Int32(range.lowerBound), end: Int32(range.upperBound)))
            }
        }

        /// The same for a text of its own.
        public mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
            let start = tree.text.count
            tree.text.append(contentsOf: bytes)
            text(at: start..<tree.text.count)
        }

        private mutating func append(_ node: Node) -> Int32 {
            let index = Int32(tree.nodes.count)
            tree.nodes.append(node)
            lastChild.append(-1)
            guard node.parent >= 0 else { return index }
            let parent = Int(node.parent)
            if lastChild[parent] < 0 {
                tree.nodes[parent].firstChild = index
            } else {
                tree.nodes[Int(lastChild[parent])].nextSibling = index
            }
            lastChild[parent] = index
            return index
        }
    }
}
