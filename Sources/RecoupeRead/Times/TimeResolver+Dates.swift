// Dates with a place in the calendar: written out, in digits, by weekday, by season, by quarter, by feast. What the words leave out is the
// nearest that the tense allows.
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeText

extension TimeResolver {
    private enum Tuning {
        /// Where no tense decides, a coming date must be so many times nearer than a past one; tuned on French news of 2019 to 2021.
        static let futureWeight = 3
        /// A day against the tense must be so many times nearer; a month or season still more.
        static let againstTense = 6
        static let againstTenseOfMonths = 12
        /// Cost, in days, of taking a month that is not over for a past one.
        static let holdsToday = 330
    }

    // MARK: dates written out

    func date(_ mention: TimeMention) -> TimeResolution? {
        guard mention[.month] != nil || mention[.day] != nil else {
            guard let year = mention.year, (1...2199).contains(year) else { return nil }
            return modified(TimeResolution(value: padded(year, 4)), mention)
        }
        if mention[.month] == nil { return dayOnly(mention) }
        guard let month = mention.number(.month) else { return nil }
        guard let day = mention.number(.day) else { return monthOnly(month, mention) }
        return dayAndMonth(day, month, mention).map { withTime($0, mention) }
    }

    private func monthOnly(_ month: Int, _ mention: TimeMention) -> TimeResolution? {
        let value = { (year: Int) in "\(padded(year, 4))-\(padded(month, 2))" }
        if let year = yearOfRange(month, mention) { return modified(TimeResolution(value: value(year)), mention) }
        if let year = mention.year { return modified(TimeResolution(value: value(year)), mention) }
        guard let year = year(mention, isDay: false, span: { DaySpan(timex: value($0)) }) else {
            return TimeResolution(value: "XXXX-\(padded(month, 2))", mod: mention[.mod].flatMap { Time.Modifier(rawValue: $0) })
        }
        return modified(TimeResolution(value: value(year)), mention)
    }

    /// `from November to February 2018` begins in the year before its end.
    private func yearOfRange(_ month: Int, _ mention: TimeMention) -> Int? {
        guard let upto = mention.number(.upto) else { return nil }
        let span = { (year: Int) in DaySpan(timex: "\(padded(year, 4))-\(padded(upto, 2))") }
        guard let end = mention.year ?? year(mention, isDay: false, span: span) else { return nil }
        return month <= upto ? end : end - 1
    }

    private func dayAndMonth(_ day: Int, _ month: Int, _ mention: TimeMention) -> TimeResolution? {
        let span = { (year: Int) in CalendarDay(year: year, month: month, day: day).map { DaySpan($0) } }
        if let year = mention.year {
            guard let day = span(year)?.earliest else { return nil }
            return checked(TimeResolution(day), mention, day)
        }
        if let weekday = mention.number(.weekday), let year = yearByWeekday(weekday, mention, span), let day = span(year)?.earliest {
            return checked(TimeResolution(day), mention, day)
        }
        guard let year = year(mention, isDay: true, span: span), let found = span(year)?.earliest else {
            return (1...31).contains(day) ? TimeResolution(value: "XXXX-\(padded(month, 2))-\(padded(day, 2))") : nil
        }
        return checked(TimeResolution(found), mention, found)
    }

    /// Adds a warning where the weekday is not that of the date.
    private func checked(_ resolution: TimeResolution, _ mention: TimeMention, _ day: CalendarDay) -> TimeResolution {
        guard let weekday = mention.number(.weekday), weekday != day.weekday else { return resolution }
        var out = resolution
        out.warnings = [
            Warning(
                code: "read.time.weekday", message: "\(day) is not the weekday that the words name",
                remedy: "check the date against another report"
            )
        ]
        return out
    }

