// How cues that are no finite verbs of a sentence of their own find content and speaker: `, ajoutant que`, `a été annoncé par X`. Part of
// the unit reader.
internal import RecoupeModel

extension UnitReader {
    // MARK: Other verbs

    /// `CONTENT, a appris l'AFP auprès de X`: X says what a medium was told.
    mutating func learned(_ match: CueMatch, _ scope: inout Scope) {
        let run = scope.cursor..<match.atoms.lowerBound
        guard hasVerb(run, scope) || run.contains(where: { scope.atoms[$0].quote != nil }),
            let medium = scope.subjects.subject(after: match.atoms.upperBound, limit: scope.atoms.count), isMedium(medium, scope),
            let source = scope.subjects.subjectOfSource(after: medium.atoms.upperBound, limit: scope.atoms.count)
        else { return }
        finish(match, source, run, &scope)
    }

    private func isMedium(_ phrase: SpeakerPhrase, _ scope: Scope) -> Bool {
        if phrase.head?.kind == .medium { return true }
        return phrase.name.flatMap { scope.atoms[$0].name }.map { text.names[$0].kind == .organisation } ?? false
    }

    /// `, ajoutant que CONTENT`, `et dénoncé « … »`: the speaker is the one of the clause that it hangs on.
    mutating func adjunct(_ match: CueMatch, _ scope: inout Scope) {
        guard let complement = scope.contents.complement(of: match) else { return }
        if complement.link == .object, match.form == .infinitive || !isVoiced(match, complement, scope) { return }
        let own = match.form == .gerund ? ownSubject(of: match, &scope) : nil
        if match.form == .gerund, own == nil, modifiesNoun(match, scope) { return }
        var speaker = own ?? scope.speaker
        if speaker == nil { speaker = clauseSubject(before: match.atoms.lowerBound, &scope) }
        if speaker == nil, match.form == .infinitive, complement.link == .quotation || complement.link == .that,
            isOpening(..<match.atoms.lowerBound, scope)
        {
            speaker = discourse.lastSpeakerInParagraph()
        }
        guard let speaker, match.form != .bare || scope.speaker != nil || complement.link != .object else { return }
        var draft = template(
            match, speaker, "speech.adjunct", scope, regions: [match.atoms.upperBound..<complement.atoms.lowerBound])
        draft.doubts.append("speaker-by-clause")
        give(complement.atoms, draft, &scope)
        scope.cursor = max(complement.atoms.upperBound, match.atoms.upperBound)
        scope.bound = scope.cursor
    }

    /// `Et de poursuivre : « … »`: nothing but conjunctions and prepositions stands before the infinitive.
    private func isOpening(_ range: PartialRangeUpTo<Int>, _ scope: Scope) -> Bool {
        range.upperBound > 0 && scope.atoms[range].allSatisfy { $0.has([.coordinator, .preposition, .adverb, .clitic]) || $0.lower == "," }
    }

    /// «une résolution appelant au retrait»: the participle belongs to the noun right before it.
    private func modifiesNoun(_ match: CueMatch, _ scope: Scope) -> Bool {
        let start = match.atoms.lowerBound
        guard start > 0, scope.atoms[start - 1].isWord, !scope.atoms[start - 1].isSign else { return false }
        switch text.analysis.tokens[text.words[scope.atoms[start - 1].words.lowerBound].token].upos {
        case .noun, .adjective, .properNoun: return true
        default: return false
        }
    }

    /// Whether a participle with a mere object says something: an accusation, a demand, a regret, or quoted words.
    private func isVoiced(_ match: CueMatch, _ content: Content, _ scope: Scope) -> Bool {
        switch lexicon.cues[match.cue].stance {
        case .accuse, .demand, .regret, .announce, .promise: true
        default: content.atoms.contains { scope.atoms[$0].quote != nil } || match.form == .bare
        }
    }

    /// `les avocats affirmant que`: a phrase right before the participle.
    private mutating func ownSubject(of match: CueMatch, _ scope: inout Scope) -> Speaker? {
        let start = match.atoms.lowerBound
        guard start > scope.bound, !scope.atoms[start - 1].isSign, !scope.atoms[start - 1].has([.coordinator, .preposition, .adverb]),
            let found = scope.subjects.subject(before: start, bound: scope.bound), case .phrase(let phrase) = found.subject,
            phrase.atoms.upperBound == start, phrase.name != nil || phrase.head != nil
        else { return nil }
        return scope.resolver.speaker(phrase, in: &discourse)
    }

    /// The subject of the clause before a participle: the first phrase of the unit that can speak.
    private mutating func clauseSubject(before end: Int, _ scope: inout Scope) -> Speaker? {
        guard let verb = (scope.cursor..<end).first(where: { scope.phrases.isVerb($0) }),
            let found = scope.subjects.subject(before: verb, bound: scope.cursor), case .phrase(let phrase) = found.subject,
            phrase.name != nil || phrase.head != nil
        else { return nil }
        return scope.resolver.speaker(phrase, in: &discourse)
    }

    /// `CONTENT a été annoncé par X`.
    mutating func passive(_ match: CueMatch, _ scope: inout Scope) {
        let cue = lexicon.cues[match.cue]
        guard cue.complements.contains(.noun), cue.complements.contains(.that), !cue.isWeak, !cue.needsQuote,
            cue.stance == .announce || cue.stance == .confirm || cue.stance == .deny, !startsSubordinate(scope.cursor, scope)
        else { return }
        var index = match.atoms.upperBound
        while index < scope.atoms.count, scope.atoms[index].time != nil || scope.atoms[index].has(.adverb) { index += 1 }
        guard index < scope.atoms.count, scope.atoms[index].has(.passiveBy),
            let phrase = scope.phrases.phrase(at: index + 1, limit: scope.atoms.count), phrase.name != nil || phrase.head != nil,
            scope.cursor < match.atoms.lowerBound, match.atoms.count > 1
        else { return }
        let speaker = scope.resolver.speaker(phrase, in: &discourse)
        let draft = template(match, speaker, "speech.passive", scope, regions: [match.atoms.upperBound..<phrase.atoms.upperBound])
        give(scope.cursor..<match.atoms.lowerBound, draft, &scope)
        scope.cursor = phrase.atoms.upperBound
    }

    private func startsSubordinate(_ index: Int, _ scope: Scope) -> Bool {
        var index = index
        while index < scope.atoms.count, scope.atoms[index].isSign { index += 1 }
        return index < scope.atoms.count && scope.atoms[index].has([.subordinator, .preposition])
    }
}
