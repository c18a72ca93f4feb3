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
        /// −1 for a leaf.
        var feature: Int32
        var low: Int32
        var high: Int32
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
                let own = base + Int32(index)
                switch node {
                case .leaf(let value): nodes.append(Node(value: value, feature: -1, low: own, high: own))
                case .split(let feature, let threshold, let low, let high):
                    guard low > index, high > index, max(low, high) < tree.nodes.count, BodyFeatures.names.indices.contains(feature) else {
                        throw PackError(file: file, trouble: "has a tree with missing nodes", remedy: "train the model again")
                    }
                    nodes.append(Node(value: threshold, feature: Int32(feature), low: base + Int32(low), high: base + Int32(high)))
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

    /// For each block whether its log-odds reach a bound. A block whose sum is far below or above after a part of the trees is not
    /// looked at further: what is left cannot be expected to turn it.
    func chosen(_ rows: FeatureRows, atLeast bound: Float) -> [Bool] {
        rows.values.withUnsafeBufferPointer { values in
            nodes.withUnsafeBufferPointer { nodes in
                (0..<rows.count).map { row in
                    var sum: Float = 0
                    for (place, root) in roots.enumerated() {
                        var node = nodes[Int(root)]
                        while node.feature >= 0 {
                            node = nodes[Int(values[row * rows.width + Int(node.feature)] <= node.value ? node.low : node.high)]
                        }
                        sum += node.value
                        if place & 15 == 15, abs(sum - bound) > Tuning.bodyMargin { break }
                    }
                    return sum >= bound
                }
            }
        }
    }
}
