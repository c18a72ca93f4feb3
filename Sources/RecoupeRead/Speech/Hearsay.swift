// `selon X`, `d'après X`, `pour X`, `de source policière`, `selon laquelle`: what is said by whom where no verb
// says so. Part of the unit reader.
internal import RecoupeModel

extension UnitReader {
    // MARK: selon

    mutating func source(_ match: CueMatch, _ scope: inout Scope) {
        let cue = lexicon.cues[match.cue]
        let start = match.atoms.upperBound
        guard start < scope.atoms.count || cue.complements.contains(.bare) else { return }
        if !cue.complements.contains(.bare), scope.atoms[start].has(.which) { return which(match, &scope) }
        if !cue.complements.contains(.bare), scope.atoms[start].has(.subjectRelative) { return whom(match, &scope) }
        guard let (phrase, regionEnd) = sourcePhrase(match, cue, scope) else { return }
        let speaker = scope.resolver.speaker(phrase, in: &discourse)
        let end = sourceEnd(phrase, regionEnd, scope)
        let run = scope.cursor..<match.atoms.lowerBound
        var draft = template(match, speaker, "speech.source", scope, regions: [match.atoms.lowerBound..<end])
        draft.hearsay = cue.complements.contains(.source)
        if cue.complements.contains(.opinion), !isOpinion(phrase, run, end, scope) { return }
        if let chain = chained(before: match.atoms.lowerBound, scope) {
            if phrase.head?.kind == .document, speaker.referent == nil { return }
            takeBackThing(&scope)
            scope.chain = nil
            give(chain, draft, &scope)
            scope.cursor = end
            return
        }
        let rest = restAfterSource(end, scope)
        let lead = leadRun(run, scope)
        if isFront(lead, scope) {
            guard let rest else { return }
            give(rest, draft, &scope)
            scope.cursor = rest.upperBound
        } else if let rest, hasVerb(lead, scope), !hasVerb(rest, scope), rest.count * 3 > lead.count, scope.attributed == 0 {
            give(lead.lowerBound..<rest.upperBound, draft, &scope)
            scope.cursor = rest.upperBound
        } else if let rest, preferRest(lead, rest, scope) {
            give(rest, draft, &scope)
            scope.cursor = rest.upperBound
        } else if isSaid(lead, scope) {
            give(lead, draft, &scope)
            scope.cursor = end
        }
    }

    /// Whether a run can have been said: a quotation, a clause, or a phrase of some length at the sentence's start.
    private func isSaid(_ run: Range<Int>, _ scope: Scope) -> Bool {
        if run.contains(where: { scope.atoms[$0].quote != nil }) || hasVerb(run, scope) { return true }
        return scope.attributed == 0 && run.count > 3
    }

    /// The phrase of the source, and where its clause ends.
    private func sourcePhrase(_ match: CueMatch, _ cue: Cue, _ scope: Scope) -> (SpeakerPhrase, Int)? {
        let limit = scope.atoms.count
        if cue.complements.contains(.bare) {
            let start = match.atoms.upperBound - 1
            guard let phrase = scope.phrases.phrase(at: start, limit: limit) else { return nil }
            return (phrase, phrase.atoms.upperBound)
        }
        let start = skipAdverbs(match.atoms.upperBound, scope)
        if let reported = reportedSource(start, scope) { return reported }
        guard let phrase = scope.phrases.phrase(at: start, limit: limit) else { return nil }
        guard isSource(phrase, cue, scope), !(phrase.head?.isNobody ?? false) else { return nil }
        let completed = scope.subjects.completed(phrase, limit: limit)
        return (completed, completed.atoms.upperBound)
    }

    /// Whether a phrase after `selon` can speak: known to the lexicon or by name, or any noun but those of rules, plans and cases.
    private func isSource(_ phrase: SpeakerPhrase, _ cue: Cue, _ scope: Scope) -> Bool {
        if phrase.name != nil || phrase.head != nil { return true }
        guard cue.complements.contains(.source), phrase.hasDeterminer else { return false }
        return !phrase.atoms.contains { grammar.entries(.noSource).contains(scope.atoms[$0].lower) }
    }

