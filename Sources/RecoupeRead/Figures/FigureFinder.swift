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
    private let lexer: Lexer

    package init(_ lexicons: PackLexicons) throws(PackError) {
        lexicon = lexicons.rules
        lexer = lexicons.lexer
        rules = try RuleSet(lexicons.pack, "figures.rules", lexicon: lexicon, facts: Fact.all)
        concepts = try Concepts(lexicons.pack)
    }

    /// The figures of an article, in the order of the text.
    package func find(
        in analysis: Analysis, times: [Time], names: [Name], referents: [Referent], statements: [Statement]
    ) -> [Figure] {
        let surroundings = FigureSurroundings(analysis: analysis, times: times, names: names, referents: referents, statements: statements)
        var found: [Figure] = []
        for sentence in analysis.sentences.indices {
            let lexemes = lexer.lexemes(analysis, sentence: sentence)
            let matches = rules.matches(in: lexemes.map { $0.word })
            var reading = FigureReading(
                surroundings: surroundings, sentence: sentence, lexemes: lexemes, lexicon: lexicon, concepts: concepts,
                earlier: found
            )
            for match in matches { reading.read(match) }
            found += reading.figures
        }
        return found
    }
}
