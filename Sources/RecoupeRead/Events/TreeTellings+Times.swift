// A verb's phrase in, the time that dates it out: of its own clause, of an infinitive that hangs on it, or of a clause that grammar lets it
// share.
internal import RecoupeModel
internal import RecoupeText

extension TreeTellings {
    func time(of phrase: VerbPhrase, _ reality: Reality, _ owners: TimeOwners) -> Int? {
        let verb = phrase.verb
        if let own = nearest(owners.times(ofClause: verb).filter { fits($0, phrase, reality) }, to: verb) { return own }
        guard let leader = phrase.leader else { return nil }
        let later = owners.times(ofClause: leader).filter { phrase.lead != nil || $0 > tree.atom(verb) }
        return nearest(later.filter { fits($0, phrase, reality) }, to: verb)
    }

    /// The time of an infinitive that hangs on the verb and is no event or plan of its own: «a commencé à être monté en mai».
    func lent(to phrase: VerbPhrase, _ reality: Reality, _ found: [Found], _ owners: TimeOwners) -> Int? {
        guard phrase.isPast, let led = tree.children(phrase.verb).first(where: { isBareInfinitive($0, found) }) else { return nil }
        return nearest(
            owners.times(ofClause: led).filter { times.stand($0) == .on && !isAhead($0) && !times.isOfSaying($0) }, to: phrase.verb)
    }

    func isBareInfinitive(_ token: Int, _ found: [Found]) -> Bool {
        (tree.isRelation(token, "xcomp") || tree.isRelation(token, "advcl")) && verbs.phrase(token).form == .infinitive
            && tree.child(token, "aux").map { tree.tokens[$0].relation == "aux:pass" } ?? true
    }

    /// Whether a time in a verb's clause can be the day of what the verb says.
    func fits(_ time: Int, _ phrase: VerbPhrase, _ reality: Reality) -> Bool {
        switch times.stand(time) {
        case .on: return true
        case .until: return false
        case .by: return reality == .plan
        case .since:
            // «est fermé depuis mardi» tells when it was closed, «ont fourni depuis mardi» does not.
            let isState = phrase.finite == nil ? phrase.form == .participle && !tree.isRelation(phrase.verb, "conj") : phrase.isPassive
            return isState && !phrase.isNegated && (phrase.finite == nil || phrase.tense == .present || phrase.tense == .imperfect)
        }
    }

    func nearest(_ times: [Int], to token: Int) -> Int? {
        let place = tree.atom(token)
        return times.min { (abs($0 - place), $0) < (abs($1 - place), $1) }
    }

    /// The time of another clause that grammar shares.
    func inherited(_ phrase: VerbPhrase, _ reality: Reality, _ found: [Found], _ owners: TimeOwners) -> Int? {
        let verb = phrase.verb
        guard let parent = tree.parent(verb), reality != .hearsay else { return nil }
        func governed(_ head: Int, _ isWanted: (Int) -> Bool = { _ in true }) -> Int? {
            nearest(
                owners.times(ofClause: head).filter { times.stand($0) == .on && !times.isOfSaying($0) && isWanted($0) }, to: verb)
        }
        if tree.isRelation(verb, "conj"), tree.isVerb(parent) {
            let before = verbs.phrase(parent)
            guard before.finite != nil || phrase.finite == nil, self.reality(before) == reality, before.isPast == phrase.isPast else {
                return nil
            }
            guard let subject = tree.child(verb, "nsubj") else { return governed(parent) }
            return tree.isRelation(subject, "nsubj") ? governed(parent) { $0 < tree.atom(tree.child(parent, "nsubj") ?? parent) } : nil
        }
        if tree.isRelation(verb, "advcl"), tree.isVerb(parent) {
            let isBeside = phrase.finite == nil && phrase.form != .infinitive
            let isWhile = marks(of: verb).contains { grammar.entries(.when).contains($0) }
            guard isBeside || isWhile else { return nil }
            return governed(parent) ?? subjectTime(of: parent, found, owners)
        }
        if tree.isRelation(verb, "acl"), let subject = tree.child(verb, "nsubj"), tree.tokens[subject].morphology.feats.contains("Rel"),
            let noun = found.first(where: { $0.trigger.isNoun && $0.token == parent })
        {
            return nounTime(noun, owners)
        }
        return subjectTime(of: verb, found, owners)
    }

    /// The time of an event's noun that is the verb's subject: «l'attaque du 3 mai a fait deux morts».
    func subjectTime(of verb: Int, _ found: [Found], _ owners: TimeOwners) -> Int? {
        subjectNoun(of: verb, found).flatMap { nounTime($0, owners) }
    }
}