    private func skipAdverbs(_ index: Int, _ scope: Scope) -> Int {
        var index = index
        while index < scope.atoms.count, scope.atoms[index].has(.adverb), !scope.atoms[index].has([.determiners]) { index += 1 }
        return index
    }

    /// `selon ce qui a été annoncé hier par X`, `selon ce qu'a dit X`: the source is the subject of that clause.
    private func reportedSource(_ start: Int, _ scope: Scope) -> (SpeakerPhrase, Int)? {
        guard start + 1 < scope.atoms.count, grammar.entries(.whatever).contains(scope.atoms[start].lower),
            scope.atoms[start + 1].has([.relative, .that])
        else { return nil }
        guard let verb = scope.cues.first(where: { $0.atoms.lowerBound > start && $0.atoms.lowerBound < start + 8 }) else { return nil }
        var index = verb.atoms.upperBound
        while index < scope.atoms.count, !scope.atoms[index].isSign, !scope.atoms[index].has(.passiveBy), verb.form == .passive {
            index += 1
        }
        if verb.form == .passive {
            guard index < scope.atoms.count, scope.atoms[index].has(.passiveBy) else { return nil }
            index += 1
        }
        guard let phrase = scope.subjects.subject(after: index, limit: scope.atoms.count), phrase.name != nil || phrase.head != nil else {
            return nil
        }
        let completed = scope.subjects.completed(phrase, limit: scope.atoms.count)
        return (completed, completed.atoms.upperBound)
    }

    /// The end of what belongs to the source's phrase: all that hangs on it in the tree, where a comma or the sentence ends there and a
    /// clause or a quotation is left; else what the order of the words tells. What is left has a subject.
    private func sourceEnd(_ phrase: SpeakerPhrase, _ start: Int, _ scope: Scope) -> Int {
        var end = appositionEnd(phrase, start, scope)
        if !phrase.isPronoun, let tree = SpeechTree(text: text, unit: scope.unit).end(of: phrase.atoms), tree > end,
            !scope.cues.contains(where: { $0.form == .expression && $0.atoms.lowerBound >= start && $0.atoms.lowerBound < tree }),
            leavesClause(tree, scope)
        {
            end = tree
        }
        return beforeSubject(end, from: start, scope)
    }

    /// Whether a comma or a quotation stands at a place, and a clause or a quotation from there on.
    private func leavesClause(_ end: Int, _ scope: Scope) -> Bool {
        guard end < scope.atoms.count - 1, scope.atoms[end].lower == "," || scope.atoms[end].quote != nil else { return false }
        let rest = end..<scope.atoms.count
        return rest.contains { scope.atoms[$0].quote != nil } || hasVerb(rest, scope)
    }

    /// The comma after the source from which on a subject stands: where a verb, a participle or a relative clause follows a comma, the words
    /// before are its own (`selon X, le ministre, interrogé hier, a exprimé …`).
    private func beforeSubject(_ end: Int, from start: Int, _ scope: Scope) -> Int {
        func lacksSubject(_ comma: Int) -> Bool {
            guard comma + 1 < scope.atoms.count, scope.atoms[comma].lower == "," else { return false }
            let next = scope.atoms[comma + 1]
            return next.quote == nil && (scope.phrases.isVerb(comma + 1) || next.has([.relative, .subjectRelative, .negation]))
        }
        guard lacksSubject(end) else { return end }
        let commas = (start..<end).filter { scope.atoms[$0].lower == "," }
        return commas.last { comma in
            let next = scope.atoms[comma + 1]
            return next.name != nil || next.has(.determiners) || next.has(.clitic)
        } ?? end
    }

