import RecoupeModel
import Testing

@testable import RecoupeLink

private func promise(
    _ day: String, deadline: String? = "2021-12-31", text: String = "La ville finira la réfection du pont Vieux avant fin 2021."
) -> Paper {
    var paper = Paper(text, on: day)
    paper.promise(text, what: "finira la réfection du pont Vieux", madeOn: day, deadline: deadline, type: "end")
    return paper
}

private func done(_ day: String, when: String, status: EventStatus = .happened) -> Paper {
    var paper = Paper("La réfection du pont Vieux est finie le \(when).", on: day)
    paper.event(
        "La réfection du pont Vieux est finie", trigger: "finie", type: "end", when: when, keys: ["refection", "pont", "vieux"],
        status: status)
    return paper
}

@Test func keptWhereALaterReportShowsIt() throws {
    let commitments = linked([promise("2021-07-01"), done("2021-12-10", when: "2021-12-09")]).commitments
    let commitment = try #require(commitments.first)
    #expect(commitments.count == 1)
    #expect(commitment.outcome == .kept)
    #expect(commitment.deadline == "2021-12-31")
    #expect(commitment.evidence.count == 1)
    #expect(commitment.because.count == 1)
}

@Test func openAndSilent() {
    #expect(linked([promise("2021-07-01")]).commitments.map(\.silent) == [false])
    let later = linked([promise("2021-07-01"), Paper("Autre chose.", on: "2022-05-01")]).commitments
    #expect(later.map(\.outcome) == [.open])
    #expect(later.map(\.silent) == [true])
}

@Test func movedToALaterDay() {
    let commitments = linked([
        promise("2021-07-01"),
        promise(
            "2021-12-01", deadline: "2022-06-30", text: "La réfection du pont Vieux finira en juin: elle finira la réfection du pont Vieux."
        ),
    ]).commitments
    #expect(commitments.map(\.outcome).contains(.moved))
}

@Test func missedWhereALaterReportSaysSo() {
    let commitments = linked([promise("2021-07-01"), done("2022-02-10", when: "2022-02-01", status: .denied)]).commitments
    #expect(commitments.map(\.outcome) == [.missed])
}

@Test func oneAnnouncementToldTwiceIsOnePromise() {
    let commitments = linked([promise("2021-07-01"), promise("2021-07-02")]).commitments
    #expect(commitments.count == 1)
    #expect(commitments.first?.evidence.count == 1)
}

@Test func onePromiserAndOneDayAreOnePromiseInAnyLanguage() {
    var french = Paper("Ana Brémont a dit que le quai serait refait le 31 mai 2022.", on: "2021-07-01")
    french.promise(
        "le quai serait refait", what: "le quai serait refait", by: [french.name("Ana Brémont")], deadline: "2022-05-31",
        type: "construction")
    var english = Paper("Ana Brémont said the wharf will be rebuilt by 31 May 2022.", on: "2021-07-02", language: "en")
    english.promise(
        "the wharf will be rebuilt", what: "the wharf will be rebuilt", by: [english.name("Ana Brémont")], deadline: "2022-05-31",
        type: "construction")
    #expect(linked([french, english]).commitments.count == 1)
}
