// HTML pages: the article is found among navigation, boxes and comments, and the page's data are read.
import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupeClean

@Suite struct MarkupPageTests {
    private let paragraphs = [
        "The town council voted late on Monday to close the old swimming pool, after a debate that lasted for more than two hours.",
        "“We had no choice left,” said the mayor, Olive Perrin, as she walked out of the hall, followed by a crowd of swimmers.",
        "A new pool, shared with the next town, is to open within three years, on a field between the river and the railway line.",
    ]

    private var html: String {
        """
        <html lang="en"><head><title>Old pool to close - The Courier</title><meta property="og:site_name" content="The Courier">
        <link rel="canonical" href="https://courier.example/2016/05/pool">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Old pool to close","datePublished":"2016-05-03T08:12:00Z",
        "author":[{"@type":"Person","name":"Jane Roe"}],}</script></head>
        <body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
        <main><article><h1>Old pool to close</h1><p class="byline">By Jane Roe</p>
        \(paragraphs.map { "<p>\($0)</p>" }.joined(separator: "<div class=ad>Advertisement</div>"))
        <h2>Related</h2><ul><li><a href="/a">Budget passed after a long night</a></li></ul></article></main>
        <div id="comments"><p>I have been swimming there for years and I think that this is a shame for everybody here.</p></div>
        <footer><p>© 2020 The Courier. All rights reserved.</p></footer></body></html>
        """
    }

    @Test func theArticleIsFound() throws {
        let article = try Clean.html(html)
        #expect(article.text == paragraphs.joined(separator: "\n\n"))
        #expect(article.title == "Old pool to close")
        #expect(article.authors == ["Jane Roe"])
        #expect(article.outlet == "The Courier")
        #expect(article.url == "https://courier.example/2016/05/pool")
        #expect(article.published?.earliest.description == "2016-05-03")
        #expect(article.language == "en")
    }

    @Test func authorsOfABylineWhereTheDataNameNone() throws {
        let bare = html.replacing("\"author\":[{\"@type\":\"Person\",\"name\":\"Jane Roe\"}],", with: "")
            .replacing("<p class=\"byline\">By Jane Roe</p>", with: "<p>By Jane Roe and Ann Doe</p>")
        #expect(try Clean.html(bare).authors == ["Jane Roe", "Ann Doe"])
        let twice = html.replacing("\"name\":\"Jane Roe\"", with: "\"name\":\"Jane Roe Jane Roe\"")
        #expect(try Clean.html(twice).authors == ["Jane Roe"])
        let outlet = html.replacing("\"name\":\"Jane Roe\"", with: "\"name\":\"Courier\"")
        #expect(try Clean.html(outlet).authors == ["Jane Roe"])
    }

    @Test func whatThePageSaysIsKeptWithWhatWon() throws {
        let extra = """
            <meta property="og:title" content="Pool closes for good"><meta property="article:section" content="Town">
            <meta property="article:modified_time" content="2016-05-04T10:00:00Z"></head>
            """
        let candidates = try Clean.html(html.replacing("</head>", with: extra)).candidates ?? []
        func chosen(_ field: Candidate.Field) -> [String] { candidates.filter { $0.field == field && $0.chosen }.map(\.value) }
        #expect(chosen(.title) == ["Old pool to close"])
        #expect(candidates.filter { $0.field == .title }.map(\.source).contains("og:title"))
        #expect(chosen(.author) == ["Jane Roe", "By Jane Roe"])
        #expect(chosen(.outlet) == ["The Courier"])
        #expect(chosen(.section) == ["Town"])
        #expect(chosen(.url) == ["https://courier.example/2016/05/pool"])
        #expect(chosen(.language) == ["en"])
        #expect(chosen(.published) == ["2016-05-03T08:12:00Z"])
        #expect(chosen(.updated) == ["2016-05-04T10:00:00Z"])
        #expect(candidates.allSatisfy { $0.chosen == ($0.because != nil) })
    }

    @Test func sameInputSameBytes() throws {
        #expect(try Clean.html(html) == Clean.html(html))
    }

    @Test func theDayAPageShowsCountsForMomentsInUniversalTime() throws {
        let shown = html.replacing("2016-05-03T08:12:00Z", with: "2016-05-04T02:12:00Z").replacing("By Jane Roe<", with: "May 3, 2016<")
        #expect(try Clean.html(shown).published?.earliest.description == "2016-05-03")
    }

    @Test func anyMarkupIsRead() throws {
        var state: UInt64 = 11
        func next(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let pieces = [
            "<p>", "</p>", "<div class=\"body\">", "</div>", "<article>", "<h1>", "</h1>", "Title here ",
            "A sentence of some length, with a comma. ",
            "<a href=x>", "</a>", "(AFP)", "© 2020 ", "By Jane Roe", "<br>", "<li>", "<time datetime=\"2020-13-45\">",
            "<meta name=date content=\"\">",
            "<script type=\"application/ld+json\">{\"@type\":[\"Article\",{}],\"author\":[[[\"a\"]]]", "</script>", "12/12/12 ", "\u{301}",
            "«",
        ]
        for _ in 0..<60 {
            let html = "<html>" + (0..<next(80)).map { _ in pieces[next(pieces.count)] }.joined()
            _ = try? Clean.html(html + "x")
            _ = try? Clean.text(html)
        }
    }
}
