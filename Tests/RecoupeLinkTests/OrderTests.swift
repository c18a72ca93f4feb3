import RecoupeModel
import Testing

@testable import RecoupeLink

/// A story with something for every finder.
private func story() -> [Paper] {
    (0..<12).map { index in
        let text = """
            Le groupe Varenne a envoyé \(index + 3) équipes à Port-Louvet le \(index % 3 + 1) mai, a dit Jean Lantier.
            Les \(100 + index % 2) tonnes de sable sont arrivées. La rumeur numéro \(index) est fausse, selon Lantier.
            """
        var paper = Paper(text, on: "2022-05-0\(index % 6 + 2)", outlet: "Journal \(index % 5)", path: "p\(index).txt")
        let group = paper.name("Varenne", .organisation)
        paper.name("Port-Louvet", .place)
        let man = paper.name(index % 2 == 0 ? "Jean Lantier" : "Lantier")
        paper.event(
            "Le groupe Varenne a envoyé \(index + 3) équipes", trigger: "envoyé", type: "sending", when: "2022-05-0\(index % 3 + 1)",
            who: [group])
        paper.figure("\(100 + index % 2) tonnes de sable", Double(100 + index % 2), counted: ["sable"], unit: "t")
        paper.statement(
            "La rumeur numéro \(index) est fausse, selon Lantier", content: "La rumeur numéro \(index) est fausse", by: man,
            negated: index % 4 == 0)
        paper.promise(
            "Le groupe Varenne a envoyé", what: "envoyé groupe Varenne équipes", by: [group], madeOn: "2022-05-01",
            deadline: "2022-05-0\(index % 3 + 4)")
        return paper
    }
}

@Test func theOrderOfReportsChangesNothing() {
    let papers = story()
    let expected = linked(papers)
    var order = Array(papers.indices)
    var seed: UInt64 = 7
    for _ in 0..<12 {
        for index in order.indices {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            order.swapAt(index, Int(seed >> 33) % order.count)
        }
        #expect(linked(order.map { papers[$0] }) == expected)
    }
}

@Test func pathsChangeNoId() {
    let papers = story()
    let moved = papers.map { paper in
        var paper = paper
        paper.article.path = "elsewhere/" + paper.article.path
        return paper
    }
    #expect(linked(papers).entities == linked(moved).entities)
    #expect(linked(papers).events == linked(moved).events)
}

@Test func nothingGivesAnEmptyDossier() {
    let dossier = Linker().link(title: "", [], [])
    #expect(dossier.articles.isEmpty && dossier.entities.isEmpty && dossier.conflicts.isEmpty)
}
