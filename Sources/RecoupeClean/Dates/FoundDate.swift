// A date found in a line of a page, whole or without its year.
internal import RecoupeText

/// A day of a month, with the year and the weekday where they are written.
struct FoundDate: Sendable, Hashable {
    var year: Int?
    var month: Int
    var day: Int
    /// 1 for Monday to 7 for Sunday.
    var weekday: Int?
    /// The words of the line.
    var text: String
    /// Index of the first and just past the last of the line's tokens.
    var tokens: Range<Int>

    var calendarDay: CalendarDay? { year.flatMap { CalendarDay(year: $0, month: month, day: day) } }
}
