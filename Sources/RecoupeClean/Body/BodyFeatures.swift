// What a block of an HTML page looks like, as numbers for the body model: its length and links, the elements around it, its words, its
// neighbours, how much running text shares its parent, and what the page's data say. Features after Kohlschütter, Fankhauser and
// Nejdl (WSDM 2010) and Vogels, Ganea and Eickhoff (ECIR 2018, Web2Text).
internal import RecoupeModel
internal import RecoupeText

/// The features of all blocks of one page.
struct BodyFeatures {
    private let parts: Parts
    private let tree: MarkupTree
    private let evidence: BodyEvidence
    private let scores: [String: Float]
    private var totals: [NodeTotals]
    private var classScores: [Float?]
    private var sumWords: Float = 1
    private var sumProse: Float = 1
    private var titleBlock = -1

    /// Words below an element.
    private struct NodeTotals {
        var words: Float = 0
        var linked: Float = 0
        var prose: Float = 0
        var blocks: Float = 0
        /// Words and number of prose blocks whose parent it is.
        var ownProse: Float = 0
        var ownBlocks: Float = 0
    }

    init(parts: Parts, tree: MarkupTree, evidence: BodyEvidence, scores: [String: Float]) {
        self.parts = parts
        self.tree = tree
        self.evidence = evidence
        self.scores = scores
        totals = [NodeTotals](repeating: NodeTotals(), count: tree.nodes.count)
        classScores = [Float?](repeating: nil, count: tree.nodes.count)
        for block in parts.blocks { count(block) }
        titleBlock = parts.blocks.firstIndex { $0.place?.level ?? 0 > 0 && evidence.inTitle($0.words) >= 0.8 } ?? -1
    }

    private mutating func count(_ block: Block) {
        let words = Float(block.words.count)
        sumWords += words
        let prose = Self.isProse(block) ? words : 0
        sumProse += prose
        for node in block.place?.path ?? [] {
            totals[node].words += words
            totals[node].linked += words * Float(block.linkShare)
            totals[node].prose += prose
            totals[node].blocks += 1
        }
        if prose > 0, let parent = Self.parent(block) {
            totals[parent].ownProse += words
            totals[parent].ownBlocks += 1
        }
    }

    private static func isProse(_ block: Block) -> Bool { block.isProse && block.linkShare < 0.4 && block.words.count >= 8 }

    /// The element around the block's own.
    private static func parent(_ block: Block) -> Int? { block.place?.path.dropLast().last ?? block.place?.path.last }

    // MARK: Rows

    /// A row of features for each block, in the order of `names`.
    mutating func rows() -> [[Float]] {
        let own = parts.blocks.indices.map { local($0) }
        var wordsBefore: Float = 0
        var proseBefore: Float = 0
        var boxDistance: Float = 99
        var commentSeen: Float = 0
        var rows: [[Float]] = []
        for (index, block) in parts.blocks.enumerated() {
            if parts.kinds[index].contains("box") { boxDistance = 0 }
            if parts.kinds[index].contains("comment"), proseBefore > 80 { commentSeen += 1 }
            rows.append(
                own[index] + context(index, wordsBefore, proseBefore, boxDistance, commentSeen) + around(index, own) + container(block))
            wordsBefore += Float(block.words.count)
            if Self.isProse(block) { proseBefore += Float(block.words.count) }
            if block.isProse { boxDistance = min(99, boxDistance + 3) } else { boxDistance = min(99, boxDistance + 1) }
        }
        return rows
    }

    static let names: [String] = localNames + contextNames + aroundNames + containerNames

    private static let kindGroups: [[String]] = [
        ["share", "follow", "subscribe", "navigation", "machine", "contact"], ["comment"], ["box"], ["related"], ["caption"],
        ["rights", "advert"], ["dated", "byline", "reading-time", "keywords", "credit"],
    ]
    private static let localNames: [String] =
        ["words", "letters", "links", "sentence", "prose", "commas", "common", "upper", "digits", "strong", "level", "heading", "item"]
        + ["quotation", "caption", "cell", "paragraph-element", "div-element"]
        + ["navigation", "header", "footer", "aside", "article", "main", "figure", "list", "table", "form", "quote", "hidden"]
        + ["furniture", "comment-words", "box-words", "related-words", "caption-words", "rights-words", "byline-words"]
        + ["in-body", "in-description", "in-title", "class-near", "class-sum", "class-low", "class-high", "depth"]

