// The same rules with the English pack, on sentences written for these tests.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

@Suite struct EnglishSpeechTests {
    private let reader: Reader

    init() throws { reader = try Reader(packs: [LanguagePack("en")]) }

    private func statements(_ text: String) -> [Statement] {
        reader.read(Article(id: "a", path: "a.txt", sha256: "", text: text, language: "en")).statements
    }

    @Test func quotationBeforeItsCue() throws {
        let only = try #require(statements("\"We will reopen the library,\" said Claire Newton on Tuesday.").first)
        #expect(only.content.text == "We will reopen the library")
        #expect(only.speakerName == "Claire Newton")
    }

    @Test func subjectBetweenQuotationAndVerb() {
        let found = statements("\"It was raining,\" the mayor told reporters. \"Nobody could see the road.\"")
        #expect(found.map(\.content.text) == ["It was raining", "Nobody could see the road"])
        #expect(found.allSatisfy { $0.speakerText == "the mayor" })
    }

    @Test func clauseWithoutConjunction() throws {
        let only = try #require(statements("The company said the leak had been stopped.").first)
        #expect(only.content.text == "the leak had been stopped")
    }

    @Test func accordingTo() throws {
        let only = try #require(statements("The bridge was safe, according to a police spokesman.").first)
        #expect(only.content.text == "The bridge was safe")
        #expect(only.hearsay && only.anonymous)
    }
}
