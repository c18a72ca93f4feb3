// The three ways to a promise: what a statement promises or announces for a day to come, what a clause plans in the reporter's voice, and
// what an agreement sets. A forecast, a wish or a demand on others is none.
internal import RecoupeModel
internal import RecoupeText

/// Reads the promises of one article.
struct PromiseReader {
    let grammar: Grammar
    let speech: SpeechLexicon
    let lexicon: EventLexicon
    let keys: ContentKeys
    let text: WordText
    let referents: [Referent]
    let statements: [Statement]
    let events: [EventMention]
    let published: Published?

    private struct Deadline {
        var day: CalendarDay
        var time: Int
    }

    // MARK: Said

    /// Statements that promise, or announce for a day to come what the speaker can bring about.
    func said(_ clauses: [PlannedClause]) -> [Promise] {
        statements.flatMap { statement in
            whole(statement).map { [$0] } ?? parts(statement, clauses)
        }
    }

    /// The clauses of a statement that say what is to be done by a day, or that somebody plans it.
    private func parts(_ statement: Statement, _ clauses: [PlannedClause]) -> [Promise] {
        guard ![.demand, .estimate, .deny, .question].contains(statement.stance) else { return [] }
        let content = text.analysis.byteRange(statement.content)
        let made = madeOn(statement)
        return clauses.compactMap { clause in
            guard content.contains(text.analysis.tokens[clause.verb].start) else { return nil }
            let deadline = deadline(of: clause, after: made?.earliest)
            let (start, end) = (max(content.lowerBound, clause.bytes.lowerBound), min(content.upperBound, clause.bytes.upperBound))
            guard start < end, isPromise(clause, deadline) || deadline != nil && clause.isPronoun || isSaidPlan(clause, statement) else {
                return nil
            }
            return promise(
                start..<end, by: by(clause, statement), made: made, deadline: deadline, statement: statement.id,
                rule: "promise.announced")
        }
    }

    /// A plan without a day that the statement itself tells as one.
    private func isSaidPlan(_ clause: PlannedClause, _ statement: Statement) -> Bool {
        clause.isPlan && clause.hasActor && clause.times.isEmpty && statement.mode != .direct
    }

    /// Who is to do it: the clause's subject where that is a name, nobody where it is another actor, else the speaker.
    private func by(_ clause: PlannedClause, _ statement: Statement) -> [Int] {
        if let actor = clause.actor { return [actor] }
        return clause.hasActor && !clause.isFirstPerson ? [] : statement.speakerReferent.map { [$0] } ?? []
    }

    /// With a last day a plan, what somebody brings about, or what somebody named will do; without one only somebody's plan.
    private func isPromise(_ clause: PlannedClause, _ deadline: Deadline?) -> Bool {
        guard deadline != nil else { return clause.isPlan && clause.hasActor && clause.isWilled && clause.times.isEmpty }
        return clause.isPlan || clause.isWilled || clause.hasActor
    }

    /// A statement that is a promise as a whole.
    private func whole(_ statement: Statement) -> Promise? {
        let bytes = text.analysis.byteRange(statement.content)
        guard ![.demand, .estimate, .deny, .question].contains(statement.stance) else { return nil }
        var made = madeOn(statement)
        var last = deadline(in: bytes, after: made?.earliest)
        if statement.stance != .promise {
            guard last != nil, isOwnPlan(statement, bytes) else { return nil }
        } else if last == nil, statement.saidOn == nil, let past = deadline(in: bytes, after: nil) {
            // Told again after its day: when it was made is not said.
            (made, last) = (nil, past)
        } else if last == nil, statement.mode == .direct, !isFuture(bytes) {
            // Of what is said with a promise not every sentence is one.
            return nil
        }
        return promise(
            bytes, by: by(statement, bytes), made: made, deadline: last, statement: statement.id, rule: "promise.said")
    }

    /// Who is to do it: the speaker; where nobody is said to speak, who is named first in the content.
    private func by(_ statement: Statement, _ bytes: Range<Int>) -> [Int] {
        if let speaker = statement.speakerReferent { return [speaker] }
        guard statement.speakerText == nil else { return [] }
        let name = text.nameBytes.firstIndex { bytes.contains($0.lowerBound) }
        return name.map { [text.names[$0].referent] } ?? []
    }

