// One unit in, its event mentions out: the trigger of each clause, its date, place, participants and status.
internal import RecoupeModel
internal import RecoupeText

/// A word that names an event, in its place.
struct Trigger {
    var atoms: Range<Int>
    var type: String
    var isNoun: Bool
    /// The tense of a verb's finite part.
    var tense: VerbForm.Tense = .present
    var isNegated = false
}

/// Reads the events of one unit.
struct EventReader {
    let lexicon: EventLexicon
    let speech: SpeechLexicon
    let grammar: Grammar
    let text: WordText
    let unit: Unit
    let referents: [Referent]
    let keys: ContentKeys
    let statements: [Statement]
    /// Bytes of the statements' contents.
    let contents: [Range<Int>]
    let published: Published?

    private enum Tuning {
        /// Code points of a label, by the page's width.
        static let labelLength = 110
        /// Words that may stand between an event's noun and the relative clause that tells of it.
        static let relativeReach = 8
    }

    private var atoms: [Atom] { unit.atoms }
    private var phrases: PhraseReader { PhraseReader(lexicon: speech, grammar: grammar, text: text, unit: unit) }

    private func lower(_ index: Int) -> String? { atoms.indices.contains(index) && atoms[index].isWord ? atoms[index].lower : nil }

    func mentions() -> [EventMention] {
        let triggers = triggers()
        guard !triggers.isEmpty else { return [] }
        var out: [EventMention] = []
        for clause in joined(ClauseSplitter(phrases: phrases, unit: unit).clauses(), triggers) {
            let own = triggers.filter { clause.atoms.contains($0.atoms.lowerBound) }
            guard let trigger = best(own), let mention = mention(trigger, clause) else { continue }
            out.append(mention)
        }
        return out
    }

    // MARK: Triggers

    private func triggers() -> [Trigger] {
        let scanner = CueScanner(lexicon: speech, verbs: lexicon, grammar: grammar, analysis: text.analysis, text: text, unit: unit)
        var out: [Trigger] = []
        var index = 0
        while index < atoms.count {
            guard atoms[index].isWord, !atoms[index].isSign else {
                index += 1
                continue
            }
            if let match = scanner.verb(at: index), match.form != .infinitive || followsPlan(index) {
                out.append(
                    Trigger(
                        atoms: match.atoms, type: lexicon.verbs[match.cue].type, isNoun: false, tense: match.tense,
                        isNegated: match.isNegated))
                index = max(index + 1, match.atoms.upperBound)
            } else if let type = datedParticiple(index) {
                out.append(Trigger(atoms: index..<(index + 1), type: type, isNoun: true))
                index += 1
            } else if let noun = lexicon.noun(at: index, word: lower), isNominal(index) {
                out.append(Trigger(atoms: index..<(index + noun.words.count), type: noun.type, isNoun: true))
                index += noun.words.count
            } else {
                index += 1
            }
        }
        return out
    }

    /// `échoué fin juillet`: a participle without helper, a date near after it.
    private func datedParticiple(_ index: Int) -> String? {
        let reading = lexicon.verbReadings(atoms[index].lower).first { $0.form.tense == .participle && lexicon.verbs[$0.cue].rest.isEmpty }
        guard let reading, (index + 1..<min(atoms.count, index + 4)).contains(where: { isDate($0) }) else { return nil }
        return lexicon.verbs[reading.cue].type
    }

    /// Whether a verb that makes what follows a plan stands shortly before an infinitive.
    private func followsPlan(_ index: Int) -> Bool {
        (max(0, index - 6)..<index).contains { position in
            guard let word = lower(position) else { return false }
            if speech.isHelper(word, .must) != nil || speech.isHelper(word, .go)?.isFinite ?? false { return true }
            return lexicon.verbReadings(word).contains { lexicon.verbs[$0.cue].type == EventLexicon.plan }
        }
    }

    /// A noun has a determiner, a preposition or an adjective before it, or opens the sentence.
    private func isNominal(_ index: Int) -> Bool {
        let token = text.analysis.tokens[text.words[atoms[index].words.lowerBound].token]
        switch token.upos {
        case .noun, .other: break
        default: return false
        }
        guard index > 0 else { return true }
        return !atoms[index - 1].has([.negation, .subjectRelative]) && speech.speaker(at: index - 1, word: lower)?.kind != .pronoun
    }

    /// Of several triggers in one clause: a verb that is no mere frame, else a noun that is no announcement.
    private func best(_ triggers: [Trigger]) -> Trigger? {
        let real = triggers.filter { $0.type != EventLexicon.plan && $0.type != EventLexicon.occurrence }
        if let verb = real.first(where: { !$0.isNoun }) { return verb }
        return real.first { $0.type != EventLexicon.announcement } ?? real.first
    }

