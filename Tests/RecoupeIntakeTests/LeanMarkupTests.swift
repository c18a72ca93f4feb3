// A page's markup without what nobody reads gives the parser the same elements and the same words.
import RecoupeModel
import Testing

@testable import RecoupeIntake

struct LeanMarkupTests {
    private func tree(_ markup: String, keepsAll: Bool = false) -> MarkupTree {
        MarkupParser().tree(of: MarkupScrubber(maximumDepth: 512, keepsAll: keepsAll).scrub(Array(markup.utf8)))
    }

    private func first(_ name: MarkupName, in tree: MarkupTree) -> Int? { tree.nodes.firstIndex { $0.name == name } }

    private func texts(_ tree: MarkupTree) -> [String] {
        tree.nodes.indices.filter { tree.nodes[$0].isText }.map { tree.text(of: $0) }
    }

    @Test func attributesThatNobodyReadsGo() throws {
        let page = tree("<a class=\"x y\" href='/p?a>b' data-n=1 hidden>t</a><time DateTime=2024-05-06 itemprop='x'>u</time>")
        let link = try #require(first("a", in: page))
        #expect(page[link, "class"] == "x y" && page[link, "hidden"] == "" && page.attributeIndices(of: link).count == 2)
        let time = try #require(first("time", in: page))
        #expect(page[time, "datetime"] == "2024-05-06" && page[time, "itemprop"] == "x")
        let whole = tree("<a href='/p?a>b'>t</a>", keepsAll: true)
        #expect(first("a", in: whole).map { whole[$0, "href"] } == "/p?a>b")
    }

    @Test func ofLinksOnlyTheCanonicalAddressStays() throws {
        let page = tree("<head><link rel=icon href=i.png><link rel=Canonical href=\"https://a.example/?a&amp;b\"></head><p>t")
        let links = page.nodes.indices.filter { page.nodes[$0].name == "link" }
        #expect(links.map { page[$0, "href"] } == ["https://a.example/?a&b"])
    }

    @Test(arguments: [
        "<p @click=\"go\" href=\"a\">", "<p a=\"b\"c=\"d\">", "<p a=b\"c>", "<p a==b>", "<p \"x\">", "<p a=\"b\" = c>", "<p / a=b>",
        "<p a=\"b>", "<P\n\tid = x >",
    ])
    func oddTagsAreTags(_ tag: String) {
        let page = tree("<div>\(tag)t</p></div>")
        #expect(first("p", in: page) != nil && texts(page).contains("t"))
    }

    @Test func textsStandWhereTheyStood() {
        #expect(texts(tree("<p>12;<b>3;4</b>; 5</p>")) == ["12;", "3;4", "; 5"])
        #expect(texts(tree("<p>a &lt; b < c<!-- x --> d</p>")) == ["a < b < c d"])
        #expect(texts(tree("<p>a<img src=x>b</p>")) == ["ab"])
    }

    @Test func aNameWithOddSignsIsNoOtherName() {
        let digits = String(repeating: "1234567890", count: 4)
        #expect(texts(tree("<div><script\"x>\(digits)<p>a</p></script\"x></div>")) == [digits, "a"])
        #expect(texts(tree("<p>a<style=1>\(digits)</p>")).joined().hasPrefix("a"))
    }

    @Test func charactersAreReadByNameAndNumber() {
        #expect(texts(tree("<p>&eacute;&#233;&#xE9;&rsquo;&#8217;&#150;&hellip;</p>")) == ["ééé’’–…"])
        #expect(texts(tree("<p>AT&T &bogus; &amp;lt; &#1114112; &#0;x</p>")) == ["AT&T &bogus; &lt; &#1114112;  x"])
    }

    @Test func whiteSpaceBeforeATagShrinksOutsidePreformattedText() {
        #expect(texts(tree("<p>\n   <b>a</b>  \t c</p>")) == [" ", "a", " c"])
        #expect(texts(tree("<pre>\n   a\n     <b> x</b></pre>")) == ["\n   a\n     ", " x"])
    }

    @Test func elementsAndWordsAreTheSame() {
        let markup = """
            <html lang=fr><body onload="a()"><div id=a style="display: none" data-x='<p>'>  <p>Un <a href="x">lien</a>   ici</p>
              <ul> <li title="é" src=x>Deux<li class='b' c d="e">Trois</ul><pre>a
               b</pre><p x=1 y>Fin</div></body></html>
            """
        let (full, short) = (tree(markup, keepsAll: true), tree(markup))
        func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }
        #expect(full.nodes.map(\.name) == short.nodes.map(\.name))
        #expect(full.nodes.map(\.parent) == short.nodes.map(\.parent))
        #expect(full.nodes.indices.map { words(full.text(of: $0)) } == short.nodes.indices.map { words(short.text(of: $0)) })
        for name: MarkupName in ["class", "id", "title", "style", "lang"] {
            #expect(full.nodes.indices.map { full[$0, name] } == short.nodes.indices.map { short[$0, name] })
        }
    }

    @Test(arguments: 0..<64) func anyMarkupMakesATree(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        let parts = [
            "<p", ">", "</p>", "<div class=\"", "\"", "'", "=", " ", "é", "&amp;", "&", "7;", "<!--", "-->", "<script>", "</script>", "<",
            "/",
        ]
        var markup = ""
        for _ in 0..<200 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            markup += parts[Int(state >> 33) % parts.count]
        }
        for keepsAll in [true, false] {
            let page = tree(markup, keepsAll: keepsAll)
            for node in page.nodes.indices {
                #expect(page.textRange(node).upperBound <= page.text.count && Int(page.nodes[node].parent) < node)
                for place in page.attributeIndices(of: node) { #expect(page.range(page.attributes[place]).upperBound <= page.values.count) }
            }
            #expect(String(validating: page.text, as: UTF8.self) != nil)
        }
    }

    @Test(arguments: 0..<256) func runsEndWhereTheyShould(_ value: Int) {
        let byte = UInt8(value)
        for place in [0, 1, 7, 8, 15, 16, 17, 40] {
            var bytes = [UInt8](repeating: 0x61, count: 50)
            bytes[place] = byte
            let (plain, ascii) = bytes.withUnsafeBufferPointer { (ByteRun.plain($0, from: 0), ByteRun.ascii($0, from: 0)) }
            let isPlain = (0x20...0x7E).contains(byte) || byte == 0x0A || byte == 0x09
            #expect(plain == (isPlain ? 50 : place))
            #expect(ascii == (byte < 0x80 ? 50 : place))
        }
    }
}
