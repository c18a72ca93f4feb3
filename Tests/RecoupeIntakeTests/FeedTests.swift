// Saved feeds and agencies' XML in, their entries out; XML made to do harm costs one line.
import RecoupeModel
import Testing

@testable import RecoupeIntake

@Suite struct FeedTests {
    @Test func rssGivesItsEntries() {
        let feed = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>La Gazette</title><language>fr</language>
            <item><title>Le caf&eacute; &amp; le bac</title><link>https://g.example/1</link><dc:creator>Anne Petit</dc:creator>
            <pubDate>Mon, 03 Jun 2024 08:00:00 +0200</pubDate><description>Résumé.</description>
            <content:encoded><![CDATA[<p>Il reprend.</p><p>Lundi.</p>]]></content:encoded></item>
            <item><title>Le pont</title><guid isPermaLink="true">https://g.example/2</guid><author>x@g.example (Yves Le Goff)</author>
            <description>&lt;p&gt;Il rouvre.&lt;/p&gt;</description></item>
            </channel></rss>
            """
        let taken = Taken(feed, path: "f.xml")
        #expect(taken.troubles.isEmpty)
        #expect(taken.pages.map(\.path) == ["f.xml#1", "f.xml#2"])
        #expect(taken.pages.map(\.url) == ["https://g.example/1", "https://g.example/2"])
        let first = taken.pages.first?.provenance
        #expect(first?.title == "Le café & le bac" && first?.published == "2024-06-03T08:00:00+02:00" && first?.outlet == "La Gazette")
        #expect(taken.pages.first?.words.contains("Il reprend.") == true && taken.pages.first?.words.contains("Résumé") == false)
        #expect(taken.pages.last?.provenance?.authors == ["Yves Le Goff"])
        #expect(taken.pages.last?.warnings.map(\.code) == ["intake.item.summary"])
        #expect(taken.pages.last?.words.contains("Il rouvre.") == true)
        // What is kept of an entry is the entry, and gives it again.
        #expect(taken.members.first.map { Taken($0.bytes).pages.first?.provenance == first } == true)
    }

    @Test func rdfFeedsAreRead() {
        let feed = """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:d="http://purl.org/dc/elements/1.1/">
            <channel><title>G</title></channel>
            <item><title>Un</title><link>https://g.example/1</link><description>Texte.</description><d:date>2024-06-03</d:date></item></rdf:RDF>
            """
        #expect(Taken(feed).pages.first?.provenance?.published == "2024-06-03")
    }

    @Test func atomGivesItsEntries() {
        let feed = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>La Gazette</title><author><name>Rédaction</name></author>
            <entry><title type="html">Le &lt;b&gt;bac&lt;/b&gt;</title><link rel="alternate" href="https://g.example/1"/>
            <published>2024-06-03T08:00:00Z</published><updated>2024-06-09T08:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Il <em>reprend</em>.</p></div></content></entry>
            <entry><title>Le pont</title><author><name>Anne Petit</name></author><summary>Il rouvre.</summary></entry></feed>
            """
        let taken = Taken(feed)
        #expect(taken.pages.first?.provenance?.title == "Le bac")
        #expect(taken.pages.first?.provenance?.published == "2024-06-03T08:00:00Z")
        #expect(taken.pages.first?.text.contains("<p>Il <em>reprend</em>.</p>") == true)
        #expect(taken.pages.map { $0.provenance?.authors } == [["Rédaction"], ["Anne Petit"]])
        #expect(taken.pages.first?.provenance?.language == "fr")
    }

    @Test func newsMLGivesItsStories() {
        let item = """
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g1" xml:lang="fr"><itemMeta><itemClass qcode="ninat:text"/>
            <provider qcode="p:x"><name>Agence X</name></provider><versionCreated>2024-06-03T10:00:00Z</versionCreated>
            <firstCreated>2024-06-03T08:00:00Z</firstCreated></itemMeta>
            <contentMeta><by>Par Anne Petit</by><language tag="fr"/><headline>Le bac reprend</headline></contentMeta>
            <contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
            <body.head><hedline><hl1>Autre titre</hl1></hedline></body.head>
            <body.content><block><p>Il reprend.</p><hl2>Détails</hl2><p>Lundi.</p></block></body.content></body></nitf></inlineXML></contentSet></newsItem>
            """
        let picture = item.replacing("ninat:text", with: "ninat:picture")
        let message = "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><itemSet>\(item)\(picture)</itemSet></newsMessage>"
        for text in [item, "<?xml version=\"1.0\"?>\n<!-- x -->" + message] {
            let taken = Taken(text)
            #expect(taken.pages.count == 1 && taken.troubles.isEmpty)
            let given = taken.pages.first?.provenance
            #expect(given?.title == "Le bac reprend" && given?.outlet == "Agence X" && given?.authors == ["Par Anne Petit"])
            #expect(given?.published == "2024-06-03T08:00:00Z")
            #expect(taken.pages.first?.text.contains("<h2>Détails</h2>") == true)
        }
    }

    @Test func harmfulXMLIsRefusedInOneLine() {
        let laughs =
            "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\">"
            + (1...9).map { "<!ENTITY a\($0) \"" + String(repeating: "&a\($0 - 1 == 0 ? "" : String($0 - 1));", count: 10) + "\">" }
            .joined()
            + "]><rss><channel><item><title>&a9;</title><description>&a9;</description></item></channel></rss>"
        let taken = Taken(laughs, path: "x")
        #expect(taken.pages.isEmpty && taken.troubles.count == 1)
        #expect(taken.troubles.first?.contains("declares entities of its own") == true)
        let outside =
            "<!DOCTYPE rss SYSTEM \"file:///etc/passwd\"><rss><channel><item><title>a</title><description>Texte.</description></item></channel></rss>"
        #expect(Taken(outside).pages.count == 1)
        let deep = "<rss><channel><item>" + String(repeating: "<a>", count: 20_000) + "x"
        #expect(Taken(deep).troubles.count <= 1)
    }

    @Test func sitemapsAreLists() {
        let map = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://g.example/1</loc></url></urlset>"
        let taken = Taken(map, path: "/nowhere/sitemap.xml")
        #expect(taken.pages.isEmpty && taken.troubles.count == 1)
        #expect(taken.troubles.first?.contains("a list of 1 addresses") == true)
        #expect(Taken("<?xml version=\"1.0\"?><svg xmlns=\"x\"><text>a</text></svg>").troubles.count == 1)
    }

    @Test(arguments: [
        ("Mon, 03 Jun 2024 08:00:00 +0200", "2024-06-03T08:00:00+02:00"), ("3 Jun 24", "2024-06-03"), ("03-Jun-2024", "2024-06-03"),
        ("Mon, 3 June 2024 08:05 GMT", "2024-06-03T08:05:00Z"),
    ])
    func datesOfMail(_ text: String, _ iso: String) { #expect(MailDate.iso(text) == iso) }

    @Test func aDateWithoutEndIsNotSearchedWithoutEnd() {
        let start = ContinuousClock.now
        #expect(MailDate.iso("Mon, 3 Ju" + String(repeating: "-x ", count: 200_000)) == nil)
        #expect(ContinuousClock.now - start < .seconds(2))
    }
}
