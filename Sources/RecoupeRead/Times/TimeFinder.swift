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
        rules = lexicons.times
        tenses = TenseReader(lexicons.rules, marks: lexicons.marks)
    }

    /// The times of an article in order, and when it was published: as given, or as far as its own dates allow.
    /// Days without a year are of the year in which another report tells them, if one does. `lexemes` are those of the analysis.
    package func find(
        in analysis: Analysis, lexemes: LexedText, published: Published?, told: [ToldDay] = []
    ) -> (times: [Time], published: Published?) {
        let mentions = mentions(analysis, lexemes, told)
        let published = published ?? PublicationEstimator(analysis: analysis, mentions: mentions).estimate()
        let story = TimeStory(analysis: analysis, published: published)
        return (story.times(mentions.filter { $0.kind != "none" && $0.kind != "copyright" }), published)
    }

    /// The same with the lexemes made here.
    package func find(
        in analysis: Analysis, published: Published?, told: [ToldDay] = []
    ) -> (times: [Time], published: Published?) {
        find(in: analysis, lexemes: lexer.lexemes(analysis), published: published, told: told)
    }

    /// When an undated article was published, as far as the dates of its text, captions included, allow.
    package func publication(of evidence: Analysis, told: [ToldDay] = []) -> Published? {
        PublicationEstimator(analysis: evidence, mentions: mentions(evidence, lexer.lexemes(evidence), told)).estimate()
    }

    private func mentions(_ analysis: Analysis, _ text: LexedText, _ told: [ToldDay]) -> [TimeMention] {
        var out: [TimeMention] = []
        rules.eachMatch(in: text.rules, sentences: text.sentences, text: { text.text($0) }) { sentence, matches in
            let first = text.sentences[sentence].lowerBound
            for match in matches {
                let found = text.lexemes[first + match.words.lowerBound..<first + match.words.upperBound]
                let tokens = (found.first?.tokens.lowerBound ?? 0)..<(found.last?.tokens.upperBound ?? 0)
                let tense = tenses.direction(analysis, text.tokens, sentence: sentence, tokens: tokens)
                let isPresent =
                    match.kind == "weekday" && tense == .unknown
                    && tenses.isPresent(analysis, text.tokens, sentence: sentence, tokens: tokens)
                out.append(
                    TimeMention(
                        match: match, bytes: (found.first?.bytes.lowerBound ?? 0)..<(found.last?.bytes.upperBound ?? 0), tokens: tokens,
                        sentence: sentence, paragraph: analysis.sentences[sentence].paragraph,
                        tense: tense, isPresent: isPresent
                    ))
            }
        }
        return LentYears(told: told).lent(out)
    }
}
