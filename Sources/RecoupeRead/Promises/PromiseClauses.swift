// A unit with its tree in, the clauses that say what is to be done out: a future, a verb of duty or plan with what it leads to, a plan's noun
// that an infinitive explains. Each with its last day, where it names one, and with whether it names who is to do it.
internal import RecoupeModel
internal import RecoupeText

/// A clause about what is to be done.
struct PlannedClause {
    /// Bytes of the whole clause, with all that completes it.
    var bytes: Range<Int>
    var verb: Int
    /// Atoms of its times that may be its last day.
    var times: [Int]
    /// The referent of its subject, where that is a name.
    var actor: Int?
    /// Those who speak are its subject.
    var isFirstPerson: Bool
    /// Whether a personal pronoun is its subject.
    var isPronoun: Bool
    /// Somebody who acts is its subject: a name, an institution, a person who speaks.
    var hasActor: Bool
    /// The verb is of a kind that somebody brings about.
    var isWilled: Bool
    /// A verb or noun of plan leads to it.
    var isPlan: Bool
}

/// Reads the clauses of one unit.
struct PromiseClauses {
    let tree: UnitTree
    let lexicon: EventLexicon
    let verbs: VerbPhraseReader
    let times: UnitTimes
    let referents: [Referent]

    private var unit: Unit { times.unit }
    private var text: WordText { times.text }
    private var grammar: Grammar { times.grammar }

    func all() -> [PlannedClause] {
        guard unit.atoms.last(where: { $0.isSign })?.lower != "?" else { return [] }
        let owners = TimeOwners(tree: tree, times: times, events: [])
        return tree.range.filter { tree.isVerb($0) && tree.isClauseHead($0) || isReady($0) }.compactMap { clause($0, owners) }
    }

    /// «sera accessible le 3 mai»: an adjective of the list with its copula.
    private func isReady(_ token: Int) -> Bool {
        tree.isClauseHead(token) && tree.child(token, "cop") != nil && grammar.entries(.ready).contains(verbs.lower(token))
    }

    private func clause(_ verb: Int, _ owners: TimeOwners) -> PlannedClause? {
        let phrase = verbs.phrase(verb)
        let types = types(of: verb)
        guard !isLeading(verb) else { return nil }
        let noun = planNoun(of: verb)
        let leader = phrase.leader.flatMap { self.types(of: $0).contains(EventLexicon.plan) ? $0 : nil }
        let isSet = types.contains(EventLexicon.plan) && isPassive(phrase)
        let isPlan = noun != nil || isSet || leader.map { verbs.phrase($0).finite != nil && !verbs.phrase($0).isNegated } ?? false
        guard isPlan || looksAhead(phrase) else { return nil }
        let head = leader ?? phrase.leader ?? verb
        let subject = noun ?? tree.child(verb, "nsubj") ?? tree.child(head, "nsubj") ?? sharedSubject(of: head)
        let named = subject.flatMap { name(in: $0, isPlan: noun != nil) }
        let own = owners.times(ofClause: verb) + (head == verb ? [] : owners.times(ofClause: head).filter { $0 > tree.atom(head) })
        let known = types.subtracting([EventLexicon.plan, EventLexicon.unreal, EventLexicon.announcement])
        return PlannedClause(
            bytes: bytes(of: noun == nil ? head : verb), verb: verb, times: own, actor: named,
            isFirstPerson: subject.map { unit.atoms[tree.atom($0)].has(.firstPerson) } ?? false,
            isPronoun: subject.map { tree.tokens[$0].upos == .pronoun } ?? false,
            hasActor: named != nil || isActor(subject),
            isWilled: isSet || isReady(verb) || !known.isEmpty && known.isDisjoint(with: EventLexicon.unwilled), isPlan: isPlan)
    }

    /// A verb that only leads to the one that says what is done.
    private func isLeading(_ verb: Int) -> Bool {
        guard verbs.content(of: verb) == verb else { return true }
        guard types(of: verb).contains(EventLexicon.plan) else { return false }
        return tree.children(verb).contains { tree.isRelation($0, "xcomp") && verbs.phrase($0).form == .infinitive }
    }

