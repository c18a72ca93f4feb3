// Addresses in, answers out, against a server of the test's own; no other machine is asked.
import Foundation
import LocalServer
import RecoupeIntake
import RecoupeModel
import Testing

@testable import RecoupeFetch

@Suite struct FetcherTests {
    private let page = "<html><body><p>Le bac de Sauzelle reprend lundi.</p></body></html>"

    private func fetcher(_ limits: FetchLimits = FetchLimits(seconds: 30, delay: 0)) -> Fetcher {
        Fetcher(limits: limits, version: "1", allowPrivate: true)
    }

    private func trouble(_ fetcher: Fetcher, _ address: String) -> String {
        var fetcher = fetcher
        do { try fetcher.fetch(address) { _ in } } catch { return "\(error)" }
        return ""
    }

    @Test func anAnswerIsKeptAsItCame() throws {
        let chunked = Array(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nX-Odd:  a \r\n\r\n3\r\n<p>\r\n3\r\nbac\r\n0\r\n\r\n"
                .utf8)
        let server = try LocalServer { $0 == "/robots.txt" ? LocalServer.missing : chunked }
        var answers: [Answer] = []
        var fetcher = fetcher()
        try fetcher.fetch(server.url("/a?b=c#d")) { answers.append($0) }
        #expect(answers.map { $0.head + $0.body } == [chunked])
        #expect(answers.first?.peer == "127.0.0.1")
        #expect(server.paths == ["/robots.txt", "/a?b=c"])
        #expect(server.requests.allSatisfy { $0.contains("User-Agent: Recoupe/1\r\n") && !$0.contains("Cookie") })
    }

