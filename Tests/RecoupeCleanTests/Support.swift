// A cleaner with all packs, for tests; made once, since it never changes.
import RecoupeIntake
import RecoupeLanguage
import RecoupeModel

@testable import RecoupeClean

enum Clean {
    private static let cleaner = Result { try Cleaner(packs: LanguagePack.all()) }

    static func text(_ text: String, url: String? = nil) throws -> Article {
        try cleaner.get().clean(try Intake().page(text: text, id: "t", url: url))
    }

    static func html(_ html: String, url: String? = nil) throws -> Article {
        try cleaner.get().clean(try Intake().page(html: html, id: "t", url: url))
    }
}
