import Foundation
import RecoupeLanguage
import RecoupeModel
import Testing

@testable import RecoupePublish

@Suite struct EscapingTests {
    /// Markup in text, quotation marks joined to combining marks, and a mark that joins what follows it.
    static let attacks = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'onmouseover='alert(1)", "\"\u{301} onmouseover=alert(1) x=\"",
        "\u{600}<script>alert(1)</script>", "<\u{338}b>&amp;</b>", "{{ui.search}}{{{title}}}", "</style></title><!--",
    ]

    @Test(arguments: attacks) func escapedTextHoldsNoMarkup(text: String) {
        let html = escaped(text).unicodeScalars
        for scalar in "<>\"'".unicodeScalars { #expect(!html.contains(scalar)) }
    }

    private func hostile(_ text: String) -> Dossier {
        let words = text + " — 5 vaches"
        let article = Article(
            id: "a1", path: text, alsoAt: [text], sha256: text, url: text, title: text, text: words, language: "fr", outlet: text,
            authors: [text],
            published: nil, origins: [Origin(name: text, relation: .cites, because: text)], removed: [text],
            warnings: [Warning(code: text, message: text, remedy: text)]
        )
        let all = Passage(article: "a1", start: 0, end: words.unicodeScalars.count, text: words)
        let because = [Because(rule: text, passages: [all])]
        return Dossier(
            title: text, languages: ["fr"], articles: [article],
            entities: [
                Entity(
                    id: "e1", kind: .person, name: text, variants: [text, "x"], roles: [Role(text: text, passage: all)], mentions: [all],
                    because: because)
            ],
            figures: [Figure(all, id: "f1", value: 5, unit: text, counted: text, place: text, saidBy: "s1", rule: text)],
            statements: [
                Statement(
                    all, id: "s1", speaker: "e1", speakerName: text, speakerText: text, mode: .direct, content: all, saidOn: text,
                    venue: text, to: text,
                    doubts: [text], rule: text
                )
            ],
            events: [
                Event(
                    id: "v1", label: text, when: When(value: text), place: text, participants: ["e1"], status: .denied,
                    mentions: [Event.Mention(all, when: When(value: text))], origins: [text], because: because
                )
            ],
            measures: [Measure(id: "m1", label: text, points: [Measure.Point(figure: "f1", when: nil)])],
            conflicts: [Conflict(id: "c1", kind: .name, sides: [[all], [all]], reason: Phrase("conflict.name"), because: because)],
            commitments: [
                Commitment(
                    all, id: "k1", by: ["e1"], what: text, madeOn: text, deadline: text, outcome: .open, silent: true, evidence: [all])
            ],
            sums: [Sum(id: "u1", whole: 1, parts: [1], holds: true, wholePassage: all, partPassages: [all])],
            copies: [Copy(id: "y1", article: "a1", of: "a1", share: 1, passages: [[all, all]], relation: .copies)]
        )
    }

    /// Every element and attribute of a page whose report is hostile is one that an innocent report's page has too.
    @Test(arguments: attacks) func aHostileReportAddsNoElement(text: String) throws {
        let publisher = try Publisher(packs: LanguagePack.all())
        for language in ["fr", "en"] {
            let hostile = try Edition(publisher.told(hostile(text)), publisher: publisher)
            let innocent = try Edition(publisher.told(self.hostile("mots")), publisher: publisher)
            #expect(tags(hostile.singlePage(language: language)) == tags(innocent.singlePage(language: language)))
            for section in Section.allCases {
                let pages = [hostile, innocent].map { $0.page(.section(section), language: language) ?? "" }
                #expect(tags(pages[0]) == tags(pages[1]), "\(section)")
            }
            let searches = [hostile.page(.search(text, []), language: language), innocent.page(.search("mots", []), language: language)]
            #expect(tags(searches[0] ?? "") == tags(searches[1] ?? ""))
        }
    }

    /// The elements of a page with the names of their attributes, as a reader of HTML sees them.
    private func tags(_ html: String) -> [String] {
        var out: [String] = []
        var scalars = html.unicodeScalars[...]
        while let open = scalars.firstIndex(of: "<") {
            scalars = scalars[scalars.index(after: open)...]
            var tag = ""
            var quoted = false
            while let scalar = scalars.popFirst(), quoted || scalar != ">" {
                if scalar == "\"" { quoted.toggle() } else if !quoted { tag.unicodeScalars.append(scalar) }
            }
            out.append(tag)
            if tag == "style" { scalars = scalars[(html.range(of: "</style>")?.lowerBound ?? html.endIndex)...] }
        }
        return out
    }

    @Test(arguments: [
        "javascript:alert(1)", "data:text/html,x", " https://a.example", "https://a.example/ b", "ftp://a.example", "//a.example",
        "https://a\n",
    ])
    func onlyWebAddressesBecomeLinks(address: String) {
        #expect(Links.outside(address) == nil)
    }

    @Test func webAddressesBecomeLinks() {
        #expect(Links.outside("HTTPS://a.example/?q=\"><b>") != nil)
        #expect(Links.outside("http://a.example/é") != nil)
    }

    @Test func idsInAddressesAreEncoded() {
        let links = Links(form: .site, language: nil)
        #expect(links.report("../x?y#z\"") == "/report/..%2Fx%3Fy%23z%22")
    }
}
