// A noun that names an event in, what is told of it out: by a time that specifies it, by the clause whose verb is no event of its own, or as
// something known that is dated elsewhere.
internal import RecoupeModel
internal import RecoupeText

extension TreeTellings {
    func noun(_ one: Found, _ found: [Found], _ owners: TimeOwners) -> Told? {
        guard !Self.isFrame(one.trigger.type) else { return nil }
        let phrase = nounAtoms(one)
        if let time = nounTime(one, owners), !phrase.contains(time), let told = byClause(one, found, owners) { return told }
        if let time = nounTime(one, owners) {
            guard !isUnreal(one) || !isAhead(time) else { return nil }
            let isPlan = isAhead(time) && !EventLexicon.unwilled.contains(one.trigger.type)
            let isNear = time >= phrase.upperBound && time - phrase.upperBound <= Tuning.nounReach
            let whole = isNear ? phrase.lowerBound..<(time + 1) : phrase
            return Told(trigger: one.trigger, atoms: whole, reality: isPlan ? .plan : .fact, time: time, isHead: false)
        }
        guard !isUnreal(one), !found.contains(where: { happens($0, to: one) }) else { return nil }
        if let told = byClause(one, found, owners) { return told }
        guard isDefinite(one), !isGeneral(one), !isOtherNoun(one, found) else { return nil }
        return Told(trigger: one.trigger, atoms: nounAtoms(one, isWhole: true), reality: .fact, time: nil, isEcho: true, isHead: false)
    }

    /// Whether a verb only says of a noun that it took place.
    func happens(_ verb: Found, to noun: Found) -> Bool {
        verb.trigger.type == EventLexicon.occurrence && tree.isRelation(noun.token, "nsubj") && tree.parent(noun.token) == verb.token
    }

    /// The time that specifies a noun, or the participle on it that says when it was set.
    func nounTime(_ one: Found, _ owners: TimeOwners) -> Int? {
        if let own = owners.times(ofNoun: one.token).first(where: { times.stand($0) == .on || times.stand($0) == .since }) { return own }
        if let behind = behind(one) { return behind }
        for child in tree.children(one.token) where tree.isRelation(child, "acl") {
            let types = Set(lexicon.verbReadings(verbs.lower(child)).map { lexicon.verbs[$0.cue].type })
            guard types.allSatisfy({ Self.isFrame($0) }) else { continue }
            if let subject = tree.child(child, "nsubj"), !tree.tokens[subject].morphology.feats.contains("Rel") { continue }
            guard reality(verbs.phrase(child)) == .fact || !types.isEmpty, !verbs.phrase(child).isNegated else { continue }
            if let time = owners.times(ofClause: child).first(where: { times.stand($0) == .on }) { return time }
        }
        return nil
    }

    /// A time right behind the phrase of a noun that is neither subject nor object, or between commas behind any.
    func behind(_ one: Found) -> Int? {
        if let apposed = apposed(to: one) { return apposed }
        let end = nounAtoms(one).upperBound
        guard end < unit.atoms.count, !tree.isRelation(one.token, "nsubj"), !tree.isRelation(one.token, "obj"), times.datable.contains(end),
            times.stand(end) == .on, tree.parent(one.token).map({ !tree.isVerb($0) }) ?? false
        else { return nil }
        return end
    }

    /// A time between commas right behind the noun's phrase.
    func apposed(to one: Found) -> Int? {
        let end = nounAtoms(one).upperBound
        guard end + 1 < unit.atoms.count, unit.atoms[end].lower == ",", times.datable.contains(end + 1), times.stand(end + 1) == .on,
            end + 2 == unit.atoms.count || unit.atoms[end + 2].isSign
        else { return nil }
        return end + 1
    }

    /// Times between commas behind a noun that is neither subject nor object date that noun alone.
    func isApposed(_ time: Int, _ found: [Found]) -> Bool {
        guard time > 0, unit.atoms[time - 1].lower == "," else { return false }
        return found.contains { one in
            one.trigger.isNoun && !tree.isRelation(one.token, "nsubj") && !tree.isRelation(one.token, "obj") && apposed(to: one) == time
        }
    }

