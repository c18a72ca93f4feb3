// What a block of an HTML page looks like, as numbers for the body model: its length and links, the elements around it, its words, its
// neighbours, how much running text shares its parent or its kind of element, where the page's main run of text stands, and what the
// page's data say. Features after Kohlschütter, Fankhauser and Nejdl (WSDM 2010) and Vogels, Ganea and Eickhoff (ECIR 2018, Web2Text).
internal import RecoupeModel
internal import RecoupeText

/// The features of all blocks of one page.
struct BodyFeatures {
    private let parts: Parts
    private let tree: MarkupTree
    private let evidence: BodyEvidence
    private let scores: KeyTable<Float>
    private var page: PageTotals
    /// What the class words of each element say; no number where that is not yet known.
    private var classScores: [Float]
    private var titleBlock = -1
    /// Whether an element is that of the title or stands around it.
    private var aroundTitle: [Bool] = []

    init(parts: Parts, tree: MarkupTree, evidence: BodyEvidence, scores: KeyTable<Float>) {
        self.parts = parts
        self.tree = tree
        self.evidence = evidence
        self.scores = scores
        page = PageTotals(parts.blocks, tree)
        classScores = [Float](repeating: .nan, count: tree.nodes.count)
        titleBlock = parts.blocks.firstIndex { $0.place?.level ?? 0 > 0 && evidence.inTitle($0.keys) >= 0.8 } ?? -1
        if titleBlock >= 0 { aroundTitle = page.around(parts.blocks[titleBlock].place?.node ?? -1) }
    }

    // MARK: Rows

    static let names: [String] = localNames + contextNames + aroundNames + containerNames + mainNames

    /// A row of features for each block, in the order of `names`.
    mutating func rows() -> FeatureRows {
        var own = FeatureRows(width: Self.localNames.count, capacity: parts.blocks.count)
        for index in parts.blocks.indices { addLocal(index, to: &own) }
        var rows = FeatureRows(width: Self.names.count, capacity: parts.blocks.count)
        var seen = Seen()
        for index in parts.blocks.indices {
            if !parts.kinds[index].isEmpty {
                if parts.kinds[index].contains("box") { seen.boxDistance = 0 }
                if parts.kinds[index].contains("comment"), seen.prose > 80 { seen.comments += 1 }
            }
            rows.append(row: index, of: own)
            addContext(index, seen, to: &rows)
            addAround(index, own, to: &rows)
            addContainer(parts.blocks[index].place, to: &rows)
            addMain(index, seen, to: &rows)
            seen.pass(page.facts[index])
            if page.facts[index].parent == page.main { seen.main += page.facts[index].prose }
        }
        return rows
    }

    /// What stands before a block.
    private struct Seen {
        var words: Float = 0
        var prose: Float = 0
        var boxDistance: Float = 99
        var comments: Float = 0
        /// Running text of the page's main element.
        var main: Float = 0

        mutating func pass(_ facts: PageTotals.Facts) {
            words += facts.words
            prose += facts.prose
            boxDistance = min(99, boxDistance + (facts.isProse ? 3 : 1))
        }
    }

    private static let kindGroups: [[String]] = [
        ["share", "follow", "subscribe", "wall", "navigation", "machine", "contact"], ["comment"], ["box"], ["related"], ["caption"],
        ["rights", "advert"], ["dated", "byline", "reading-time", "keywords", "credit"],
    ]
    private static let localNames: [String] =
        ["words", "letters", "links", "sentence", "prose", "commas", "common", "upper", "digits", "strong", "level", "heading", "item"]
        + ["quotation", "caption", "cell", "paragraph-element", "div-element"]
        + ["navigation", "header", "footer", "aside", "article", "main", "figure", "list", "table", "form", "quote", "hidden"]
        + ["furniture", "comment-words", "box-words", "related-words", "caption-words", "rights-words", "byline-words"]
        + ["in-body", "in-description", "in-title", "class-near", "class-sum", "class-low", "class-high", "depth"]
        + ["question", "colon", "lower-start"]

    private static let zones: [MarkupPlace.Zones] = [
        .navigation, .header, .footer, .aside, .article, .main, .figure, .list, .table, .form, .quotation, .hidden,
    ]

