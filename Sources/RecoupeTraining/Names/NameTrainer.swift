// Marked articles in, the weights of a name tagger out: a structured perceptron with averaging (Collins 2002) that has to be right by a
// margin; several runs in different order are averaged once more, which steadies the result.
package import RecoupeLanguage
package import RecoupeRead

/// What training a name tagger can be told.
package struct NameSettings: Sendable {
    package var rounds = 12
    /// By how much the right labels have to win, in units of one update.
    package var margin: Int32 = 4
    /// Features seen less often are left out.
    package var minimum = 2
    /// Runs in different order, averaged.
    package var runs = 5
    /// Features that the packed model keeps; 16-bit numbers name them.
    package var rows = 65_000
    package var seed: UInt64 = 7

    package init() {}
}

/// Trains `NameTagger`.
package struct NameTrainer {
    private struct Sentence {
        var features: [[Int32]]
        var labels: [Int]
    }

    private let settings: NameSettings
    private let index: FeatureIndex
    private var sentences: [Sentence] = []
    /// Marks that are no whole words.
    package private(set) var misaligned = 0

    package init(_ articles: [MarkedArticle], features: NameFeatures, analyser: Analyser, settings: NameSettings) {
        self.settings = settings
        var index = FeatureIndex()
        let analyses = articles.map { analyser.analyse($0.text, article: $0.id) }
        for analysis in analyses {
            features.forEach(features.words(analysis)) { _, _, hashes in for hash in hashes { index.count(hash) } }
        }
        index.freeze(minimum: settings.minimum)
        self.index = index
        for (article, analysis) in zip(articles, analyses) { add(article, features, features.words(analysis)) }
    }

    private mutating func add(_ article: MarkedArticle, _ features: NameFeatures, _ words: NameWords) {
        let labels = labels(article, words)
        let first = sentences.count
        for range in words.sentences { sentences.append(Sentence(features: [], labels: Array(labels[range]))) }
        features.forEach(words) { sentence, _, hashes in
            sentences[first + sentence].features.append(hashes.map { index[$0] }.filter { $0 >= 0 })
        }
    }

    private mutating func labels(_ article: MarkedArticle, _ words: NameWords) -> [Int] {
        var labels = [Int](repeating: 0, count: words.all.count)
        for mark in article.marks {
            guard let start = words.all.firstIndex(where: { $0.bytes.lowerBound == mark.bytes.lowerBound }),
                let end = words.all.firstIndex(where: { $0.bytes.upperBound == mark.bytes.upperBound }), start <= end
            else {
                misaligned += 1
                continue
            }
            for word in start...end {
                let place = start == end ? NameLabel.only : word == start ? NameLabel.first : word == end ? NameLabel.last : NameLabel.inner
                labels[word] = NameLabel.label(mark.kind, place)
            }
        }
        return labels
    }

    /// The trained weights, packed; `report` is told how many sentences each run's last round got wrong.
    package func train(report: (String) -> Void) -> NamePacker {
        let lanes = NameLabel.count - 1
        var sum = [Float](repeating: 0, count: index.hashes.count * lanes)
        var transitions = [Float](repeating: 0, count: NameLabel.count * NameLabel.count)
        for run in 0..<settings.runs {
            let (weights, pairs) = learn(seed: settings.seed + UInt64(run), report)
            for (index, weight) in weights.enumerated() { sum[index] += weight / Float(settings.runs) }
            for (index, weight) in pairs.enumerated() { transitions[index] += weight / Float(settings.runs) }
        }
        return NamePacker(weights: sum, transitions: transitions, hashes: index.hashes, rows: settings.rows)
    }

    private func learn(seed: UInt64, _ report: (String) -> Void) -> ([Float], [Float]) {
        var weights = AveragedWeights(rows: index.hashes.count, lanes: NameLabel.count - 1)
        var pairs = AveragedWeights(rows: NameLabel.count, lanes: NameLabel.count)
        var generator = SeededGenerator(seed: seed)
        var order = Array(sentences.indices)
        var wrong = 0
        for _ in 0..<settings.rounds {
            order.shuffle(using: &generator)
            wrong = 0
            for number in order where !learn(sentences[number], &weights, &pairs) { wrong += 1 }
        }
        report("run \(seed): \(wrong) of \(sentences.count) sentences wrong, \(index.hashes.count) features")
        return (weights.averaged(), pairs.averaged())
    }

    /// One step; true where the sentence was right by the margin.
    private func learn(_ sentence: Sentence, _ weights: inout AveragedWeights, _ pairs: inout AveragedWeights) -> Bool {
        weights.tick()
        pairs.tick()
        let found = NamePath(transitions: pairs.current).best(scores(sentence, weights)[...])
        guard found != sentence.labels else { return true }
        for (word, label) in found.enumerated() {
            let right = sentence.labels[word]
            if label != right {
                if right > 0 { weights.update(sentence.features[word], lane: right - 1, by: 1) }
                if label > 0 { weights.update(sentence.features[word], lane: label - 1, by: -1) }
            }
            guard word > 0, (found[word - 1], label) != (sentence.labels[word - 1], right) else { continue }
            pairs.update([Int32(sentence.labels[word - 1])], lane: right, by: 1)
            pairs.update([Int32(found[word - 1])], lane: label, by: -1)
        }
        return false
    }

    private func scores(_ sentence: Sentence, _ weights: AveragedWeights) -> [Int32] {
        var scores = [Int32](repeating: settings.margin, count: sentence.labels.count * NameLabel.count)
        var sum = [Int32](repeating: 0, count: NameLabel.count - 1)
        for (word, features) in sentence.features.enumerated() {
            weights.sum(features, into: &sum)
            for lane in sum.indices { scores[word * NameLabel.count + lane + 1] += sum[lane] }
            scores[word * NameLabel.count + sentence.labels[word]] -= settings.margin
        }
        return scores
    }
}
