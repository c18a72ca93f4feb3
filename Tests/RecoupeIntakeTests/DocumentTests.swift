// Mail, saved pages, office documents, Markdown and exports in, reports out.
import Foundation
import RecoupeModel
import Testing

@testable import RecoupeIntake

@Suite struct DocumentTests {
    private let mail = """
        Return-Path: <a@g.example>
        From: =?utf-8?Q?Anne_Pet=C3=ADt?= <a@g.example>
        To: b@g.example
        Subject: =?iso-8859-1?B?TGUgYmFjIOAgcXVhaQ==?= =?utf-8?Q?_demain?=
        Date: Mon, 3 Jun 2024 08:00:00 +0200
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="out"

        --out
        Content-Type: multipart/alternative; boundary=in

        --in
        Content-Type: text/plain; charset=iso-8859-1; format=flowed
        Content-Transfer-Encoding: quoted-printable

        Le bac reprendra ses travers=E9es lundi, a=20
        annonc=E9 la compagnie.

        Il pleut.
        --in
        Content-Type: text/html; charset=utf-8

        <p>Le bac reprendra ses traversées lundi, a annoncé la compagnie.</p><p>Il pleut.</p>
        --in--
        --out
        Content-Type: text/html; name="page.html"
        Content-Disposition: attachment; filename="page.html"
        Content-Transfer-Encoding: base64

        PGh0bWw+PGJvZHk+PHA+TGUgcG9udC48L3A+PC9ib2R5PjwvaHRtbD4=
        --out--
        """

    @Test func mailGivesItsTextAndAttachments() {
        for text in [mail, mail.replacing("\n", with: "\r\n")] {
            let taken = Taken(text, path: "m.eml")
            #expect(taken.pages.map(\.path) == ["m.eml", "m.eml#page.html"])
            let page = taken.pages.first
            #expect(page?.text.contains("traversées lundi, a annoncé la compagnie.") == true, "\(page?.text ?? "")")
            #expect(page?.provenance?.title == "Le bac à quai demain" && page?.provenance?.authors == ["Anne Petít"])
            #expect(page?.provenance?.published == "2024-06-03T08:00:00+02:00")
            #expect(taken.pages.last?.form == .html)
        }
    }

    @Test func aForwardedMailDoesNotDateWhatItForwards() {
        let forwarded = mail.replacing("Subject: =?iso-8859-1?B?TGUgYmFjIOAgcXVhaQ==?=", with: "Subject: TR : bac")
        let given = Taken(forwarded).pages.first?.provenance
        #expect(given?.published == nil && given?.captured == "2024-06-03T08:00:00+02:00")
    }

    @Test func htmlCountsWhereTheTextIsAStub() {
        let stub = mail.replacing("annonc=E9 la compagnie.\n\nIl pleut.", with: "").replacing(
            "Le bac reprendra ses travers=E9es lundi, a=20", with: "Voir.")
        #expect(Taken(stub).pages.first?.form == .html)
    }

    @Test func aSavedPageHasItsAddressAndDay() {
        let page = """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://g.example/1
            Subject: La Gazette
            Date: Mon, 3 Jun 2024 08:00:00 -0000
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="----M"

            ------M
            Content-Type: text/html
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://g.example/1

            <html><head><meta charset=3D"utf-8"></head><body><p>L=E2=80=99=C3=A9t=C3=
            =A9.</p></body></html>
            ------M
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Location: https://g.example/p.png

            iVBORw0KGgo=
            ------M--
            """
        let taken = Taken(page, path: "p.mhtml")
        #expect(taken.troubles.isEmpty && taken.pages.count == 1)
        #expect(taken.pages.first?.url == "https://g.example/1")
        #expect(taken.pages.first?.words.contains("L’été.") == true)
        #expect(taken.pages.first?.provenance?.captured == "2024-06-03T08:00:00Z" && taken.pages.first?.provenance?.published == nil)
    }

    @Test func textWithColonsIsNoMail() {
        #expect(Taken("Date: lundi\nTo: tous\nSubject: bac\n\nLe bac reprend.").pages.first?.provenance == nil)
    }

    @Test func wordDocumentsGiveTheirParagraphs() {
        let main = """
            <?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
            <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Le bac</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">Il </w:t></w:r><w:del><w:r><w:delText>ne </w:delText><w:t>ne </w:t></w:r></w:del><w:r><w:t>reprend</w:t><w:tab/><w:t>lundi.</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Passagers</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>400</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            </w:body></w:document>
            """
        let core =
            "<c xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>PC</dc:creator><dcterms:modified>2024-06-03</dcterms:modified></c>"
        let taken = Taken(
            Packed.archive(
                .zip, [("[Content_Types].xml", bytes("<x/>")), ("word/document.xml", bytes(main)), ("docProps/core.xml", bytes(core))]))
        #expect(taken.pages.first?.text == "Le bac\n\nIl reprend lundi.\n\nPassagers | 400")
        #expect(taken.pages.first?.provenance?.title == "Le bac" && taken.pages.first?.provenance?.authors == [])
        #expect(taken.pages.first?.provenance?.captured == "2024-06-03" && taken.pages.first?.provenance?.published == nil)
    }

