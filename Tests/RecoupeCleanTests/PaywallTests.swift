// Stubs of paywalled reports are said to be stubs; whole reports with an offer below them are not.
import RecoupeModel
import Testing

@testable import RecoupeClean

@Suite struct PaywallTests {
    private let opening = """
        The town council voted late on Monday to close the old swimming pool, after a debate that lasted for more than two hours.
        """
    private let code = "clean.text.paywalled"

    private func page(_ paragraphs: [String], below: String = "", data: String = "") -> String {
        """
        <html lang="en"><head><title>Old pool to close</title>\(data)</head><body><article><h1>Old pool to close</h1>
        \(paragraphs.map { "<p>\($0)</p>" }.joined())</article>\(below)</body></html>
        """
    }

    @Test func aLineBelowTheTextKeepsTheRest() throws {
        for line in [
            "To continue reading, sign in or subscribe", "This article is for subscribers only.", "Subscribe to read the full story",
        ] {
            let article = try Clean.html(page([opening], below: "<div><p>\(line)</p></div>"))
            #expect(article.warnings.map(\.code) == [code], "\(line)")
            #expect(article.text == opening)
        }
    }

    @Test func plainTextInFrench() throws {
        let text = """
            La piscine fermera

            Le conseil municipal de Varenne a voté lundi soir la fermeture de la piscine, après un débat de plus de deux heures.

            Il vous reste 80 % de cet article à lire. La suite est réservée aux abonnés.
            """
        #expect(try Clean.text(text).warnings.map(\.code) == [code])
    }

    @Test func linkedDataOfAFewWords() throws {
        let data = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script>"
        #expect(try Clean.html(page([opening], data: data)).warnings.map(\.code) == [code])
        #expect(try Clean.html(page([opening], data: data.replacing("false", with: "true"))).warnings.isEmpty)
    }

    @Test func aWholeReportIsNone() throws {
        let whole = (1...20).map { "\(opening.dropLast()), as paragraph \($0) of the minutes has it." }
        #expect(try Clean.html(page(whole, below: "<div><p>Subscribe to read more of our reports</p></div>")).warnings.isEmpty)
        #expect(try Clean.html(page([opening])).warnings.isEmpty)
    }
}
