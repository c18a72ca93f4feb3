// What dates an event and how real it is, and what is promised, in short French texts written for these tests.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

@Suite struct EventClauseTests {
    private let reader: Reader

    init() throws { reader = try Reader(packs: [LanguagePack("fr")]) }

    /// Read as of Thursday, 12 May 2022.
    private func reading(_ text: String) -> Reading {
        let day = CalendarDay(year: 2022, month: 5, day: 12).map { Published(DaySpan($0), stated: true, because: []) }
        return reader.read(Article(id: "a", path: "a.txt", sha256: "", text: text, language: "fr", published: day))
    }

    private func events(_ text: String) -> [EventMention] { reading(text).events }

    // MARK: Times

    @Test func aRelativeClauseKeepsItsTime() {
        let found = events("Le maire, qui avait fermé la piscine en mars 2021, a inauguré le stade le 4 mai 2022.")
        #expect(found.contains { $0.trigger.text.contains("fermé") && $0.when?.value == "2021-03" })
        #expect(found.contains { $0.trigger.text.contains("inauguré") && $0.when?.value == "2022-05-04" })
    }

    @Test func aDurationsStartIsNoDate() {
        #expect(events("Les bénévoles ont distribué 300 repas depuis 2014.").allSatisfy { $0.when == nil })
    }

    @Test func aStatesStartIsOne() {
        #expect(events("Le tunnel est fermé depuis le 3 mai 2022.").contains { $0.when?.value == "2022-05-03" })
    }

    @Test func whatWasSaidTakesNoDateFromTheSaying() {
        let found = events("La préfète a déclaré mercredi que le barrage s'était effondré.")
        #expect(!found.contains { $0.type == "collapse" && $0.when != nil })
    }

    @Test func aTimeBehindWhatCameBefore() {
        let found = events("Depuis l'audit de la chambre, le 3 mai, la mairie a vendu deux terrains.")
        #expect(!found.contains { $0.type == "sale" && $0.when?.value == "2022-05-03" })
    }

    @Test func datedNouns() {
        let found = events("Les habitants demandent des comptes après l'explosion du 2 mai 2022.")
        #expect(found.contains { $0.type == "explosion" && $0.when?.value == "2022-05-02" })
    }

    @Test func anyVerbOfADatedMainClause() {
        #expect(events("En 1987, elle avait établi un record du monde.").contains { $0.when?.value == "1987" })
    }

    @Test func nounsThatTellAgain() {
        let found = events("Un incendie a ravagé le moulin le 2 mai 2022. Le feu a pris au sous-sol. L'explosion n'a blessé personne.")
        #expect(found.count { $0.type == "fire" } <= 2)
        #expect(found.filter { $0.type == "fire" }.allSatisfy { $0.when?.value == "2022-05-02" })
    }

    // MARK: How real

    @Test func subjunctivesAndConditionsAreNoEvents() {
        #expect(events("Les riverains attendent que la mairie ferme la carrière en juin.").allSatisfy { $0.status != .happened })
        #expect(events("Si la mairie fermait la carrière en juin, ils partiraient.").allSatisfy { $0.status != .happened })
    }

    @Test func whatIsDueHasNotHappened() {
        #expect(events("Les renforts devraient arriver le 20 mai 2022.").allSatisfy { $0.status == .planned })
    }

    @Test func onlyLimitedIsNotDenied() {
        #expect(!events("Le port n'a retrouvé que la moitié de son activité.").contains { $0.status == .denied })
    }

    @Test func whatWasNotPaid() {
        #expect(events("Aucune des familles n'a reçu l'aide promise.").contains { $0.status == .denied })
    }

    @Test func whatAnAgreementSetsIsToCome() {
        let found = events("Les deux villes ont signé le 3 mai un accord mettant fin au péage à la fin 2022.")
        #expect(found.contains { $0.type == "agreement" && $0.status == .happened })
        #expect(!found.contains { $0.type == "end" && $0.status == .happened })
    }

    @Test func accusationsWithoutADay() {
        #expect(events("Le ministère a été accusé de négligence par les riverains.").contains { $0.type == "accusation" })
    }

    // MARK: Promises

    private func promises(_ text: String) -> [Promise] { reading(text).promises }

    @Test func passiveFutureOfAnAnnouncer() throws {
        let promise = try #require(promises("Le maire, Paul Revel, a annoncé qu'un gala serait organisé le 20 mai 2022.").first)
        #expect(promise.deadline == "2022-05-20")
        #expect(promise.what.hasPrefix("un gala"))
        #expect(promise.by.count == 1)
    }

    @Test func futureInTheReportersVoice() throws {
        let promise = try #require(promises("Le pont sera reconstruit d'ici la fin juin 2022.").first)
        #expect(promise.deadline == "2022-06-30")
    }

    @Test func aPlansNoun() throws {
        let promise = try #require(promises("L'objectif du ministère est de rouvrir la ligne d'ici 2024.").first)
        #expect(promise.deadline == "2024-12-31")
    }

    @Test func forecastsAndFactsAreNone() {
        #expect(promises("Près de deux millions d'euros avaient été promis le 3 mai.").isEmpty)
        #expect(promises("Selon l'institut, l'épidémie fera 300 morts d'ici juin.").isEmpty)
    }
}
