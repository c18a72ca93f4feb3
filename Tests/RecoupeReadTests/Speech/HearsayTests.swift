// The journalistic conditional told apart from hypotheses, duties and the future in the past; words between marks that nobody is said to
// have spoken; whom pronouns and lone quotations mean. Own sentences, reworded from kinds met in the news.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

@Suite struct HearsayTests {
    private let reader: Reader

    init() throws { reader = try Reader(packs: [LanguagePack("fr")]) }

    private func statements(_ text: String) -> [Statement] {
        reader.read(Article(id: "a", path: "a.txt", sha256: "", text: text, language: "fr")).statements
    }

    private func isConditional(_ text: String) -> Bool { statements(text).contains { $0.hearsay && $0.doubts.contains("conditional") } }

    @Test(arguments: [
        "Selon la radio locale, deux marins auraient quitté le navire avant l'incendie.",
        "Le conducteur aurait pris la fuite à pied, selon un voisin.",
        "« Partez d'ici », aurait crié le gardien.",
        "D'après la police, l'homme serait originaire de Valmer.",
    ])
    func toldWithDistance(_ text: String) { #expect(isConditional(text)) }

    @Test(arguments: [
        "La maire a indiqué que le pont rouvrirait en mai.",
        "Si la pluie continuait, la route serait coupée.",
        "Le chantier devrait durer trois mois.",
        "La ville pourrait vendre le stade.",
        "Le spectacle aurait dû commencer en avril.",
        "En cas de panne, le trafic serait interrompu.",
        "Cela permettrait de gagner du temps.",
        "Qui aurait cru à cette victoire ?",
    ])
    func toldOtherwise(_ text: String) { #expect(!isConditional(text)) }

    @Test func wordsThatNobodyIsSaidToHaveSpoken() throws {
        let found = statements("La foire a fermé tôt hier. Sur une pancarte : \"Nous reviendrons demain avec tous nos voisins\".")
        let only = try #require(found.first)
        #expect(only.content.text == "Nous reviendrons demain avec tous nos voisins")
        #expect(only.mode == .direct && only.speakerName == nil)
        #expect(statements("Elle aime « Le Grand Voyage de la Petite Ourse » depuis l'école.").isEmpty)
    }

    @Test func invertedPronounsAsTheyAreTyped() {
        for words in ["a-t-il précisé", "a t-il précisé", "a -t-il précisé"] {
            let found = statements("Le maire Jean Dupont a parlé. \"Le pont est fermé ce soir\", \(words).")
            #expect(found.map(\.content.text) == ["Le pont est fermé ce soir"], "\(words)")
            #expect(found.first?.speakerName == "Jean Dupont", "\(words)")
        }
    }

    @Test func wordsBetweenHelperAndParticiple() {
        #expect(statements("Le club a toujours fermement nié tout partage de données.").map(\.content.text) == ["tout partage de données"])
        #expect(statements("La maire a quant à elle dénoncé la lenteur des travaux.").map(\.content.text) == ["la lenteur des travaux"])
    }

    @Test func whoSpeaksIsNotWhatIsSaid() {
        let found = statements("Le feu est éteint depuis midi ont précisé les secours.")
        #expect(!found.contains { $0.content.text == "les secours" })
    }
}
