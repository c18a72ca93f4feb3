// Treebanks in, the weights of `BoundaryModel` out: their sentences are run together as a text without line breaks, read by the product's
// tokeniser, and each gap is an example.
package import RecoupeRead

/// Trains `BoundaryModel`.
package struct BoundaryTrainer {
    package init() {}

    package func train(_ treebanks: [Treebank], tokenizer: Tokenizer, lexicon: Lexicon, rounds: Int = 10, seed: UInt64 = 7) -> [Int16] {
        let examples = treebanks.flatMap { Self.examples($0, tokenizer, lexicon) }
        return YesNoPerceptron(size: BoundaryModel.size, rounds: rounds, seed: seed).weights(examples)
    }

    private static func examples(_ treebank: Treebank, _ tokenizer: Tokenizer, _ lexicon: Lexicon) -> [YesNoPerceptron.Example] {
        let sentences = treebank.sentences.map { sentence in
            var sentence = sentence
            sentence.opensParagraph = false
            return sentence
        }
        var ends: Set<Int> = []
        var length = 0
        for sentence in sentences {
            length += sentence.text.utf8.count + (length == 0 ? 0 : 1)
            ends.insert(length)
        }
        let analysis = tokenizer.analyse(Treebank(sentences: sentences).text, article: "")
        let byRule = Set(analysis.sentences.map { $0.tokens.upperBound - 1 })
        var reader = WordReader()
        var facts: [WordFacts] = [.border, .border]
        for token in analysis.tokens {
            var own = reader.facts(of: token.form, isInner: token.isInner)
            lexicon.complete(&own)
            facts.append(own)
        }
        facts += [.border, .border]
        return gaps(analysis, facts, ends, byRule)
    }

    private static func gaps(_ analysis: Analysis, _ facts: [WordFacts], _ ends: Set<Int>, _ byRule: Set<Int>) -> [YesNoPerceptron.Example]
    {
        var out: [YesNoPerceptron.Example] = []
        var start = 0
        facts.withUnsafeBufferPointer { facts in
            for index in analysis.tokens.indices.dropLast() where !analysis.tokens[index + 1].isInner {
                let isEnd = ends.contains(analysis.tokens[index].end)
                let features = BoundaryModel.features(
                    facts, at: index + 2, isEndByRule: byRule.contains(index), length: index - start + 1,
                    spaceAfter: analysis.tokens[index + 1].spaceBefore)
                out.append((features, isEnd))
                if isEnd { start = index + 1 }
            }
        }
        return out
    }
}
