// When was an undated report published? Only another report's dating of the same thing decides: a page that is, word for word, a dated
// page is of that page's day or later; an event that the undated report dates from its own day, and that others date by the calendar, gives
// the day itself.
internal import RecoupeModel
internal import RecoupeText

/// Gives undated reports the days that their neighbours allow.
struct PublicationSettler {
    /// Days by which a copy may trail the page that it copies.
    private static let copyDelay = 3

    func settled(_ story: Story, _ copies: [Copy]) -> Story {
        var settled = story
        for number in story.articles.indices where story.published(number) == nil || isVague(story.published(number)) {
            guard let (span, reason) = byCopy(number, story, copies) else { continue }
            let allowed = story.published(number).map { $0.intersection(span) } ?? span
            if let allowed { settled.readings[number].published = Published(allowed, stated: false, because: [reason]) }
        }
        return settled
    }

    private func isVague(_ span: DaySpan?) -> Bool { (span?.dayCount ?? .max) > Tuning.vagueDays }

    private func byCopy(_ number: Int, _ story: Story, _ copies: [Copy]) -> (DaySpan, String)? {
        let id = story.articles[number].id
        for copy in copies where copy.relation == .copies && copy.share >= 0.9 && (copy.article == id || copy.of == id) {
            guard let other = story.number(copy.article == id ? copy.of : copy.article), let published = story.published(other),
                !isVague(published)
            else { continue }
            let span = DaySpan(published.earliest, published.latest.adding(days: Self.copyDelay))
            return (span, story.articles[other].title ?? story.articles[other].id)
        }
        return nil
    }
}