    @Test func privateAddressesAreNotAskedUnlessMeant() throws {
        let server = try LocalServer { _ in LocalServer.answer("x") }
        let careful = Fetcher(limits: FetchLimits(seconds: 30, delay: 0), version: "1", allowPrivate: false)
        for host in ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "[::1]", "0.0.0.0"] {
            let line = trouble(careful, server.url("/", host: host))
            #expect(line.contains("is not asked; give --allow-private"), "\(host): \(line)")
            #expect(!line.contains("\n"))
        }
        #expect(server.requests.isEmpty)
    }

    /// The check stands where the connection is made, so a redirection or a name that changes its address meets it too.
    @Test func eachHopIsChecked() throws {
        let inner = try LocalServer(host: "127.0.0.2") { _ in LocalServer.answer("secret") }
        let place = inner.url("/secret", host: "127.0.0.2")
        let server = try LocalServer { $0 == "/robots.txt" ? LocalServer.missing : LocalServer.leading(to: place) }
        let careful = Fetcher(limits: FetchLimits(seconds: 30, delay: 0), version: "1") {
            $0.bytes == [127, 0, 0, 1] ? nil : $0.special
        }
        #expect(trouble(careful, server.url("/")).contains("127.0.0.2 is a loopback address"))
        #expect(inner.requests.isEmpty)
        for place in ["file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/", "javascript:alert(1)"] {
            let server = try LocalServer { $0 == "/robots.txt" ? LocalServer.missing : LocalServer.leading(to: place) }
            #expect(trouble(fetcher(), server.url("/")).contains("is no http or https address"), "\(place)")
        }
    }

    @Test func redirectionsAreFollowedAndCounted() throws {
        let server = try LocalServer { path in
            guard let step = Int(path.dropFirst(2)) else { return LocalServer.missing }
            return step == 0 ? LocalServer.answer("<p>Fin</p>", "Content-Type: text/html") : LocalServer.leading(to: "s\(step - 1)")
        }
        var answers: [Answer] = []
        var fetcher = fetcher()
        try fetcher.fetch(server.url("/s5")) { answers.append($0) }
        #expect(answers.map(\.status) == [302, 302, 302, 302, 302, 200])
        #expect(answers.last?.address.text == server.url("/s0"))
        #expect(trouble(fetcher, server.url("/s6")).contains("leads on more than 5 times"))
        let lost = try LocalServer { $0 == "/robots.txt" ? LocalServer.missing : LocalServer.answer("", status: "302 Found") }
        #expect(trouble(fetcher, lost.url("/")).contains("without saying where"))
    }

    @Test func robotsAreObeyedOnEachHop() throws {
        let rules = "User-agent: *\nDisallow: /\n\nUser-agent: recoupe\nDisallow: /private/\n"
        let server = try LocalServer { path in
            switch path {
            case "/robots.txt": LocalServer.answer(rules)
            case "/open": LocalServer.answer("<p>Un</p>")
            default: LocalServer.leading(to: "/private/a")
            }
        }
        #expect(trouble(fetcher(), server.url("/open")).isEmpty)
        #expect(trouble(fetcher(), server.url("/lead")).contains("/private/a: is not for programs, by the site's robots.txt"))
        #expect(!server.paths.contains("/private/a"))
    }

    @Test func aSiteWhoseRulesCannotBeReadIsNotAsked() throws {
        let broken = try LocalServer { _ in LocalServer.answer("", status: "503 Busy") }
        #expect(trouble(fetcher(), broken.url("/a")).contains("robots.txt cannot be read (it answers 503)"))
        #expect(broken.paths == ["/robots.txt"])
        let without = try LocalServer { $0 == "/robots.txt" ? LocalServer.answer("", status: "403 No") : LocalServer.answer("<p>Un</p>") }
        #expect(trouble(fetcher(), without.url("/a")).isEmpty)
        let led = try LocalServer { path in
            path == "/robots.txt" ? LocalServer.leading(to: "/r") : LocalServer.answer(path == "/r" ? "User-agent: *\nDisallow: /a" : "x")
        }
        #expect(trouble(fetcher(), led.url("/a")).contains("is not for programs"))
        #expect(trouble(fetcher(), led.url("/b")).isEmpty)
    }

    @Test func sizeAndTimeHaveLimits() throws {
        let long = String(repeating: "a", count: 300_000)
        let server = try LocalServer { path in
            if path == "/slow" { usleep(2_500_000) }
            return path == "/robots.txt" ? LocalServer.missing : LocalServer.answer(long)
        }
        #expect(
            trouble(fetcher(FetchLimits(bytes: 100_000, seconds: 30, delay: 0)), server.url("/a")).contains("more than the 100000 bytes"))
        #expect(trouble(fetcher(FetchLimits(seconds: 1, delay: 0)), server.url("/slow")).contains("not answered whole within 1 seconds"))
        #expect(trouble(fetcher(), server.url("/a")).isEmpty)
        let gone = try LocalServer { _ in [] }
        #expect(trouble(fetcher(), gone.url("/")).contains("robots.txt cannot be read"))
    }

    @Test func requestsToOneHostArePaced() throws {
        let server = try LocalServer {
            $0 == "/robots.txt" ? LocalServer.answer("User-agent: *\nCrawl-delay: 0.3") : LocalServer.answer("x")
        }
        var fetcher = fetcher(FetchLimits(seconds: 30, delay: 0.1))
        let start = ContinuousClock.now
        for path in ["/a", "/b", "/c"] { try fetcher.fetch(server.url(path)) { _ in } }
        #expect(ContinuousClock.now - start >= .milliseconds(850))
        #expect(server.paths == ["/robots.txt", "/a", "/b", "/c"])
    }

    @Test(arguments: [
        "", "example.org/a", "ftp://example.org/", "file:///etc/passwd", "http://", "http://a b/", "https://me:pass@example.org/",
    ])
    func whatIsNoAddressIsNamed(_ text: String) {
        let line = trouble(fetcher(), text)
        #expect(line.contains("is no http or https address") || line.contains("holds a name or password"), "\(line)")
        #expect(!line.contains("\n"))
    }

    @Test func failuresOfTheServerAreOneLine() throws {
        let server = try LocalServer { $0 == "/a" ? LocalServer.answer("x", status: "500 Broken") : LocalServer.missing }
        #expect(trouble(fetcher(), server.url("/a")).hasSuffix("/a: answers 500; try again later"))
        #expect(trouble(fetcher(), server.url("/b")).hasSuffix("/b: answers 404; check the address in a browser"))
    }

    @Test func theArchiveGivesThePagesAgain() throws {
        let html = page
        let feed =
            "<rss version=\"2.0\"><channel><title>G</title><item><title>Un</title><description>Le pont rouvre.</description></item></channel></rss>"
        let server = try LocalServer { path in
            switch path {
            case "/page": LocalServer.answer(html, "Content-Type: text/html; charset=utf-8")
            case "/feed": LocalServer.answer(feed, "Content-Type: application/rss+xml")
            case "/lead": LocalServer.leading(to: "/page")
            default: LocalServer.missing
            }
        }
        let writer = WebArchiveWriter(version: "1")
        var archive = writer.info(at: "2024-06-05T07:08:09Z")
        var fetcher = fetcher()
        for path in ["/lead", "/feed", "/none"] {
            _ = try? fetcher.fetch(server.url(path)) { archive += writer.response($0, at: "2024-06-05T07:08:09Z") }
        }
        var pages: [Page] = []
        for found in Intake().members(archive, path: "x.warc.gz") {
            switch found {
            case .report(let member): pages.append(try Intake().page(member))
            case .trouble(let error): Issue.record("\(error)")
            }
        }
        #expect(pages.map(\.path) == ["x.warc.gz#3", "x.warc.gz#4#1"])
        #expect(pages.first?.url == server.url("/page") && pages.first?.text == html)
        #expect(pages.first?.provenance?.captured == "2024-06-05T07:08:09Z")
        #expect(pages.first?.provenance?.digest?.hasPrefix("sha256:") == true)
        #expect(writer.info(at: "2024-06-05T07:08:09Z") == writer.info(at: "2024-06-05T07:08:09Z"))
    }
}
