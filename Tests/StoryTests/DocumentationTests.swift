import Foundation
import Testing

/// Holds the documentation to the program: what a reader of the dossier can meet is explained.
@Suite struct DocumentationTests {
    private let reference: String

    init() throws {
        reference = try String(contentsOf: root.appendingPathComponent("Documentation/dossier-json.md"), encoding: .utf8)
    }

    /// The quoted words that follow a mark in any source of the product.
    private func literals(after mark: String) throws -> Set<String> {
        let sources = root.appendingPathComponent("Sources")
        let names = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
        var found: Set<String> = []
        for name in names where name.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
            for part in text.components(separatedBy: mark).dropFirst() { found.insert(String(part.prefix { $0 != "\"" })) }
        }
        return found
    }

    @Test func everyWarningIsExplained() throws {
        let codes = try literals(after: "code: \"")
        #expect(codes.count > 5)
        for code in codes.sorted() where !reference.contains("`\(code)`") { Issue.record("\(code) is not explained") }
    }

    @Test func everyDoubtIsExplained() throws {
        let doubts = try literals(after: "\"speaker-by-").map { "speaker-by-" + $0 }
        #expect(doubts.count > 3)
        for doubt in doubts.sorted() where !reference.contains("`\(doubt)`") { Issue.record("\(doubt) is not explained") }
    }

    @Test func everyFieldIsExplained() throws {
        let scratch = try Scratch()
        let made = try run(recoupe, ["build", root.appendingPathComponent("Examples/port-amelin").path, "-o", scratch.path("s.recoupe")])
        try #require(made.status == 0, "\(made.errors)")
        let json = try JSONSerialization.jsonObject(with: try run(recoupe, ["export", scratch.path("s.recoupe")]).output)
        let found = fields(json).sorted()
        #expect(found.count > 60)
        for field in found where !reference.contains("`\(field)`") && !reference.contains("\"\(field)\"") {
            Issue.record("\(field) is not explained")
        }
    }

    /// The names of all fields but the slots of the sentences of conflicts, which the packs' phrases explain.
    private func fields(_ json: Any) -> Set<String> {
        if let list = json as? [Any] { return list.reduce(into: []) { $0.formUnion(fields($1)) } }
        guard let object = json as? [String: Any] else { return [] }
        return object.reduce(into: Set(object.keys)) { found, field in if field.key != "slots" { found.formUnion(fields(field.value)) } }
    }
}
