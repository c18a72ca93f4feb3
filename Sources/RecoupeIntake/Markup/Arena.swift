// A tree of libxml2's XML parser in, the arena of nodes out, so that no C value leaves these files.
internal import CLibxml2
internal import RecoupeModel

/// The tree of a document, copied.
struct Arena {
    private var builder = MarkupTree.Builder()
    private let prefixes: [String: String]

    private init(prefixes: [String: String]) { self.prefixes = prefixes }

    /// The tree of a document. Names stand after the prefix that their namespace has here.
    static func copy(_ document: xmlDocPtr, prefixes: [String: String]) -> MarkupTree {
        var arena = Arena(prefixes: prefixes)
        if let root = xmlDocGetRootElement(document) { arena.copy(root) } else { arena.builder.open("html") }
        return arena.builder.tree
    }

    private mutating func copy(_ root: xmlNodePtr) {
        var next: xmlNodePtr? = root
        while let node = next {
            let isOpen = add(node)
            if isOpen, let child = node.pointee.children {
                next = child
                continue
            }
            if isOpen { builder.close() }
            next = following(node, root: root)
        }
    }

    /// The next node in document order outside this one; closes the elements that end before it.
    private mutating func following(_ node: xmlNodePtr, root: xmlNodePtr) -> xmlNodePtr? {
        var node = node
        while node != root {
            if let sibling = node.pointee.next { return sibling }
            guard let above = node.pointee.parent else { return nil }
            builder.close()
            node = above
        }
        return nil
    }

    /// Adds an element, which is then open, or a text.
    private mutating func add(_ node: xmlNodePtr) -> Bool {
        switch node.pointee.type {
        case XML_ELEMENT_NODE:
            builder.open(MarkupName(name(of: node)))
            addAttributes(node)
            return true
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: builder.text(Self.bytes(node.pointee.content))
        default: break
        }
        return false
    }

    private func name(of node: xmlNodePtr) -> String {
        let name = Self.string(node.pointee.name)
        guard let namespace = node.pointee.ns else { return name }
        let prefix = prefixes[Self.string(namespace.pointee.href)] ?? Self.string(namespace.pointee.prefix)
        return prefix.isEmpty ? name : prefix + ":" + name
    }

    private mutating func addAttributes(_ node: xmlNodePtr) {
        var next = node.pointee.properties
        while let attribute = next {
            builder.attribute(MarkupName(Self.string(attribute.pointee.name)), Self.bytes(attribute.pointee.children?.pointee.content))
            next = attribute.pointee.next
        }
    }

    private static func string(_ characters: UnsafePointer<xmlChar>?) -> String { characters.map { String(cString: $0) } ?? "" }

    private static func bytes(_ characters: UnsafePointer<xmlChar>?) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: characters, count: Int(xmlStrlen(characters)))
    }
}
