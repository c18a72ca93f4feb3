// Outlets by rights lines, mastheads and window titles; where nothing tells, none.
import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupeClean

@Suite struct OutletTests {
    private let body = """
        Le conseil municipal de Varenne a voté lundi soir la fermeture de la piscine, après deux heures de débat.

        « Nous n'avions plus le choix », a déclaré la maire, Odile Perrin, à la sortie de la salle.
        """

    private func article(_ head: String, _ foot: String = "") throws -> Article {
        try Clean.text("La piscine de Varenne fermera ses portes\n\n\(head)\n\n\(body)\n\n\(foot)")
    }

    @Test(arguments: [
        ("© Agence Zephir. Toute reproduction interdite.", "Agence Zephir"), ("Tous droits réservés - Le Fanal", "Le Fanal"),
        ("Le Fanal du plateau - Tous droits réservés", "Le Fanal du plateau"),
        ("© 2016 The Ridge Lantern. All rights reserved.", "The Ridge Lantern"),
        ("© Le Fanal 2016 - Tous droits réservés", "Le Fanal"), ("Mentions légales - Tous droits réservés", nil),
        ("© J. Roux / Zephir", nil),
    ])
    func rightsLines(_ line: String, _ outlet: String?) throws { #expect(try article("", line).outlet == outlet) }

    @Test(arguments: [
        ("Radio Plateau\nMardi 3 mai 2016", "", "Radio Plateau"),
        ("Le Fanal varennois\nVie du bourg", "Le Fanal varennois - Mentions légales", "Le Fanal varennois"),
        ("Le Fanal, mensuel du plateau", "", "Le Fanal"), ("The Ridge Lantern | 3 May 2016 | By Jane Roe", "", "The Ridge Lantern"),
        ("La Gazette de Varenne\nPar Jeanne Roux\nPublié le 3 mai 2016", "", "La Gazette de Varenne"), ("Un débat houleux", "", nil),
        ("Jeanne Roux\n3 mai 2016", "", nil), ("Vie locale\nPublié le 3 mai 2016", "", nil),
        ("Le maire accusé\nPublié le 3 mai 2016", "", nil),
    ])
    func mastheads(_ head: String, _ foot: String, _ outlet: String?) throws {
        let found = try article(head, foot)
        #expect(found.outlet == outlet)
        if head.contains("Jane") { #expect(found.authors == ["Jane Roe"]) }
        if let outlet { #expect(!found.text.contains(outlet)) }
        if head.contains("2016") { #expect(found.published?.earliest.description == "2016-05-03") }
        #expect(found.text.hasSuffix(body))
    }

    @Test(arguments: [
        ("Le Fanal - Old pool to close", "Le Fanal"), ("Old pool to close | The Ridge Lantern", "The Ridge Lantern"),
        ("Old pool to close - a town in anger", nil),
        ("Old pool to close", nil),
    ])
    func windowTitles(_ title: String, _ outlet: String?) throws {
        let page = "<html><head><title>\(title)</title></head><body><h2>Old pool to close</h2>"
        let text = "<p>The town council voted late on Monday to close the old swimming pool, after a debate of two hours.</p>"
        #expect(try Clean.html(page + text + text.replacing("late on", with: "by a hair on") + "</body></html>").outlet == outlet)
    }

    @Test func captionsLabelsAndCallsGo() throws {
        let found = try article(
            "Vie du bourg\nPar Jeanne Roux\nLe bassin vide, mardi matin. (Photo Le Fanal)",
            "Une information à nous transmettre ? Écrivez à la rédaction.")
        #expect(found.text == body)
        #expect(try article("", "À LIRE ÉGALEMENT – Le budget en dix chiffres").text == body)
        let kept = "Le bassin est fermé depuis mardi (photo ci-contre)."
        #expect(try article("", kept).text.hasSuffix(kept))
    }
}
