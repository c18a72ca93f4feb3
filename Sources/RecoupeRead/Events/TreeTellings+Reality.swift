// A verb's phrase in, how real its words make it out: a fact, a plan, hearsay, or nothing that was said to be so. An infinitive or participle
// by itself is as real as what governs it.
internal import RecoupeModel
internal import RecoupeText

extension TreeTellings {
    func reality(_ phrase: VerbPhrase, isAhead: Bool = false) -> Reality? {
        if isConditional(phrase.verb) { return nil }
        if phrase.finite == nil { return unfinished(phrase) }
        switch phrase.mood {
        case .imperative: return nil
        case .subjunctive: return isFactual(phrase.verb) ? .fact : nil
        case .conditional:
            if phrase.lead == .can { return isAhead ? .plan : nil }
            return phrase.lead == .must || isAhead && !phrase.isCompound ? .plan : .hearsay
        default: break
        }
        switch phrase.lead {
        case .go, .must: return .plan
        case .can: return isAhead ? .plan : phrase.isCompound || phrase.tense == .past ? .fact : nil
        default: return phrase.tense == .future ? .plan : .fact
        }
    }

    /// Behind the conjunction of a condition, as its mark or right before the clause.
    func isConditional(_ verb: Int) -> Bool {
        if marks(of: verb).contains(where: { grammar.entries(.unless).contains($0) }) { return true }
        guard let first = tree.subtree(verb).first, tree.atom(first) > 0 else { return false }
        let before = unit.atoms[tree.atom(first) - 1]
        return before.isWord && grammar.entries(.unless).contains(before.lower) && !before.has(.reflexive)
    }

    /// An infinitive or a participle by itself is as real as what governs it.
    func unfinished(_ phrase: VerbPhrase) -> Reality? {
        let verb = phrase.verb
        if phrase.form == .infinitive { return infinitive(phrase) }
        if isOfRule(phrase) { return .plan }
        if tree.isRelation(verb, "acl") || tree.isRelation(verb, "amod") { return .fact }
        guard let parent = tree.parent(verb) else { return phrase.form == .participle && tree.children(verb).count > 1 ? .fact : nil }
        let head = tree.clause(of: parent)
        return tree.isVerb(head) && head != verb ? reality(verbs.phrase(head)) : .fact
    }

    /// «un accord mettant fin à …»: what an agreement, a law or a decision sets.
    func isOfRule(_ phrase: VerbPhrase) -> Bool {
        let atom = tree.atom(phrase.verb)
        guard tree.tokens[phrase.verb].morphology.form == .gerund || tree.tokens[phrase.verb].morphology.tense == .present else {
            return false
        }
        let places = [tree.parent(phrase.verb).map { tree.atom($0) }, atom - 1].compactMap { $0 }
        return places.contains { place in
            let noun = lexicon.noun(at: place) { unit.atoms.indices.contains($0) ? unit.atoms[$0].lower : nil }
            return noun.map { ["agreement", "law", "decision", "vote"].contains($0.type) } ?? false
        }
    }

    func infinitive(_ phrase: VerbPhrase) -> Reality? {
        guard let leader = phrase.leader, let readings = lead(leader) else { return nil }
        if readings.contains(EventLexicon.plan) { return verbs.phrase(leader).isNegated ? nil : .plan }
        let isDone = grammar.entries(.achieving).contains(tree.tokens[leader].lemma)
        return isDone && !verbs.phrase(leader).isNegated ? reality(verbs.phrase(leader)) : nil
    }

    /// The types of events that a leading verb has; nothing where it has none and is not one that brings about.
    func lead(_ token: Int) -> Set<String>? {
        let types = Set(lexicon.verbReadings(verbs.lower(token)).map { lexicon.verbs[$0.cue].type })
        return types.isEmpty && !grammar.entries(.achieving).contains(tree.tokens[token].lemma) ? nil : types
    }

    func marks(of verb: Int) -> [String] {
        tree.children(verb).filter { tree.isRelation($0, "mark") || tree.isRelation($0, "advmod") || tree.isRelation($0, "case") }
            .map { verbs.lower($0) }
    }

    func isFactual(_ verb: Int) -> Bool { marks(of: verb).contains { grammar.entries(.factual).contains($0) } }

    func isAhead(_ time: Int?) -> Bool {
        guard let time = time.flatMap({ unit.atoms[$0].time }), let earliest = text.times[time].earliest, let published else {
            return false
        }
        return earliest > published.latest
    }
}
