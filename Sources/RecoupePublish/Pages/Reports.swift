// The list of reports, and the page of one: where it comes from, its text with every passage marked, and what was taken out of it.
internal import RecoupeModel
internal import RecoupeText

extension PageWriter {
    func reports() -> Markup {
        fill("reports", ["reports": .list(view.articles.map { .fields(head($0)) }), "none": .flag(view.articles.isEmpty)])
    }

    /// What is known of a report beside its text.
    private func head(_ article: Article) -> [String: Value] {
        [
            "id": .text(article.id), "outlet": .text(article.outlet ?? words("ui.no_outlet")),
            "headline": Value(article.title ?? source(article)),
            "report_lang": .text(article.language), "date": .text(published(article)), "date_because": because(date: article),
            "href": .text(links.report(article.id)), "authors": Value(article.authors.joined(separator: ", ")),
            "origins": .list(article.origins.map(value)), "copies": .list(view.copies(of: article.id).map { value($0, in: article.id) }),
            "warnings": .list(article.warnings.map(value)), "address": Value(Links.outside(article.url)),
            "unlinked_address": Links.outside(article.url) == nil ? Value(article.url) : .nothing, "path": .text(article.path),
            "also_at": Value(article.alsoAt.joined(separator: ", ")), "sha256": .text(article.sha256),
            "language_name": .text(words.label("language", article.language)),
        ]
    }

    private func because(date article: Article) -> Value {
        guard let published = article.published, !published.because.isEmpty else { return .nothing }
        let reasons = published.because.map { words("quoted", ["words": $0]) }.joined(separator: " ; ")
        return .text(words(published.stated ? "date.stated_by" : "date.estimated_from", ["reasons": reasons]))
    }

    private func value(_ origin: Origin) -> Value {
        [
            "words": .text(words("origin.\(origin.relation.rawValue)", ["name": origin.name])),
            "because": Value(origin.because.isEmpty ? nil : words("quoted", ["words": origin.because])),
        ]
    }

    private func value(_ warning: Warning) -> Value {
        [
            "message": .text(words.known("warning", warning.code) ?? warning.message), "code": .text(warning.code),
            "remedy": Value(warning.remedy),
        ]
    }

    /// A copy as seen from one of its two reports.
    private func value(_ copy: Copy, in article: String) -> Value {
        let isCopy = copy.article == article
        let other = view.article(isCopy ? copy.of : copy.article)
        let relation = copy.relation.rawValue
        return [
            "id": .text(copy.id + (isCopy ? "" : "-of")), "href": .text(links.report(isCopy ? copy.of : copy.article)),
            "words": .text(words("copy.\(relation).\(isCopy ? "of" : "by")")), "other": .text(other.map(source) ?? ""),
            "other_date": Value(other.map(published)), "share": .text(words.percent(copy.share)),
            "pairs": .list(
                copy.passages.filter { $0.count == 2 }.map { ["here": pair($0, article, true), "there": pair($0, article, false)] }),
        ]
    }

    private func pair(_ pair: [Passage], _ article: String, _ here: Bool) -> Value {
        let own = pair[0].article == article ? 0 : 1
        return passage(pair[here ? own : 1 - own], around: false)
    }

    /// The page of one report; nothing where there is no such report.
    func report(_ id: String) -> Markup? {
        guard let article = view.article(id), let text = view.texts[id] else { return nil }
        let marked = MarkedText(article, text: text, citations: view.citations[id] ?? [], links: links)
        var fields = head(article)
        fields["marked"] = .markup(marked.markup)
        fields["kinds"] = .list(legend)
        fields["removed"] =
            article.removed.isEmpty
            ? .nothing
            : ["runs": .list(article.removed.map { .text($0) }), "summary": .text(words.count("count.removed", article.removed.count))]
        fields["found"] = .list(found(in: id))
        fields["back"] = .text(links.section(.reports))
        return fill("report", fields)
    }

    /// The kinds of marks, to be shown or hidden.
    private var legend: [Value] {
        let kinds: [(Citation.Kind, Bool)] = [
            (.statement, true), (.figure, true), (.time, true), (.event, false), (.promise, true), (.conflict, true), (.name, false),
        ]
        return kinds.map { kind, shown in
            ["kind": .text(kind.rawValue), "label": .text(words.label("mark", kind.rawValue)), "shown": .flag(shown)]
        }
    }

    /// What was found in one report, with links both to the words and to the item.
    private func found(in id: String) -> [Value] {
        let statements = (view.statementsByReport[id] ?? []).map { ($0.content, $0.id, speakerName($0)) }
        let figures = (view.figuresByReport[id] ?? []).map { ($0.passage, $0.id, words.amount($0)) }
        let events = (view.tellingsByReport[id] ?? []).map { ($0.telling.passage, $0.event.id, words.date($0.telling.when)) }
        let promises = (view.commitmentsByReport[id] ?? []).map {
            ($0.passage, $0.id, words.label("outcome", $0.outcome.rawValue))
        }
        return [
            found("statements", statements, .statements), found("figures", figures, .figures), found("events", events, .chronology),
            found("commitments", promises, .commitments),
        ]
        .compactMap { $0 }
    }

    private func found(_ name: String, _ items: [(passage: Passage, id: String, note: String)], _ section: Section) -> Value? {
        guard !items.isEmpty else { return nil }
        return [
            "summary": .text(words.count("count.\(name)", items.count)),
            "items": .list(
                items.sorted { $0.passage < $1.passage }.map { item in
                    [
                        "words": .text(item.passage.text), "href": .text(links.passage(item.passage)), "note": .text(item.note),
                        "item_href": .text(links.item(item.id, in: section)),
                    ]
                }
            ),
        ]
    }
}
