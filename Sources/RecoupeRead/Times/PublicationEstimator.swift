// The dates that an article names come in; where it does not say when it was published, the span that they allow goes out. The idea: a
// report is written soon after the newest thing it tells. Four clues, each kept as words: the newest dated past event, a bare weekday that
// agrees with it, `mars dernier`, and a date still ahead.
internal import RecoupeModel
internal import RecoupeText

/// Estimates the span of publication.
struct PublicationEstimator {
    private enum Tuning {
        /// An undated report seldom dwells on news older than three months.
        static let reach = 90
        /// A report that calls its leading event by the bare weekday is out within two days of it.
        static let weekdayReach = 2
        /// A report that names a past year by its number is mostly of the half-year after it.
        static let yearReach = 181
        /// How far ahead a date may bound the span.
        static let horizon = 366
    }

    let analysis: Analysis
    let mentions: [TimeMention]

    private struct Anchor {
        var span: DaySpan
        var text: String
        /// Whether a day or month; a bare year says less.
        var isExact: Bool
    }

    /// The span, or nothing where no date of the text has a year.
    func estimate() -> Published? {
        guard var anchor = newest() else { return copyright() }
        var because = [anchor.text]
        if let later = yearless(after: anchor) {
            anchor = later
            because.append(later.text)
        }
        var span = DaySpan(anchor.span.earliest, anchor.span.latest.adding(days: Tuning.reach))
        if let weekday = weekday(anchor) {
            span = DaySpan(anchor.span.earliest, anchor.span.earliest.adding(days: Tuning.weekdayReach))
            because.append(weekday)
        } else {
            let bounded = bounded(span, &because)
            span = bounded
        }
        return Published(span, stated: false, because: because)
    }

    private func resolved(_ mention: TimeMention) -> TimeResolution? { TimeResolver(context: TimeContext()).resolve(mention) }

    /// The newest dated past: days and months as they are; a bare year, which means that the year is over.
    private func newest() -> Anchor? {
        var best: Anchor?
        let ahead = Set(mentions.filter { $0.year != nil && $0.tense == .future }.compactMap { resolved($0)?.value })
        for mention in mentions
        where mention.year != nil && mention.kind != "copyright" && mention.tense != .future && mention["side"] == nil {
            guard mention["mod"] == nil || mention["month"] != nil, mention["dir"] != "FUTURE", mention["by"] == nil,
                let resolution = resolved(mention), let span = resolution.span, !ahead.contains(resolution.value)
            else { continue }
            let isExact = span.dayCount <= 31
            guard span.dayCount <= 366 else { continue }
            let start = isExact ? span.earliest : span.latest.adding(days: 1)
            let anchor = Anchor(
                span: isExact ? span : DaySpan(start, start.adding(days: Tuning.yearReach - Tuning.reach)),
                text: analysis.text(mention.bytes), isExact: isExact)
            if best.map({ $0.span.earliest < anchor.span.earliest }) ?? true { best = anchor }
        }
        return best
    }

    /// A past day without a year that can only be later than the newest dated one: of the year that its sentence names, else the first after.
    private func yearless(after anchor: Anchor) -> Anchor? {
        var best: Anchor?
        for mention in mentions where mention.kind == "date" && mention.year == nil && mention["day"] != nil && mention["month"] != nil {
            guard mention.tense != .future, mention["dir"] == nil, let month = mention.number("month"), let number = mention.number("day")
            else {
                continue
            }
            let shared = mentions.first { $0.sentence == mention.sentence && $0.year != nil }?.year
            let years = shared.map { [$0] } ?? [anchor.span.earliest.year, anchor.span.earliest.year + 1]
            let days = years.compactMap { CalendarDay(year: $0, month: month, day: number) }
            let isFree = anchor.isExact || shared != nil
            guard isFree, let day = days.first(where: { $0 > anchor.span.earliest }) else { continue }
            if best.map({ $0.span.earliest < day }) ?? true {
                best = Anchor(span: DaySpan(day), text: analysis.text(mention.bytes), isExact: true)
            }
        }
        return best
    }

    /// A bare weekday of the past that is the newest event's.
    private func weekday(_ anchor: Anchor) -> String? {
        guard anchor.span.dayCount == 1 else { return nil }
        let mention = mentions.first {
            $0.kind == "weekday" && $0.tense != .future && $0["dir"] == nil && $0.number("weekday") == anchor.span.earliest.weekday
        }
        return mention.map { analysis.text($0.bytes) }
    }

    /// Narrowed by `mars dernier` and by dates still ahead; widened to the end of a year that is named as going to end.
    private func bounded(_ span: DaySpan, _ because: inout [String]) -> DaySpan {
        var span = span
        for mention in mentions where mention.kind == "date" && mention.year == nil && mention["day"] == nil && mention["dir"] == "PAST" {
            guard let month = mention.number("month") else { continue }
            let options = (span.earliest.year - 1...span.latest.year).compactMap { year -> DaySpan? in
                guard let end = DaySpan(timex: "\(padded(year, 4))-\(padded(month, 2))")?.latest else { return nil }
                return span.intersection(DaySpan(end.adding(days: 1), end.adding(months: 12)))
            }
            guard let best = options.max(by: { $0.dayCount < $1.dayCount }), best != span else { continue }
            span = best
            because.append(analysis.text(mention.bytes))
        }
        for mention in mentions where mention.year != nil {
            guard let ahead = resolved(mention)?.span?.latest, ahead > span.earliest,
                ahead.number - span.earliest.number < Tuning.horizon
            else { continue }
            let isAhead = mention.tense == .future || mention["by"] != nil
            let isEnding = mention.tense == .unknown && mention["mod"] == "END" && mention["month"] == nil
            guard isEnding || (isAhead && ahead < span.latest) else { continue }
            span = DaySpan(span.earliest, ahead)
            because.append(analysis.text(mention.bytes))
        }
        return span
    }

    /// The year of a copyright line.
    private func copyright() -> Published? {
        guard let mention = mentions.last(where: { $0.kind == "copyright" }), let year = mention.year,
            let span = DaySpan(timex: padded(year, 4))
        else { return nil }
        return Published(span, stated: false, because: [analysis.text(mention.bytes)])
    }
}
