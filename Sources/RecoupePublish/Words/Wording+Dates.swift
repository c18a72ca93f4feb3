// Dates in words, never surer than the source: a value of TIMEX3 (ISO 24617-1) is said as precisely as it is written, and a span that
// is wider or narrower than its value is said as a span.
package import RecoupeModel
package import RecoupeText

extension Wording {
    /// A date with all that is known of it; `date.none` where nothing is.
    package func date(_ when: When?) -> String {
        let (said, span) = saidAndSpan(when)
        return span.map { self("date.with_span", ["when": said, "span": $0]) } ?? said
    }

    /// A date as it is said, and the days that it may mean where these are others than the words name.
    func saidAndSpan(_ when: When?) -> (String, String?) {
        guard let when, when.value != nil || when.span != nil else { return (self("date.none"), nil) }
        guard let value = when.value else { return (when.span.map { days($0) } ?? self("date.none"), nil) }
        guard let span = when.span else { return (date(timex: value), nil) }
        guard let own = DaySpan(timex: value) else { return (date(timex: value), days(span)) }
        if own == span { return (date(timex: value), nil) }
        if let part = part(span, of: own, value) { return (part, days(span)) }
        return (span.contains(own) ? self("date.about", ["when": date(timex: value)]) : date(timex: value), days(span))
    }

    /// Beginning, middle or end of a month or year, where the span lies there.
    private func part(_ span: DaySpan, of own: DaySpan, _ value: String) -> String? {
        guard own.contains(span), own.dayCount >= 28, !value.contains("T") else { return nil }
        let before = span.earliest.number - own.earliest.number
        let after = own.latest.number - span.latest.number
        let isHalf = span.dayCount <= own.dayCount / 2 + 1
        let isInside = before >= own.dayCount / 5 && after >= own.dayCount / 5
        let name = before == 0 && isHalf ? "date.early" : after == 0 && isHalf ? "date.late" : isInside ? "date.middle" : nil
        return name.map { self($0, ["when": date(timex: value)]) }
    }

    /// A span of days: one day, a whole month or year, or the two days between which it lies.
    package func days(_ span: DaySpan) -> String {
        let (a, b) = (span.earliest, span.latest)
        if a == b { return day(a) }
        let month = "\(padded(a.year, 4))-\(padded(a.month, 2))"
        for value in [month, padded(a.year, 4)] where DaySpan(timex: value) == span { return date(timex: value) }
        let first = a.year != b.year ? day(a) : a.month != b.month ? dayAndMonth(a) : self("date.\(numeral(a))", slots(a))
        return self("date.between", ["a": first, "b": day(b)])
    }

    /// A TIMEX3 value in words; the value itself where it is of a kind that has no words here. Two values parted by `/` are a span.
    package func date(timex value: String) -> String {
        let ends = value.split(separator: "/").map { String($0) }
        if ends.count == 2, let a = CalendarDay(iso: ends[0]), let b = CalendarDay(iso: ends[1]) { return days(DaySpan(a, b)) }
        if let word = known("date", value) { return word }
        if let day = CalendarDay(iso: value) { return withClock(self.day(day), value) }
        let parts = value.split(separator: "-", maxSplits: 2).map { String($0) }
        guard let year = parts.first, year.utf8.count == 4, Int(year) != nil else { return value }
        guard parts.count > 1 else { return self("date.year", ["year": year]) }
        if parts.count == 2, let month = Int(parts[1]), (1...12).contains(month) {
            return self("date.month_year", ["month": self("date.month.\(month)"), "year": year])
        }
        if parts[1].hasPrefix("W"), let span = DaySpan(timex: value) {
            return self(parts.count == 3 ? "date.weekend" : "date.week", ["span": days(span)])
        }
        return known("date.part", parts[1]).map { self("date.of_year", ["part": $0, "year": year]) } ?? value
    }

    /// The hour or part of the day that follows `T`.
    private func withClock(_ day: String, _ value: String) -> String {
        guard let mark = value.firstIndex(of: "T") else { return day }
        let clock = String(value[value.index(after: mark)...])
        if let part = known("date.part", clock) { return self("date.part_of_day", ["day": day, "part": part]) }
        return clock.isEmpty ? day : self("date.at", ["day": day, "time": clock])
    }

    /// A day with month and year.
    package func day(_ day: CalendarDay) -> String {
        self("date.day", ["day": self("date.\(numeral(day))", slots(day)), "month": month(day), "year": String(day.year)])
    }

    private func dayAndMonth(_ day: CalendarDay) -> String {
        self("date.day_month", ["day": self("date.\(numeral(day))", slots(day)), "month": month(day)])
    }

    private func numeral(_ day: CalendarDay) -> String { day.day == 1 ? "first" : "numeral" }

    private func slots(_ day: CalendarDay) -> [String: String] { ["day": String(day.day)] }

    private func month(_ day: CalendarDay) -> String { self("date.month.\(day.month)") }
}
