// A unit with its trees in, its events out, each with the time that governs it and how real the words make it. A time belongs to the clause
// that it hangs in, or to the noun that it specifies; a clause takes over the time of another only where grammar shares it: verbs of one
// subject, what happens while or by which something happens, a relative clause on an event's noun.
internal import RecoupeModel

/// Reads events by trees.
struct TreeTellings {
    let tree: UnitTree
    let lexicon: EventLexicon
    let verbs: VerbPhraseReader
    let times: UnitTimes
    let published: Published?

    var unit: Unit { times.unit }
    var text: WordText { times.text }
    var grammar: Grammar { times.grammar }

    enum Tuning {
        /// Atoms between a noun and the verb of its clause for the noun to be shown with it.
        static let nounReach = 10
    }

    struct Found {
        var trigger: Trigger
        var token: Int
        var lemma: String
    }

    func all() -> [Told] {
        guard !isQuestion else { return [] }
        let found = TriggerFinder(tree: tree, lexicon: lexicon, verbs: verbs, unit: unit, from: times.afterDateline).all()
        let events = Set(found.filter { $0.trigger.isNoun && !Self.isFrame($0.trigger.type) }.map(\.token))
        let owners = TimeOwners(tree: tree, times: times, events: events)
        var told: [Told] = []
        for one in found { if let event = one.trigger.isNoun ? noun(one, found, owners) : verb(one, found, owners) { told.append(event) } }
        return told.filter { event in
            event.trigger.type != EventLexicon.unknown
                || !told.contains { $0.trigger.type != EventLexicon.unknown && $0.time == event.time && $0.atoms.overlaps(event.atoms) }
        }
    }

    var isQuestion: Bool { unit.atoms.last { $0.isSign }?.lower == "?" }

    // MARK: Verbs

    func verb(_ one: Found, _ found: [Found], _ owners: TimeOwners) -> Told? {
        var type = one.trigger.type
        if type == EventLexicon.plan || type == EventLexicon.unreal { return act(one, owners) }
        if type == EventLexicon.unknown { return plain(one, owners) }
        if type == EventLexicon.occurrence {
            guard let subject = subjectNoun(of: one.token, found) else { return nil }
            type = subject.trigger.type
        }
        let phrase = verbs.phrase(one.token)
        guard var reality = reality(phrase, isAhead: hasTimeAhead(phrase, owners)) else { return nil }
        let own = time(of: phrase, reality, owners).flatMap { isApposed($0, found) ? nil : $0 }
        let time = own ?? lent(to: phrase, reality, found, owners) ?? inherited(phrase, reality, found, owners)
        if isAhead(time), reality == .fact {
            guard phrase.finite != nil || tree.isRelation(one.token, "acl") else { return nil }
            reality = .plan
        }
        let isNegated = phrase.isNegated && phrase.mood != .subjunctive
        let isNews = phrase.isPast && phrase.isCompound || phrase.tense == .past
        if isNegated, reality != .plan, !isNews || time.map({ times.stand($0) == .since }) ?? false { return nil }
        var trigger = one.trigger
        trigger.type = type
        return Told(
            trigger: trigger, atoms: extent(of: one, type), reality: reality, time: time,
            isNegated: isNegated && reality != .plan, isNews: isNews,
            isHead: isHead(one.token))
    }

    /// A verb of no list, in a main clause that is past and dated, or future and dated.
    func plain(_ one: Found, _ owners: TimeOwners) -> Told? {
        let phrase = verbs.phrase(one.token)
        if let set = set(one, phrase, owners) { return set }
        guard phrase.finite != nil, !phrase.isNegated, phrase.mood == .indicative || phrase.lead == .must, isHead(one.token),
            tree.child(one.token, "nsubj") != nil || tree.isRelation(one.token, "conj") || phrase.leader != nil,
            var reality = reality(phrase, isAhead: hasTimeAhead(phrase, owners)), reality != .hearsay
        else { return nil }
        guard let time = time(of: phrase, reality, owners) ?? lent(to: phrase, reality, [], owners), times.stand(time) != .since,
            times.isSharp(time)
        else { return nil }
        if isAhead(time) { reality = .plan }
        guard reality == .plan ? isAhead(time) : phrase.isCompound && phrase.isPast || phrase.tense == .past || phrase.lead == .can else {
            return nil
        }
        return Told(trigger: one.trigger, atoms: extent(of: one, one.trigger.type), reality: reality, time: time)
    }

    /// «a prévu de traverser mardi»: what a plan leads to, for the day of the report or a later one.
    func set(_ one: Found, _ phrase: VerbPhrase, _ owners: TimeOwners) -> Told? {
        guard phrase.finite == nil, phrase.form == .infinitive, reality(phrase) == .plan, isHead(one.token),
            let time = time(of: phrase, .plan, owners), let number = unit.atoms[time].time, let latest = text.times[number].latest,
            published.map({ latest >= $0.earliest }) ?? true
        else { return nil }
        return Told(trigger: one.trigger, atoms: extent(of: one, one.trigger.type), reality: .plan, time: time)
    }

    /// «a promis vendredi de …»: the day on which something was promised, demanded or refused.
    func act(_ one: Found, _ owners: TimeOwners) -> Told? {
        let phrase = verbs.phrase(one.token)
        guard phrase.isPast, phrase.isCompound, !phrase.isNegated, tree.child(one.token, "nsubj") != nil,
            let time = nearest(owners.times(ofClause: one.token).filter { times.stand($0) == .on && !isAhead($0) }, to: one.token),
            time < tree.atom(tree.child(one.token, "xcomp") ?? one.token) || time < tree.atom(one.token)
        else { return nil }
        var trigger = one.trigger
        trigger.type = EventLexicon.announcement
        return Told(trigger: trigger, atoms: extent(of: one, trigger.type), reality: .fact, time: time, isHead: isHead(one.token))
    }

    func hasTimeAhead(_ phrase: VerbPhrase, _ owners: TimeOwners) -> Bool {
        (owners.times(ofClause: phrase.verb) + (phrase.lead == nil ? [] : phrase.leader.map { owners.times(ofClause: $0) } ?? []))
            .contains { isAhead($0) }
    }

    func subjectNoun(of verb: Int, _ found: [Found]) -> Found? {
        guard let subject = tree.child(verb, "nsubj") else { return nil }
        return found.first { $0.trigger.isNoun && $0.token == subject && !Self.isFrame($0.trigger.type) }
    }

    static func isFrame(_ type: String) -> Bool {
        [EventLexicon.plan, EventLexicon.unreal, EventLexicon.occurrence, EventLexicon.unknown].contains(type)
    }

    /// Whether the verb is in no clause below the one that its sentence states.
    func isHead(_ token: Int) -> Bool {
        var token = tree.clause(of: token)
        while let parent = tree.parent(token) {
            if !tree.isRelation(token, "conj"), !tree.isRelation(token, "ccomp"), !tree.isRelation(token, "xcomp"),
                !tree.isRelation(token, "parataxis")
            {
                return false
            }
            token = tree.clause(of: parent)
        }
        return true
    }
}
