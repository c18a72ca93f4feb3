// The exported dossier with the look-ups that pages need: by id, by report, by speaker. It adds no knowledge of its own.
internal import RecoupeModel
internal import RecoupeText

/// A dossier indexed for drawing.
struct DossierView: Sendable {
    let dossier: Dossier
    /// Reports by date, outlet and title.
    let articles: [Article]
    let texts: [String: ArticleText]
    let entities: [String: Entity]
    let figures: [String: Figure]
    let statements: [String: Statement]
    /// Statements by the entity that speaks.
    let statementsBySpeaker: [String: [Statement]]
    /// What is cited of each report.
    let citations: [String: [Citation]]
    let statementsByReport: [String: [Statement]]
    let figuresByReport: [String: [Figure]]
    /// Events with the telling of each report.
    let tellingsByReport: [String: [(event: Event, telling: Event.Mention)]]
    let commitmentsByReport: [String: [Commitment]]
    private let copiesByReport: [String: [Copy]]
    private let articlesByID: [String: Article]

    init(_ dossier: Dossier) {
        self.dossier = dossier
        articles = dossier.articles.sorted { Self.key($0) < Self.key($1) }
        articlesByID = Dictionary(dossier.articles.map { ($0.id, $0) }) { first, _ in first }
        texts = articlesByID.mapValues { ArticleText($0.text) }
        entities = Dictionary(dossier.entities.map { ($0.id, $0) }) { first, _ in first }
        figures = Dictionary(dossier.figures.map { ($0.id, $0) }) { first, _ in first }
        statements = Dictionary(dossier.statements.map { ($0.id, $0) }) { first, _ in first }
        statementsBySpeaker = Dictionary(grouping: dossier.statements.filter { $0.speaker != nil }) { $0.speaker ?? "" }
        statementsByReport = Dictionary(grouping: dossier.statements) { $0.article }
        figuresByReport = Dictionary(grouping: dossier.figures) { $0.article }
        commitmentsByReport = Dictionary(grouping: dossier.commitments) { $0.article }
        let tellings: [(event: Event, telling: Event.Mention)] = dossier.events.flatMap { event in event.mentions.map { (event, $0) } }
        tellingsByReport = Dictionary(grouping: tellings) { $0.telling.article }
        let ends: [(String, Copy)] = dossier.copies.flatMap { copy in Set([copy.article, copy.of]).sorted().map { ($0, copy) } }
        copiesByReport = Dictionary(grouping: ends) { $0.0 }.mapValues { $0.map(\.1) }
        citations = Dictionary(grouping: Citation.all(of: dossier)) { $0.article }
    }

    private static func key(_ article: Article) -> (String, String, String, String) {
        (article.published?.earliest.description ?? "9999", article.outlet ?? "", article.title ?? "", article.id)
    }

    func article(_ id: String) -> Article? { articlesByID[id] }

    /// The days on which reports came out, as far as known.
    var extent: DaySpan? {
        let spans = articles.compactMap { $0.published?.span }
        guard let first = spans.map(\.earliest).min(), let last = spans.map(\.latest).max() else { return nil }
        return DaySpan(first, last)
    }

    /// The outlets named, sorted, each once.
    var outlets: [String] { Set(articles.compactMap(\.outlet)).sorted() }

    /// Copies that a report takes part in.
    func copies(of article: String) -> [Copy] { copiesByReport[article] ?? [] }
}

/// A report's text, cut by code points.
struct ArticleText: Sendable {
    private let bytes: [UInt8]
    private let map: OffsetMap
    /// In code points.
    let count: Int

    init(_ text: String) {
        bytes = Array(text.utf8)
        map = OffsetMap(bytes)
        count = map.codePoint(atByte: bytes.count)
    }

    /// The run between two code points; offsets beyond the text are brought back to it.
    func slice(_ start: Int, _ end: Int) -> String {
        let from = max(0, min(start, count))
        let to = max(from, min(end, count))
        return String(decoding: bytes[map.byte(atCodePoint: from)..<map.byte(atCodePoint: to)], as: UTF8.self)
    }

    /// The runs of text between line ends, in code points; empty ones left out.
    var paragraphs: [Range<Int>] {
        var out: [Range<Int>] = []
        var position = 0
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            let length = line.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
            if length > 0 { out.append(position..<position + length) }
            position += length + 1
        }
        return out
    }

    /// Some words before and after a run, inside its line, cut between words.
    func surroundings(_ start: Int, _ end: Int, reach: Int) -> (before: String, after: String) {
        let before = slice(max(0, start - reach), start)
        let after = slice(end, end + reach)
        return (Self.tail(before, cut: start > reach), Self.head(after, cut: end + reach < count))
    }

    private static func tail(_ text: String, cut: Bool) -> String {
        if let line = text.lastIndex(of: "\n") { return String(text[text.index(after: line)...]) }
        guard cut else { return text }
        guard let blank = text.firstIndex(where: \.isWhitespace) else { return text.isEmpty ? "" : "…" }
        return "… " + text[text.index(after: blank)...]
    }

    private static func head(_ text: String, cut: Bool) -> String {
        if let line = text.firstIndex(of: "\n") { return String(text[..<line]) }
        guard cut else { return text }
        guard let blank = text.lastIndex(where: \.isWhitespace) else { return text.isEmpty ? "" : "…" }
        return text[..<blank] + " …"
    }
}
