// English sentences as news writes them, each with who says what: the shapes of attribution that English has and French has not.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

/// What one statement of a sentence should be.
struct Said: Sendable, Hashable {
    let speaker: String
    let content: String

    init(_ speaker: String, _ content: String) {
        self.speaker = speaker
        self.content = content
    }
}

/// A sentence and its statements.
struct EnglishSentence: Sendable {
    let text: String
    let said: [Said]

    init(_ text: String, _ said: [Said]) {
        self.text = text
        self.said = said
    }
}

@Suite struct EnglishStatementTests {
    private let reader: Reader

    init() throws { reader = try Reader(packs: [LanguagePack("en")]) }

    static let sentences: [EnglishSentence] = [
        EnglishSentence(
            "The mayor said on Tuesday that the bridge would reopen in May.",
            [Said("The mayor", "the bridge would reopen in May")]),
        EnglishSentence(
            "The mayor said the bridge would reopen in May.",
            [Said("The mayor", "the bridge would reopen in May")]),
        EnglishSentence(
            "The bridge will reopen in May, said Laura Pickett, the mayor of Dunmere.",
            [Said("Laura Pickett", "The bridge will reopen in May")]),
        EnglishSentence(
            "“The bridge will reopen in May,” Laura Pickett, the mayor of Dunmere, said on Tuesday.",
            [Said("Laura Pickett", "The bridge will reopen in May")]),
        EnglishSentence(
            "“The bridge will reopen in May,” the mayor of Dunmere, Laura Pickett, told The Dunmere Echo.",
            [Said("Laura Pickett", "The bridge will reopen in May")]),
        EnglishSentence(
            "The bridge will reopen in May, according to the mayor.",
            [Said("the mayor", "The bridge will reopen in May")]),
        EnglishSentence(
            "According to county engineer Paul Marsh, the bridge was unsafe.",
            [Said("Paul Marsh", "the bridge was unsafe")]),
        EnglishSentence(
            "Fire chief Nora Bell denied that her crews had arrived late.",
            [Said("Nora Bell", "her crews had arrived late")]),
        EnglishSentence(
            "Nora Bell, who leads the fire service, said crews arrived within ten minutes.",
            [Said("Nora Bell", "crews arrived within ten minutes")]),
        EnglishSentence(
            "The company said in a statement that it would pay for the repairs.",
            [Said("The company", "it would pay for the repairs")]),
        EnglishSentence(
            "A police spokeswoman told Reuters the two men were brothers.",
            [Said("A police spokeswoman", "the two men were brothers")]),
        EnglishSentence(
            "“They are brothers,” a police spokeswoman said.",
            [Said("a police spokeswoman", "They are brothers")]),
        EnglishSentence(
            "“They are brothers,” said a police spokeswoman. “We have no other suspects.”",
            [Said("a police spokeswoman", "They are brothers"), Said("a police spokeswoman", "We have no other suspects")]),
        EnglishSentence(
            "Greg Tully, a spokesman for Oakham Water, said the pipe had been replaced.",
            [Said("Greg Tully", "the pipe had been replaced")]),
        EnglishSentence(
            "The utility's chief executive, Anne Forde, said customers would be compensated.",
            [Said("Anne Forde", "customers would be compensated")]),
        EnglishSentence(
            "Customers would be compensated, chief executive Anne Forde said on Friday.",
            [Said("Anne Forde", "Customers would be compensated")]),
        EnglishSentence(
            "Opposition leader Tom Hale accused the minister of hiding the report.",
            [Said("Tom Hale", "hiding the report")]),
        EnglishSentence(
            "Tom Hale argued that the report should be published, adding that voters deserved the truth.",
            [Said("Tom Hale", "the report should be published"), Said("Tom Hale", "voters deserved the truth")]),
        EnglishSentence(
            "The council pledged to repair the roof by 31 December.",
            [Said("The council", "repair the roof by 31 December")]),
        EnglishSentence(
            "Mayor Laura Pickett vowed to rebuild the school.",
            [Said("Laura Pickett", "rebuild the school")]),
        EnglishSentence(
            "Officials warned residents that the river could rise again.",
            [Said("Officials", "the river could rise again")]),
        EnglishSentence(
            "A source close to the inquiry said the pilot had been tired.",
            [Said("A source close to the inquiry", "the pilot had been tired")]),
        EnglishSentence(
            "Asked about the delay, Ms Forde replied: “We are doing all we can.”",
            [Said("Forde", "We are doing all we can")]),
        EnglishSentence(
            "The president of the association, Helen Ward, has said she will resign.",
            [Said("Helen Ward", "she will resign")]),
        EnglishSentence(
            "The airline said 12 flights had been cancelled and that passengers would be refunded.",
            [Said("The airline", "12 flights had been cancelled and that passengers would be refunded")]),
        EnglishSentence(
            "Mr Hale told a news conference that he had nothing to hide.",
            [Said("Hale", "he had nothing to hide")]),
        EnglishSentence(
            "The storm moved north overnight and reached the coast.",
            []),
    ]

    @Test(arguments: sentences) func statements(_ sentence: EnglishSentence) {
        let article = Article(id: "a", path: "a.txt", sha256: "", text: sentence.text, language: "en")
        let found = reader.read(article).statements
        #expect(found.map(\.content.text) == sentence.said.map(\.content))
        for (statement, said) in zip(found, sentence.said) {
            let speaker = statement.speakerName ?? statement.speakerText ?? ""
            #expect(speaker.contains(said.speaker), "\(sentence.text)")
        }
    }

    @Test(arguments: [
        "The storm moved north overnight and reached the coast.", "The ministry did not respond to a request for comment.",
    ])
    func nothingSaid(_ text: String) {
        let article = Article(id: "a", path: "a.txt", sha256: "", text: text, language: "en")
        #expect(reader.read(article).statements.isEmpty)
    }

    @Test func companyIsNotItsHead() {
        let text = """
            The depot, run by Garnet Freight, was full of oil, the company said in a statement.

            “We will help,” the chief executive of the company, Ivan Korda, told The Daily Echo.

            The blast damaged the quay, the port authority said.
            """
        let article = Article(id: "a", path: "a.txt", sha256: "", text: text, language: "en")
        let found = reader.read(article).statements
        #expect(
            found.map(\.content.text) == [
                "The depot, run by Garnet Freight, was full of oil", "We will help", "The blast damaged the quay",
            ])
        #expect(found.map { $0.speakerName == "Ivan Korda" } == [false, true, false])
    }
}