    /// The year nearest to today in which the date has the weekday.
    private func yearByWeekday(_ weekday: Int, _ mention: TimeMention, _ span: (Int) -> DaySpan?) -> Int? {
        guard let today else { return nil }
        let years = (today.year - 2)...(today.year + 2)
        let fitting = years.filter { span($0)?.earliest.weekday == weekday }
        return fitting.min { a, b in
            guard let a = span(a), let b = span(b) else { return false }
            return abs(a.earliest.number - today.number) < abs(b.earliest.number - today.number)
        }
    }

    /// A day of a month that another date names, or the nearest one.
    private func dayOnly(_ mention: TimeMention) -> TimeResolution? {
        guard let number = mention.number(.day), (1...31).contains(number) else { return nil }
        guard let today else { return TimeResolution(value: "XXXX-XX-\(padded(number, 2))") }
        let first = CalendarDay(number: today.number - today.day + 1)
        if let shift = mention.number(.monthshift) {
            let month = first.adding(months: shift)
            return CalendarDay(year: month.year, month: month.month, day: number).map { TimeResolution($0) }
        }
        let weekday = mention.number(.weekday)
        let fitting = { (reach: Int) in
            (-reach...reach).compactMap { shift -> CalendarDay? in
                let month = first.adding(months: shift)
                return CalendarDay(year: month.year, month: month.month, day: number)
            }
            .filter { weekday == nil || weekday == $0.weekday }
        }
        let near = fitting(2)
        let days = near.isEmpty ? fitting(12) : near
        // A weekday that fits but one month outweighs the tense.
        let found = nearest(days, today, mention) ?? days.min { abs($0.number - today.number) < abs($1.number - today.number) }
        return found.map { withTime(TimeResolution($0), mention) }
    }

    func numeric(_ mention: TimeMention) -> TimeResolution? {
        let values = (mention[.value] ?? "").split(separator: "|").map { String($0) }
        guard let value = values.first, let day = CalendarDay(iso: value) else { return nil }
        var out = checked(TimeResolution(day), mention, day)
        out.also = Array(values.dropFirst())
        return withTime(out, mention)
    }

    /// `22/04`, read as month and day before.
    func dayMonth(_ mention: TimeMention) -> TimeResolution? {
        let parts = (mention[.value] ?? "").split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        return dayAndMonth(parts[1], parts[0], mention).map { withTime($0, mention) }
    }

    // MARK: weekdays

    func weekday(_ mention: TimeMention) -> TimeResolution? {
        guard let weekday = mention.number(.weekday), (1...7).contains(weekday) else { return nil }
        if let shift = mention.number(.week), let today {
            let monday = today.adding(days: 7 * shift + 1 - today.weekday)
            return modified(withTime(TimeResolution(monday.adding(days: weekday - 1)), mention), mention)
        }
        if let shift = mention.number(.told), let told = context.told?.span.latest {
            return withTime(TimeResolution(Self.step(told, weekday, shift)), mention)
        }
        let sign = mention.direction == .future ? "+" : "-"
        guard let today else {
            return withTime(TimeResolution(value: "XXXX-WXX-\(weekday)", formula: "WEEKDAY\(sign)\(weekday)"), mention)
        }
        let days = (-7...7).map { today.adding(days: $0) }.filter { $0.weekday == weekday }
        guard let day = nearest(days, today, mention, isWeekday: true) else { return nil }
        var out = TimeResolution(day)
        if let other = ofWeek(weekday, today, mention), other != day { out.also = [other.description] }
        return modified(withTime(out, mention), mention)
    }

    /// What `next Wednesday` means where it is that of the next calendar week, not the nearest to come; likewise `last`.
    private func ofWeek(_ weekday: Int, _ today: CalendarDay, _ mention: TimeMention) -> CalendarDay? {
        guard let stated = mention.stated else { return nil }
        return today.adding(days: (stated == .future ? 7 : -7) + weekday - today.weekday)
    }

