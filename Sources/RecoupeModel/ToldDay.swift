// A day that one report of a story tells with its year, for another report that leaves the year out.
public import RecoupeText

/// A day of the calendar that another report dates.
public struct ToldDay: Sendable, Hashable {
    public var day: CalendarDay
    /// What tells it: the other report's title and words.
    public var because: String

    public init(day: CalendarDay, because: String) {
        self.day = day
        self.because = because
    }
}
