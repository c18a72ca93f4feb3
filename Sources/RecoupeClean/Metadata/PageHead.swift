// What the head of an HTML page says of it: its title, its meta elements (plain, Open Graph, Dublin Core, microdata), its address.
internal import RecoupeModel

/// The head of a page, and the parts of its body that speak of the page.
struct PageHead: Sendable {
    private(set) var title: String?
    private(set) var canonical: String?
    private(set) var language: String?
    private var metas: [(name: String, content: String)] = []
    /// Elements of microdata or classes that name an author: their text.
    private(set) var authorElements: [String] = []

    init(_ tree: MarkupTree) {
        for index in tree.nodes.indices where !tree.nodes[index].isText {
            // An element without attributes says nothing here, but for the title and the root.
            if tree.nodes[index].attributes.isEmpty, tree.nodes[index].name != "title", tree.nodes[index].name != "html" { continue }
            take(tree.nodes[index], index, tree)
        }
    }

    /// The content of the first meta element with one of these names, in the order of the names.
    func meta(_ names: String...) -> String? {
        for name in names {
            if let found = metas.first(where: { $0.name == name })?.content { return found }
        }
        return nil
    }

    /// The contents of all meta elements with one of these names.
    func metas(_ names: String...) -> [String] { metas.filter { names.contains($0.name) }.map(\.content) }

    private mutating func take(_ node: MarkupTree.Node, _ index: Int, _ tree: MarkupTree) {
        switch node.name {
        case "html": language = node["lang"] ?? node["xml:lang"]
        case "title": title = title ?? Self.text(of: index, in: tree)
        case "link": if node["rel"]?.lowercased() == "canonical", canonical == nil { canonical = node["href"] }
        case "meta": takeMeta(node)
        default: takeMarked(node, index, tree)
        }
    }

    private mutating func takeMeta(_ node: MarkupTree.Node) {
        guard let content = node["content"].map({ collapsed(Entities.decode($0)) }), !content.isEmpty else { return }
        for key in ["property", "name", "itemprop", "http-equiv"] {
            if let name = node[key]?.lowercased() { metas.append((name, content)) }
        }
    }

    private mutating func takeMarked(_ node: MarkupTree.Node, _ index: Int, _ tree: MarkupTree) {
        guard node.attributes.contains(where: Self.isAuthor) else { return }
        if let text = Self.text(of: index, in: tree), text.unicodeScalars.count < 120 { authorElements.append(text) }
    }

    private static func isAuthor(_ attribute: MarkupTree.Attribute) -> Bool {
        switch attribute.name {
        case "class", "id":
            return namesAuthor(attribute.value)
        case "itemprop", "rel": return attribute.value.utf8.count == 6 && attribute.value.lowercased() == "author"
        default: return false
        }
    }

    /// Whether one of the words for authors stands in class names; all of them begin with an a or a b.
    private static func namesAuthor(_ classes: String) -> Bool {
        var classes = classes
        return classes.withUTF8 { bytes in
            for start in bytes.indices where bytes[start] | 0x20 == 0x61 || bytes[start] | 0x20 == 0x62 {
                for word in authorClasses where start + word.count <= bytes.count {
                    var length = 0
                    while length < word.count, bytes[start + length] | 0x20 == word[length] { length += 1 }
                    if length == word.count { return true }
                }
            }
            return false
        }
    }

    private static let authorClasses: [[UInt8]] = ["author", "byline", "auteur"].map { Array($0.utf8) }

    /// The text below a node, white space collapsed; nothing where there is none.
    static func text(of index: Int, in tree: MarkupTree, limit: Int = 4000) -> String? {
        var out = ""
        var stack = [index]
        while let next = stack.popLast(), out.utf8.count < limit {
            if tree.nodes[next].isText { out += tree.nodes[next].text + " " }
            stack += tree.children(of: next).reversed()
        }
        let text = collapsed(out)
        return text.isEmpty ? nil : text
    }
}

extension String {
    /// Whether small ASCII letters stand in the text, large ones taken for small.
    func containsFolded(_ word: [UInt8]) -> Bool {
        var text = self
        return text.withUTF8 { bytes in
            guard bytes.count >= word.count, let first = word.first else { return false }
            for start in 0...(bytes.count - word.count) where bytes[start] | 0x20 == first {
                var length = 1
                while length < word.count, bytes[start + length] | 0x20 == word[length] { length += 1 }
                if length == word.count { return true }
            }
            return false
        }
    }
}
