import Foundation
import RecoupeLanguage
import RecoupeModel
import Testing

@testable import RecoupePublish

@Suite struct PublisherTests {
    private let publisher: Publisher
    private let story = InventedStory()

    init() throws { publisher = try Publisher(packs: LanguagePack.all()) }

    @Test func theLanguageIsThatOfMostReports() {
        #expect(publisher.wording(of: story.dossier)?.language == "fr")
        var even = story.dossier
        even.articles = [story.articles[0], story.articles[3]]
        #expect(publisher.wording(of: even)?.language == "fr")
        even.articles = [story.articles[3]]
        #expect(publisher.wording(of: even)?.language == "en")
    }

    @Test func everyConflictSaysWhy() {
        let told = publisher.told(story.dossier)
        #expect(told.conflicts.allSatisfy { !$0.why.isEmpty })
        #expect(told.conflicts[0].why == "Deux dates ne peuvent pas être vraies ensemble.")
    }

    @Test func theExportIsReadBack() throws {
        let bytes = try publisher.export(story.dossier, pretty: true)
        #expect(bytes == (try publisher.export(story.dossier, pretty: true)))
        #expect(try JSON.decoder().decode(Dossier.self, from: Data(bytes)) == publisher.told(story.dossier))
    }

    @Test func theReportLoadsNothing() throws {
        let html = String(decoding: try publisher.report(story.dossier), as: UTF8.self)
        #expect(html.contains("Content-Security-Policy"))
        for loaded in ["<script", "src=", "@import", "url(", "<link rel=\"stylesheet\"", "http-equiv=\"refresh\"", " style=\"", " on"] {
            #expect(!html.contains(loaded) || loaded == " on", "\(loaded)")
        }
        #expect(html.contains("lang=\"fr\""))
    }

    /// Every link inside the one page leads to a place that is there, and no two places have one name.
    @Test func everyLinkOfTheReportLands() throws {
        let html = String(decoding: try publisher.report(story.dossier), as: UTF8.self)
        let ids = html.components(separatedBy: " id=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys.sorted())")
        let places = Set(ids)
        for link in html.components(separatedBy: " href=\"#").dropFirst().map({ String($0.prefix { $0 != "\"" }) }) {
            #expect(places.contains(link), "#\(link) leads nowhere")
        }
    }

    /// Every link of the site leads to a page that is there, and to a place on it.
    @Test func everyLinkOfTheSiteLands() throws {
        let edition = try Edition(publisher.told(story.dossier), publisher: publisher)
        var pages: [String: String] = [:]
        for section in Section.allCases { pages[section.path] = edition.page(.section(section), language: "fr", asked: "fr") }
        for article in story.articles { pages["/report/\(article.id)"] = edition.page(.report(article.id), language: "fr", asked: "fr") }
        for (path, html) in pages {
            for link in html.components(separatedBy: " href=\"").dropFirst().map({ String($0.prefix { $0 != "\"" }) }) {
                if link.hasPrefix("https:") || link.hasPrefix("data:") || link.hasPrefix("/style.css") || link == "/export.json" {
                    continue
                }
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
                let target = String(parts[0].prefix { $0 != "?" })
                let page = target.isEmpty ? html : pages[target] ?? ""
                #expect(!page.isEmpty, "\(path) leads to \(link)")
                if parts.count > 1 { #expect(page.contains(" id=\"\(parts[1])\""), "\(path) leads to \(link)") }
                #expect(link.hasPrefix("#") || link.contains("lang="), "\(path) forgets the language in \(link)")
            }
        }
    }

    @Test func pagesSayDoubt() throws {
        let edition = try Edition(publisher.told(story.dossier), publisher: publisher)
        let statements = try #require(edition.page(.section(.statements), language: "fr"))
        #expect(statements.contains("auteur désigné par un pronom"))
        #expect(statements.contains("Sans auteur sûr"))
        let english = try #require(edition.page(.section(.statements), language: "en"))
        #expect(english.contains("<html lang=\"en\">") && english.contains("speaker given by a pronoun"))
    }

    @Test func templatesNameOnlyPhrasesThatAre() throws {
        let names = Set(try Wording(LanguagePack("fr")).names)
        let files = PackFiles()
        for path in files.paths(under: "Sources/RecoupePublish/Page/") where path.hasSuffix(".mustache") {
            let text = String(decoding: files.bytes(path) ?? [], as: UTF8.self)
            for part in text.components(separatedBy: "{{ui.").dropFirst() {
                let name = "ui." + part.prefix { $0 != "}" }
                #expect(names.contains(name), "\(path) names \(name)")
            }
            #expect(!text.contains("{{{") && !text.contains("{{&"))
        }
    }

    @Test func anEmptyDossierHasAllPages() throws {
        let edition = try Edition(Dossier(title: "", languages: [], articles: []), publisher: publisher)
        for section in Section.allCases { #expect(edition.page(.section(section), language: "fr")?.isEmpty == false) }
        #expect(edition.page(.report("nope"), language: "fr") == nil)
        #expect(!edition.singlePage(language: "en").isEmpty)
    }

    @Test func theScaleOfASeriesIsRound() {
        #expect([0.0, 1, 1.1, 12_500, 30_000, 0.3].map(SeriesChart.ceiling) == [1, 1, 2, 20_000, 50_000, 0.5])
    }
}