    /// The next or the last such weekday after or before a day.
    private static func step(_ day: CalendarDay, _ weekday: Int, _ direction: Int) -> CalendarDay {
        var out = day.adding(days: direction)
        while out.weekday != weekday { out = out.adding(days: direction) }
        return out
    }

    /// Of some days the nearest that the direction allows. Stated words (`lundi dernier`) exclude today, tense does not. A weekday of which
    /// nothing says where it lies, no verb of the present either, is one to come only where that is much nearer: reports tell what has
    /// happened.
    private func nearest(_ days: [CalendarDay], _ today: CalendarDay, _ mention: TimeMention, isWeekday: Bool = false) -> CalendarDay? {
        let allowed = days.filter { day in
            switch mention.direction {
            case .past: mention.stated == nil ? day <= today : day < today
            case .future: mention.stated == nil ? day >= today : day > today
            case .unknown: true
            }
        }
        let isTold = isWeekday && mention.direction == .unknown && mention[.near] == nil && mention[.this] == nil && !mention.isPresent
        let weight = isTold ? Tuning.futureWeight : 1
        func cost(_ day: CalendarDay) -> Int { day > today ? weight * (day.number - today.number) : today.number - day.number }
        return allowed.min { (cost($0), $0.number) < (cost($1), $1.number) }
    }

    // MARK: seasons, quarters, halves

    func season(_ mention: TimeMention) -> TimeResolution? {
        guard let season = mention[.season] else { return nil }
        let value = { (year: Int) in "\(padded(year, 4))-\(season)" }
        if let year = mention.year { return modified(TimeResolution(value: value(year)), mention) }
        guard let year = year(mention, isDay: false, span: { DaySpan(timex: value($0)) }) else {
            return TimeResolution(value: "XXXX-\(season)")
        }
        return modified(TimeResolution(value: value(year)), mention)
    }

    /// A quarter or half by its number; without a year that of the sentence, of the story, or the last one ended.
    func period(_ mention: TimeMention) -> TimeResolution? {
        guard let number = mention.number(.index), let unit = mention[.unit], number >= 1, number <= (unit == "Q" ? 4 : 2) else {
            return nil
        }
        let letter = unit == "Q" ? "Q" : "H"
        let value = { (year: Int) in "\(padded(year, 4))-\(letter)\(number)" }
        let named =
            mention.year ?? context.sentenceYear
            ?? context.lastYear.flatMap { year in
                today.map { abs($0.year - year) <= 1 } ?? true ? year : nil
            }
        if let year = named { return modified(TimeResolution(value: value(year)), mention) }
        guard let year = year(mention, isDay: false, span: { DaySpan(timex: value($0)) }) else {
            return TimeResolution(value: "XXXX-\(letter)\(number)")
        }
        return modified(TimeResolution(value: value(year)), mention)
    }

    /// The first or last months (or weeks) of a year: a half or quarter where they are one, else the year with the days of those months.
    func months(_ mention: TimeMention) -> TimeResolution? {
        guard let count = mention.number(.n), (1...52).contains(count) else { return nil }
        guard let year = mention.year ?? relativeYear(mention) ?? context.sentenceYear ?? today?.year else { return nil }
        let isFirst = mention[.which] != "LAST"
        if mention[.unit] == "W" { return weeks(count, year, isFirst: isFirst) }
        guard count < 12 else { return nil }
        if count == 6 { return TimeResolution(value: "\(padded(year, 4))-\(isFirst ? "H1" : "H2")") }
        if count == 3 { return TimeResolution(value: "\(padded(year, 4))-\(isFirst ? "Q1" : "Q4")") }
        let first = isFirst ? 1 : 13 - count
        guard let start = CalendarDay(year: year, month: first, day: 1) else { return nil }
        return TimeResolution(value: padded(year, 4), span: DaySpan(start, start.adding(months: count).adding(days: -1)))
    }

