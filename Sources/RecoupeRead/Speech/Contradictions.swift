// Statements in, the same out, those marked that the article itself says are contradicted: told by a noun (`the announcement that …`) that
// is the object of a verb which denies (`The ministry's text contradicts the announcement that …`).
package import RecoupeModel

/// Marks statements that their own article sets against another.
package struct Contradictions: Sendable {
    /// The doubt under which such a statement is marked.
    package static let doubt = "contradicted"
    /// Words between the verb and the noun: an article, an adjective, a determiner.
    private static let reach = 4
    private let lexicon: SpeechLexicon

    package init(_ lexicons: PackLexicons) { lexicon = lexicons.speech }

    /// The statements with their doubts.
    package func marked(_ statements: [Statement], in analysis: Analysis) -> [Statement] {
        statements.map { statement in
            guard let cue = statement.cuePassage, lexicon.nounCue(cue.text.lowercased()) != nil else { return statement }
            let bytes = analysis.byteRange(cue)
            guard isDenied(analysis.tokens(in: bytes).lowerBound, in: analysis, sentence: analysis.sentence(atByte: bytes.lowerBound))
            else {
                return statement
            }
            var marked = statement
            marked.doubts = (marked.doubts + [Self.doubt]).sorted()
            return marked
        }
    }

    /// A finite verb of denial stands shortly before the token.
    private func isDenied(_ token: Int, in analysis: Analysis, sentence: Int?) -> Bool {
        guard let sentence else { return false }
        let first = max(analysis.sentences[sentence].tokens.lowerBound, token - Self.reach)
        return (first..<max(first, token)).contains { index in
            let word = analysis.text(analysis.tokens[index].start..<analysis.tokens[index].end).lowercased()
            return lexicon.verbReadings(word).contains { $0.form.isFinite && lexicon.cues[$0.cue].stance == .deny }
        }
    }
}
