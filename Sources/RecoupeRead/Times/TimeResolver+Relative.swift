// Times reckoned from another: from the day of writing (`hier`, `il y a trois mois`) or from the date that the story has reached
// (`le lendemain`, `deux jours plus tard`). Where nothing is reached or known, the value says only past or future, with a formula.
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeText

extension TimeResolver {
    private enum Tuning {
        /// Paragraphs over which `ce mois-ci` may mean the month that the story has reached.
        static let hereReach = 2
    }

    /// A calendar unit so many away from the one that holds the anchor: `la semaine dernière`.
    func relative(_ mention: TimeMention) -> TimeResolution? {
        guard let unit = mention[.unit] else { return nil }
        let shift = mention.number(.n) ?? 0
        guard let anchor = anchor(mention, unit) else { return unresolved(mention, unit, shift) }
        guard var out = Self.period(unit, anchor, shift) else { return nil }
        if mention[.anchor] == "HERE", anchor != today, let today, let other = Self.period(unit, today, shift) { out.also = [other.value] }
        if unit == "D" { out = withTime(out, mention) }
        return modified(out, mention)
    }

    /// The day from which a mention is reckoned.
    private func anchor(_ mention: TimeMention, _ unit: String) -> CalendarDay? {
        switch mention[.anchor] {
        case "TOLD": return context.told?.reached ?? today
        case "SENTENCE":
            return context.sentenceDay?.span.earliest ?? (context.told?.isDay == true ? context.told?.span.latest : nil) ?? today
        case "HERE": return hereDay ?? today
        default: return today
        }
    }

    /// `ce mois-ci` inside a story told step by step means the month that the story has reached.
    private var hereDay: CalendarDay? {
        guard let told = context.told, told.isReckoned, context.distance <= Tuning.hereReach, let today,
            told.span.latest < today.adding(days: -31)
        else { return nil }
        return told.reached
    }

    private func unresolved(_ mention: TimeMention, _ unit: String, _ shift: Int) -> TimeResolution {
        let reference = shift == 0 ? "PRESENT_REF" : shift < 0 ? "PAST_REF" : "FUTURE_REF"
        let formula = unit == "D" ? "PUBLISHED\(shift < 0 ? "" : "+")\(shift)D" : "PUBLISHED\(shift < 0 ? "" : "+")\(shift)\(unit)"
        return TimeResolution(value: reference, mod: mention[.mod].flatMap { Time.Modifier(rawValue: $0) }, formula: formula)
    }

    /// The unit that holds a day, moved by a number of units.
    static func period(_ unit: String, _ day: CalendarDay, _ shift: Int) -> TimeResolution? {
        switch unit {
        case "D": return TimeResolution(day.adding(days: shift))
        case "W", "WE":
            let week = day.adding(days: 7 * shift).isoWeek
            return TimeResolution(value: "\(padded(week.year, 4))-W\(padded(week.week, 2))" + (unit == "WE" ? "-WE" : ""))
        case "M": return TimeResolution(value: String(day.adding(months: shift).description.prefix(7)))
        case "Q", "H6":
            let length = unit == "Q" ? 3 : 6
            let index = day.year * (12 / length) + (day.month - 1) / length + shift
            return TimeResolution(value: "\(padded(index / (12 / length), 4))-\(unit == "Q" ? "Q" : "H")\(index % (12 / length) + 1)")
        case "Y": return TimeResolution(value: padded(day.year + shift, 4))
        case "DE":
            let first = day.year / 10 + shift
            guard let start = CalendarDay(year: first * 10, month: 1, day: 1),
                let end = CalendarDay(year: first * 10 + 9, month: 12, day: 31)
            else { return nil }
            return TimeResolution(value: String(first), span: DaySpan(start, end))
        default: return nil
        }
    }

    // MARK: so many units away

    /// `il y a trois mois`, `dans deux semaines`, `deux jours plus tard`, `un an plus tôt`, `trois semaines après`.
    func offset(_ mention: TimeMention) -> TimeResolution? {
        guard let unit = mention[.unit] else { return nil }
        let isAfter = mention[.side] == "AFTER"
        guard let amount = Self.amount(mention).flatMap({ Double($0) }) else { return vagueOffset(mention, isAfter) }
        if mention[.anchor] == "EVENT" { return eventOffset(mention, amount, unit) }
        let isTold = mention[.anchor] == "TOLD"
        if isTold, let told = context.told {
            let stepped = step(told, isAfter ? amount : -amount, unit)
            guard !["H", "MIN", "S"].contains(unit), !isAhead(stepped, mention) else { return length(amount, unit) }
            return stepped
        }
        if let base = base(mention) { return modified(Self.moved(base, isAfter ? amount : -amount, unit), mention) }
        guard let today else {
            let sign = isAfter ? "+" : "-"
            return TimeResolution(value: isAfter ? "FUTURE_REF" : "PAST_REF", formula: "PUBLISHED\(sign)\(Numeral.text(amount))\(unit)")
        }
        let origin = mention.number(.base).map { today.adding(days: $0) } ?? today
        return modified(Self.moved(origin, isAfter ? amount : -amount, unit), mention)
    }