    private func weeks(_ count: Int, _ year: Int, isFirst: Bool) -> TimeResolution? {
        let first = CalendarDay.monday(ofWeek: 1, in: year)
        let start = isFirst ? first : CalendarDay.monday(ofWeek: 1, in: year + 1).adding(days: -7 * count)
        return TimeResolution(value: padded(year, 4), span: DaySpan(start, start.adding(days: 7 * count - 1)))
    }

    /// A week by its number in a year or a month, first or last: of a month those that have most of their days in it.
    func weekIn(_ mention: TimeMention) -> TimeResolution? {
        let isLast = mention[.which] == "LAST"
        guard let index = isLast ? 1 : mention.number(.index), (1...53).contains(index) else { return nil }
        guard let month = mention.number(.month) else {
            guard let year = mention.year ?? relativeYear(mention) ?? today?.year else { return nil }
            let monday =
                isLast
                ? CalendarDay.monday(ofWeek: 1, in: year + 1).adding(days: -7)
                : CalendarDay.monday(ofWeek: index, in: year)
            return week(monday)
        }
        guard index <= 5,
            let year = mention.year ?? year(mention, isDay: false, span: { DaySpan(timex: "\(padded($0, 4))-\(padded(month, 2))") }),
            let start = CalendarDay(year: year, month: month, day: 4)
        else { return nil }
        return week(isLast ? start.adding(months: 1).adding(days: -7) : start.adding(days: 7 * (index - 1)))
    }

    private func week(_ day: CalendarDay) -> TimeResolution {
        let week = day.isoWeek
        return TimeResolution(value: "\(padded(week.year, 4))-W\(padded(week.week, 2))")
    }

    /// `the third month of 2021`.
    func monthIn(_ mention: TimeMention) -> TimeResolution? {
        guard let month = mention.number(.index), (1...12).contains(month), let year = mention.year ?? relativeYear(mention) ?? today?.year
        else { return nil }
        return TimeResolution(value: "\(padded(year, 4))-\(padded(month, 2))")
    }

    private func relativeYear(_ mention: TimeMention) -> Int? {
        guard let shift = mention.number(.yearshift), let today else { return nil }
        return today.year + shift
    }

    // MARK: feasts and weeks

    func holiday(_ mention: TimeMention) -> TimeResolution? {
        guard let code = mention[.holiday] else { return nil }
        let day = { (year: Int) in Self.feast(code, year) }
        let value = { (day: CalendarDay) in
            mention[.unit] == "WE" ? Self.weekend(of: day) : withTime(TimeResolution(day), mention)
        }
        if let year = mention.year { return day(year).map(value) }
        guard let year = year(mention, isDay: true, span: { day($0).map { DaySpan($0) } }) else {
            let isFixed = !code.hasPrefix("E") && !code.hasPrefix("N") && mention[.unit] == nil
            return isFixed ? TimeResolution(value: "XXXX-\(code)") : nil
        }
        return day(year).map(value)
    }