    private mutating func addLocal(_ index: Int, to rows: inout FeatureRows) {
        let (place, kind) = (parts.blocks[index].place, parts.blocks[index].kind)
        let zones = place?.zones ?? []
        let signs = TextSigns(parts.blocks[index].text)
        let keys = parts.blocks[index].keys
        let (words, letters) = (Float(max(1, keys.count)), Float(max(1, signs.scalars)))
        let element = place?.element ?? .text
        func add(_ value: Float) { rows.append(value) }
        func add(_ flag: Bool) { rows.append(flag ? 1 : 0) }
        add(Float(keys.count))
        add(letters)
        add(Float(parts.blocks[index].linkShare))
        add(page.facts[index].endsSentence)
        add(page.facts[index].isProse)
        add(Float(signs.commas) / words)
        add(Float(evidence.common.count(in: keys)) / words)
        add(Float(signs.upper) / letters)
        add(Float(signs.digits) / letters)
        add(Float(place?.strongShare ?? 0))
        add(Float(place?.level ?? 0))
        for one in [Block.Kind.heading, .item, .quotation, .caption, .cell] { add(kind == one) }
        add(element == .paragraph)
        add(element == .division)
        for zone in Self.zones { add(zones.contains(zone)) }
        let kinds = parts.kinds[index]
        for group in Self.kindGroups { add(!kinds.isEmpty && kinds.contains { group.contains($0) }) }
        let triples = evidence.compares ? WordKeys.triples(keys) : []
        add(evidence.inBody(triples))
        add(evidence.inDescription(triples))
        add(evidence.inTitle(keys))
        addClasses(place?.node ?? -1, to: &rows)
        add(Float(place?.depth ?? 0))
        add(signs.last == 0x3F)
        add(signs.last == 0x3A)
        add(signs.startsLower)
    }

    // MARK: Class words

    /// What class words of the nearest elements say, and all of them together.
    private mutating func addClasses(_ node: Int, to rows: inout FeatureRows) {
        var (near, sum, low, high): (Float, Float, Float, Float) = (0, 0, 0, 0)
        var (step, next) = (0, node)
        while next >= 0, step < 9 {
            let score = classScore(next)
            if step < 2 { near += score }
            sum += score
            low = step == 0 ? score : min(low, score)
            high = step == 0 ? score : max(high, score)
            (step, next) = (step + 1, Int(page.parents[next]))
        }
        for value in [near, sum, low, high] { rows.append(value) }
    }

    private mutating func classScore(_ node: Int) -> Float {
        let known = classScores[node]
        if !known.isNaN { return known }
        var low: Float = 0
        var high: Float = 0
        for place in tree.attributeIndices(of: node) where Self.named.contains(tree.attributes[place].name) {
            tree.withValue(tree.attributes[place]) { value in
                ClassWords.each(value) { word in
                    let score = scores[WordKeys.key(word)] ?? 0
                    low = min(low, score)
                    high = max(high, score)
                }
            }
        }
        classScores[node] = low + high
        return low + high
    }

    private static let named = MarkupNames(["class", "id", "itemprop", "role", "data-component", "data-testid"])

    /// The class words of an element.
    static func classWords(of node: Int, in tree: MarkupTree) -> [String] {
        var out: [String] = []
        for place in tree.attributeIndices(of: node) where named.contains(tree.attributes[place].name) {
            out += tree.withValue(tree.attributes[place]) { ClassWords.words($0) }
        }
        return out
    }

    // MARK: Place in the page

    private static let contextNames: [String] = [
        "words-before", "prose-before", "prose-share", "after-title", "box-distance", "comments-before",
    ]

    private func addContext(_ index: Int, _ seen: Seen, to rows: inout FeatureRows) {
        let title = titleBlock < 0 ? -50 : Float(max(-50, min(100, index - titleBlock)))
        for value in [seen.words / page.words, seen.prose, seen.prose / page.prose, title, seen.boxDistance, seen.comments] {
            rows.append(value)
        }
    }

