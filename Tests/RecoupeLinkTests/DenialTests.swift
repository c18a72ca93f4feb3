import RecoupeModel
import Testing

@testable import RecoupeLink

@Test func contraryWordsOfAnotherSpeaker() throws {
    var claim = Paper("Le syndicat affirme que des ouvriers du chantier sont malades.", on: "2022-05-01")
    claim.statement(
        "Le syndicat affirme que des ouvriers du chantier sont malades", content: "des ouvriers du chantier sont malades", name: "syndicat")
    var denial = Paper("La direction assure qu'aucun des ouvriers du chantier n'est malade.", on: "2022-05-03")
    denial.statement(
        "La direction assure qu'aucun des ouvriers du chantier n'est malade", content: "aucun des ouvriers du chantier n'est malade",
        name: "direction", negated: true)
    denial.reading.statements[0].contentKeys = ["ouvriers", "chantier", "malades"]
    let conflict = try #require(linked([claim, denial]).conflicts.first)
    #expect(conflict.kind == .denial)
    #expect(conflict.reason == Phrase("conflict.denial.statement", ["a": "syndicat", "b": "direction"]))
}

@Test func theSameSpeakerOrOtherWordsAreNoDenial() {
    var paper = Paper("Il dit que le pont est sûr. Il dit que le tunnel n'est pas sûr.", on: "2022-05-01")
    paper.statement("Il dit que le pont est sûr", content: "le pont est sûr", name: "Jean")
    paper.statement("Il dit que le tunnel n'est pas sûr", content: "le tunnel n'est pas sûr", name: "Paul", negated: true)
    #expect(linked([paper]).conflicts.isEmpty)
}

@Test func anAccusationAndItsRejection() {
    var paper = Paper("La ville est accusée de lenteur. Le maire Paul Roc juge n'avoir commis aucune faute.", on: "2022-05-01")
    paper.event("La ville est accusée de lenteur", trigger: "accusée", type: "accusation")
    let mayor = paper.name("Paul Roc", role: "maire de la ville")
    paper.statement(
        "Le maire Paul Roc juge n'avoir commis aucune faute", content: "n'avoir commis aucune faute", by: mayor, negated: true)
    #expect(linked([paper]).conflicts.map(\.reason.name) == ["conflict.denial.accusation"])
    paper.reading.referents[mayor].roles = []
    #expect(linked([paper]).conflicts.isEmpty)
}
