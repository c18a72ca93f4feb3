// All pages of one dossier, in every language that has a pack. Indexed once; each page is drawn when it is asked for.
internal import Foundation
package import RecoupeLanguage
package import RecoupeModel
internal import RecoupeText

/// A dossier as pages.
package struct Edition: Sendable {
    /// A page by what it shows.
    package enum Page: Sendable, Hashable {
        case section(Section)
        case report(String)
        case search(String, [SearchHit])
        case missing
    }

    private let view: DossierView
    private let wordings: [Wording]
    private let templates: Templates
    /// The dossier's own language.
    package let language: String
    /// What a page depends on: the dossier, phrases, templates and style.
    package let digest: String

    /// `dossier` as `Publisher.told` gave it.
    package init(_ dossier: Dossier, publisher: Publisher, files: PackFiles = PackFiles()) throws(PackError) {
        templates = try Templates(files: files)
        wordings = publisher.wordings
        view = DossierView(dossier)
        language = publisher.wording(of: dossier)?.language ?? ""
        let carried = files.paths(under: "Sources/RecoupePublish/Page/").map { sha256(files.bytes($0) ?? []) }
        let phrases = wordings.flatMap { words in words.names.map { $0 + "\t" + words($0) } }
        let json = (try? JSON.encoder().encode(dossier)).map { sha256([UInt8]($0)) } ?? ""
        digest = sha256(([json] + carried + phrases).joined(separator: "\n"))
    }

    /// The codes of the interface's languages.
    package var languages: [String] { wordings.map(\.language) }

    package var style: String { templates.style }

    /// A page of the site; nothing for a report that is not there. `asked` is the language asked for by address, which links then keep;
    /// `addresses` gives each language's address of this page.
    package func page(
        _ page: Page, language: String, asked: String? = nil, address: (String) -> String = { "?lang=" + $0 }
    ) -> String? {
        guard let words = wording(language) else { return nil }
        let writer = PageWriter(view: view, words: words, links: Links(form: .site, language: asked), templates: templates)
        guard let (body, heading, section) = body(page, writer) else { return nil }
        var framing = PageWriter.Framing(heading: heading, current: section)
        framing.choices = wordings.map { PageWriter.Choice(code: $0.language, name: $0.name, address: address($0.language)) }
        framing.styleAddress = "/style.css?v=" + digest.prefix(12)
        if case .search(let query, _) = page { framing.query = query }
        return writer.frame(body, framing)
    }

    private func wording(_ language: String) -> Wording? { wordings.first { $0.language == language } ?? wordings.first }

    private func body(_ page: Page, _ writer: PageWriter) -> (Markup, String, Section?)? {
        switch page {
        case .section(let section): (body(section, writer), writer.words("ui.\(section.rawValue)"), section)
        case .report(let id):
            writer.report(id).map { body in (body, view.article(id).map { $0.title ?? writer.source($0) } ?? id, nil) }
        case .search(let query, let hits): (writer.search(query, hits), writer.words("ui.search"), nil)
        case .missing: (writer.missing(), writer.words("ui.missing"), nil)
        }
    }

    private func body(_ section: Section, _ writer: PageWriter) -> Markup {
        switch section {
        case .overview: writer.overview()
        case .chronology: writer.chronology()
        case .figures: writer.figures()
        case .statements: writer.statements()
        case .entities: writer.entities()
        case .conflicts: writer.conflicts()
        case .commitments: writer.commitments()
        case .reports: writer.reports()
        }
    }

    /// Search hits with their places; without hits given, the reports in which all the words stand.
    package func placed(_ query: String, _ hits: [SearchHit]?) -> [SearchHit] {
        let search = WordSearch(query)
        func place(_ article: Article) -> Passage? {
            search.first(in: article.text).map { range in
                Passage(
                    article: article.id, start: range.lowerBound, end: range.upperBound,
                    text: view.texts[article.id]?.slice(range.lowerBound, range.upperBound) ?? ""
                )
            }
        }
        guard let hits else {
            return view.articles.compactMap { article in place(article).map { SearchHit(article: article.id, passage: $0) } }
        }
        return hits.map { hit in
            guard hit.passage == nil, let article = view.article(hit.article) else { return hit }
            return SearchHit(article: hit.article, passage: place(article))
        }
    }

    /// Everything in one page: no script, nothing loaded, and a policy that forbids both.
    package func singlePage(language: String) -> String {
        guard let words = wording(language) else { return "" }
        let writer = PageWriter(view: view, words: words, links: Links(form: .singlePage, language: nil), templates: templates)
        var body = Markup("")
        for section in Section.allCases { body.html += self.body(section, writer).html }
        for article in view.articles { body.html += writer.report(article.id)?.html ?? "" }
        let style = "\n" + templates.style
        var framing = PageWriter.Framing(heading: words("ui.overview"))
        framing.style = style
        framing.policy =
            "default-src 'none'; style-src 'sha256-\(Self.base64(sha256(style)))'; img-src data:; base-uri 'none'; form-action 'none'"
        return writer.frame(body, framing)
    }

    /// Hexadecimal digits as base64, for the policy's digest.
    private static func base64(_ hexadecimal: String) -> String {
        let digits = hexadecimal.utf8.compactMap { UInt8(String(UnicodeScalar($0)), radix: 16) }
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
        return Data(bytes).base64EncodedString()
    }
}
