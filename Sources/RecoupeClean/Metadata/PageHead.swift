// What the head of an HTML page says of it: its title, its meta elements (plain, Open Graph, Dublin Core, microdata), its address.
internal import RecoupeModel

/// The head of a page, and the parts of its body that speak of the page.
struct PageHead: Sendable {
    private(set) var title: String?
    private(set) var canonical: String?
    private(set) var language: String?
    private var metas: [(name: String, content: String)] = []
    /// Times with a machine-readable day, and whether their markup says that they are the publication.
    private(set) var times: [(value: String, text: String, published: Bool, path: Int)] = []
    /// Elements of microdata or classes that name an author: their text.
    private(set) var authorElements: [String] = []
    /// Elements with a publication class or property that hold a visible date.
    private(set) var dateElements: [String] = []

    init(_ tree: MarkupTree) {
        for (index, node) in tree.nodes.enumerated() where !node.isText { take(node, index, tree) }
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
        case "time": takeTime(node, index, tree)
        default: takeMarked(node, index, tree)
        }
    }

    private mutating func takeMeta(_ node: MarkupTree.Node) {
        guard let content = node["content"].map({ collapsed(Entities.decode($0)) }), !content.isEmpty else { return }
        for key in ["property", "name", "itemprop", "http-equiv"] {
            if let name = node[key]?.lowercased() { metas.append((name, content)) }
        }
    }

    private mutating func takeTime(_ node: MarkupTree.Node, _ index: Int, _ tree: MarkupTree) {
        let text = Self.text(of: index, in: tree) ?? ""
        let marks = [node["itemprop"], node["class"], node["pubdate"].map { _ in "pubdate" }].compactMap { $0?.lowercased() }
        let published = marks.contains { $0.contains("publi") || $0.contains("pubdate") || $0.contains("created") }
        times.append((node["datetime"] ?? text, text, published, index))
    }

    private mutating func takeMarked(_ node: MarkupTree.Node, _ index: Int, _ tree: MarkupTree) {
        let property = node["itemprop"]?.lowercased() ?? ""
        let classes = ((node["class"] ?? "") + " " + (node["id"] ?? "")).lowercased()
        if property == "author" || node["rel"]?.lowercased() == "author" || Self.isAuthor(classes) {
            if let text = Self.text(of: index, in: tree), text.unicodeScalars.count < 120 { authorElements.append(text) }
        }
        if property.hasPrefix("date") || Self.isDate(classes) {
            let value = node["content"] ?? node["datetime"] ?? Self.text(of: index, in: tree) ?? ""
            if !value.isEmpty, value.unicodeScalars.count < 120 { dateElements.append(value) }
        }
    }

    private static func isAuthor(_ classes: String) -> Bool {
        classes.contains("author") || classes.contains("byline") || classes.contains("auteur")
    }

    private static func isDate(_ classes: String) -> Bool {
        ["date", "publi", "timestamp", "posted", "dateline"].contains { classes.contains($0) } && !classes.contains("update")
    }

    /// The text below a node, white space collapsed; nothing where there is none.
    static func text(of index: Int, in tree: MarkupTree) -> String? {
        var out = ""
        var stack = [index]
        while let next = stack.popLast(), out.utf8.count < 4000 {
            if tree.nodes[next].isText { out += tree.nodes[next].text + " " }
            stack += tree.children(of: next).reversed()
        }
        let text = collapsed(out)
        return text.isEmpty ? nil : text
    }
}
