// Events by date: how sure the date is, how many independent origins tell of it, and each telling with its passage.
internal import RecoupeModel
internal import RecoupeText

extension PageWriter {
    func chronology() -> Markup {
        let events = view.dossier.events.sorted { Self.key($0) < Self.key($1) }
        var groups: [(heading: String, events: [Value])] = []
        for event in events {
            let heading = month(of: event)
            if groups.last?.heading != heading { groups.append((heading, [])) }
            groups[groups.count - 1].events.append(value(event))
        }
        return fill(
            "chronology",
            ["groups": .list(groups.map { ["heading": .text($0.heading), "events": .list($0.events)] }), "none": .flag(events.isEmpty)]
        )
    }

    /// Chronological order; events without any day come last.
    static func key(_ event: Event) -> (String, String, String, String) {
        let span = event.when?.span
        return (span?.earliest.description ?? "9999", span?.latest.description ?? "9999", event.label, event.id)
    }

    private func month(of event: Event) -> String {
        guard let day = event.when?.span?.earliest else { return words("ui.undated") }
        return words.date(timex: "\(padded(day.year, 4))-\(padded(day.month, 2))")
    }

    private func value(_ event: Event) -> Value {
        let (tellings, more) = cutShort(event.mentions.map { telling($0, of: event) }, shown: Tuning.shownTellings)
        return [
            "id": .text(event.id), "time": time(event.when), "label": .text(event.label),
            "label_lang": language(of: event.mentions.first?.article), "status": statusBadge(event.status),
            "unsure": .flag(event.status != .happened), "place": Value(event.place), "people": people(event.participants),
            "has_people": .flag(event.participants.contains { view.entities[$0] != nil }),
            "origins": .text(origins(event.origins)), "single": .flag(event.origins.count < 2), "tellings": tellings, "more": more,
            "because": because(event.because),
        ]
    }

    func statusBadge(_ status: EventStatus) -> Value { badge("status", status.rawValue) }

    private func origins(_ names: [String]) -> String {
        let count = words.count("count.origins", names.count)
        return names.isEmpty ? count : words("list.named", ["what": count, "names": names.joined(separator: " · ")])
    }

    /// One telling; its own date where that is not the event's.
    private func telling(_ mention: Event.Mention, of event: Event) -> Value {
        guard let when = mention.when, when != event.when else { return ["passage": passage(mention.passage), "says": .nothing] }
        let agrees = when.span.flatMap { span in event.when?.span?.meets(span) } ?? true
        return ["passage": passage(mention.passage), "says": ["date": .text(words.date(when)), "agrees": .flag(agrees)]]
    }
}
