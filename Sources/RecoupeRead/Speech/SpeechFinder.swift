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
    private let voices: VoiceModel?

    package init(_ lexicons: PackLexicons) throws(PackError) {
        grammar = lexicons.grammar
        lexicon = lexicons.speech
        keys = lexicons.keys
        polarity = try Polarity(lexicons.pack)
        voices = try VoiceModel(lexicons.pack)
    }

    /// All statements, in the order of their contents. A quotation of several sentences gives a statement for each.
    /// Who is meant by a pronoun, a description or nothing is told by `judge`, or by the language's model.
    package func find(
        in analysis: Analysis, names: [Name], referents: [Referent], times: [Time], published: Published? = nil,
        judge: ((VoiceQuestion) -> Int?)? = nil
    ) -> [Statement] {
        let text = WordText(analysis, grammar: grammar, lexicon: lexicon, names: names, times: times)
        let builder = StatementBuilder(text: text, referents: referents, keys: keys, polarity: polarity)
        var reader = UnitReader(lexicon: lexicon, grammar: grammar, text: text, referents: referents)
        let interview = InterviewReader(grammar: grammar, text: text, referents: referents).read()
        for (number, unit) in text.units.enumerated() where !interview.units.contains(number) { reader.read(unit, number: number) }
        reader.settleWaiting()
        reader.settleDescriptions()
        reader.settleFree(besides: interview.units)
        reader.settleHeadings()
        var drafts = reader.drafts
        if let judge = judge ?? voices.map({ model in { model.answer($0) } }) {
            drafts = VoiceFinder(text: text, referents: referents, lexicon: lexicon, judge: judge).settled(drafts)
        }
        drafts = ConditionalReader(text: text, grammar: grammar, lexicon: lexicon, excluded: interview.units).marked(drafts)
        let statements = (drafts + interview.drafts).map { builder.statement($0.draft, unit: text.units[$0.unit]) }
        return statements.sorted { ($0.content.start, $0.content.end, $0.start) < ($1.content.start, $1.content.end, $1.start) }
    }
}
