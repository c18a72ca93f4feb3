// How much fetching takes from a site and how often it asks.

/// The limits of `Fetcher`; a user may change them.
package struct FetchLimits: Sendable, Hashable {
    /// The largest answer in bytes, as it comes over the line.
    package var bytes: Int
    /// Seconds for one answer.
    package var seconds: Int
    /// Redirections from one address.
    package var redirects: Int
    /// Seconds between two requests to one host; more where its robots.txt asks for more, up to `longestDelay`.
    package var delay: Double

    static let longestDelay = 60.0
    /// Redirections of a robots.txt (RFC 9309, 2.3.1.2).
    static let robotsRedirects = 5

    package init(bytes: Int = 64 << 20, seconds: Int = 30, redirects: Int = 5, delay: Double = 1) {
        self.bytes = bytes
        self.seconds = seconds
        self.redirects = redirects
        self.delay = delay
    }
}
