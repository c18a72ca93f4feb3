// A mention and its context come in, a TIMEX3 value goes out (ISO 24617-1). Pure arithmetic over calendar days: what counts as past or
// coming is the clause's tense, what counts as now is the day of writing.
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeText

/// Turns mentions into values, for one day of writing.
struct TimeResolver {
    let context: TimeContext

    /// The value of a mention, or nothing where its parts make none.
    func resolve(_ mention: TimeMention) -> TimeResolution? {
        switch mention.kind {
        case "date": date(mention)
        case "numeric": numeric(mention)
        case "daymonth": dayMonth(mention)
        case "weekday": weekday(mention)
        case "relative": relative(mention)
        case "offset": offset(mention)
        case "season": season(mention)
        case "period": period(mention)
        case "months": months(mention)
        case "decade": decade(mention)
        case "century": century(mention)
        case "holiday": holiday(mention)
        case "weekof": weekOf(mention)
        case "weekin": weekIn(mention)
        case "monthin": monthIn(mention)
        case "part", "clock": ofDay(mention)
        case "duration": duration(mention)
        case "set": set(mention)
        case "ref": mention[.value].map { TimeResolution(value: $0) }
        default: nil
        }
    }

    var today: CalendarDay? { context.today }

    // MARK: parts of the day

    /// Adds a part or time of day to a day.
    func withTime(_ resolution: TimeResolution, _ mention: TimeMention) -> TimeResolution {
        guard resolution.span?.dayCount == 1 || resolution.value.contains("X"), resolution.value.utf8.count >= 10 else { return resolution }
        guard let suffix = Self.timeSuffix(mention) else { return resolution }
        var out = resolution
        out.value += suffix
        out.also = resolution.also.map { $0 + suffix } + [resolution.value]
        if suffix.contains(":") { out.kind = .time }
        return out
    }

    /// `TEV`, `T14:00`; nothing where the mention names no time of day.
    static func timeSuffix(_ mention: TimeMention) -> String? {
        let half = mention[.halfDay] ?? mention[.part]
        if let clock = mention[.clock] { return "T" + shifted(clock, half) }
        if let hour = mention.number(.hour) {
            let away = (mention.number(.past) ?? mention.number(.minute) ?? 0) - (mention.number(.minus) ?? 0)
            let minutes = (hour * 60 + away + 1440) % 1440
            return "T" + shifted("\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))", half)
        }
        return mention[.part].map { "T" + $0 }
    }

    /// A time of twelve hours with its half of the day.
    private static func shifted(_ clock: String, _ half: String?) -> String {
        guard let half, let hour = Int(clock.prefix(2)), clock.utf8.count >= 5 else { return clock }
        let isLate = half == "PM" || half == "EV" || half == "AF" || (half == "NI" && hour >= 6)
        if half == "NI", hour == 12 { return "00" + clock.dropFirst(2) }
        if isLate, hour < 12 { return padded(hour + 12, 2) + clock.dropFirst(2) }
        if half == "AM", hour == 12 { return "00" + clock.dropFirst(2) }
        return clock
    }

    /// A part or time of a day that another word names: that of the sentence, the story's, or today.
    private func ofDay(_ mention: TimeMention) -> TimeResolution? {
        guard let suffix = Self.timeSuffix(mention) else { return nil }
        let kind: Time.Kind = suffix.contains(":") ? .time : .date
        let day: CalendarDay?
        if mention[.anchor] == "PUBLISHED" {
            day = today
        } else {
            day = context.sentenceDay?.span.earliest ?? (context.told?.isDay == true ? context.told?.span.earliest : nil) ?? today
        }
        guard let day else { return TimeResolution(kind: .time, value: suffix) }
        var out = TimeResolution(kind: kind, value: day.description + suffix)
        out.also = [day.description]
        return out
    }

    // MARK: decades and centuries

    private func decade(_ mention: TimeMention) -> TimeResolution? {
        guard var year = mention.number(.year) ?? mention.number(.shortyear) else { return nil }
        if year < 100 { year += year < 30 ? 2000 : 1900 }
        let first = year / 10 * 10
        guard let start = CalendarDay(year: first, month: 1, day: 1), let end = CalendarDay(year: first + 9, month: 12, day: 31) else {
            return nil
        }
        return modified(TimeResolution(value: String(first / 10), span: DaySpan(start, end)), mention)
    }

    private func century(_ mention: TimeMention) -> TimeResolution? {
        guard let number = mention.number(.century), (1...30).contains(number) else { return nil }
        let first = max(1, (number - 1) * 100)
        guard let start = CalendarDay(year: first, month: 1, day: 1),
            let end = CalendarDay(year: (number - 1) * 100 + 99, month: 12, day: 31)
        else { return nil }
        return modified(TimeResolution(value: padded(number - 1, 2), span: DaySpan(start, end)), mention)
    }

    // MARK: amounts

