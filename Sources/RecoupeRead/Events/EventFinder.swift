// One article's analysis with its names, times and statements in; what it says happened, will happen or did not, out. A clause is given
// where a word names an event and a date governs it, or somebody named stands with it.
package import RecoupeModel

/// Finds event mentions.
package struct EventFinder: Sendable {
    private let grammar: Grammar
    private let speech: SpeechLexicon
    private let lexicon: EventLexicon
    private let keys: ContentKeys

    package init(_ lexicons: PackLexicons) {
        grammar = lexicons.grammar
        speech = lexicons.speech
        lexicon = lexicons.events
        keys = lexicons.keys
    }

    /// All event mentions, in order.
    package func find(
        in analysis: Analysis, names: [Name], referents: [Referent], times: [Time], statements: [Statement], published: Published? = nil
    ) -> [EventMention] {
        let text = WordText(analysis, grammar: grammar, lexicon: speech, names: names, times: times, quotations: false)
        let contents = statements.map { analysis.byteRange($0.content) }
        let cues = statements.map { $0.cuePassage.map { analysis.byteRange($0) } }
        let saidOn = statements.compactMap { $0.saidOnPassage.map { analysis.byteRange($0) } }
        var out: [EventMention] = []
        for unit in text.units {
            let reader = EventReader(
                lexicon: lexicon, speech: speech, grammar: grammar, text: text, unit: unit, referents: referents, keys: keys,
                statements: statements, contents: contents, cues: cues, saidOn: saidOn, published: published)
            out += reader.mentions()
        }
        return EventEchoes.settled(out)
    }
}
