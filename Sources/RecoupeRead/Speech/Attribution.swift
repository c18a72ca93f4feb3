// How each kind of cue finds content and speaker: `X a déclaré que`, `« … », a déclaré X`, `selon X`, `, ajoutant que`, `a été annoncé
// par X`. Part of the unit reader.
internal import RecoupeModel

extension UnitReader {
    // MARK: Finite verbs

    mutating func finite(_ match: CueMatch, _ scope: inout Scope) {
        if isEcho(match, scope) { return echo(match, &scope) }
        if match.inverted != nil { return incise(match, &scope) }
        if lexicon.cues[match.cue].isImpersonal { return learned(match, &scope) }
        if followsAs(match, &scope) || followsChain(match, &scope) { return }
        let complement = scope.contents.complement(of: match)
        let isMarked = complement.map { $0.link == .that || $0.link == .quotation || $0.link == .clause || $0.link == .infinitive } ?? false
        if canFollow(match, scope), !(isMarked && complement?.link == .that), follows(match, &scope, complement) { return }
        let isAfterQuotation = complement?.link != .that && followsQuotation(match, scope)
        if isAfterQuotation || complement.map({ $0.link == .quotation }) ?? true, followsWithSubjectBefore(match, &scope) { return }
        guard let complement else { return }
        if complement.link == .object, isInvertedSubject(complement.atoms, match, scope) {
            _ = follows(match, &scope, complement)
            return
        }
        precedes(match, complement, &scope)
    }

    /// `Le feu est éteint ont précisé les secours`: what looks like the object of a verb of saying is who says it, with no comma before.
    private func isInvertedSubject(_ atoms: Range<Int>, _ match: CueMatch, _ scope: Scope) -> Bool {
        guard lexicon.cues[match.cue].complements.contains(.that), !lexicon.cues[match.cue].complements.contains(.of),
            let phrase = scope.phrases.phrase(at: atoms.lowerBound, limit: scope.atoms.count), !phrase.isIndefinite,
            phrase.atoms.upperBound >= atoms.upperBound || endsClause(phrase.atoms.upperBound, scope)
        else { return false }
        if let name = phrase.name, let index = scope.atoms[name].name {
            return text.names[index].kind == .person || text.names[index].kind == .organisation
        }
        guard let head = phrase.head, phrase.hasDeterminer else { return false }
        return head.kind == .person || head.kind == .institution || head.kind == .medium || head.kind == .group
    }

    /// `A a demandé à B de partir, a annoncé X`: X says the whole sentence.
    private mutating func followsChain(_ match: CueMatch, _ scope: inout Scope) -> Bool {
        let start = match.atoms.lowerBound
        guard let run = chained(before: start, scope),
            let phrase = scope.subjects.subject(after: match.atoms.upperBound, limit: scope.atoms.count), !phrase.isPronoun,
            phrase.name != nil || phrase.head != nil
        else { return false }
        let end = tailEnd(phrase.atoms.upperBound, scope)
        let speaker = scope.resolver.speaker(phrase, in: &discourse)
        scope.bound = match.atoms.upperBound
        takeBackThing(&scope)
        scope.chain = nil
        give(run, template(match, speaker, "speech.chain", scope, regions: [match.atoms.upperBound..<end]), &scope)
        scope.cursor = end
        return true
    }

    /// A statement of a mere thing (`the forecasts count on rain`) is none where somebody says its whole sentence.
    mutating func takeBackThing(_ scope: inout Scope) {
        guard let last = drafts.last, last.unit == scope.number, let speaker = last.draft.speaker, speaker.referent == nil,
            speaker.name == nil, !speaker.doubts.contains("speaker-by-pronoun")
        else { return }
        drafts.removeLast()
    }

    /// The sentence that the last statement ended, where nothing but a comma stands between it and an atom.
    func chained(before index: Int, _ scope: Scope) -> Range<Int>? {
        guard let chain = scope.chain, index > chain.upperBound, index - chain.upperBound <= 2,
            (chain.upperBound..<index).allSatisfy({ scope.atoms[$0].lower == "," })
        else { return nil }
        return chain
    }

