// An analysed article with its times, names and statements comes in; its figures go out, with the thing counted, what became of it, where,
// when and by whom. Rules find the number, the sentence around it gives the rest. Dates, codes, addresses, scores and names are no figures.
package import RecoupeLanguage
package import RecoupeModel
internal import RecoupeText

/// Finds figures.
package struct FigureFinder: Sendable {
    package let rules: RuleSet
    package let concepts: Concepts
    private let lexicon: RuleLexicon
    private let marks: WordMarks
    private let lexer: Lexer
    private let isHeadLast: Bool
    private let pluralEndings: [String]

    package init(_ lexicons: PackLexicons) throws(PackError) {
        lexicon = lexicons.rules
        marks = lexicons.marks
        lexer = lexicons.lexer
        isHeadLast = !lexicon.forms("HeadLast").isEmpty
        pluralEndings = lexicon.forms("PluralEnding").keys.sorted()
        rules = lexicons.figures
        concepts = try Concepts(lexicons.pack)
    }

    /// The figures of an article, in the order of the text. `lexemes` are those of the analysis.
    package func find(
        in analysis: Analysis, lexemes: LexedText, times: [Time], names: [Name], referents: [Referent], statements: [Statement]
    ) -> [Figure] {
        let surroundings = FigureSurroundings(analysis: analysis, times: times, names: names, referents: referents, statements: statements)
        var found: [Figure] = []
        rules.eachMatch(in: lexemes.rules, sentences: lexemes.sentences, text: { lexemes.text($0) }) { sentence, matches in
            var reading = FigureReading(
                surroundings: surroundings, sentence: sentence, lexemes: SentenceLexemes(lexemes, sentence: sentence),
                words: lexemes.tokens, lexicon: lexicon, marks: marks, concepts: concepts, isHeadLast: isHeadLast,
                pluralEndings: pluralEndings, earlier: found
            )
            for match in matches { reading.read(match) }
            found += reading.figures
        }
        return found
    }

    /// The same with the lexemes made here.
    package func find(
        in analysis: Analysis, times: [Time], names: [Name], referents: [Referent], statements: [Statement]
    ) -> [Figure] {
        find(
            in: analysis, lexemes: lexer.lexemes(analysis), times: times, names: names, referents: referents, statements: statements)
    }
}
