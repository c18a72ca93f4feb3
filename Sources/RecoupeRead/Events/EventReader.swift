// One unit in, its event mentions out: what its grammar tells of each trigger, with place, participants, status and a line to show.
internal import RecoupeModel
internal import RecoupeText

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
    /// Bytes of the statements' contents, and of their cues.
    let contents: [Range<Int>]
    let cues: [Range<Int>?]
    let saidOn: [Range<Int>]
    let published: Published?

    private enum Tuning {
        /// Code points of a label, by the page's width.
        static let labelLength = 110
    }

    private var atoms: [Atom] { unit.atoms }

    func mentions() -> [EventMention] {
        guard unit.atoms.contains(where: { $0.isWord }) else { return [] }
        let times = UnitTimes(text: text, unit: unit, grammar: grammar, saidOn: saidOn)
        guard let tree = UnitTree(text, unit, isHelper: { !speech.helperReadings($0).isEmpty }) else {
            let clauses = ClauseTellings(lexicon: lexicon, speech: speech, grammar: grammar, times: times, published: published)
            return clauses.all().compactMap { mention($0) }
        }
        let verbs = VerbPhraseReader(tree: tree, speech: speech, grammar: grammar, text: text, unit: unit)
        let told = TreeTellings(tree: tree, lexicon: lexicon, verbs: verbs, times: times, published: published).all()
        return told.compactMap { mention($0) }
    }

    // MARK: One mention

    private func mention(_ told: Told) -> EventMention? {
        let trigger = text.bytes(told.trigger.atoms, of: unit)
        let bytes = whole(told, trigger) ?? trimmed(told.atoms)
        guard !bytes.isEmpty, !isOnlySaying(told, trigger) else { return nil }
        let people = participants(in: told.atoms)
        let statement = contents.firstIndex { $0.contains(trigger.lowerBound) }
        let time = told.time.flatMap { isDateOfSaying($0, statement) ? nil : $0 }.flatMap { atoms[$0].time }
        guard time != nil || told.isEcho || isHeadline(told, people) else { return nil }
        let passage = text.analysis.passage(bytes)
        let place = place(in: told.atoms)
        return EventMention(
            passage, id: Identifier.item("e", passage, told.trigger.type), trigger: text.analysis.passage(trigger),
            type: told.trigger.type == EventLexicon.unknown ? nil : told.trigger.type, label: label(bytes),
            when: time.map { text.times[$0].when }, place: place?.text,
            placeKey: place?.key, participants: people, status: status(told, statement), saidBy: statement.map { statements[$0].id },
            keys: keys.keys(of: bytes, in: text, referents: referents), sentence: unit.sentence, rule: rule(told))
    }

    /// An announcement is told with what it announces.
    private func whole(_ told: Told, _ trigger: Range<Int>) -> Range<Int>? {
        guard told.trigger.type == EventLexicon.announcement, !told.trigger.isNoun, !told.isNegated else { return nil }
        let said = cues.indices.filter { cues[$0]?.overlaps(trigger) ?? false }.map { text.analysis.byteRange(statements[$0].passage) }
        guard let first = said.map(\.lowerBound).min(), let last = said.map(\.upperBound).max() else { return nil }
        return first..<last
    }

    private func rule(_ told: Told) -> String {
        told.isEcho ? EventEchoes.rule : told.trigger.isNoun ? "event.noun" : "event.verb"
    }

    /// A verb by which something is only said, judged or claimed.
    private func isOnlySaying(_ told: Told, _ trigger: Range<Int>) -> Bool {
        guard !told.trigger.isNoun, told.trigger.type != EventLexicon.announcement, told.trigger.type != EventLexicon.accusation,
            told.reality != .plan
        else {
            return false
        }
        return cues.contains { $0?.overlaps(trigger) ?? false }
    }

    /// What was said has no date from when it was said.
    private func isDateOfSaying(_ atom: Int, _ statement: Int?) -> Bool {
        guard let statement, let time = atoms[atom].time else { return false }
        return saidOn.contains(text.timeBytes[time]) && !contents[statement].contains(text.timeBytes[time].lowerBound)
    }

    /// The bytes without signs and conjunctions at the ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, atoms[start].isSign || atoms[start].has([.coordinator, .that]) { start += 1 }
        while end > start, atoms[end - 1].isSign || atoms[end - 1].has(.coordinator) { end -= 1 }
        return text.bytes(start..<end, of: unit)
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

    /// Kinds whose verbs say too little without a date.
    private static let pale: Set<String> = [
        EventLexicon.announcement, "arrival", "start", "end", "meeting", "result", "loss", "appearance", "creation", owed, "trial",
    ]
    private static let owed = "payment"

    /// Without a date an event is given where a verb in the past tells it of somebody named, or of an institution that is accused.
    private func isHeadline(_ told: Told, _ people: [Int]) -> Bool {
        let type = told.trigger.type
        guard told.isNews, told.isHead, told.reality == .fact, type != EventLexicon.unknown else { return false }
        // What was to be paid and was not is told without a day.
        if told.isNegated { return type == Self.owed || !Self.pale.contains(type) }
        guard !Self.pale.contains(type) else { return false }
        if told.trigger.type == EventLexicon.accusation || unit.sentence == 0 { return true }
        return people.contains { referents[$0].kind == .person || referents[$0].kind == .organisation }
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

    private func status(_ told: Told, _ statement: Int?) -> EventStatus {
        if told.isNegated { return .denied }
        if told.reality == .plan { return .planned }
        if let statement, statements[statement].stance == .deny, told.isHead { return .denied }
        return told.reality == .hearsay || statement != nil ? .reported : .happened
    }

    /// The passage as one line, cut at a word.
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
