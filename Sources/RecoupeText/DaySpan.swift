// What a source allows of a date: the first and the last day that it may mean.

/// A span of calendar days, both ends included; `earliest` is never after `latest`.
public struct DaySpan: Sendable, Hashable, Codable {
    public let earliest: CalendarDay
    public let latest: CalendarDay

    /// The span between two days, in whichever order they come.
    public init(_ a: CalendarDay, _ b: CalendarDay) {
        earliest = min(a, b)
        latest = max(a, b)
    }

    public init(_ day: CalendarDay) { self.init(day, day) }

    /// How many days the span holds, at least 1.
    public var dayCount: Int { latest.number - earliest.number + 1 }

    public func meets(_ other: DaySpan) -> Bool { earliest <= other.latest && other.earliest <= latest }

    public func contains(_ other: DaySpan) -> Bool { earliest <= other.earliest && other.latest <= latest }

    public func contains(_ day: CalendarDay) -> Bool { earliest <= day && day <= latest }

    /// The days that both allow, or nothing.
    public func intersection(_ other: DaySpan) -> DaySpan? {
        meets(other) ? DaySpan(max(earliest, other.earliest), min(latest, other.latest)) : nil
    }

    /// The days of a TIMEX3 date value: day, month, ISO week, quarter, half, season or year; nothing for what is no calendar date.
    public init?(timex value: String) {
        if value.utf8.count == 10, let day = CalendarDay(iso: value) {
            self.init(day)
            return
        }
        if let span = Self.yearOrMonth(value) {
            self = span
            return
        }
        let parts = value.split(separator: "-", maxSplits: 2).map { String($0) }
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first), year > 0 else { return nil }
        guard parts.count > 1 else {
            self = Self.months(year, 1, 12)
            return
        }
        let second = parts[1]
        if parts.count == 3, let day = CalendarDay(iso: value.prefix(10)) {
            self.init(day)
        } else if let month = Int(second), second.utf8.count == 2, (1...12).contains(month), parts.count == 2 {
            self = Self.months(year, month, month)
        } else if second.hasPrefix("W"), let week = Int(second.dropFirst()), (1...53).contains(week) {
            let monday = CalendarDay.monday(ofWeek: week, in: year)
            let weekend = parts.count == 3 && parts[2] == "WE"
            self.init(weekend ? monday.adding(days: 5) : monday, monday.adding(days: 6))
        } else if second.hasPrefix("Q"), let quarter = Int(second.dropFirst()), (1...4).contains(quarter) {
            self = Self.months(year, 3 * quarter - 2, 3 * quarter)
        } else if second == "H1" || second == "H2" {
            self = second == "H1" ? Self.months(year, 1, 6) : Self.months(year, 7, 12)
        } else if let season = Self.season(second, year) {
            self = season
        } else {
            return nil
        }
    }

    /// `2020` and `2020-01`, which most values are.
    private static func yearOrMonth(_ value: String) -> DaySpan? {
        guard value.utf8.count == 4 || value.utf8.count == 7 else { return nil }
        var (digits, place) = (0, 0)
        for byte in value.utf8 {
            if place == 4 {
                guard byte == 0x2D else { return nil }
            } else {
                guard (0x30...0x39).contains(byte) else { return nil }
                digits = digits * 10 + Int(byte & 15)
            }
            place += 1
        }
        guard place == 7 else { return digits > 0 ? months(digits, 1, 12) : nil }
        let (year, month) = (digits / 100, digits % 100)
        return year > 0 && (1...12).contains(month) ? months(year, month, month) : nil
    }

    private static func months(_ year: Int, _ first: Int, _ last: Int) -> DaySpan {
        let start = CalendarDay(number: CalendarDay(year: year, month: first, day: 1)?.number ?? 0)
        return DaySpan(start, start.adding(months: last - first + 1).adding(days: -1))
    }

    /// Seasons of the northern hemisphere by whole months, as news writes of them.
    private static func season(_ code: String, _ year: Int) -> DaySpan? {
        switch code {
        case "SP": months(year, 3, 5)
        case "SU": months(year, 6, 8)
        case "FA": months(year, 9, 11)
        case "WI":
            CalendarDay(year: year, month: 12, day: 1).map { DaySpan($0, $0.adding(months: 3).adding(days: -1)) }
        default: nil
        }
    }
}

extension CalendarDay {
    /// Monday of an ISO 8601 week.
    public static func monday(ofWeek week: Int, in year: Int) -> CalendarDay {
        let fourth = CalendarDay(number: (CalendarDay(year: year, month: 1, day: 4)?.number ?? 0))
        return fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1))
    }

    /// The ISO 8601 week that holds the day, with the year the week belongs to.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = adding(days: 4 - weekday)
        let first = CalendarDay.monday(ofWeek: 1, in: thursday.year)
        return (thursday.year, (thursday.number - first.number) / 7 + 1)
    }
}
