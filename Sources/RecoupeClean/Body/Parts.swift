// A page parted: its blocks in order, what was decided of each, and its title.

/// The parts of a page.
struct Parts: Sendable {
    var blocks: [Block]
    var fates: [Fate]
    var title: String?
    /// The name of the outlet in a line of its own above the text.
    var masthead: String?
    /// The kinds of furniture that each block's words show.
    var kinds: [[String]]
    /// Index of the first running text, or the number of blocks.
    var firstProse: Int

    init(blocks: [Block], furniture: Furniture) {
        self.blocks = blocks
        fates = [Fate](repeating: .body, count: blocks.count)
        kinds = blocks.indices.map { furniture.kinds(of: blocks[$0]) }
        firstProse = blocks.count
        let kinds = self.kinds
        firstProse = blocks.indices.first { blocks[$0].isProse && kinds[$0].isEmpty } ?? blocks.count
    }

    /// The fate of blocks of an HTML page that stand outside its article.
    static let outside = "outside"

    mutating func remove(_ index: Int, _ reason: String) {
        if fates[index].isBody { fates[index] = .removed(reason) }
    }

    /// Indices of the blocks that stay.
    var body: [Int] { blocks.indices.filter { fates[$0].isBody } }

    /// The paragraphs that stay, parted by empty lines.
    var text: String { body.map { blocks[$0].text }.joined(separator: "\n\n") }

    /// The texts taken out, in order.
    var removed: [String] { blocks.indices.filter { !fates[$0].isBody }.map { blocks[$0].text } }

    /// The blocks of the article and those next to it; a page's whole frame is no news.
    var near: Range<Int> {
        guard let first = body.first, let last = body.last else { return 0..<0 }
        return max(0, first - Tuning.nearBlocks)..<min(blocks.count, last + Tuning.nearBlocks + 1)
    }

    /// The texts taken out of an HTML page there.
    var nearRemoved: [String] { near.filter { !fates[$0].isBody }.map { blocks[$0].text } }
}
