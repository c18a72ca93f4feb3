// A unit without trees in, its events out: parted into clauses at pronouns, conjunctions and second times, one event a clause. A time
// belongs to the clause that it stands in, or to the noun right before it.
internal import RecoupeModel

/// Reads events by clauses.
struct ClauseTellings {
    let lexicon: EventLexicon
    let speech: SpeechLexicon
    let grammar: Grammar
    let times: UnitTimes
    let published: Published?

    private enum Tuning {
        /// Words that may stand between an event's noun and the relative clause that tells of it.
        static let relativeReach = 8
        /// Atoms before an infinitive in which the verb stands that makes it a plan.
        static let leadReach = 6
        /// Atoms between a noun and the time that dates it.
        static let nounReach = 6
    }

    /// A trigger as the scanner found it.
    private struct Found {
        var trigger: Trigger
        var tense: VerbForm.Tense = .present
        var isNegated = false
    }

    private var text: WordText { times.text }
    private var unit: Unit { times.unit }
    private var atoms: [Atom] { unit.atoms }
    private var phrases: PhraseReader { PhraseReader(lexicon: speech, grammar: grammar, text: text, unit: unit) }

    private func lower(_ index: Int) -> String? { atoms.indices.contains(index) && atoms[index].isWord ? atoms[index].lower : nil }

    func all() -> [Told] {
        guard atoms.last(where: { $0.isSign })?.lower != "?" else { return [] }
        let found = triggers()
        guard !found.isEmpty else { return [] }
        var out: [Told] = []
        var before: Clause?
        for clause in joined(ClauseSplitter(phrases: phrases, unit: unit).clauses(), found) {
            let own = found.filter { clause.atoms.contains($0.trigger.atoms.lowerBound) }
            if let one = best(own), let told = told(one, clause, before) { out.append(told) }
            out += own.filter { $0.trigger.isNoun }.compactMap { noun in echo(noun, out, clause) }
            before = clause
        }
        return out
    }

    // MARK: Triggers

    private func triggers() -> [Found] {
        let scanner = CueScanner(lexicon: speech, verbs: lexicon, grammar: grammar, analysis: text.analysis, text: text, unit: unit)
        var out: [Found] = []
        var index = times.afterDateline
        while index < atoms.count {
            guard atoms[index].isWord, !atoms[index].isSign else {
                index += 1
                continue
            }
            if let match = scanner.verb(at: index), match.form != .infinitive || followsPlan(index) {
                let trigger = Trigger(atoms: match.atoms, type: lexicon.verbs[match.cue].type, isNoun: false)
                out.append(Found(trigger: trigger, tense: match.tense, isNegated: match.isNegated))
                index = max(index + 1, match.atoms.upperBound)
            } else if let type = datedParticiple(index) {
                out.append(Found(trigger: Trigger(atoms: index..<(index + 1), type: type, isNoun: true)))
                index += 1
            } else if let noun = lexicon.noun(at: index, word: lower), isNominal(index) {
                out.append(Found(trigger: Trigger(atoms: index..<(index + noun.words.count), type: noun.type, isNoun: true)))
                index += noun.words.count
            } else {
                index += 1
            }
        }
        return out
    }

    /// A participle without helper, a date near after it.
    private func datedParticiple(_ index: Int) -> String? {
        let reading = lexicon.verbReadings(atoms[index].lower).first { $0.form.tense == .participle && lexicon.verbs[$0.cue].rest.isEmpty }
        guard let reading, (index + 1..<min(atoms.count, index + 4)).contains(where: { times.isDate($0) }) else { return nil }
        return lexicon.verbs[reading.cue].type
    }

    /// Whether a verb that makes what follows a plan stands shortly before an infinitive.
    private func followsPlan(_ index: Int) -> Bool {
        (max(0, index - Tuning.leadReach)..<index).contains { position in
            guard let word = lower(position) else { return false }
            if speech.isHelper(word, .must) != nil || speech.isHelper(word, .go)?.isFinite ?? false { return true }
            return isPlanWord(word)
        }
    }

    private func isPlanWord(_ word: String) -> Bool {
        lexicon.verbReadings(word).contains { lexicon.verbs[$0.cue].type == EventLexicon.plan }
    }

    /// A noun has a determiner, a preposition or an adjective before it, or opens the sentence.
    private func isNominal(_ index: Int) -> Bool {
        switch text.analysis.tokens[text.words[atoms[index].words.lowerBound].token].upos {
        case .noun, .other: break
        default: return false
        }
        guard index > 0 else { return true }
        return !atoms[index - 1].has([.negation, .subjectRelative]) && speech.speaker(at: index - 1, word: lower)?.kind != .pronoun
    }

    /// Of several triggers in one clause: a verb that is no mere frame, else a noun that is no announcement.
    private func best(_ found: [Found]) -> Found? {
        let real = found.filter { !TreeTellings.isFrame($0.trigger.type) }
        if let verb = real.first(where: { !$0.trigger.isNoun }) { return verb }
        return real.first { $0.trigger.type != EventLexicon.announcement } ?? real.first
    }

