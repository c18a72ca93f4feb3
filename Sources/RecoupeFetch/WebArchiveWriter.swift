// Answers in, a web archive out (WARC 1.1, ISO 28500:2017): a record for each answer with its bytes as they came, its address, the
// moment and who answered, each packed on its own, so that archives can be joined and read piece by piece.
internal import CZlib
internal import Foundation
internal import RecoupeText

/// Makes the records of a web archive.
package struct WebArchiveWriter {
    /// The field of a record that says that its address was asked for by name: such an answer is a report whatever its type.
    package static let askedField = "Recoupe-Asked"

    private let software: String
    private let agent: String

    package init(version: String) {
        software = "recoupe \(version)"
        agent = "\(Fetcher.product)/\(version)"
    }

    /// The record at the head of an archive. `moment` is ISO 8601.
    package func info(at moment: String) -> [UInt8] {
        let fields = "software: \(software)\r\nformat: WARC File Format 1.1\r\nrobots: obeyed\r\nhttp-header-user-agent: \(agent)\r\n"
        return record("warcinfo", at: moment, ["Content-Type: application/warc-fields"], Array(fields.utf8))
    }

    /// The record of an answer.
    package func response(_ answer: Answer, at moment: String) -> [UInt8] {
        var fields = ["WARC-Target-URI: \(answer.address.text)"]
        if let peer = answer.peer { fields.append("WARC-IP-Address: \(peer)") }
        if answer.isPage { fields.append("\(Self.askedField): yes") }
        fields.append("Content-Type: application/http;msgtype=response")
        return record("response", at: moment, fields, answer.head + answer.body)
    }

    private func record(_ type: String, at moment: String, _ fields: [String], _ block: [UInt8]) -> [UInt8] {
        let digest = sha256(block)
        let id = Self.identifier(sha256("\(type) \(moment) \(fields.joined(separator: " ")) \(digest)"))
        let head =
            ["WARC/1.1", "WARC-Type: \(type)", "WARC-Record-ID: <urn:uuid:\(id)>", "WARC-Date: \(moment)"] + fields
            + ["WARC-Block-Digest: sha256:\(digest)", "Content-Length: \(block.count)", "", ""]
        return Self.gzipped(Array(head.joined(separator: "\r\n").utf8) + block + [0x0D, 0x0A, 0x0D, 0x0A])
    }

    /// A UUID of the name-based kind with its own digest (RFC 9562, version 8).
    private static func identifier(_ digest: String) -> String {
        let digits = Array(digest.prefix(32))
        func group(_ range: Range<Int>) -> String { String(digits[range]) }
        return "\(group(0..<8))-\(group(8..<12))-8\(group(13..<16))-a\(group(17..<20))-\(group(20..<32))"
    }

    /// One gzip member (RFC 1952).
    private static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
        var state = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&state, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else { return bytes }
        defer { deflateEnd(&state) }
        var input = bytes
        let room = Int(deflateBound(&state, UInt(bytes.count)))
        return [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            input.withUnsafeMutableBufferPointer { source in
                state.next_in = source.baseAddress
                state.avail_in = UInt32(source.count)
                state.next_out = buffer.baseAddress
                state.avail_out = UInt32(buffer.count)
                _ = deflate(&state, Z_FINISH)
            }
            count = buffer.count - Int(state.avail_out)
        }
    }
}
