// A text in, its analysis out: words, sentences, and what the language's models say of them. The one door through which finders get
// tokens; a pack without models gives words without tags.
package import RecoupeLanguage
package import RecoupeModel

/// Tokenises and tags texts of one language.
package struct Analyser: Sendable {
    private let tokenizer: Tokenizer

    package init(_ pack: LanguagePack) throws(PackError) {
        tokenizer = try Tokenizer(pack)
    }

    /// The analysis of an article's text.
    package func analyse(_ article: Article) -> Analysis { analyse(article.text, article: article.id) }

    /// The analysis of a text; `article` is the id that its passages will carry.
    package func analyse(_ text: String, article: String) -> Analysis { tokenizer.analyse(text, article: article) }
}
