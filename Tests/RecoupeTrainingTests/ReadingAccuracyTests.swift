import Foundation
import RecoupeLanguage
import RecoupeRead
import Testing

@testable import RecoupeTraining

/// Holds what the shipped models read in the development parts of treebanks to the floors in `Tests/Gold/floors.json`, which only rise.
///
/// The treebanks are no part of the repository: the tests are skipped where they are absent.
@Suite struct ReadingAccuracyTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let data =
        ProcessInfo.processInfo.environment["RECOUPE_DEVELOPMENT_DATA"].map { URL(fileURLWithPath: $0) }
        ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    private static let treebanks = ["fr": "data/ud/fr/sequoia-dev.conllu", "en": "data/ud/en/ewt-dev.conllu"]
    private static let isThere = treebanks.values.allSatisfy {
        FileManager.default.fileExists(atPath: data.appendingPathComponent($0).path)
    }

    /// One of so many sentences is read, so that the test is quick where nothing is optimised.
    private static let steps = ["fr": 1, "en": 3]

    @Test(.enabled(if: isThere, "the development treebanks are not beside this checkout"), arguments: ["fr", "en"])
    func floors(language: String) throws {
        let figures = try figures(language)
        let file = Self.root.appendingPathComponent("Tests/Gold/floors.json")
        let floors = try JSONDecoder().decode([String: [String: Double]].self, from: try Data(contentsOf: file))
        for (name, floor) in try #require(floors["treebank " + language]).sorted(by: { $0.key < $1.key }) {
            let reached = try #require(figures[name], "no figure \(name)")
            #expect(reached >= floor - 0.0005, "\(language): \(name): \(reached), floor \(floor)")
        }
    }

    private func figures(_ language: String) throws -> [String: Double] {
        let name = try #require(Self.treebanks[language])
        let path = Self.data.appendingPathComponent(name)
        let whole = try Treebank([UInt8](try Data(contentsOf: path)), file: path.lastPathComponent)
        let step = Self.steps[language] ?? 1
        let gold = Treebank(sentences: whole.sentences.enumerated().filter { $0.offset % step == 0 }.map(\.element))
        let pack = try LanguagePack(language)
        let tagger = try #require(try Tagger(pack))
        let tags = Evaluation(gold: gold).tags(tagger)
        let parser = try #require(try TreeParser(pack))
        let trees = TreeEvaluation(gold, tagger: tagger).score(parser)
        let raw = try Evaluation(gold: gold).raw(Analyser(pack))
        var figures = [
            "gold words: UPOS": tags.upos, "gold words: features": tags.feats, "gold words: lemmas": tags.lemma,
            "gold words: UAS": trees.uas, "gold words: LAS": trees.las,
        ]
        for name in ["Words", "Sentences", "UPOS", "UFeats", "Lemmas", "UAS", "LAS"] { figures["raw text: " + name] = raw?[name].f1 }
        return figures
    }
}
