// A tree of libxml2 in, the arena of value nodes out, so that no C value leaves these files.
internal import CLibxml2
internal import RecoupeModel

/// Nodes as they are copied, with the last child of each.
struct Arena {
    private var nodes: [MarkupTree.Node] = []
    private var lastChild: [Int32] = []
    /// Prefixes by namespace; nothing for HTML, whose names are in lower case.
    private let prefixes: [String: String]?

    private var names = NameCache()

    private init(prefixes: [String: String]?, capacity: Int) {
        self.prefixes = prefixes
        nodes.reserveCapacity(capacity)
        lastChild.reserveCapacity(capacity)
    }

    /// The tree of a document. XML names keep their case, and stand after the prefix that their namespace has here.
    static func copy(_ document: xmlDocPtr, prefixes: [String: String]? = nil, capacity: Int = 0) -> MarkupTree {
        var arena = Arena(prefixes: prefixes, capacity: capacity)
        guard let root = xmlDocGetRootElement(document) else { return MarkupTree(nodes: [MarkupTree.Node(name: "html", parent: -1)]) }
        var next: xmlNodePtr? = root
        var parent: Int32 = -1
        while let node = next {
            let index = arena.add(node, parent: parent)
            if index >= 0, let child = node.pointee.children, node.pointee.type == XML_ELEMENT_NODE {
                parent = index
                next = child
                continue
            }
            next = Self.following(node, root: root, parent: &parent, in: arena)
        }
        return MarkupTree(nodes: arena.nodes)
    }

    /// The next node in document order outside this one, going up as far as needed.
    private static func following(_ node: xmlNodePtr, root: xmlNodePtr, parent: inout Int32, in arena: Arena) -> xmlNodePtr? {
        var node = node
        while node != root {
            if let sibling = node.pointee.next { return sibling }
            guard let above = node.pointee.parent, parent >= 0 else { return nil }
            node = above
            parent = arena.nodes[Int(parent)].parent
        }
        return nil
    }

    /// Adds an element or a text; −1 for what is neither.
    mutating func add(_ node: xmlNodePtr, parent: Int32) -> Int32 {
        switch node.pointee.type {
        case XML_ELEMENT_NODE:
            let name = name(of: node)
            return append(MarkupTree.Node(name: name, attributes: attributes(node), parent: parent))
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            return append(MarkupTree.Node(name: "", text: string(node.pointee.content), parent: parent))
        default: return -1
        }
    }

    private mutating func name(of node: xmlNodePtr) -> String {
        guard let prefixes else { return names.lower(node.pointee.name) }
        let name = string(node.pointee.name)
        guard let namespace = node.pointee.ns else { return name }
        let prefix = prefixes[string(namespace.pointee.href)] ?? string(namespace.pointee.prefix)
        return prefix.isEmpty ? name : prefix + ":" + name
    }

    private mutating func append(_ node: MarkupTree.Node) -> Int32 {
        let index = Int32(nodes.count)
        nodes.append(node)
        lastChild.append(-1)
        if node.parent >= 0 {
            let parent = Int(node.parent)
            if lastChild[parent] < 0 { nodes[parent].firstChild = index } else { nodes[Int(lastChild[parent])].nextSibling = index }
            lastChild[parent] = index
        }
        return index
    }

    private mutating func attributes(_ node: xmlNodePtr) -> [MarkupTree.Attribute] {
        var out: [MarkupTree.Attribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            let value = attribute.pointee.children.map { string($0.pointee.content) } ?? ""
            let name = prefixes == nil ? names.lower(attribute.pointee.name) : string(attribute.pointee.name)
            out.append(MarkupTree.Attribute(name: name, value: value))
            next = attribute.pointee.next
        }
        return out
    }

    private func string(_ characters: UnsafePointer<xmlChar>?) -> String { characters.map { String(cString: $0) } ?? "" }
}

/// The names of elements and attributes, each made once: of all that a page has, a few dozen differ.
private struct NameCache {
    private var slots: [(low: UInt64, high: UInt64, name: String)] = Array(repeating: (0, 0, ""), count: 256)

    /// A name in lower case.
    mutating func lower(_ characters: UnsafePointer<xmlChar>?) -> String {
        guard let characters else { return "" }
        var (low, high): (UInt64, UInt64) = (0, 0)
        var count = 0
        while characters[count] != 0 {
            guard count < 16 else { return String(cString: characters).lowercased() }
            if count < 8 { low = low << 8 | UInt64(characters[count]) } else { high = high << 8 | UInt64(characters[count]) }
            count += 1
        }
        let place = Int(truncatingIfNeeded: ((low ^ (high &* 31)) &* 0x9e37_79b9_7f4a_7c15) >> 56)
        if slots[place].low != low || slots[place].high != high {
            slots[place] = (low, high, String(cString: characters).lowercased())
        }
        return slots[place].name
    }
}
