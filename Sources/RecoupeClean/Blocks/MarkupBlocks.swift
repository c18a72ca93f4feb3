// A parsed page in, its blocks out, each with its place in the markup. Elements that break lines (HTML standard, rendering section)
// part blocks; two line breaks in a row part them too, and one does after a full stop.
internal import RecoupeModel

/// Parts a parsed page into blocks.
struct MarkupBlocks {
    func blocks(of tree: MarkupTree) -> [Block] {
        var reader = Reader(tree: tree)
        if !tree.nodes.isEmpty { reader.read(0) }
        reader.flush()
        return reader.blocks
    }

    /// Walks the tree in order, gathering the text of the block at hand.
    private struct Reader {
        /// An element that is open.
        private struct Open {
            var node: Int
            var breaks: Bool
        }

        let tree: MarkupTree
        var blocks: [Block] = []
        /// The bytes of the block at hand; a line feed is a break that the markup asks for.
        private var text: [UInt8] = []
        private var letters = 0
        private var linked = 0
        private var emphasised = 0
        private var path: [Open] = []
        private var zones: MarkupPlace.Zones = []
        private var emphasis = 0
        /// Depths inside preformatted text, captions and list items.
        private var verbatim = 0
        private var captions = 0
        private var items = 0

        init(tree: MarkupTree) { self.tree = tree }

        mutating func read(_ index: Int) {
            let node = tree.nodes[index]
            if node.isText { return add(tree.textRange(index)) }
            let traits = ElementTraits.of(node.name)
            if traits.contains(.skipped) { return }
            if traits.contains(.line) { return text.append(0x0A) }
            let breaks = traits.contains(.breaking)
            if breaks { flush() }
            let outer = (zones, emphasis, verbatim, captions, items)
            zones.formUnion(traits.zones)
            if node.hasAttributes, isHidden(index) { zones.insert(.hidden) }
            if traits.contains(.strong) { emphasis += 1 }
            if traits.contains(.verbatim) { verbatim += 1 }
            if traits.contains(.caption) { captions += 1 }
            if traits.contains(.item) { items += 1 }
            path.append(Open(node: index, breaks: breaks))
            var child = node.firstChild
            while child >= 0 {
                read(Int(child))
                child = tree.nodes[Int(child)].nextSibling
            }
            if breaks { flush() }
            path.removeLast()
            (zones, emphasis, verbatim, captions, items) = outer
        }

        private mutating func add(_ range: Range<Int>) {
            let start = text.count
            text.append(contentsOf: tree.text[range])
            var count = 0
            let flat = verbatim == 0
            text.withUnsafeMutableBufferPointer { text in
                for place in start..<text.count {
                    let byte = text[place]
                    if (byte | 0x20) &- 0x61 < 26 || (byte >= 0xC3 && byte != 0xE2) { count += 1 }
                    if byte == 0x0A, flat { text[place] = 0x20 }
                }
            }
            letters += count
            if zones.contains(.link) { linked += count }
            if emphasis > 0 { emphasised += count }
        }

        /// Ends the block at hand.
        mutating func flush() {
            guard !text.isEmpty else { return }
            defer {
                text.removeAll(keepingCapacity: true)
                (letters, linked, emphasised) = (0, 0, 0)
            }
            guard text.contains(where: { $0 > 0x20 }) else { return }
            let parts = Self.parts(text)
            guard !parts.isEmpty, let place = place() else { return }
            let linkShare = letters == 0 ? 0 : Double(linked) / Double(letters)
            for part in parts { blocks.append(Block(part, kind: kind(place), linkShare: linkShare, place: place)) }
        }

        private func place() -> MarkupPlace? {
            guard let last = path.lastIndex(where: \.breaks) else { return nil }
            let name = tree.nodes[path[last].node].name
            return MarkupPlace(
                zones: zones, node: path[last].node, depth: last + 1, element: name, level: name.level(after: 0x68),
                strongShare: letters == 0 ? 0 : Double(emphasised) / Double(letters)
            )
        }

        private func kind(_ place: MarkupPlace) -> Block.Kind {
            if place.level > 0 { return .heading }
            if captions > 0 { return .caption }
            if place.zones.contains(.quotation) { return .quotation }
            switch place.element {
            case .item, .definition, .term: return .item
            case .cell, .headCell: return .cell
            default: return items > 0 ? .item : .paragraph
            }
        }

        /// Paragraphs made with line breaks.
        private static func parts(_ text: [UInt8]) -> [String] {
            guard text.contains(0x0A) else {
                let whole = collapsed(text)
                return whole.isEmpty ? [] : [whole]
            }
            var out: [String] = []
            var current = ""
            var breaks = 0
            for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
                let line = collapsed(Array(line))
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

        private static let hiding: [[UInt8]] = ["none", "hidden"].map { Array($0.utf8) }

        private func isHidden(_ index: Int) -> Bool {
            for place in tree.attributeIndices(of: index) {
                let attribute = tree.attributes[place]
                if attribute.name == .hidden { return true }
                guard attribute.name == .style else { continue }
                guard tree.withValue(attribute, { value in Self.hiding.contains { value.holdsFolded($0) } }) else { continue }
                let style = tree.values[tree.range(attribute)].filter { $0 > 0x20 }.map { $0 | 0x20 }
                let text = String(decoding: style, as: UTF8.self)
                if text.contains("display:none") || text.contains("visibility:hidden") { return true }
            }
            return false
        }
    }
}
