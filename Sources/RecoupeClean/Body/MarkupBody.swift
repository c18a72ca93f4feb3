// The blocks of an HTML page in, the parts that are the article marked: the body model says which blocks are likely, then the passes
// over lines take out what words and order give away. Where the tree holds far less than the page's linked data, those are the body.
internal import RecoupeModel
internal import RecoupeText

/// Finds the article in an HTML page.
struct MarkupBody {
    let furniture: Furniture
    let passes: LinePasses
    let model: BodyModel

    func parts(of tree: MarkupTree, blocks: [Block], evidence: BodyEvidence, title: String?) -> (parts: Parts, repeated: Int) {
        var parts = Parts(blocks: blocks, furniture: furniture)
        parts.title = title
        choose(&parts, tree, evidence)
        passes.titles(&parts)
        passes.furniture(&parts)
        passes.boxes(&parts)
        passes.captions(&parts)
        if let first = parts.body.first(where: { parts.blocks[$0].isProse }) { parts.firstProse = first }
        passes.bylines(&parts)
        passes.notes(&parts)
        let repeated = passes.repetitions(&parts)
        passes.tail(&parts)
        return (parts, repeated)
    }

    /// Keeps the blocks that the model finds likely.
    private func choose(_ parts: inout Parts, _ tree: MarkupTree, _ evidence: BodyEvidence) {
        var features = BodyFeatures(parts: parts, tree: tree, evidence: evidence, scores: model.classScores)
        for (index, stays) in model.chosen(features.rows(), atLeast: Tuning.bodyOdds).enumerated() where !stays {
            parts.remove(index, Parts.outside)
        }
    }

    /// The body that the linked data state, as blocks, where the tree gave much less.
    func stated(_ body: String?, instead parts: Parts) -> Parts? {
        // A third of the words have no more than half of the bytes.
        guard let body, body.utf8.count > 2 * parts.body.reduce(0, { $0 + parts.blocks[$1].text.utf8.count }) else { return nil }
        let blocks = TextBlocks().blocks(of: Entities.decode(Self.withoutTags(body)))
        let words = blocks.reduce(0) { $0 + $1.count }
        let found = parts.body.reduce(0) { $0 + parts.blocks[$1].count }
        guard words >= Tuning.statedWords, found * Tuning.statedTimes < words else { return nil }
        var stated = Parts(blocks: blocks, furniture: furniture)
        stated.title = parts.title
        passes.titles(&stated)
        passes.furniture(&stated)
        return stated
    }

    /// Text of a body that holds markup.
    private static func withoutTags(_ text: String) -> String {
        guard text.utf8.contains(0x3C) else { return text }
        var out = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "<") {
            out += rest[..<open]
            guard let close = rest[open...].firstIndex(of: ">") else { return out + rest[open...] }
            let tag = rest[open..<close].lowercased()
            out += ["<p", "</p", "<br", "<h", "<li", "<div"].contains { tag.hasPrefix($0) } ? "\n" : ""
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }
}
