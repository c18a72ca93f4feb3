// What a search found, and the page for an address that leads nowhere.
internal import RecoupeModel

extension PageWriter {
    func search(_ query: String, _ hits: [SearchHit]) -> Markup {
        let byReport = Dictionary(grouping: hits) { $0.article }
        var seen: Set<String> = []
        let order = hits.map(\.article).filter { seen.insert($0).inserted }
        let results: [Value] = order.compactMap { id in
            guard let article = view.article(id) else { return nil }
            let passages = (byReport[id] ?? []).compactMap(\.passage)
            return [
                "outlet": .text(article.outlet ?? words("ui.no_outlet")), "date": .text(published(article)),
                "headline": Value(article.title),
                "report_lang": .text(article.language), "href": .text(links.report(id)), "passages": self.passages(passages),
            ]
        }
        return fill(
            "search",
            [
                "query": Value(query), "asked": .flag(!query.isEmpty), "results": .list(results),
                "summary": .text(words.count("count.found", results.count)), "language": Value(links.language),
            ]
        )
    }

    func missing() -> Markup { fill("missing", ["home": .text(links.section(.overview))]) }
}
