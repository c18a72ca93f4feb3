// Addresses on their way into one web archive: fetched one after another, each answer written as it comes, the file put in its place
// at the end.
internal import Foundation
internal import RecoupeFetch
internal import RecoupeIntake

/// A web archive in the making.
struct FetchRun {
    private let archive: Draft
    private let options: FetchOptions
    private let now: () -> String
    private var fetcher: Fetcher
    private var seen: Set<String> = []
    private var outcome = FetchOutcome()

    init(file: String, options: FetchOptions, now: @escaping () -> String) throws(DeskError) {
        (self.options, self.now) = (options, now)
        let limits = FetchLimits(bytes: options.bytes, seconds: options.seconds, redirects: options.redirects, delay: options.delay)
        fetcher = Fetcher(limits: limits, version: Program.version, allowPrivate: options.allowPrivate)
        archive = try Draft(file)
        try archive.write(archive.writer.info(at: now()))
    }

    /// Fetches an address, and what it lists where that is wanted.
    mutating func take(_ address: String) throws(DeskError) {
        guard let listed = try fetch(address, follow: options.followFeeds) else { return }
        if listed.isEmpty { outcome.troubles.append("\(address): lists no addresses; open it in a browser to see what it is") }
        if listed.count > options.articles {
            outcome.troubles.append(
                "\(address): lists \(listed.count) addresses; the first \(options.articles) are fetched, raise --max-articles for more")
        }
        for page in listed.prefix(options.articles) { _ = try fetch(page, follow: false) }
    }

    /// Fetches an address into the archive; where it is a feed to be followed, what it lists instead.
    private mutating func fetch(_ address: String, follow: Bool) throws(DeskError) -> [String]? {
        guard seen.insert(address).inserted else { return nil }
        var listed: [String]?
        var pages = 0
        let (archive, now) = (archive, now)
        do {
            try fetcher.fetch(address) { answer in
                if follow, answer.isPage { listed = Intake().entryAddresses(of: answer.head + answer.body, path: address) }
                guard listed == nil else { return }
                try archive.write(archive.writer.response(answer, at: now()))
                if answer.isPage { pages += 1 }
            }
        } catch let error as DeskError {
            throw error
        } catch {
            outcome.troubles.append("\(error)")
        }
        outcome.pages += pages
        return listed
    }

    /// Puts the archive in its place, or away where it holds no page.
    func end() throws(DeskError) -> FetchOutcome {
        try outcome.pages > 0 ? archive.keep() : archive.drop()
        return outcome
    }
}

extension FetchRun {
    /// A file that gets its name when it is whole.
    struct Draft {
        let writer = WebArchiveWriter(version: Program.version)
        private let file: String
        private let path: String
        private let handle: FileHandle

        init(_ file: String) throws(DeskError) {
            guard !FileManager.default.fileExists(atPath: file) else { throw Self.exists(file) }
            self.file = file
            path = file + ".fetching-\(ProcessInfo.processInfo.processIdentifier)"
            guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path) else {
                throw Self.unwritable(file)
            }
            self.handle = handle
        }

        func write(_ bytes: [UInt8]) throws(DeskError) {
            do { try handle.write(contentsOf: Data(bytes)) } catch {
                drop()
                throw Self.unwritable(file)
            }
        }

        func drop() { _ = unlink(path) }

        func keep() throws(DeskError) {
            guard !FileManager.default.fileExists(atPath: file) else { throw Self.exists(file) }
            guard (try? handle.close()) != nil, rename(path, file) == 0 else { throw Self.unwritable(file) }
        }

        private static func exists(_ file: String) -> DeskError { DeskError("\(file): is there already; give another name") }

        private static func unwritable(_ file: String) -> DeskError {
            DeskError("\(file): cannot be written; check that the folder exists, its permissions and the space left")
        }
    }
}
