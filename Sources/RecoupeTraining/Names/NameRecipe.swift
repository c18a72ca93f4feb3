// Marked articles, running text and word clusters in, a whole name tagger's model file out: a first tagger reads the running text, what it
// found there becomes the habits of words, and a second tagger is trained that knows them (self-training, Collins and Singer 1999).
package import RecoupeLanguage
package import RecoupeRead

/// What a name tagger is made of.
package struct NameRecipe {
    private enum Tuning {
        /// A word's habits are kept from this many occurrences on; tuned on the marked articles' develop part.
        static let seldom = 3
    }

    package let pack: LanguagePack
    package var articles: [MarkedArticle]
    /// Running text, an article each; none of the articles marked.
    package var texts: [String] = []
    package var clusters = HashTable([])
    /// What words mostly name, by `WordHabits.code`, known beforehand.
    package var names = HashTable([])
    /// How often running text is read anew with a better tagger.
    package var passes = 2
    package var settings = NameSettings()

    package init(pack: LanguagePack, articles: [MarkedArticle]) {
        self.pack = pack
        self.articles = articles
    }

    package func bytes(report: (String) -> Void) throws(PackError) -> [UInt8] {
        let analyser = try Analyser(pack)
        var habits = WordHabits(classes: clusters, names: names)
        var bytes = try train(habits, analyser, report)
        for pass in 0..<(texts.isEmpty ? 0 : passes) {
            habits.names = HashTable(names(try NameTagger(bytes, pack: pack), analyser))
            report("pass \(pass + 1): habits of \(habits.names.checks.count { $0 != 0 }) words")
            bytes = try train(habits, analyser, report)
        }
        return bytes
    }

    private func train(_ habits: WordHabits, _ analyser: Analyser, _ report: (String) -> Void) throws(PackError) -> [UInt8] {
        let trainer = NameTrainer(articles, features: try NameFeatures(pack, habits: habits), analyser: analyser, settings: settings)
        var packer = trainer.train(report: report)
        packer.habits = habits
        return packer.bytes
    }

    /// What the words of the running text mostly name, by `WordHabits.code`.
    private func names(_ tagger: NameTagger, _ analyser: Analyser) -> [(hash: UInt64, value: UInt16)] {
        var counts: [UInt64: [Int]] = [:]
        for text in texts {
            let words = tagger.words(analyser.analyse(text, article: ""))
            for (word, label) in zip(words.all, tagger.labels(words)) where (word.isCapital && !(word.opens && label == 0)) || label > 0 {
                counts[habitHash(word.text), default: [0, 0, 0, 0, 0, 0]][Self.slot(label)] += 1
            }
        }
        return counts.keys.sorted().compactMap { hash in
            counts[hash].flatMap { WordHabits.code($0, minimum: Tuning.seldom) }.map { (hash, $0) }
        }
    }

    /// A person's first word, a person's other words, the other kinds in order, none.
    private static func slot(_ label: Int) -> Int {
        guard label > 0 else { return 5 }
        let (kind, place) = ((label - 1) / 4, (label - 1) % 4)
        return kind > 0 ? kind + 1 : place == NameLabel.first ? 0 : 1
    }
}
