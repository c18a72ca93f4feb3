// Runs of bytes that need no look, sixteen at a time: most of a page is printable ASCII, and passes over a whole text stop only at the rest.

/// Ends of runs in bytes.
enum ByteRun {
    private typealias Lanes = SIMD16<UInt8>

    /// Where the first byte at or after a place stands that is no printable ASCII, line feed or tab.
    static func plain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 16 <= raw.count {
            let lanes = raw.loadUnaligned(fromByteOffset: index, as: Lanes.self)
            let blank = (lanes .== Lanes(repeating: 0x0A)) .| (lanes .== Lanes(repeating: 0x09))
            // From the blank to the tilde.
            let sign = (lanes &- Lanes(repeating: 0x20)) .< Lanes(repeating: 0x5F)
            guard all(blank .| sign) else { break }
            index += 16
        }
        while index < bytes.count {
            let byte = bytes[index]
            guard byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 else { break }
            index += 1
        }
        return index
    }

    /// Where the first byte at or after a place stands that is no ASCII.
    static func ascii(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 8 <= raw.count, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { index += 8 }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }
}
