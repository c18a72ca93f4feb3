// A page's markup without what nobody reads gives the parser the same elements and the same words.
import RecoupeModel
import Testing

@testable import RecoupeIntake

struct LeanMarkupTests {
    private func lean(_ markup: String) -> String {
        String(decoding: MarkupScrubber(maximumDepth: 512, keepsAll: false).scrub(Array(markup.utf8)).markup, as: UTF8.self)
    }

    @Test func attributesThatNobodyReadsGo() {
        #expect(lean("<a class=\"x y\" href='/p?a>b' data-n=1 hidden>t</a>") == "<a class=\"x y\" hidden>t</a>")
        #expect(lean("<img src = \"a.png\"  alt=\"\"/>") == "<img />")
        #expect(lean("<time DateTime=2024-05-06 itemprop='x'>") == "<time DateTime=2024-05-06 itemprop='x'>")
        #expect(lean("<link rel=canonical href=\"https://a.example/\">") == "<link rel=canonical href=\"https://a.example/\">")
    }

    @Test(arguments: [
        "<p @click=\"go\" href=\"a\">", "<p a=\"b\"c=\"d\">", "<p a=b\"c>", "<p a==b>", "<p \"x\">", "<p a=\"b\" = c>", "<p / a=b>",
    ])
    func oddTagsStayAsTheyAre(_ tag: String) {
        #expect(lean(tag) == tag)
    }

    @Test func whiteSpaceBeforeATagShrinksOutsidePreformattedText() {
        #expect(lean("<p>\n   <b>a</b>  \t c</p>") == "<p>\n<b>a</b> c</p>")
        #expect(lean("<pre>\n   a\n     <b> x</b></pre>  <p>") == "<pre>\n   a\n     <b> x</b></pre> <p>")
    }

    @Test func elementsAndWordsAreTheSame() {
        let markup = """
            <html lang=fr><body onload="a()"><div id=a style="display: none" data-x='<p>'>  <p>Un <a href="x">lien</a>   ici</p>
              <ul> <li title="é" src=x>Deux<li class='b' c d="e">Trois</ul><pre>a
               b</pre><img src=x><p x=1 y>Fin</div></body></html>
            """
        let bytes = Array(markup.utf8)
        let full = MarkupParser().tree(of: MarkupScrubber(maximumDepth: 512).scrub(bytes).markup)
        let short = MarkupParser().tree(of: MarkupScrubber(maximumDepth: 512, keepsAll: false).scrub(bytes).markup)
        func words(_ text: String) -> [Substring] { text.split { $0.isWhitespace } }
        #expect(full.nodes.map(\.name) == short.nodes.map(\.name))
        #expect(full.nodes.map(\.parent) == short.nodes.map(\.parent))
        #expect(full.nodes.map { words($0.text) } == short.nodes.map { words($0.text) })
        for name in ["class", "id", "title", "style", "lang"] {
            #expect(full.nodes.map { $0[name] } == short.nodes.map { $0[name] })
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
