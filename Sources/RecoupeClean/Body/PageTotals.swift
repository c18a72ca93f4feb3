// Sums over a page: words, links and running text below each element, in elements of the same kind, and in runs of blocks.
internal import RecoupeModel

/// What the blocks of a page add up to.
struct PageTotals {
    /// Words below an element, or in blocks of one kind.
    struct Node {
        var words: Float = 0
        var linked: Float = 0
        var prose: Float = 0
        var blocks: Float = 0
        /// Words and number of prose blocks whose parent it is.
        var ownProse: Float = 0
        var ownBlocks: Float = 0
    }

    /// What is asked of each block more than once.
    struct Facts {
        var words: Float
        var prose: Float
        var endsSentence: Bool
        var isProse: Bool
        var parent: Int
        /// Hash of the names and classes of the two nearest elements.
        var kind: Int
        /// How many of the three blocks on each side are of the same kind.
        var alike = 0
    }

    private(set) var facts: [Facts] = []
    private(set) var nodes: [Node]
    private(set) var kinds: [Int: Node] = [:]
    /// All words and all running text, at least 1.
    private(set) var words: Float = 1
    private(set) var prose: Float = 1
    /// The element that is the parent of most prose; −1 where there is none.
    private(set) var main = -1
    /// The element around each; −1 around the root.
    let parents: [Int32]
    /// Whether an element is the main one or stands around it.
    private(set) var aroundMain: [Bool] = []
    /// Running sums before each block.
    private var proseBefore: [Float] = [0]
    private var linkedBefore: [Float] = [0]

    init(_ blocks: [Block], _ tree: MarkupTree) {
        nodes = [Node](repeating: Node(), count: tree.nodes.count)
        parents = tree.nodes.map(\.parent)
        var marks = [Int?](repeating: nil, count: tree.nodes.count)
        for index in blocks.indices { add(blocks[index], tree, &marks) }
        for index in facts.indices {
            var alike = -1
            for near in max(0, index - 3)..<min(facts.count, index + 4) where facts[near].kind == facts[index].kind { alike += 1 }
            facts[index].alike = alike
        }
        aroundMain = around(main)
    }

    /// For each element whether it is the one given or stands around it; nothing where there is none.
    func around(_ node: Int) -> [Bool] {
        guard node >= 0 else { return [] }
        var out = [Bool](repeating: false, count: parents.count)
        var next = node
        while next >= 0 {
            out[next] = true
            next = Int(parents[next])
        }
        return out
    }

    private mutating func add(_ block: Block, _ tree: MarkupTree, _ marks: inout [Int?]) {
        let count = Float(block.count)
        let ends = block.endsSentence
        let isProse = (ends && block.count >= Tuning.proseWords) || block.count >= Tuning.longWords
        let running = isProse && block.linkShare < 0.4 && block.count >= 8 ? count : 0
        let linked = count * Float(block.linkShare)
        words += count
        prose += running
        let node = block.place?.node ?? -1
        var next = node
        while next >= 0 {
            nodes[next].add(count, linked, running)
            next = Int(parents[next])
        }
        let parent = parent(block.place)
        if running > 0, let parent {
            nodes[parent].ownProse += count
            nodes[parent].ownBlocks += 1
            if main < 0 || nodes[parent].ownProse > nodes[main].ownProse { main = parent }
        }
        var kind = 17
        if node >= 0, parents[node] >= 0 { kind = kind &* 1_000_003 &+ Self.mark(Int(parents[node]), tree, &marks) }
        if node >= 0 { kind = kind &* 1_000_003 &+ Self.mark(node, tree, &marks) }
        kinds[kind, default: Node()].add(count, linked, running)
        facts.append(
            Facts(words: count, prose: running, endsSentence: ends, isProse: isProse, parent: parent ?? -1, kind: kind))
        proseBefore.append((proseBefore.last ?? 0) + running)
        linkedBefore.append((linkedBefore.last ?? 0) + linked)
    }

    /// A number for an element's name and classes.
    private static func mark(_ node: Int, _ tree: MarkupTree, _ marks: inout [Int?]) -> Int {
        if let known = marks[node] { return known }
        var value = 5381
        value = value &* 33 ^ Int(truncatingIfNeeded: tree.nodes[node].name.key)
        for place in tree.attributeIndices(of: node) where tree.attributes[place].name == .classes {
            tree.withValue(tree.attributes[place]) { for byte in $0 { value = value &* 33 ^ Int(byte) } }
        }
        marks[node] = value
        return value
    }

    /// The element around the block's own.
    func parent(_ place: MarkupPlace?) -> Int? {
        guard let node = place?.node else { return nil }
        return parents[node] < 0 ? node : Int(parents[node])
    }

    /// Words of running text, and words in links, in a run of blocks.
    func prose(_ range: Range<Int>) -> Float { proseBefore[range.upperBound] - proseBefore[range.lowerBound] }
    func linked(_ range: Range<Int>) -> Float { linkedBefore[range.upperBound] - linkedBefore[range.lowerBound] }

    /// The first element, from one on outwards, that is as asked.
    func nearest(_ node: Int, _ isMeant: (Int) -> Bool) -> Int? {
        var next = node
        while next >= 0 {
            if isMeant(next) { return next }
            next = Int(parents[next])
        }
        return nil
    }

    /// How many steps up from an element the first stands that is one of those given; −1 where none are.
    func steps(_ node: Int, to others: [Bool]) -> Float {
        guard !others.isEmpty else { return -1 }
        var (steps, next) = (0, node)
        while next >= 0, !others[next] {
            steps += 1
            next = Int(parents[next])
        }
        return Float(steps)
    }
}

extension PageTotals.Node {
    fileprivate mutating func add(_ count: Float, _ linked: Float, _ running: Float) {
        words += count
        self.linked += linked
        prose += running
        blocks += 1
    }
}
