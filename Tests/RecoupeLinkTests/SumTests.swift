import RecoupeModel
import Testing

@testable import RecoupeLink

@Test func statedParts() {
    var paper = Paper("Le club compte 30 membres, dont 22 femmes et 8 hommes.")
    let whole = paper.figure("30 membres", 30, counted: ["membre"])
    paper.figure("22 femmes", 22, counted: ["femme"], partOf: whole.id)
    paper.figure("8 hommes", 8, counted: ["homme"], partOf: whole.id)
    let dossier = linked([paper])
    #expect(dossier.sums.map(\.whole) == [30])
    #expect(dossier.sums.first?.parts == [22, 8])
    #expect(dossier.sums.first?.holds == true)
    #expect(dossier.conflicts.isEmpty)
}

@Test func partsThatLeaveARestSayNothing() {
    var paper = Paper("Le club compte 30 membres, dont 12 femmes et 3 juges.")
    let whole = paper.figure("30 membres", 30, counted: ["membre"])
    paper.figure("12 femmes", 12, counted: ["femme"], partOf: whole.id)
    paper.figure("3 juges", 3, counted: ["juge"], partOf: whole.id)
    #expect(linked([paper]).sums.isEmpty)
    #expect(linked([paper]).conflicts.isEmpty)
}

private func season(_ north: [(String, Double, [String], [String])]) -> Paper {
    var paper = Paper(
        "La garde a mené 90 sorties, qui ont fait 21 blessés et permis 60 arrestations. Au nord, "
            + north.map(\.0).joined(separator: ", ") + ". Au sud, 40 sorties ont fait 9 blessés et 35 arrestations.")
    paper.figure("90 sorties", 90, counted: ["sortie"])
    paper.figure("21 blessés", 21, counted: ["blesse"], states: ["injured"])
    paper.figure("60 arrestations", 60, counted: ["arrestation"], states: ["arrested"])
    for part in north { paper.figure(part.0, part.1, counted: part.2, states: part.3, place: "region:north") }
    paper.figure("40 sorties", 40, counted: ["sortie"], place: "region:south")
    paper.figure("9 blessés", 9, counted: ["blesse"], states: ["injured"], place: "region:south")
    paper.figure("35 arrestations", 35, counted: ["arrestation"], states: ["arrested"], place: "region:south")
    return paper
}

@Test func aPartitionByPlaceThatHolds() {
    let dossier = linked([
        season([
            ("50 sorties", 50, ["sortie"], []), ("12 blessés", 12, ["blesse"], ["injured"]),
            ("25 arrestations", 25, ["arrestation"], ["arrested"]),
        ])
    ])
    #expect(dossier.sums.map(\.whole) == [90, 21, 60])
    #expect(dossier.sums.map(\.holds) == [true, true, true])
    #expect(dossier.conflicts.isEmpty)
}

@Test func aPartitionWithFiguresMixedUp() throws {
    let dossier = linked([
        season([
            ("50 blessés", 50, ["blesse"], ["injured"]), ("12 arrêtés", 12, ["arrete"], ["arrested"]),
            ("25 patrouilles", 25, ["patrouille"], []),
        ])
    ])
    let conflict = try #require(dossier.conflicts.first)
    #expect(dossier.conflicts.count == 1)
    #expect(conflict.kind == .sum)
    #expect(conflict.reason == Phrase("conflict.sum.partition", ["wholes": "90, 21, 60", "totals": "65, 59, 47"]))
    #expect(
        conflict.remedy == Phrase("conflict.sum.permuted", ["reading": "50 + 40 = 90 sortie, 12 + 9 = 21 blesse, 25 + 35 = 60 arrestation"])
    )
    #expect(dossier.sums.map(\.parts) == [[50, 40], [12, 9], [25, 35]])
}

@Test func figuresThatDoNotAddUpInAnyOrderSayNothing() {
    let dossier = linked([
        season([
            ("51 blessés", 51, ["blesse"], ["injured"]), ("12 arrêtés", 12, ["arrete"], ["arrested"]),
            ("25 patrouilles", 25, ["patrouille"], []),
        ])
    ])
    #expect(dossier.sums.isEmpty && dossier.conflicts.isEmpty)
}

@Test func amountsSideBySide() {
    var paper = Paper(
        "La barge portait 700 tonnes de sable et 50 tonnes de gravier. Les 750 tonnes de la barge sont perdues. Il reste 80 tonnes.")
    paper.figure("700 tonnes de sable", 700, counted: ["sable"], unit: "t")
    paper.figure("50 tonnes de gravier", 50, counted: ["gravier"], unit: "t")
    paper.figure("750 tonnes", 750, counted: [], unit: "t")
    paper.figure("80 tonnes", 80, counted: [], unit: "t")
    let sums = linked([paper]).sums
    #expect(sums.map(\.whole) == [750])
    #expect(sums.first?.parts == [700, 50])
}

private func list(_ last: Double) -> Dossier {
    var paper = Paper("Les 40 malades sont dans trois villes : 20 à Velme, 12 à Orbe, \(Int(last)) à Sarn.")
    paper.figure("40 malades", 40, counted: ["malade"], states: ["injured"])
    for (words, value) in [("20", 20.0), ("12", 12), ("\(Int(last))", last)] { paper.figure(words, value, counted: []) }
    return linked([paper])
}

@Test func aListAfterAColon() {
    #expect(list(8).sums.map(\.parts) == [[20, 12, 8]])
    #expect(list(8).sums.map(\.holds) == [true])
    #expect(list(8).conflicts.isEmpty)
    #expect(list(6).sums.map(\.holds) == [false])
    #expect(list(6).conflicts.map(\.reason) == [Phrase("conflict.sum.partition", ["wholes": "40", "totals": "38"])])
    #expect(list(1).sums.map(\.holds) == [false])
}
