// Who stands after `selon` and how far that goes, what a medium learned from somebody, what nobody carries. Own sentences, reworded from
// kinds met in the news.
import RecoupeLanguage
import RecoupeLink
import RecoupeModel
import RecoupeRead
import Testing

@Suite struct SourceTests {
    private let reader: Reader

    init() throws { reader = try Reader(packs: [LanguagePack("fr")]) }

    private func reading(_ text: String) -> Reading {
        reader.read(Article(id: "a", path: "a.txt", sha256: "", text: text, language: "fr"))
    }

    private func statements(_ text: String) -> [Statement] { reading(text).statements }

    @Test(arguments: [
        (
            "Selon Gazvert, gestionnaire du réseau, 3 400 foyers restent privés de courant.", "Gazvert",
            "3 400 foyers restent privés de courant"
        ),
        (
            "Selon la chaîne publique Canal Est, le chef du gouvernement, affaibli par la maladie, a quitté la ville.", "Canal Est",
            "le chef du gouvernement, affaibli par la maladie, a quitté la ville"
        ),
        (
            "Pour le Dr Anne Morel, pédiatre à l'hôpital de Valmer, interrogée par la radio, \"c'est une erreur\".", "Anne Morel",
            "c'est une erreur"
        ),
    ])
    func whatStandsAfterTheSource(_ text: String, _ speaker: String, _ content: String) throws {
        let found = try #require(statements(text).first)
        #expect(found.speakerName == speaker)
        #expect(found.content.text == content)
    }

    @Test(arguments: [
        ("Un camion a pris feu lundi, a-t-on appris auprès des pompiers.", "pompiers", "Un camion a pris feu lundi"),
        ("Un élève a été blessé, a appris l'AFP auprès du parquet de Créteil.", "parquet de Créteil", "Un élève a été blessé"),
        ("Un élève a été blessé, a appris mardi l'AFP de source judiciaire.", "source judiciaire", "Un élève a été blessé"),
    ])
    func whatAMediumLearned(_ text: String, _ speaker: String, _ content: String) throws {
        let found = statements(text)
        #expect(found.map(\.content.text) == [content])
        #expect(found.first?.speakerText == speaker)
    }

    @Test func asSomebodyWrites() {
        let found = statements("Les stocks baissent, comme l'a expliqué Jean Dupont.")
        #expect(found.map(\.content.text) == ["Les stocks baissent"])
        #expect(found.first?.speakerName == "Jean Dupont")
    }

    @Test func aTitleBeforeTheName() {
        #expect(statements("De son côté, Mgr Berthier a indiqué que l'abbaye rouvrira.").first?.speakerName?.hasSuffix("Berthier") == true)
    }

    @Test func bothFormsOfABodysName() {
        let text = "La Ligue des pêcheurs de Valmer (LPV) a protesté. La LPV a annoncé que le port sera bloqué."
        #expect(statements(text).last?.speakerName == "Ligue des pêcheurs de Valmer (LPV)")
    }

    /// What nobody is said to have spoken is given by a reading, without a speaker, and not listed by a dossier.
    @Test(arguments: [
        "Le gardien a été blessé. Le voleur se serait enfui par les toits du musée.",
        "Le maire Jean Dupont a parlé du pont. Les résultats sont attendus \"dans la soirée ou demain matin\".",
    ])
    func whatNobodyCarries(_ text: String) throws {
        let article = Article(id: "a", path: "a.txt", sha256: "", text: text, language: "fr")
        let reading = reader.read(article)
        let found = try #require(reading.statements.first { $0.isUncarried })
        #expect(found.speakerName == nil && found.speakerText == nil)
        let dossier = Linker().link(title: "x", [article], [reading])
        #expect(!dossier.statements.contains { $0.isUncarried })
    }
}