    /// `Comme le précise X, CONTENT`.
    private mutating func followsAs(_ match: CueMatch, _ scope: inout Scope) -> Bool {
        let start = match.atoms.lowerBound
        guard start > scope.cursor, grammar.entries(.as).contains(scope.atoms[start - 1].lower), isFront(scope.cursor..<start, scope),
            let phrase = scope.subjects.subject(after: match.atoms.upperBound, limit: scope.atoms.count), !phrase.isPronoun,
            phrase.name != nil || phrase.head != nil
        else { return false }
        let end = tailEnd(phrase.atoms.upperBound, scope)
        guard let rest = restRun(after: end, scope), hasVerb(rest, scope) || scope.atoms[rest.lowerBound].quote != nil else { return false }
        let speaker = scope.resolver.speaker(phrase, in: &discourse)
        scope.bound = match.atoms.upperBound
        give(rest, template(match, speaker, "speech.as", scope, regions: [match.atoms.upperBound..<end]), &scope)
        scope.cursor = rest.upperBound
        return true
    }

    /// Whether a cue stands where one can attribute what was said before it: after a comma, a quotation, a question mark.
    private func canFollow(_ match: CueMatch, _ scope: Scope) -> Bool {
        let start = match.atoms.lowerBound
        guard start > scope.cursor else { return false }
        var before = scope.atoms[start - 1]
        if grammar.entries(.as).contains(before.lower), start > scope.cursor + 1 { before = scope.atoms[start - 2] }
        return before.quote != nil || (before.isSign && [",", "?", "!", "…", "...", ")", "-", "–", "—", "?!", "!!"].contains(before.lower))
    }

    /// `CONTENT, a déclaré X`.
    private mutating func follows(_ match: CueMatch, _ scope: inout Scope, _ complement: Content?) -> Bool {
        guard scope.cursor < match.atoms.lowerBound else { return false }
        let run = scope.cursor..<match.atoms.lowerBound
        let hasQuote = run.contains { scope.atoms[$0].quote != nil }
        guard let phrase = scope.subjects.subject(after: match.atoms.upperBound, limit: scope.atoms.count), !phrase.isPronoun else {
            return false
        }
        let nearQuote =
            scope.atoms[match.atoms.lowerBound - 1].quote != nil
            || (match.atoms.lowerBound > 1 && scope.atoms[match.atoms.lowerBound - 2].quote != nil)
        let isSpeaker = phrase.name != nil || phrase.head != nil
        guard !phrase.isAction,
            isSpeaker || phrase.hasDeterminer && (nearQuote || !phrase.isIndefinite && endsClause(phrase.atoms.upperBound, scope))
        else {
            return false
        }
        if !hasQuote || !nearQuote, !hasVerb(run, scope) { return false }
        let last = match.atoms.lowerBound - 1
        if let quote = scope.atoms[last].quote, !isStatement(quote), !scope.subjects.endsBeforeAttribution(last) { return false }
        // `, comme l'écrit X`: the conjunction is no word of X's.
        let said = grammar.entries(.as).contains(scope.atoms[last].lower) ? run.dropLast().asRange : run
        finish(match, phrase, said, &scope)
        return true
    }

    /// Whether a sentence or clause ends here, but for a time.
    private func endsClause(_ index: Int, _ scope: Scope) -> Bool {
        var index = index
        while index < scope.atoms.count, scope.atoms[index].time != nil { index += 1 }
        return index >= scope.atoms.count || scope.atoms[index].isSign
    }

