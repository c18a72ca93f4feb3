// What statements are found in short texts written for these tests: content, speaker, day, hearsay.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

@Suite struct SpeechFinderTests {
    private let analyser: Analyser
    private let names: NameFinder
    private let times: TimeFinder
    private let speech: SpeechFinder

    init() throws {
        let pack = try LanguagePack("fr")
        analyser = try Analyser(pack)
        names = try NameFinder(pack)
        times = try TimeFinder(PackLexicons(pack))
        speech = try SpeechFinder(PackLexicons(pack))
    }

    private func statements(_ text: String) -> [Statement] {
        let analysis = analyser.analyse(text, article: "a")
        let found = names.find(in: analysis)
        let day = CalendarDay(year: 2022, month: 5, day: 12).map { Published(DaySpan($0), stated: true, because: []) }
        let dated = times.find(in: analysis, published: day)
        return speech.find(in: analysis, names: found.names, referents: found.referents, times: dated.times, published: dated.published)
    }

    @Test func whatHappensDoesNotSpeak() {
        let found = statements("Après l'incendie, la ministre Jeanne Morel avait promis la publication d'une liste des dépôts.")
        #expect(found.map(\.content.text) == ["la publication d'une liste des dépôts"])
        #expect(found.first?.speakerName == "Jeanne Morel")
        #expect(statements("Les deux villes et la défaite de la ligue Astra ont proclamé la fin du tournoi.").isEmpty)
    }

    /// Nothing is said before the cue: no statement, and no crash.
    @Test(arguments: ["Assure la préfecture.", "Indique le ministère.", "Assurent les pompiers de Brindol."])
    func nothingStandsBeforeTheCue(_ text: String) {
        #expect(statements(text).isEmpty)
    }

    @Test func aPronounBeforeTheCueIsItsObject() {
        let found = statements("La maire Jeanne Morel l'a promis lundi en inaugurant le chantier du port.")
        #expect(!found.contains { $0.content.text.contains("chantier") })
    }

    @Test func anAttributionInsideTheMarksIsNoneOfTheWords() {
        let found = statements(
            "Jean Dupont raconte.\n\n\"Ce pont, je le prends souvent, a-t-il encore expliqué. Je n'y passerai plus jamais\", dit Jean Dupont."
        )
        #expect(found.map(\.content.text) == ["Ce pont, je le prends souvent", "Je n'y passerai plus jamais"])
        #expect(found.allSatisfy { $0.speakerName == "Jean Dupont" })
    }

    @Test func theVenueEndsBeforeTheSentence() {
        let found = statements("« Le pont rouvrira », a indiqué la mairie dans un communiqué.")
        #expect(found.first?.venue == "un communiqué")
        let earlier = statements("La maire Jeanne Morel avait expliqué un peu plus tôt que le pont rouvrirait.")
        #expect(earlier.map(\.content.text) == ["le pont rouvrirait"])
    }

    @Test func quotationBeforeItsCue() throws {
        let found = statements("« Nous rouvrirons la bibliothèque », a déclaré mardi à la presse Claire Vasseur.")
        let only = try #require(found.first)
        #expect(found.count == 1)
        #expect(only.content.text == "Nous rouvrirons la bibliothèque")
        #expect(only.mode == .direct)
        #expect(only.speakerName == "Claire Vasseur")
        #expect(only.saidOn == "2022-05-10")
        #expect(only.to == "la presse")
    }

    @Test func thatClause() throws {
        let only = try #require(statements("Le maire Paul Tessier a affirmé que le pont restait ouvert.").first)
        #expect(only.content.text == "le pont restait ouvert")
        #expect(only.mode == .indirect)
        #expect(only.speakerName == "Paul Tessier")
        #expect(only.cue == "a affirmé")
    }

    @Test func aNameAtTheEndOfAPluralSubjectIsNoSpeaker() throws {
        let found = statements("Les deux gouvernements et la défaite de la coalition OTAN ont déclaré la fin du conflit.")
        for statement in found { #expect(statement.speakerName == nil) }
        let plural = try #require(statements("Les Nations Unies ont déclaré que la trêve tenait.").first)
        #expect(plural.speakerName == "Nations Unies")
    }

    @Test func adverbsOfSeveralWordsAreNoContent() throws {
        let only = try #require(statements("Les élus se sont engagés à plusieurs reprises à rouvrir la piscine.").first)
        #expect(only.content.text == "rouvrir la piscine")
    }

    @Test func sourceBeforeAndAfter() throws {
        let before = try #require(statements("Selon une source policière, le camion venait du port.").first)
        #expect(before.content.text == "le camion venait du port")
        #expect(before.anonymous)
        #expect(before.hearsay)
        let after = try #require(statements("Le camion venait du port, selon la préfecture.").first)
        #expect(after.content.text == "Le camion venait du port")
        #expect(after.speakerText == "la préfecture")
    }

    @Test func pronounAndContinuation() {
        let found = statements(
            "« La digue a tenu », a expliqué Claire Vasseur. « Nous l'avions renforcée », a-t-elle ajouté. « C'était utile. »")
        #expect(found.map(\.content.text) == ["La digue a tenu", "Nous l'avions renforcée", "C'était utile"])
        #expect(found.allSatisfy { $0.speakerName == "Claire Vasseur" })
        #expect(found.last?.cue == nil)
    }

    @Test func sentencesOfOneQuotation() {
        let found = statements("« Il pleuvait. On ne voyait rien », raconte un témoin.")
        #expect(found.map(\.content.text) == ["Il pleuvait", "On ne voyait rien"])
        #expect(found.allSatisfy { $0.anonymous && $0.speakerText == "un témoin" })
    }

    @Test func wordsOfNobody() {
        #expect(statements("L'opération dite « Bouclier bleu » a pris fin.").isEmpty)
        #expect(statements("Selon la loi, le délai est d'un mois.").isEmpty)
    }

    @Test(arguments: ["", "«", "\" \" \"", "a déclaré que", "selon", ", a-t-il dit", "« a », « b", ": \"", "c'est ce que"])
    func anyTextIsRead(_ text: String) {
        for statement in statements(text) { #expect(statement.content.start <= statement.content.end) }
    }
}
