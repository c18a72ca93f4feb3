import Foundation
import RecoupeLanguage
import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupePublish

@Suite struct WordingTests {
    private let fr: Wording
    private let en: Wording

    init() throws {
        fr = try Wording(LanguagePack("fr"))
        en = try Wording(LanguagePack("en"))
    }

    @Test func packsHaveTheSamePhrases() {
        #expect(fr.names == en.names)
    }

    @Test func phrasesHaveTheSameSlots() {
        func slots(_ text: String) -> Set<String> {
            Set(text.components(separatedBy: "{").dropFirst().map { part in String(part.prefix { $0 != "}" && $0 != "|" }) })
        }
        for name in fr.names { #expect(slots(fr(name)) == slots(en(name)), "\(name)") }
    }

    @Test(arguments: [
        ("2024-07-23", "23 juillet 2024", "23 July 2024"), ("2024-07-01", "1er juillet 2024", "1 July 2024"),
        ("2024-07", "juillet 2024", "July 2024"), ("2024", "2024", "2024"), ("2024-Q1", "premier trimestre 2024", "first quarter of 2024"),
        ("2024-SU", "été 2024", "summer 2024"), ("2024-07-23TMO", "23 juillet 2024, le matin", "23 July 2024, morning"),
        ("2024-07-23T14:30", "23 juillet 2024 à 14:30", "23 July 2024 at 14:30"),
        ("2024-W30", "une semaine, entre le 22 et le 28 juillet 2024", "one week, between 22 and 28 July 2024"),
        ("PAST_REF", "dans le passé, sans date", "in the past, undated"), ("P2W", "P2W", "P2W"), ("", "", ""),
        ("2024-01-30/2024-02-02", "entre le 30 janvier et le 2 février 2024", "between 30 January and 2 February 2024"),
    ])
    func datesAreSaidAsPreciselyAsWritten(value: String, french: String, english: String) {
        #expect(fr.date(timex: value) == french)
        #expect(en.date(timex: value) == english)
    }

    private func span(_ a: String, _ b: String) throws -> DaySpan {
        DaySpan(try #require(CalendarDay(iso: a)), try #require(CalendarDay(iso: b)))
    }

    @Test func spansAreSaidAsSpans() throws {
        #expect(fr.date(When(try span("2024-07-23", "2024-07-23"))) == "23 juillet 2024")
        #expect(fr.date(When(try span("2024-07-03", "2024-07-09"))) == "entre le 3 et le 9 juillet 2024")
        #expect(fr.date(When(try span("2023-12-30", "2024-01-02"))) == "entre le 30 décembre 2023 et le 2 janvier 2024")
        #expect(
            fr.date(When(value: "2024-01", span: try span("2024-01-21", "2024-01-31")))
                == "fin janvier 2024 (entre le 21 et le 31 janvier 2024)")
        #expect(
            fr.date(When(value: "2024-07-23", span: try span("2024-07-20", "2024-07-26")))
                == "vers le 23 juillet 2024 (entre le 20 et le 26 juillet 2024)"
        )
        #expect(fr.date(When(value: "PAST_REF", span: try span("2024-01-01", "2024-12-31"))) == "dans le passé, sans date (2024)")
        #expect(fr.date(nil) == "sans date")
        #expect(en.date(When(value: nil, span: nil)) == "undated")
    }

    @Test(arguments: [
        (12500.0, "12\u{202F}500", "12,500"), (0.5, "0,5", "0.5"), (1_234_567.125, "1\u{202F}234\u{202F}567,125", "1,234,567.125"),
        (-3, "−3", "-3"),
        (999, "999", "999"), (2.9999, "3", "3"), (-0.0001, "0", "0"),
    ])
    func numbers(value: Double, french: String, english: String) {
        #expect(fr.number(value) == french)
        #expect(en.number(value) == english.replacing("-", with: "−"))
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, .leastNonzeroMagnitude]) func oddNumbersDoNotEndTheProgram(value: Double) {
        #expect(!fr.number(value).isEmpty)
    }

    @Test func countsTakeTheirForm() {
        #expect(fr.count("count.reports", 0) == "0 article")
        #expect(en.count("count.reports", 0) == "0 reports")
        #expect(fr.count("count.reports", 1) == "1 article")
        #expect(en.count("count.reports", 2) == "2 reports")
    }

    @Test func numbersInsideAText() {
        #expect(
            fr.numbers("1500 + 2.5 = 1502.5 élus, v2. Fin.")
                == "1\u{202F}500 + 2,5 = 1\u{202F}502,5 élus, v2, Fin.".replacing("v2,", with: "v2"))
        #expect(en.numbers("12000, 7") == "12,000, 7")
    }

    @Test func halfASentenceIsNotSaid() {
        #expect(fr.sentence(Phrase("sum.differs", ["parts": "1 + 1"])) == nil)
        #expect(fr.sentence(Phrase("conflict.denial.statement", ["a": "", "b": "Hugo Delmas"])) == nil)
        #expect(fr.sentence(Phrase("no.such.phrase")) == nil)
        #expect(fr.sentence(Phrase("sum.differs", ["parts": "1 + 1", "made": "2", "whole": "3"])) == "1 + 1 = 2, et non 3")
    }
}
