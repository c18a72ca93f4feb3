// Two dates for one event that can happen only once. Two events are taken for one told with two dates where they are told with the same
// words and the dates look like a slip: the same day of another month or year, or neighbouring days.
internal import RecoupeModel
internal import RecoupeText

/// Finds events told with two dates.
struct DateConflicts {
    let story: Story
    let origins: OriginNames

    func find(_ groups: [EventGroup]) -> [Conflict] {
        let dated = groups.filter { group in
            group.event.status != .planned && (group.event.when?.span?.dayCount ?? .max) <= Tuning.preciseDays
        }
        var found: [Conflict] = []
        for (place, one) in dated.enumerated() {
            for other in dated[(place + 1)...] { if let conflict = conflict(one, other) { found.append(conflict) } }
        }
        return found
    }

    private func conflict(_ a: EventGroup, _ b: EventGroup) -> Conflict? {
        guard let one = a.event.when?.span?.earliest, let other = b.event.when?.span?.earliest,
            a.event.when?.span?.meets(b.event.when?.span ?? DaySpan(one)) == false, looksLikeSlip(one, other),
            !EventKinds.repeatable.contains(a.event.type ?? ""), let (x, y) = pair(a, b, areNeighbours(one, other))
        else { return nil }
        let sides = [x, y].map { [$0.mention.passage] }
        let slots = ["event": a.event.label, "a": one.description, "b": other.description]
        return .between(
            sides[0], sides[1], .date, Phrase("conflict.date.differs", slots), remedy: majority(a, b, one, other),
            rule: "link.conflict.same-event-two-dates")
    }

    private func looksLikeSlip(_ a: CalendarDay, _ b: CalendarDay) -> Bool {
        let agreeing = [a.year == b.year, a.month == b.month, a.day == b.day].count { $0 }
        return (agreeing == 2 && a.day == b.day) || areNeighbours(a, b)
    }

    private func areNeighbours(_ a: CalendarDay, _ b: CalendarDay) -> Bool { abs(a.number - b.number) == 1 }

    /// The two tellings that are most alike, where they are told with the same word, and share a participant, or place, and words. Of
    /// neighbouring days each must be told by other reports, and none be the day of publication, on which things are announced.
    private func pair(_ a: EventGroup, _ b: EventGroup, _ areNeighbours: Bool) -> (Telling, Telling)? {
        if areNeighbours, !Set(a.tellings.map(\.article)).isDisjoint(with: b.tellings.map(\.article)) { return nil }
        var best: (Telling, Telling, Int)?
        for one in a.tellings where one.isPrecise && !(areNeighbours && isNews(one)) {
            for other in b.tellings where other.isPrecise && one.trigger == other.trigger && !(areNeighbours && isNews(other)) {
                let shared = one.features.intersection(other.features)
                let isSame =
                    isOnce(one, other, areNeighbours)
                    || shared.contains { $0.hasPrefix("who ") || $0.hasPrefix("where ") } && shared.count >= 3
                if isSame, shared.count > (best?.2 ?? 0) { best = (one, other, shared.count) }
            }
        }
        return best.map { ($0.0, $0.1) }
    }

    /// What hardly happens twice in a story, on a day that differs by its month or its year alone.
    private func isOnce(_ one: Telling, _ other: Telling, _ areNeighbours: Bool) -> Bool {
        !areNeighbours && one.isSingular && other.isSingular
    }

    private func isNews(_ telling: Telling) -> Bool {
        guard let span = telling.span, let published = story.published(telling.article) else { return false }
        return span.meets(published)
    }

    /// Which date most independent origins give, where they do.
    private func majority(_ a: EventGroup, _ b: EventGroup, _ one: CalendarDay, _ other: CalendarDay) -> Phrase? {
        let (forA, forB) = (a.event.origins.count, b.event.origins.count)
        guard forA != forB else { return nil }
        let (day, count) = forA > forB ? (one, forA) : (other, forB)
        return Phrase("conflict.date.majority", ["date": day.description, "count": String(count), "of": String(forA + forB)])
    }
}
