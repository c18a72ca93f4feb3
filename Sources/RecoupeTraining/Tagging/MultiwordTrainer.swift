// Treebanks in, the weights that part ambiguous words out.
package import RecoupeRead

/// Trains `MultiwordChooser`.
package struct MultiwordTrainer {
    package init() {}

    /// `possible` are the words in lower case that may stand for several.
    package func train(
        _ treebanks: [Treebank], possible: Set<String>, lexicon: Lexicon, rounds: Int = 12, seed: UInt64 = 7
    ) -> (chooser: MultiwordChooser, weights: [Int16]) {
        let cases = treebanks.flatMap { $0.sentences.flatMap { Self.cases($0, possible, lexicon) } }
        let weights = YesNoPerceptron(size: MultiwordChooser.size, rounds: rounds, seed: seed).weights(cases)
        return (MultiwordChooser(weights: weights), weights)
    }

    /// The features and answers of a sentence's ambiguous words.
    static func cases(_ sentence: TreeSentence, _ possible: Set<String>, _ lexicon: Lexicon) -> [YesNoPerceptron.Example] {
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
