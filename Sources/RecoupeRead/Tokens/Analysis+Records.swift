// The words of an analysis as a reading carries them: offsets in code points, heads counted from 1 inside the sentence.
package import RecoupeModel

extension Analysis {
    /// The records of one sentence's words, in order.
    package func records(_ sentence: Sentence) -> [TokenRecord] {
        tokens[sentence.tokens].map { token in
            let place = passage(token.start..<token.end)
            return TokenRecord(
                start: place.start, end: place.end, text: token.isInner || isFirstOfSeveral(token, in: sentence) ? token.form : place.text,
                lemma: token.lemma, upos: token.upos.code, feats: token.morphology.feats, head: token.head + 1, deprel: token.relation
            )
        }
    }

    private func isFirstOfSeveral(_ token: Token, in sentence: Sentence) -> Bool { token.form.utf8.count != token.end - token.start }
}
