// One report's telling of an event, with what it is compared by: its kind, the word that names it, who takes part, where, the content
// words, and the days that the report allows.
internal import RecoupeModel
internal import RecoupeText

/// An event mention, ready to be compared.
struct Telling: Sendable {
    let article: Int
    let mention: EventMention
    let participants: Set<String>
    /// The key among the mention's own that its trigger is a form of.
    let trigger: String
    let span: DaySpan?
    /// What it shares with other tellings of the same event, each with a prefix for its sort.
    let features: Set<String>

    init(_ article: Int, _ mention: EventMention, _ entities: EntityIndex) {
        self.article = article
        self.mention = mention
        participants = Set(mention.participants.compactMap { entities.id(article, $0) })
        trigger = Self.key(of: mention.trigger.text, among: mention.keys)
        span = mention.when?.span
        var features = Set(participants.map { "who " + $0 } + mention.keys.map { "word " + $0 })
        features.insert("word " + trigger)
        if let type = mention.type { features.insert("kind " + type) }
        if let place = mention.placeKey { features.insert("where " + place) }
        self.features = features
    }

    var isPrecise: Bool { (span?.dayCount ?? .max) <= Tuning.preciseDays }

    /// Says nothing of the day that would part it from another telling.
    var isVague: Bool { (span?.dayCount ?? .max) > Tuning.vagueDays }

    /// The key with the longest common beginning, of four letters at least; else the folded trigger itself.
    private static func key(of trigger: String, among keys: [String]) -> String {
        let words = foldedWords(trigger)
        var best = (length: 3, key: words.max { ($0.count, $1) < ($1.count, $0) } ?? "")
        for key in keys {
            for word in words {
                let length = zip(word, key).prefix { $0 == $1 }.count
                if length > best.length { best = (length, key) }
            }
        }
        return best.key
    }

    /// Whether both use the same word for it, or words of the same kind.
    func isSameKind(as other: Telling) -> Bool {
        if trigger == other.trigger { return true }
        guard let type = mention.type else { return false }
        return type == other.mention.type
    }

    /// Whether some day would do for both.
    func meets(_ other: Telling) -> Bool {
        guard let span, let otherSpan = other.span else { return true }
        return span.meets(otherSpan)
    }
}
