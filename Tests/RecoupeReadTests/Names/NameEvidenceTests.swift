import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import Testing

/// Kinds and extents that only the whole article, or the words beside a name, show.
@Suite struct NameEvidenceTests {
    private func read(_ text: String, _ language: String = "fr") throws -> (names: [Name], referents: [Referent]) {
        let pack = try LanguagePack(language)
        return try NameFinder(pack).find(in: Analyser(pack).analyse(text, article: "a1"))
    }

    private func kinds(_ text: String, _ language: String = "fr") throws -> [String] {
        try read(text, language).names.map { "\($0.kind.rawValue) \($0.text)" }
    }

    @Test(arguments: [
        "L'entrepôt de Torvald Énergie a brûlé hier.",
        "La société Torvald Brimont a payé sa dette.",
        "Torvald Shipping, filiale d'un groupe suédois, se tait.",
        "Le directeur général de Torvald Brimont SAS a démissionné.",
    ])
    func firmsAreNoPersons(_ text: String) throws {
        let names = try read(text).names.filter { $0.text.contains("Torvald") }
        #expect(names.map { $0.kind } == [.organisation])
    }

    /// What the noun before says a thing is, is one, and elsewhere too.
    @Test func calledThings() throws {
        let found = try kinds("L'huile du vraquier Ozirane coule encore. Deux remorqueurs tirent vers le large le Ozirane.")
        #expect(found == ["other Ozirane", "other Ozirane"])
        #expect(try kinds("Elle a vu le film « Les Dunes de verre » hier.") == ["other Les Dunes de verre"])
        #expect(try kinds("Les clubs de la série A protestent.").isEmpty)
    }

    @Test func aFirmsShortNameIsTheFirm() throws {
        let found = try kinds("Le groupe Torvald Motors ferme deux usines. « Rien n'est décidé », a dit un porte-parole de Torvald.")
        #expect(found == ["organisation Torvald Motors", "organisation Torvald"])
    }

    @Test func aGivenNameOutweighsAFirmsWord() throws {
        #expect(try kinds("La patronne, Claire Bank, a parlé. « Non », a répété Claire Bank.").allSatisfy { $0 == "person Claire Bank" })
    }

    @Test(arguments: ["Villiers-sur-Orme", "Orbe-Maritime"])
    func compoundNamesOfPlaces(_ place: String) throws {
        #expect(try kinds("La préfète de \(place) a fermé les plages.").contains("place \(place)"))
    }

    @Test func townsWithoutTheirCommonNoun() throws {
        #expect(try kinds("Un feu a pris dans le port de Villiers-sur-Orme.") == ["place Villiers-sur-Orme"])
    }

    @Test func mediaByTheirParts() throws {
        #expect(try kinds("« Tout va bien », a expliqué le patron à Info-Estuaire.") == ["organisation Info-Estuaire"])
    }

    @Test func bodiesWithTheirWholeNameAndAcronym() throws {
        let (names, referents) = try read("Le Bureau d'analyse des risques côtiers (BARC) a conclu. Le BARC propose dix mesures.")
        #expect(names.map { $0.text } == ["Bureau d'analyse des risques côtiers", "BARC", "BARC"])
        #expect(Set(names.map { $0.referent }).count == 1)
        #expect(referents.first?.kind == .organisation)
    }

    @Test func foreignBodiesWithTheirLinkedWords() throws {
        let found = try kinds("« C'est faux », a dit Claire Morvan, du Westmark Institute of Hydrology, à la radio.")
        #expect(found == ["person Claire Morvan", "organisation Westmark Institute of Hydrology"])
    }

    @Test func manyNamesInOneArticle() throws {
        let text = (0..<400).map { "Torvald Brimont a vu Ana Mer\($0 % 200) à Lyon." }.joined(separator: " ")
        #expect(try read(text).names.count > 400)
    }

    @Test func bodiesNamedAfterPersons() throws {
        #expect(try kinds("L'association Claire Morvan accueille trente enfants.") == ["organisation association Claire Morvan"])
    }

    @Test func bodiesOfACountry() throws {
        let found = try kinds("Hier, la Résistance populaire en Irak a revendiqué le tir.")
        #expect(found == ["organisation Résistance populaire en Irak"])
    }

    @Test func surnamesOfPersonsNamedInFull() throws {
        let found = try kinds("Le sprint est revenu à Thomas Verlinck. Au sommet, Verlinck avait dix secondes d'avance.")
        #expect(found == ["person Thomas Verlinck", "person Verlinck"])
    }

    @Test func englishFirms() throws {
        let found = try kinds("The ferry, operated by Torvald Logistics, sank. Torvald Logistics declined to comment.", "en")
        #expect(found == ["organisation Torvald Logistics", "organisation Torvald Logistics"])
    }

    @Test(arguments: ["(((((", "A (B) (C) (D", "de de de (DD)", "Saint--", "-sur- à À", "«« X, X, X, 9 ans", "((AB)) AB (AB)"])
    func anyWordsAtAll(_ text: String) throws {
        for language in ["fr", "en"] {
            let (names, referents) = try read(text, language)
            #expect(names.allSatisfy { referents.indices.contains($0.referent) })
            #expect(zip(names, names.dropFirst()).allSatisfy { $0.passage.end <= $1.passage.start })
        }
    }
}