    /// The end of what belongs to the source's phrase: words up to the comma, and appositions between commas.
    private func appositionEnd(_ phrase: SpeakerPhrase, _ start: Int, _ scope: Scope) -> Int {
        var index = start
        if index < scope.atoms.count, scope.atoms[index].has(.relative),
            let comma = (index..<scope.atoms.count).first(where: { scope.atoms[$0].lower == "," })
        {
            index = comma
        }
        let goesOn = goesOn(index, scope)
        while goesOn, index < scope.atoms.count, !scope.atoms[index].isSign, scope.atoms[index].quote == nil, belongs(index, scope) {
            index += 1
        }
        if index < scope.atoms.count, scope.atoms[index].lower == "(" {
            while index < scope.atoms.count, scope.atoms[index].lower != ")" { index += 1 }
            index = min(index + 1, scope.atoms.count)
        }
        while index + 1 < scope.atoms.count, scope.atoms[index].lower == ",",
            let apposition = scope.phrases.phrase(at: index + 1, limit: scope.atoms.count),
            apposition.head != nil || apposition.name == nil,
            !apposition.isPronoun, apposition.atoms.upperBound < scope.atoms.count, scope.atoms[apposition.atoms.upperBound].lower == ",",
            apposition.head?.kind == .person || phrase.name == nil
        {
            index = apposition.atoms.upperBound
        }
        while index < scope.atoms.count, scope.atoms[index].lower == ",", let next = asideEnd(index + 1, scope) { index = next }
        return index
    }

    /// The comma after an aside without verb and subject: a participle, a bare noun or a preposition opens it.
    private func asideEnd(_ start: Int, _ scope: Scope) -> Int? {
        guard start < scope.atoms.count, let comma = (start..<scope.atoms.count).first(where: { scope.atoms[$0].lower == "," }),
            goesOn(start, scope) || isBareNoun(start, scope)
                || lexicon.speaker(at: start, word: scope.phrases.lower).map({ $0.kind == .person }) ?? false,
            scope.atoms[start].time == nil, !hasVerb(start..<comma, scope),
            !(start..<comma).contains(where: { scope.atoms[$0].quote != nil }),
            comma + 2 < scope.atoms.count
        else { return nil }
        let isRelated = scope.atoms[start].isWord && !scope.atoms[start].has(.preposition)
        return isRelated ? comma : nil
    }

    /// A noun without a determiner, which is no subject.
    private func isBareNoun(_ index: Int, _ scope: Scope) -> Bool {
        guard scope.atoms[index].isWord, !scope.atoms[index].isSign else { return false }
        return text.analysis.tokens[text.words[scope.atoms[index].words.lowerBound].token].upos == .noun
    }

    /// Words that go on with the source's phrase: after a preposition, a participle, a time; not a new clause.
    private func belongs(_ index: Int, _ scope: Scope) -> Bool {
        if scope.phrases.isVerb(index) || scope.atoms[index].has(.relative) { return scope.atoms[index].has(.relative) }
        if let noun = lexicon.speaker(at: index, word: scope.phrases.lower), noun.kind == .pronoun { return false }
        return true
    }

    /// Whether the source's phrase goes on after its end with a circumstance or a participle.
    private func goesOn(_ index: Int, _ scope: Scope) -> Bool {
        guard index < scope.atoms.count else { return false }
        let atom = scope.atoms[index]
        if atom.time != nil || atom.has(.preposition) { return true }
        guard atom.isWord, !atom.isSign else { return false }
        let token = text.analysis.tokens[text.words[atom.words.lowerBound].token]
        return token.upos == .adjective || token.upos == .verb && token.morphology.form == .participle
    }

    /// Nothing but an opening of the sentence stands before the expression.
    func isFront(_ run: Range<Int>, _ scope: Scope) -> Bool {
        run.allSatisfy { index in
            let atom = scope.atoms[index]
            return atom.isSign && atom.quote == nil || atom.time != nil || atom.has([.coordinator, .adverb, .subordinator, .clitic])
        }
    }

    /// The run before a source, from the last relative pronoun on where the sentence goes on after it.
    private func leadRun(_ run: Range<Int>, _ scope: Scope) -> Range<Int> {
        if let colon = run.last(where: { scope.atoms[$0].lower == ":" }), colon + 1 < run.upperBound { return (colon + 1)..<run.upperBound }
        if let relative = run.last(where: { scope.atoms[$0].has(.relative) }), relative + 1 < run.upperBound,
            !(relative..<run.upperBound).contains(where: { scope.atoms[$0].lower == "," })
        {
            return (relative + 1)..<run.upperBound
        }
        return run
    }

