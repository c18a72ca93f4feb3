// The blocks of an HTML page in, the parts that are the article marked: the element whose paragraphs hold most running text, then the
// passes over its lines.
internal import RecoupeModel
internal import RecoupeText

/// Finds the article in an HTML page.
struct MarkupBody {
    let furniture: Furniture
    let passes: LinePasses

    func parts(of tree: MarkupTree, blocks: [Block], title: String?) -> (parts: Parts, repeated: Int) {
        var parts = Parts(blocks: blocks, furniture: furniture)
        parts.title = title
        choose(&parts, tree)
        passes.titles(&parts)
        passes.furniture(&parts)
        passes.captions(&parts)
        if let first = parts.body.first(where: { parts.blocks[$0].isProse }) { parts.firstProse = first }
        passes.bylines(&parts)
        passes.notes(&parts)
        let repeated = passes.repetitions(&parts)
        passes.tail(&parts)
        return (parts, repeated)
    }

    /// Keeps the blocks below the element with most running text.
    private func choose(_ parts: inout Parts, _ tree: MarkupTree) {
        var scores = [Double](repeating: 0, count: tree.nodes.count)
        for block in parts.blocks {
            guard let place = block.place, block.isProse, block.linkShare < 0.4 else { continue }
            guard place.zones.isDisjoint(with: [.navigation, .footer, .aside, .form, .hidden]) else { continue }
            let weight = 1 + Double(min(block.text.utf8.count, 600)) / 100
            for (step, node) in place.path.dropLast().reversed().prefix(3).enumerated() { scores[node] += weight / Double(1 + step) }
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] || (scores[$0] == scores[$1] && $0 > $1) }), scores[best] > 0
        else { return }
        for (index, block) in parts.blocks.enumerated() where !keeps(block, best: best) { parts.remove(index, "outside") }
    }

    private func keeps(_ block: Block, best: Int) -> Bool {
        guard let place = block.place, place.path.contains(best) else { return false }
        if !place.zones.isDisjoint(with: [.navigation, .footer, .aside, .form, .hidden, .figure]) { return false }
        return block.linkShare <= 0.5 || block.isProse
    }
}
