import Foundation
import LocalServer
import RecoupeModel
import Testing

/// `recoupe fetch`, against a server of the test's own.
@Suite struct FetchTests {
    private static func page(_ name: String) -> [UInt8] {
        LocalServer.answer(
            "<html><head><title>\(name)</title></head><body><article><h1>\(name)</h1><p>\(name) rouvrira d’ici le 30 juin 2024, a annoncé mardi la mairie.</p><p>« Les travaux avancent », a déclaré la maire, Claire Montois.</p></article></body></html>",
            "Content-Type: text/html; charset=utf-8")
    }

    private func server() throws -> LocalServer {
        try LocalServer { path in
            switch path {
            case "/robots.txt": LocalServer.answer("User-agent: *\nDisallow: /closed\n")
            case "/pont": Self.page("Le pont de Vaubert")
            case "/bac": Self.page("Le bac de Sauzelle")
            case "/lead": LocalServer.leading(to: "/bac")
            default: LocalServer.missing
            }
        }
    }

    private func fetch(_ arguments: [String], to file: String) throws -> Ran {
        try run(recoupe, ["fetch"] + arguments + ["-o", file, "--delay", "0", "--timeout", "10"])
    }

    private func paths(_ archive: String, _ scratch: Scratch) throws -> [String?] {
        let story = scratch.path("s.recoupe")
        let built = try run(recoupe, ["build", archive, "-o", story])
        #expect(built.status == 0, "\(built.errors)")
        let dossier = try JSON.decoder().decode(Dossier.self, from: try run(recoupe, ["export", story]).output)
        return dossier.articles.map(\.title).sorted { ($0 ?? "") < ($1 ?? "") }
    }

    @Test func whatIsFetchedIsBuilt() throws {
        let (scratch, server) = (try Scratch(), try server())
        let file = scratch.path("today.warc.gz")
        let ran = try fetch([server.url("/pont"), server.url("/lead"), "--allow-private"], to: file)
        #expect(ran.status == 0 && ran.errors.isEmpty, "\(ran.errors)")
        #expect(String(decoding: ran.output, as: UTF8.self) == "\(file): 2 pages\n")
        #expect(try paths(file, scratch) == ["Le bac de Sauzelle", "Le pont de Vaubert"])
        let again = try fetch([server.url("/pont"), "--allow-private"], to: file)
        #expect(again.status == 2 && again.errors.contains("is there already"))
    }

    @Test func someFailuresAreOneAndNoPageIsTwo() throws {
        let (scratch, server) = (try Scratch(), try server())
        let file = scratch.path("a.warc.gz")
        let some = try fetch([server.url("/none"), server.url("/closed/b"), server.url("/pont"), "--allow-private"], to: file)
        #expect(some.status == 1 && some.errors.split(separator: "\n").count == 2, "\(some.errors)")
        #expect(some.errors.contains("answers 404") && some.errors.contains("robots.txt"))
        for none in [[server.url("/none"), "--allow-private"], [server.url("/pont")], ["nowhere"]] {
            let ran = try fetch(none, to: scratch.path("b.warc.gz"))
            #expect(ran.status == 2 && ran.errors.split(separator: "\n").count == 1, "\(ran.errors)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path) == ["a.warc.gz"])
        }
        #expect(try fetch([], to: file).status == 2)
        let nowhere = try fetch([server.url("/pont"), "--allow-private"], to: scratch.path("no/such/folder.warc.gz"))
        #expect(nowhere.status == 2 && nowhere.errors.contains("cannot be written"))
    }

    @Test func aFeedIsFollowedWhereAsked() throws {
        let scratch = try Scratch()
        let pages = try server()
        let port = pages.port
        let feed = try LocalServer { path in
            guard path == "/feed" else { return LocalServer.missing }
            let items = ["pont", "lead", "closed/a", "none"].map { "<item><link>http://127.0.0.1:\(port)/\($0)</link></item>" }.joined()
            return LocalServer.answer("<rss version=\"2.0\"><channel><title>G</title>\(items)</channel></rss>")
        }
        let file = scratch.path("f.warc.gz")
        let ran = try fetch([feed.url("/feed"), "--follow-feed", "--max-articles", "3", "--allow-private"], to: file)
        #expect(ran.status == 1)
        #expect(ran.errors.contains("lists 4 addresses; the first 3 are fetched") && ran.errors.contains("robots.txt"), "\(ran.errors)")
        #expect(try paths(file, scratch) == ["Le bac de Sauzelle", "Le pont de Vaubert"])
    }
}
