// One article's analysis with its names, times and statements in; what it says happened, will happen or did not, out. A clause is given
// where a word names an event and a date governs it, or somebody named stands with it.
package import RecoupeModel

/// Finds event mentions.
package struct EventFinder: Sendable {
    private let lexicons: PackLexicons

    package init(_ lexicons: PackLexicons) { self.lexicons = lexicons }

    /// All event mentions, in order.
    package func find(
        in analysis: Analysis, names: [Name], referents: [Referent], times: [Time], statements: [Statement], published: Published? = nil
    ) -> [EventMention] {
        let text = WordText(analysis, grammar: lexicons.grammar, lexicon: lexicons.speech, names: names, times: times, quotations: false)
        let contents = statements.map { analysis.byteRange($0.content) }
        let cues = statements.map { $0.cuePassage.map { analysis.byteRange($0) } }
        let saidOn = statements.compactMap { $0.saidOnPassage.map { analysis.byteRange($0) } }
        var out: [EventMention] = []
        for unit in text.units {
            let reader = EventReader(
                lexicon: lexicons.events, speech: lexicons.speech, grammar: lexicons.grammar, text: text, unit: unit, referents: referents,
                keys: lexicons.keys,
                statements: statements, contents: contents, cues: cues, saidOn: saidOn, published: published)
            out += reader.mentions()
        }
        return EventEchoes.settled(out)
    }
}
