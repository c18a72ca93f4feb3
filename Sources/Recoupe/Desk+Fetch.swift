// Addresses in, a web archive of the answers out, for `build` and `add` to read. The only way by which Recoupe reaches a network, and
// only when it is called by name.

/// How addresses are fetched.
public struct FetchOptions: Sendable {
    /// The largest answer in bytes.
    public var bytes = 64 << 20
    /// Seconds for one answer.
    public var seconds = 30
    /// Redirections from one address.
    public var redirects = 5
    /// Seconds between two requests to one host.
    public var delay = 1.0
    /// Whether addresses of this machine and of inner networks may be asked.
    public var allowPrivate = false
    /// Whether the pages that a feed lists are fetched in its place.
    public var followFeeds = false
    /// Pages fetched from one feed.
    public var articles = 50

    public init() {}
}

/// What became of fetching.
public struct FetchOutcome: Sendable {
    /// Pages kept in the archive.
    public var pages = 0
    /// One line for each address that gave none.
    public var troubles: [String] = []
}

extension Desk {
    /// Fetches addresses into a new web archive; nothing is left where none gave a page. `now` tells the moment, ISO 8601.
    public static func fetch(
        _ addresses: [String], to file: String, options: FetchOptions, now: @escaping () -> String
    ) throws(DeskError) -> FetchOutcome {
        var run = try FetchRun(file: file, options: options, now: now)
        for address in addresses { try run.take(address) }
        return try run.end()
    }
}
