// Figures: the measures that run through the reports as series, sums and whether they hold, and every figure by report.
internal import RecoupeModel
internal import RecoupeText

extension PageWriter {
    func figures() -> Markup {
        let dossier = view.dossier
        let groups: [Value] = view.articles.compactMap { article in
            guard let figures = view.figuresByReport[article.id] else { return nil }
            return [
                "source": .text(source(article)), "date": .text(published(article)), "headline": Value(article.title),
                "href": .text(links.report(article.id)), "rows": .list(figures.sorted { $0.passage < $1.passage }.map(row)),
            ]
        }
        return fill(
            "figures",
            [
                "measures": .list(dossier.measures.map(value)), "has_measures": .flag(!dossier.measures.isEmpty),
                "sums": .list(dossier.sums.map(value)), "has_sums": .flag(!dossier.sums.isEmpty), "groups": .list(groups),
                "none": .flag(dossier.figures.isEmpty),
            ]
        )
    }

    private func value(_ measure: Measure) -> Value {
        let points = measure.points.compactMap { point in view.figures[point.figure].map { (figure: $0, when: point.when) } }
        let dated = points.filter { $0.when?.span != nil }.sorted { Self.key($0) < Self.key($1) }
        let rest = points.filter { $0.when?.span == nil }.sorted { $0.figure.passage < $1.figure.passage }
        return [
            "id": .text(measure.id), "label": .text(measure.label), "chart": .markup(chart(dated, label: measure.label)),
            "points": .list((dated + rest).map { pointRow($0.figure, $0.when) }), "because": because(measure.because),
        ]
    }

    private static func key(_ point: (figure: Figure, when: When?)) -> (String, String, String) {
        let span = point.when?.span
        return (span?.earliest.description ?? "", span?.latest.description ?? "", point.figure.id)
    }

    private func pointRow(_ figure: Figure, _ when: When?) -> Value {
        ["time": time(when), "amount": .text(words.amount(figure)), "said_by": speaker(of: figure), "passage": passage(figure.passage)]
    }

    private func row(_ figure: Figure) -> Value {
        [
            "id": .text(figure.id), "amount": .text(words.amount(figure)), "counted": Value(figure.counted), "place": Value(figure.place),
            "time": figure.when.map { time($0) } ?? .nothing, "said_by": speaker(of: figure), "passage": passage(figure.passage),
            "notes": .list(figure.warnings.map { .text(words.known("warning", $0.code) ?? $0.message) }),
        ]
    }

    private func speaker(of figure: Figure) -> Value {
        guard let statement = figure.saidBy.flatMap({ view.statements[$0] }) else { return .nothing }
        return ["name": .text(speakerName(statement)), "href": .text(links.item(statement.id, in: .statements))]
    }

    /// The dots of a series as a picture; nothing where fewer than two have a date.
    private func chart(_ points: [(figure: Figure, when: When?)], label: String) -> Markup {
        let dots = points.compactMap { point -> SeriesChart.Dot? in
            guard let span = point.when?.span else { return nil }
            let figure = point.figure
            guard let value = figure.value ?? figure.low ?? figure.high else { return nil }
            return SeriesChart.Dot(
                span: span, value: value, low: figure.low ?? value, high: figure.high ?? value, href: links.passage(figure.passage),
                words: words("chart.dot", ["when": words.days(span), "amount": words.amount(figure)])
            )
        }
        return SeriesChart(dots: dots, label: words("chart.label", ["label": label]), words: words).markup
    }

    // MARK: Sums

    /// `30 + 12 = 42`, or with ≠ and what the parts make.
    func equation(_ sum: Sum) -> String {
        let parts = sum.parts.map { words.number($0) }.joined(separator: " + ")
        let whole = words.number(sum.whole)
        if sum.holds { return "\(parts) = \(whole)" }
        return words("sum.differs", ["parts": parts, "made": words.number(sum.parts.reduce(0, +)), "whole": whole])
    }

    private func value(_ sum: Sum) -> Value {
        [
            "id": .text(sum.id), "words": .text(equation(sum)), "verdict": badge("sum", sum.holds ? "holds" : "fails"),
            "whole": passage(sum.wholePassage), "parts": passages(sum.partPassages), "because": because(sum.because),
        ]
    }
}