    private mutating func local(_ index: Int) -> [Float] {
        let block = parts.blocks[index]
        let zones = block.place?.zones ?? []
        let words = Float(block.words.count)
        let scalars = block.text.unicodeScalars
        let letters = Float(max(1, scalars.count))
        let element = block.place?.element ?? ""
        var row: [Float] = [
            words, letters, Float(block.linkShare), block.endsSentence ? 1 : 0, block.isProse ? 1 : 0,
            Float(scalars.count { $0 == "," }) / max(1, words), Float(block.words.count { evidence.common.contains($0) }) / max(1, words),
            Float(scalars.count { (0x41...0x5A).contains($0.value) }) / letters,
            Float(scalars.count { (0x30...0x39).contains($0.value) }) / letters,
            Float(block.place?.strongShare ?? 0), Float(block.place?.level ?? 0), block.kind == .heading ? 1 : 0,
            block.kind == .item ? 1 : 0,
            block.kind == .quotation ? 1 : 0, block.kind == .caption ? 1 : 0, block.kind == .cell ? 1 : 0, element == "p" ? 1 : 0,
            element == "div" ? 1 : 0,
        ]
        let flags: [MarkupPlace.Zones] = [
            .navigation, .header, .footer, .aside, .article, .main, .figure, .list, .table, .form, .quotation, .hidden,
        ]
        row += flags.map { zones.contains($0) ? 1 : 0 }
        row += Self.kindGroups.map { group in parts.kinds[index].contains { group.contains($0) } ? 1 : 0 }
        row += [evidence.inBody(block.words), evidence.inDescription(block.words), evidence.inTitle(block.words)]
        return row + classes(block) + [Float(block.place?.path.count ?? 0)]
    }

    // MARK: Class words

    /// What class words of the nearest elements say, and all of them together.
    private mutating func classes(_ block: Block) -> [Float] {
        var values: [Float] = []
        for node in (block.place?.path ?? []).reversed().prefix(9) { values.append(classScore(node)) }
        return [values.prefix(2).reduce(0, +), values.reduce(0, +), values.min() ?? 0, values.max() ?? 0]
    }

    private mutating func classScore(_ node: Int) -> Float {
        if let known = classScores[node] { return known }
        var low: Float = 0
        var high: Float = 0
        for word in Self.classWords(of: node, in: tree) {
            let score = scores[word] ?? 0
            low = min(low, score)
            high = max(high, score)
        }
        classScores[node] = low + high
        return low + high
    }

    /// The class words of an element.
    static func classWords(of node: Int, in tree: MarkupTree) -> [String] {
        let element = tree.nodes[node]
        return ClassWords.words(
            (element["class"] ?? "") + " " + (element["id"] ?? "") + " " + (element["itemprop"] ?? "") + " "
                + (element["role"] ?? "") + " " + (element["data-component"] ?? "") + " " + (element["data-testid"] ?? ""))
    }

    // MARK: Place in the page

    private static let contextNames: [String] = [
        "words-before", "prose-before", "prose-share", "after-title", "box-distance", "comments-before",
    ]

    private func context(_ index: Int, _ words: Float, _ prose: Float, _ box: Float, _ comments: Float) -> [Float] {
        let title = titleBlock < 0 ? -50 : Float(max(-50, min(100, index - titleBlock)))
        return [words / sumWords, prose, prose / sumProse, title, box, comments]
    }

    /// Of the local features those that say most of a neighbour.
    private static let neighbourly: [Int] = [0, 2, 3, 6, 11, 16, 30, 37, 40, 41]
    private static let aroundNames: [String] =
        neighbourly.map { "previous-\(localNames[$0])" } + neighbourly.map { "next-\(localNames[$0])" }
        + ["same-parent-previous", "same-parent-next", "words-around"]

    private func around(_ index: Int, _ own: [[Float]]) -> [Float] {
        let none = [Float](repeating: -1, count: Self.neighbourly.count)
        let before = index > 0 ? Self.neighbourly.map { own[index - 1][$0] } : none
        let after = index + 1 < own.count ? Self.neighbourly.map { own[index + 1][$0] } : none
        let window = parts.blocks[max(0, index - 3)..<min(parts.blocks.count, index + 4)]
        return before + after + [
            index > 0 && isSibling(index - 1, index) ? 1 : 0, index + 1 < parts.blocks.count && isSibling(index, index + 1) ? 1 : 0,
            Float(window.reduce(0) { $0 + (Self.isProse($1) ? $1.words.count : 0) }),
        ]
    }

    private func isSibling(_ a: Int, _ b: Int) -> Bool {
        Self.parent(parts.blocks[a]) == Self.parent(parts.blocks[b])
    }

    // MARK: What shares the parent

    private static let containerNames: [String] =
        ["one", "two", "three", "four"].flatMap { step in
            ["\(step)-prose", "\(step)-links", "\(step)-density"]
        } + ["parent-prose", "parent-blocks", "best-prose", "best-steps"]

    /// Prose and links below the elements around the block, and where most of the page's prose shares a parent.
    private func container(_ block: Block) -> [Float] {
        let path = block.place?.path ?? []
        var row: [Float] = []
        for step in 1...4 {
            guard step < path.count else {
                row += [-1, -1, -1]
                continue
            }
            let total = totals[path[path.count - 1 - step]]
            row += [total.prose / sumProse, total.linked / max(1, total.words), total.prose / max(1, total.blocks)]
        }
        let parent = Self.parent(block).map { totals[$0] } ?? NodeTotals()
        var best = (prose: Float(0), steps: Float(-1))
        for (steps, node) in path.reversed().enumerated() where totals[node].ownProse > best.prose {
            best = (totals[node].ownProse, Float(steps))
        }
        return row + [parent.ownProse / sumProse, parent.ownBlocks, best.prose / sumProse, best.steps]
    }
}
