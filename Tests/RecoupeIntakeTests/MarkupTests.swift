// HTML in, the arena out: what is dropped, what is kept, and that nothing brings the parser down.
import RecoupeModel
import Testing

@testable import RecoupeIntake

@Suite struct MarkupTests {
    private func page(_ html: String) throws -> Page { try Intake().page(html: html, id: "p") }

    private func text(_ page: Page) -> String { page.tree.map { tree in tree.nodes.indices.map { tree.text(of: $0) }.joined() } ?? "" }

    @Test func scriptsAndStylesGoAndLinkedDataStays() throws {
        let page = try page(
            "<html><head><style>p{}</style><script type='application/ld+json'>{\"a\":1}</script></head><body><script>if(a<b){}</script>"
                + "<!-- no --><p>Bon<b>jour</b></p><svg><text>x</text></svg></body></html>"
        )
        #expect(text(page) == "Bonjour")
        #expect(page.linkedData == ["{\"a\":1}"])
    }

    @Test func attributesAndLinksBetweenNodes() throws {
        let page = try page("<div id=a><P Class='lead'>un &eacute;t&eacute; &lt; deux</P><p>trois</p></div>")
        let tree = try #require(page.tree)
        let paragraphs = tree.nodes.indices.filter { tree.nodes[$0].name == "p" }
        #expect(paragraphs.count == 2)
        #expect(tree[paragraphs[0], "class"] == "lead")
        #expect(tree.children(of: Int(tree.nodes[paragraphs[0]].parent)) == paragraphs)
        #expect(text(page) == "un été < deuxtrois")
    }

    @Test func deepNestingKeepsItsText() throws {
        let depth = 50_000
        let page = try page(
            String(repeating: "<div>", count: depth) + "au fond" + String(repeating: "</div>", count: depth) + "<p>après</p>")
        #expect(text(page) == "au fondaprès")
    }

    @Test func theAddressABrowserSavedIsKept() throws {
        let page = try page("<!-- saved from url=(0026)https://journal.example/une --><html><body><p>a b</p></body></html>")
        #expect(page.url == "https://journal.example/une")
    }

    @Test(arguments: [
        "<p>a<", "<p>a</", "<p class=\"a>b</p><p>c", "<!--", "<!-- a <p>b", "<p>a<!DOCTYPE", "<script>a", "<p>a <b c", "<<p>>a",
        "<p>a &#99999999; &#x; &",
        "<table><td>a<table><p>b</table></p>", "<p>a\u{0}b", "</p></div>a<p>",
    ])
    func brokenMarkupIsRead(_ html: String) throws { _ = try? page(html) }

    /// Each of these once took the square of its length.
    @Test(arguments: ["<!--", "<!-- >", "<p x='", "<", "<script>", "<div>", "</b>", "<table><td>", "&eacute;&", "<p a='b\" c=\"d'>x"])
    func whatNeverEndsIsReadInTime(_ piece: String) {
        let clock = ContinuousClock()
        let time = clock.measure { _ = try? Intake().page(Array(("<html>" + String(repeating: piece, count: 40_000)).utf8), path: "x") }
        #expect(time < .seconds(30))
    }

    @Test func anyBytesAreReadOrRefused() {
        var random = SystemRandomNumberGenerator.seeded(7)
        let pieces = [
            "<", ">", "</", "<p>", "<div ", "\"", "'", "=", "<!--", "-->", "<script>", "</script", "é", "&amp;", "<td>", "</b>", "<b>",
            "\u{0}",
        ]
        for _ in 0..<300 {
            var bytes: [UInt8] = Array("<html>".utf8)
            for _ in 0..<Int.random(in: 0..<200, using: &random) {
                if Bool.random(using: &random) {
                    bytes.append(UInt8.random(in: 0...255, using: &random))
                } else {
                    bytes += Array(pieces[Int.random(in: 0..<pieces.count, using: &random)].utf8)
                }
            }
            _ = try? Intake().page(bytes, path: "any")
            _ = try? Intake().page(Array(bytes.dropFirst(6)), path: "any")
        }
    }
}

/// A generator whose numbers are the same in every run (Steele, Lea and Flood 2014, splitmix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

extension SystemRandomNumberGenerator {
    static func seeded(_ seed: UInt64) -> SeededGenerator { SeededGenerator(seed) }
}