    private func madeOn(_ statement: Statement) -> DaySpan? {
        statement.saidOn.flatMap { DaySpan(timex: $0) } ?? published?.span
    }

    /// Whether a content speaks of what is to come with the speaker, or those he speaks for, as who does it.
    private func isOwnPlan(_ statement: Statement, _ bytes: Range<Int>) -> Bool {
        let words = text.words(in: bytes)
        let isPlan = words.contains { index in
            lexicon.verbReadings(text.words[index].lower).contains { $0.form.isFinite && lexicon.verbs[$0.cue].type == EventLexicon.plan }
        }
        guard isPlan || isFuture(bytes) else { return false }
        if words.contains(where: { text.words[$0].classes.contains(.firstPerson) }) { return true }
        if isPlan || statement.stance == .promise { return hasActor(bytes) }
        if statement.stance == .announce, hasFutureEvent(words) { return true }
        return statement.mode != .direct && hasActor(bytes)
    }

    /// Kinds of events whose noun, announced by somebody, is what they will do.
    private static let announceable: Set<String> = [
        "construction", "delivery", "deployment", "launch", "opening", "payment", "publication",
    ]

    /// «a annoncé l'envoi de renforts»: the content is an event's noun that the speaker brings about.
    private func isAnnounced(_ statement: Statement, _ bytes: Range<Int>) -> Bool {
        guard statement.stance == .announce, statement.speakerReferent != nil else { return false }
        let words = text.words(in: bytes)
        guard words.count > 3, let first = words.first, !text.words[first].classes.isDisjoint(with: .determiners) else { return false }
        let noun = words.prefix(3).compactMap { index in
            lexicon.noun(at: index) { words.contains($0) ? text.words[$0].lower : nil }
        }.first
        return noun.map { Self.announceable.contains($0.type) } ?? false
    }

    /// Whether a verb of the list of events, which somebody brings about, is in the future.
    private func hasFutureEvent(_ words: Range<Int>) -> Bool {
        words.contains { index in
            lexicon.verbReadings(text.words[index].lower).contains { reading in
                (reading.form.tense == .future || reading.form.tense == .infinitive)
                    && !EventLexicon.unwilled.contains(lexicon.verbs[reading.cue].type)
            }
        }
    }

    /// The content's first words name a person, an organisation, a country or an institution.
    private func hasActor(_ bytes: Range<Int>) -> Bool {
        let first = text.words(in: bytes).prefix(6)
        return first.contains { index in
            if text.nameBytes.contains(where: { $0.contains(text.words[index].bytes.lowerBound) }) { return true }
            guard let noun = speech.speaker(at: index, word: { first.contains($0) ? text.words[$0].lower : nil }) else { return false }
            return !noun.isNobody
        }
    }

    /// Whether the first verb of some bytes is in the future, or leads to one (`va rouvrir`, `doit rouvrir`).
    private func isFuture(_ bytes: Range<Int>) -> Bool {
        for index in text.words(in: bytes) {
            let word = text.words[index]
            if speech.isHelper(word.lower, .go)?.isFinite ?? false { return true }
            if speech.isHelper(word.lower, .must)?.isFinite ?? false || speech.isHelper(word.lower, .can)?.isFinite ?? false { return true }
            if speech.helperReadings(word.lower).contains(where: { $0.form.tense == .future }) { return true }
            if lexicon.verbReadings(word.lower).contains(where: { $0.form.tense == .future }) { return true }
            if text.analysis.tokens[word.token].morphology.tense == .future { return true }
        }
        return false
    }

    // MARK: Planned

    /// Clauses of the reporter's: somebody will, is to, or aims to do something by a day.
    func planned(_ clauses: [PlannedClause]) -> [Promise] {
        let contents = statements.map { text.analysis.byteRange($0.content) }
        return clauses.compactMap { clause in
            guard !contents.contains(where: { $0.overlaps(clause.bytes) }) else { return nil }
            let deadline = deadline(of: clause, after: published?.earliest)
            guard isPromise(clause, deadline) else { return nil }
            return promise(
                clause.bytes, by: clause.actor.map { [$0] } ?? [], made: published?.span, deadline: deadline, statement: nil,
                rule: "promise.planned")
        }
    }

