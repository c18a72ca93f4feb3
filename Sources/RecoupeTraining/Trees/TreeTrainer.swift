// Tagged treebanks and word vectors in, a trained tree network out. Batches of sentences, Adam with a falling rate; the packed weights are the
// running averages of the last steps.
package import RecoupeRead

/// Settings of a training.
package struct TreeSettings: Sendable, Codable {
    package var seed: UInt64 = 5
    package var rounds = 30
    /// Words in a batch.
    package var batch = 400
    package var rate: Float = 0.01
    package var dropout: Float = 0.1
    package var wordDropout: Float = 0.1
    /// Words seen `n` times in the treebanks are left out at least `rare / (rare + n)` times, so that what stands for unknown words and
    /// the forms learn from them (Kiperwasser and Goldberg 2016).
    package var rare: Float = 0
    package var layers = 3
    /// Numbers in a form's vector, more for more endings and rare words.
    package var forms = 32
    /// Size of what heads and dependents are compared by, and of what relations are read from.
    package var arcs = 64
    package var relations = 64
    /// How many words of taught sentences each round has for every word of the treebanks.
    package var taught: Float = 2

    package init() {}
}

/// A treebank with predicted tags, for the tree network.
package struct TreeTreebank {
    package var sentences: [TrainingSentence]
    /// Predicted tags by sentence, as the tagger numbers them.
    package var tags: [[Int]]

    package init(sentences: [TrainingSentence], tags: [[Int]]) {
        self.sentences = sentences
        self.tags = tags
    }
}

/// Trains tree networks.
package struct TreeTrainer {
    private let settings: TreeSettings
    private let relations: [String]
    private let wordIndex: HashTable
    private var examples: [TreeExample] = []
    private var taught: [TreeExample] = []
    /// The next taught sentence.
    private var next = 0
    private var network: TreeNetwork
    private var generator: SeededGenerator

    package init(
        _ treebanks: [TreeTreebank], taught lessons: TaughtSentences? = nil, tagger: Tagger, wordIndex: HashTable, wordVectors: [Float],
        settings: TreeSettings
    ) {
        self.settings = settings
        self.wordIndex = wordIndex
        relations = Set(treebanks.flatMap { $0.sentences.flatMap(\.relations) }).sorted()
        var shape = TreeShape(relationCount: relations.count, tagCount: tagger.tags.names.count, domainCount: treebanks.count)
        (shape.layers, shape.forms) = (settings.layers, settings.forms)
        (shape.arcs, shape.relations, shape.units) = (settings.arcs, settings.relations, shape.input / 2)
        generator = SeededGenerator(seed: settings.seed)
        network = TreeNetwork(shape: shape, wordVectors: wordVectors, generator: &generator)
        network.dropout = settings.dropout
        let numbers = Dictionary(uniqueKeysWithValues: relations.enumerated().map { ($1, $0) })
        var reader = WordReader()
        for (domain, treebank) in treebanks.enumerated() {
            for (sentence, tags) in zip(treebank.sentences, treebank.tags) where sentence.tokens.count <= TreeParser.longest {
                let facts = tagger.facts(sentence.tokens[...], &reader).dropFirst(2).dropLast(2)
                examples.append(
                    TreeExample(
                        words: facts.map { Int(wordIndex[$0.word] ?? 0) }, tags: tags, forms: facts.map { TreeShape.formRowsOf($0) },
                        heads: sentence.heads, relations: sentence.relations.map { numbers[$0] ?? 0 }, domain: domain))
            }
        }
        for sentence in lessons?.sentences ?? [] {
            let facts = tagger.facts(sentence.tokens[...], &reader).dropFirst(2).dropLast(2)
            taught.append(
                TreeExample(
                    words: facts.map { Int(wordIndex[$0.word] ?? 0) }, tags: sentence.tags, forms: facts.map { TreeShape.formRowsOf($0) },
                    heads: sentence.heads, relations: sentence.relations.map { numbers[lessons?.relations[$0] ?? ""] ?? 0 }, domain: 0))
        }
        var counts = [Float](repeating: 0, count: wordVectors.count / shape.words)
        for example in examples { for word in example.words { counts[word] += 1 } }
        network.wordDropout = counts.map { max(settings.wordDropout, settings.rare / max(1e-6, settings.rare + $0)) }
    }

    /// Trains; `watch` sees the parser of the averages now and then.
    package mutating func train(report: (String) -> Void, watch: (Int, TreeParser) -> Void) -> TreeParser {
        let marked = examples.reduce(0) { $0 + $1.count }
        let words = marked + (taught.isEmpty ? 0 : Int(settings.taught * Float(marked)))
        let steps = max(1, settings.rounds * words / settings.batch)
        var time = 0
        for round in 1...settings.rounds {
            let order = (examples + lessons(words - marked)).shuffled(using: &generator)
            var loss: Float = 0
            var batch: [TreeExample] = []
            var size = 0
            for (place, example) in order.enumerated() {
                batch.append(example)
                size += example.count
                guard size >= settings.batch || place + 1 == order.count else { continue }
                loss += network.learn(batch, &generator)
                (batch, size) = ([], 0)
                time += 1
                let progress = Float(time) / Float(steps)
                network.step(
                    rate: settings.rate * min(1, Float(time) / 100) * max(0.01, 1 - progress)
                        / Float(settings.batch).squareRoot().squareRoot(), time: time)
            }
            report("round \(round): loss \(loss / Float(words))")
            if round % 5 == 0 { watch(round, parser) }
        }
        return parser
    }

    /// The next taught sentences, of so many words.
    private mutating func lessons(_ limit: Int) -> [TreeExample] {
        var out: [TreeExample] = []
        var words = 0
        while words < limit, !taught.isEmpty {
            out.append(taught[next])
            words += taught[next].count
            next = (next + 1) % taught.count
        }
        return out
    }

    /// The parser's model file.
    package var packed: [UInt8] {
        TreePacker.bytes(
            shape: network.shape, relations: relations, weights: network.dense.averages, wordIndex: wordIndex,
            wordVectors: network.words.averages, tagVectors: network.tags.averages, formVectors: network.forms.averages)
    }

    /// The parser that the averages make.
    package var parser: TreeParser {
        TreeParser(
            shape: network.shape, relations: relations, weights: network.dense.averages, wordIndex: wordIndex,
            wordVectors: network.words.averages, tagVectors: network.tags.averages, formVectors: network.forms.averages)
    }
}
