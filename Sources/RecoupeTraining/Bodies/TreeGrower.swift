// One tree, grown leaf by leaf: the leaf whose best split gains most is split next. A child's histogram is its parent's less its
// sibling's, so that only the smaller child is counted.
internal import RecoupeClean

/// A tree over bins, with the same tree over values.
struct BinnedTree {
    enum Node {
        case leaf(Float)
        /// Rows of this bin and below go to `low`.
        case split(feature: Int, bin: UInt8, threshold: Float, low: Int, high: Int)
    }

    var nodes: [Node]

    func value(ofRow row: Int, in bins: FeatureBins) -> Float {
        var index = 0
        while true {
            switch nodes[index] {
            case .leaf(let value): return value
            case .split(let feature, let bin, _, let low, let high): index = bins.columns[feature][row] <= bin ? low : high
            }
        }
    }

    /// The tree over values, its nodes in the order of a walk that goes to `low` first.
    var tree: BodyTree {
        var out: [BodyTree.Node] = []
        func walk(_ index: Int) -> Int {
            let place = out.count
            switch nodes[index] {
            case .leaf(let value): out.append(.leaf(value))
            case .split(let feature, _, let threshold, let low, let high):
                out.append(.leaf(0))
                let (first, second) = (walk(low), walk(high))
                out[place] = .split(feature: feature, threshold: threshold, low: first, high: second)
            }
            return place
        }
        _ = walk(0)
        return BodyTree(nodes: out)
    }
}

/// Grows one tree.
struct TreeGrower {
    let bins: FeatureBins
    let features: [Int]
    let gradients: [Float]
    let curvatures: [Float]
    let settings: BoostingSettings

    /// Sums of a bin.
    private struct Sum {
        var gradient = 0.0
        var curvature = 0.0
        var rows = 0

        static func - (a: Sum, b: Sum) -> Sum {
            Sum(gradient: a.gradient - b.gradient, curvature: a.curvature - b.curvature, rows: a.rows - b.rows)
        }

        mutating func add(_ other: Sum) {
            gradient += other.gradient
            curvature += other.curvature
            rows += other.rows
        }
    }

    private struct Split {
        var gain: Double
        var feature: Int
        var bin: UInt8
    }

    private struct Leaf {
        var node: Int
        var rows: [UInt32]
        var histogram: [Sum]
        var total: Sum
        var best: Split?
    }

    private static let stride = FeatureBins.most + 1

    mutating func grow(_ rows: [UInt32]) -> BinnedTree {
        let first = leaf(0, rows, histogram(rows))
        var leaves = [first]
        var nodes: [BinnedTree.Node] = [.leaf(value(first.total))]
        while leaves.count < settings.leaves {
            let candidates = leaves.indices.filter { leaves[$0].best != nil }
            guard let at = candidates.max(by: { (leaves[$0].best?.gain ?? 0, $1) < (leaves[$1].best?.gain ?? 0, $0) }),
                let split = leaves[at].best
            else { break }
            let (low, high) = parts(leaves[at], split, nodes.count)
            nodes[leaves[at].node] = .split(
                feature: split.feature, bin: split.bin, threshold: bins.thresholds[split.feature][Int(split.bin)], low: low.node,
                high: high.node
            )
            nodes += [.leaf(value(low.total)), .leaf(value(high.total))]
            leaves[at] = low
            leaves.append(high)
        }
        return BinnedTree(nodes: nodes)
    }

    private func value(_ total: Sum) -> Float { Float(-settings.rate * total.gradient / (total.curvature + settings.ridge)) }

    private func leaf(_ node: Int, _ rows: [UInt32], _ histogram: [Sum]) -> Leaf {
        var total = Sum()
        for bin in histogram.prefix(Self.stride) { total.add(bin) }
        var leaf = Leaf(node: node, rows: rows, histogram: histogram, total: total)
        leaf.best = best(leaf)
        return leaf
    }

    private func parts(_ leaf: Leaf, _ split: Split, _ node: Int) -> (low: Leaf, high: Leaf) {
        let column = bins.columns[split.feature]
        let low = leaf.rows.filter { column[Int($0)] <= split.bin }
        let high = leaf.rows.filter { column[Int($0)] > split.bin }
        let counted = histogram(low.count <= high.count ? low : high)
        let rest = zip(leaf.histogram, counted).map { $0 - $1 }
        let isLow = low.count <= high.count
        return (self.leaf(node, low, isLow ? counted : rest), self.leaf(node + 1, high, isLow ? rest : counted))
    }

    /// Sums of each feature's bins over some rows.
    private func histogram(_ rows: [UInt32]) -> [Sum] {
        var out = [Sum](repeating: Sum(), count: features.count * Self.stride)
        for (place, feature) in features.enumerated() {
            let base = place * Self.stride
            bins.columns[feature].withUnsafeBufferPointer { column in
                for row in rows {
                    let at = base + Int(column[Int(row)])
                    out[at].gradient += Double(gradients[Int(row)])
                    out[at].curvature += Double(curvatures[Int(row)])
                    out[at].rows &+= 1
                }
            }
        }
        return out
    }

    private func best(_ leaf: Leaf) -> Split? {
        guard leaf.total.rows >= 2 * settings.leastRows else { return nil }
        var best: Split?
        let whole = score(leaf.total)
        for (place, feature) in features.enumerated() {
            var low = Sum()
            for bin in bins.thresholds[feature].indices {
                low.add(leaf.histogram[place * Self.stride + bin])
                if low.rows < settings.leastRows { continue }
                let high = leaf.total - low
                if high.rows < settings.leastRows { break }
                let gain = score(low) + score(high) - whole
                if gain > best?.gain ?? 1e-6 { best = Split(gain: gain, feature: feature, bin: UInt8(bin)) }
            }
        }
        return best
    }

    private func score(_ sum: Sum) -> Double { sum.gradient * sum.gradient / (sum.curvature + settings.ridge) }
}