    /// The clauses about what is to be done, by the trees of the units; nothing where the language has none.
    func clauses() -> [PlannedClause]? {
        var out: [PlannedClause] = []
        var hasTrees = text.units.isEmpty
        for unit in text.units {
            guard let tree = UnitTree(text, unit, isHelper: { !speech.helperReadings($0).isEmpty }) else { continue }
            hasTrees = true
            let times = UnitTimes(text: text, unit: unit, grammar: grammar, saidOn: [])
            let verbs = VerbPhraseReader(tree: tree, speech: speech, grammar: grammar, text: text, unit: unit)
            for var clause in PromiseClauses(tree: tree, lexicon: lexicon, verbs: verbs, times: times, referents: referents).all() {
                // Times are named by their place in the article from here on.
                clause.times = clause.times.filter { times.stand($0) == .on || times.stand($0) == .by }.compactMap { unit.atoms[$0].time }
                clause.times += durations(in: clause.bytes)
                out.append(clause)
            }
        }
        return hasTrees ? out : nil
    }

    private func durations(in bytes: Range<Int>) -> [Int] {
        text.timeBytes.indices.filter { text.times[$0].kind == .duration && bytes.contains(text.timeBytes[$0].lowerBound) }
    }

    /// The last of a clause's times that is not over when it is told.
    private func deadline(of clause: PlannedClause, after made: CalendarDay?) -> Deadline? {
        clause.times.compactMap { deadline($0, after: made.map { $0.adding(days: -1) }) }.first
    }

    /// Clauses of a text without trees.
    func plannedByWords() -> [Promise] {
        text.units.flatMap { unit in
            let phrases = PhraseReader(lexicon: speech, grammar: grammar, text: text, unit: unit)
            return ClauseSplitter(phrases: phrases, unit: unit).clauses().compactMap { planned($0, unit, phrases) }
        }
    }

    private func planned(_ clause: Clause, _ unit: Unit, _ phrases: PhraseReader) -> Promise? {
        let bytes = text.bytes(clause.atoms, of: unit)
        guard !statements.contains(where: { text.analysis.byteRange($0.content).overlaps(bytes) }) else { return nil }
        let subjects = SubjectFinder(phrases: phrases, text: text, unit: unit)
        guard let verb = planVerb(clause, unit),
            let deadline = deadline(in: text.bytes(verb..<clause.atoms.upperBound, of: unit), after: published?.earliest),
            let found = subjects.subject(before: verb, bound: clause.atoms.lowerBound), case .phrase(let phrase) = found.subject,
            phrase.name != nil || phrase.head != nil && !phrase.isPronoun
        else { return nil }
        let by = phrase.name.flatMap { unit.atoms[$0].name }.map { text.names[$0].referent }
        return promise(bytes, by: by.map { [$0] } ?? [], made: published?.span, deadline: deadline, statement: nil, rule: "promise.planned")
    }

    /// The atom where a verb of planning or of what is to come starts.
    private func planVerb(_ clause: Clause, _ unit: Unit) -> Int? {
        let scanner = CueScanner(lexicon: speech, verbs: lexicon, grammar: grammar, analysis: text.analysis, text: text, unit: unit)
        for index in clause.atoms where unit.atoms[index].isWord {
            let lower = unit.atoms[index].lower
            if let match = scanner.verb(at: index), match.form == .finite, !match.isNegated {
                if lexicon.verbs[match.cue].type == EventLexicon.plan || match.tense == .future { return match.atoms.lowerBound }
            }
            if speech.isHelper(lower, .go)?.isFinite ?? false, index + 1 < clause.atoms.upperBound, isInfinitive(unit.atoms[index + 1]) {
                return index
            }
        }
        return nil
    }

    private func isInfinitive(_ atom: Atom) -> Bool {
        guard atom.isWord else { return false }
        let token = text.analysis.tokens[text.words[atom.words.lowerBound].token]
        return token.upos == .verb
            ? token.morphology.form == .infinitive : lexicon.verbReadings(atom.lower).contains { $0.form.tense == .infinitive }
    }

    // MARK: Agreed