    private func restAfterSource(_ end: Int, _ scope: Scope) -> Range<Int>? {
        var start = end
        while start < scope.atoms.count, scope.atoms[start].isSign, scope.atoms[start].quote == nil { start += 1 }
        guard start < scope.atoms.count else { return nil }
        var stop = scope.contents.end(from: start, .clause, after: nil)
        // A subject that an aside parts from its verb goes on with it.
        if stop + 1 < scope.atoms.count, scope.atoms[stop].lower == ",", scope.phrases.isVerb(stop + 1), !hasVerb(start..<stop, scope),
            !(start..<stop).contains(where: { scope.atoms[$0].quote != nil })
        {
            stop = scope.contents.end(from: stop + 1, .clause, after: nil)
        }
        return stop > start ? start..<stop : nil
    }

    /// In the middle of a sentence the longer side with a verb is what was said.
    private func preferRest(_ run: Range<Int>, _ rest: Range<Int>, _ scope: Scope) -> Bool {
        if let last = run.last(where: { !scope.atoms[$0].isSign }), scope.atoms[last].has([.relative, .that]) { return true }
        if scope.atoms[rest.lowerBound].has([.coordinator, .relative]) { return false }
        if run.contains(where: { scope.atoms[$0].quote != nil }) || hasVerb(run, scope) { return false }
        return hasVerb(rest, scope) && rest.count > run.count
    }

    /// `pour` gives an opinion only at the sentence's start, before a comma, of somebody who can have one.
    private func isOpinion(_ phrase: SpeakerPhrase, _ run: Range<Int>, _ end: Int, _ scope: Scope) -> Bool {
        guard isFront(run, scope), end < scope.atoms.count, scope.atoms[end].lower == ",",
            end == phrase.atoms.upperBound || phrase.name != nil
        else {
            return false
        }
        if phrase.isIndefinite { return false }
        if let name = phrase.name, let index = scope.atoms[name].name, text.names[index].kind == .place { return false }
        return phrase.name != nil || phrase.isPronoun || phrase.head?.kind != .document
    }

    /// `X, selon qui CONTENT`: the phrase before the comma.
    private mutating func whom(_ match: CueMatch, _ scope: inout Scope) {
        let content = match.atoms.upperBound + 1
        guard let speaker = speakerBefore(match.atoms.lowerBound, &scope), content < scope.atoms.count else { return }
        let end = scope.contents.end(from: content, scope.atoms[content].quote != nil ? .quotation : .that, after: match)
        guard end > content else { return }
        var draft = template(match, speaker, "speech.whom", scope, regions: [])
        draft.hearsay = true
        give(content..<end, draft, &scope)
        scope.cursor = end
    }

    /// Who spoke last in the unit, or the phrase that ends before a relative clause.
    private mutating func speakerBefore(_ index: Int, _ scope: inout Scope) -> Speaker? {
        if scope.attributed > 0, let last = scope.speaker { return last }
        guard let found = scope.subjects.antecedent(before: index, bound: scope.bound), case .phrase(let phrase) = found.subject,
            phrase.name != nil || phrase.head != nil
        else { return nil }
        return scope.resolver.speaker(phrase, in: &discourse)
    }

    // MARK: selon laquelle

    /// `l'annonce faite par X selon laquelle CONTENT`.
    private mutating func which(_ match: CueMatch, _ scope: inout Scope) {
        let content = match.atoms.upperBound + 1
        guard
            let noun = scope.cues.last(where: {
                $0.form == .noun && $0.atoms.upperBound <= match.atoms.lowerBound && $0.atoms.lowerBound > match.atoms.lowerBound - 16
            }),
            content < scope.atoms.count
        else { return }
        let end = scope.contents.end(from: content, .that, after: match)
        let between = noun.atoms.upperBound..<match.atoms.lowerBound
        guard end > content, let mark = between.first(where: { scope.atoms[$0].has(.passiveBy) || scope.atoms[$0].has(.of) }),
            let phrase = scope.phrases.phrase(at: startOfPhrase(after: mark, scope), limit: match.atoms.lowerBound),
            phrase.name != nil || phrase.head != nil
        else { return }
        let speaker = scope.resolver.speaker(phrase, in: &discourse)
        var draft = template(noun, speaker, "speech.which", scope, regions: [between])
        draft.hearsay = true
        give(content..<end, draft, &scope)
        scope.cursor = end
    }

    /// `du` and `des` hold the determiner of the phrase after them.
    private func startOfPhrase(after mark: Int, _ scope: Scope) -> Int {
        scope.atoms[mark].has(.determiners) ? mark : mark + 1
    }
}
