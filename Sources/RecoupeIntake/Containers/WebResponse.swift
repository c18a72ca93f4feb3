// An HTTP response as a web archive keeps it (RFC 9112): what its head says, and its body without the transfer's chunks and packing.

/// The head of an HTTP response.
struct WebResponse {
    let status: Int
    /// The content type with its parameters, lower case; empty where there is none.
    let media: String
    /// How many bytes the head takes.
    let headLength: Int
    private let isChunked: Bool
    /// The codings of the body, in the order they were applied.
    private let packing: [String]

    init?(_ block: ArraySlice<UInt8>) {
        guard block.starts(with: Array("HTTP/".utf8)), let lineEnd = block.firstIndex(of: 0x0A) else { return nil }
        let words = String(decoding: block[..<lineEnd].prefix(256), as: UTF8.self).split(separator: " ")
        guard words.count >= 2, let status = Int(words[1].prefix(3)) else { return nil }
        self.status = status
        var end = block.startIndex
        let head = HeadFields(block[(lineEnd + 1)...], end: &end)
        headLength = end - block.startIndex
        media = head["content-type"]?.lowercased() ?? ""
        isChunked = head["transfer-encoding"]?.lowercased().contains("chunked") ?? false
        packing = (head["content-encoding"] ?? "").lowercased().split { $0 == "," || $0 == " " }.prefix(4).map { String($0) }
    }

    /// A page and not a redirection, an error, a part.
    var isWhole: Bool { [200, 201, 203].contains(status) }

    /// The body of the response in a whole block.
    func body(of block: [UInt8], path: String, limits: IntakeLimits) throws(IntakeError) -> [UInt8] {
        var body = isChunked ? Self.withoutChunks(block[headLength...]) : Array(block[headLength...])
        // The coding applied last is named last.
        for name in packing.reversed() where !body.isEmpty {
            body = try ContentCoding(name: name, path: path, limits: limits).undone(body)
        }
        return body
    }

    /// The bytes without the lengths between them; as they are where they have none.
    private static func withoutChunks(_ body: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var index = body.startIndex
        while let lineEnd = body[index...].prefix(64).firstIndex(of: 0x0A) {
            let digits = body[index..<lineEnd].prefix { $0 != 0x3B && $0 != 0x0D && $0 != 0x20 }
            guard let length = Int(String(decoding: digits, as: UTF8.self), radix: 16), length >= 0 else { break }
            if length == 0 { return out }
            let start = lineEnd + 1
            let end = min(body.endIndex - start, length) + start
            out += body[start..<end]
            index = min(end + 2, body.endIndex)
        }
        return out.isEmpty ? Array(body) : out
    }
}
