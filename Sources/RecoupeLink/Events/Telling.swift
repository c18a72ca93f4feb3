// One report's telling of an event, with what it is compared by: its kind, the word that names it, who takes part, where, the content
// words, and the days that the report allows.
internal import RecoupeModel
internal import RecoupeText

/// An event mention, ready to be compared.
struct Telling: Sendable {
    let article: Int
    let mention: EventMention
    let participants: Set<String>
    /// Its comparable words.
    let words: Set<String>
    /// The key among the mention's own that its trigger is a form of.
    let trigger: String
    let span: DaySpan?
    /// From the report on to the day by which it is promised.
    let window: DaySpan?
    /// What it shares with other tellings of the same event, each with a prefix for its sort.
    let features: Set<String>

    /// `sources` are the entities that bring the news, and are no part of it.
    /// `published` are the days on which the article may have appeared.
    init(
        _ mention: EventMention, of article: Int, in reading: Reading, _ entities: EntityIndex, sources: Set<String>,
        published: DaySpan?
    ) {
        self.article = article
        self.mention = mention
        participants = Set(mention.participants.compactMap { entities.id(article, $0) }).subtracting(sources)
        let keys = TellingWords.of(mention.keys, in: mention.passage, reading)
        words = Set(keys)
        trigger = Self.key(of: mention.trigger.text, among: keys)
        span = mention.when?.span
        window = Self.window(of: mention, in: reading, published)
        var features = Set(participants.map { "who " + $0 } + keys.map { "word " + $0 })
        features.insert("word " + trigger)
        if let type = mention.type { features.insert("kind " + type) }
        if let place = mention.placeKey { features.insert("where " + place) }
        self.features = features
    }

    private static func window(of mention: EventMention, in reading: Reading, _ published: DaySpan?) -> DaySpan? {
        guard let span = mention.when?.span, mention.status == .planned, let from = published?.earliest, from < span.latest,
            reading.promises.contains(where: { $0.deadline == mention.when?.value && $0.passage.meets(mention.trigger) })
        else { return nil }
        return DaySpan(from, span.latest)
    }

    /// The days on which both may be: those that both name, else those on which the one may fulfil what the other plans.
    func shared(with other: Telling) -> DaySpan? {
        if let span, let otherSpan = other.span, let both = span.intersection(otherSpan) { return both }
        return fulfilment(of: other) ?? other.fulfilment(of: self)
    }

    private func fulfilment(of plan: Telling) -> DaySpan? {
        guard mention.status == .happened, isPrecise, article != plan.article, isSameKind(as: plan) || trigger == plan.trigger, let span,
            let window = plan.window
        else { return nil }
        return span.intersection(window)
    }

    var isPrecise: Bool { (span?.dayCount ?? .max) <= Tuning.preciseDays }

    /// Says little beside what happened and when.
    var isSlight: Bool { words.count <= 4 && participants.isEmpty }

    /// Only names, without a day, what is told elsewhere.
    var isEcho: Bool { mention.rule == "event.echo" && span == nil }

    /// Says nothing of the day that would part it from another telling.
    var isVague: Bool { (span?.dayCount ?? .max) > Tuning.vagueDays }

    /// The key that the last word of the trigger is a form of, else one before it: they begin with the same four letters at least. Failing
    /// that, the trigger's longest word.
    private static func key(of trigger: String, among keys: [String]) -> String {
        let words = foldedWords(trigger)
        for word in words.reversed() {
            let alike = keys.map { key in (key: key, length: zip(word, key).prefix { $0 == $1 }.count) }
            let best = alike.max { ($0.length, $1.key) < ($1.length, $0.key) }
            if let best, best.length >= min(4, word.count), best.length > 2 { return best.key }
        }
        return words.max { ($0.count, $1) < ($1.count, $0) } ?? ""
    }

    var isRepeatable: Bool { mention.type.map { EventKinds.repeatable.contains($0) } ?? false }

    var isSingular: Bool { mention.type.map { EventKinds.singular.contains($0) } ?? false }

    /// Whether words of the same kind name it.
    func isSameKind(as other: Telling) -> Bool { mention.type != nil && mention.type == other.mention.type }

    /// Whether some day would do for both.
    func meets(_ other: Telling) -> Bool {
        span == nil || other.span == nil || shared(with: other) != nil
    }
}
