import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import Testing

@Suite struct NameFinderTests {
    private func read(_ text: String, _ language: String = "fr") throws -> (names: [Name], referents: [Referent]) {
        let pack = try LanguagePack(language)
        return try NameFinder(pack).find(in: Analyser(pack).analyse(text, article: "a1"))
    }

    private func kinds(_ text: String, _ language: String = "fr") throws -> [String] {
        try read(text, language).names.map { "\($0.kind.rawValue) \($0.text)" }
    }

    @Test func personsWithoutTheirTitles() throws {
        let found = try kinds("Le ministre Paul Durand a reçu Mme Claire Lemoine. Selon M. Durand, tout va bien.")
        #expect(found == ["person Paul Durand", "person Claire Lemoine", "person Durand"])
    }

    @Test func englishTitlesAndOrganisations() throws {
        let found = try kinds("Egyptian Foreign Minister Sameh Halim met the World Health Organization in Cairo.", "en")
        #expect(found == ["person Sameh Halim", "organisation World Health Organization", "place Cairo"])
    }

    @Test func surnameGoesToItsOnePerson() throws {
        let (names, referents) = try read("Paul Durand est venu hier. « Je reste », a dit M. Durand à Lyon.")
        #expect(names[0].referent == names[1].referent)
        #expect(referents[names[0].referent].name == "Paul Durand")
        #expect(referents[names[0].referent].gender == .masculine)
    }

    @Test func surnameOfTwoStaysAlone() throws {
        let (names, referents) = try read("Paul Durand et Marc Durand sont venus. Les amis de Durand aussi.")
        #expect(Set(names.map { $0.referent }).count == 3)
        #expect(referents.map { $0.name } == ["Paul Durand", "Marc Durand", "Durand"])
    }

    @Test func titleDecidesBetweenTwo() throws {
        let (names, _) = try read("Paul Durand et Claire Durand sont venus. Puis Mme Durand a parlé.")
        #expect(names.map { $0.referent } == [0, 1, 1])
    }

    @Test func anAcronymInBracketsIsANameWhereverItStands() throws {
        let text = "Le Conseil national des digues (CNDX) a refusé. La décision du CNDX a surpris, dit un riverain."
        let (names, referents) = try read(text)
        #expect(names.filter { $0.text == "CNDX" }.count == 2)
        #expect(referents.contains { $0.variants.contains("CNDX") && $0.variants.count == 2 })
    }

    @Test func titlesKeepNamesakesApart() throws {
        let (names, referents) = try read(
            "Paul Durand et Claire Durand sont venus. M. Durand a parlé, puis Mme Durand a répondu à M. Durand.")
        #expect(names.map { $0.referent } == [0, 1, 0, 1, 0])
        #expect(referents.allSatisfy { $0.variants.count == 2 })
    }

    @Test func particlesDoNotDivideKeys() throws {
        let (_, a) = try read("Le général Khaled al-Masri a parlé.")
        let (_, b) = try read("Le général Khaled al Masri a parlé.")
        #expect(a[0].keys == ["khaled", "masri"])
        #expect(a[0].keys == b[0].keys)
    }

    @Test func acronymJoinsItsLongForm() throws {
        let (names, referents) = try read("L'Organisation mondiale de la santé (OMS) alerte. L'OMS a réuni son comité.")
        #expect(names.map { $0.referent } == [0, 0, 0])
        #expect(referents[0].known == "org:who")
        #expect(referents[0].acronyms.contains("oms"))
    }

    @Test func placesHaveCoordinates() throws {
        let (_, referents) = try read("Il vit en Norvège depuis 2012.")
        #expect(referents.map { $0.known } == ["country:NO"])
        #expect(referents[0].coordinates?.count == 2)
    }

    @Test func functionsStandWithTheirPlace() throws {
        let text = "La ministre norvégienne de la Pêche, Ingrid Dahl, a démissionné."
        let (names, referents) = try read(text)
        let person = try #require(names.first { $0.kind == .person })
        #expect(referents[person.referent].roles.map { $0.text } == ["ministre norvégienne de la Pêche"])
    }

    @Test func inhabitantsAreNoNames() throws {
        #expect(try kinds("Les Norvégiens et les soldats danois sont partis.") == [])
    }

    @Test func passagesAreTheTextThere() throws {
        let text = "« Été à Oslo » – dit l’Élysée. É. Müller vit à São Paulo…"
        let scalars = Array(text.unicodeScalars)
        for name in try read(text).names {
            var there = String.UnicodeScalarView()
            there.append(contentsOf: scalars[name.start..<name.end])
            #expect(String(there) == name.text)
        }
    }

    @Test(arguments: ["", " ", "\n\n", "(", "A", "M.", "« »", "AL-", "de la", "É", "\u{301}\u{301}", "M. M. M.", "X (Y) (Z"])
    func anythingCanBeRead(_ text: String) throws {
        let (names, referents) = try read(text)
        #expect(names.allSatisfy { $0.referent < referents.count })
    }

    @Test func demonymsLeadToTheirCountry() throws {
        let demonyms = try Demonyms(LanguagePack("fr"))
        #expect(demonyms.place(folded: "norvegiennes") == "country:NO")
        #expect(demonyms.place(folded: "pro-russes") == "country:RU")
        #expect(demonyms.place(folded: "table") == nil)
    }

    @Test func packsShareTheNamesOfThings() throws {
        func known(_ language: String, _ file: String, _ cell: Int) throws -> Set<String> {
            Set(try LanguagePack(language).table(file, columns: 2).rows.map { $0[cell] })
        }
        #expect(try known("fr", "places.tsv", 2).intersection(known("en", "places.tsv", 2)).count > 700)
        #expect(try known("fr", "organisations.tsv", 0).intersection(known("en", "organisations.tsv", 0)).count > 250)
    }
}
