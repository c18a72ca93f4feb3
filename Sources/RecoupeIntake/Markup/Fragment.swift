// Elements as HTML again: the content of a feed's item or an agency's story that stands in its XML. Only what a report is made of keeps
// its tags; the text of all else stays.
internal import RecoupeModel

/// Writes elements as HTML.
enum Fragment {
    private static let kept: Set<String> = [
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "tr", "td", "th", "a", "b", "strong", "em", "i",
        "figure", "figcaption", "pre",
    ]
    private static let parting: Set<String> = ["div", "section", "article", "block", "br", "hr"]
    private static let renamed: [String: String] = ["hl1": "h1", "hl2": "h2", "bq": "blockquote"]
    private static let dropped: Set<String> = ["media", "script", "style", "object"]

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
                    out += escaped(node.text)
                } else if !dropped.contains(node.name) {
                    let name = renamed[node.name] ?? node.name
                    out += opening(name, node)
                    stack.append(.close(closing(name)))
                    stack += tree.children(of: index).reversed().map { .open($0) }
                }
            }
        }
    }

    private static func opening(_ name: String, _ node: MarkupTree.Node) -> String {
        if name == "a", let href = node["href"] { return "<a href=\"\(escaped(href))\">" }
        if kept.contains(name) { return "<\(name)>" }
        return parting.contains(name) ? "<div>" : ""
    }

    private static func closing(_ name: String) -> String {
        if kept.contains(name) { return "</\(name)>" }
        return parting.contains(name) ? "</div>" : ""
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
