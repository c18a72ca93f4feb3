// `C'est ce qu'a déclaré X`: what the sentence before said is put into somebody's mouth. Part of the unit reader.
internal import RecoupeModel

extension UnitReader {
    // MARK: C'est ce que

    func isEcho(_ match: CueMatch, _ scope: Scope) -> Bool { echoStart(match, scope) != nil }

    private func echoStart(_ match: CueMatch, _ scope: Scope) -> Int? {
        (2...7).map { match.atoms.lowerBound - $0 }.first { start in
            start >= 0 && grammar.phraseLength(.echo, at: start, word: scope.phrases.lower) == match.atoms.lowerBound - start
        }
    }

    /// `C'est ce qu'a déclaré X`: the content is the sentence before, or the quotation after a colon.
    mutating func echo(_ match: CueMatch, _ scope: inout Scope) {
        let subject =
            match.inverted.flatMap { index in
                lexicon.speaker(at: index, word: scope.phrases.lower).map {
                    SpeakerPhrase(atoms: index..<(index + 1), head: $0, isPlural: $0.isPlural)
                }
            } ?? scope.subjects.subject(after: match.atoms.upperBound, limit: scope.atoms.count)
        guard let phrase = subject, phrase.name != nil || phrase.head != nil else { return }
        let speaker = scope.resolver.speaker(phrase, in: &discourse)
        let next = tailEnd(phrase.atoms.upperBound, scope)
        let colon = (phrase.atoms.upperBound..<scope.atoms.count).first { scope.atoms[$0].lower == ":" }
        let end = colon ?? next
        let draft = template(match, speaker, "speech.echo", scope, regions: [match.atoms.upperBound..<end])
        if let colon, colon + 1 < scope.atoms.count {
            let end = scope.contents.end(from: colon + 1, .quotation, after: match)
            give((colon + 1)..<end, draft, &scope)
            scope.cursor = end
        } else {
            giveSentenceBefore(draft, &scope)
            scope.cursor = next
        }
    }

    private mutating func giveSentenceBefore(_ template: Draft, _ scope: inout Scope) {
        guard let previousUnit, !drafts.contains(where: { $0.unit == previousUnit }) else {
            scope.speaker = template.speaker
            return
        }
        let before = text.units[previousUnit]
        guard let bytes = StatementSentences(text: text).trimmed(sentenceWords(of: before)) else { return }
        var draft = template
        draft.content = bytes
        draft.mode = before.atoms.contains { $0.quote != nil } ? .mixed : .indirect
        give(draft, &scope)
    }

    /// A unit's words without a dateline before a colon.
    private func sentenceWords(of unit: Unit) -> Range<Int> {
        guard let colon = unit.atoms.prefix(10).lastIndex(where: { $0.lower == ":" }), colon + 1 < unit.atoms.count,
            !unit.atoms[..<colon].contains(where: {
                $0.isWord && !$0.isSign && lexicon.helperReadings($0.lower).contains { $0.form.isFinite }
            })
        else { return unit.words }
        return unit.atoms[colon + 1].words.lowerBound..<unit.words.upperBound
    }
}
