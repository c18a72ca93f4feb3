import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeTraining
import Testing

@Suite struct NameTrainingTests {
    private func marked(_ text: String) throws -> MarkedArticle { try MarkedArticle(Array(text.utf8), file: "probe.txt") }

    @Test func tagsAreTakenOut() throws {
        let article = try marked("<PER>Ève</PER> dit : « <st n=\"1\" mode=\"direct\">à <LOC>Oslo</LOC></st> ».")
        #expect(article.text == "Ève dit : « à Oslo ».")
        #expect(article.marks.map { $0.kind } == [0, 2])
        #expect(article.marks.map { String(decoding: Array(article.text.utf8)[$0.bytes], as: UTF8.self) } == ["Ève", "Oslo"])
    }

    @Test func crossedTagsAreAnError() {
        #expect(throws: PackError.self) { try marked("<PER>Ève <LOC>Oslo</PER></LOC>") }
    }

    @Test func labelsMakeWholeNames() {
        let path = NamePath(transitions: [Int32](repeating: 0, count: NameLabel.count * NameLabel.count))
        var scores = [Int32](repeating: 0, count: 4 * NameLabel.count)
        scores[NameLabel.count + NameLabel.label(0, NameLabel.first)] = 5
        scores[2 * NameLabel.count + NameLabel.label(1, NameLabel.last)] = 4
        scores[2 * NameLabel.count + NameLabel.label(0, NameLabel.last)] = 1
        #expect(path.best(scores[...]) == [0, NameLabel.label(0, NameLabel.first), NameLabel.label(0, NameLabel.last), 0])
        #expect(path.best([]) == [])
    }

    @Test func aTaggerLearnsItsExamples() throws {
        let pack = try LanguagePack("fr")
        let texts = [
            "Le bateau <MISC>Grande Ourse</MISC> a coulé devant <LOC>Brindol</LOC>.",
            "La maire de <LOC>Brindol</LOC>, <PER>Ode Carvin</PER>, se tait.",
            "<ORG>Tavix</ORG> vend des vélos à <LOC>Brindol</LOC>.", "Personne ne sait rien, a dit <PER>Ode Carvin</PER>.",
        ]
        var recipe = NameRecipe(pack: pack, articles: try texts.map { try marked($0) })
        (recipe.settings.minimum, recipe.settings.runs) = (1, 1)
        let first = try recipe.bytes { _ in }
        #expect(try recipe.bytes { _ in } == first)
        let tagger = try NameTagger(first, pack: pack)
        let words = tagger.words(try Analyser(pack).analyse("La maire de Brindol, Ode Carvin, se tait.", article: "a1"))
        let found = zip(words.all, tagger.labels(words)).filter { $0.1 > 0 }.map { "\($0.text) \(NameLabel.kinds[($1 - 1) / 4].rawValue)" }
        #expect(found == ["Brindol place", "Ode person", "Carvin person"])
    }

    @Test func clustersJoinWordsThatStandAlike() {
        let verbs = ["mange", "voit", "cherche"], nouns = ["pain", "chat", "livre"]
        let sentences = (0..<90).map { number in ["il", verbs[number % 3], "le", nouns[number / 3 % 3]] }
        let clusters = Dictionary(
            uniqueKeysWithValues: WordClusters(sentences, minimum: 1).clusters(5, rounds: 10).map { ($0.word, $0.cluster) })
        #expect(Set(verbs.map { clusters[$0] }).count == 1)
        #expect(Set(nouns.map { clusters[$0] }).count == 1)
        #expect(clusters["pain"] != clusters["voit"])
    }
}
