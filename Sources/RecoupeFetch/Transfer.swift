// One address in, one answer out: a single GET over HTTP/1.1 through libcurl, which follows no redirection, sends no cookies, uses no
// proxy, and connects to no address before that very address was allowed.
internal import CLibcurl
internal import Foundation

/// One answer of a server, as it came.
package struct Answer: Sendable {
    package let address: WebAddress
    package let status: Int
    /// The status line and the head, with the empty line that ends it.
    package let head: [UInt8]
    package let body: [UInt8]
    /// The numeric address that answered.
    package let peer: String?

    /// Whether it gives what was asked for.
    package var isPage: Bool { [200, 201, 203].contains(status) }

    /// Where a redirection leads, as written.
    var location: String? {
        guard [301, 302, 303, 307, 308].contains(status) else { return nil }
        let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
        let line = lines.first { $0.lowercased().hasPrefix("location:") }
        return line.map { $0.dropFirst(9).trimmingCharacters(in: .whitespaces) }
    }
}

/// Asks for one address.
struct Transfer {
    let agent: String
    let limits: FetchLimits
    /// Why an address may not be connected to, if so.
    let refusal: @Sendable (NetworkAddress) -> String?

    /// What libcurl's calls write to.
    private final class Catch {
        var head: [UInt8] = []
        var body: [UInt8] = []
        var isHeadWhole = false
        var isTooLarge = false
        var refused: String?
        let limit: Int
        let refusal: @Sendable (NetworkAddress) -> String?

        init(limit: Int, refusal: @escaping @Sendable (NetworkAddress) -> String?) { (self.limit, self.refusal) = (limit, refusal) }

        /// A head that follows an interim one (1xx) takes its place; lines after the body are none of it.
        func take(headLine line: UnsafeBufferPointer<UInt8>) {
            if line.starts(with: Array("HTTP/".utf8)) { (head, isHeadWhole) = ([], false) }
            guard !isHeadWhole else { return }
            head += line
            isHeadWhole = line.elementsEqual([0x0D, 0x0A]) || line.elementsEqual([0x0A])
        }

        func take(_ piece: UnsafeBufferPointer<UInt8>) -> Bool {
            isTooLarge = body.count + piece.count > limit
            if !isTooLarge { body += piece }
            return !isTooLarge
        }

        func socket(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
            var bytes = [UInt8](repeating: 0, count: 16)
            let count = Int(recoupe_curl_address(address, &bytes))
            if let kind = refusal(NetworkAddress(Array(bytes.prefix(count)))) {
                refused = kind
                return -1
            }
            return Foundation.socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
        }

        static func of(_ context: UnsafeMutableRawPointer?) -> Catch? {
            context.map { Unmanaged<Catch>.fromOpaque($0).takeUnretainedValue() }
        }
    }

    /// The answer, its body as it came over the line.
    func answer(_ address: WebAddress) throws(FetchError) -> Answer { try answer(address, limit: limits.bytes, isRaw: true) }

    /// The answer with its body unpacked, cut at a limit: for what is read here and not kept.
    func answer(_ address: WebAddress, upTo limit: Int) throws(FetchError) -> Answer { try answer(address, limit: limit, isRaw: false) }

    private func answer(_ address: WebAddress, limit: Int, isRaw: Bool) throws(FetchError) -> Answer {
        guard let handle = curl_easy_init() else { throw .noMemory(address.text) }
        defer { curl_easy_cleanup(handle) }
        let caught = Catch(limit: limit, refusal: refusal)
        let fields = curl_slist_append(nil, "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
        defer { curl_slist_free_all(fields) }
        set(handle, address, caught, isRaw: isRaw)
        recoupe_curl_set_list(handle, CURLOPT_HTTPHEADER, isRaw ? curl_slist_append(fields, "Accept-Encoding: gzip, br") : fields)
        let code = withExtendedLifetime(caught) { curl_easy_perform(handle) }
        if code != CURLE_OK, isRaw || !caught.isTooLarge { throw error(code, address, caught) }
        let peer = recoupe_curl_peer(handle).map { String(cString: $0) }
        return Answer(
            address: address, status: recoupe_curl_status(handle), head: caught.head, body: caught.body,
            peer: peer?.isEmpty == true ? nil : peer
        )
    }

    private func set(_ handle: UnsafeMutableRawPointer, _ address: WebAddress, _ caught: Catch, isRaw: Bool) {
        let context = Unmanaged.passUnretained(caught).toOpaque()
        for (option, value) in [
            (CURLOPT_URL, address.text), (CURLOPT_USERAGENT, agent), (CURLOPT_PROXY, ""),
        ] { recoupe_curl_set_text(handle, option, value) }
        recoupe_curl_only_http(handle)
        if !isRaw { recoupe_curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "") }
        for (option, value) in [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_HTTP_VERSION, 2), (CURLOPT_HTTP_TRANSFER_DECODING, isRaw ? 0 : 1),
            (CURLOPT_TIMEOUT_MS, limits.seconds * 1000), (CURLOPT_CONNECTTIMEOUT_MS, min(limits.seconds, 15) * 1000),
        ] { recoupe_curl_set_long(handle, option, value) }
        for option in [CURLOPT_WRITEDATA, CURLOPT_HEADERDATA, CURLOPT_OPENSOCKETDATA] { recoupe_curl_set_context(handle, option, context) }
        recoupe_curl_set_receiver(handle, CURLOPT_WRITEFUNCTION) { data, size, count, context in
            Catch.of(context)?.take(Self.bytes(data, size * count)) == true ? size * count : 0
        }
        recoupe_curl_set_receiver(handle, CURLOPT_HEADERFUNCTION) { data, size, count, context in
            Catch.of(context)?.take(headLine: Self.bytes(data, size * count))
            return size * count
        }
        recoupe_curl_set_opener(handle) { context, _, address in
            guard let caught = Catch.of(context), let address else { return -1 }
            return caught.socket(address)
        }
    }

    private static func bytes(_ data: UnsafeMutablePointer<CChar>?, _ count: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: data.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) }, count: count)
    }

    private func error(_ code: CURLcode, _ address: WebAddress, _ caught: Catch) -> FetchError {
        if caught.isTooLarge { return .large(address.text, caught.limit) }
        if let kind = caught.refused, code == CURLE_COULDNT_CONNECT { return .special(address.text, address.host, kind) }
        if code == CURLE_OPERATION_TIMEDOUT { return .slow(address.text, limits.seconds) }
        return .unreached(address.text, String(cString: curl_easy_strerror(code)))
    }
}
