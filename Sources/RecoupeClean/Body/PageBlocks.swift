// The blocks of an HTML page with what the body model sees of them, for those who train and measure the model.
package import RecoupeModel

/// A page parted into blocks.
package struct PageBlocks: Sendable {
    /// The text of each block.
    package let texts: [String]
    private let parts: Parts
    private let tree: MarkupTree
    private let evidence: BodyEvidence

    init(parts: Parts, tree: MarkupTree, evidence: BodyEvidence) {
        texts = parts.blocks.map(\.text)
        (self.parts, self.tree, self.evidence) = (parts, tree, evidence)
    }

    /// The names of the features, in the order of the columns.
    package static var featureNames: [String] { BodyFeatures.names }

    /// The features of each block, where class words have these log-odds.
    package func rows(classWords: [String: Float]) -> FeatureRows {
        var features = BodyFeatures(parts: parts, tree: tree, evidence: evidence, scores: KeyTable(classWords))
        return features.rows()
    }

    /// The class words of the elements around a block, the five nearest.
    package func classWords(of block: Int) -> Set<String> {
        var out: Set<String> = []
        var node = parts.blocks[block].place?.node ?? -1
        for _ in 0..<5 where node >= 0 {
            out.formUnion(BodyFeatures.classWords(of: node, in: tree))
            node = Int(tree.nodes[node].parent)
        }
        return out
    }
}

extension Cleaner {
    /// The blocks of an HTML page; nothing for plain text.
    package func blocks(of page: Page) -> PageBlocks? {
        guard let tree = page.tree else { return nil }
        let head = PageHead(tree)
        let linked = LinkedFacts(page.linkedData)
        let blocks = MarkupBlocks().blocks(of: tree)
        let url = page.url ?? Self.address(head.canonical ?? head.meta("og:url") ?? linked.url)
        let outlet = OutletFinder(lexicon: origins, furniture: furniture).outlet(head: head, linked: linked, url: url, blocks: blocks)
        let title = TitleFinder().title(head: head, linked: linked, blocks: blocks, site: outlet)
        return PageBlocks(
            parts: Parts(blocks: blocks, furniture: furniture), tree: tree,
            evidence: BodyEvidence(head: head, linked: linked, title: title, common: common)
        )
    }
}
