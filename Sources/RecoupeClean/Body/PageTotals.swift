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
    /// The element that is the parent of most prose, and the way to it; −1 where there is none.
    private(set) var main = -1
    private(set) var mainPath: [Int] = []
    /// Running sums before each block.
    private var proseBefore: [Float] = [0]
    private var linkedBefore: [Float] = [0]

    init(_ blocks: [Block], _ tree: MarkupTree) {
        nodes = [Node](repeating: Node(), count: tree.nodes.count)
        var marks = [Int?](repeating: nil, count: tree.nodes.count)
        for index in blocks.indices { add(blocks[index], tree, &marks) }
        for index in facts.indices {
            let near = facts[max(0, index - 3)..<min(facts.count, index + 4)]
            facts[index].alike = near.count { $0.kind == facts[index].kind } - 1
        }
    }

    private mutating func add(_ block: Block, _ tree: MarkupTree, _ marks: inout [Int?]) {
        let count = Float(block.count)
        let ends = block.endsSentence
        let isProse = (ends && block.count >= Tuning.proseWords) || block.count >= Tuning.longWords
        let running = isProse && block.linkShare < 0.4 && block.count >= 8 ? count : 0
        let linked = count * Float(block.linkShare)
        words += count
        prose += running
        let path = block.place?.path ?? []
        for node in path { nodes[node].add(count, linked, running) }
        let parent = Self.parent(block)
        if running > 0, let parent {
            nodes[parent].ownProse += count
            nodes[parent].ownBlocks += 1
            if main < 0 || nodes[parent].ownProse > nodes[main].ownProse { (main, mainPath) = (parent, Array(path.dropLast())) }
        }
        var kind = 17
        for node in path.suffix(2) { kind = kind &* 1_000_003 &+ Self.mark(node, tree, &marks) }
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
        for attribute in tree.attributes(of: node) where attribute.name == .classes {
            tree.withValue(attribute) { for byte in $0 { value = value &* 33 ^ Int(byte) } }
        }
        marks[node] = value
        return value
    }

    /// The element around the block's own.
    static func parent(_ block: Block) -> Int? { block.place?.path.dropLast().last ?? block.place?.path.last }

    /// Words of running text, and words in links, in a run of blocks.
    func prose(_ range: Range<Int>) -> Float { proseBefore[range.upperBound] - proseBefore[range.lowerBound] }
    func linked(_ range: Range<Int>) -> Float { linkedBefore[range.upperBound] - linkedBefore[range.lowerBound] }

    /// How many steps up from a block's element the first element stands that is on another way too; −1 where there is no way.
    func steps(_ path: [Int], to other: [Int]) -> Float {
        guard !other.isEmpty else { return -1 }
        var common = 0
        while common < path.count, common < other.count, path[common] == other[common] { common += 1 }
        return Float(path.count - common)
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
