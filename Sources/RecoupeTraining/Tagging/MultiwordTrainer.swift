// Treebanks in, the weights that part ambiguous words out: an averaged perceptron over two answers.
package import RecoupeRead

/// Trains `MultiwordChooser`.
package struct MultiwordTrainer {
    package init() {}

    /// `possible` are the words in lower case that may stand for several.
    package func train(
        _ treebanks: [Treebank], possible: Set<String>, lexicon: Lexicon, rounds: Int = 12, seed: UInt64 = 7
    ) -> (chooser: MultiwordChooser, weights: [Int16]) {
        var cases = treebanks.flatMap { $0.sentences.flatMap { Self.cases($0, possible, lexicon) } }
        var weights = [Int](repeating: 0, count: MultiwordChooser.size)
        var lag = weights
        var step = 1
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<rounds {
            cases.shuffle(using: &generator)
            for (features, isSeveral) in cases {
                let score = features.reduce(0) { $0 + weights[$1] }
                step += 1
                if (score > 0) == isSeveral { continue }
                for feature in features {
                    weights[feature] += isSeveral ? 1 : -1
                    lag[feature] += isSeveral ? step : -step
                }
            }
        }
        let averaged = weights.indices.map { Int16(max(-32_000, min(32_000, 100 * (weights[$0] * step - lag[$0]) / step))) }
        return (MultiwordChooser(weights: averaged), averaged)
    }

    /// The features and answers of a sentence's ambiguous words.
    static func cases(_ sentence: TreeSentence, _ possible: Set<String>, _ lexicon: Lexicon) -> [(features: [Int], isSeveral: Bool)] {
        var reader = WordReader()
        var facts: [WordFacts] = [.border, .border]
        var open: [(at: Int, isSeveral: Bool)] = []
        for token in sentence.tokens {
            let isOpen = possible.contains(token.form.lowercased())
            if isOpen { open.append((facts.count, token.isMultiword)) }
            let forms = isOpen ? [token.form] : token.words.map { sentence.words[$0].form }
            for (number, form) in forms.enumerated() {
                var own = reader.facts(of: form, isInner: number > 0)
                lexicon.complete(&own)
                facts.append(own)
            }
        }
        facts += [.border, .border]
        return open.map { place in
            (facts.withUnsafeBufferPointer { MultiwordChooser.features($0, at: place.at) }, place.isSeveral)
        }
    }
}
