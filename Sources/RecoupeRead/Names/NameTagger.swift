// Words in, spans out: a linear model over hashed features scores the labels of each word, Viterbi finds the best well-formed sequence
// (averaged perceptron, Collins 2002), and the occurrences of one name in an article then settle their kind together.
package import RecoupeLanguage
internal import RecoupeModel

/// Labels the names of one language by a trained model.
package struct NameTagger: Sendable {
    private let features: NameFeatures
    private let table: FeatureTable
    private let path: NamePath

    /// The tagger of a pack, or nothing where the pack has none.
    init?(_ pack: LanguagePack, lexicon: NameLexicon) throws(PackError) {
        guard let bytes = pack.bytes("models/names.bin") else { return nil }
        try self.init(bytes, path: "Languages/\(pack.code)/models/names.bin", lexicon: lexicon)
    }

    /// A tagger from a model file's bytes, with the word lists of a pack.
    package init(_ bytes: [UInt8], pack: LanguagePack) throws(PackError) {
        try self.init(bytes, path: "names.bin", lexicon: try NameLexicon(pack))
    }

    private init(_ bytes: [UInt8], path: String, lexicon: NameLexicon) throws(PackError) {
        let file = try ModelFile(bytes, path: path)
        let habits = WordHabits(
            classes: HashTable(checks: try file.numbers("cluster.keys"), values: try file.numbers("cluster.class")),
            names: HashTable(checks: try file.numbers("habit.keys"), values: try file.numbers("habit.code"))
        )
        features = NameFeatures(lexicon: lexicon, habits: habits)
        let index = HashTable(checks: try file.numbers("feature.keys"), values: try file.numbers("feature.row"))
        table = FeatureTable(index: index, weights: try file.numbers("weights"), blocks: 1)
        let transitions = try file.numbers("transitions", as: Int16.self).map { Int32($0) }
        guard transitions.count == NameLabel.count * NameLabel.count else {
            throw PackError(file: path, trouble: "has other labels", remedy: "train it with this version of recoupe-forge")
        }
        self.path = NamePath(transitions: transitions)
    }

    /// What the model knows of words in running text.
    package var habits: WordHabits { features.habits }

    /// The words of an article, as names are read.
    package func words(_ analysis: Analysis) -> NameWords { features.words(analysis) }

    /// The label of each word, sentence by sentence, before the article's names vote.
    package func labels(_ words: NameWords) -> [Int] { labels(words, scores(words)) }

    /// The names of an article as bytes with an index into `NameLabel.kinds`, after the vote.
    package func marks(_ analysis: Analysis) -> [(bytes: Range<Int>, kind: Int)] {
        let words = words(analysis)
        return spans(words).map { span in
            let bytes = words.all[span.words.lowerBound].bytes.lowerBound..<words.all[span.words.upperBound - 1].bytes.upperBound
            return (bytes, NameLabel.kinds.firstIndex(of: span.kind) ?? 3)
        }
    }

    private func labels(_ words: NameWords, _ scores: [Int32]) -> [Int] {
        words.sentences.flatMap { sentence in
            path.best(scores[(sentence.lowerBound * NameLabel.count)..<(sentence.upperBound * NameLabel.count)])
        }
    }

    func spans(_ words: NameWords) -> [NameSpan] {
        let scores = scores(words)
        return NameVote(scores: scores, words: words).settled(Self.spans(labels(words, scores)))
    }

    /// The label scores of all words, `NameLabel.count` each; outside is 0.
    private func scores(_ words: NameWords) -> [Int32] {
        var scores = [Int32](repeating: 0, count: words.all.count * NameLabel.count)
        var sum = [SIMD16<Int16>()]
        features.forEach(words) { _, index, hashes in
            sum[0] = SIMD16()
            hashes.withUnsafeBufferPointer { hashes in sum.withUnsafeMutableBufferPointer { table.add(hashes, to: $0) } }
            for lane in 0..<16 { scores[index * NameLabel.count + lane + 1] = Int32(sum[0][lane]) }
        }
        return scores
    }

    private static func spans(_ labels: [Int]) -> [NameSpan] {
        var spans: [NameSpan] = []
        var start = 0
        for (index, label) in labels.enumerated() where label != 0 {
            let place = (label - 1) % 4
            if place == NameLabel.first || place == NameLabel.only { start = index }
            guard place == NameLabel.last || place == NameLabel.only else { continue }
            spans.append(NameSpan(words: start..<(index + 1), kind: NameLabel.kinds[(label - 1) / 4], rule: "names.model", known: nil))
        }
        return spans
    }
}
