// Scrubbed markup in, the arena of value nodes out. libxml2's HTML parser recovers from any markup; its tree is copied and freed
// here, so that no C value leaves this file.
internal import CLibxml2
internal import RecoupeModel

/// Parses HTML.
struct MarkupParser {
    /// The library sets itself up once.
    private static let ready: Void = xmlInitParser()

    func tree(of markup: [UInt8]) -> MarkupTree {
        _ = Self.ready
        let options = Int32(
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue)
        let document = markup.withUnsafeBytes { raw -> htmlDocPtr? in
            htmlReadMemory(raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: raw.count), nil, "UTF-8", options)
        }
        guard let document else { return MarkupTree(nodes: [MarkupTree.Node(name: "html", parent: -1)]) }
        defer { xmlFreeDoc(document) }
        return copy(document)
    }

    private func copy(_ document: htmlDocPtr) -> MarkupTree {
        var arena = Arena()
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
}

/// Nodes as they are copied, with the last child of each.
private struct Arena {
    var nodes: [MarkupTree.Node] = []
    private var lastChild: [Int32] = []

    /// Adds an element or a text; −1 for what is neither.
    mutating func add(_ node: xmlNodePtr, parent: Int32) -> Int32 {
        switch node.pointee.type {
        case XML_ELEMENT_NODE:
            return append(MarkupTree.Node(name: string(node.pointee.name).lowercased(), attributes: attributes(node), parent: parent))
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
            return append(MarkupTree.Node(name: "", text: string(node.pointee.content), parent: parent))
        default: return -1
        }
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

    private func attributes(_ node: xmlNodePtr) -> [MarkupTree.Attribute] {
        var out: [MarkupTree.Attribute] = []
        var next = node.pointee.properties
        while let attribute = next {
            let value = attribute.pointee.children.map { string($0.pointee.content) } ?? ""
            out.append(MarkupTree.Attribute(name: string(attribute.pointee.name).lowercased(), value: value))
            next = attribute.pointee.next
        }
        return out
    }

    private func string(_ characters: UnsafePointer<xmlChar>?) -> String { characters.map { String(cString: $0) } ?? "" }
}
