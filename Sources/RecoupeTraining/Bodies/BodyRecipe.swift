// Annotated pages in, the body model's file out: log-odds of class words, then boosted trees over the features of blocks. While the trees
// learn, a page's class words are scored by the other sites' pages, as they will be on a site that nobody has seen.
internal import Foundation
package import RecoupeClean

/// What a body model is made of.
package struct BodyRecipe: Sendable {
    package var settings = BoostingSettings()
    /// A site counts as at most so many pages.
    package var pagesPerSite = 9.0
    /// A class word stands on so many sites at least.
    package var leastSites = 4
    package var parts = 5
    /// How many times the trees are learned, each time with another seed; the model is their mean.
    package var runs = 1
    /// Pages are left out on which a model of the other sites agrees less with the readers (F1 over the words of blocks): most of them
    /// are pages of which the readers' text has only the beginning.
    package var leastAgreement: Float = 0
    /// Trees of the models that pages are compared with.
    private let comparingTrees = 60

    package init() {}

    /// A model as the cleaner uses it, and its file.
    package struct Model: Sendable {
        package let classWords: [String: Float]
        package let trees: [BodyTree]
    }

    /// The part that a site falls in when pages are parted by site.
    package func part(of site: String) -> Int {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in site.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int((value >> 17) % UInt64(parts))
    }

    package func train(_ examples: [BodyExample]) -> Model {
        let examples = leastAgreement > 0 ? agreeing(examples) : examples
        let rows = rows(of: examples)
        let forests = (0..<runs).map { run in
            var settings = settings
            settings.seed += UInt64(run)
            return forest(examples, rows, settings)
        }
        return Model(classWords: classWords(examples), trees: Self.mean(forests))
    }

    /// The features of each page's blocks, class words scored by the other sites.
    private func rows(of examples: [BodyExample]) -> [FeatureRows] {
        let scores = (0..<parts).map { part in classWords(examples.filter { self.part(of: $0.site) != part }) }
        return examples.map { $0.blocks.rows(classWords: scores[part(of: $0.site)]) }
    }

    private func forest(_ examples: [BodyExample], _ ofPages: [FeatureRows], _ settings: BoostingSettings) -> [BodyTree] {
        let ofSite = examples.reduce(into: [String: Int]()) { $0[$1.site, default: 0] += 1 }
        var rows = FeatureRows(width: PageBlocks.featureNames.count, capacity: ofPages.reduce(0) { $0 + $1.count })
        var wanted: [Float] = []
        var weights: [Float] = []
        for (example, own) in zip(examples, ofPages) {
            rows.append(own)
            wanted += example.wanted
            let share = Float(min(1, pagesPerSite / Double(ofSite[example.site] ?? 1)))
            weights += example.weights.map { $0 * share }
        }
        var learner = BoostedTrees(rows: rows, wanted: wanted, weights: weights, settings: settings)
        return learner.train()
    }

    /// The pages whose readers and whose model from other sites agree.
    private func agreeing(_ examples: [BodyExample]) -> [BodyExample] {
        let rows = rows(of: examples)
        var settings = settings
        settings.trees = comparingTrees
        var kept = Set<Int>()
        for part in 0..<parts {
            let others = examples.indices.filter { self.part(of: examples[$0].site) != part }
            let trees = forest(others.map { examples[$0] }, others.map { rows[$0] }, settings)
            guard let model = try? BodyModel(classWords: [:], trees: trees) else { continue }
            for index in examples.indices where self.part(of: examples[index].site) == part {
                if examples[index].agreement(with: model.body(rows[index])) >= leastAgreement { kept.insert(index) }
            }
        }
        return examples.indices.filter { kept.contains($0) }.map { examples[$0] }
    }

    /// The trees of several runs in turn, their leaves divided by the number of runs.
    private static func mean(_ forests: [[BodyTree]]) -> [BodyTree] {
        guard let first = forests.first else { return [] }
        return first.indices.flatMap { place in
            forests.map { forest in
                BodyTree(
                    nodes: forest[place].nodes.map { node in
                        if case .leaf(let value) = node { return .leaf(value / Float(forests.count)) }
                        return node
                    })
            }
        }
    }

    /// Log-odds that a block belongs to the article where a class word stands on one of the five elements around it.
    private func classWords(_ examples: [BodyExample]) -> [String: Float] {
        var counts: [String: (yes: Double, no: Double, sites: Set<String>)] = [:]
        var (yes, no) = (0.0, 0.0)
        for example in examples {
            for block in example.wanted.indices {
                let (weight, isBody) = (Double(example.weights[block]), example.wanted[block] > 0.5)
                if isBody { yes += weight } else { no += weight }
                for word in example.blocks.classWords(of: block).sorted() {
                    counts[word, default: (0, 0, [])].sites.insert(example.site)
                    if isBody { counts[word]?.yes += min(weight, 0.3) } else { counts[word]?.no += min(weight, 0.3) }
                }
            }
        }
        var out: [String: Float] = [:]
        for (word, count) in counts where count.sites.count >= leastSites {
            let odds = log((count.yes + 0.3) / max(yes, 1e-9)) - log((count.no + 0.3) / max(no, 1e-9))
            let rounded = Float((max(-4, min(4, odds)) * 100).rounded() / 100)
            if abs(rounded) >= 0.3 { out[word] = rounded }
        }
        return out
    }

    /// The model's file: class words by the alphabet, then the trees.
    package static func bytes(_ model: Model) -> [UInt8] {
        let names = PageBlocks.featureNames
        var lines = [
            "# The body model. class <TAB> word of class names <TAB> log-odds that text in such an element belongs to the report.",
            "# Then regression trees whose leaves add up to the log-odds that a block does: tree, and split <TAB> feature <TAB> threshold",
            "# <TAB> node for what is not greater <TAB> node for the rest, or leaf <TAB> value; the nodes of a tree count from 0.",
        ]
        for word in model.classWords.keys.sorted() { lines.append("class\t\(word)\t\(model.classWords[word] ?? 0)") }
        for tree in model.trees {
            lines.append("tree")
            for node in tree.nodes {
                switch node {
                case .leaf(let value): lines.append("leaf\t\((value * 10_000).rounded() / 10_000)")
                case .split(let feature, let threshold, let low, let high):
                    lines.append("split\t\(names[feature])\t\(threshold)\t\(low)\t\(high)")
                }
            }
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }
}
