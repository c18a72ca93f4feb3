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

    @Test func namesEndWhereTheyEnd() throws {
        #expect(try origins("Par Jeanne Roux (avec Agence Zephir) Publié le 3 mai 2016\n\n\(body)") == ["credits Agence Zephir"])
        #expect(try origins("Le Fanal avec Agence Zephir · Publié le 3 mai 2016\n\n\(body)") == ["credits Agence Zephir"])
        #expect(try origins("VARENNE, 3 mai (Agence Zephir) – \(body)") == ["republishes Agence Zephir"])
        #expect(try origins("\(body)\n\nSource: Agence Zephir") == ["republishes Agence Zephir"])
        #expect(try origins("\(body)\n\nSource: Zephyr News Agency") == ["republishes Zephyr News Agency"])
    }

    @Test func personsAreNoOrigins() throws {
        #expect(try origins("\(body)\n\nLa matinale, avec Pauline Roux") == [])
        #expect(try origins("Par Pauline Roux avec Pierre Blanc\n\n\(body)") == [])
    }

    @Test func whereAReportFirstStood() throws {
        #expect(
            try origins("\(body)\n\nCet article, traduit de l'anglais, est paru à l'origine sur The Ridge Lantern.") == [
                "translates The Ridge Lantern"
            ])
        #expect(try origins("\(body)\n\nThis story was originally published by The Ridge Lantern.") == ["republishes The Ridge Lantern"])
        #expect(try origins("\(body)\n\nLe virus est apparu d'abord dans Varenne, puis il a gagné tout le plateau.") == [])
    }

    @Test func canonicalAddressesOnOtherSites() throws {
        func origins(at url: String, canonical: String) throws -> [String] {
            let html = "<html><head><link rel=canonical href='\(canonical)'></head><body><h1>Le pont fermé</h1><p>\(body)</p></body></html>"
            return try Clean.html(html, url: url).origins.map { "\($0.relation.rawValue) \($0.name)" }
        }
        #expect(
            try origins(at: "https://a.example/1", canonical: "https://lanterne-du-plateau.test/2") == [
                "republishes lanterne-du-plateau.test"
            ])
        #expect(try origins(at: "https://a.example/1", canonical: "https://abcnews.go.com/2") == ["translates ABC News"])
        #expect(try origins(at: "https://m.lanterne.test/1", canonical: "https://www.lanterne.co.uk/1") == [])
        #expect(
            try origins(at: "https://web.archive.org/web/20190507101010/https://lanterne.test/", canonical: "https://lanterne.test/") == [])
    }

    @Test func mediaThatNoListHolds() throws {
        #expect(try origins("La maire avait affirmé mardi à Radio Plateau que le pont tiendrait. \(body)") == ["cites Radio Plateau"])
        #expect(try origins("« Il tiendra », a déclaré la maire au Ridge Herald. \(body)") == ["cites Ridge Herald"])
        #expect(try origins("« Il tiendra », a déclaré la maire à The Hill Herald. \(body)") == ["cites The Hill Herald"])
        #expect(try origins("La maire a promis mardi à Pauline Roux que le pont tiendrait. \(body)") == [])
    }

    @Test func wordsThatLookLikeNamesAreNone() throws {
        #expect(try origins("Le préfet a dit au monde entier sa joie. \(body)") == [])
        #expect(try origins("\(body) Il a ajouté que le point de passage serait ouvert à la libération de la voie.") == [])
    }
}
