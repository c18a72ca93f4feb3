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

    private enum Tuning {
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

    private var isQuestion: Bool { unit.atoms.last { $0.isSign }?.lower == "?" }

    // MARK: Verbs

    private func verb(_ one: Found, _ found: [Found], _ owners: TimeOwners) -> Told? {
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
    private func plain(_ one: Found, _ owners: TimeOwners) -> Told? {
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
    private func set(_ one: Found, _ phrase: VerbPhrase, _ owners: TimeOwners) -> Told? {
        guard phrase.finite == nil, phrase.form == .infinitive, reality(phrase) == .plan, isHead(one.token),
            let time = time(of: phrase, .plan, owners), let number = unit.atoms[time].time, let latest = text.times[number].latest,
            published.map({ latest >= $0.earliest }) ?? true
        else { return nil }
        return Told(trigger: one.trigger, atoms: extent(of: one, one.trigger.type), reality: .plan, time: time)
    }

    /// «a promis vendredi de …»: the day on which something was promised, demanded or refused.
    private func act(_ one: Found, _ owners: TimeOwners) -> Told? {
        let phrase = verbs.phrase(one.token)
        guard phrase.isPast, phrase.isCompound, !phrase.isNegated, tree.child(one.token, "nsubj") != nil,
            let time = nearest(owners.times(ofClause: one.token).filter { times.stand($0) == .on && !isAhead($0) }, to: one.token),
            time < tree.atom(tree.child(one.token, "xcomp") ?? one.token) || time < tree.atom(one.token)
        else { return nil }
        var trigger = one.trigger
        trigger.type = EventLexicon.announcement
        return Told(trigger: trigger, atoms: extent(of: one, trigger.type), reality: .fact, time: time, isHead: isHead(one.token))
    }

    private func hasTimeAhead(_ phrase: VerbPhrase, _ owners: TimeOwners) -> Bool {
        (owners.times(ofClause: phrase.verb) + (phrase.lead == nil ? [] : phrase.leader.map { owners.times(ofClause: $0) } ?? []))
            .contains { isAhead($0) }
    }

    private func subjectNoun(of verb: Int, _ found: [Found]) -> Found? {
        guard let subject = tree.child(verb, "nsubj") else { return nil }
        return found.first { $0.trigger.isNoun && $0.token == subject && !Self.isFrame($0.trigger.type) }
    }

    static func isFrame(_ type: String) -> Bool {
        [EventLexicon.plan, EventLexicon.unreal, EventLexicon.occurrence, EventLexicon.unknown].contains(type)
    }

    /// Whether the verb is in no clause below the one that its sentence states.
    private func isHead(_ token: Int) -> Bool {
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

    // MARK: Reality

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
    private func isConditional(_ verb: Int) -> Bool {
        if marks(of: verb).contains(where: { grammar.entries(.unless).contains($0) }) { return true }
        guard let first = tree.subtree(verb).first, tree.atom(first) > 0 else { return false }
        let before = unit.atoms[tree.atom(first) - 1]
        return before.isWord && grammar.entries(.unless).contains(before.lower) && !before.has(.reflexive)
    }

    /// An infinitive or a participle by itself is as real as what governs it.
    private func unfinished(_ phrase: VerbPhrase) -> Reality? {
        let verb = phrase.verb
        if phrase.form == .infinitive { return infinitive(phrase) }
        if isOfRule(phrase) { return .plan }
        if tree.isRelation(verb, "acl") || tree.isRelation(verb, "amod") { return .fact }
        guard let parent = tree.parent(verb) else { return phrase.form == .participle && tree.children(verb).count > 1 ? .fact : nil }
        let head = tree.clause(of: parent)
        return tree.isVerb(head) && head != verb ? reality(verbs.phrase(head)) : .fact
    }

    /// «un accord mettant fin à …»: what an agreement, a law or a decision sets.
    private func isOfRule(_ phrase: VerbPhrase) -> Bool {
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

    private func infinitive(_ phrase: VerbPhrase) -> Reality? {
        guard let leader = phrase.leader, let readings = lead(leader) else { return nil }
        if readings.contains(EventLexicon.plan) { return verbs.phrase(leader).isNegated ? nil : .plan }
        let isDone = grammar.entries(.achieving).contains(tree.tokens[leader].lemma)
        return isDone && !verbs.phrase(leader).isNegated ? reality(verbs.phrase(leader)) : nil
    }

    /// The types of events that a leading verb has; nothing where it has none and is not one that brings about.
    private func lead(_ token: Int) -> Set<String>? {
        let types = Set(lexicon.verbReadings(verbs.lower(token)).map { lexicon.verbs[$0.cue].type })
        return types.isEmpty && !grammar.entries(.achieving).contains(tree.tokens[token].lemma) ? nil : types
    }

    func marks(of verb: Int) -> [String] {
        tree.children(verb).filter { tree.isRelation($0, "mark") || tree.isRelation($0, "advmod") || tree.isRelation($0, "case") }
            .map { verbs.lower($0) }
    }

    private func isFactual(_ verb: Int) -> Bool { marks(of: verb).contains { grammar.entries(.factual).contains($0) } }

    func isAhead(_ time: Int?) -> Bool {
        guard let time = time.flatMap({ unit.atoms[$0].time }), let earliest = text.times[time].earliest, let published else {
            return false
        }
        return earliest > published.latest
    }

    // MARK: Times of verbs

    private func time(of phrase: VerbPhrase, _ reality: Reality, _ owners: TimeOwners) -> Int? {
        let verb = phrase.verb
        if let own = nearest(owners.times(ofClause: verb).filter { fits($0, phrase, reality) }, to: verb) { return own }
        guard let leader = phrase.leader else { return nil }
        let later = owners.times(ofClause: leader).filter { phrase.lead != nil || $0 > tree.atom(verb) }
        return nearest(later.filter { fits($0, phrase, reality) }, to: verb)
    }

    /// The time of an infinitive that hangs on the verb and is no event or plan of its own: «a commencé à être monté en mai».
    private func lent(to phrase: VerbPhrase, _ reality: Reality, _ found: [Found], _ owners: TimeOwners) -> Int? {
        guard phrase.isPast, let led = tree.children(phrase.verb).first(where: { isBareInfinitive($0, found) }) else { return nil }
        return nearest(
            owners.times(ofClause: led).filter { times.stand($0) == .on && !isAhead($0) && !times.isOfSaying($0) }, to: phrase.verb)
    }

    private func isBareInfinitive(_ token: Int, _ found: [Found]) -> Bool {
        (tree.isRelation(token, "xcomp") || tree.isRelation(token, "advcl")) && verbs.phrase(token).form == .infinitive
            && tree.child(token, "aux").map { tree.tokens[$0].relation == "aux:pass" } ?? true
    }

    /// Whether a time in a verb's clause can be the day of what the verb says.
    private func fits(_ time: Int, _ phrase: VerbPhrase, _ reality: Reality) -> Bool {
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
    private func inherited(_ phrase: VerbPhrase, _ reality: Reality, _ found: [Found], _ owners: TimeOwners) -> Int? {
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
    private func subjectTime(of verb: Int, _ found: [Found], _ owners: TimeOwners) -> Int? {
        subjectNoun(of: verb, found).flatMap { nounTime($0, owners) }
    }

    // MARK: Nouns

    private func noun(_ one: Found, _ found: [Found], _ owners: TimeOwners) -> Told? {
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
    private func happens(_ verb: Found, to noun: Found) -> Bool {
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
    private func behind(_ one: Found) -> Int? {
        if let apposed = apposed(to: one) { return apposed }
        let end = nounAtoms(one).upperBound
        guard end < unit.atoms.count, !tree.isRelation(one.token, "nsubj"), !tree.isRelation(one.token, "obj"), times.datable.contains(end),
            times.stand(end) == .on, tree.parent(one.token).map({ !tree.isVerb($0) }) ?? false
        else { return nil }
        return end
    }

    /// A time between commas right behind the noun's phrase.
    private func apposed(to one: Found) -> Int? {
        let end = nounAtoms(one).upperBound
        guard end + 1 < unit.atoms.count, unit.atoms[end].lower == ",", times.datable.contains(end + 1), times.stand(end + 1) == .on,
            end + 2 == unit.atoms.count || unit.atoms[end + 2].isSign
        else { return nil }
        return end + 1
    }

    /// Times between commas behind a noun that is neither subject nor object date that noun alone.
    private func isApposed(_ time: Int, _ found: [Found]) -> Bool {
        guard time > 0, unit.atoms[time - 1].lower == "," else { return false }
        return found.contains { one in
            one.trigger.isNoun && !tree.isRelation(one.token, "nsubj") && !tree.isRelation(one.token, "obj") && apposed(to: one) == time
        }
    }

    /// «L'explosion a fait trois morts mardi»: the clause's verb is no event of its own, and the noun stands right under it.
    private func byClause(_ one: Found, _ found: [Found], _ owners: TimeOwners) -> Told? {
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
    private func isCarried(_ token: Int) -> Bool {
        if tree.isRelation(token, "nsubj") || tree.isRelation(token, "obj") { return true }
        if tree.tokens[token].relation == "obl:agent" { return true }
        return tree.isRelation(token, "obl") && marks(of: token).contains { grammar.entries(.during).contains($0) }
    }

    /// Under a word that makes it a wish, a risk, a plan, or behind a preposition of purpose or lack.
    private func isUnreal(_ one: Found) -> Bool {
        if marks(of: one.token).contains(where: { grammar.entries(.unreal).contains($0) }) { return true }
        guard let parent = tree.parent(one.token) else { return false }
        let types = lexicon.verbReadings(verbs.lower(parent)).map { lexicon.verbs[$0.cue].type }
        let noun = lexicon.noun(at: tree.atom(parent)) { unit.atoms.indices.contains($0) ? unit.atoms[$0].lower : nil }?.type
        return (types + [noun].compactMap { $0 }).contains { $0 == EventLexicon.unreal || $0 == EventLexicon.plan }
    }

    private func isDefinite(_ one: Found) -> Bool {
        tree.children(one.token).contains { tree.isRelation($0, "det") && grammar.classes(of: verbs.lower($0)).contains(.definite) }
    }

    /// Several, or one of its kind by an adjective before it, or what something is said to be.
    private func isGeneral(_ one: Found) -> Bool {
        tree.tokens[one.token].morphology.isPlural == true || tree.child(one.token, "cop") != nil
            || tree.children(one.token).contains { tree.isRelation($0, "amod") && $0 < one.token }
    }

    /// Whether the noun only completes another event of the clause.
    private func isOtherNoun(_ one: Found, _ found: [Found]) -> Bool {
        guard let parent = tree.parent(one.token) else { return false }
        return found.contains { $0.token == parent && $0.trigger.isNoun && !Self.isFrame($0.trigger.type) }
    }

    // MARK: Words

    /// The noun's phrase, without its preposition and what is told of it in clauses.
    private func nounAtoms(_ one: Found, isWhole: Bool = false) -> Range<Int> {
        let atoms = span(
            tree.subtree(one.token) { child in
                !isWhole && tree.isRelation(child, "acl:relcl") || isOtherClause(child)
                    || tree.isRelation(child, "case") && tree.parent(child) == one.token
            })
        return min(atoms.lowerBound, one.trigger.atoms.lowerBound)..<max(atoms.upperBound, one.trigger.atoms.upperBound)
    }

    /// The clause of a verb: what hangs on it but for other clauses; all of it where it announces what the other clause says.
    private func extent(of one: Found, _ type: String) -> Range<Int> {
        if type == EventLexicon.announcement {
            let isBeside = tree.isRelation(one.token, "parataxis") || tree.isRelation(one.token, "acl")
            return isBeside ? times.afterDateline..<unit.atoms.count : span(tree.subtree(one.token))
        }
        var head = one.token
        // «a commencé à démonter» and «doit rouvrir» are one clause with their leading verb; a relative clause takes its noun along.
        while tree.isRelation(head, "xcomp"), let parent = tree.parent(head) { head = parent }
        if tree.isRelation(head, "acl"), let noun = tree.parent(head), !tree.isVerb(noun),
            tree.atom(head) - tree.atom(noun) <= Tuning.nounReach
        {
            return span(tree.subtree(noun) { $0 != head && isOtherClause($0) || tree.isRelation($0, "case") && tree.parent($0) == noun })
        }
        return span(clause(head, from: one.token))
    }

    /// What hangs on a head up to the first clause behind its verb that stands by itself.
    private func clause(_ head: Int, from verb: Int) -> [Int] {
        let kept = tree.subtree(head, without: isOtherClause)
        let others = tree.subtree(head).filter { $0 > verb && !kept.contains($0) && isOtherClause($0) }
        guard let border = others.compactMap({ tree.subtree($0).first { $0 > verb } }).min() else { return kept }
        return kept.filter { $0 < border }
    }

    /// Clauses that stand by themselves: coordinated, finite adverbial, beside, behind a comma.
    private func isOtherClause(_ token: Int) -> Bool {
        if tree.isRelation(token, "parataxis") { return true }
        if tree.isRelation(token, "conj") { return tree.isClauseHead(token) }
        guard tree.isRelation(token, "advcl") || tree.isRelation(token, "acl") else { return false }
        let start = tree.atom(tree.subtree(token).first { tree.tokens[$0].upos != .punctuation } ?? token)
        if start > 0, unit.atoms[start - 1].lower == "," { return true }
        return tree.isRelation(token, "advcl") && verbs.phrase(token).finite != nil
    }

    /// The atoms from the first to the last of some tokens, signs at the ends left out.
    private func span(_ tokens: [Int]) -> Range<Int> {
        let kept = tokens.filter { tree.tokens[$0].upos != .punctuation }
        guard let first = kept.first, let last = kept.last else { return 0..<0 }
        return tree.atom(first)..<(tree.atom(last) + 1)
    }
}
