// A parsed page in, its blocks out, each with its place in the markup. Elements that break lines (HTML standard, rendering section)
// part blocks; two line breaks in a row part them too, and one does after a full stop.
internal import RecoupeModel

/// Parts a parsed page into blocks.
struct MarkupBlocks {
    private static let skipped: Set<String> = [
        "head", "script", "style", "noscript", "select", "option", "button", "input", "textarea", "template", "iframe", "video", "audio",
        "map", "object", "embed", "canvas", "svg", "math", "datalist", "progress", "meter", "rp", "rt",
    ]
    private static let breaking: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
        "ul", "caption",
    ]
    private static let zones: [String: MarkupPlace.Zones] = [
        "nav": .navigation, "header": .header, "footer": .footer, "aside": .aside, "article": .article, "main": .main,
        "figure": .figure, "figcaption": .figure, "ul": .list, "ol": .list, "dl": .list, "menu": .list, "table": .table, "form": .form,
        "fieldset": .form, "blockquote": .quotation, "a": .link,
    ]
    private static let strong: Set<String> = ["b", "strong", "em", "i", "u", "mark"]

    func blocks(of tree: MarkupTree) -> [Block] {
        var reader = Reader(tree: tree)
        if !tree.nodes.isEmpty { reader.read(0) }
        reader.flush()
        return reader.blocks
    }

    /// Walks the tree in order, gathering the text of the block at hand.
    private struct Reader {
        let tree: MarkupTree
        var blocks: [Block] = []
        private var text = ""
        private var letters = 0
        private var linked = 0
        private var emphasised = 0
        private var path: [Int] = []
        private var names: [String] = []
        private var zones: MarkupPlace.Zones = []
        private var emphasis = 0

        init(tree: MarkupTree) { self.tree = tree }

        mutating func read(_ index: Int) {
            let node = tree.nodes[index]
            if node.isText { return add(node.text) }
            if MarkupBlocks.skipped.contains(node.name) { return }
            if node.name == "br" { return text.append("\n") }
            let breaks = MarkupBlocks.breaking.contains(node.name)
            if breaks { flush() }
            let (outer, outerEmphasis) = (zones, emphasis)
            zones.formUnion(MarkupBlocks.zones[node.name] ?? [])
            if Self.isHidden(node) { zones.insert(.hidden) }
            if MarkupBlocks.strong.contains(node.name) { emphasis += 1 }
            path.append(index)
            names.append(node.name)
            var child = node.firstChild
            while child >= 0 {
                read(Int(child))
                child = tree.nodes[Int(child)].nextSibling
            }
            if breaks { flush() }
            path.removeLast()
            names.removeLast()
            (zones, emphasis) = (outer, outerEmphasis)
        }

        private mutating func add(_ part: String) {
            text += names.contains("pre") ? part : Self.flat(part)
            let count = part.unicodeScalars.count { Self.isLetter($0) }
            letters += count
            if zones.contains(.link) { linked += count }
            if emphasis > 0 { emphasised += count }
        }

        private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            scalar.value < 0x80 ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
        }

        /// Line ends of the markup as blanks.
        private static func flat(_ part: String) -> String {
            guard part.utf8.contains(0x0A) else { return part }
            return String(decoding: part.utf8.lazy.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self)
        }

        /// Ends the block at hand.
        mutating func flush() {
            defer { (text, letters, linked, emphasised) = ("", 0, 0, 0) }
            guard text.utf8.contains(where: { $0 > 0x20 }), text.contains(where: { !$0.isWhitespace }), let place = place() else { return }
            let linkShare = letters == 0 ? 0 : Double(linked) / Double(letters)
            for part in Self.parts(text) {
                blocks.append(Block(part, kind: kind(place), linkShare: linkShare, place: place))
            }
        }

        private func place() -> MarkupPlace? {
            guard let last = names.lastIndex(where: { MarkupBlocks.breaking.contains($0) }) else { return nil }
            let name = names[last]
            let level = name.utf8.count == 2 && name.hasPrefix("h") ? Int(name.dropFirst()) ?? 0 : 0
            return MarkupPlace(
                zones: zones, path: Array(path[...last]), element: name, level: level,
                strongShare: letters == 0 ? 0 : Double(emphasised) / Double(letters)
            )
        }

        private func kind(_ place: MarkupPlace) -> Block.Kind {
            if place.level > 0 { return .heading }
            if names.contains("figcaption") { return .caption }
            if place.zones.contains(.quotation) { return .quotation }
            switch place.element {
            case "li", "dd", "dt": return .item
            case "td", "th": return .cell
            default: return names.contains("li") ? .item : .paragraph
            }
        }

        /// Paragraphs made with line breaks.
        static func parts(_ text: String) -> [String] {
            guard text.utf8.contains(0x0A) else { return [collapsed(text)].filter { !$0.isEmpty } }
            var out: [String] = []
            var current = ""
            var breaks = 0
            for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
                let line = collapsed(line)
                if line.isEmpty {
                    breaks += 1
                } else if current.isEmpty {
                    current = line
                } else if breaks > 0 || Block.endsSentence(current) {
                    out.append(current)
                    current = line
                } else {
                    current += " " + line
                }
                if !line.isEmpty { breaks = 0 }
            }
            return current.isEmpty ? out : out + [current]
        }

        private static func isHidden(_ node: MarkupTree.Node) -> Bool {
            if node["hidden"] != nil { return true }
            guard let style = node["style"]?.lowercased().filter({ !$0.isWhitespace }) else { return false }
            return style.contains("display:none") || style.contains("visibility:hidden")
        }
    }
}
