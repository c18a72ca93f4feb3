// Texts that no report is like: thousands of marks that never close, a sentence of a megabyte, quotations inside quotations. They are read in
// time that grows with their length, and what does not pair is told.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

@Suite struct MonstrousTextTests {
    private let reader: Reader

    init() throws { reader = try Reader(packs: [LanguagePack("fr")]) }

    private func read(_ text: String) -> Reading {
        reader.read(Article(id: "a", path: "a.txt", sha256: "", text: text, language: "fr"))
    }

    private func time(_ text: String) -> Duration {
        let clock = ContinuousClock()
        return clock.measure { _ = read(text) }
    }

    @Test(arguments: ["« ", "\"", "“"]) func marksThatNeverClose(_ mark: String) {
        let text = String(repeating: mark + "Oui, a dit la maire. ", count: 300)
        let found = read(text).statements
        #expect(found.allSatisfy { $0.end >= $0.start && $0.end <= text.unicodeScalars.count })
    }

    @Test func aMarkThatDoesNotCloseIsTold() {
        let found = read("« Le pont est fermé depuis hier, a dit Jeanne Morel.\n\nLa route est ouverte.").statements
        #expect(found.contains { $0.doubts.contains("quotation-unclosed") })
    }

    @Test func timeGrowsWithLength() {
        for piece in ["« Le pont est fermé ", "le pont serait fermé et la maire a dit que ", "« “ Le pont ” » a dit la maire, "] {
            let short = time(String(repeating: piece, count: 250))
            let long = time(String(repeating: piece, count: 1000))
            #expect(long < short * 12 + .seconds(1), "\(piece)")
        }
    }

    @Test func quotationsInsideQuotations() {
        let depth = 50
        let text = String(repeating: "« Il a dit ", count: depth) + "oui" + String(repeating: " »", count: depth) + ", a dit Jeanne Morel."
        #expect(read(text).statements.allSatisfy { $0.content.end <= text.unicodeScalars.count })
    }
}
