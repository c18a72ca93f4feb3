import RecoupeModel
import Testing

@testable import RecoupeLink

/// Papers that each name one thing; gives the groups of names that became one entity.
private func merged(
    _ kind: EntityKind, _ names: [String], keys: [String: [String]] = [:], acronyms: [String: [String]] = [:], roles: [String: String] = [:]
)
    -> Set<Set<String>>
{
    let papers = names.enumerated().map { index, name in
        var paper = Paper("\(name) est nommé ici, page \(index).")
        paper.name(name, kind, keys: keys[name], acronyms: acronyms[name] ?? [], role: roles[name])
        return paper
    }
    return Set(linked(papers).entities.map { Set($0.mentions.map(\.text)) })
}

@Test func spellingsOfOnePersonAreOne() {
    #expect(merged(.person, ["Mouhammad Chérif", "Muhammad Cherif"]) == [["Mouhammad Chérif", "Muhammad Cherif"]])
    #expect(merged(.person, ["Jean-Marc Lantier", "Jean Marc Lantier"]).count == 1)
    #expect(merged(.person, ["Ernesto Valdivia", "Ernesta Valdivio"]).count == 2)
    #expect(merged(.person, ["Bertrand Ollivet", "Bertrant Ollivet"]).count == 1)
    #expect(merged(.person, ["Hassan al-Qadiri", "Hassan el-Kadiri"]).count == 1)
}

@Test func threeSpellingsOfOnePerson() {
    #expect(merged(.person, ["Sergueï Malyguine", "Serguei Malyguin", "Serguej Malyguine"]).count == 1)
    #expect(merged(.person, ["Simon Velter", "Simone Velter"]).count == 2)
}

@Test func twoPersonsStayTwo() {
    #expect(merged(.person, ["Nadia al-Fassi", "Nabil al Fassi"]).count == 2)
    #expect(merged(.person, ["Omar Benali", "Omar Al-Turki"]).count == 2)
    #expect(merged(.person, ["Farid Ben Hamdi", "Abou Hamdi al-Sari"]).count == 2)
    #expect(merged(.person, ["Ang Dorje", "Mingma Dorje", "Ang Tenzing Gurung"]).count == 3)
}

@Test func initialsAndMiddleNames() {
    #expect(merged(.person, ["J. Lantier", "Jean Lantier"]).count == 1)
    #expect(merged(.person, ["Anna R. Costa", "Anna Costa"]).count == 1)
    #expect(merged(.person, ["P. Lantier", "Jean Lantier"]).count == 2)
}

@Test func shortGivenNamesNeedEvidence() {
    let names = ["Robert Vance", "Roby Vance"]
    #expect(merged(.person, names).count == 2)
    #expect(merged(.person, names, roles: ["Robert Vance": "maire de Springford", "Roby Vance": "maire"]).count == 1)
}

@Test func aBareSurnameJoinsItsOnlyBearer() {
    #expect(merged(.person, ["Jean Lantier", "Lantier"]).count == 1)
    #expect(merged(.person, ["Jean Lantier", "Paul Lantier", "Lantier"]).count == 3)
}

@Test func ambiguousSurnamesAreNotJoinedToEachOther() {
    var one = Paper("Lantier parle. Un.")
    one.name("Lantier")
    var two = Paper("Lantier se tait. Deux.")
    two.name("Lantier")
    var full = Paper("Jean Lantier et Paul Lantier.")
    full.name("Jean Lantier")
    full.name("Paul Lantier")
    #expect(linked([one, two, full]).entities.count == 4)
}

@Test func organisations() {
    #expect(merged(.organisation, ["UMB", "Union maritime bretonne"], acronyms: ["Union maritime bretonne": ["umb"]]).count == 1)
    #expect(
        merged(
            .organisation, ["Forces de défense côtière", "Conseil de défense côtière"],
            keys: [
                "Forces de défense côtière": ["forces", "defense", "cotiere"],
                "Conseil de défense côtière": ["conseil", "defense", "cotiere"],
            ]
        ).count == 1)
    #expect(merged(.organisation, ["Ligue verte du Nord", "Ligue bleue"]).count == 2)
    #expect(
        merged(
            .organisation, ["Fondation des arts", "Fondation de Lorraine", "Fondation"],
            keys: ["Fondation des arts": ["fondation", "arts"], "Fondation de Lorraine": ["fondation", "lorraine"]]
        ).count == 3)
    #expect(merged(.organisation, ["Corvalis", "Corvalis Shipping Lines"]).count == 1)
}

@Test func smallWordsInsideANameDoNotPart() {
    let keys = ["Maison de la mer": ["maison", "mer"], "Maison pour la mer": ["maison", "pour", "mer"]]
    #expect(merged(.organisation, ["Maison de la mer", "Maison pour la mer"], keys: keys).count == 1)
    #expect(merged(.organisation, ["Maison haute mer", "Maison du port"]).count == 2)
}

@Test func thingsAndPlaces() {
    #expect(merged(.other, ["Belle-Étoile", "MV Belle-Étoile"]).count == 1)
    #expect(merged(.place, ["Port Sainte-Marie", "Port-Sainte-Marie"]).count == 1)
}

@Test func knownThingsAreOneUnderAnyName() {
    var one = Paper("Le Royaume-Uni.")
    one.name("Royaume-Uni", .place, known: "country:GB")
    var two = Paper("Britain.", language: "en")
    two.name("Britain", .place, known: "country:GB")
    var three = Paper("Le Royaume.")
    three.name("Royaume", .place, known: "country:SA")
    let dossier = linked([one, two, three])
    #expect(dossier.entities.count == 2)
    #expect(dossier.entity(at: one.passage("Royaume-Uni"))?.mentions.count == 2)
}

@Test func knownNamesInsideNamesAreOne() {
    var one = Paper("L'Alliance contre les FRX.")
    one.name("Alliance contre les FRX", .organisation, keys: ["alliance", "frx"])
    var two = Paper("L'Alliance contre le Front rouge; le Front rouge.")
    two.name("Alliance contre le Front rouge", .organisation, keys: ["alliance", "front", "rouge"])
    two.name("Front rouge", .organisation, keys: ["front", "rouge"], known: "org:front-rouge", acronyms: ["frx"])
    #expect(linked([one, two]).entity(at: one.passage("Alliance contre les FRX"))?.mentions.count == 2)
}

@Test func theNameIsTheFullestThatMostUse() {
    var papers = ["a", "b", "c"].map { day in Paper("Bertrand Ollivet, \(day).") }
    for index in papers.indices { papers[index].name("Bertrand Ollivet") }
    var slip = Paper("Bertrant Ollivet.")
    slip.name("Bertrant Ollivet")
    var bare = Paper("Ollivet.")
    bare.name("Ollivet")
    let entities = linked(papers + [slip, bare]).entities
    #expect(entities.count == 1)
    #expect(entities.first?.name == "Bertrand Ollivet")
    #expect(entities.first?.variants == ["Bertrant Ollivet", "Ollivet"])
    #expect(entities.first?.because.isEmpty == false)
}
