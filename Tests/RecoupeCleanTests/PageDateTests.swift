// The day of publication: what pages state, show and hide, in several languages, and the days that are none.
import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupeClean

@Suite struct PageDateTests {
    /// A page with something in its head, something below its title and something below its text.
    private func day(head: String = "", below: String = "", after: String = "", language: String = "", url: String? = nil) throws -> String?
    {
        let text = """
            <p>The harbour council has decided to deepen the northern channel, in spite of the protests of those who live beside it.</p>
            <p>Work is to begin once the storms are over, said the head of the council, and it will cost as much as the new bridge did.</p>
            """
        let html = """
            <html \(language.isEmpty ? "" : "lang=\(language)")><head><title>Channel to be deepened</title>\(head)</head><body>
            <div class="today">Sunday 2 February 2020</div><ul><li>News</li><li>Sport</li><li>Weather</li><li>Letters</li><li>Archive</li>
            <li>Shop</li><li>Contact</li></ul><article><h1>Channel to be deepened</h1>\(below)\(text)</article>\(after)</body></html>
            """
        return try Clean.html(html, url: url).published?.earliest.description
    }

    @Test func metaElementsOfManyNames() throws {
        for name in ["article:published_time", "dcterms.issued", "pubdate", "parsely-pub-date", "datePublished"] {
            #expect(try day(head: "<meta name='\(name)' content='2019-05-07T10:00:00+02:00'>") == "2019-05-07", "\(name)")
        }
        #expect(try day(head: "<meta property='article:published_time' content='1557223200'>") == "2019-05-07")
        #expect(try day(head: "<meta property='article:modified_time' content='2019-05-07'>") == "2019-05-07")
    }

    @Test func linkedDataInGraphsAndLists() throws {
        func data(_ json: String) throws -> String? { try day(head: "<script type='application/ld+json'>\(json)</script>") }
        #expect(try data("{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":\"Article\",\"datePublished\":\"2019-05-07\"}]}") == "2019-05-07")
        #expect(try data("[{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2019-05-07T01:00:00+02:00\"}]") == "2019-05-07")
        #expect(try data("{\"@type\":\"HowTo\",\"datePublished\":\"2019-05-07\"}") == "2019-05-07")
    }

    @Test func daysBelowTheTitleInManyLanguages() throws {
        let lines = [
            "Dienstag, 7. Mai 2019", "Publié le 7 mai 2019 à 8h", "7 de mayo de 2019", "7 мая 2019", "07.05.2019, 10:00 Uhr", "2019年5月7日",
            "May 7th, 2019", "Opublikowano: 7 maja 2019",
        ]
        for line in lines { #expect(try day(below: "<div>\(line)</div>") == "2019-05-07", "\(line)") }
    }

    @Test func markedElements() throws {
        #expect(try day(below: "<time datetime='2019-05-07T10:00'>last week</time>") == "2019-05-07")
        #expect(try day(below: "<abbr class='published' title='2019-05-07'>Tuesday</abbr>") == "2019-05-07")
        #expect(try day(below: "<span itemprop='datePublished' content='2019-05-07'></span>") == "2019-05-07")
        #expect(try day(below: "<p class='post-date'>05/07/2019</p>", language: "en") == "2019-05-07")
    }

    @Test func addresses() throws {
        #expect(try day(url: "https://a.example/2019/05/07/channel") == "2019-05-07")
        #expect(try day(url: "https://a.example/news/20190507-channel.html") == "2019-05-07")
        #expect(try day(url: "https://a.example/2019/190507_PM.html") == "2019-05-07")
        #expect(try day(url: "https://a.example/id/20199907") == nil)
    }

    @Test func theFirstPublicationBeforeTheLastChange() throws {
        #expect(try day(below: "<p>Last updated 9 May 2019, originally created 7 May 2019</p>") == "2019-05-07")
        let head = "<meta name='date' content='2019-05-09'>"
        #expect(try day(head: head, below: "<p>Published 7 May 2019</p>") == "2019-05-07")
    }

    @Test func theLastChangeWhereNothingElseIsSaid() throws {
        #expect(try day(after: "<footer><p>Harbour notes (last edited 2019-05-07 13:28:18 by a reader)</p></footer>") == "2019-05-07")
        #expect(try day(after: "<footer><div>Letzte Änderung:</div><div>07.05.2019 um 9 Uhr</div></footer>") == "2019-05-07")
    }

    @Test func monthsNamedTwice() throws {
        #expect(try day(below: "<div>الثلاثاء 7 أيار / مايو 2019</div>") == "2019-05-07")
    }

    @Test func daysOfOtherThings() throws {
        #expect(try day(below: "<p>Member since 7 May 2019</p>") == nil)
        #expect(try day(after: "<footer><p>© 7 May 2019</p></footer>") == nil)
        #expect(try day(url: "https://web.archive.org/web/20190507101010/https://a.example/channel") == nil)
    }

    @Test func membersOfScripts() throws {
        #expect(try day(after: "<script>var page = {\"publishedDate\": \"2019-05-07T10:00:00\"}</script>") == "2019-05-07")
    }
}
