import Foundation
import RecoupeModel
import RecoupeStore
import RecoupeText
import Testing

@Suite struct DossierFileTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("recoupe-store-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private func arrival(_ text: String, path: String, readWith: String = "1") -> Arrival {
        let digest = sha256(text)
        let article = Article(
            id: Identifier.article(sha256: digest), path: path, sha256: digest, title: "Œuvre", text: text, language: "fr")
        return Arrival(
            path: path, bytes: Array(text.utf8),
            report: StoredReport(article: article, reading: Reading(article: article.id, language: "fr"), readWith: readWith)
        )
    }

    @Test func whatIsStoredComesBack() throws {
        let file = try DossierFile(path: path("a.recoupe"), create: true)
        let intake = try file.beginIntake(at: "2024-01-01T00:00:00Z", program: "test")
        try file.store(
            [arrival("Le pont a cédé.", path: "b.txt"), arrival("La digue tient.", path: "c.txt")], intake: intake, keepSources: true)
        try file.note(path: "a.txt", sha256: sha256("Le pont a cédé."), intake: intake)
        try file.close()

        let again = try DossierFile(path: path("a.recoupe"), readOnly: true)
        let reports = try again.reports()
        #expect(Set(reports.map(\.article.text)) == ["Le pont a cédé.", "La digue tient."])
        let bridge = try #require(reports.first { $0.article.text.contains("pont") })
        #expect(bridge.article.path == "a.txt")
        #expect(bridge.article.alsoAt == ["b.txt"])
        #expect(try again.source(sha256: bridge.article.sha256) == Array("Le pont a cédé.".utf8))
    }

    @Test func searchFoldsLigaturesAndAccents() throws {
        let file = try DossierFile(path: path("s.recoupe"), create: true)
        let intake = try file.beginIntake(at: "2024-01-01T00:00:00Z", program: "test")
        try file.store([arrival("Le cœur de la cité a brûlé.", path: "b.txt")], intake: intake, keepSources: false)
        for query in ["coeur", "CŒUR", "brule cite", "Œuvre"] { #expect(try file.search(query).count == 1, "\(query)") }
        for query in ["", "\"", "brule AND (", "pont", "*"] { #expect(try file.search(query).isEmpty, "\(query)") }
        #expect(try file.source(sha256: sha256("Le cœur de la cité a brûlé.")) == nil)
    }

    @Test func aNewerDossierIsLeftAlone() throws {
        let file = try DossierFile(path: path("n.recoupe"), create: true)
        try file.markAsNewer()
        try file.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path("n.recoupe")))
        let error = #expect(throws: StoreError.self) { try DossierFile(path: path("n.recoupe")) }
        #expect(error?.trouble == .newer)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path("n.recoupe"))) == before)
    }

    @Test func aTruncatedDossierIsNamedAsDamaged() throws {
        let file = try DossierFile(path: path("t.recoupe"), create: true)
        let intake = try file.beginIntake(at: "2024-01-01T00:00:00Z", program: "test")
        let arrivals = (0..<40).map { arrival(String(repeating: "Rapport \($0). ", count: 200), path: "\($0).txt") }
        try file.store(arrivals, intake: intake, keepSources: true)
        try file.close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: path("t.recoupe")))
        for keep in stride(from: 1, to: whole.count, by: whole.count / 12) {
            try whole.prefix(keep).write(to: URL(fileURLWithPath: path("t.recoupe")))
            let error = #expect(throws: StoreError.self) { try DossierFile(path: path("t.recoupe")).reports() }
            #expect(error?.trouble == .damaged || error?.trouble == .notADossier)
        }
    }

    @Test(arguments: ["not a database at all, but long enough to look like something else", ""])
    func whatIsNoDossierIsNamed(content: String) throws {
        try Data(content.utf8).write(to: URL(fileURLWithPath: path("x.recoupe")))
        let error = #expect(throws: StoreError.self) { try DossierFile(path: path("x.recoupe")) }
        #expect(error?.trouble == .notADossier)
    }
}
