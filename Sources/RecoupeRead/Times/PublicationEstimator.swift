// The dates that an article names come in; where it does not say when it was published, the span that they allow goes out, or nothing. One old
// date says little of when a report was written, so two clues must agree: a weekday with its date and the years named near it, a bare weekday
// and the newest date, `mars dernier` and a day without a year, the newest past and the first date ahead. Each clue is kept as words.
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeText

/// Estimates the span of publication.
struct PublicationEstimator {
    private enum Tuning {
        /// An undated report seldom dwells on news older than three months.
        static let reach = 90
        /// A report that calls its leading event by the bare weekday is out within two days of it.
        static let weekdayReach = 2
        /// How long after the newest date with a year one without may lie; tuned, like all here, on undated texts of French news, 2011 to 2020.
        static let yearlessReach = 183
        /// Whoever names weekday and date writes within the week.
        static let weekReach = 6
        /// No report before the web.
        static let firstYear = 1994
        /// Years after the newest named in which a weekday and date are looked for: fewer than those after which they come again.
        static let years = 2
        /// How far ahead a date may bound the span.
        static let horizon = 366
    }

    let analysis: Analysis
    let mentions: [TimeMention]

    /// The kinds of value that date an event.
    private static let dates: Set = ["date", "numeric"]

    private struct Anchor {
        var span: DaySpan
        var text: String
    }

    /// The span, or nothing where no two clues agree: a single old date says little of when a report was written.
    func estimate() -> Published? {
        var found = weekdayDate() ?? weekdayAgreement() ?? yearless() ?? bracket() ?? copyright()
        for lender in lenders where found?.because.contains(lender) == false { found?.because.append(lender) }
        return found
    }

    /// The reports that years were borrowed from.
    private var lenders: [String] { mentions.compactMap { $0.lender?.because } }

    /// `jeudi 28 février` is of the one year near the newest that is named in which it is a Thursday; whoever names both writes that week.
    private func weekdayDate() -> Published? {
        guard let years = newestYears(), years.lowerBound >= Tuning.firstYear else { return nil }
        var best: Anchor?
        for mention in mentions
        where mention.kind == "date" && (mention.year == nil || mention.lender != nil) && mention.tense != .future {
            guard let weekday = mention.number(.weekday), let month = mention.number(.month), let number = mention.number(.day) else {
                continue
            }
            let borrowed = mention.year.map { $0...$0 }
            let days = (borrowed ?? years.lowerBound...(years.upperBound + Tuning.years)).compactMap {
                CalendarDay(year: $0, month: month, day: number)
            }
            .filter { $0.weekday == weekday }
            guard days.count == 1, best.map({ $0.span.earliest < days[0] }) ?? true else { continue }
            best = Anchor(span: DaySpan(days[0]), text: analysis.text(mention.bytes))
        }
        guard let best else { return nil }
        // Who goes on to call that day by the bare weekday writes sooner.
        let bare = weekday(best)
        let reach = bare == nil ? Tuning.weekReach : Tuning.weekdayReach
        let span = DaySpan(best.span.earliest, best.span.earliest.adding(days: reach))
        return Published(span, stated: false, because: [best.text, bare ?? String(years.upperBound)])
    }

    /// From the newest year that is named as past to the newest that is not named as coming.
    private func newestYears() -> ClosedRange<Int>? {
        let named = mentions.filter {
            $0.lender != nil || ($0[.by] == nil && $0[.dir] != "FUTURE" && $0.kind != "copyright" && $0.tense != .future)
        }
        guard let newest = named.compactMap({ $0.year }).max() else { return nil }
        return (named.filter { $0.tense == .past }.compactMap { $0.year }.max() ?? newest)...newest
    }

    /// Between the newest past that has a year and the first coming date that has one, where they are hardly a year apart.
    private func bracket() -> Published? {
        var past: Anchor?
        var ahead: Anchor?
        for mention in mentions where mention.year != nil && Self.dates.contains(mention.kind) {
            if mention[.dir] == "PAST" && mention.lender == nil { continue }
            guard let span = resolved(mention)?.span, span.dayCount <= 366 else { continue }
            let anchor = Anchor(span: span, text: analysis.text(mention.bytes))
            if mention.tense == .past || mention.stated == .past, mention[.by] == nil, past.map({ $0.span.latest < span.latest }) ?? true {
                past = anchor
            }
            if mention.tense == .future || mention[.by] != nil, ahead.map({ $0.span.earliest > span.earliest }) ?? true { ahead = anchor }
        }
        if let past, ahead == nil { ahead = coming(after: past) }
        guard let past, let ahead, past.span.latest < ahead.span.earliest,
            ahead.span.earliest.number - past.span.latest.number < Tuning.horizon + 31
        else { return nil }
        let span = DaySpan(past.span.latest.adding(days: 1), ahead.span.earliest.adding(days: -1))
        return Published(span, stated: false, because: [past.text, ahead.text])
    }

