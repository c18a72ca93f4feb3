// Gzip in (RFC 1952, several members one after another as web archives have them), its bytes out, through zlib: up to the very place
// where a file is cut off, all that came before it is given.
internal import CZlib

/// Unpacks gzip.
final class Inflater {
    private let stream: ByteStream
    private let path: String
    private let budget: Budget
    private var state: UnsafeMutablePointer<z_stream>
    private var isInside = false
    private var failure: IntakeError?

    private static let inputBytes = 1 << 16
    private static let outputBytes = 1 << 18
    /// The largest window; with 32 more zlib tells the heads of gzip and zlib apart, negative it expects none.
    private static let window: Int32 = 15

    /// `bare` is for deflate without gzip's or zlib's head around it (RFC 1951).
    init(_ stream: ByteStream, path: String, budget: Budget, bare: Bool = false) throws(IntakeError) {
        (self.stream, self.path, self.budget) = (stream, path, budget)
        state = .allocate(capacity: 1)
        state.initialize(to: z_stream())
        guard inflateInit2_(state, bare ? -Self.window : Self.window + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .unpacked(path, "there is no memory for it")
        }
    }

    deinit {
        inflateEnd(state)
        state.deallocate()
    }

    /// The unpacked bytes as a stream.
    var output: ByteStream { ByteStream { () throws(IntakeError) -> [UInt8] in try self.piece() } }

    /// The next unpacked bytes, empty at the end.
    private func piece() throws(IntakeError) -> [UInt8] {
        if let failure { throw failure }
        var out: [UInt8] = []
        while out.count < Self.outputBytes / 2, failure == nil {
            let window = stream.peek(Self.inputBytes)
            if window.isEmpty {
                if isInside { failure = stream.failure ?? .unpacked(path, "it is cut off") }
                break
            }
            // What stands after the last member, such as zeros up to a block's end, is no part of it.
            if !isInside, !window.starts(with: [0x1F, 0x8B]) && stream.position > 0 { break }
            out += step(window)
        }
        try budget.charge(out.count)
        if out.isEmpty, let failure { throw failure }
        return out
    }

    private func step(_ window: ArraySlice<UInt8>) -> [UInt8] {
        var input = Array(window)
        var status = Z_OK
        var used = 0
        let space = Self.outputBytes
        let out = [UInt8](unsafeUninitializedCapacity: space) { buffer, count in
            input.withUnsafeMutableBufferPointer { source in
                state.pointee.next_in = source.baseAddress
                state.pointee.avail_in = UInt32(source.count)
                state.pointee.next_out = buffer.baseAddress
                state.pointee.avail_out = UInt32(space)
                status = inflate(state, Z_NO_FLUSH)
                used = source.count - Int(state.pointee.avail_in)
            }
            count = space - Int(state.pointee.avail_out)
        }
        _ = stream.skip(used)
        isInside = status != Z_STREAM_END
        if status == Z_STREAM_END {
            inflateReset(state)
        } else if status != Z_OK && status != Z_BUF_ERROR || used == 0 && out.isEmpty {
            failure = .unpacked(path, state.pointee.msg.map { String(cString: $0) } ?? "")
        }
        return out
    }
}
