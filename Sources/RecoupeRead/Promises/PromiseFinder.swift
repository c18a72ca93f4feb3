// One article's statements, events and times in; what somebody who can bring it about says will be done, out, with the last day that the
// words allow. Three ways: a promise that is said; a plan that is announced with a date; an agreement that sets one.
package import RecoupeModel
internal import RecoupeText

/// Finds promises.
package struct PromiseFinder: Sendable {
    private let lexicons: PackLexicons

    package init(_ lexicons: PackLexicons) { self.lexicons = lexicons }

    /// All promises, in order; one for each deadline's passage.
    package func find(
        in analysis: Analysis, names: [Name], referents: [Referent], times: [Time], statements: [Statement], events: [EventMention],
        published: Published? = nil
    ) -> [Promise] {
        let text = WordText(analysis, grammar: lexicons.grammar, lexicon: lexicons.speech, names: names, times: times, quotations: false)
        let reader = PromiseReader(
            grammar: lexicons.grammar, speech: lexicons.speech, lexicon: lexicons.events, keys: lexicons.keys, text: text,
            referents: referents,
            statements: statements,
            events: events, published: published)
        var out: [Promise] = []
        let clauses = reader.clauses()
        let planned = clauses.map { reader.planned($0) } ?? reader.plannedByWords()
        for promise in reader.said(clauses ?? []) + planned + reader.agreed()
        where !out.contains(where: { $0.passage.meets(promise.passage) }) {
            out.append(promise)
        }
        return out.sorted { $0.passage < $1.passage }
    }
}
