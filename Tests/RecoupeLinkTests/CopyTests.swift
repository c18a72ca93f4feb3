import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupeLink

private let dispatch = """
    Le navire cargo a quitté le port de Granbourg mardi matin avec douze hommes à bord. Une tempête l'a surpris à mi-chemin, selon le centre \
    de secours. Deux hélicoptères ont décollé dans la nuit pour chercher les marins tombés à la mer. Le propriétaire du bateau a promis une \
    enquête complète et un soutien financier aux familles concernées par ce drame.
    """

@Test func aDispatchUnderTwoMastheadsIsACopy() {
    let early = Paper(dispatch, on: "2022-03-02", outlet: "Le Courrier")
    let late = Paper("Drame en mer. " + dispatch, on: "2022-03-03", outlet: "La Gazette")
    let copies = linked([late, early]).copies
    #expect(copies.count == 1)
    #expect(copies.first?.article == late.article.id)
    #expect(copies.first?.of == early.article.id)
    #expect((copies.first?.share ?? 0) > 0.9)
    for pair in copies.first?.passages ?? [] {
        #expect(pair.map(\.article) == [late.article.id, early.article.id])
        #expect(folded(pair[0].text) == folded(pair[1].text))
    }
}

@Test func theAgencyIsTheSource() {
    let agency = Paper(dispatch, on: "2022-03-03", outlet: "Dépêche+")
    let paper = Paper(
        "Lire. " + dispatch, on: "2022-03-02", outlet: "La Gazette",
        origins: [Origin(name: "Dépêche+", relation: .republishes, because: "avec Dépêche+")])
    #expect(linked([agency, paper]).copies.first?.of == agency.article.id)
}

@Test func aRepeatedParagraphIsNoCopy() {
    let background = "Deux hélicoptères ont décollé dans la nuit pour chercher les marins tombés à la mer."
    let report =
        String(repeating: "Un autre fait du jour, sans rapport avec le reste, numéro donné. ", count: 1)
        + "Le tribunal a entendu hier le capitaine, qui nie toute faute et se dit épuisé par des mois de procédure. " + background
        + " La défense demande un report, que le parquet juge inutile, et l'audience reprendra en avril avec deux experts nommés ce matin."
    #expect(linked([Paper(dispatch, on: "2022-03-02"), Paper(report, on: "2022-05-02")]).copies.isEmpty)
}

@Test func anUndatedCopyTakesTheDayOfItsTwin() {
    let dated = Paper(dispatch, on: "2022-03-02", outlet: "Le Courrier")
    let undated = Paper(dispatch, outlet: "La Gazette")
    let article = linked([dated, undated]).articles.first { $0.id == undated.article.id }
    #expect(article?.published?.earliest == CalendarDay(iso: "2022-03-02"))
    #expect(article?.published?.stated == false)
}

@Test func manyPapersOfOneDispatchAreOneOrigin() {
    let outlets = ["A", "B", "C"].map { outlet in
        var paper = Paper(
            "\(outlet). " + dispatch, on: "2022-03-02", outlet: outlet,
            origins: [Origin(name: "Dépêche+", relation: .republishes, because: "Dépêche+")])
        paper.event("Une tempête l'a surpris", trigger: "tempête", type: "storm", when: "2022-03-01")
        return paper
    }
    let events = linked(outlets).events
    #expect(events.count == 1)
    #expect(events.first?.origins == ["Dépêche+"])
}

@Test func shufflingAndAwkwardTextsChangeNothing() {
    let texts = [
        "", "\n\n", "é", "👩🏽‍🚒 a b c d e f", String(repeating: "mot ", count: 400), dispatch, dispatch + "x", "a\u{0301}\u{FEFF} … «»",
    ]
    let papers = texts.map { Paper($0) }
    let one = linked(papers)
    #expect(one == linked(papers.reversed()))
    #expect(one.articles.count == texts.count)
}
