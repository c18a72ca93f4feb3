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
