// Reports as people paste them: the report stays, the page's furniture goes, and what it says of itself is kept.
import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupeClean

@Suite struct TextPageTests {
    private let paragraph = "Le conseil municipal de Varenne a voté lundi soir la fermeture de la piscine, après deux heures de débat."
    private let second = "« Nous n'avions plus le choix », a déclaré la maire, Odile Perrin, à la sortie de la salle."

    @Test func titleFurnitureAndBody() throws {
        let article = try Clean.text(
            """
            Région

            La piscine de Varenne fermera

            3 minutes de lecture

            La piscine de Varenne fermera

            \(paragraph)

            Lire aussi : Le budget de la ville en dix chiffres

            Une décision attendue

            \(second)

            PHOTO : La piscine en 2011. (J. Roux/Le Courrier)

            Partager cet article
            Laisser un commentaire
            © 2019 LE COURRIER
            """
        )
        #expect(article.title == "La piscine de Varenne fermera")
        #expect(article.text == [paragraph, "Une décision attendue", second].joined(separator: "\n\n"))
        #expect(article.language == "fr")
        #expect(article.outlet == "LE COURRIER")
        #expect(article.published == nil)
        #expect(article.removed.contains("Lire aussi : Le budget de la ville en dix chiffres"))
    }

    @Test func bylineGivesDayOutletAndCredit() throws {
        let article = try Clean.text(
            "La piscine fermera\n\nCourrier avec AFP, publié le mardi 3 mai 2016 à 08h12\n\n\(paragraph)\n\n\(second)")
        #expect(article.published?.earliest.description == "2016-05-03")
        #expect(article.published?.stated == true)
        #expect(article.outlet == "Courrier")
        #expect(article.origins.map(\.name) == ["AFP"])
        #expect(article.origins.map(\.relation) == [.credits])
    }

    @Test func boxWithOtherReportsGoes() throws {
        let article = try Clean.text(
            "La piscine fermera\n\nA lire aussi\n\nSociété\n\nLe budget voté dans la douleur\n\nLa maire s'explique\n\n\(paragraph)\n\n\(second)"
        )
        #expect(article.text == paragraph + "\n\n" + second)
    }

    @Test func hardWrappedTextIsUnwrapped() throws {
        let article = try Clean.text(
            """
            La piscine fermera

            Le conseil municipal de Varenne a voté lundi soir la fermeture
            de la piscine, après deux heures de débat dans une salle pleine
            où une centaine de nageurs étaient venus avec des banderoles et
            des bonnets de bain.

            La maire a promis une nouvelle piscine pour la fin de l'année,
            construite avec la ville voisine, sur un terrain qui appartient
            aux deux communes et que traverse la rivière.
            """
        )
        #expect(article.text.split(separator: "\n\n").count == 2)
        #expect(article.text.hasPrefix("Le conseil municipal de Varenne a voté lundi soir la fermeture de la piscine, après"))
    }

    @Test func datelineTakesItsYearFromTheRightsOnlyWithTheText() throws {
        let body = "VARENNE, 3 MAI, COURRIER: \(paragraph)"
        let named = try Clean.text("La piscine fermera\n\n\(body)\n\nLe déficit date de janvier 2016.\n\n© 2016 COURRIER")
        #expect(named.published?.earliest.description == "2016-05-03")
        #expect(named.published?.because.count == 3)
        #expect(try Clean.text("La piscine fermera\n\n\(body)\n\n\(second)\n\n© 2026 COURRIER").published == nil)
    }

    @Test func damageIsWarnedOf() throws {
        let article = try Clean.text(
            "La piscine\n\nEnviron 3.500 XNUMX nageurs sont venus dans le bassin[masculinmunicipal, dit “la maire” et « lui ».")
        #expect(
            article.warnings.map(\.code) == ["clean.text.number-garbled", "clean.text.words-glued", "clean.text.quotation-marks-mixed"])
    }

    @Test(arguments: ["", "a", "\u{FFFD}", "...", "© 2020", "(AFP)", "A lire aussi", ":", "— — —\n\n\n)", "1\n2\n3\n4"])
    func shortestTextsAreRead(_ text: String) { _ = try? Clean.text(text) }
}