    /// An agreement with a participle that says what it sets, and for when: «un accord mettant fin à … à la fin 2021».
    func agreed() -> [Promise] {
        events.compactMap { event in
            guard event.type == "agreement", let unit = unit(of: event.trigger) else { return nil }
            let trigger = text.analysis.byteRange(event.trigger)
            guard
                let mark = unit.atoms.indices.first(where: { index in
                    unit.atoms[index].isWord && grammar.entries(.agreeing).contains(unit.atoms[index].lower)
                        && text.words[unit.atoms[index].words.lowerBound].bytes.lowerBound >= trigger.upperBound
                })
            else { return nil }
            let made = event.when?.span ?? published?.span
            let bytes = text.bytes(mark..<unit.atoms.count, of: unit)
            guard let deadline = deadline(in: bytes, after: made?.earliest) else { return nil }
            return promise(bytes, by: event.participants, made: made, deadline: deadline, statement: nil, rule: "promise.agreed")
        }
    }

    private func unit(of passage: Passage) -> Unit? {
        let bytes = text.analysis.byteRange(passage)
        return text.units.first { text.bytes($0.words).contains(bytes.lowerBound) }
    }

    // MARK: Deadlines

    /// The last day of the first time in some bytes that lies after the promise was made.
    private func deadline(in bytes: Range<Int>, after made: CalendarDay?) -> Deadline? {
        for (index, range) in text.timeBytes.enumerated() where bytes.contains(range.lowerBound) && range.upperBound <= bytes.upperBound {
            if let deadline = deadline(index, after: made) { return deadline }
        }
        return nil
    }

    private func deadline(_ index: Int, after made: CalendarDay?) -> Deadline? {
        let time = text.times[index]
        switch time.kind {
        case .date, .time:
            guard let latest = time.latest, !time.value.hasSuffix("_REF") else { return nil }
            if let made, latest <= made { return nil }
            return Deadline(day: time.also.lazy.compactMap { CalendarDay(iso: $0) }.last ?? latest, time: index)
        case .duration:
            guard isDeadline(text.timeBytes[index]), let made, let day = Self.adding(time.value, to: made) else { return nil }
            return Deadline(day: day, time: index)
        case .set: return nil
        }
    }

    /// Whether a duration is said to be the time left: the preposition stands in it or before it.
    private func isDeadline(_ range: Range<Int>) -> Bool {
        guard let first = text.words(in: range).first else { return false }
        let words = (max(0, first - 2)...first).map { text.words[$0].lower }
        let line = " " + words.joined(separator: " ").replacing("' ", with: "'") + " "
        return grammar.entries(.byDeadline).contains { line.contains(" " + $0.replacing("_", with: " ") + " ") }
    }

    /// A day and a TIMEX3 duration of whole years, months, weeks or days.
    static func adding(_ duration: String, to day: CalendarDay) -> CalendarDay? {
        guard duration.hasPrefix("P"), let unit = duration.last, let count = Int(duration.dropFirst().dropLast()), count < 1000 else {
            return nil
        }
        switch unit {
        case "Y": return day.adding(months: 12 * count)
        case "M": return day.adding(months: count)
        case "W": return day.adding(days: 7 * count)
        case "D": return day.adding(days: count)
        default: return nil
        }
    }

    private func promise(
        _ bytes: Range<Int>, by: [Int], made: DaySpan?, deadline: Deadline?, statement: String?, rule: String
    ) -> Promise? {
        let words = text.words(in: bytes)
        guard let first = words.first(where: { !text.words[$0].isSign }), let last = words.last(where: { !text.words[$0].isSign }) else {
            return nil
        }
        let passage = text.analysis.passage(text.words[first].bytes.lowerBound..<text.words[last].bytes.upperBound)
        let type = events.first { $0.trigger.start >= passage.start && $0.trigger.end <= passage.end }?.type
        return Promise(
            passage, id: Identifier.item("p", passage, rule), by: by,
            what: passage.text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
            madeOn: made.map { When($0).value ?? $0.earliest.description }, deadline: deadline?.day.description,
            deadlinePassage: deadline.map { text.times[$0.time].passage }, keys: keys.keys(of: bytes, in: text, referents: referents),
            type: type,
            statement: statement, rule: rule)
    }
}
