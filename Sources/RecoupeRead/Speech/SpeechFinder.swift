// One article's analysis with its names and times in, its statements out: what somebody is reported to have said, with the words for
// who, when and where. Reads unit by unit in order, so that pronouns and lone quotations find the speaker before them.
package import RecoupeLanguage
package import RecoupeModel

/// Finds statements.
package struct SpeechFinder: Sendable {
    private let grammar: Grammar
    private let lexicon: SpeechLexicon
    private let keys: ContentKeys
    private let polarity: Polarity

    package init(_ lexicons: PackLexicons) throws(PackError) {
        grammar = lexicons.grammar
        lexicon = lexicons.speech
        keys = lexicons.keys
        polarity = try Polarity(lexicons.pack)
    }

    /// All statements, in the order of their contents. A quotation of several sentences gives a statement for each.
    package func find(
        in analysis: Analysis, names: [Name], referents: [Referent], times: [Time], published: Published? = nil
    ) -> [Statement] {
        let text = WordText(analysis, grammar: grammar, lexicon: lexicon, names: names, times: times)
        let builder = StatementBuilder(text: text, referents: referents, keys: keys, polarity: polarity)
        var reader = UnitReader(lexicon: lexicon, grammar: grammar, text: text, referents: referents)
        let interview = InterviewReader(grammar: grammar, text: text, referents: referents).read()
        for (number, unit) in text.units.enumerated() where !interview.units.contains(number) { reader.read(unit, number: number) }
        reader.settleWaiting()
        reader.settleDescriptions()
        reader.settleHeadings()
        let statements = (reader.drafts + interview.drafts).map { builder.statement($0.draft, unit: text.units[$0.unit]) }
        return statements.sorted { ($0.content.start, $0.content.end, $0.start) < ($1.content.start, $1.content.end, $1.start) }
    }
}
