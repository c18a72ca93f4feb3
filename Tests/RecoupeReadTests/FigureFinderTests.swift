// Numbers in their sentences: what is counted, what became of it, where and when, part and whole; and what is no figure.
import Foundation
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

struct FigureFinderTests {
    private let analyser: Analyser
    private let times: TimeFinder
    private let names: NameFinder
    private let finder: FigureFinder

    init() throws {
        let pack = try LanguagePack("fr")
        analyser = try Analyser(pack)
        times = try TimeFinder(PackLexicons(pack))
        names = try NameFinder(pack)
        finder = try FigureFinder(PackLexicons(pack))
    }

    private func find(_ text: String) -> [Figure] {
        let analysis = analyser.analyse(text, article: "a")
        let (names, referents) = names.find(in: analysis)
        let times = times.find(in: analysis, published: nil).times
        return finder.find(in: analysis, times: times, names: names, referents: referents, statements: [])
    }

    @Test func statesComeFromVerbAndNoun() {
        let figures = find("Le raid a causé la mort de 12 rebelles. Au moins 30 civils ont été tués et 5 arrêtés.")
        #expect(figures.map { $0.stateKeys } == [["dead"], ["dead"], ["arrested"]])
        #expect(figures.map { $0.countedKeys.first } == ["fighter", "civilian", "arrested"])
    }

    @Test func sinceWhenIsNotWhen() {
        let figures = find("Depuis 2014, une force est là avec environ 3 000 soldats. En 2015, elle comptait 900 marins.")
        #expect(figures.map { $0.when?.value } == [nil, "2015"])
    }

    @Test func whatOnlyLooksLikeAFigure() {
        let text = "Mis sur un pied d'égalité, ils partagent à 50/50. Le lot 3369280003567 est rappelé. Appelez le 0800 123 456."
        #expect(find(text).isEmpty)
        #expect(find("La dalle a bougé de deux degrés et d'un kilomètre.").count == 2)
    }

    @Test func someOfThoseConcernedAreNotAll() {
        #expect(find("Le bilan est de 6 morts côté belge.").first?.stateKeys.contains("restricted") == true)
    }

    @Test func anAmountOfNothingNamedHasItsState() {
        let figures = find("Ils ont reçu 80 millions d'euros sur les 850 millions promis.")
        #expect(figures.last?.stateKeys == ["promised"])
    }

    @Test func partsKnowTheirWhole() {
        let figures = find("L'alliance compte 31 membres, dont 28 pays et 3 organisations.")
        #expect(figures.count == 3)
        #expect(figures.dropFirst().allSatisfy { $0.partOf == figures.first?.id })
    }

    @Test func bareNumbersOfAListTakeOverWhatItParts() {
        let figures = find("Les 34 passagers blessés ont été répartis entre trois gares : 14 à Lyon, 12 à Dijon et 6 à Nancy.")
        #expect(figures.map { $0.value } == [34, 3, 14, 12, 6])
        #expect(figures.suffix(3).allSatisfy { $0.partOf == figures.first?.id && $0.countedKeys == figures.first?.countedKeys })
        #expect(figures.suffix(3).allSatisfy { $0.stateKeys == ["injured"] })
    }

    @Test func bareNumbersOutsideAListStayOut() {
        #expect(find("Le car comptait 31 passagers, et le bus 7 dans la cabine.").map { $0.value } == [31])
        #expect(find("Deux gagnants : Jean, 42, et Marie, 38.").map { $0.value } == [2])
    }

    @Test func partsOfThoseBeforeKnowTheirWhole() {
        let figures = find("Le bus portait 30 élèves. Douze d'entre eux sont tombés.")
        #expect(figures.last?.value == 12)
        #expect(figures.last?.partOf == figures.first?.id)
    }

    @Test func placeAndTimeOfTheSentence() {
        let figures = find("En Syrie, 59 opérations ont été menées en mars 2024.")
        #expect(figures.first?.place == "Syrie")
        #expect(figures.first?.placeKey == "country:SY")
        #expect(figures.first?.when?.value == "2024-03")
    }

    @Test func changeHasTwoFiguresThatAreJoined() {
        let figures = find("Les effectifs sont passés de 9.000 à 7.500 soldats.")
        #expect(figures.map { $0.value } == [9000, 7500])
        #expect(figures.last?.changedFrom == figures.first?.id)
    }

    @Test func damagedNumberIsReadWithAWarning() {
        let figures = find("Le pays accueille environ 2.500 XNUMX soldats.")
        #expect(figures.first?.value == 2500)
        #expect(figures.first?.warnings.first?.code == "read.figure.damaged")
    }

    @Test(arguments: [
        "Le vol 370 a disparu le 8 mars 2014.", "Appelez le 01 42 34 56 78.", "Il habite 12, rue des Lilas.", "L'article 49 de la loi.",
        "Les deux parties se sont vues.", "La 106e édition du Tour.", "Une femme est venue.",
    ]) func theseAreNoFigures(_ text: String) {
        #expect(find(text).isEmpty, "\(find(text).map { $0.text })")
    }

    @Test(arguments: [
        ("2 500", 2500.0), ("2\u{202F}500", 2500), ("2\u{A0}500", 2500), ("2.500", 2500), ("100 000", 100_000), ("4,5 millions", 4_500_000),
    ])
    func conventionsOfNumbers(_ words: String, _ value: Double) {
        #expect(find("On a vu \(words) de civils.".replacingOccurrences(of: "00 de", with: "00")).first?.value == value)
    }

    @Test func numbersComposedFromWords() {
        let wanted: [(String, Double)] = [
            ("soixante et onze", 71), ("quatre-vingts", 80), ("quatre-vingt-dix-neuf", 99), ("septante-deux", 72), ("nonante et un", 91),
            ("mille deux cent trente-quatre", 1234), ("trois cent mille", 300_000), ("deux millions cinq cent mille", 2_500_000),
        ]
        for (words, value) in wanted { #expect(find("Il y a \(words) maisons ici.").first?.value == value, "\(words)") }
    }
}
