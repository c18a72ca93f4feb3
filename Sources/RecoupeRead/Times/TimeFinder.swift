// An analysed article comes in, its times go out, each with its TIMEX3 value and days; where the article does not say when it was published,
// the span that its own dates allow comes out as well. Rules find the words, a resolver reckons from the day of writing and from the date
// that the story has reached (HeidelTime's division of labour; Strötgen and Gertz 2010).
package import RecoupeLanguage
package import RecoupeModel
internal import RecoupeText

/// Finds times.
package struct TimeFinder: Sendable {
    package let lexer: Lexer
    package let rules: RuleSet
    private let tenses: TenseReader

    package init(_ lexicons: PackLexicons) throws(PackError) {
        lexer = lexicons.lexer
        rules = try RuleSet(lexicons.pack, "times.rules", lexicon: lexicons.rules, facts: Fact.all)
        tenses = TenseReader(lexicons.rules)
    }

    /// The times of an article in order, and when it was published: as given, or as far as its own dates allow.
    /// Days without a year are of the year in which another report tells them, if one does.
    package func find(
        in analysis: Analysis, published: Published?, told: [ToldDay] = []
    ) -> (times: [Time], published: Published?) {
        let mentions = mentions(analysis, told)
        let published = published ?? PublicationEstimator(analysis: analysis, mentions: mentions).estimate()
        let story = TimeStory(analysis: analysis, published: published)
        return (story.times(mentions.filter { $0.kind != "none" && $0.kind != "copyright" }), published)
    }

    /// When an undated article was published, as far as the dates of its text, captions included, allow.
    package func publication(of evidence: Analysis, told: [ToldDay] = []) -> Published? {
        PublicationEstimator(analysis: evidence, mentions: mentions(evidence, told)).estimate()
    }

    private func mentions(_ analysis: Analysis, _ told: [ToldDay]) -> [TimeMention] {
        LentYears(told: told).lent(analysis.sentences.indices.flatMap { self.mentions(analysis, $0) })
    }

    private func mentions(_ analysis: Analysis, _ sentence: Int) -> [TimeMention] {
        let lexemes = lexer.lexemes(analysis, sentence: sentence)
        return rules.matches(in: lexemes.map { $0.word }).map { match in
            let found = lexemes[match.words]
            let tokens = (found.first?.tokens.lowerBound ?? 0)..<(found.last?.tokens.upperBound ?? 0)
            let bytes = (found.first?.bytes.lowerBound ?? 0)..<(found.last?.bytes.upperBound ?? 0)
            return TimeMention(
                match: match, bytes: bytes, tokens: tokens, sentence: sentence, paragraph: analysis.sentences[sentence].paragraph,
                tense: tenses.direction(analysis, sentence: sentence, tokens: tokens)
            )
        }
    }
}
