import Foundation
import RecoupeModel
import RecoupeText
import Testing

/// Compares the dossier of the example story with what `Examples/README.md` says a careful reader finds.
@Suite struct ExampleStoryTests {
    private static let folder = root.appendingPathComponent("Examples")
    private static let built = Result { try build() }
    let dossier: Dossier
    private let reports: [ExpectedReport]
    let story: ExpectedStory
    /// Article ids by file name.
    let ids: [String: String]

    private static func build() throws -> Dossier {
        let scratch = try Scratch()
        let made = try run(recoupe, ["build", folder.appendingPathComponent("port-amelin").path, "-o", scratch.path("s.recoupe")])
        try #require(made.status == 0, "\(made.errors)")
        return try JSON.decoder().decode(Dossier.self, from: try run(recoupe, ["export", scratch.path("s.recoupe")]).output)
    }

    init() throws {
        dossier = try Self.built.get()
        let expected = Self.folder.appendingPathComponent("expected")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let names = try FileManager.default.contentsOfDirectory(atPath: expected.path).filter { $0.hasSuffix(".json") }.sorted()
        reports = try names.filter { $0 != "across.json" }.map {
            try decoder.decode(ExpectedReport.self, from: try Data(contentsOf: expected.appendingPathComponent($0)))
        }
        story = try decoder.decode(ExpectedStory.self, from: try Data(contentsOf: expected.appendingPathComponent("across.json")))
        ids = Dictionary(uniqueKeysWithValues: dossier.articles.map { (URL(fileURLWithPath: $0.path).lastPathComponent, $0.id) })
    }

    private func article(_ name: String) throws -> Article {
        try #require(dossier.articles.first { $0.id == ids[name] }, "\(name) is not in the dossier")
    }

    @Test func everyReportIsCleanedAndDated() throws {
        #expect(reports.count == dossier.articles.count)
        for report in reports {
            let found = try article(report.article)
            #expect(found.language == report.language, "\(report.article)")
            #expect(plain(found.title ?? "") == plain(report.title), "\(report.article)")
            guard let published = report.published, published.stated else { continue }
            #expect(found.published?.earliest.description == published.earliest, "\(report.article)")
        }
    }

    /// An undated report gets a span that meets the right one, or none; never a stated date.
    @Test func twoReportsWithoutADateAreNeverGivenAFalseOne() throws {
        let undated = reports.filter { $0.published?.stated == false }
        #expect(undated.count == 2)
        for report in undated {
            guard let found = try article(report.article).published else { continue }
            #expect(!found.stated)
            let earliest = try #require(CalendarDay(iso: report.published?.earliest ?? ""))
            let latest = try #require(CalendarDay(iso: report.published?.latest ?? ""))
            #expect(found.span.meets(DaySpan(earliest, latest)), "\(report.article): \(found)")
        }
    }

    /// The share of what is wanted that is found; each miss is printed.
    private func recall<Wanted>(_ wanted: [Wanted], _ found: (Wanted) -> Bool, _ line: (Wanted) -> String) -> Double {
        let missed = wanted.filter { !found($0) }
        for miss in missed { print("missed: \(line(miss))") }
        return wanted.isEmpty ? 1 : 1 - Double(missed.count) / Double(wanted.count)
    }

    @Test func whatACarefulReaderFindsIsFound() throws {
        for (layer, reached) in try layers() {
            let floor = try #require(try Floors.example[layer], "no floor for \(layer)")
            #expect(reached >= floor - 0.0005, "\(layer): \(reached), floor \(floor)")
        }
    }

    private func layers() throws -> [(String, Double)] {
        let pairs = try reports.map { ($0, try article($0.article).id) }
        let junk = try reports.flatMap { report in
            let text = plain(try article(report.article).text)
            return (report.junk ?? []).map { ($0, text) }
        }
        let origins = try reports.flatMap { report in
            let found = try article(report.article).origins
            return (report.origins ?? []).map { ($0.name, found) }
        }
        let times = pairs.flatMap { report, id in (report.times ?? []).filter { $0.optional != true }.map { ($0, id) } }
        let figures = pairs.flatMap { report, id in (report.figures ?? []).filter { $0.optional != true }.map { ($0, id) } }
        let said = pairs.flatMap { report, id in (report.statements ?? []).filter { $0.optional != true }.map { ($0, id) } }
        let names = pairs.flatMap { report, id in (report.entities ?? []).flatMap { e in e.mentions.map { (e.kind, $0, id) } } }
        return [
            ("times", recall(times, { isFound($0.0, in: $0.1) }, { "\($0.0.text) = \($0.0.value)" })),
            ("figures", recall(figures, { isFound($0.0, in: $0.1) }, { "\($0.0.text)" })),
            ("statements", recall(said, { isFound($0.0, in: $0.1) }, { "\($0.0.speaker[0]): \($0.0.content)" })),
            ("junk kept out", recall(junk, { !$0.1.contains(plain($0.0)) }, { $0.0 })),
            ("origins", recall(origins, { wanted in wanted.1.contains { covers($0.name, wanted.0) } }, { $0.0 })),
            ("one entity", recall(story.sameEntity, isOne, { "\($0)" })),
            ("promises", recall(story.commitments, isFollowed, { "\($0.what): \($0.outcome)" })),
            ("points of series", pointShare()),
            ("names", recall(names, { isNamed($0.0, $0.1, in: $0.2) }, { "\($0.0) \($0.1)" })),
        ]
    }

    private func covers(_ a: String, _ b: String) -> Bool { plain(a).contains(plain(b)) || plain(b).contains(plain(a)) }

    private func isFound(_ time: ExpectedReport.Dated, in id: String) -> Bool {
        dossier.times.contains { $0.article == id && covers($0.text, time.text) && ([time.value] + (time.also ?? [])).contains($0.value) }
    }

    private func isFound(_ figure: ExpectedReport.Counted, in id: String) -> Bool {
        dossier.figures.contains { found in
            guard found.article == id, covers(found.text, figure.text) || overlap(found.text, figure.text) >= 0.34 else { return false }
            guard let value = figure.value else { return found.low != nil || found.value != nil }
            return found.value.map { abs($0 - value) < 0.001 * max(1, value) } ?? false
        }
    }

    private func isFound(_ said: ExpectedReport.Said, in id: String) -> Bool {
        dossier.statements.contains { found in
            guard found.article == id, overlap(found.content.text, said.content) >= 0.5 else { return false }
            let given = [found.speakerName, found.speakerText].compactMap { $0 }
            return said.speaker.contains { wanted in given.contains { covers($0, wanted) || overlap($0, wanted) >= 0.6 } }
        }
    }

    private func isNamed(_ kind: String, _ name: String, in id: String) -> Bool {
        dossier.entities.contains { entity in
            entity.kind.rawValue == kind && entity.mentions.contains { $0.article == id && covers($0.text, name) }
        }
    }
}

/// Floors of measured accuracy, which only rise.
enum Floors {
    static var example: [String: Double] {
        get throws {
            let file = root.appendingPathComponent("Tests/Gold/floors.json")
            return try JSONDecoder().decode([String: [String: Double]].self, from: try Data(contentsOf: file))["example"] ?? [:]
        }
    }
}
