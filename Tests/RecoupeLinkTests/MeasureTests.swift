import RecoupeModel
import Testing

@testable import RecoupeLink

private func count(
    _ value: Double, on day: String, counted: [String] = ["ouvrier", "etranger"], states: [String] = [], when: String? = nil,
    place: String? = "country:QA"
) -> Paper {
    let words = "\(Int(value)) ouvriers"
    var paper = Paper("Le chantier emploie \(words), dit-on le \(day).", on: day)
    paper.figure(words, value, counted: counted, states: states, place: place, when: when)
    return paper
}

@Test func aSeriesOverReports() throws {
    let measures = linked([count(900, on: "2022-05-01"), count(500, on: "2022-01-01"), count(40, on: "2022-02-01", states: ["injured"])])
        .measures
    let measure = try #require(measures.first)
    #expect(measures.count == 1)
    #expect(measure.points.map(\.when) == [When(value: "2022-01-01"), When(value: "2022-05-01")])
}

@Test func oneReportIsNoSeries() { #expect(linked([count(900, on: "2022-05-01")]).measures.isEmpty) }

@Test func otherPlacesAreOtherSeries() {
    #expect(linked([count(900, on: "2022-05-01"), count(500, on: "2022-01-01", place: "country:FR")]).measures.isEmpty)
}

@Test func twoValuesForTheSameDayConflict() {
    let dossier = linked([count(900, on: "2022-05-02", when: "2022-05-01"), count(500, on: "2022-05-03", when: "2022-05-01")])
    #expect(dossier.conflicts.map(\.kind) == [.figure])
    #expect(linked([count(900, on: "2022-05-02"), count(500, on: "2022-05-03")]).conflicts.isEmpty)
}

@Test func aPartBorrowsTheHeadOfItsWhole() {
    var paper = Paper("Le chantier compte 800 ouvriers, dont 300 étrangers.", on: "2022-03-01")
    let whole = paper.figure("800 ouvriers", 800, counted: ["ouvrier"], place: "country:QA")
    paper.figure("300 étrangers", 300, counted: ["etranger"], place: "country:QA", partOf: whole.id)
    let measures = linked([count(900, on: "2022-05-01"), paper]).measures
    #expect(measures.map(\.points.count) == [2])
}

@Test func twoSpeakersWithTwoValuesInTheSameWordsConflict() {
    let papers = [("2022-05-02", 14.0), ("2022-05-04", 19)].map { day, value in
        var paper = Paper("Le \(day), \(Int(value)) gardiens dormaient dans la tour pendant le séisme.", on: day)
        paper.statement(paper.article.text, content: paper.article.text, name: "témoin \(day)")
        paper.figure("\(Int(value)) gardiens", value, counted: ["gardien"])
        paper.reading.figures[0].saidBy = paper.reading.statements[0].id
        return paper
    }
    #expect(linked(papers).conflicts.map(\.reason.name) == ["conflict.figure.disputed"])
}

@Test func aTollThatGrowsIsASeries() {
    let papers = [("2022-05-02", 3.0), ("2022-05-04", 5)].map { day, value in
        var paper = Paper("Le séisme a fait \(Int(value)) morts dans la tour, dit-on.", on: day)
        paper.figure("\(Int(value)) morts", value, counted: ["dead"], states: ["dead"], place: "country:FR", when: "2022-05-01")
        return paper
    }
    #expect(linked(papers).conflicts.isEmpty)
    #expect(linked(papers).measures.map(\.points.count) == [2])
    #expect(linked(papers).measures.map(\.states) == [["dead"]])
}

@Test func anAmountLendsItsUnit() throws {
    var paper = Paper("La caisse a reçu 30 millions d'euros sur les 90 promis.", on: "2022-05-02")
    paper.figure("30 millions d'euros", 3e7, counted: [], unit: "EUR")
    let bare = paper.figure("90 promis", 9e7, counted: ["promised"], states: ["promised"])
    #expect(paper.reading.withLentUnit(bare).unit == "EUR")
    #expect(paper.reading.lender(of: paper.reading.figures[0]) == nil)
}

@Test func aTollIsThatOfTheReportsDay() throws {
    let first = count(3, on: "2022-05-01", counted: ["dead"], states: ["dead"], when: "2022-04-30")
    let later = count(5, on: "2022-05-06", counted: ["dead"], states: ["dead"], when: "2022-04-30")
    let dossier = linked([later, first])
    #expect(dossier.measures.first?.points.map(\.when) == [When(value: "2022-05-01"), When(value: "2022-05-06")])
    #expect(dossier.conflicts.isEmpty)
}
