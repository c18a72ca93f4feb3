// How likely a block of an HTML page belongs to the report: gradient-boosted regression trees (Friedman 2001) over the block's
// features, and log-odds of class words. Both are data (`Languages/markup/body.tsv`), learned from annotated pages by
// `recoupe-forge train-body`; the card beside the file says from which.
internal import Foundation
package import RecoupeLanguage

/// The learned model of article bodies.
package struct BodyModel: Sendable {
    /// Log-odds of class words.
    package let classWords: [String: Float]
    let classScores: KeyTable<Float>
    /// The nodes of all trees; a leaf leads to itself.
    private let nodes: [Node]
    private let roots: [Int32]

    /// A node as the walk needs it.
    private struct Node: Sendable {
        /// The threshold of a split, the value of a leaf.
        var value: Float
        /// Of a leaf any.
        var feature: UInt16
        /// How many nodes further the way goes on; of a leaf 0.
        var low: UInt8
        var high: UInt8
    }

    package static let path = "Languages/markup/body.tsv"

    /// Reads the model's file.
    package init(_ bytes: [UInt8], file: String = BodyModel.path) throws(PackError) {
        var scores: [String: Float] = [:]
        var trees: [BodyTree] = []
        let features = Dictionary(BodyFeatures.names.enumerated().map { ($1, $0) }) { first, _ in first }
        for row in try Table(bytes, file: file, columns: 1).rows {
            func fail() -> PackError { PackError(file: file, line: row.line, trouble: "is no node", remedy: "train the model again") }
            switch row[0] {
            case "class": scores[row[1]] = try Self.number(row, 2, file)
            case "tree": trees.append(BodyTree(nodes: []))
            case "leaf" where !trees.isEmpty: trees[trees.count - 1].nodes.append(.leaf(try Self.number(row, 1, file)))
            default:
                guard row[0] == "split", let feature = features[row[1]], let low = Int(row[3]), let high = Int(row[4]), !trees.isEmpty,
                    low > trees[trees.count - 1].nodes.count, high > low
                else { throw fail() }
                let threshold = try Self.number(row, 2, file)
                trees[trees.count - 1].nodes.append(.split(feature: feature, threshold: threshold, low: low, high: high))
            }
        }
        try self.init(classWords: scores, trees: trees, file: file)
    }

    /// Every split leads to nodes of its tree; nodes lead forward only, so that no walk goes round.
    package init(classWords: [String: Float], trees: [BodyTree], file: String = BodyModel.path) throws(PackError) {
        self.classWords = classWords
        classScores = KeyTable(classWords)
        var nodes: [Node] = []
        var roots: [Int32] = []
        for tree in trees where !tree.nodes.isEmpty {
            let base = Int32(nodes.count)
            roots.append(base)
            for (index, node) in tree.nodes.enumerated() {
                switch node {
                case .leaf(let value): nodes.append(Node(value: value, feature: 0, low: 0, high: 0))
                case .split(let feature, let threshold, let low, let high):
                    guard low > index, high > index, max(low, high) < min(tree.nodes.count, 256),
                        BodyFeatures.names.indices.contains(feature)
                    else {
                        throw PackError(
                            file: file, trouble: "has a tree with missing nodes or more than 256", remedy: "train the model again")
                    }
                    nodes.append(Node(value: threshold, feature: UInt16(feature), low: UInt8(low - index), high: UInt8(high - index)))
                }
            }
        }
        (self.nodes, self.roots) = (nodes, roots)
    }

    package init(files: PackFiles) throws(PackError) {
        guard let bytes = files.bytes(Self.path) else {
            throw PackError(file: Self.path, trouble: "is missing", remedy: "restore the file")
        }
        try self.init(bytes)
    }

    private static func number(_ row: Table.Row, _ cell: Int, _ file: String) throws(PackError) -> Float {
        guard let value = Float(row[cell]) else {
            throw PackError(file: file, line: row.line, trouble: "\"\(row[cell])\" is no number", remedy: "train the model again")
        }
        return value
    }

    /// For each block whether it belongs to the report.
    package func body(_ rows: FeatureRows) -> [Bool] { chosen(rows, atLeast: Tuning.bodyOdds) }

    /// How many trees are walked before the sums are looked at.
    private static let group = 16

    /// For each block whether its log-odds reach a bound. A block whose sum is far below or above after a part of the trees is not
    /// looked at further: what is left cannot be expected to turn it. A group of trees is walked for all blocks before the next, so that
    /// its nodes stay near the processor.
    func chosen(_ rows: FeatureRows, atLeast bound: Float) -> [Bool] {
        var sums = [Float](repeating: 0, count: rows.count)
        var open = Array(0..<rows.count)
        for start in stride(from: 0, to: roots.count, by: Self.group) where !open.isEmpty {
            let trees = start..<min(start + Self.group, roots.count)
            add(trees, rows, open, to: &sums)
            guard trees.count == Self.group else { break }
            let margin = min(Tuning.bodyMargin, Tuning.bodyMarginATree * Float(roots.count - trees.upperBound))
            open.removeAll { abs(sums[$0] - bound) > margin }
        }
        return sums.map { $0 >= bound }
    }

    private typealias Place = UnsafePointer<Node>

    /// Adds what some trees say of some blocks, eight blocks at a time: each step waits for memory, and eight wait together.
    private func add(_ trees: Range<Int>, _ rows: FeatureRows, _ open: [Int], to sums: inout [Float]) {
        rows.values.withUnsafeBufferPointer { values in
            nodes.withUnsafeBufferPointer { nodes in
                guard let values = values.baseAddress, let nodes = nodes.baseAddress else { return }
                for first in stride(from: 0, to: open.count, by: 8) {
                    // Where fewer are left the last stands in for them, and is not counted again.
                    let count = min(8, open.count - first)
                    func start(_ place: Int) -> UnsafePointer<Float> { values + open[first + min(place, count - 1)] * rows.width }
                    let (k, l, m, n) = (start(0), start(1), start(2), start(3))
                    let (p, q, r, s) = (start(4), start(5), start(6), start(7))
                    var sum = SIMD8<Float>()
                    for place in 0..<count { sum[place] = sums[open[first + place]] }
                    for tree in trees {
                        let root = nodes + Int(roots[tree])
                        var (a, b, c, d): (Place, Place, Place, Place) = (root, root, root, root)
                        var (e, f, g, h): (Place, Place, Place, Place) = (root, root, root, root)
                        // A leaf leads to itself: the walk ends when none of the eight has gone on.
                        var moved: UInt8 = 1
                        while moved != 0 {
                            moved = Self.step(&a, k) | Self.step(&b, l) | Self.step(&c, m) | Self.step(&d, n)
                            moved |= Self.step(&e, p) | Self.step(&f, q) | Self.step(&g, r) | Self.step(&h, s)
                        }
                        sum += SIMD8(
                            a.pointee.value, b.pointee.value, c.pointee.value, d.pointee.value,
                            e.pointee.value, f.pointee.value, g.pointee.value, h.pointee.value)
                    }
                    for place in 0..<count { sums[open[first + place]] = sum[place] }
                }
            }
        }
    }

    /// Goes on to the node that a block's values lead to; how many nodes further it stands.
    @inline(__always)
    private static func step(_ node: inout Place, _ values: UnsafePointer<Float>) -> UInt8 {
        let (low, high) = (node.pointee.low, node.pointee.high)
        let way = values[Int(node.pointee.feature)] <= node.pointee.value ? low : high
        node += Int(way)
        return way
    }
}