    /// A relative clause about an event's noun right before it joins that noun, which leaves the clause before.
    private func joined(_ clauses: [Clause], _ found: [Found]) -> [Clause] {
        var out: [Clause] = []
        for clause in clauses {
            guard clause.isRelative, var before = out.last,
                found.contains(where: { clause.atoms.contains($0.trigger.atoms.lowerBound) }),
                let noun = found.last(where: { $0.trigger.isNoun && before.atoms.contains($0.trigger.atoms.lowerBound) })?.trigger,
                clause.atoms.lowerBound - noun.atoms.upperBound <= Tuning.relativeReach,
                !(noun.atoms.upperBound..<clause.atoms.lowerBound).contains(where: { phrases.isVerb($0) })
            else {
                out.append(clause)
                continue
            }
            let start = phraseStart(noun.atoms.lowerBound, atLeast: before.atoms.lowerBound)
            before.atoms = before.atoms.lowerBound..<start
            out.removeLast()
            if !before.atoms.isEmpty { out.append(before) }
            out.append(Clause(atoms: start..<clause.atoms.upperBound))
        }
        return out
    }

    private func phraseStart(_ index: Int, atLeast bound: Int) -> Int {
        var start = index
        while start > bound, atoms[start - 1].isWord, !atoms[start - 1].isSign,
            !atoms[start - 1].has([.preposition, .coordinator]) || atoms[start - 1].has(.determiners),
            !phrases.isVerb(start - 1)
        {
            start -= 1
            if atoms[start].has(.determiners) { break }
        }
        return start
    }

    // MARK: One event

    private func told(_ one: Found, _ clause: Clause, _ before: Clause?) -> Told? {
        var reality = reality(one, clause)
        if clause.atoms.contains(where: { grammar.entries(.unless).contains(atoms[$0].lower) }) { return nil }
        let isState = one.tense == .present && one.trigger.atoms.count > 1
        let time = time(of: one, in: clause, reality, isState: isState) ?? inherited(one, clause, before)
        if isAhead(time), reality == .fact { reality = .plan }
        if one.isNegated, time == nil || reality == .plan { return nil }
        let isPast = one.tense == .simplePast || one.tense == .present && one.trigger.atoms.count > 1
        return Told(
            trigger: one.trigger, atoms: clause.atoms, reality: reality, time: time, isNegated: one.isNegated,
            isNews: !one.trigger.isNoun && isPast, isHead: !clause.isRelative)
    }

    private func reality(_ one: Found, _ clause: Clause) -> Reality {
        if one.tense == .future { return .plan }
        let lead = (max(clause.atoms.lowerBound, one.trigger.atoms.lowerBound - Tuning.leadReach)..<one.trigger.atoms.upperBound)
        let isLed = lead.contains { index in
            guard let word = lower(index) else { return false }
            if speech.isHelper(word, .must)?.isFinite ?? false || speech.isHelper(word, .go)?.isFinite ?? false { return true }
            return isPlanWord(word) || grammar.entries(.plannedWord).contains(word)
        }
        return isLed ? .plan : one.tense == .conditional ? .hearsay : .fact
    }

    private func isAhead(_ time: Int?) -> Bool {
        guard let time = time.flatMap({ atoms[$0].time }), let earliest = text.times[time].earliest, let published else { return false }
        return earliest > published.latest
    }

    /// The nearest of the clause's own times that can be the day of the event.
    private func time(of one: Found, in clause: Clause, _ reality: Reality, isState: Bool) -> Int? {
        times.datable.filter { index in
            guard clause.atoms.contains(index) else { return false }
            switch times.stand(index) {
            case .on: break
            case .until: return false
            case .by: if reality != .plan { return false }
            case .since: if !isState || one.isNegated { return false }
            }
            if one.trigger.isNoun { return abs(index - one.trigger.atoms.lowerBound) <= Tuning.nounReach }
            return !times.followsOf(index)
        }.min { (abs($0 - one.trigger.atoms.lowerBound), $0) < (abs($1 - one.trigger.atoms.lowerBound), $1) }
    }

    /// A clause that is coordinated without a subject of its own, or says what happened while, has the time of the clause before.
    private func inherited(_ one: Found, _ clause: Clause, _ before: Clause?) -> Int? {
        guard let before, !clause.isRelative, !one.trigger.isNoun, let first = clause.atoms.first(where: { !atoms[$0].isSign }) else {
            return nil
        }
        let isShared = atoms[first].has(.coordinator) && one.trigger.atoms.lowerBound <= first + 2
        guard isShared || grammar.entries(.when).contains(atoms[first].lower) else { return nil }
        let open = times.datable.filter {
            before.atoms.contains($0) && times.stand($0) == .on && !times.followsOf($0) && !times.isOfSaying($0)
        }
        return open.last
    }

    /// A definite noun that nothing in its clause dates.
    private func echo(_ noun: Found, _ told: [Told], _ clause: Clause) -> Told? {
        let start = noun.trigger.atoms.lowerBound
        guard !told.contains(where: { $0.trigger.atoms == noun.trigger.atoms }), start > 0, atoms[start - 1].has(.definite),
            !TreeTellings.isFrame(noun.trigger.type)
        else { return nil }
        let end = start + 1 < clause.atoms.upperBound ? phrases.prepositionalEnd(start - 1, limit: clause.atoms.upperBound) : start + 1
        return Told(
            trigger: noun.trigger, atoms: (start - 1)..<max(end, noun.trigger.atoms.upperBound), reality: .fact, time: nil, isEcho: true,
            isHead: false)
    }
}