    /// A relative clause about an event's noun right before it joins that noun, which leaves the clause before.
    private func joined(_ clauses: [Clause], _ triggers: [Trigger]) -> [Clause] {
        var out: [Clause] = []
        for clause in clauses {
            guard clause.isRelative, var before = out.last, triggers.contains(where: { clause.atoms.contains($0.atoms.lowerBound) }),
                let noun = triggers.last(where: { $0.isNoun && before.atoms.contains($0.atoms.lowerBound) }),
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

    // MARK: One mention

    private func mention(_ trigger: Trigger, _ clause: Clause) -> EventMention? {
        let bytes = trimmed(clause.atoms)
        guard !bytes.isEmpty else { return nil }
        let time = time(of: trigger, in: clause)
        let people = participants(in: clause.atoms)
        guard time != nil || isHeadline(trigger, people) else { return nil }
        let passage = text.analysis.passage(bytes)
        let statement = contents.firstIndex { $0.contains(text.bytes(trigger.atoms, of: unit).lowerBound) }
        let place = place(in: clause.atoms)
        return EventMention(
            passage, id: Identifier.item("e", passage, trigger.type), trigger: text.analysis.passage(text.bytes(trigger.atoms, of: unit)),
            type: trigger.type, label: label(bytes), when: time.map { text.times[$0].when }, place: place?.text, placeKey: place?.key,
            participants: people, status: status(trigger, clause, time, statement), saidBy: statement.map { statements[$0].id },
            keys: keys.keys(of: bytes, in: text, referents: referents), sentence: unit.sentence,
            rule: trigger.isNoun ? "event.noun" : "event.verb")
    }

    /// The clause's bytes without signs and conjunctions at its ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, atoms[start].quote == nil, atoms[start].isSign || atoms[start].has([.coordinator, .that]) { start += 1 }
        while end > start, atoms[end - 1].quote == nil, atoms[end - 1].isSign || atoms[end - 1].has(.coordinator) { end -= 1 }
        return text.bytes(start..<end, of: unit)
    }

    /// The time that dates an event: in its clause the one nearest to the trigger, else the nearest one before in the sentence.
    private func time(of trigger: Trigger, in clause: Clause) -> Int? {
        let own = clause.atoms.filter { isDate($0) }
        if let near = own.min(by: { distance($0, trigger) < distance($1, trigger) }) { return atoms[near].time }
        let before = (0..<clause.atoms.lowerBound).last { isDate($0) }
        guard let before, clause.atoms.lowerBound - before <= 40 else { return nil }
        return atoms[before].time
    }

    private func distance(_ index: Int, _ trigger: Trigger) -> Int { abs(index - trigger.atoms.lowerBound) }

    private func isDate(_ index: Int) -> Bool {
        guard let time = atoms[index].time else { return false }
        return (text.times[time].kind == .date || text.times[time].kind == .time) && text.times[time].earliest != nil
    }

    private func participants(in range: Range<Int>) -> [Int] {
        var out: [Int] = []
        for index in range {
            guard let name = atoms[index].name, referents.indices.contains(text.names[name].referent) else { continue }
            let kind = text.names[name].kind
            let isActor = kind == .person || kind == .organisation || kind == .place && (index == 0 || !atoms[index - 1].has(.preposition))
            if isActor, !out.contains(text.names[name].referent) { out.append(text.names[name].referent) }
        }
        return out
    }

    /// Without a date an event is given where a verb in the past tells it of somebody named.
    private func isHeadline(_ trigger: Trigger, _ people: [Int]) -> Bool {
        guard !trigger.isNoun, !trigger.isNegated, trigger.type != EventLexicon.announcement, hasNamed(people) else { return false }
        switch trigger.tense {
        case .simplePast, .future: return true
        case .present: return trigger.atoms.count > 1 || unit.sentence == 0
        default: return false
        }
    }

    private func hasNamed(_ people: [Int]) -> Bool {
        people.contains { referents[$0].kind == .person || referents[$0].kind == .organisation }
    }

    /// The last named place after a preposition of place.
    private func place(in range: Range<Int>) -> (text: String, key: String)? {
        for index in range.reversed() {
            guard let name = atoms[index].name, text.names[name].kind == .place, index > range.lowerBound else { continue }
            let isPlaced = (max(range.lowerBound, index - 3)..<index).contains {
                grammar.entries(.placePreposition).contains(atoms[$0].lower)
            }
            guard isPlaced, referents.indices.contains(text.names[name].referent) else { continue }
            let referent = referents[text.names[name].referent]
            return (text.names[name].text, referent.known ?? referent.keys.joined(separator: " "))
        }
        return nil
    }

    private func status(_ trigger: Trigger, _ clause: Clause, _ time: Int?, _ statement: Int?) -> EventStatus {
        if trigger.isNegated || statement.map({ statements[$0].stance == .deny }) ?? false { return .denied }
        if isPlanned(trigger, clause, time) { return .planned }
        return trigger.tense == .conditional || statement != nil ? .reported : .happened
    }

    private func isPlanned(_ trigger: Trigger, _ clause: Clause, _ time: Int?) -> Bool {
        if trigger.tense == .future { return true }
        let words = clause.atoms.compactMap { lower($0) }
        if clause.atoms.contains(where: { index in
            lower(index).map { word in lexicon.verbReadings(word).contains { lexicon.verbs[$0.cue].type == EventLexicon.plan } } ?? false
        }) {
            return true
        }
        if words.contains(where: { speech.isHelper($0, .must)?.isFinite ?? false || (speech.isHelper($0, .go)?.isFinite ?? false) }) {
            return true
        }
        if clause.atoms.contains(where: { atoms[$0].isWord && grammar.entries(.plannedWord).contains(atoms[$0].lower) }) { return true }
        guard let time, let earliest = text.times[time].earliest, let published else { return false }
        return earliest > published.latest
    }

    /// The clause as one line, cut at a word.
    private func label(_ bytes: Range<Int>) -> String {
        let line = text.analysis.text(bytes).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.unicodeScalars.count > Tuning.labelLength else { return line }
        var out = ""
        for word in line.split(separator: " ") {
            guard out.unicodeScalars.count + word.unicodeScalars.count < Tuning.labelLength else { break }
            out += out.isEmpty ? String(word) : " " + word
        }
        return out + "…"
    }
}