    /// `CONTENT, a-t-il déclaré`.
    mutating func incise(_ match: CueMatch, _ scope: inout Scope) {
        guard let inverted = match.inverted, let noun = lexicon.speaker(at: inverted, word: scope.phrases.lower) else { return }
        let run = scope.cursor..<match.atoms.lowerBound
        if lexicon.cues[match.cue].isImpersonal, !noun.isNobody { return }
        if noun.isNobody || match.form == .passive {
            // `a-t-on appris de source policière`: the source comes after.
            let phrase = scope.subjects.subjectOfSource(after: match.atoms.upperBound, limit: scope.atoms.count)
            guard phrase != nil || hasVerb(run, scope) || run.contains(where: { scope.atoms[$0].quote != nil }) else { return }
            return finish(match, phrase, run, &scope)
        }
        let phrase = subjectOfRun(run, noun, scope) ?? SpeakerPhrase(atoms: inverted..<(inverted + 1), head: noun, isPlural: noun.isPlural)
        if run.contains(where: { !scope.atoms[$0].isSign }) {
            finish(match, phrase, run, &scope)
        } else if let complement = scope.contents.complement(of: match) {
            let speaker = scope.resolver.speaker(phrase, in: &discourse)
            give(
                complement.atoms,
                template(match, speaker, "speech.inverted", scope, regions: [match.atoms.upperBound..<complement.atoms.lowerBound]), &scope)
            scope.cursor = complement.atoms.upperBound
        }
    }

    /// «La justice a suspendu la vente, a-t-elle annoncé»: the pronoun means the subject of the clause that it follows.
    private func subjectOfRun(_ run: Range<Int>, _ noun: SpeakerNoun, _ scope: Scope) -> SpeakerPhrase? {
        guard !run.contains(where: { scope.atoms[$0].quote != nil }), let verb = run.first(where: { scope.phrases.isVerb($0) }),
            let found = scope.subjects.subject(before: verb, bound: run.lowerBound), case .phrase(let phrase) = found.subject,
            let head = phrase.head, head.kind == .institution, phrase.isPlural == noun.isPlural, head.gender == noun.gender
        else { return nil }
        return phrase
    }

    /// `CONTENT, X a déclaré`: the subject stands between comma and verb.
    private mutating func followsWithSubjectBefore(_ match: CueMatch, _ scope: inout Scope) -> Bool {
        guard let found = scope.subjects.subject(before: match.atoms.lowerBound, bound: scope.cursor),
            case .phrase(let phrase) = found.subject,
            found.start > scope.cursor,
            phrase.atoms.upperBound == match.atoms.lowerBound || isClosed(phrase, before: match, scope)
        else { return false }
        let start = descriptionStart(before: min(found.start, phrase.atoms.lowerBound), scope)
        guard start > scope.cursor else { return false }
        let before = scope.atoms[start - 1]
        let run = scope.cursor..<start
        guard before.quote != nil || before.lower == ",", phrase.name != nil || phrase.head != nil else { return false }
        guard
            run.contains(where: { scope.atoms[$0].quote != nil })
                || (lexicon.cues[match.cue].complements.contains(.zero) && hasVerb(run, scope) && !opensWithCircumstance(run, scope))
        else {
            return false
        }
        finish(match, phrase, run, &scope)
        return true
    }

    /// `Asked about the delay, Bell said`, `When the news broke, Bell said`: a clause that says when, not what.
    private func opensWithCircumstance(_ run: Range<Int>, _ scope: Scope) -> Bool {
        guard let first = run.first(where: { !scope.atoms[$0].isSign }) else { return true }
        return scope.phrases.isHeadLast && (scope.phrases.isTaggedVerb(first) || scope.atoms[first].has(.subordinator))
    }

    /// Whether nothing but a subject stands between a quotation that ends for an attribution and the cue (`“…,” Bell said, “…”`).
    private func followsQuotation(_ match: CueMatch, _ scope: Scope) -> Bool {
        guard let quote = (scope.cursor..<max(scope.cursor, match.atoms.lowerBound)).last(where: { scope.atoms[$0].quote != nil }) else {
            return false
        }
        return scope.subjects.endsBeforeAttribution(quote) && !isClause(quote + 1..<match.atoms.lowerBound, scope)
    }

    /// `the mayor, Ann Bell, said`, `Bell, who leads the union, said`: what stands beside the name ends with a comma before the verb.
    private func isClosed(_ phrase: SpeakerPhrase, before match: CueMatch, _ scope: Scope) -> Bool {
        let verb = match.atoms.lowerBound
        let end = phrase.atoms.upperBound
        guard scope.phrases.isHeadLast, verb > scope.cursor, scope.atoms[verb - 1].lower == ",", end < verb else { return false }
        return end == verb - 1 || scope.atoms[end].lower == "," && (end + 1 == verb - 1 || !isClause(end + 1..<verb - 1, scope))
    }

