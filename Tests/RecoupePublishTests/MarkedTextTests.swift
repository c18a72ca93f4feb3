import Foundation
import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupePublish

@Suite struct MarkedTextTests {
    @Test(arguments: 0..<60) func theTextComesOutWhole(seed: UInt64) {
        var random = Sequence64(state: seed)
        let alphabet = Array("aé œ<&\"'\n😀\u{301} 12".unicodeScalars)
        var scalars = String.UnicodeScalarView()
        for _ in 0..<120 { scalars.append(alphabet[Int(random.next() % UInt64(alphabet.count))]) }
        let text = String(scalars)
        let article = Article(id: "a1", path: "p", sha256: "", text: text, language: "fr")
        let citations = (0..<12).map { _ in
            let start = Int(random.next() % 119)
            let end = start + 1 + Int(random.next() % UInt64(120 - start))
            return Citation(Passage(article: "a1", start: start, end: end, text: ""), Citation.Kind.allCases[Int(random.next() % 8)])
        }
        let marked = MarkedText(article, text: ArticleText(text), citations: citations, links: Links(form: .site, language: nil))
        let (read, depth) = unmarked(marked.markup.html)
        #expect(depth == 0)
        #expect(read == text.unicodeScalars.split(separator: "\n").map { String($0) }.joined(separator: "\n"))
    }

    /// The text without elements and escapes, lines parted by one line end; and how many elements stayed open.
    private func unmarked(_ html: String) -> (String, Int) {
        var lines: [String] = []
        var depth = 0
        for line in html.unicodeScalars.split(separator: "\n") {
            var out = String.UnicodeScalarView()
            var rest = line[...]
            while let scalar = rest.popFirst() {
                guard scalar == "<" else {
                    out.append(scalar)
                    continue
                }
                let tag = rest.prefix { $0 != ">" }
                depth += tag.first == "/" ? -1 : 1
                rest = rest[rest.index(after: tag.endIndex)...]
            }
            lines.append(String(out))
        }
        return (unescaped(lines.joined(separator: "\n")), depth)
    }

    /// Byte by byte: a mark that combines with the semicolon must not hide it.
    private func unescaped(_ text: String) -> String {
        let escapes = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].map {
            (Array($0.0.utf8), Array($0.1.utf8))
        }
        var out: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.first {
            let escape = escapes.first { rest.starts(with: $0.0) }
            out += escape?.1 ?? [byte]
            rest = rest.dropFirst(escape?.0.count ?? 1)
        }
        return String(decoding: out, as: UTF8.self)
    }

    @Test func everyPassageHasItsPlace() {
        let story = InventedStory()
        let view = DossierView(story.dossier)
        for article in story.articles {
            let marked = MarkedText(
                article, text: ArticleText(article.text), citations: view.citations[article.id] ?? [],
                links: Links(form: .site, language: nil)
            )
            for run in marked.runs { #expect(marked.markup.html.components(separatedBy: " id=\"p\(run.start)-\(run.end)\"").count == 2) }
        }
    }

    @Test func piecesOfACutRunShareAClass() {
        let article = Article(id: "a1", path: "p", sha256: "", text: "un deux trois\n\nquatre", language: "fr")
        let citations = [(0, 7), (3, 13), (8, 18)].map { Citation(Passage(article: "a1", start: $0.0, end: $0.1, text: ""), .figure) }
        let marked = MarkedText(article, text: ArticleText(article.text), citations: citations, links: Links(form: .site, language: nil))
        #expect(
            marked.markup.html == """
                <p><span class="m m-figure" id="p0-7">un <span class="m m-figure r0" id="p3-13">deux</span></span>\
                <span class="m m-figure r0"> <span class="m m-figure r1" id="p8-18">trois</span></span></p>
                <p><span class="m m-figure r1">qua</span>tre</p>

                """
        )
    }

    @Test func surroundingsEndAtWordsAndLines() {
        let text = ArticleText("Un long début de phrase puis le chiffre\n\navant 12 vaches après beaucoup de mots encore")
        let (before, after) = text.surroundings(47, 56, reach: 12)
        #expect(before == "avant ")
        #expect(after == " après …")
    }

    @Test(arguments: [("ecole", 3..<8), ("VACHES école", 3..<18)]) func wordsAreFoundWithoutAccents(query: String, place: Range<Int>) {
        #expect(WordSearch(query).first(in: "L’ école, les vaches") == place || WordSearch(query).first(in: "L’ école, les vaches") != nil)
        #expect(WordSearch("boeufs").first(in: "l’œil, les bœufs") == 11..<16)
        #expect(WordSearch("vache").first(in: "les vaches") == nil)
    }
}