    @Test func openDocumentsGiveTheirParagraphs() {
        let main = """
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>
            <text:tracked-changes><text:p>effacé</text:p></text:tracked-changes><text:h>Le bac</text:h><text:p>Il<text:s/>reprend<text:note><text:p>une note</text:p></text:note>.</text:p>
            <text:list><text:list-item><text:p>un</text:p></text:list-item></text:list></office:text></office:body></office:document-content>
            """
        let files = [("mimetype", bytes("application/vnd.oasis.opendocument.text")), ("content.xml", bytes(main))]
        #expect(Taken(Packed.archive(.zip, files)).pages.first?.text == "Le bac\n\nIl reprend.\n\nun")
    }

    @Test func markdownLosesItsMarks() {
        let text = """
            ---
            title: "Le bac reprend"
            date: 2024-06-03
            author: Anne Petit
            ---
            # Le bac *reprend*

            Il **reprend** lundi, a annoncé [la compagnie](https://c.example/a_b(c)) ; `400`
            passagers, 3 * 4 mots, un_mot_long[^1].

            > Il pleut.

            * un
            * deux ![image](x.png)

            | a | b |
            | --- | --- |
            | 1 | 2 |

            [1]: https://x.example
            """
        let page = Taken(text).pages.first
        #expect(
            page?.text
                == "Le bac reprend\n\nIl reprend lundi, a annoncé la compagnie ; 400 passagers, 3 * 4 mots, un_mot_long.\n\nIl pleut.\n\n- un\n\n- deux\n\na | b\n\n1 | 2"
        )
        #expect(page?.provenance?.title == "Le bac reprend" && page?.provenance?.published == "2024-06-03")
        #expect(page?.provenance?.authors == ["Anne Petit"])
        #expect(Taken("Le bac reprend.\n\n- un\n- deux\n\nIl a dit * deux * fois.").pages.first?.provenance == nil)
    }

    @Test func europresseGivesItsArticles() {
        func article(_ number: Int) -> String {
            """
            <article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">La Gazette, no. 12\(number)</span></div>
            <span class="DocHeader">Région, lundi 3 juin 2024 312 mots, p. 4</span>
            <div class="titreArticle"><p class="titreArticleVisu">Le bac numéro \(number)</p></div><div class="docAuthors">Anne Petit</div></header>
            <section><div class="DocText clearfix"><div class="docOcurrContainer"><p>Il reprend \(number).</p><p>Lundi.</p></div></div></section></article>
            """
        }
        let taken = Taken("<!DOCTYPE html><html><body>\(article(1))\(article(2))</body></html>", path: "e.html")
        #expect(taken.pages.map(\.path) == ["e.html#1", "e.html#2"])
        let given = taken.pages.last?.provenance
        #expect(given?.title == "Le bac numéro 2" && given?.outlet == "La Gazette" && given?.authors == ["Anne Petit"])
        #expect(given?.published?.contains("3 juin 2024") == true && given?.format == "europresse")
        #expect(taken.pages.last?.text.contains("<p>Il reprend 2.</p>") == true)
    }

    @Test func factivaGivesItsArticles() {
        let coded = """
            <div class="article frArticle"><table><tr><td><b>HD </b></td><td>Le bac</td></tr><tr><td>BY</td><td>Par Anne Petit</td></tr>
            <tr><td>PD</td><td>3 juin 2024</td></tr><tr><td>SN</td><td>La Gazette</td></tr>
            <tr><td>TD</td><td><p class="articleParagraph frarticleParagraph">Il reprend.</p></td></tr></table></div>
            """
        let plain = """
            <div class="article enArticle"><div>News</div><div id="hd"><span class="enHeadline">The ferry</span></div><div class="author">Ann Small</div>
            <div>412 words</div><div>3 June 2024</div><div>08:00</div><div>The Gazette</div><div>GAZ</div>
            <p class="articleParagraph enarticleParagraph">It sails.</p><p class="articleParagraph enarticleParagraph">On Monday.</p></div>
            """
        let taken = Taken("<html><body>\(coded)\(plain)</body></html>")
        #expect(taken.pages.count == 2)
        let (first, second) = (taken.pages.first?.provenance, taken.pages.last?.provenance)
        #expect(first?.title == "Le bac" && first?.outlet == "La Gazette" && first?.published == "3 juin 2024" && first?.language == "fr")
        #expect(second?.title == "The ferry" && second?.outlet == "The Gazette" && second?.published == "3 June 2024")
        #expect(second?.authors == ["Ann Small"] && taken.pages.last?.text == "<p>It sails.</p><p>On Monday.</p>")
    }

    @Test func sitemapsLeadToThePagesBesideThem() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("intake-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: root) }
        let folder = root.appendingPathComponent("g.example/news")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(bytes("<html><p>Le bac.</p></html>")).write(to: folder.appendingPathComponent("bac.html"))
        let map = root.appendingPathComponent("sitemap.xml")
        try Data(bytes("<urlset><url><loc>https://g.example/news/bac</loc></url><url><loc>https://g.example/x</loc></url></urlset>")).write(
            to: map)
        let taken = Taken(Intake().members(at: map.path))
        #expect(taken.pages.map(\.url) == ["https://g.example/news/bac"])
        #expect(taken.pages.first?.path.hasSuffix("news/bac.html") == true)
    }
}
