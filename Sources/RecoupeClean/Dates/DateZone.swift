// Where on a page a day speaks of the report: between the title and the text, just above the title, just below the text. Places are
// indices of nodes, which follow the order of the page.

/// The places around the title of a page.
struct DateZone {
    /// Blocks near the title, the likeliest first: below it down to the first lines of the text, then above it, then below the text.
    let blocks: [Int]
    /// The blocks of `blocks` that stand before the end of the text's first lines.
    let headBlocks: Int
    /// The block of the title; −1 where there is none.
    let heading: Int
    private let title: Int
    private let text: Int
    private let end: Int

    init(_ parts: Parts) {
        let heading = Self.heading(parts)
        let first = parts.body.first ?? parts.blocks.count
        let last = parts.body.last ?? first
        let top = heading ?? max(0, min(first, parts.blocks.count) - 8)
        let below = Array(min(top + 1, parts.blocks.count)..<min(parts.blocks.count, max(top + Tuning.dateBelow, first + Tuning.dateBelow)))
        let above = Array(max(0, top - Tuning.dateAbove)..<top).reversed()
        let after = last + 1 < parts.blocks.count ? Array((last + 1)..<min(last + 1 + Tuning.dateBelow, parts.blocks.count)) : []
        let head = below.prefix(Tuning.dateLines) + above
        blocks = head + after.filter { !head.contains($0) }
        headBlocks = head.count
        self.heading = heading ?? -1
        func node(_ index: Int) -> Int? { parts.blocks.indices.contains(index) ? parts.blocks[index].place?.node : nil }
        title = heading.flatMap { node($0) } ?? node(top) ?? 0
        text = node(parts.body.dropFirst(Tuning.dateParagraphs).first ?? first) ?? .max
        end = node(last) ?? .max
    }

    /// The block that says the title, nearest to the text from above.
    private static func heading(_ parts: Parts) -> Int? {
        guard let title = parts.title.map({ WordKeys.keys(of: $0) }), !title.isEmpty else { return nil }
        let same = parts.blocks.indices.filter { parts.blocks[$0].keys == title }
        let first = parts.body.first ?? parts.blocks.count
        return same.last { $0 <= first && parts.blocks[$0].place?.level ?? 0 > 0 } ?? same.last { $0 <= first } ?? same.first
    }

    /// How far a node stands from the title, as a rank: 0 between title and text, then above, within and below the text.
    func rank(ofNode node: Int) -> Int {
        if node >= title && node <= text { return 0 }
        if node < title { return title - node <= Tuning.dateNodes ? 1 : 3 }
        return node <= end ? 2 : (node - end <= Tuning.dateNodes ? 2 : 4)
    }
}
