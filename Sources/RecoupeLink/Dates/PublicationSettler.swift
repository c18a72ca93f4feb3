// When was an undated report published? Only another report's dating of the same thing decides: a page that is, word for word, a dated
// page is of that page's day or a little later; an event that the undated report dates from its own day, and others by the calendar, gives
// the day itself. Then the report's own relative times are reckoned from it.
internal import RecoupeModel
internal import RecoupeText

/// Gives undated reports the days that their neighbours allow.
struct PublicationSettler {
    let story: Story
    let copies: [Copy]
    /// Days by which a copy may trail the page that it copies.
    private static let copyDelay = 3

    /// The story with what copies and events tell of its undated reports.
    func settled(_ merged: (Story) -> [EventGroup]) -> Story {
        let open = story.articles.indices.filter { isVague(story.published($0)) }
        guard !open.isEmpty else { return story }
        var settled = story
        for number in open { if let (span, reason) = byCopy(number) { settle(number, span, reason, &settled) } }
        let left = open.filter { isVague(settled.published($0)) && settled.readings[$0].times.contains { $0.formula != nil } }
        guard !left.isEmpty else { return settled }
        let groups = merged(settled)
        for number in left { if let (span, reason) = byEvents(number, groups) { settle(number, span, reason, &settled) } }
        return settled
    }

    private func isVague(_ span: DaySpan?) -> Bool { (span?.dayCount ?? .max) > Tuning.preciseDays }

    private func settle(_ number: Int, _ span: DaySpan, _ reason: String, _ story: inout Story) {
        guard let allowed = story.published(number).map({ $0.intersection(span) }) ?? span else { return }
        story.readings[number].published = Published(allowed, stated: false, because: [reason])
        story.readings[number].reckon(from: allowed)
    }

    private func byCopy(_ number: Int) -> (DaySpan, String)? {
        let id = story.articles[number].id
        for copy in copies where copy.relation == .copies && copy.share >= Tuning.wholeCopy && (copy.article == id || copy.of == id) {
            guard let other = story.number(copy.article == id ? copy.of : copy.article), let published = story.published(other),
                !isVague(published)
            else { continue }
            return (DaySpan(published.earliest, published.latest.adding(days: Self.copyDelay)), name(other))
        }
        return nil
    }

    /// The days on which all of the report's relative tellings of events that others date come out right.
    private func byEvents(_ number: Int, _ groups: [EventGroup]) -> (DaySpan, String)? {
        var found: (DaySpan, String)?
        for group in groups {
            let others = group.tellings.filter { $0.article != number && $0.isPrecise && $0.span?.dayCount == 1 }
            guard let other = others.min(by: { $0.mention.passage < $1.mention.passage }), let day = other.span?.earliest else { continue }
            for telling in group.tellings where telling.article == number && telling.span == nil {
                guard let formula = formula(telling), let span = formula.published(meaning: day) else { continue }
                guard let known = found else {
                    found = (span, name(other.article))
                    continue
                }
                guard let both = known.0.intersection(span) else { return nil }
                found = (both, known.1)
            }
        }
        return found
    }

    private func formula(_ telling: Telling) -> TimeFormula? {
        let passage = telling.mention.passage
        let times = story.readings[telling.article].times.filter { passage.contains($0.passage) && $0.value == telling.mention.when?.value }
        return times.count == 1 ? times.first?.formula.flatMap { TimeFormula($0) } : nil
    }

    private func name(_ number: Int) -> String { story.articles[number].title ?? story.articles[number].id }
}

extension Reading {
    /// Gives the times that are told from the day of publication their days, and with them the events and statements that they date.
    mutating func reckon(from published: DaySpan) {
        for index in times.indices {
            guard times[index].span == nil, let when = times[index].formula.flatMap({ TimeFormula($0) })?.time(published: published),
                let span = when.span, let value = when.value
            else { continue }
            let (passage, before) = (times[index].passage, times[index].value)
            (times[index].value, times[index].earliest, times[index].latest) = (value, span.earliest, span.latest)
            for event in events.indices where events[event].passage.contains(passage) && events[event].when?.value == before {
                events[event].when = when
            }
            for statement in statements.indices where statements[statement].saidOnPassage == passage {
                statements[statement].saidOn = value
            }
        }
    }
}
