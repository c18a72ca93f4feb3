// Reads one article: Article in, Reading out. The finders are put in order here and know nothing of each other.
package import RecoupeLanguage
package import RecoupeModel

/// The second stage: what one article says, read alone.
package struct Reader: Sendable {
    private let packs: [String: LanguagePack]

    package init(packs: [LanguagePack]) throws(PackError) {
        self.packs = Dictionary(uniqueKeysWithValues: packs.map { ($0.code, $0) })
    }

    /// Reads an article; an article in a language without a pack gives a reading without items.
    package func read(_ article: Article, tokens: Bool = false) -> Reading {
        Reading(article: article.id, language: article.language, published: article.published)
    }
}