    private func types(of token: Int) -> Set<String> {
        Set(
            lexicon.verbReadings(verbs.lower(token)).filter { reading in
                let rest = lexicon.rest(reading.cue)
                return rest.indices.allSatisfy { index in
                    let atom = tree.atom(token) + 1 + index
                    return unit.atoms.indices.contains(atom) && unit.atoms[atom].lower == rest[index]
                }
            }.map { lexicon.verbs[$0.cue].type })
    }

    private func isPassive(_ phrase: VerbPhrase) -> Bool {
        phrase.form == .participle && (phrase.isPassive && phrase.finite != nil || tree.child(phrase.verb, "cop") != nil)
            && phrase.tense != .past && !phrase.isCompound && !phrase.isNegated
    }

    /// «L'ambition est de …»: a plan's noun as the subject of an infinitive.
    private func planNoun(of verb: Int) -> Int? {
        guard let subject = tree.child(verb, "nsubj"), tree.tokens[verb].morphology.form == .infinitive else { return nil }
        let noun = lexicon.noun(at: tree.atom(subject)) { unit.atoms.indices.contains($0) ? unit.atoms[$0].lower : nil }
        return noun?.type == EventLexicon.plan ? subject : nil
    }

    /// A future, or a must, may or go that leads to what is to come; a conditional, which tells a future that was announced.
    private func looksAhead(_ phrase: VerbPhrase) -> Bool {
        switch phrase.mood {
        case .indicative: return phrase.tense == .future && !phrase.isCompound || phrase.lead != nil && !phrase.isCompound
        case .conditional: return !phrase.isCompound
        default: return false
        }
    }

    private func sharedSubject(of verb: Int) -> Int? {
        guard tree.isRelation(verb, "conj"), let before = tree.parent(verb) else { return nil }
        return tree.child(before, "nsubj")
    }

    /// The name that a subject is, or that a plan's noun belongs to.
    private func name(in subject: Int, isPlan: Bool) -> Int? {
        let tokens =
            isPlan
            ? tree.subtree(subject)
            : [subject] + tree.children(subject).filter { tree.isRelation($0, "appos") || tree.isRelation($0, "flat") }
        let names = tokens.compactMap { unit.atoms[tree.atom($0)].name }
        return names.first { isActing(text.names[$0], isPlan: isPlan) }.map { text.names[$0].referent }
    }

    /// A person, an organisation, or a country.
    private func isActing(_ name: Name, isPlan: Bool) -> Bool {
        if name.kind == .person || name.kind == .organisation { return true }
        return !isPlan && name.kind == .place && referents.indices.contains(name.referent)
            && referents[name.referent].known?.hasPrefix("country:") ?? false
    }

    private func isActor(_ subject: Int?) -> Bool {
        guard let subject else { return false }
        let atom = tree.atom(subject)
        if unit.atoms[atom].has(.firstPerson) { return true }
        guard
            let noun = verbs.speech.speaker(
                at: atom, word: { unit.atoms.indices.contains($0) && unit.atoms[$0].isWord ? unit.atoms[$0].lower : nil })
        else { return false }
        return !noun.isNobody && noun.kind != .pronoun
    }

    /// The clause with all that completes it, but for what is coordinated and for who says it.
    private func bytes(of head: Int) -> Range<Int> {
        let tokens = tree.subtree(head) { child in
            if tree.isRelation(child, "parataxis") { return true }
            if tree.isRelation(child, "conj"), tree.isClauseHead(child) { return tree.child(child, "nsubj") != nil }
            return tree.isRelation(child, "mark") || tree.isRelation(child, "cc") && tree.parent(child) == head
        }.filter { tree.tokens[$0].upos != .punctuation }
        guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
        let atoms = tree.atom(first)..<(tree.atom(last) + 1)
        return text.bytes(atoms.lowerBound..<(openMark(in: atoms) ?? atoms.upperBound), of: unit)
    }

    /// Where a quotation mark opens that does not close within: the clause ends before it.
    private func openMark(in atoms: Range<Int>) -> Int? {
        let marks = atoms.filter { ["\"", "«", "“"].contains(unit.atoms[$0].lower) }
        let closing = atoms.filter { ["»", "”"].contains(unit.atoms[$0].lower) }
        let isOdd = closing.isEmpty ? marks.count % 2 == 1 : marks.count > closing.count
        guard isOdd, let last = marks.last, last > atoms.lowerBound else { return nil }
        return last
    }
}
