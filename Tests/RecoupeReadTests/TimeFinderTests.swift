// What a report says when: values, spans, warnings, and the day of publication that its own dates allow.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

struct TimeFinderTests {
    private let analyser: Tokenizer
    private let finder: TimeFinder

    init() throws {
        let pack = try LanguagePack("fr")
        analyser = try Tokenizer(pack)
        finder = try TimeFinder(PackLexicons(pack))
    }

    private func find(_ text: String, on day: String?) -> (times: [Time], published: Published?) {
        let published = day.flatMap { CalendarDay(iso: $0) }.map { Published(DaySpan($0), stated: true, because: []) }
        return finder.find(in: analyser.analyse(text, article: "a"), published: published)
    }

    @Test func passagesAreTheWordsThatStandThere() {
        let text = "Élu en mars dernier, il part « lundi soir » — a-t-il dit."
        for time in find(text, on: "2020-01-10").times {
            let scalars = Array(text.unicodeScalars)[time.start..<time.end]
            #expect(String(String.UnicodeScalarView(scalars)) == time.text)
        }
    }

    @Test func spanHoldsTheDaysOfTheValue() {
        let time = find("Il a démissionné fin janvier 2024.", on: "2024-07-23").times.first
        #expect(time?.value == "2024-01")
        #expect(time?.mod == .end)
        #expect(time?.latest == CalendarDay(iso: "2024-01-31"))
        #expect(time.flatMap { $0.earliest }.map { $0.month } == 1)
    }

    @Test func aWeekdayWithoutTenseIsOneToComeOnlyWhereThatIsMuchNearer() {
        #expect(find("Réunion de crise vendredi à la mairie.", on: "2021-07-28").times.first?.value == "2021-07-23")
        #expect(find("Réunion de crise vendredi à la mairie.", on: "2021-07-29").times.first?.value == "2021-07-30")
        #expect(find("Le conseil se réunira vendredi à la mairie.", on: "2021-07-28").times.first?.value == "2021-07-30")
    }

    @Test func theTenseOutweighsTheNearerYear() {
        #expect(find("Le 14 décembre, six élèves ont perdu la vie.", on: "2021-10-05").times.first?.value == "2020-12-14")
        #expect(find("La salle rouvrira le 14 décembre.", on: "2021-10-05").times.first?.value == "2021-12-14")
    }

    @Test func wrongWeekdayIsAWarning() {
        let times = find("Le vote a eu lieu le lundi 16 avril 2019.", on: "2019-05-01").times
        #expect(times.first?.value == "2019-04-16")
        #expect(times.first?.warnings.first?.code == "read.time.weekday")
    }

    @Test func withoutAnyDateThereIsNoDayOfPublication() {
        let found = find("Le ministre est parti jeudi.", on: nil)
        #expect(found.published == nil)
        #expect(found.times.first?.value == "XXXX-WXX-4")
        #expect(found.times.first?.formula == "WEEKDAY-4")
    }

    @Test func weekdayThatAgreesWithTheNewestDateNarrowsThePublication() {
        let found = find("Le préfet a parlé lundi. La photo fut prise le 26 juillet 2021.", on: nil)
        #expect(found.published?.stated == false)
        #expect(found.published?.earliest == CalendarDay(iso: "2021-07-26"))
        #expect(found.published?.latest == CalendarDay(iso: "2021-07-28"))
        #expect(found.times.first?.value == "2021-07-26")
    }

    @Test func lastMarchBoundsThePublication() {
        let text = "La ville est tombée en mars dernier. Le chef est mort en octobre 2019. Il l'a dit le 2 janvier."
        let found = find(text, on: nil)
        #expect(found.published?.earliest == CalendarDay(iso: "2020-01-02"))
        #expect(found.published?.latest == CalendarDay(iso: "2020-03-31"))
        #expect(found.times.map { $0.value } == ["2019-03", "2019-10", "2020-01-02"])
    }

    @Test func anyBytesAreRead() {
        var state: UInt64 = 7
        let pieces = [
            "12", "lundi", " ", "-", "/", "2021", "é", "\u{202F}", "mars", "l'", "\n", "%", "XX", "e", ".", "«", "99999999999999999999",
            ":", "0",
        ]
        for _ in 0..<200 {
            var text = ""
            for _ in 0..<20 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let analysis = analyser.analyse(text, article: "a")
            for time in finder.find(in: analysis, published: nil).times { #expect(time.start < time.end) }
        }
    }

    @Test func anotherReportsDayLendsItsYear() throws {
        let analysis = analyser.analyse("Le pont a rouvert jeudi 28 mars, après l'accident du 12 mars.", article: "a")
        let told = [ToldDay(day: try #require(CalendarDay(iso: "2024-03-12")), because: "B: le 12 mars 2024")]
        let published = finder.publication(of: analysis, told: told)
        #expect(published?.span == DaySpan(timex: "2024-03-28").map { DaySpan($0.earliest, $0.latest.adding(days: 6)) })
        #expect(published?.stated == false)
        #expect(published?.because.contains("B: le 12 mars 2024") == true)
        #expect(finder.publication(of: analysis) == nil)
        let times = finder.find(in: analysis, published: published, told: told).times
        #expect(times.map(\.value) == ["2024-03-28", "2024-03-12"])
    }

    @Test func aWeekAfterADatedEventIsAWeekOn() throws {
        let analysis = analyser.analyse("Une semaine après l'accident du 12 mars, la foule s'est rassemblée mardi.", article: "a")
        let told = [ToldDay(day: try #require(CalendarDay(iso: "2024-03-12")), because: "B")]
        #expect(finder.publication(of: analysis, told: told)?.earliest == CalendarDay(iso: "2024-03-19"))
    }
}
