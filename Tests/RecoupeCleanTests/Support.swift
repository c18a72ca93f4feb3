// A cleaner with all packs, for tests.
import RecoupeIntake
import RecoupeLanguage
import RecoupeModel
import RecoupeText

@testable import RecoupeClean

enum Clean {
    static func text(_ text: String, url: String? = nil) throws -> Article {
        try Cleaner(packs: LanguagePack.all()).clean(try Intake().page(text: text, id: "t", url: url))
    }

    static func html(_ html: String, url: String? = nil) throws -> Article {
        try Cleaner(packs: LanguagePack.all()).clean(try Intake().page(html: html, id: "t", url: url))
    }
}
