// A report's text as HTML in which every passage that the dossier cites is an element with the passage's address. A run that had to be
// cut shares a class with its other pieces (`r0`, `r1` …), by which the style sheet lights all of them up together.
internal import RecoupeModel

/// Draws one report's text.
struct MarkedText {
    /// As many cut runs of one report can be lit up whole; the style sheet has a rule for each.
    static let cutClasses = 48

    let article: Article
    let text: ArticleText
    let runs: [Run]
    let links: Links

    init(_ article: Article, text: ArticleText, citations: [Citation], links: Links) {
        self.article = article
        self.text = text
        self.links = links
        runs = Weave.runs(citations, length: text.count)
    }

    /// The paragraphs.
    var markup: Markup {
        let lines = Weave.lines(text.paragraphs, runs: runs)
        let cut = cutNumbers(lines)
        var out = ""
        for line in lines {
            out += "<p>"
            for node in line { write(node, cut, into: &out) }
            out += "</p>\n"
        }
        return Markup(out)
    }

    private func write(_ node: Woven, _ cut: [Int: Int], into out: inout String) {
        switch node {
        case .text(let range): out += escaped(text.slice(range.lowerBound, range.upperBound))
        case .mark(let piece, let children):
            let run = runs[piece.run]
            let number = cut[piece.run].map { " r\($0)" } ?? ""
            let id = piece.isFirst ? " id=\"" + escaped(links.anchor(article.id, run.start, run.end)) + "\"" : ""
            out += "<span class=\"m " + run.kinds.map { "m-" + $0.rawValue }.joined(separator: " ") + number + "\"" + id + ">"
            for child in children { write(child, cut, into: &out) }
            out += "</span>"
        }
    }

    /// A number for each run that is in more than one piece, as far as they reach.
    private func cutNumbers(_ lines: [[Woven]]) -> [Int: Int] {
        var pieces = [Int](repeating: 0, count: runs.count)
        func count(_ node: Woven) {
            guard case .mark(let piece, let children) = node else { return }
            pieces[piece.run] += 1
            children.forEach(count)
        }
        for line in lines { line.forEach(count) }
        let cut = pieces.indices.filter { pieces[$0] > 1 }.prefix(Self.cutClasses)
        return Dictionary(uniqueKeysWithValues: cut.enumerated().map { ($1, $0) })
    }
}
