import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupeLink

private func raid(_ text: String, on day: String, when: String?, trigger: String = "raid", type: String = "attack") -> Paper {
    var paper = Paper(text, on: day, outlet: day)
    let who = paper.name("Selim Arat")
    paper.event(text, trigger: trigger, type: type, when: when, who: [who])
    return paper
}

@Test func aVagueTellingMeetsAPreciseOne() throws {
    let events = linked([
        raid("Un raid a tué Selim Arat en mai.", on: "2021-06-01", when: "2021-05"),
        raid("Le 12 mai, un raid a tué le chef Selim Arat.", on: "2021-05-13", when: "2021-05-12"),
        raid("Depuis le raid contre Selim Arat, rien.", on: "2021-06-20", when: nil),
    ]).events
    let event = try #require(events.first)
    #expect(events.count == 1)
    #expect(event.when == When(value: "2021-05-12"))
    #expect(event.mentions.count == 3)
    #expect(event.origins.count == 3)
    #expect(event.participants.count == 1)
}

@Test func twoDaysAreTwoEvents() {
    let events = linked([
        raid("Un raid a visé Selim Arat lundi.", on: "2021-05-13", when: "2021-05-10"),
        raid("Un raid a visé Selim Arat jeudi.", on: "2021-05-13", when: "2021-05-13"),
    ]).events
    #expect(events.count == 2)
}

@Test func doneOutweighsPlanned() {
    var plan = Paper("La mairie ouvrira le pont Neuf le 3 juin.", on: "2021-06-01")
    var who = plan.name("pont Neuf", .place)
    plan.event("ouvrira le pont Neuf le 3 juin", trigger: "ouvrira", type: "opening", when: "2021-06-03", who: [who], status: .planned)
    var done = Paper("Le pont Neuf a été ouvert le 3 juin.", on: "2021-06-04")
    who = done.name("pont Neuf", .place)
    done.event("Le pont Neuf a été ouvert le 3 juin", trigger: "ouvert", type: "opening", when: "2021-06-03", who: [who])
    let events = linked([plan, done]).events
    #expect(events.map(\.status) == [.happened])
}

@Test func aSlipOfTheYearIsADateConflict() throws {
    let papers = [
        ("L'explosion de l'usine Morand, le 4 mars 2019.", "2019-03-05", "2019-03-04"),
        ("Le parquet a rouvert le dossier de Morand: une explosion, le 4 mars 2019.", "2019-04-05", "2019-03-04"),
        ("Selon un témoin, rien n'annonçait chez Morand cette explosion du 4 mars 2018.", "2019-05-05", "2018-03-04"),
    ].map { text, day, when in
        var paper = Paper(text, on: day, outlet: day)
        let who = paper.name("Morand", .organisation)
        paper.event(text, trigger: "explosion", type: "disaster", when: when, who: [who], keys: ["explosion", "usine"])
        return paper
    }
    let conflict = try #require(linked(papers).conflicts.first)
    #expect(conflict.kind == .date)
    #expect(conflict.remedy?.slots["date"] == "2019-03-04")
}

@Test func aPlanAndItsFulfilmentAreOneEvent() throws {
    var plan = Paper("Le musée des Fontes rouvrira d'ici le 30 mai 2021.", on: "2021-05-02")
    plan.event(
        "Le musée des Fontes rouvrira", trigger: "rouvrira", type: "opening", when: "2021-05-30", keys: ["musee", "fonte", "rouvrir"],
        status: .planned)
    plan.promise(
        "Le musée des Fontes rouvrira d'ici le 30 mai 2021", what: "Le musée des Fontes rouvrira", madeOn: "2021-05-02",
        deadline: "2021-05-30", type: "opening")
    var done = Paper("Le musée des Fontes a rouvert le 21 mai 2021.", on: "2021-05-22")
    done.event(
        "Le musée des Fontes a rouvert", trigger: "rouvert", type: "opening", when: "2021-05-21", keys: ["musee", "fonte", "rouvrir"])
    let dossier = linked([plan, done])
    #expect(dossier.events.count == 1)
    #expect(dossier.events.first?.status == .happened)
    #expect(dossier.commitments.map(\.outcome) == [.kept])
}

@Test func theLabelIsInTheLanguageOfMostReports() throws {
    var papers = [Paper("The dam at Velme burst on 12 May 2021.", on: "2021-05-13", language: "en")]
    papers[0].event("The dam at Velme burst", trigger: "burst", type: "collapse", when: "2021-05-12", keys: ["velme"])
    for day in ["2021-05-14", "2021-05-15"] {
        var paper = Paper("Le \(day), on le sait: le barrage de Velme a cédé le 12 mai 2021.", on: day)
        paper.event(
            "le barrage de Velme a cédé", trigger: "cédé", type: "collapse", when: "2021-05-12", keys: ["barrage", "velme", "ceder"])
        papers.append(paper)
    }
    let events = linked(papers).events
    #expect(events.map(\.label) == ["le barrage de Velme a cédé"])
}

@Test func oneReportWithTwoYearsForOneFire() throws {
    var paper = Paper("La halle a brûlé dans l'incendie du 4 mars 2019. Depuis l'incendie du 4 mars 2009, elle est vide.", on: "2021-05-02")
    paper.event("l'incendie du 4 mars 2019", trigger: "incendie", type: "fire", when: "2019-03-04", who: [], keys: ["incendie"])
    paper.event("l'incendie du 4 mars 2009", trigger: "incendie", type: "fire", when: "2009-03-04", who: [], keys: ["incendie"])
    #expect(linked([paper]).conflicts.map(\.kind) == [.date])
}
