// `recoupe serve`: the dossier in the browser, on this machine alone.
internal import ArgumentParser
internal import Foundation
internal import Recoupe
internal import RecoupePublish
internal import RecoupeWeb

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show a dossier in the browser, on this machine alone.",
        discussion: "Example: recoupe serve story.recoupe --port 8080 --open"
    )

    @Argument(help: "The dossier.")
    var story: String

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8700

    @Flag(help: "Open the browser.")
    var open = false

    @OptionGroup var packs: PackOptions

    func run() async throws {
        let desk = try packs.desk()
        let story = story
        let site = try DossierSite(dossier: try desk.dossier(of: story), packs: desk.packs) { query in
            try desk.search(query, in: story).map { SearchHit(article: $0, passage: nil) }
        }
        do {
            try await serve(site, port: port) { [open] port in
                let address = "http://127.0.0.1:\(port)/"
                print("\(story): \(address) (stop with Ctrl-C)")
                fflush(nil)
                if open { Self.openBrowser(address) }
            }
        } catch {
            throw DeskError(error.description)
        }
    }

    private static func openBrowser(_ address: String) {
        let browser = Process()
        browser.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        #if canImport(Darwin)
            browser.arguments = ["open", address]
        #else
            browser.arguments = ["xdg-open", address]
        #endif
        do { try browser.run() } catch { Terminal.complain("the browser cannot be opened; go to \(address)") }
    }
}
