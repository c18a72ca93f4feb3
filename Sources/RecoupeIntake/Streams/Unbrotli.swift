// Brotli in (RFC 7932), its bytes out piece by piece through libbrotli. It has no mark of its own: only what an HTTP head names so is
// brotli.
internal import CBrotli

/// Unpacks brotli.
final class Unbrotli {
    private let input: [UInt8]
    private let path: String
    private let budget: Budget
    private let state: OpaquePointer
    private var used = 0
    private var isDone = false

    private static let outputBytes = 1 << 18

    init(_ input: [UInt8], path: String, budget: Budget) throws(IntakeError) {
        (self.input, self.path, self.budget) = (input, path, budget)
        guard let state = BrotliDecoderCreateInstance(nil, nil, nil) else { throw .unpacked(path, "there is no memory for it") }
        self.state = state
    }

    deinit { BrotliDecoderDestroyInstance(state) }

    /// The unpacked bytes as a stream.
    var output: ByteStream { ByteStream { () throws(IntakeError) -> [UInt8] in try self.piece() } }

    /// The next unpacked bytes, empty at the end.
    private func piece() throws(IntakeError) -> [UInt8] {
        guard !isDone else { return [] }
        var result = BROTLI_DECODER_RESULT_ERROR
        let out = [UInt8](unsafeUninitializedCapacity: Self.outputBytes) { buffer, count in
            input.withUnsafeBufferPointer { source in
                var left = source.count - used
                var next = source.baseAddress.map { $0 + used }
                var room = buffer.count
                var place = buffer.baseAddress
                result = BrotliDecoderDecompressStream(state, &left, &next, &room, &place, nil)
                used = source.count - left
                count = buffer.count - room
            }
        }
        try budget.charge(out.count)
        if result == BROTLI_DECODER_RESULT_SUCCESS { isDone = true }
        guard out.isEmpty, !isDone else { return out }
        throw .unpacked(path, result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT ? "it is cut off" : "it is no whole brotli")
    }
}
