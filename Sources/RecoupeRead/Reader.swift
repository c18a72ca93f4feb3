// Reads one article: Article in, Reading out. The finders are put in order here and know nothing of each other.
package import RecoupeLanguage
package import RecoupeModel

/// The second stage: what one article says, read alone.
package struct Reader: Sendable {
    private let languages: [String: LanguageReader]

    /// Opens the packs' lexicons, rules and models; the rules for all numbers (`numbers(in:)`) only where they are wanted.
    package init(packs: [LanguagePack], numbers: Bool = false) throws(PackError) {
        var languages: [String: LanguageReader] = [:]
        for pack in packs { languages[pack.code] = try LanguageReader(pack, numbers: numbers) }
        self.languages = languages
    }

    /// Reads an article; an article in a language without a pack gives a reading without items. The words are kept with `tokens` only.
    /// `told` are days that other reports of the story date, for a report that leaves its years out.
    package func read(_ article: Article, tokens: Bool = false, told: [ToldDay] = []) -> Reading {
        languages[article.language]?.read(article, words: nil, tokens: tokens, told: told)
            ?? Reading(article: article.id, language: article.language, published: article.published)
    }

    /// Reads sentences whose words are given, as the article whose text is these words joined by blanks (`text(of:)`).
    package func read(_ article: Article, words: [[String]]) -> Reading {
        languages[article.language]?.read(article, words: words, tokens: true, told: [])
            ?? Reading(article: article.id, language: article.language, published: article.published)
    }

    /// The text of sentences whose words are given: joined by single blanks.
    package static func text(of words: [[String]]) -> String { GivenWords.text(of: words) }

    /// Every number of a text with its unit, those too that are no figure of a report; none in a language without a pack, or where the
    /// reader was not opened for them.
    package func numbers(in article: Article) -> [Quantity] { languages[article.language]?.numbers(article) ?? [] }

    /// The words of a raw text as CoNLL-U, or nothing in a language without a pack.
    package func conllu(_ text: String, language: String) -> String? { languages[language]?.conllu(text) }
}

/// All finders of one language.
struct LanguageReader: Sendable {
    private let analyser: Analyser
    private let names: NameFinder
    private let times: TimeFinder
    private let speech: SpeechFinder
    private let contradictions: Contradictions
    private let figures: FigureFinder
    private let quantities: QuantityFinder?
    private let events: EventFinder
    private let promises: PromiseFinder
    private let keys: ContentKeys
    private let lexer: Lexer

    init(_ pack: LanguagePack, numbers: Bool) throws(PackError) {
        analyser = try Analyser(pack)
        names = try NameFinder(pack)
        let lexicons = try PackLexicons(pack)
        times = try TimeFinder(lexicons)
        speech = try SpeechFinder(lexicons)
        contradictions = Contradictions(lexicons)
        figures = try FigureFinder(lexicons)
        quantities = numbers ? try QuantityFinder(lexicons) : nil
        events = EventFinder(lexicons)
        promises = PromiseFinder(lexicons)
        keys = lexicons.keys
        lexer = lexicons.lexer
    }

    func numbers(_ article: Article) -> [Quantity] { quantities?.find(in: analyser.analyse(article)) ?? [] }

    func conllu(_ text: String) -> String { ConlluWriter().write(analyser.analyse(text, article: "")) }

    func read(_ article: Article, words: [[String]]?, tokens: Bool, told: [ToldDay]) -> Reading {
        let analysis = words.map { analyser.analyse($0, article: article.id) } ?? analyser.analyse(article)
        let (names, referents) = names.find(in: analysis)
        let dated =
            article.published ?? times.publication(of: analyser.analyse(DatingEvidence.text(of: article), article: article.id), told: told)
        let lexemes = lexer.lexemes(analysis)
        let (times, published) = times.find(in: analysis, lexemes: lexemes, published: dated, told: told)
        let said = speech.find(in: analysis, names: names, referents: referents, times: times, published: published)
        let statements = contradictions.marked(said, in: analysis)
        let carried = statements.filter { !$0.isUncarried }
        let figures = figures.find(
            in: analysis, lexemes: lexemes, times: times, names: names, referents: referents, statements: carried)
        let events = events.find(
            in: analysis, names: names, referents: referents, times: times, statements: carried, published: published)
        let promises = promises.find(
            in: analysis, names: names, referents: referents, times: times, statements: carried, events: events, published: published)
        return Reading(
            article: article.id, language: article.language, published: published, sentences: sentences(analysis, names, tokens: tokens),
            names: names,
            referents: referents, times: times, figures: figures, statements: statements, events: events, promises: promises
        )
    }

    private func sentences(_ analysis: Analysis, _ names: [Name], tokens: Bool) -> [SentenceRecord] {
        let named = names.map { analysis.byteRange($0.passage) }
        return analysis.sentences.map { sentence in
            let passage = analysis.passage(sentence.bytes)
            let inside = named.filter { sentence.bytes.contains($0.lowerBound) }
            return SentenceRecord(
                start: passage.start, end: passage.end, paragraph: sentence.paragraph,
                keys: keys.keys(of: sentence, in: analysis, outside: inside), tokens: tokens ? analysis.records(sentence) : []
            )
        }
    }
}
