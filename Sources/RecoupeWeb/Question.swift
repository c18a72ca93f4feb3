// A request as far as the site looks at it, without the server library: what is asked for, in which language, under which host name.
internal import Foundation

/// What a browser asks.
package struct Question: Sendable {
    package var method: String
    /// Path and query as sent.
    package var target: String
    /// Host and port as the browser knows them.
    package var host: String?
    package var acceptLanguage: String?
    package var ifNoneMatch: String?

    package init(method: String = "GET", target: String, host: String?, acceptLanguage: String? = nil, ifNoneMatch: String? = nil) {
        self.method = method
        self.target = target
        self.host = host
        self.acceptLanguage = acceptLanguage
        self.ifNoneMatch = ifNoneMatch
    }

    /// The path's parts, decoded.
    var path: [String] {
        let path = target.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/").map { $0.removingPercentEncoding ?? String($0) }
    }

    /// A value of the query, decoded; the first of several.
    func query(_ name: String) -> String? {
        guard let mark = target.firstIndex(of: "?") else { return nil }
        for pair in target[target.index(after: mark)...].split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.first.map({ Self.decoded($0) }) == name else { continue }
            return parts.count > 1 ? Self.decoded(parts[1]) : ""
        }
        return nil
    }

    private static func decoded(_ text: Substring) -> String {
        let blanks = text.replacing("+", with: " ")
        return blanks.removingPercentEncoding ?? String(blanks)
    }

    /// The languages that the browser accepts, the most wanted first (RFC 9110, 12.5.4), by their first subtag.
    var languages: [String] {
        let wishes = (acceptLanguage ?? "").split(separator: ",").enumerated().compactMap { index, wish -> (String, Double, Int)? in
            let parts = wish.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
            guard let tag = parts.first, !tag.isEmpty else { return nil }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return weight > 0 ? (String(tag.lowercased().prefix { $0 != "-" }), weight, index) : nil
        }
        return wishes.sorted { ($0.1, $1.2) > ($1.1, $0.2) }.map(\.0)
    }

    /// The host without its port.
    var hostName: String? {
        guard let host = host?.lowercased(), !host.isEmpty else { return nil }
        if host.hasPrefix("[") { return host.firstIndex(of: "]").map { String(host[...$0]) } }
        return String(host.prefix { $0 != ":" })
    }
}
