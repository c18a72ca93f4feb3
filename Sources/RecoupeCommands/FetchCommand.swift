// `recoupe fetch`: addresses into a web archive. No other command reaches a network.
internal import ArgumentParser
internal import Foundation
internal import Recoupe

struct FetchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch",
        abstract: "Fetch addresses into a web archive; the only command that reaches the network.",
        discussion: """
            Example: recoupe fetch https://example.org/report.html -o today.warc.gz
                     recoupe build today.warc.gz -o story.recoupe

            Each answer is kept as it came, with its address and the moment. A site's robots.txt is obeyed. No address of this \
            machine or of an inner network is asked, not after a redirection either, unless --allow-private is given. Proxies, \
            cookies and passwords are not used.

            A feed is kept as it is; with --follow-feed the pages it lists are fetched in its place.
            """
    )

    @Argument(help: ArgumentHelp("Addresses of pages, documents, feeds or sitemaps.", valueName: "url"))
    var addresses: [String]

    @Option(name: [.short, .long], help: ArgumentHelp("The web archive to write.", valueName: "file.warc.gz"))
    var output: String

    @Flag(help: "Fetch the pages that a feed or sitemap lists.")
    var followFeed = false

    @Option(help: ArgumentHelp("Pages fetched from one feed.", valueName: "count"))
    var maxArticles = 50

    @Option(help: ArgumentHelp("The largest answer kept, in megabytes.", valueName: "mb"))
    var maxSize = 64

    @Option(help: ArgumentHelp("Redirections followed from one address, 10 at most.", valueName: "count"))
    var maxRedirects = 5

    @Option(help: ArgumentHelp("How long one answer may take.", valueName: "seconds"))
    var timeout = 30

    @Option(help: ArgumentHelp("The pause between two requests to one host; longer where its robots.txt asks.", valueName: "seconds"))
    var delay = 1.0

    @Flag(help: "Ask addresses of this machine and of inner networks too.")
    var allowPrivate = false

    func validate() throws {
        guard !addresses.isEmpty else { throw ValidationError("give an address to fetch") }
        guard (1...2000).contains(maxSize) else { throw ValidationError("--max-size is 1 to 2000 megabytes") }
        guard (0...10).contains(maxRedirects) else { throw ValidationError("--max-redirects is 0 to 10") }
        guard (1...3600).contains(timeout) else { throw ValidationError("--timeout is 1 to 3600 seconds") }
        guard delay >= 0, delay <= 3600 else { throw ValidationError("--delay is 0 to 3600 seconds") }
        guard maxArticles >= 1 else { throw ValidationError("--max-articles is 1 or more") }
    }

    func run() async throws {
        // A server that hangs up ends its transfer, not the program.
        signal(SIGPIPE, SIG_IGN)
        var options = FetchOptions()
        (options.bytes, options.seconds, options.redirects, options.delay) = (maxSize << 20, timeout, maxRedirects, delay)
        (options.allowPrivate, options.followFeeds, options.articles) = (allowPrivate, followFeed, maxArticles)
        let outcome = try Desk.fetch(addresses, to: output, options: options) { Date().formatted(.iso8601) }
        for trouble in outcome.troubles { Terminal.complain(trouble) }
        guard outcome.pages > 0 else { throw ExitStatus.nothingDone }
        let failed = outcome.troubles.isEmpty ? "" : " (\(outcome.troubles.count) not fetched)"
        print("\(output): \(outcome.pages) \(outcome.pages == 1 ? "page" : "pages")\(failed)")
        if !outcome.troubles.isEmpty { throw ExitStatus.someUnread }
    }
}
