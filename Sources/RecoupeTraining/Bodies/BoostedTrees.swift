// Rows of numbers with a wanted share and a weight in, regression trees out whose leaves add up to the log-odds of the share: gradient
// boosting (Friedman 2001) with cross-entropy, second-order leaves, trees grown leaf by leaf over histograms of binned features (Ke et
// al. 2017, LightGBM). The same rows and seed give the same trees.
internal import Foundation
internal import RecoupeClean

/// How trees are grown.
package struct BoostingSettings: Sendable {
    package var trees = 200
    package var leaves = 24
    package var rate = 0.07
    /// Shrinks the values of leaves.
    package var ridge = 5.0
    package var leastRows = 60
    /// Shares of the features and of the rows that each tree sees.
    package var features = 0.5
    package var rows = 0.8
    package var seed: UInt64 = 1

    package init() {}
}

/// Learns trees.
struct BoostedTrees {
    let settings: BoostingSettings
    private let bins: FeatureBins
    private let wanted: [Float]
    private let weights: [Float]
    private var scores: [Double]
    private var gradients: [Float]
    private var curvatures: [Float]
    private var generator: SeededGenerator

    init(rows: FeatureRows, wanted: [Float], weights: [Float], settings: BoostingSettings) {
        self.settings = settings
        bins = FeatureBins(rows)
        self.wanted = wanted
        let mean = weights.reduce(0.0) { $0 + Double($1) } / Double(max(1, weights.count))
        self.weights = weights.map { Float(Double($0) / max(mean, 1e-12)) }
        scores = [Double](repeating: 0, count: wanted.count)
        gradients = [Float](repeating: 0, count: wanted.count)
        curvatures = gradients
        generator = SeededGenerator(seed: settings.seed)
    }

    /// The trees, the first a single leaf with the log-odds of all rows together.
    mutating func train() -> [BodyTree] {
        let total = zip(weights, wanted).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
        let share = total / max(1e-12, weights.reduce(0.0) { $0 + Double($1) })
        let base = log(max(share, 1e-6) / max(1 - share, 1e-6))
        for row in scores.indices { scores[row] = base }
        var trees = [BodyTree(nodes: [.leaf(Float(base))])]
        for _ in 0..<settings.trees {
            derive()
            let tree = grow()
            trees.append(tree.tree)
            for row in scores.indices { scores[row] += Double(tree.value(ofRow: row, in: bins)) }
        }
        return trees
    }

    /// First and second derivatives of the loss.
    private mutating func derive() {
        for row in scores.indices {
            let share = 1 / (1 + exp(-scores[row]))
            gradients[row] = weights[row] * Float(share - Double(wanted[row]))
            curvatures[row] = weights[row] * Float(share * (1 - share))
        }
    }

    private mutating func grow() -> BinnedTree {
        let limit = UInt32(settings.rows * 65_536)
        let rows = scores.indices.filter { _ in UInt32(truncatingIfNeeded: generator.next() >> 48) < limit }.map { UInt32($0) }
        let count = max(1, Int(Double(bins.width) * settings.features))
        let features = Array((0..<bins.width).shuffled(using: &generator).prefix(count)).sorted()
        var grower = TreeGrower(bins: bins, features: features, gradients: gradients, curvatures: curvatures, settings: settings)
        return grower.grow(rows)
    }
}