    /// Of the local features those that say most of a neighbour.
    private static let neighbourly: [Int] = [0, 2, 3, 6, 11, 16, 30, 37, 40, 41]
    private static let aroundNames: [String] =
        neighbourly.map { "previous-\(localNames[$0])" } + neighbourly.map { "next-\(localNames[$0])" }
        + ["same-parent-previous", "same-parent-next", "words-around", "prose-five-before", "prose-five-after"]
        + ["links-five-before", "links-five-after", "second-previous-words", "second-next-words"]

    private func addAround(_ index: Int, _ own: FeatureRows, to rows: inout FeatureRows) {
        for column in Self.neighbourly { rows.append(index > 0 ? own[index - 1, column] : -1) }
        for column in Self.neighbourly { rows.append(index + 1 < own.count ? own[index + 1, column] : -1) }
        let count = page.facts.count
        rows.append(index > 0 && page.facts[index - 1].parent == page.facts[index].parent ? 1 : 0)
        rows.append(index + 1 < count && page.facts[index].parent == page.facts[index + 1].parent ? 1 : 0)
        rows.append(page.prose(max(0, index - 3)..<min(count, index + 4)))
        let (before, after) = (max(0, index - 5)..<index, index + 1..<min(count, index + 6))
        rows.append(page.prose(before))
        rows.append(page.prose(after))
        rows.append(page.linked(before))
        rows.append(page.linked(after))
        rows.append(index > 1 ? page.facts[index - 2].words : -1)
        rows.append(index + 2 < count ? page.facts[index + 2].words : -1)
    }

    // MARK: What shares the parent

    private static let containerNames: [String] =
        ["one", "two", "three", "four"].flatMap { step in
            ["\(step)-prose", "\(step)-links", "\(step)-density"]
        } + ["parent-prose", "parent-blocks", "best-prose", "best-steps"]

    /// Prose and links below the elements around the block, and where most of the page's prose shares a parent.
    private func addContainer(_ place: MarkupPlace?, to rows: inout FeatureRows) {
        var next = place?.node ?? -1
        for _ in 1...4 {
            if next >= 0 { next = Int(page.parents[next]) }
            if next >= 0 {
                let total = page.nodes[next]
                rows.append(total.prose / page.prose)
                rows.append(total.linked / max(1, total.words))
                rows.append(total.prose / max(1, total.blocks))
            } else {
                for _ in 0..<3 { rows.append(-1) }
            }
        }
        let parent = page.parent(place).map { page.nodes[$0] } ?? PageTotals.Node()
        var best = (prose: Float(0), steps: Float(-1))
        var steps: Float = 0
        next = place?.node ?? -1
        while next >= 0 {
            if page.nodes[next].ownProse > best.prose { best = (page.nodes[next].ownProse, steps) }
            (steps, next) = (steps + 1, Int(page.parents[next]))
        }
        for value in [parent.ownProse / page.prose, parent.ownBlocks, best.prose / page.prose, best.steps] { rows.append(value) }
    }

    // MARK: The page's main run of text

    private static let mainNames: [String] = [
        "main-steps", "main-share", "main-before", "in-main", "title-steps", "kind-prose", "kind-links", "kind-words", "kind-count",
        "siblings-alike", "article-share",
    ]

    /// Where the block stands to the element with most prose of its own and to the title, and what blocks in like elements are.
    private func addMain(_ index: Int, _ seen: Seen, to rows: inout FeatureRows) {
        let node = parts.blocks[index].place?.node ?? -1
        let main = page.main < 0 ? 0 : page.nodes[page.main].ownProse
        rows.append(page.steps(node, to: page.aroundMain))
        rows.append(main / page.prose)
        rows.append(main > 0 ? seen.main / main : -1)
        rows.append(page.nearest(node) { $0 == page.main } == nil ? 0 : 1)
        rows.append(page.steps(node, to: aroundTitle))
        let kind = page.kinds[page.facts[index].kind] ?? PageTotals.Node()
        rows.append(kind.prose / page.prose)
        rows.append(kind.linked / max(1, kind.words))
        rows.append(kind.words / max(1, kind.blocks))
        rows.append(kind.blocks)
        rows.append(Float(page.facts[index].alike))
        let article = page.nearest(node) { tree.nodes[$0].name == .article }
        rows.append(article.map { page.nodes[$0].prose / page.prose } ?? -1)
    }
}
