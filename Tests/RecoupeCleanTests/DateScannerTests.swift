// Dates in lines that pages write about themselves.
import RecoupeLanguage
import RecoupeText
import Testing

@testable import RecoupeClean

@Suite struct DateScannerTests {
    private func dates(_ line: String, dayFirst: Bool = true) throws -> [String] {
        let scanner = DateScanner(words: try DateWords(packs: LanguagePack.all()))
        return scanner.dates(in: line, dayFirst: dayFirst).map { $0.calendarDay?.description ?? "?-\($0.month)-\($0.day)" }
    }

    @Test func numeralsInAnyOrder() throws {
        #expect(try dates("Mis à jour le 24-10-2019") == ["2019-10-24"])
        #expect(try dates("2019/10/24, 12.03.21") == ["2019-10-24", "2021-03-12"])
        #expect(try dates("03/04/2020") == ["2020-04-03"])
        #expect(try dates("03/04/2020", dayFirst: false) == ["2020-03-04"])
        #expect(try dates("le 31/02/2020 et 1.2.3.4") == [])
    }

    @Test func namesOfMonths() throws {
        #expect(try dates("publié le lundi 29 juin 2020 à 23h28") == ["2020-06-29"])
        #expect(try dates("1er mai 2020") == ["2020-05-01"])
        #expect(try dates("October 24th, 2019; 5 Jan. 2020") == ["2019-10-24", "2020-01-05"])
        #expect(try dates("EREVAN, 23 JUILLET") == ["?-7-23"])
    }
}
