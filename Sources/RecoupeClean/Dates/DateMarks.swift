// The elements of a page that hold a day by their markup: time and abbr elements, microdata, titles of elements, class names that
// speak of days. The tree goes in, the marks come out in the order of the page, each with its place.
internal import RecoupeModel

/// An element that holds a day.
struct DateMark: Sendable {
    /// What the markup says for machines, else the text.
    var value: String
    var text: String
    var role: DateRole
    /// Index of the node.
    var node: Int
}

/// Gathers the marks of a page.
struct DateMarks {
    private(set) var marks: [DateMark] = []
    private static let longest = 160
    private static let most = 400

    init(_ tree: MarkupTree, vocabulary: DateVocabulary) {
        for index in tree.nodes.indices where marks.count < Self.most {
            guard let role = Self.role(index, tree, vocabulary) else { continue }
            let text = PageHead.text(of: index, in: tree, limit: Self.longest * 2) ?? ""
            let title = tree[index, .title]
            let machine = tree[index, .moment] ?? tree[index, .content] ?? (text.contains { $0.isNumber } ? nil : title)
            let value = machine ?? (tree.nodes[index].name == .abbreviation ? title ?? text : text)
            guard value.contains(where: { $0.isNumber }), value.utf8.count <= Self.longest * 2 else { continue }
            marks.append(DateMark(value: collapsed(value), text: text, role: role, node: index))
        }
    }

    /// The role of an element's day, or nothing where it is no element for days.
    private static func role(_ index: Int, _ tree: MarkupTree, _ vocabulary: DateVocabulary) -> DateRole? {
        let node = tree.nodes[index]
        guard node.hasAttributes || node.name == .time else { return nil }
        if node.name == .meta || node.name == .body || node.name == .html { return nil }
        var found: DateRole? = node.name == .time ? .plain : nil
        for place in tree.attributeIndices(of: index) {
            let attribute = tree.attributes[place]
            switch attribute.name {
            case .classes, .identifier:
                let role = tree.withValue(attribute) { vocabulary.role(ofClasses: $0) }
                if let role, role != .plain || found == nil { found = role }
            case .microdata:
                let name = tree.value(attribute).lowercased()
                if name == "datepublished" || name == "datecreated" { return .published }
                if name == "datemodified" { return .modified }
            case .published: return .published
            case .moment: found = found ?? .plain
            default: break
            }
        }
        return found
    }
}