    /// A fixed day (`12-25`), a weekday of a month (`N09-1-1`, the first Monday of September; `N05-1-0`, the last of May), or one counted from Easter (`E+39`), which is found as J. Meeus gives it (*Astronomical Algorithms*, ch. 8).
    static func feast(_ code: String, _ year: Int) -> CalendarDay? {
        if code.hasPrefix("N") { return weekdayOfMonth(code.dropFirst().split(separator: "-").compactMap { Int($0) }, year) }
        guard code.hasPrefix("E") else { return CalendarDay(iso: "\(padded(year, 4))-\(code)") }
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        let easter = CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)
        return easter?.adding(days: Int(code.dropFirst()) ?? 0)
    }

    /// The weekday of a month that three numbers name: month, weekday, which of them (0 for the last).
    private static func weekdayOfMonth(_ parts: [Int], _ year: Int) -> CalendarDay? {
        guard parts.count == 3, let first = CalendarDay(year: year, month: parts[0], day: 1), (1...7).contains(parts[1]) else { return nil }
        let start = parts[2] == 0 ? first.adding(months: 1).adding(days: -7) : first.adding(days: 7 * (parts[2] - 1))
        return start.adding(days: (parts[1] - start.weekday + 7) % 7)
    }

    /// The weekend of a feast: that before a Monday or Tuesday, else that of its week.
    private static func weekend(of day: CalendarDay) -> TimeResolution {
        let week = (day.weekday <= 2 ? day.adding(days: -7) : day).isoWeek
        return TimeResolution(value: "\(padded(week.year, 4))-W\(padded(week.week, 2))-WE")
    }

    /// The ISO week that holds a date.
    func weekOf(_ mention: TimeMention) -> TimeResolution? {
        guard let day = date(mention)?.span?.earliest else { return nil }
        let week = day.isoWeek
        return TimeResolution(value: "\(padded(week.year, 4))-W\(padded(week.week, 2))")
    }

    // MARK: the year left out

    /// The year that words without one mean: the latest ended for the past, the next for the future, else the nearest.
    func year(_ mention: TimeMention, isDay: Bool, span: (Int) -> DaySpan?) -> Int? {
        if let shift = mention.number(.yearshift), let today { return today.year + shift }
        guard let today else { return context.sentenceYear ?? context.monthYear }
        if mention[.this] != nil { return current(today, span) }
        let years = ((today.year - 2)...(today.year + 2)).filter { span($0) != nil }
        guard mention.stated != nil else { return weighed(years, today, mention, isDay: isDay, span) }
        return mention.stated == .past
            ? years.last { span($0).map { isDay ? $0.earliest < today : $0.latest < today } ?? false }
            : years.first { span($0).map { $0.earliest > today } ?? false }
    }

    /// The nearest year, where what lies against the tense counts for farther. A month or season that holds today is none of the past, unless
    /// it is said to have begun.
    private func weighed(_ years: [Int], _ today: CalendarDay, _ mention: TimeMention, isDay: Bool, _ span: (Int) -> DaySpan?) -> Int? {
        years.min { a, b in
            guard let left = span(a), let right = span(b) else { return false }
            return (cost(left, today, mention, isDay), a) < (cost(right, today, mention, isDay), b)
        }
    }

    /// Days from today, weighed by what the tense says.
    private func cost(_ span: DaySpan, _ today: CalendarDay, _ mention: TimeMention, _ isDay: Bool) -> Int {
        if span.contains(today) {
            return mention.direction == .past && !isDay && mention[.since] == nil ? Tuning.holdsToday : 0
        }
        let isAhead = span.earliest > today
        let days = isAhead ? span.earliest.number - today.number : today.number - span.latest.number
        switch mention.direction {
        case .past:
            let isNarrow = isDay || mention[.mod] != nil
            return isAhead ? days * (isNarrow ? Tuning.againstTense : Tuning.againstTenseOfMonths) : days
        case .future: return isAhead ? days : days * Tuning.againstTense
        case .unknown: return isAhead ? days * Tuning.futureWeight : days
        }
    }

    private func nearestYear(_ years: [Int], _ today: CalendarDay, _ span: (Int) -> DaySpan?) -> Int? {
        years.min { a, b in
            guard let a = span(a), let b = span(b) else { return false }
            return (Self.distance(a, today), a.earliest.number) < (Self.distance(b, today), b.earliest.number)
        }
    }

    /// The occurrence that holds today, else the nearest.
    private func current(_ today: CalendarDay, _ span: (Int) -> DaySpan?) -> Int? {
        nearestYear(Array((today.year - 1)...(today.year + 1)), today, span)
    }

    private static func distance(_ span: DaySpan, _ day: CalendarDay) -> Int {
        if span.contains(day) { return 0 }
        let days = min(abs(span.earliest.number - day.number), abs(span.latest.number - day.number))
        return span.earliest > day ? days * Tuning.futureWeight : days
    }
}
