// Finds the article in a page: Page in, Article out.
package import RecoupeLanguage
package import RecoupeModel

/// The first stage after intake.
package struct Cleaner: Sendable {
    package init(packs: [LanguagePack]) throws(PackError) {}

    package func clean(_ page: Page) -> Article {
        Article(id: Identifier.article(sha256: page.sha256), path: page.path, sha256: page.sha256, text: page.text, language: "und")
    }
}
