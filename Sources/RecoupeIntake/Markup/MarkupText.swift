// A short piece of HTML in, its text out.
internal import RecoupeModel

enum MarkupText {
    /// The text of some markup, white space as it is.
    static func plain(_ markup: String) -> String {
        let tree = MarkupParser().tree(of: MarkupScrubber(maximumDepth: 64).scrub(Array(markup.utf8)))
        return tree.nodes.indices.map { tree.text(of: $0) }.joined().trimmed
    }
}