    /// Whether some atoms are a clause of their own, and no relative one.
    private func isClause(_ atoms: Range<Int>, _ scope: Scope) -> Bool {
        hasVerb(atoms, scope) && !(atoms.first.map { scope.atoms[$0].has(.subjectRelative) } ?? false)
    }

    /// Where the description starts to which a name after a comma belongs; the name itself where there is none.
    private func descriptionStart(before name: Int, _ scope: Scope) -> Int {
        let comma = name - 1
        guard scope.phrases.isHeadLast, comma > scope.cursor + 1, scope.atoms[comma].lower == ",", scope.atoms[name].name != nil else {
            return name
        }
        let border = (scope.cursor + 1..<comma).last { scope.atoms[$0 - 1].lower == "," || scope.atoms[$0 - 1].quote != nil }
        guard let border, let phrase = scope.phrases.phrase(at: border, limit: comma), phrase.head?.kind == .person,
            phrase.atoms.upperBound == comma
        else { return name }
        return border
    }

    /// Gives what stands before an attribution, or what goes on after it where nothing much stands before.
    mutating func finish(_ match: CueMatch, _ phrase: SpeakerPhrase?, _ run: Range<Int>, _ scope: inout Scope) {
        let speaker = phrase.map { scope.resolver.speaker($0, in: &discourse) }
        scope.bound = match.atoms.upperBound
        let tail = max(match.atoms.upperBound, phrase?.atoms.upperBound ?? 0)
        let next = tailEnd(tail, scope)
        let draft = template(match, speaker, "speech.follows", scope, regions: [match.atoms.upperBound..<next])
        let rest = restRun(after: next, scope)
        if let rest, !isSubstantial(run, scope), hasVerb(rest, scope) || rest.count > run.count {
            give(rest, draft, &scope)
            scope.cursor = rest.upperBound
            return
        }
        give(contentRun(run, scope), draft, &scope)
        scope.cursor = next
        if let rest, scope.atoms[rest.lowerBound].quote != nil {
            let end = scope.contents.end(from: rest.lowerBound, .quotation, after: match)
            give(rest.lowerBound..<end, draft, &scope)
            scope.cursor = end
        }
    }

    /// Where the attribution ends: at the next comma, quotation or other sign.
    func tailEnd(_ start: Int, _ scope: Scope) -> Int {
        var index = start
        while index < scope.atoms.count, scope.atoms[index].quote == nil, !(scope.atoms[index].isSign && scope.atoms[index].lower != ".") {
            if scope.cues.contains(where: { $0.atoms.lowerBound == index }) { break }
            index += 1
        }
        return index
    }

    /// What stands after an attribution in the same sentence: after its comma, up to the next cue.
    private func restRun(after index: Int, _ scope: Scope) -> Range<Int>? {
        guard index < scope.atoms.count else { return nil }
        var start = index
        while start < scope.atoms.count, [",", ":", ".", "-", "–", "—"].contains(scope.atoms[start].lower) { start += 1 }
        guard start < scope.atoms.count, start > index || scope.atoms[start].quote != nil else { return nil }
        let end = scope.contents.end(from: start, .clause, after: nil)
        return end > start ? start..<end : nil
    }

    /// Whether a run can be a content by itself: a quotation, a verb, or some length.
    private func isSubstantial(_ run: Range<Int>, _ scope: Scope) -> Bool {
        if run.contains(where: { scope.atoms[$0].quote != nil }) || hasVerb(run, scope) { return true }
        return run.count > Tuning.shortRun
    }

