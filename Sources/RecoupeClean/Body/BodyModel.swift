// How likely a block of an HTML page belongs to the report: gradient-boosted regression trees (Friedman 2001) over the block's
// features, and log-odds of class words. Both are data (`Languages/markup/`), learned from annotated pages; the card says from which.
internal import Foundation
internal import RecoupeLanguage

/// The learned model of article bodies.
struct BodyModel: Sendable {
    /// Log-odds of class words.
    let classWords: [String: Float]
    private let trees: [[Node]]

    private enum Node: Sendable {
        case leaf(Float)
        case split(feature: Int, threshold: Float, low: Int, high: Int)
    }

    init(files: PackFiles) throws(PackError) {
        let words = try Self.table("classwords.tsv", columns: 2, files)
        var scores: [String: Float] = [:]
        for row in words.rows { scores[row[0]] = try Self.number(row, 1, words.file) }
        classWords = scores
        trees = try Self.trees(try Self.table("body.trees.tsv", columns: 1, files))
    }

    private static func table(_ name: String, columns: Int, _ files: PackFiles) throws(PackError) -> Table {
        let path = "Languages/markup/\(name)"
        guard let bytes = files.bytes(path) else { throw PackError(file: path, trouble: "is missing", remedy: "restore the file") }
        return try Table(bytes, file: path, columns: columns)
    }

    private static func trees(_ table: Table) throws(PackError) -> [[Node]] {
        let features = Dictionary(uniqueKeysWithValues: BodyFeatures.names.enumerated().map { ($1, $0) })
        var trees: [[Node]] = []
        for row in table.rows {
            switch row[0] {
            case "tree": trees.append([])
            case "leaf": trees[max(0, trees.count - 1)].append(.leaf(try number(row, 1, table.file)))
            default:
                guard row[0] == "split", let feature = features[row[1]], let low = Int(row[3]), let high = Int(row[4]), !trees.isEmpty,
                    low > trees[trees.count - 1].count, high > low
                else { throw PackError(file: table.file, line: row.line, trouble: "is no node", remedy: "train the model again") }
                trees[trees.count - 1].append(.split(feature: feature, threshold: try number(row, 2, table.file), low: low, high: high))
            }
        }
        return try checked(trees, table.file)
    }

    /// Every split leads to nodes of its tree; nodes lead forward only, so that no walk goes round.
    private static func checked(_ trees: [[Node]], _ file: String) throws(PackError) -> [[Node]] {
        for tree in trees {
            for node in tree {
                if case .split(_, _, _, let high) = node, high >= tree.count {
                    throw PackError(file: file, trouble: "has a tree with missing nodes", remedy: "train the model again")
                }
            }
        }
        return trees.filter { !$0.isEmpty }
    }

    private static func number(_ row: Table.Row, _ cell: Int, _ file: String) throws(PackError) -> Float {
        guard let value = Float(row[cell]) else {
            throw PackError(file: file, line: row.line, trouble: "\"\(row[cell])\" is no number", remedy: "train the model again")
        }
        return value
    }

    /// The probability, 0 to 1, that the block with these features belongs to the report.
    func probability(_ row: [Float]) -> Float {
        var sum: Float = 0
        for tree in trees {
            var index = 0
            walk: while true {
                switch tree[index] {
                case .leaf(let value):
                    sum += value
                    break walk
                case .split(let feature, let threshold, let low, let high): index = row[feature] <= threshold ? low : high
                }
            }
        }
        return 1 / (1 + Float(exp(Double(-sum))))
    }
}
