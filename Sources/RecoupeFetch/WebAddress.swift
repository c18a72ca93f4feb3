// The text of an address in, its parts out, taken apart by the parser that will also fetch it, so that what is checked is what is
// fetched. Only http and https, and no names or passwords in it.
internal import CLibcurl

/// An http or https address without a fragment.
package struct WebAddress: Sendable, Hashable {
    package let text: String
    let host: String
    /// Scheme, host and port.
    let origin: String
    /// Path and query, as they are asked for.
    let target: String

    package init(_ text: String) throws(FetchError) { try self.init(text, relativeTo: nil) }

    /// Where a redirection from this address leads.
    func following(_ location: String) throws(FetchError) -> WebAddress { try WebAddress(location, relativeTo: self) }

    var robots: WebAddress {
        get throws(FetchError) { try WebAddress(origin + "/robots.txt") }
    }

    private init(_ given: String, relativeTo base: WebAddress?) throws(FetchError) {
        guard let parts = curl_url() else { throw .noMemory(given) }
        defer { curl_url_cleanup(parts) }
        let flags = UInt32(CURLU_URLENCODE)
        if let base, curl_url_set(parts, CURLUPART_URL, base.text, flags) != CURLUE_OK { throw .noAddress(base.text) }
        guard given.utf8.count <= 8192, curl_url_set(parts, CURLUPART_URL, given, flags) == CURLUE_OK else { throw .noAddress(given) }
        curl_url_set(parts, CURLUPART_FRAGMENT, nil, 0)
        func part(_ which: CURLUPart, _ flags: Int32 = 0) -> String? {
            var out: UnsafeMutablePointer<CChar>?
            guard curl_url_get(parts, which, &out, UInt32(flags)) == CURLUE_OK, let out else { return nil }
            defer { curl_free(out) }
            return String(cString: out)
        }
        guard let scheme = part(CURLUPART_SCHEME), scheme == "http" || scheme == "https" else { throw .noAddress(given) }
        guard part(CURLUPART_USER) == nil, part(CURLUPART_PASSWORD) == nil else { throw .named(given) }
        guard let text = part(CURLUPART_URL), let host = part(CURLUPART_HOST)?.lowercased(),
            let port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT)
        else { throw .noAddress(given) }
        self.text = text
        self.host = host
        origin = "\(scheme)://\(host):\(port)"
        target = (part(CURLUPART_PATH) ?? "/") + (part(CURLUPART_QUERY).map { "?" + $0 } ?? "")
    }
}
