// A time that only the day of publication can settle (`PUBLISHED-1D`, `WEEKDAY-4`), reckoned in both directions: the time from the days of
// publication, and those days from what another report knows of the time.
internal import RecoupeModel
internal import RecoupeText

/// A formula of the day of publication.
enum TimeFormula: Equatable {
    case days(Int)
    case weeks(Int)
    /// 1 for Monday to 7 for Sunday.
    case weekday(Int, isAhead: Bool)

    init?(_ text: String) {
        if text.hasPrefix("WEEKDAY"), let number = Int(text.dropFirst(8)), (1...7).contains(number) {
            self = .weekday(number, isAhead: text.dropFirst(7).first == "+")
        } else if text.hasPrefix("PUBLISHED"), let shift = Int(text.dropFirst(9).dropLast()), abs(shift) < 400 {
            switch text.last {
            case "D": self = .days(shift)
            case "W": self = .weeks(shift)
            default: return nil
            }
        } else {
            return nil
        }
    }

    /// The time as told on a day.
    private func time(on day: CalendarDay) -> When {
        switch self {
        case .days(let shift): return When(value: day.adding(days: shift).description)
        case .weeks(let shift):
            let week = day.adding(days: 7 * shift).isoWeek
            return When(value: "\(padded(week.year, 4))-W\(padded(week.week, 2))")
        case .weekday(let weekday, let isAhead):
            let distance = isAhead ? (weekday - day.weekday + 7) % 7 : -((day.weekday - weekday + 7) % 7)
            return When(value: day.adding(days: distance).description)
        }
    }

    /// The time, where all days on which the report may have been published agree on it.
    func time(published: DaySpan) -> When? {
        guard published.dayCount <= 7 else { return nil }
        let told = (0..<published.dayCount).map { time(on: published.earliest.adding(days: $0)) }
        return told.allSatisfy { $0 == told.first } ? told.first : nil
    }

    /// The days of publication on which the formula means this day.
    func published(meaning day: CalendarDay) -> DaySpan? {
        switch self {
        case .days(let shift): return DaySpan(day.adding(days: -shift))
        case .weeks: return nil
        case .weekday(let weekday, let isAhead):
            guard day.weekday == weekday else { return nil }
            return isAhead ? DaySpan(day.adding(days: -6), day) : DaySpan(day, day.adding(days: 6))
        }
    }
}
