import RecoupeText
import Testing

@Suite struct CalendarDayTests {
    @Test func numbersRoundTripOverFourCenturies() {
        for number in stride(from: -73_000, through: 73_000, by: 17) {
            let day = CalendarDay(number: number)
            #expect(day.number == number)
            #expect(CalendarDay(iso: day.description) == day)
        }
    }

    @Test(arguments: [("2021-07-26", 1), ("2019-10-23", 3), ("2000-02-29", 2), ("1970-01-01", 4)])
    func weekdays(iso: String, weekday: Int) throws {
        #expect(try #require(CalendarDay(iso: iso)).weekday == weekday)
    }

    @Test(arguments: [
        ("2021-W29", "2021-07-19", "2021-07-25"), ("2024-H1", "2024-01-01", "2024-06-30"), ("2024-Q1", "2024-01-01", "2024-03-31"),
        ("2021", "2021-01-01", "2021-12-31"), ("2020-02", "2020-02-01", "2020-02-29"), ("2021-07-26TAF", "2021-07-26", "2021-07-26"),
    ])
    func spans(value: String, earliest: String, latest: String) throws {
        let span = try #require(DaySpan(timex: value))
        #expect(span.earliest.description == earliest)
        #expect(span.latest.description == latest)
    }

    @Test(arguments: ["PRESENT_REF", "P2W", "2021-13", "2021-02-30", "", "--"])
    func whatIsNoDateHasNoSpan(value: String) { #expect(DaySpan(timex: value) == nil) }
}
