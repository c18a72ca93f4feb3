import Foundation
import Testing

/// Holds what is read in the development stories to the floors in `Tests/Gold/floors.json`, which only rise.
///
/// The stories are no part of the repository: the tests are skipped where they are absent.
@Suite struct AccuracyTests {
    private struct Layer: Decodable {
        var right: Int
        var wanted: Int
        var given: Int?
        var f1: Double?
    }

    private static let data =
        ProcessInfo.processInfo.environment["RECOUPE_DEVELOPMENT_DATA"].map { URL(fileURLWithPath: $0) }
        ?? root.deletingLastPathComponent().appendingPathComponent("shared")
    private static let isThere = FileManager.default.fileExists(atPath: data.appendingPathComponent("score/score.py").path)

    @Test(
        .enabled(if: isThere, "the development stories are not beside this checkout"),
        arguments: [
            ("seeds", "seeds", "gold"), ("D", "stories/D", "stories/D"), ("E", "stories/E", "stories/E"), ("F", "stories/F", "stories/F"),
        ]
    )
    func floors(story: String, texts: String, gold: String) throws {
        let layers = try scores(texts, gold)
        let file = root.appendingPathComponent("Tests/Gold/floors.json")
        let floors = try JSONDecoder().decode([String: [String: Double]].self, from: try Data(contentsOf: file))
        for (name, floor) in try #require(floors[story]).sorted(by: { $0.key < $1.key }) {
            let layer = try #require(layers[name], "no layer \(name)")
            let reached = layer.f1 ?? (layer.wanted > 0 ? Double(layer.right) / Double(layer.wanted) : 1)
            if name == "conflicts given beyond gold" {
                #expect(Double(layer.right) <= floor, "\(story): \(name): \(layer.right), at most \(floor)")
            } else {
                #expect(reached >= floor - 0.0005, "\(story): \(name): \(reached), floor \(floor)")
            }
        }
    }

    private static let news = data.appendingPathComponent("data/news-fr/annotated")
    private static let hasNews = FileManager.default.fileExists(atPath: news.path) && isThere

    /// Names in marked news that no model was trained on.
    @Test(.enabled(if: hasNews, "the marked news are not beside this checkout"))
    func namesOfNews() throws {
        let scratch = try Scratch()
        let score = ["python3", Self.data.appendingPathComponent("score/annotated.py").path, Self.news.path]
        let input = try run("/usr/bin/env", score + ["--input", "--part", "develop"])
        try #require(input.status == 0, "\(input.errors)")
        try scratch.write("read.jsonl", try run(recoupe, ["read", "--jsonl"], input: input.output).output)
        let table = String(
            decoding: try run("/usr/bin/env", score + [scratch.path("read.jsonl"), "--part", "develop"]).output, as: UTF8.self)
        let file = root.appendingPathComponent("Tests/Gold/floors.json")
        let floors = try JSONDecoder().decode([String: [String: Double]].self, from: try Data(contentsOf: file))
        for (kind, floor) in try #require(floors["names of news"]).sorted(by: { $0.key < $1.key }) {
            let line = try #require(table.split(separator: "\n").first { $0.hasPrefix("names \(kind) ") }, "no names \(kind)")
            let reached = try #require(line.split(separator: " ").last.flatMap { Double($0) })
            #expect(reached >= floor, "\(kind): \(reached), floor \(floor)")
        }
    }

    private func scores(_ texts: String, _ gold: String) throws -> [String: Layer] {
        let scratch = try Scratch()
        let folder = Self.data.appendingPathComponent(texts)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
        let built = try run(recoupe, ["build"] + files.map { folder.appendingPathComponent($0).path } + ["-o", scratch.path("s.recoupe")])
        try #require(built.status == 0, "\(built.errors)")
        try scratch.write("d.json", try run(recoupe, ["export", scratch.path("s.recoupe")]).output)
        let score = Self.data.appendingPathComponent("score/score.py").path
        let scored = try run(
            "/usr/bin/env", ["python3", score, Self.data.appendingPathComponent(gold).path, scratch.path("d.json"), "--json"])
        try #require(scored.status == 0, "\(scored.errors)")
        return try JSONDecoder().decode([String: Layer].self, from: scored.output)
    }
}
