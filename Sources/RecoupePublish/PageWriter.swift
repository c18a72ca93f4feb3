// What every page shares: the frame, sources, passages with some words around them, badges, and the grounds of an item.
internal import RecoupeModel
internal import RecoupeText

/// Draws pages of one dossier in one language and one form of publication.
struct PageWriter: Sendable {
    enum Tuning {
        /// Code points shown on either side of a passage: about a line.
        static let reach = 90
        /// Tellings and mentions shown before the rest is folded away.
        static let shownTellings = 3
        static let shownMentions = 5
    }

    let view: DossierView
    let words: Wording
    let links: Links
    let templates: Templates

    /// Fills a template whose values may use the words of the interface.
    func fill(_ template: String, _ fields: [String: Value]) -> Markup {
        templates.fill(template, .fields(fields.merging(["ui": words.interface]) { own, _ in own }))
    }

    /// Whom a passage is from: outlet, else title, else file name.
    func source(_ article: Article) -> String {
        article.outlet ?? article.title ?? article.path.split(separator: "/").last.map { String($0) } ?? article.id
    }

    /// When a report came out, and whether that is only estimated.
    func published(_ article: Article) -> String {
        guard let published = article.published else { return words("date.none") }
        let days = words.days(published.span)
        return published.stated ? days : words("date.estimated", ["when": days])
    }

    /// The language of a report's words.
    func language(of article: String?) -> Value { .text(article.flatMap { view.article($0) }?.language ?? "und") }

    /// A passage with its source; with some words around it where it is short.
    func passage(_ passage: Passage, around: Bool = true) -> Value {
        let article = view.article(passage.article)
        let text = view.texts[passage.article]
        let (before, after) = around ? text?.surroundings(passage.start, passage.end, reach: Tuning.reach) ?? ("", "") : ("", "")
        return [
            "before": Value(before), "words": .text(passage.text), "after": Value(after), "href": .text(links.passage(passage)),
            "passage_lang": .text(article?.language ?? "und"), "source": .text(article.map(source) ?? passage.article),
            "source_date": Value(article.map(published)), "source_title": Value(article?.title),
        ]
    }

    func passages(_ passages: [Passage], around: Bool = true) -> Value { .list(passages.map { passage($0, around: around) }) }

    /// The first few of some values, and the rest for folding away.
    func cutShort(_ values: [Value], shown: Int) -> (Value, Value) {
        guard values.count > shown + 1 else { return (.list(values), .nothing) }
        let rest = Array(values[shown...])
        return (
            .list(Array(values[..<shown])),
            ["items": .list(rest), "summary": .text(words.count("count.more", rest.count))]
        )
    }

    /// The rules that gave an item, with what they read.
    func because(_ grounds: [Because]) -> Value {
        guard !grounds.isEmpty else { return .nothing }
        return [
            "rules": .list(
                grounds.map { ["rule": .text($0.rule), "read": passages($0.passages, around: false)] }
            )
        ]
    }

    /// Entities as links.
    func people(_ ids: [String]) -> Value {
        let known = ids.compactMap { view.entities[$0] }
        return known.isEmpty
            ? .nothing : .list(known.map { ["name": .text($0.name), "href": .text(links.item($0.id, in: .entities))] })
    }

    /// A date for reading, and for programs where it is one that HTML knows.
    func time(_ when: When?) -> Value {
        let (said, span) = words.saidAndSpan(when)
        return ["words": .text(said), "span": Value(span), "datetime": Value(Self.datetime(when?.value))]
    }

    func time(timex value: String?) -> Value { value.map { time(When(value: $0)) } ?? .nothing }

    /// HTML's `datetime` takes days, months, years and ISO weeks.
    private static func datetime(_ value: String?) -> String? {
        guard let value, DaySpan(timex: value) != nil else { return nil }
        let parts = value.split(separator: "-")
        if parts.count == 3, let day = CalendarDay(iso: value) { return day.description }
        let second = parts.count == 2 ? parts[1] : ""
        return parts.count == 1 || second.allSatisfy(\.isNumber) || second.hasPrefix("W") ? value : nil
    }

    /// A small label: its words, and the style that its code gives it.
    func badge(_ group: String, _ code: String, style: String? = nil) -> Value {
        ["label": .text(words.label(group, code)), "style": .text(style ?? "\(group)-\(code)")]
    }

    /// A badge for each reason to doubt; a reason without words of its own is shown by its code.
    func doubts(_ codes: [String]) -> [Value] { codes.map { badge("doubt", $0, style: "doubt") } }
}
