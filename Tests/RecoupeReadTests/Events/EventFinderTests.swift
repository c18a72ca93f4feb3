// What events and promises are found in short texts written for these tests.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

@Suite struct EventFinderTests {
    private let reader: Reader

    init() throws { reader = try Reader(packs: [LanguagePack("fr")]) }

    private func reading(_ text: String) -> Reading {
        let day = CalendarDay(year: 2022, month: 5, day: 12).map { Published(DaySpan($0), stated: true, because: []) }
        return reader.read(Article(id: "a", path: "a.txt", sha256: "", text: text, language: "fr", published: day))
    }

    @Test func datedEvent() throws {
        let event = try #require(reading("Le 3 mai 2022, un incendie a détruit la halle de Tarnac.").events.first)
        #expect(event.when?.value == "2022-05-03")
        #expect(event.status == .happened)
        #expect(event.type != nil)
    }

    @Test func clausesWithDatesOfTheirOwn() {
        let events = reading("Le conseil a voté la fermeture le 4 avril 2022, alors que le pont s'était effondré le 2 mars 2022.").events
        #expect(events.compactMap { $0.when?.value } == ["2022-04-04", "2022-03-02"])
    }

    @Test func nothingWithoutDateOrName() {
        #expect(reading("Un incendie détruit parfois une forêt.").events.isEmpty)
    }

    @Test func planned() throws {
        let event = try #require(reading("La mairie rouvrira la piscine le 2 juin 2022.").events.first)
        #expect(event.status == .planned)
    }

    @Test func promiseWithDeadline() throws {
        let promise = try #require(reading("Claire Vasseur a promis de rouvrir la bibliothèque d'ici le 30 juin 2022.").promises.first)
        #expect(promise.deadline == "2022-06-30")
        #expect(promise.by.count == 1)
    }

    @Test func forecastIsNoPromise() {
        #expect(reading("Le niveau du fleuve a baissé le 2 mai 2022.").promises.isEmpty)
    }

    @Test func quotationsAreJoined() {
        let text = "« Il pleuvait. On ne voyait rien », raconte Claire Vasseur."
        let split = reading(text)
        let joined = split.joiningQuotations(in: text)
        #expect(split.statements.count == 2)
        #expect(joined.statements.map(\.content.text) == ["Il pleuvait. On ne voyait rien"])
    }
}
