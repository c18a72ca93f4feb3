// When was an undated report published? Only another report's dating of the same thing decides: a page that is, word for word, a dated
// page is of that page's day or a little later; an event that the undated report dates from its own day, and others by the calendar, gives
// the day itself; a day that others date gives its year. Then the report is read again, so that all its times follow.
internal import RecoupeModel
internal import RecoupeText

/// Gives undated reports the days that their neighbours allow.
struct PublicationSettler {
    let story: Story
    let copies: [Copy]
    /// The article read again, with the days that others tell; nothing where that cannot be done.
    let reread: (Article, [ToldDay]) -> Reading?
    /// Days by which a copy may trail the page that it copies.
    private static let copyDelay = 3

    /// The story with what copies and events tell of its undated reports.
    func settled(_ merged: (Story) -> [EventGroup]) -> Story {
        let open = story.articles.indices.filter { isVague(story.published($0)) }
        guard !open.isEmpty else { return story }
        var settled = story
        for number in open {
            byToldDays(number, &settled)
            if isVague(settled.published(number)), let (span, reason) = byCopy(number) { settle(number, span, reason, &settled) }
        }
        let left = open.filter { isVague(settled.published($0)) && settled.readings[$0].times.contains { $0.formula != nil } }
        guard !left.isEmpty else { return settled }
        let groups = merged(settled)
        for number in left { if let (span, reason) = byEvents(number, groups) { settle(number, span, reason, &settled) } }
        return settled
    }

    private func isVague(_ span: DaySpan?) -> Bool { (span?.dayCount ?? .max) > Tuning.preciseDays }

    private func settle(_ number: Int, _ span: DaySpan, _ reason: String, _ story: inout Story) {
        guard let allowed = story.published(number).map({ $0.intersection(span) }) ?? span else { return }
        let published = Published(allowed, stated: false, because: [reason])
        var article = story.articles[number]
        article.published = published
        if let reading = reread(article, []) { story.readings[number] = reading }
        story.readings[number].published = published
    }

    /// Days that other reports date give their years to the report's own, and these may tell when it was written.
    private func byToldDays(_ number: Int, _ settled: inout Story) {
        let told = ToldDays(story: story).days(for: number)
        guard !told.isEmpty, let reading = reread(story.articles[number], told) else { return }
        settled.readings[number] = reading
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
