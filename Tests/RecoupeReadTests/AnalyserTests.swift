import RecoupeLanguage
import RecoupeModel
import Testing

@testable import RecoupeRead

@Suite struct AnalyserTests {
    private func analysis(_ text: String, _ language: String = "fr") throws -> Analysis {
        try Analyser(LanguagePack(language)).analyse(text, article: "a")
    }

    @Test func tagsAndLemmas() throws {
        let analysis = try analysis("La ministre aurait signé les accords mardi, selon des sources proches.")
        #expect(
            analysis.tokens.map(\.upos.code) == [
                "DET", "NOUN", "AUX", "VERB", "DET", "NOUN", "NOUN", "PUNCT", "ADP", "DET", "NOUN", "ADJ", "PUNCT",
            ])
        #expect(analysis.tokens[2].morphology.mood == .conditional)
        #expect(analysis.tokens[3].morphology.form == .participle)
        #expect(analysis.tokens[5].morphology.isPlural == true)
        #expect(analysis.tokens.map(\.lemma)[2...5] == ["avoir", "signer", "le", "accord"])
    }

    /// `des` after a noun is `de` and `les`, before an object it is one determiner.
    @Test func ambiguousWord() throws {
        let analysis = try analysis("Le maire des îles a vu des bateaux.")
        #expect(analysis.tokens.map(\.form) == ["Le", "maire", "de", "les", "îles", "a", "vu", "des", "bateaux", "."])
        #expect(analysis.tokens[3].isInner && analysis.tokens[2].end == analysis.tokens[3].end)
        #expect(analysis.passage(tokens: 2..<5).text == "des îles")
    }

    @Test func english() throws {
        let analysis = try analysis("She would not have signed the agreements.", "en")
        #expect(analysis.tokens.map(\.upos.code) == ["PRON", "AUX", "PART", "AUX", "VERB", "DET", "NOUN", "PUNCT"])
        #expect(analysis.tokens[6].lemma == "agreement")
    }

    @Test func conllu() throws {
        let lines = ConlluWriter().write(try analysis("Il va au lac.")).split(separator: "\n").map { String($0) }
        #expect(lines[0...2] == ["# newpar", "# sent_id = a-1", "# text = Il va au lac."])
        #expect(lines[5] == "3-4\tau\t_\t_\t_\t_\t_\t_\t_\t_")
        #expect(lines[6].hasPrefix("3\tà\tà\tADP\t"))
        #expect(lines.last?.hasPrefix("6\t.\t.\tPUNCT\t") == true)
    }

    /// The same tags come again, and any bytes can be tagged.
    @Test func anyBytes() throws {
        let analyser = try Analyser(LanguagePack("fr"))
        for seed in 0..<25 {
            let text = String(decoding: noise(seed), as: UTF8.self)
            #expect(analyser.analyse(text, article: "a").tokens == analyser.analyse(text, article: "a").tokens)
        }
    }
}
