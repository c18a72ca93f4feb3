// The analysis of an article in, its words with the features that the tagger of names scores out. Training and reading both go through
// here, so that a model meets the features it was trained on.
package import RecoupeLanguage

/// Makes the features of all words of an article.
package struct NameFeatures: Sendable {
    private let lexicon: NameLexicon
    let habits: WordHabits

    package init(_ pack: LanguagePack, habits: WordHabits) throws(PackError) {
        self.init(lexicon: try NameLexicon(pack), habits: habits)
    }

    init(lexicon: NameLexicon, habits: WordHabits) {
        self.lexicon = lexicon
        self.habits = habits
    }

    package func words(_ analysis: Analysis) -> NameWords { NameWords(analysis, particles: lexicon.particles) }

    /// Calls `body` with each word's index and features, sentence by sentence.
    package func forEach(_ words: NameWords, _ body: (_ sentence: Int, _ word: Int, _ features: [UInt64]) -> Void) {
        let templates = NameTemplates(facts: NameFactsReader(lexicon: lexicon, habits: habits).facts(words), words: words.all)
        var features: [UInt64] = []
        features.reserveCapacity(128)
        for (number, sentence) in words.sentences.enumerated() {
            for index in sentence {
                templates.features(at: index, sentence, into: &features)
                body(number, index, features)
            }
        }
    }
}

/// Hash of a word under which its habits are kept: as written, digits as `0`.
package func habitHash(_ word: String) -> UInt64 { fnv(Array(habitWord(word).utf8)[...]) }

/// A word as its habits are kept: as written with straight apostrophes, digits as `0`.
package func habitWord(_ word: String) -> String { NameFactsReader.digitless(word.replacing("\u{2019}", with: "'")) }
