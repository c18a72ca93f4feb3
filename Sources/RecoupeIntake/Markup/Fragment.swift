// Elements as HTML again: the content of a feed's item or an agency's story that stands in its XML. Only what a report is made of keeps
// its tags; the text of all else stays.
internal import RecoupeModel

/// Writes elements as HTML.
enum Fragment {
    private static let kept: [MarkupName: String] = table([
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "a", "b", "strong", "em", "i",
        "figure", "figcaption", "pre",
    ])
    private static let parting: Set<MarkupName> = ["div", "section", "article", "block", "br", "hr"]
    private static let renamed: [MarkupName: MarkupName] = ["hl1": "h1", "hl2": "h2", "bq": "blockquote"]
    private static let dropped: Set<MarkupName> = ["media", "script", "style", "object"]

    private static func table(_ names: [String]) -> [MarkupName: String] {
        Dictionary(names.map { (MarkupName($0), $0) }) { first, _ in first }
    }

    static func html(_ element: XMLElement) -> String {
        var out = ""
        write(element.index, element.tree, into: &out)
        return out
    }

    private enum Visit { case open(Int), close(String) }

    private static func write(_ root: Int, _ tree: MarkupTree, into out: inout String) {
        var stack: [Visit] = tree.children(of: root).reversed().map { .open($0) }
        while let next = stack.popLast() {
            switch next {
            case .close(let tag): out += tag
            case .open(let index):
                let node = tree.nodes[index]
                if node.isText {
                    out += escaped(tree.text(of: index))
                } else if !dropped.contains(node.name) {
                    let name = renamed[node.name] ?? node.name
                    out += opening(name, tree[index, "href"])
                    stack.append(.close(closing(name)))
                    stack += tree.children(of: index).reversed().map { .open($0) }
                }
            }
        }
    }

    private static func opening(_ name: MarkupName, _ href: String?) -> String {
        if name == "a", let href { return "<a href=\"\(escaped(href))\">" }
        if let kept = kept[name] { return "<\(kept)>" }
        return parting.contains(name) ? "<div>" : ""
    }

    private static func closing(_ name: MarkupName) -> String {
        if let kept = kept[name] { return "</\(kept)>" }
        return parting.contains(name) ? "</div>" : ""
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