    private func duration(_ mention: TimeMention) -> TimeResolution? {
        guard let unit = mention[.unit], let amount = Self.amount(mention) else { return nil }
        let added = mention[.unit2].flatMap { other in mention[.m].map { Self.timex($0, other) } } ?? ""
        var out = TimeResolution(
            kind: .duration, value: Self.joined(Self.timex(amount, unit), added),
            mod: mention[.mod].flatMap { Time.Modifier(rawValue: $0) })
        out.span = mention[.side].flatMap { side in Double(amount).flatMap { stretch($0, unit, side) } }
        if let upper = mention[.n2] { out.also = [Self.timex(upper, unit)] }
        return out
    }

    /// `PT1H` and `PT30M` as one.
    private static func joined(_ first: String, _ second: String) -> String {
        guard !second.isEmpty else { return first }
        return first + (first.hasPrefix("PT") && second.hasPrefix("PT") ? second.dropFirst(2) : second.dropFirst(1))
    }

    /// The days of `les trois prochaines semaines` and `the past two quarters`: from tomorrow or up to yesterday; quarters and what is
    /// longer than a year are whole ones.
    private func stretch(_ amount: Double, _ unit: String, _ side: String) -> DaySpan? {
        guard let today, amount > 0, amount < 10_000 else { return nil }
        if ["Q", "H6", "DE"].contains(unit), side != "WITHIN" {
            let count = Int(amount)
            let ends = side == "AFTER" ? (1, count) : (-count, -1)
            guard let first = Self.period(unit, today, ends.0)?.span, let last = Self.period(unit, today, ends.1)?.span else { return nil }
            return DaySpan(first.earliest, last.latest)
        }
        guard let other = Self.day(today, side == "BEFORE" ? -amount : amount, unit) else { return nil }
        switch side {
        case "AFTER": return DaySpan(min(today.adding(days: 1), other), other)
        case "BEFORE": return DaySpan(other, max(other, today.adding(days: -1)))
        default: return DaySpan(today, max(today, other.adding(days: -1)))
        }
    }

    /// A day so many units from another, to the day.
    static func day(_ day: CalendarDay, _ amount: Double, _ unit: String) -> CalendarDay? {
        switch unit {
        case "D": day.adding(days: Int(amount))
        case "W": day.adding(days: Int((amount * 7).rounded()))
        case "F": day.adding(days: Int((amount * 14).rounded()))
        case "M": day.adding(months: Int(amount))
        case "Y": day.adding(months: Int((amount * 12).rounded()))
        case "H", "MIN", "S": day
        default: nil
        }
    }

    private func set(_ mention: TimeMention) -> TimeResolution? {
        let suffix = Self.timeSuffix(mention)
        if let weekday = mention.number(.weekday) {
            return TimeResolution(kind: .set, value: "XXXX-WXX-\(weekday)" + (suffix ?? ""))
        }
        if let suffix { return TimeResolution(kind: .set, value: suffix) }
        if let value = mention[.value] { return TimeResolution(kind: .set, value: value) }
        guard let unit = mention[.unit] else { return nil }
        return TimeResolution(kind: .set, value: Self.timex(Self.amount(mention) ?? "1", unit))
    }

    /// How many units: the number, with a half where one is said.
    static func amount(_ mention: TimeMention) -> String? {
        guard let text = mention[.n] else { return mention[.half] }
        guard let half = mention[.half].flatMap({ Double($0) }), let number = Double(text) else { return text }
        return Numeral.text(number + half)
    }

    /// `P2W`, `PT3H`, `PXD`.
    static func timex(_ amount: String, _ unit: String) -> String {
        switch unit {
        case "H", "S": "PT\(amount)\(unit)"
        case "MIN": "PT\(amount)M"
        case "H6": Double(amount).map { "P\(Numeral.text($0 * 6))M" } ?? "PXM"
        case "Q": Double(amount).map { "P\(Numeral.text($0 * 3))M" } ?? "PXM"
        case "DE": Double(amount).map { "P\(Numeral.text($0 * 10))Y" } ?? "PXDE"
        case "CE": Double(amount).map { "P\(Numeral.text($0 * 100))Y" } ?? "PXCE"
        case "F": Double(amount).map { "P\(Numeral.text($0 * 2))W" } ?? "PXW"
        default: "P\(amount)\(unit)"
        }
    }

    /// Adds a stated modifier and narrows the span to the part that it names.
    func modified(_ resolution: TimeResolution, _ mention: TimeMention) -> TimeResolution {
        guard let mod = mention[.mod].flatMap({ Time.Modifier(rawValue: $0) }) else { return resolution }
        var out = resolution
        out.mod = mod
        guard let span = out.span, span.dayCount > 3 else { return out }
        let third = span.dayCount / 3
        switch mod {
        case .start: out.span = DaySpan(span.earliest, span.earliest.adding(days: third))
        case .middle: out.span = DaySpan(span.earliest.adding(days: third), span.latest.adding(days: -third))
        case .end: out.span = DaySpan(span.latest.adding(days: -third), span.latest)
        case .approximate, .before, .after: break
        }
        return out
    }
}