    /// Where years are borrowed: the first coming day without a year, of the year after the newest past.
    private func coming(after past: Anchor) -> Anchor? {
        guard !lenders.isEmpty else { return nil }
        var first: Anchor?
        for mention in mentions where mention.kind == "date" && mention.year == nil && (mention.tense == .future || mention[.by] != nil) {
            guard let month = mention.number(.month), let number = mention.number(.day) else { continue }
            let years = past.span.latest.year...(past.span.latest.year + 1)
            let days = years.compactMap { CalendarDay(year: $0, month: month, day: number) }
            guard let day = days.first(where: { $0 > past.span.latest }), first.map({ day < $0.span.earliest }) ?? true else { continue }
            first = Anchor(span: DaySpan(day), text: analysis.text(mention.bytes))
        }
        return first
    }

    /// A bare weekday of the past that is the newest dated day's.
    private func weekdayAgreement() -> Published? {
        guard let anchor = newest(), anchor.span.dayCount == 1, let weekday = weekday(anchor) else { return nil }
        let span = DaySpan(anchor.span.earliest, anchor.span.earliest.adding(days: Tuning.weekdayReach))
        return Published(span, stated: false, because: [anchor.text, weekday])
    }

    /// A past day without a year after the newest date with one, where a second clue agrees.
    private func yearless() -> Published? {
        guard let newest = newest(), let later = yearless(after: newest) else { return nil }
        var because = [newest.text, later.text]
        let span = bounded(DaySpan(later.span.earliest, later.span.latest.adding(days: Tuning.reach)), &because)
        return because.count > 2 ? Published(span, stated: false, because: because) : nil
    }

    private func resolved(_ mention: TimeMention) -> TimeResolution? { TimeResolver(context: TimeContext()).resolve(mention) }

    /// The newest past day or month that has its year.
    private func newest() -> Anchor? {
        let ahead = Set(mentions.filter { $0.year != nil && $0.tense == .future }.compactMap { resolved($0)?.value })
        var best: Anchor?
        for mention in mentions where mention.year != nil && Self.dates.contains(mention.kind) && mention.tense != .future {
            guard mention[.side] == nil, mention[.dir] != "FUTURE", mention[.by] == nil, let resolution = resolved(mention),
                let span = resolution.span, span.dayCount <= 31, !ahead.contains(resolution.value)
            else { continue }
            let reached = span.dayCount == 1 ? passed(mention, span) : span
            if best.map({ $0.span.earliest < reached.earliest }) ?? true {
                best = Anchor(span: reached, text: analysis.text(mention.bytes))
            }
        }
        return best
    }

    /// `Une semaine après l'accident du 3 mai` stands on the 10th.
    private func passed(_ mention: TimeMention, _ span: DaySpan) -> DaySpan {
        let offset = mentions.last {
            $0.sentence == mention.sentence && $0[.anchor] == "EVENT" && $0[.side] == "AFTER"
                && $0.bytes.upperBound <= mention.bytes.lowerBound
        }
        guard let offset, let unit = offset[.unit], ["D", "W"].contains(unit),
            let amount = TimeResolver.amount(offset).flatMap({ Double($0) })
        else { return span }
        return TimeResolver.moved(span.latest, amount, unit).span ?? span
    }

    /// A past day without a year, soon after the newest dated one: of the year that its sentence names, else the first after. Who leaves the
    /// year out writes within the year.
    private func yearless(after anchor: Anchor) -> Anchor? {
        var best: Anchor?
        for mention in mentions where mention.kind == "date" && mention.year == nil && mention.tense != .future && mention[.dir] == nil {
            guard let month = mention.number(.month), let number = mention.number(.day) else { continue }
            let shared = mentions.first { $0.sentence == mention.sentence && $0.year != nil }?.year
            let years = shared.map { [$0] } ?? [anchor.span.earliest.year, anchor.span.earliest.year + 1]
            let limit = anchor.span.latest.adding(days: shared == nil ? Tuning.yearlessReach : Tuning.horizon * 2)
            let weekday = mention.number(.weekday)
            let days = years.compactMap { CalendarDay(year: $0, month: month, day: number) }
                .filter { $0 > anchor.span.earliest && $0 <= limit && (weekday == nil || weekday == $0.weekday) }
            guard let day = days.first, best.map({ $0.span.earliest < day }) ?? true else { continue }
            best = Anchor(span: DaySpan(day), text: analysis.text(mention.bytes))
        }
        return best
    }

    /// A bare weekday of the past that is the newest event's.
    private func weekday(_ anchor: Anchor) -> String? {
        guard anchor.span.dayCount == 1 else { return nil }
        let mention = mentions.first {
            $0.kind == "weekday" && $0.tense != .future && $0[.dir] == nil && $0.number(.weekday) == anchor.span.earliest.weekday
        }
        return mention.map { analysis.text($0.bytes) }
    }

    /// Narrowed by `mars dernier` and by dates still ahead; widened to the end of a year that is named as going to end.
    private func bounded(_ span: DaySpan, _ because: inout [String]) -> DaySpan {
        var span = span
        for mention in mentions where mention.kind == "date" && mention.year == nil && mention[.day] == nil && mention[.dir] == "PAST" {
            guard let month = mention.number(.month) else { continue }
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
            let isAhead = mention.tense == .future || mention[.by] != nil
            let isEnding = mention.tense == .unknown && mention[.mod] == "END" && mention[.month] == nil
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