    /// The day that the words themselves name (`deux semaines avant Noël`).
    private func base(_ mention: TimeMention) -> CalendarDay? {
        if mention[.holiday] != nil { return holiday(mention)?.span?.earliest }
        if mention[.weekday] != nil { return weekday(mention)?.span?.earliest }
        if mention[.value] != nil { return numeric(mention)?.span?.earliest }
        return mention[.month] != nil ? date(mention)?.span?.earliest : nil
    }

    /// From a date of the story, kept as coarse as that date.
    private func step(_ told: TimeContext.Told, _ amount: Double, _ unit: String) -> TimeResolution {
        let moved = Self.moved(told.reached, amount, unit)
        guard let day = moved.span?.latest else { return moved }
        if told.isYear || unit == "Y" { return TimeResolution(value: padded(day.year, 4)) }
        if told.isMonth { return TimeResolution(value: String(day.description.prefix(7))) }
        return moved
    }

    /// The date so many units from a day: exact for days and weeks, a month for months, a year for years.
    static func moved(_ day: CalendarDay, _ amount: Double, _ unit: String) -> TimeResolution {
        let whole = Int(amount.rounded())
        switch unit {
        case "D": return TimeResolution(day.adding(days: whole))
        case "W": return TimeResolution(day.adding(days: Int((amount * 7).rounded())))
        case "F": return TimeResolution(day.adding(days: Int((amount * 14).rounded())))
        case "WE": return TimeResolution(day.adding(days: 7 * whole))
        case "M", "Q", "H6": return months(day, amount * (unit == "M" ? 1 : unit == "Q" ? 3 : 6))
        case "Y": return years(day, amount)
        case "DE": return years(day, amount * 10)
        case "CE": return years(day, amount * 100)
        default:
            let hours = unit == "H" ? amount : amount / 60
            return TimeResolution(day.adding(days: Int((hours / 24).rounded(.towardZero))))
        }
    }

    private static func months(_ day: CalendarDay, _ count: Double) -> TimeResolution {
        let moved = day.adding(months: Int(count.rounded(.down)))
        var out = TimeResolution(value: String(moved.description.prefix(7)))
        out.also = [moved.description]
        return out
    }

    private static func years(_ day: CalendarDay, _ count: Double) -> TimeResolution {
        let months = Int((count * 12).rounded())
        guard abs(months) < day.year * 12 - 12 else { return TimeResolution(value: count < 0 ? "PAST_REF" : "FUTURE_REF") }
        let moved = day.adding(months: months)
        var out = TimeResolution(value: padded(moved.year, 4))
        out.also = [String(moved.description.prefix(7)), moved.description]
        return out
    }

    /// `quelques jours plus tard`: near the date that the story has reached.
    private func vagueOffset(_ mention: TimeMention, _ isAfter: Bool) -> TimeResolution? {
        guard mention[.anchor] == "TOLD" || mention[.anchor] == "EVENT", let told = context.told, told.isMonth || told.isDay else {
            return TimeResolution(value: isAfter ? "FUTURE_REF" : "PAST_REF")
        }
        let near = isAfter ? told.span.latest.adding(days: told.isEnding ? 3 : 0) : told.span.earliest
        let month = String(near.description.prefix(7))
        var out = TimeResolution(value: month, mod: .approximate)
        let reach = isAfter ? told.span.latest.adding(days: 31) : told.span.earliest.adding(days: -31)
        out.span = DaySpan(isAfter ? told.span.earliest : told.span.latest, reach)
        return out
    }

    /// `deux jours après une frappe`: a length of time, as the day of the other event is not said. Where the clause has its own date the
    /// length adds nothing to it, and a date would be taken for that of the clause.
    private func eventOffset(_ mention: TimeMention, _ amount: Double, _ unit: String) -> TimeResolution? {
        let told = mention[.clause] != nil && context.told?.isDay == true ? context.told : nil
        return context.dayBefore == nil && told == nil ? length(amount, unit) : nil
    }

    private func length(_ amount: Double, _ unit: String) -> TimeResolution {
        var out = TimeResolution(kind: .duration, value: Self.timex(Numeral.text(amount), unit))
        out.span = nil
        return out
    }

    /// What a story tells in the past does not lie ahead of its writing.
    private func isAhead(_ resolution: TimeResolution, _ mention: TimeMention) -> Bool {
        guard mention.tense != .future, let today, let start = resolution.span?.earliest else { return false }
        return start > today
    }
}
