// A page's head, linked data, headings and container in, all that they say of the report out: each value with its place, and which of
// them the article carries and why.
internal import RecoupeModel
internal import RecoupeText

/// Gathers what a page says of its report.
struct CandidateList {
    let head: PageHead
    let linked: LinkedFacts
    let page: Page
    let blocks: [Block]
    let vocabulary: DateVocabulary

    /// All candidates of an article, field by field, in the order in which the places count.
    func candidates(of article: Article) -> [Candidate] {
        var out: [Candidate] = []
        out += marked(.title, titles, as: article.title, because: "the heading that agrees with the head, else the first stated")
        out += marked(.subtitle, subtitles, as: nil, because: "the first stated")
        out += authors(article)
        out += marked(.outlet, outlets, as: article.outlet, because: "the first stated, else by the address")
        out += marked(.section, sections, as: nil, because: "the first stated")
        out += marked(.url, addresses, as: article.url, because: "where the page was had from, else its canonical address")
        out += languages(article)
        out += published(article)
        out += marked(.updated, changes, as: nil, because: "the first stated")
        return out
    }

    /// A value and its place.
    private struct Stated {
        let source: String
        let value: String?

        init(_ source: String, _ value: String?) { (self.source, self.value) = (source, value) }
    }

    /// The values that are given; the one that equals what was chosen is marked, the first where nothing was.
    private func marked(_ field: Candidate.Field, _ stated: [Stated], as chosen: String?, because: String) -> [Candidate] {
        var out: [Candidate] = []
        for place in stated {
            guard let value = place.value, !value.isEmpty else { continue }
            if out.contains(where: { $0.source == place.source && $0.value == value }) { continue }
            out.append(Candidate(field: field, value: value, source: place.source))
        }
        let words = chosen.map { foldedWords($0) }
        if let chosen, let words, !words.isEmpty, !out.contains(where: { foldedWords($0.value) == words }) {
            out.append(Candidate(field: field, value: chosen, source: "text"))
        }
        if let place = words.map({ words in out.firstIndex { foldedWords($0.value) == words } }) ?? (out.isEmpty ? nil : 0) {
            (out[place].chosen, out[place].because) = (true, because)
        }
        return out
    }

    private func metas(_ names: [String]) -> [Stated] { names.map { Stated($0, head.meta($0)) } }

    private var titles: [Stated] {
        let headings = blocks.lazy.filter { $0.place?.level == 1 }.prefix(3).map { Stated("heading", $0.text) }
        return headings + metas(["og:title"]) + [Stated("linked data", linked.headline)] + metas(["twitter:title", "dc.title", "headline"])
            + [Stated("container", page.provenance?.title), Stated("title", head.title)]
    }

    private var subtitles: [Stated] {
        [Stated("linked data", linked.subtitle)] + metas(["subtitle", "article:subtitle"])
    }

    private var outlets: [Stated] {
        metas(["og:site_name"]) + [Stated("linked data", linked.publisher)] + metas(["application-name", "publisher", "dc.publisher"])
            + [
                Stated("linked data", linked.site), Stated("container", page.provenance?.outlet),
                Stated("address", page.url.flatMap { OutletFinder.host($0) }),
            ]
    }

    private var sections: [Stated] {
        metas(["article:section"]) + [Stated("linked data", linked.section)] + metas(["section", "parsely-section", "dc.subject"])
    }

    private var addresses: [Stated] {
        [Stated("address", page.url), Stated("canonical", head.canonical)] + metas(["og:url"]) + [Stated("linked data", linked.url)]
    }

    private var changes: [Stated] {
        metas(vocabulary.metas[.modified] ?? []) + [Stated("linked data", linked.modified)]
    }

    private func authors(_ article: Article) -> [Candidate] {
        let stated =
            linked.authors.map { Stated("linked data", $0) } + metas(["author", "article:author", "dc.creator"])
            + head.authorElements.prefix(4).map { Stated("byline", $0) } + (page.provenance?.authors ?? []).map { Stated("container", $0) }
        let names = article.authors.map { foldedWords($0) }
        return marked(.author, stated, as: "", because: "").map { candidate in
            var candidate = candidate
            let words = foldedWords(candidate.value)
            candidate.chosen = !words.isEmpty && names.contains { words.starts(with: $0) || words.suffix($0.count) == $0[...] }
            candidate.because = candidate.chosen ? "a person's name, no outlet's" : nil
            return candidate
        }
    }

    private func languages(_ article: Article) -> [Candidate] {
        let text = Candidate(
            field: .language, value: article.language, source: "text", chosen: true, because: "by the function words of the text")
        return [text] + (head.language.map { [Candidate(field: .language, value: $0, source: "html")] } ?? [])
    }

    /// Days as they are stated; the one that the article's day rests on is marked, or what it rests on stands first.
    private func published(_ article: Article) -> [Candidate] {
        let stated =
            metas(vocabulary.metas[.published] ?? []) + linked.publications.map { Stated("linked data", $0) }
            + [Stated("container", page.provenance?.published)]
        var out = marked(.published, stated, as: "", because: "")
        guard let published = article.published, let because = published.because.last else { return out }
        if let place = out.firstIndex(where: { because.contains($0.value.prefix(60)) }) {
            (out[place].chosen, out[place].because) = (true, because)
        } else {
            let value = published.earliest.description
            out.insert(Candidate(field: .published, value: value, source: "text", chosen: true, because: because), at: 0)
        }
        return out
    }
}
