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

@Test func theArticleSaysItIsContradicted() {
    var paper = Paper(
        "Le bureau dit avoir fermé la porte. Le bureau contredit l'annonce de Paul Roc sur une sortie libre.", on: "2022-05-01")
    let bureau = paper.name("bureau", .organisation)
    paper.reading.names.append(Name(paper.passage("bureau", after: 1), kind: .organisation, referent: bureau, rule: "test"))
    let man = paper.name("Paul Roc")
    paper.statement("Le bureau dit avoir fermé la porte", content: "avoir fermé la porte", by: bureau, name: "bureau")
    paper.statement(
        "l'annonce de Paul Roc sur une sortie libre", content: "une sortie libre", by: man, name: "Paul Roc", doubts: ["contradicted"])
    #expect(linked([paper]).conflicts.map(\.reason) == [Phrase("conflict.denial.contradicted", ["a": "Paul Roc", "b": "bureau"])])
}

@Test func whatIsDeniedMustStandInTheClaim() {
    var paper = Paper(
        "Une crue a noyé le port de Velme mardi, dit la mairie. Le patron a démenti une négligence avant la crue du port de Velme.",
        on: "2022-05-01")
    paper.statement(
        "Une crue a noyé le port de Velme mardi, dit la mairie", content: "Une crue a noyé le port de Velme mardi", name: "mairie")
    paper.statement(
        "Le patron a démenti une négligence avant la crue du port de Velme", content: "une négligence avant la crue du port de Velme",
        name: "patron", stance: .deny)
    #expect(linked([paper]).conflicts.isEmpty)
}
