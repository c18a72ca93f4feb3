// A time that only the day of publication can settle (`PUBLISHED-1D`, `WEEKDAY-4`) comes in; from what another report knows of the time, the
// days of publication go out.
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
