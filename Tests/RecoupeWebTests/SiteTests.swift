import RecoupeLanguage
import RecoupeModel
import RecoupePublish
import RecoupeText
import Testing

@testable import RecoupeWeb

/// A dossier of two reports, enough for every address.
func smallDossier() -> Dossier {
    let texts = ["Le barrage d’Orvant a cédé, dit le maire.", "The Orvant dam broke on Monday."]
    let articles = texts.enumerated().map { index, text in
        Article(
            id: "a\(index)", path: "\(index).txt", sha256: "00", title: index == 0 ? "Le barrage" : "The dam", text: text,
            language: index == 0 ? "fr" : "en", outlet: "Outlet \(index)")
    }
    let words = Passage(article: "a0", start: 0, end: 25, text: "Le barrage d’Orvant a cédé")
    let statement = Statement(
        Passage(article: "a0", start: 0, end: 41, text: texts[0]), id: "s1", speakerText: "le maire", mode: .indirect, content: words,
        rule: "r")
    return Dossier(title: "Orvant", languages: ["en", "fr"], articles: articles, statements: [statement])
}

@Suite struct SiteTests {
    private let site: DossierSite

    init() throws { site = try DossierSite(dossier: smallDossier(), packs: LanguagePack.all()) }

    private func ask(_ target: String, host: String? = "127.0.0.1:8700", accept: String? = nil, known: String? = nil) -> Answer {
        site.answer(Question(target: target, host: host, acceptLanguage: accept, ifNoneMatch: known))
    }

    private func text(_ answer: Answer) -> String { String(decoding: answer.body, as: UTF8.self) }

    @Test(arguments: [
        "/", "/chronology", "/figures", "/statements", "/entities", "/conflicts", "/commitments", "/reports", "/report/a0", "/search?q=x",
    ])
    func pagesAreThere(path: String) {
        let answer = ask(path)
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "text/html; charset=utf-8")
        #expect(answer["Content-Security-Policy"]?.hasPrefix("default-src 'none'; style-src 'self'") == true)
        #expect(text(answer).hasPrefix("<!DOCTYPE html>"))
    }

    @Test(arguments: ["/nowhere", "/overview", "/report/zz", "/report", "/report/a0/x", "/%2e%2e/etc/passwd", "/style.css/x"])
    func otherAddressesAreMissing(path: String) {
        #expect(ask(path).status == 404)
        #expect(text(ask(path)).contains("</html>"))
    }

    @Test(arguments: ["localhost", "127.0.0.1", "127.0.0.1:99", "[::1]:80", "LOCALHOST:1"]) func ownNamesAreAnswered(host: String) {
        #expect(ask("/", host: host).status == 200)
    }

    @Test(arguments: ["evil.example", "evil.example:8700", "127.0.0.1.evil.example", "localhost.evil.example", "10.0.0.1", "", nil])
    func otherNamesAreRefused(host: String?) {
        let answer = ask("/export.json", host: host)
        #expect(answer.status == 421)
        #expect(!text(answer).contains("Orvant"))
    }

    @Test func anAddressBoundToIsItsOwnName() {
        #expect(site.answer(Question(target: "/", host: "192.168.1.4:80"), bound: "192.168.1.4").status == 200)
        #expect(site.answer(Question(target: "/", host: "192.168.1.4:80"), bound: "0.0.0.0").status == 200)
        #expect(site.answer(Question(target: "/", host: "evil.example"), bound: "0.0.0.0").status == 421)
    }

    @Test(arguments: [
        (nil, "fr"), ("en-GB,en;q=0.9", "en"), ("de, fr;q=0.4, en;q=0.6", "en"), ("fr;q=0, en;q=0.1", "en"), ("de", "fr"),
        (";;q=x,,", "fr"),
    ])
    func theBrowserChoosesTheLanguage(accept: String?, language: String) {
        #expect(text(ask("/", accept: accept)).contains("<html lang=\"\(language)\">"))
    }

    @Test func theAddressChoosesBeforeTheBrowserAndIsKept() {
        let html = text(ask("/?lang=en", accept: "fr"))
        #expect(html.contains("<html lang=\"en\">") && html.contains("href=\"/chronology?lang=en\""))
        #expect(text(ask("/?lang=xx", accept: "fr")).contains("<html lang=\"fr\">"))
    }

    @Test func pagesAreKeptWhileTheDossierIsTheSame() throws {
        let tag = try #require(ask("/")["ETag"])
        #expect(ask("/", known: tag).status == 304)
        #expect(ask("/", known: "\"x\", W/" + tag).status == 304)
        #expect(ask("/", accept: "en", known: tag).status == 200)
        var other = smallDossier()
        other.title = "Another"
        let changed = try DossierSite(dossier: other, packs: LanguagePack.all())
        #expect(changed.answer(Question(target: "/", host: "localhost", ifNoneMatch: tag)).status == 200)
    }

    @Test func onlyReading() {
        #expect(site.answer(Question(method: "POST", target: "/", host: "localhost")).status == 405)
        let head = site.answer(Question(method: "HEAD", target: "/", host: "localhost"))
        #expect(head.status == 200 && head.body.isEmpty)
    }

    @Test func searchShowsTheWordsInTheirPlace() {
        let html = text(ask("/search?q=BARRAGE+orvant"))
        #expect(html.contains("<mark>barrage d’Orvant</mark>"))
        #expect(html.contains("value=\"BARRAGE orvant\""))
        #expect(text(ask("/search?q=%3Cscript%3E%22")).contains("value=\"&lt;script&gt;&quot;\""))
        #expect(text(ask("/search?q=rien")).contains("0 article"))
    }

    @Test func aGivenSearchIsAsked() throws {
        let asked = try DossierSite(dossier: smallDossier(), packs: LanguagePack.all()) { query in
            query == "dam" ? [SearchHit(article: "a1", passage: nil), SearchHit(article: "gone", passage: nil)] : []
        }
        let html = String(decoding: asked.answer(Question(target: "/search?q=dam", host: "localhost")).body, as: UTF8.self)
        #expect(html.contains("The Orvant <mark>dam</mark>"))
    }

    @Test func theExportIsTheContract() throws {
        let answer = ask("/export.json")
        #expect(answer["Content-Type"] == "application/json")
        #expect(answer.body == (try Publisher(packs: LanguagePack.all()).export(smallDossier())))
    }
}
