// Treebanks in, their words' tags out as a tagger gives them that has not seen the sentence: a parser must learn from tags with the errors
// that it will meet.
package import RecoupeRead

/// Predicts tags of training sentences.
package struct Jackknife {
    package var folds = 5
    package var settings = TaggerSettings()

    package init() {
        settings.rounds = 5
        settings.lastRounds = 2
        settings.rows = 60_000
    }

    /// Tag names by treebank, sentence and word; the first treebank is the main one.
    package func tags(_ treebanks: [[TrainingSentence]], lexicon: Lexicon, report: (String) -> Void) -> [[[String]]] {
        var out = treebanks.map { $0.map { _ in [String]() } }
        for fold in 0..<folds {
            let kept = treebanks.map { sentences in sentences.enumerated().filter { $0.offset % folds != fold }.map(\.element) }
            var trainer = TaggerTrainer(main: kept[0], others: Array(kept.dropFirst()), lexicon: lexicon, settings: settings)
            let (tags, index, weights) = trainer.train { _ in }
            let tagger = Tagger(
                tags: tags, lexicon: lexicon, chooser: MultiwordChooser(weights: []), boundaries: BoundaryModel(weights: []),
                table: FeatureTable(index: index, weights: weights, blocks: (tags.laneCount + 15) / 16),
                lemmatiser: Lemmatiser(table: HashTable([]), rules: []))
            var reader = WordReader()
            for (number, sentences) in treebanks.enumerated() {
                for place in stride(from: fold, to: sentences.count, by: folds) {
                    out[number][place] = tagger.numbers(tagger.facts(sentences[place].tokens[...], &reader)).map { tags.names[$0] }
                }
            }
            report("fold \(fold + 1) of \(folds) tagged")
        }
        return out
    }
}
