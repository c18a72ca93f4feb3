// Where reports say that they come from.
import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupeClean

@Suite struct OriginTests {
    private func origins(_ text: String) throws -> [String] {
        try Clean.text("Un titre pour ce rapport\n\n" + text).origins.map { "\($0.relation.rawValue) \($0.name)" }
    }

    private let body = "Le pont a été fermé dans la nuit de mardi à mercredi par la préfecture, qui craint pour ses piles."

    @Test func creditsAroundTheText() throws {
        #expect(try origins("\(body)\n\nSource: Agence de presse Xinhua") == ["republishes Xinhua"])
        #expect(try origins("\(body)\n\nAA") == ["republishes AA"])
        #expect(try origins("PARIS (Reuters) - \(body)") == ["republishes Reuters"])
        #expect(try origins("\(body) (avec AFP)") == ["credits AFP"])
        #expect(try origins("\(body)\n\nCet article est paru à l'origine sur abcnews.go.com") == ["translates ABC News"])
    }

    @Test func mediaThatWereToldSomething() throws {
        #expect(try origins("\(body)\n\n« C'est une mesure de prudence », a confié le préfet à l'AFP jeudi soir.") == ["cites AFP"])
        #expect(try origins("Le préfet l'a dit dans les colonnes du Figaro. \(body)") == ["cites Le Figaro"])
        #expect(try origins("Selon l'Agence Zephir, le pont a été fermé dans la nuit de mardi à mercredi.").contains("cites Agence Zephir"))
    }

    @Test func wordsThatLookLikeNamesAreNone() throws {
        #expect(try origins("Le préfet a dit au monde entier sa joie. \(body)") == [])
        #expect(try origins("\(body) Il a ajouté que le point de passage serait ouvert à la libération de la voie.") == [])
    }
}