    /// A run without what leads in: signs, or words before a colon that a quotation follows.
    private func contentRun(_ run: Range<Int>, _ scope: Scope) -> Range<Int> {
        if let colon = run.last(where: { scope.atoms[$0].lower == ":" }), colon + 1 < run.upperBound, scope.atoms[colon + 1].quote != nil {
            return (colon + 1)..<run.upperBound
        }
        // Several sentences between one pair of marks are no part of the clause before them.
        var last = run.upperBound - 1
        while last > run.lowerBound, scope.atoms[last].isSign { last -= 1 }
        if last > run.lowerBound, let quote = scope.atoms[last].quote,
            StatementSentences(text: text).sentences(of: text.quotations[quote]).count > 1
        {
            return last..<run.upperBound
        }
        return run
    }

    func hasVerb(_ run: Range<Int>, _ scope: Scope) -> Bool { run.contains { scope.phrases.isVerb($0) } }

    /// `X a déclaré CONTENT`.
    private mutating func precedes(_ match: CueMatch, _ complement: Content, _ scope: inout Scope) {
        guard var found = scope.subjects.subject(before: match.atoms.lowerBound, bound: scope.bound) else { return }
        if let nearer = nearerSubject(found.subject, of: match, scope) { found = (.phrase(nearer), nearer.atoms.lowerBound) }
        let complement = cut(complement, clause: found.start..<match.atoms.lowerBound, scope)
        let speaker: Speaker
        switch found.subject {
        case .nobody: return
        case .shared:
            guard let last = scope.speaker else { return }
            speaker = last
        case .phrase(let phrase):
            let isSpeaker = phrase.name != nil || phrase.head != nil
            let isClear = complement.link == .that || complement.link == .quotation || complement.link == .infinitive
            guard isSpeaker || (isClear && phrase.hasDeterminer && !phrase.isAction) else { return }
            speaker = scope.resolver.speaker(phrase, in: &discourse)
        }
        let start = clauseStart(found.start, scope)
        var draft = template(
            match, speaker, "speech.\(complement.link)", scope,
            regions: [match.atoms.upperBound..<complement.atoms.lowerBound, start..<match.atoms.lowerBound])
        if match.isNegated { draft.doubts.append("cue-negated") }
        give(complement.atoms, draft, &scope)
        scope.cursor = max(complement.atoms.upperBound, match.atoms.upperBound)
        scope.chain = start..<scope.cursor
        scope.bound = scope.cursor
    }

    /// The subject by the tree, where it stands between the phrase found and the verb and is somebody who can speak.
    private func nearerSubject(_ found: Subject, of match: CueMatch, _ scope: Scope) -> SpeakerPhrase? {
        guard case .phrase(let phrase) = found, !phrase.isPronoun,
            let atom = SpeechTree(text: text, unit: scope.unit).subject(of: match.atoms), atom >= phrase.atoms.upperBound
        else { return nil }
        let first = max(scope.bound, phrase.atoms.upperBound, atom - 4)
        for start in first...max(first, atom) where start == atom || scope.atoms[start].has([.definite, .indefinite, .title]) {
            guard let nearer = scope.phrases.phrase(at: start, limit: match.atoms.lowerBound), nearer.atoms.contains(atom) else { continue }
            return nearer.name != nil || nearer.head != nil ? nearer : nil
        }
        return nil
    }

    /// A content in a relative clause ends where the main clause goes on with its verb, in a clause of its own conjunction at the comma.
    private func cut(_ content: Content, clause: Range<Int>, _ scope: Scope) -> Content {
        let isRelative = clause.contains { scope.atoms[$0].has(.subjectRelative) }
        let opening = clause.lowerBound > 0 ? scope.atoms[clause.lowerBound - 1] : nil
        let isSubordinate = opening.map { $0.has(.subordinator) || $0.has(.that) } ?? false
        guard isRelative || isSubordinate else { return content }
        let comma = content.atoms.dropFirst().first { index in
            guard scope.atoms[index].lower == ",", index + 1 < scope.atoms.count else { return false }
            return isSubordinate || scope.phrases.isVerb(index + 1)
        }
        guard let comma else { return content }
        return Content(atoms: content.atoms.lowerBound..<comma, link: content.link)
    }

    /// A clause starts with the circumstances before its subject.
    private func clauseStart(_ subject: Int, _ scope: Scope) -> Int {
        scope.attributed == 0 ? scope.cursor : min(subject, scope.atoms.count)
    }
}
