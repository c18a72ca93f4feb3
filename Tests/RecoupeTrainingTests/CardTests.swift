import RecoupeLanguage
import Testing

@testable import RecoupeTraining

@Suite struct CardTests {
    /// Every model of every pack has a card that names its digest and its sources with their licences.
    @Test func modelsHaveCards() throws {
        let files = PackFiles()
        let models = files.paths(under: "Languages/").filter { $0.hasSuffix(".bin") }
        #expect(!models.isEmpty)
        for model in models {
            let json = try #require(files.bytes(String(model.dropLast(4)) + ".card.json"), "\(model) has no card")
            let card = try Card(json: json)
            #expect(card.sha256 == Card.digest(of: files.bytes(model) ?? []), "\(model)")
            #expect(!card.sources.isEmpty && card.sources.allSatisfy { !$0.licence.isEmpty }, "\(model)")
            #expect(!card.score.isEmpty)
        }
    }
}
