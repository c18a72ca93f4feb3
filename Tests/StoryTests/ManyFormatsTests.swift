import Foundation
import RecoupeModel
import RecoupeText
import Testing

/// Files that hold many reports, and reports of many formats, through the whole program.
@Suite struct ManyFormatsTests {
    private func dossier(_ story: String) throws -> Dossier {
        try JSON.decoder().decode(Dossier.self, from: try run(recoupe, ["export", story]).output)
    }

    private let lines =
        #"{"title": "Le pont de Vaubert rouvrira", "text": "Le pont de Vaubert rouvrira d'ici le 30 juin 2024, a annoncé la mairie.\n\n« Les travaux avancent », a déclaré la maire, Claire Montois.", "date": "2024-06-04", "byline": "Par Anne Petit", "source": "La Gazette", "crawl_date": "2024-06-09"}"#
        + "\n{broken\n"
        + #"{"title": "Le bac reprend", "text": "Le bac a repris mardi ses traversées, a annoncé la compagnie.", "date": "2024-07-02", "captured": "2024-06-09"}"#
        + "\n"

    @Test func eachLineIsAReportThatKeepsItsFields() throws {
        let scratch = try Scratch()
        try scratch.write("in/corpus.jsonl", lines)
        let ran = try run(recoupe, ["build", scratch.path("in"), "-o", scratch.path("s.recoupe")])
        #expect(ran.status == 1)
        #expect(ran.errors.split(separator: "\n").filter { $0.contains("corpus.jsonl#2") }.count == 1, "\(ran.errors)")
        let articles = try dossier(scratch.path("s.recoupe")).articles
        let first = try #require(articles.first { $0.path.hasSuffix("corpus.jsonl#1") })
        #expect(first.title == "Le pont de Vaubert rouvrira" && first.authors == ["Anne Petit"] && first.outlet == "La Gazette")
        #expect(first.published?.earliest.description == "2024-06-04" && first.published?.because == ["json: 2024-06-04"])
        #expect(first.text.hasPrefix("Le pont de Vaubert rouvrira d'ici"))
        let second = try #require(articles.first { $0.path.hasSuffix("corpus.jsonl#3") })
        #expect(second.published == nil, "no report is published after it was fetched")
        #expect(second.warnings.contains { $0.code == "clean.date.after-capture" })
        let again = try run(recoupe, ["add", scratch.path("s.recoupe"), scratch.path("in")])
        #expect(String(decoding: again.output, as: UTF8.self).contains("2 known already"))
    }

    @Test func limitsAreSetOnTheCommandLine() throws {
        let scratch = try Scratch()
        let items = (1...4).map { "<item><title>Le rapport \($0)</title><description>Le rapport numéro \($0) est là.</description></item>" }
            .joined()
        try scratch.write("f.xml", "<rss version=\"2.0\"><channel><title>La Gazette</title>\(items)</channel></rss>")
        let ran = try run(recoupe, ["build", scratch.path("f.xml"), "-o", scratch.path("s.recoupe"), "--max-reports", "3"])
        #expect(ran.status == 1 && ran.errors.contains("more than 3 reports"), "\(ran.errors)")
        #expect(try dossier(scratch.path("s.recoupe")).articles.count == 3)
    }

    @Test func formatsAndLimitsAreDocumented() throws {
        let page = try String(contentsOf: root.appendingPathComponent("Documentation/formats.md"), encoding: .utf8)
        for option in ["--max-size", "--max-reports", "--max-ratio", "--max-depth"] { #expect(page.contains(option)) }
        let sources = root.appendingPathComponent("Sources/RecoupeIntake")
        for name in try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap({ $0 as? String })
        where name.hasSuffix(".swift") {
            let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
            for piece in text.components(separatedBy: "code: \"").dropFirst() {
                let code = piece.prefix { $0 != "\"" }
                #expect(page.contains(code), "\(code)")
            }
        }
    }
}