    /// «L'explosion a fait trois morts mardi»: the clause's verb is no event of its own, and the noun stands right under it.
    func byClause(_ one: Found, _ found: [Found], _ owners: TimeOwners) -> Told? {
        let clause = tree.clause(of: one.token)
        guard clause != one.token, tree.parent(one.token) == clause, tree.isVerb(clause), isCarried(one.token),
            !found.contains(where: { !$0.trigger.isNoun && $0.token == clause && !Self.isFrame($0.trigger.type) }),
            tree.isRelation(one.token, "nsubj") || subjectNoun(of: clause, found) == nil
        else { return nil }
        if tree.isRelation(clause, "acl"), let noun = tree.parent(clause), found.contains(where: { $0.trigger.isNoun && $0.token == noun })
        {
            return nil
        }
        let content = verbs.content(of: clause)
        let phrase = verbs.phrase(content)
        let types = Set(lexicon.verbReadings(verbs.lower(content)).map { lexicon.verbs[$0.cue].type })
        guard !phrase.isNegated, !types.contains(EventLexicon.unreal),
            var reality = types.contains(EventLexicon.plan) ? .plan : reality(phrase, isAhead: hasTimeAhead(phrase, owners)),
            !found.contains(where: { !$0.trigger.isNoun && $0.token == content && !Self.isFrame($0.trigger.type) })
        else {
            return nil
        }
        let fitting = (owners.times(ofClause: content) + owners.times(ofClause: clause)).filter {
            times.stand($0) == .on || times.stand($0) == .by && reality == .plan
        }
        guard let time = nearest(fitting, to: one.token) else { return nil }
        if isAhead(time), reality == .fact { reality = .plan }
        return Told(
            trigger: one.trigger, atoms: span(self.clause(clause, from: max(clause, content))), reality: reality, time: time,
            isHead: isHead(clause))
    }

    /// Subject, object, or what something happens during.
    func isCarried(_ token: Int) -> Bool {
        if tree.isRelation(token, "nsubj") || tree.isRelation(token, "obj") { return true }
        if tree.tokens[token].relation == "obl:agent" { return true }
        return tree.isRelation(token, "obl") && marks(of: token).contains { grammar.entries(.during).contains($0) }
    }

    /// Under a word that makes it a wish, a risk, a plan, or behind a preposition of purpose or lack.
    func isUnreal(_ one: Found) -> Bool {
        if marks(of: one.token).contains(where: { grammar.entries(.unreal).contains($0) }) { return true }
        guard let parent = tree.parent(one.token) else { return false }
        let types = lexicon.verbReadings(verbs.lower(parent)).map { lexicon.verbs[$0.cue].type }
        let noun = lexicon.noun(at: tree.atom(parent)) { unit.atoms.indices.contains($0) ? unit.atoms[$0].lower : nil }?.type
        return (types + [noun].compactMap { $0 }).contains { $0 == EventLexicon.unreal || $0 == EventLexicon.plan }
    }

    func isDefinite(_ one: Found) -> Bool {
        tree.children(one.token).contains { tree.isRelation($0, "det") && grammar.classes(of: verbs.lower($0)).contains(.definite) }
    }

    /// Several, or one of its kind by an adjective before it, or what something is said to be.
    func isGeneral(_ one: Found) -> Bool {
        tree.tokens[one.token].morphology.isPlural == true || tree.child(one.token, "cop") != nil
            || tree.children(one.token).contains { tree.isRelation($0, "amod") && $0 < one.token }
    }

    /// Whether the noun only completes another event of the clause.
    func isOtherNoun(_ one: Found, _ found: [Found]) -> Bool {
        guard let parent = tree.parent(one.token) else { return false }
        return found.contains { $0.token == parent && $0.trigger.isNoun && !Self.isFrame($0.trigger.type) }
    }
}
