// Examples of two answers come in, averaged weights go out (averaged perceptron; Collins 2002).

/// Learns to answer yes or no.
struct YesNoPerceptron {
    typealias Example = (features: [Int], isYes: Bool)

    /// How many weights there are.
    let size: Int
    let rounds: Int
    let seed: UInt64

    /// The weights, a hundredfold, averaged over all steps; the same examples and seed give the same.
    func weights(_ examples: [Example]) -> [Int16] {
        var examples = examples
        var weights = [Int](repeating: 0, count: size)
        var lag = weights
        var step = 1
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<rounds {
            examples.shuffle(using: &generator)
            for (features, isYes) in examples {
                let score = features.reduce(0) { $0 + weights[$1] }
                step += 1
                if (score > 0) == isYes { continue }
                for feature in features {
                    weights[feature] += isYes ? 1 : -1
                    lag[feature] += isYes ? step : -step
                }
            }
        }
        return weights.indices.map { Int16(max(-32_000, min(32_000, 100 * (weights[$0] * step - lag[$0]) / step))) }
    }
}
