// An article's event mentions in, the same out with those that only tell again settled: «l'incendie» without a date is the one dated event
// of its kind in the article. What no event of the article dates stays only where it may be the event that other reports date.
internal import RecoupeModel
internal import RecoupeText

/// Settles nouns that tell again of an event.
enum EventEchoes {
    /// The rule of mentions that only tell again.
    static let rule = "event.echo"

    /// Kinds of which a story has one, so that the definite article is enough.
    private static let lone: Set<String> = [
        "accident", "attack", "collapse", "coup", "destruction", "disaster", "explosion", "fire", "spill", "verdict", "vote",
    ]

    static func settled(_ mentions: [EventMention]) -> [EventMention] {
        var dated: [String: Set<When>] = [:]
        var triggers: [String: Set<String>] = [:]
        for mention in mentions where mention.rule != rule && mention.status != .planned && mention.status != .denied {
            guard let type = mention.type, let when = mention.when, let span = when.span, span.dayCount <= 3 else { continue }
            dated[type, default: []].insert(When(span))
            triggers[type, default: []].insert(mention.trigger.text.lowercased())
        }
        var told: Set<String> = []
        return mentions.compactMap { mention in
            guard mention.rule == rule, let type = mention.type else { return mention }
            guard lone.contains(type), told.insert(type).inserted else { return nil }
            guard let days = dated[type], days.count == 1 else { return dated[type] == nil ? mention : nil }
            var mention = mention
            mention.when = days.first
            return triggers[type]?.contains(mention.trigger.text.lowercased()) == true ? nil : mention
        }
    }
}
