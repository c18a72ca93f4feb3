// Finds the article in a page: Page in, Article out. HTML and plain text become the same blocks; passes decide of each block whether
// it belongs to the report; what was taken out still says who wrote it, when, and from whom it was had.
package import RecoupeLanguage
package import RecoupeModel
internal import RecoupeText

/// The first stage after intake.
package struct Cleaner: Sendable {
    let furniture: Furniture
    let origins: OriginLexicon
    private let languages: LanguageIdentifier
    private let scanner: DateScanner
    /// Knows the months of many languages besides.
    private let pageScanner: DateScanner
    private let dateVocabulary: DateVocabulary
    private let model: BodyModel
    /// The function words of all languages.
    let common: KeySet

    /// `body` stands in for the model of the packs.
    package init(packs: [LanguagePack], body: BodyModel? = nil) throws(PackError) {
        furniture = try Furniture(packs: packs)
        languages = try LanguageIdentifier(packs: packs)
        scanner = DateScanner(words: try DateWords(packs: packs))
        var lexicon = try OriginLexicon(packs: packs)
        lexicon.enders = furniture.words(of: "name-end")
        lexicon.calendar = Set(scanner.words.months.keys).union(scanner.words.weekdays.keys)
        origins = lexicon
        let files = packs.first?.files ?? PackFiles()
        pageScanner = DateScanner(words: try scanner.words.everywhere(files: files))
        dateVocabulary = try DateVocabulary(files: files)
        if let body { model = body } else { model = try BodyModel(files: files) }
        common = languages.allCommon
    }

    /// The language of a text: ISO 639-1, or `und` where no pack's words tell.
    package func language(of text: String) -> String { languages.language(of: WordKeys.keys(of: text)) }

    /// The article of a page.
    package func clean(_ page: Page) -> Article {
        if let tree = page.tree { return article(of: page, tree) }
        return article(of: page)
    }

    // MARK: Plain text

    private func article(of page: Page) -> Article {
        let given = page.provenance
        let (parts, repeated) = TextBody(furniture: furniture, passes: passes).parts(of: page.text, given: given?.title)
        let damage = CopyDamage(text: parts.text, repeated: repeated)
        let language = language(of: parts, stated: given?.language)
        let outlet = OutletFinder(lexicon: origins, furniture: furniture)
        let name = outlet.outlet(given: given, url: page.url) ?? outlet.outlet(of: parts)
        let publication = PublicationFinder(scanner: scanner, vocabulary: dateVocabulary, dayFirst: dayFirst(language, url: page.url))
        var article = bare(page, parts, language, damage)
        article.warnings += [Paywall(parts: parts, isFree: nil).warning].compactMap { $0 }
        article.outlet = name
        article.authors = authors.authors(of: parts, outlet: name, given: given?.authors ?? [])
        article.published = publication.published(parts, given: given)
        Self.bound(&article)
        article.origins = originFinder(damage, article).origins(of: parts, authors: [], credit: nil)
        return article
    }

    // MARK: HTML

    private func article(of page: Page, _ tree: MarkupTree) -> Article {
        let head = PageHead(tree)
        let linked = LinkedFacts(page.linkedData)
        let url = page.url ?? Self.address(head.canonical ?? head.meta("og:url") ?? linked.url)
        let blocks = MarkupBlocks().blocks(of: tree)
        let given = page.provenance
        let outlet = OutletFinder(lexicon: origins, furniture: furniture)
            .outlet(head: head, linked: linked, url: url, blocks: blocks, given: given)
        let title = TitleFinder().title(head: head, linked: linked, blocks: blocks, site: outlet, given: given?.title)
        let evidence = BodyEvidence(head: head, linked: linked, title: title, common: common)
        let body = MarkupBody(furniture: furniture, passes: passes, model: model)
        let (found, repeated) = body.parts(of: tree, blocks: blocks, evidence: evidence, title: title)
        let stated = body.stated(linked.body, instead: found)
        let parts = stated ?? found
        let damage = CopyDamage(text: parts.text, repeated: repeated)
        let language = language(of: parts, stated: head.language ?? given?.language)
        let publication = PublicationFinder(
            scanner: pageScanner, vocabulary: dateVocabulary, dayFirst: dayFirst(language, stated: head.language, url: url))
        var article = bare(page, parts, language, damage)
        article.url = url
        article.removed = found.nearRemoved
        if stated == nil { article.warnings += [Paywall(parts: found, isFree: linked.isFree).warning].compactMap { $0 } }
        article.outlet = outlet
        article.authors = authors.authors(head: head, linked: linked, parts: found, outlet: outlet, given: given?.authors ?? [])
        article.published =
            PageDates(
                finder: publication, head: head, linked: linked, url: url, tree: tree, parts: found,
                raw: page.utf8, given: given
            ).published()
        Self.bound(&article)
        article.origins = originFinder(damage, article).origins(
            of: found, authors: linked.authors + head.metas("author"), credit: linked.credit
        )
        let site = CanonicalSite(lexicon: origins).origin(page: page.url, canonical: head.canonical, language: article.language)
        if let site, !article.origins.contains(where: { origins.key($0.name) == origins.key(site.name) }) {
            article.origins = (article.origins + [site]).sorted()
        }
        article.candidates = CandidateList(head: head, linked: linked, page: page, blocks: blocks, vocabulary: dateVocabulary)
            .candidates(of: article)
        return article
    }

    /// An address that leads somewhere.
    static func address(_ url: String?) -> String? { url.flatMap { $0.hasPrefix("http") ? $0 : nil } }

    // MARK: Common

    private var passes: LinePasses { LinePasses(dates: scanner, origins: origins, pictureWords: furniture.words(of: "picture")) }

    private var authors: AuthorFinder {
        AuthorFinder(
            lexicon: origins, openers: furniture.words(of: "by"), joiners: furniture.words(of: "and"),
            enders: furniture.words(of: "name-end"), calendar: origins.calendar
        )
    }

    private func originFinder(_ damage: CopyDamage, _ article: Article) -> OriginFinder {
        OriginFinder(
            lexicon: origins, translated: damage.isTranslated, language: article.language, outlet: article.outlet, writers: article.authors
        )
    }

    private func bare(_ page: Page, _ parts: Parts, _ language: String, _ damage: CopyDamage) -> Article {
        Article(
            id: Identifier.article(sha256: page.sha256), path: page.path, sha256: page.sha256, url: page.url, title: parts.title,
            text: parts.text, language: language, removed: parts.removed, provenance: page.provenance,
            warnings: page.warnings + damage.warnings
        )
    }

    /// No report was published after it was fetched; a day more allows for time zones.
    private static func bound(_ article: inout Article) {
        guard let captured = article.provenance?.captured.flatMap({ CalendarDay(iso: $0) }), let published = article.published else {
            return
        }
        guard published.earliest > captured.adding(days: 1) else { return }
        article.published = nil
        article.warnings.append(
            Warning(
                code: "clean.date.after-capture",
                message: "The day found (\(published.earliest)) is after the day the page was fetched (\(captured)), and was left out.",
                remedy: "Look for the day of publication on the page."
            ))
    }

    /// The language of the body with its title; for a body of few words what the page states, where a pack knows it.
    private func language(of parts: Parts, stated: String? = nil) -> String {
        var words: [WordKey] = []
        for index in parts.body where words.count < Tuning.languageWords { words += parts.blocks[index].keys }
        words = words.prefix(Tuning.languageWords) + WordKeys.keys(of: parts.title ?? "")
        let found = languages.language(of: words)
        guard found == "und", words.count < Tuning.languageFewWords, let stated else { return found }
        return languages.known(String(stated.prefix(2)).lowercased()) ?? found
    }

    /// In English without a sign of Britain and its like, the month comes first.
    private func dayFirst(_ language: String, stated: String? = nil, url: String?) -> Bool {
        guard language == "en" || language == "und" else { return true }
        if language == "und", let stated, !stated.lowercased().hasPrefix("en") { return true }
        guard let host = url.flatMap({ OutletFinder.host($0) }), let end = host.split(separator: ".").last, end.count == 2 else {
            return false
        }
        return end != "us"
    }
}
