// A text in, its analysis out: words, sentences, and what the language's models say of them. The one door through which finders get
// tokens; a pack without models gives words without tags.
package import RecoupeLanguage
package import RecoupeModel

/// Tokenises and tags texts of one language.
package struct Analyser: Sendable {
    private let language: String
    private let tokenizer: Tokenizer
    private let tagger: Tagger?
    private let parser: TreeParser?

    package init(_ pack: LanguagePack) throws(PackError) {
        language = pack.code
        tokenizer = try Tokenizer(pack)
        tagger = try Tagger(pack)
        parser = try TreeParser(pack)
    }

    /// The analysis of an article's text.
    package func analyse(_ article: Article) -> Analysis { analyse(article.text, article: article.id) }

    /// The analysis of a text; `article` is the id that its passages will carry.
    package func analyse(_ text: String, article: String) -> Analysis {
        let plain = tokenizer.analyse(text, article: article)
        guard let tagger else { return plain }
        var reader = WordReader()
        let (tokens, sentences) = partWords(of: plain, tagger, &reader)
        return tagged(
            Analysis(article: plain.article, language: plain.language, bytes: plain.bytes, sentences: sentences, tokens: tokens), tagger,
            &reader)
    }

    /// The analysis of sentences whose words are given, joined by blanks.
    package func analyse(_ sentences: [[String]], article: String) -> Analysis {
        let plain = GivenWords(sentences: sentences).analysis(article: article, language: language)
        guard let tagger else { return plain }
        var reader = WordReader()
        return tagged(plain, tagger, &reader)
    }

    /// Tags and trees for words and sentences that are settled.
    private func tagged(_ plain: Analysis, _ tagger: Tagger, _ reader: inout WordReader) -> Analysis {
        var tokens = plain.tokens
        for sentence in plain.sentences {
            let facts = tagger.facts(tokens[sentence.tokens], &reader)
            let numbers = tagger.numbers(facts)
            tagger.write(numbers, to: &tokens, in: sentence.tokens, &reader)
            if let parser { parser.write(parser.parse(facts[2..<(facts.count - 2)], numbers[...]), to: &tokens, in: sentence.tokens) }
        }
        return Analysis(article: plain.article, language: plain.language, bytes: plain.bytes, sentences: plain.sentences, tokens: tokens)
    }

    /// Parts the words that may stand for several where the model says so.
    private func partWords(of plain: Analysis, _ tagger: Tagger, _ reader: inout WordReader) -> ([Token], [Sentence]) {
        var tokens: [Token] = []
        tokens.reserveCapacity(plain.tokens.count + plain.tokens.count / 32)
        var sentences = tagger.boundaries.sentences(of: plain) { tagger.facts($0, &reader) }
        for index in sentences.indices {
            let first = tokens.count
            append(plain.tokens[sentences[index].tokens], to: &tokens, tagger, &reader)
            sentences[index].tokens = first..<tokens.count
        }
        return (tokens, sentences)
    }

    private func append(_ words: ArraySlice<Token>, to tokens: inout [Token], _ tagger: Tagger, _ reader: inout WordReader) {
        var facts: [WordFacts] = []
        for (offset, token) in words.enumerated() {
            guard let parts = tokenizer.possibleParts(of: token) else {
                tokens.append(token)
                continue
            }
            if facts.isEmpty { facts = tagger.facts(words, &reader) }
            if facts.withUnsafeBufferPointer({ tagger.chooser.isSeveral($0, at: offset + 2) }) {
                tokens += tokenizer.words(parts, of: token)
            } else {
                tokens.append(token)
            }
        }
    }
}
