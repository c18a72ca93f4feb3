// Texts that no report is like: marks that never close, sentences without end, quotations inside quotations. Every place read in them stands
// inside the text, and what does not pair is told.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead

import Testing

@Suite struct MonstrousTextTests {
    private let reader: Reader

    init() throws { reader = try Reader(packs: [LanguagePack("fr")]) }

    private func read(_ text: String) -> Reading {
        reader.read(Article(id: "a", path: "a.txt", sha256: "", text: text, language: "fr"))
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

    @Test(arguments: [
        "« Le pont est fermé ", "le pont serait fermé et la maire a dit que ", "« “ Le pont ” » a dit la maire, ",
        "selon la mairie de Valmer, gestionnaire du port, et ",
    ])
    func sentencesWithoutEnd(_ piece: String) {
        let text = String(repeating: piece, count: 500)
        #expect(read(text).statements.allSatisfy { $0.content.start < $0.content.end && $0.end <= text.unicodeScalars.count })
    }

    @Test func quotationsInsideQuotations() {
        let depth = 50
        let text = String(repeating: "« Il a dit ", count: depth) + "oui" + String(repeating: " »", count: depth) + ", a dit Jeanne Morel."
        #expect(read(text).statements.allSatisfy { $0.content.end <= text.unicodeScalars.count })
    }
}
