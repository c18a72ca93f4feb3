// Rules of sites as they are written, and what they allow.
import Testing

@testable import RecoupeFetch

@Suite struct RobotsRulesTests {
    private func rules(_ text: String) -> RobotsRules { RobotsRules(Array(text.utf8), for: "Recoupe") }

    @Test func theOwnGroupCountsBeforeTheCommonOne() {
        let own = rules("User-agent: *\nDisallow: /\n\nuser-AGENT : RECOUPE/2.0 # us\nDisallow: /a\n\nUser-agent: recoupe\nDisallow: /b")
        #expect(own.allows("/c") && !own.allows("/a") && !own.allows("/b/c"))
        #expect(!rules("User-agent: other\nUser-agent: *\nDisallow: /").allows("/c"))
        #expect(rules("User-agent: recoupebot\nDisallow: /").allows("/c"))
        #expect(!rules("User-agent: a\nUser-agent: recoupe\nUser-agent: b\nDisallow: /").allows("/c"))
        #expect(rules("User-agent: *\nDisallow: /\nUser-agent: recoupe\n").allows("/c"))
        #expect(rules("Disallow: /\n").allows("/c"))
        #expect(rules("User-agent: *\nDisallow:\n").allows("/c"))
    }

    @Test func theLongestPatternDecides() {
        let site = rules("User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\nAllow: /x\nDisallow: /x\n")
        #expect(!site.allows("/a") && site.allows("/a/b") && site.allows("/a/b/d") && !site.allows("/a/b/c") && site.allows("/x"))
        #expect(rules("User-agent: *\nDisallow: /").allows("/robots.txt"))
    }

    @Test func starsAndEndsArePatterns() {
        let site = rules("User-agent: *\nDisallow: /*.pdf$\nDisallow: /p*q\nDisallow: /end$\n")
        #expect(!site.allows("/x/y.pdf") && site.allows("/x/y.pdf?a") && !site.allows("/paaaq/b") && site.allows("/paaa"))
        #expect(!site.allows("/end") && site.allows("/end/"))
        let many = rules("User-agent: *\nDisallow: /" + String(repeating: "*a", count: 900) + "$\n")
        #expect(many.allows("/" + String(repeating: "a", count: 5000) + "b"))
    }

    @Test func octetsAreComparedInOneSpelling() {
        let site = rules("User-agent: *\nDisallow: /é\nDisallow: /%7Ejoe\nDisallow: /a%3cd\nDisallow: /b-%2A.html\n")
        #expect(!site.allows("/%C3%A9") && !site.allows("/%c3%a9t%C3%A9") && !site.allows("/~joe/x"))
        #expect(!site.allows("/a%3Cd") && !site.allows("/b-*.html") && site.allows("/b-c.html"))
    }

    @Test func linesOfAnyEndAndAnyBytesAreRead() {
        #expect(!rules("\u{FEFF}User-agent: *\r\nDisallow: /a\r\nSitemap: https://g.example/s.xml").allows("/a"))
        #expect(!rules("User-agent: *\rCrawl-delay: 2\rDisallow: /a").allows("/a"))
        #expect(rules("User-agent: *\nCrawl-delay: 2.5\n").delay == 2.5)
        #expect(rules("User-agent: *\nCrawl-delay: -1\n").delay == nil)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let junk = (0..<200).map { _ in "User-agent:* Disallow/%\n\r$\u{0}".utf8.map { $0 }.randomElement(using: &random) ?? 0 }
            _ = RobotsRules(junk, for: "Recoupe").allows("/a")
        }
    }
}
