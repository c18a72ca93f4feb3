import Foundation
import Recoupe
import RecoupeModel
import Testing

@Suite struct DeskTests {
    private let desk: Desk
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("recoupe-desk-\(UUID().uuidString)")

    init() throws {
        desk = try Desk()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func write(_ name: String, _ text: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    private let report = """
        Le bac de Sauzelle reprend

        Le bac de Sauzelle a repris lundi 3 juin 2024 ses traversées, a annoncé la compagnie.

        Environ 400 passagers ont embarqué, selon le capitaine, Yvon Trémel.
        """

    @Test func addingReadsOnlyWhatIsNew() async throws {
        let story = folder.appendingPathComponent("s.recoupe").path
        let options = StoryOptions(moment: "2024-06-04T08:00:00Z")
        let one = try write("a.txt", report)
        let first = try await desk.build([one], story: story, options: options) { _ in }
        #expect(first.read == 1 && first.known == 0 && first.reports == 1)
        let two = try write("b.txt", report.replacing("reprend", with: "a repris"))
        let second = try await desk.add([one, two], story: story, options: options) { _ in }
        #expect(second.read == 1 && second.known == 1 && second.reports == 2)
        #expect(try desk.dossier(of: story).articles.count == 2)
        #expect(try desk.search("capitaine TREMEL", in: story).count == 2)
    }

    @Test func theSameBytesAtTwoPathsAreOneReport() async throws {
        let story = folder.appendingPathComponent("t.recoupe").path
        let paths = [try write("y.txt", report), try write("x.txt", report)]
        let outcome = try await desk.build(paths, story: story, options: StoryOptions(moment: "")) { _ in }
        #expect(outcome.reports == 1)
        let article = try #require(try desk.dossier(of: story).articles.first)
        #expect(article.path.hasSuffix("x.txt"))
        #expect(article.alsoAt.count == 1)
    }

    @Test func everyItemCanBeExplained() async throws {
        let story = folder.appendingPathComponent("u.recoupe").path
        _ = try await desk.build([try write("a.txt", report)], story: story, options: StoryOptions(moment: "")) { _ in }
        let dossier = try desk.dossier(of: story)
        let ids = dossier.times.map(\.id) + dossier.figures.map(\.id) + dossier.statements.map(\.id) + dossier.entities.map(\.id)
        #expect(ids.count >= 4)
        #expect(Set(ids).count == ids.count)
        for id in ids { #expect(dossier.explanation(of: id)?.because.contains { !$0.passages.isEmpty } == true, "\(id)") }
        #expect(dossier.explanation(of: "x") == nil)
    }

    @Test func aFilterNeedsNoStore() throws {
        let answer = desk.readLine(
            Data(
                #"{"id":"1","text":"Environ 400 passagers ont embarqué lundi 3 juin 2024, selon le capitaine du bac.","language":"fr"}"#
                    .utf8))
        let object = try #require(try JSONSerialization.jsonObject(with: answer) as? [String: Any])
        #expect((object["figures"] as? [Any])?.count == 1)
        #expect((object["times"] as? [Any])?.count == 1)
    }

    @Test func givenWordsStandAsGiven() throws {
        let given = [["Le", "maire", "d'", "Aubrelac", "parle", "."], ["Il", "s'", "en", "va", "du", "port", "."]]
        let line = try JSONSerialization.data(withJSONObject: ["id": "1", "sentences": given, "language": "fr"])
        let object = try #require(try JSONSerialization.jsonObject(with: desk.readLine(line)) as? [String: Any])
        let sentences = try #require(object["sentences"] as? [[String: Any]])
        let words = sentences.map { ($0["tokens"] as? [[String: Any]])?.compactMap { $0["text"] as? String } ?? [] }
        #expect(words == given)
        #expect(sentences.map { $0["start"] as? Int } == [0, 29])
    }

    @Test(arguments: [("Le maire est parti.", "fr"), ("The mayor has left.", "en")])
    func aShortSentenceHasALanguage(_ text: String, _ language: String) throws {
        let line = try JSONSerialization.data(withJSONObject: ["id": "1", "text": text])
        let object = try #require(try JSONSerialization.jsonObject(with: desk.readLine(line)) as? [String: Any])
        #expect(object["language"] as? String == language)
    }
}
