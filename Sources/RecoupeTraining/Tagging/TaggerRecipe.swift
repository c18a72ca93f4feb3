// Treebanks, a dictionary and a vocabulary in, a whole tagger's model file out: lexicon, tagger, lemmas, and the parting of ambiguous words.
package import RecoupeRead

/// What a tagger is made of.
package struct TaggerRecipe {
    package var main: Treebank
    package var others: [Treebank] = []
    package var dictionary: HunspellDictionary?
    /// A dictionary without the words of grammar, which the main treebank gives.
    package var wordNet: WordNetDictionary?
    /// Words of running text (`WordReader.key`); empty where the whole dictionary is wanted.
    package var vocabulary: Set<UInt64> = []
    package var clusters: [(hash: UInt64, value: UInt16)] = []
    package var tokenizer: Tokenizer
    /// How many of the treebanks, the main one first, are written texts that show where sentences end.
    package var written = 2
    package var settings = TaggerSettings()

    package init(main: Treebank, tokenizer: Tokenizer) {
        self.main = main
        self.tokenizer = tokenizer
    }

    /// Trains and packs.
    package func bytes(report: (String) -> Void) -> [UInt8] {
        var builder = LexiconBuilder()
        dictionary?.forEachForm { builder.add($0, vocabulary: vocabulary) }
        if dictionary == nil { addUsualForms(to: &builder) }
        let (entries, parts) = builder.classes()
        report("lexicon: \(builder.count) words, \(parts.count) classes")
        let classes = HashTable(entries)
        let clusterTable = HashTable(clusters)
        let lexicon = Lexicon(classes: classes, allowed: parts, clusters: clusterTable)
        let features = TrainingSentence.features(of: main)
        let mainSentences = main.sentences.map { TrainingSentence($0, features: features) }
        let otherSentences = others.map { $0.sentences.map { TrainingSentence($0, features: features) } }
        var trainer = TaggerTrainer(main: mainSentences, others: otherSentences, lexicon: lexicon, settings: settings)
        let (tags, index, weights) = trainer.train(report: report)
        var lemmaTrainer = LemmaTrainer()
        let (lemmas, rules) = lemmaTrainer.train(main: mainSentences, others: otherSentences.flatMap { $0 }, dictionary: builder.forms)
        report("lemmas: \(lemmas.checks.count { $0 != 0 }) entries, \(rules.count) rules")
        let several = MultiwordTrainer().train([main] + others, possible: tokenizer.ambiguousWords, lexicon: lexicon).weights
        let ends = BoundaryTrainer().train(Array(([main] + others).prefix(written)), tokenizer: tokenizer, lexicon: lexicon)
        return TaggerPacker(
            tags: tags, index: index, weights: weights, classes: classes, parts: parts, clusters: clusterTable, lemmas: lemmas,
            rules: rules, several: several, ends: ends
        ).bytes
    }

    /// The treebank's usual words, and what another dictionary says of the other words.
    private func addUsualForms(to builder: inout LexiconBuilder) {
        let usual = usualForms()
        for form in usual { builder.add(form, vocabulary: []) }
        let known = Set(usual.map(\.form))
        wordNet?.forEachForm { form in
            if !known.contains(form.form.lowercased()) { builder.add(form, vocabulary: []) }
        }
    }

    /// What stands for a dictionary where there is none: the treebank's own words that occur so often that their tags can be told from it.
    private func usualForms() -> [DictionaryForm] {
        var counts: [DictionaryForm: Int] = [:]
        var totals: [String: Int] = [:]
        for sentence in main.sentences {
            for word in sentence.words {
                let form = word.form.lowercased()
                let analysis = TrainingSentence.tag(word, nil).replacing(" ", with: "|")
                counts[DictionaryForm(form: form, lemma: word.lemma, analysis: analysis), default: 0] += 1
                totals[form, default: 0] += 1
            }
        }
        return counts.filter { form, count in
            count >= settings.usualTag && totals[form.form, default: 0] >= settings.usualWord
        }.keys.sorted { ($0.form, $0.analysis, $0.lemma) < ($1.form, $1.analysis, $1.lemma) }
    }
}
