// What the head of an HTML page says of it: its title, its meta elements (plain, Open Graph, Dublin Core, microdata), its address.
internal import RecoupeModel

/// The head of a page, and the parts of its body that speak of the page.
struct PageHead: Sendable {
    private(set) var title: String?
    private(set) var canonical: String?
    private(set) var language: String?
    private var metas: [(name: WordKey, content: String)] = []
    /// Elements of microdata or classes that name an author: their text.
    private(set) var authorElements: [String] = []

    init(_ tree: MarkupTree) {
        // An element without attributes says nothing here, but for the title.
        for index in tree.nodes.indices where tree.nodes[index].hasAttributes || tree.nodes[index].name == .title { take(index, tree) }
    }

    /// The content of the first meta element with one of these names, in the order of the names.
    func meta(_ names: String...) -> String? {
        for name in names {
            let key = WordKeys.key(name)
            if let found = metas.first(where: { $0.name == key })?.content { return found }
        }
        return nil
    }

    /// The contents of all meta elements with one of these names.
    func metas(_ names: String...) -> [String] {
        let keys = names.map { WordKeys.key($0) }
        return metas.filter { keys.contains($0.name) }.map(\.content)
    }

    private mutating func take(_ index: Int, _ tree: MarkupTree) {
        switch tree.nodes[index].name {
        case .html: language = language ?? tree[index, .language] ?? tree[index, .xmlLanguage]
        case .title: title = title ?? Self.text(of: index, in: tree)
        case .link: if canonical == nil, tree[index, .relation]?.lowercased() == "canonical" { canonical = tree[index, .address] }
        case .meta: takeMeta(index, tree)
        default: takeMarked(index, tree)
        }
    }

    private mutating func takeMeta(_ index: Int, _ tree: MarkupTree) {
        guard let content = tree[index, .content].map({ collapsed(Entities.decode($0)) }), !content.isEmpty else { return }
        for key in [MarkupName.property, .name, .microdata, .equivalent] {
            if let name = tree[index, key]?.lowercased() { metas.append((WordKeys.key(name), content)) }
        }
    }

    private mutating func takeMarked(_ index: Int, _ tree: MarkupTree) {
        guard tree.attributeIndices(of: index).contains(where: { Self.isAuthor(tree.attributes[$0], tree) }) else { return }
        if let text = Self.text(of: index, in: tree), text.unicodeScalars.count < 120 { authorElements.append(text) }
    }

    private static func isAuthor(_ attribute: MarkupTree.Attribute, _ tree: MarkupTree) -> Bool {
        switch attribute.name {
        case .classes, .identifier: return tree.withValue(attribute) { namesAuthor($0) }
        case .microdata, .relation: return tree.range(attribute).count == 6 && tree.value(attribute).lowercased() == "author"
        default: return false
        }
    }

    /// Whether one of the words for authors stands in class names; all of them begin with an a or a b.
    private static func namesAuthor(_ classes: UnsafeBufferPointer<UInt8>) -> Bool {
        for start in classes.indices where classes[start] | 0x20 == 0x61 || classes[start] | 0x20 == 0x62 {
            if authorClasses.contains(where: { classes.holdsFolded($0, at: start) }) { return true }
        }
        return false
    }

    private static let authorClasses: [[UInt8]] = ["author", "byline", "auteur"].map { Array($0.utf8) }

    /// The text below a node, white space collapsed; nothing where there is none.
    static func text(of index: Int, in tree: MarkupTree, limit: Int = 4000) -> String? {
        var out = ""
        var stack = [index]
        while let next = stack.popLast(), out.utf8.count < limit {
            if tree.nodes[next].isText { out += tree.text(of: next) + " " }
            stack += tree.children(of: next).reversed()
        }
        let text = collapsed(out)
        return text.isEmpty ? nil : text
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether small ASCII letters stand at a place, large ones taken for small.
    func holdsFolded(_ word: [UInt8], at start: Int) -> Bool {
        guard start + word.count <= count else { return false }
        var length = 0
        while length < word.count, self[start + length] | 0x20 == word[length] { length += 1 }
        return length == word.count
    }

    /// Whether they stand anywhere.
    func holdsFolded(_ word: [UInt8]) -> Bool { indices.contains { holdsFolded(word, at: $0) } }
}
