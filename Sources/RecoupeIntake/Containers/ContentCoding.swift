// The body of an HTTP response in, packed as its Content-Encoding says (RFC 9110); the bytes as they were before out. Archivers often
// unpack what they keep and leave the head as it came: a body that is not what its head says stays as it is, where it is a page.

/// One content coding.
struct ContentCoding {
    let name: String
    let path: String
    let limits: IntakeLimits

    func undone(_ body: [UInt8]) throws(IntakeError) -> [UInt8] {
        switch name {
        case "identity", "none": return body
        case "gzip", "x-gzip", "deflate":
            if body.starts(with: [0x1F, 0x8B]) || Self.hasZlibHead(body) { return try inflated(body, bare: false) }
            guard name == "deflate", !isPage(body) else { return body }
            return try inflated(body, bare: true)
        case "br": return try unlessPage(body) { () throws(IntakeError) in try brotli(body) }
        case "zstd":
            guard body.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) else { return body }
            return try zstandard(body)
        case _ where isPage(body): return body
        default:
            throw .unsupported(path, "is packed as \"\(name)\", which is not read", remedy: "archive the page without that encoding")
        }
    }

    /// RFC 1950: deflate, a window of 32 KiB at most, and a sum that is a multiple of 31.
    private static func hasZlibHead(_ body: [UInt8]) -> Bool {
        guard body.count > 2 else { return false }
        return body[0] & 0x0F == 8 && body[0] >> 4 <= 7 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
    }

    private func isPage(_ body: [UInt8]) -> Bool { Signature.isMarkup(String(decoding: body.prefix(4096), as: UTF8.self)) }

    private func budget(_ body: [UInt8]) -> Budget { Budget(path: path, packed: body.count, limits: limits) }

    private func unlessPage(_ body: [UInt8], _ undo: () throws(IntakeError) -> [UInt8]) throws(IntakeError) -> [UInt8] {
        do {
            return try undo()
        } catch {
            guard isPage(body) else { throw error }
            return body
        }
    }

    private func inflated(_ body: [UInt8], bare: Bool) throws(IntakeError) -> [UInt8] {
        let budget = budget(body)
        return try whole(try Inflater(ByteStream(body), path: path, budget: budget, bare: bare).output, budget)
    }

    private func brotli(_ body: [UInt8]) throws(IntakeError) -> [UInt8] {
        let budget = budget(body)
        return try whole(try Unbrotli(body, path: path, budget: budget).output, budget)
    }

    private func zstandard(_ body: [UInt8]) throws(IntakeError) -> [UInt8] {
        let budget = budget(body)
        let archive = try Archive(body, .compressed, path: path, budget: budget)
        return try archive.next() == nil ? [] : whole(archive.stream(), budget)
    }

    /// What a server broke off is a page as far as it goes; what grows without end is none.
    private func whole(_ stream: ByteStream, _ budget: Budget) throws(IntakeError) -> [UInt8] {
        guard let out = stream.rest(limit: limits.bytes) else { throw stream.failure ?? .outgrown(path, limit: limits.bytes) }
        guard let failure = stream.failure, out.isEmpty || budget.isExceeded else { return out }
        throw failure
    }
}
