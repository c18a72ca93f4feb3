// Runs of bytes that need no look, 32 at a time: most of a page is printable ASCII, and passes over a whole text stop only at the rest.
// Words are read as on machines whose first byte is the lowest. Bytes of a word are compared all at once by sums that carry into their highest
// bit (Warren, Hacker's Delight, 6-1).

/// Ends of runs in bytes.
enum ByteRun {
    private typealias Words = SIMD4<UInt64>

    /// Words of bytes that are all the same.
    @inline(__always)
    private static func each(_ byte: UInt64) -> Words { Words(repeating: byte &* 0x0101_0101_0101_0101) }

    private static let highest: UInt64 = 0x8080_8080_8080_8080

    /// How many bytes stand before the first whose highest bit is not set; 32 where it is set in all.
    @inline(__always)
    private static func run(_ words: Words) -> Int {
        let half = words.lowHalf & words.highHalf
        if half[0] & half[1] & highest == highest { return 32 }
        for lane in 0..<4 {
            let other = ~words[lane] & highest
            if other != 0 { return lane * 8 + other.trailingZeroBitCount / 8 }
        }
        return 32
    }

    /// Sets the highest bit of printable ASCII, line feeds and tabs, and takes that of others away. A byte that is no ASCII may spoil those
    /// after it.
    @inline(__always)
    private static func plain(_ words: Words) -> Words {
        // The highest bit of a byte's sum is set where the byte is at least 0x80 less the summand.
        let printable = (words &+ each(0x60)) & ~(words &+ each(0x01))
        let blank = (words &+ each(0x77)) & ~(words &+ each(0x75))
        return (printable | blank) & ~words
    }

    /// Where the first byte at or after a place stands that is no printable ASCII, line feed or tab.
    static func plain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(bytes)
        var index = start
        while index + 32 <= raw.count {
            let run = run(plain(raw.loadUnaligned(fromByteOffset: index, as: Words.self)))
            index += run
            if run < 32 { return index }
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
        while index + 32 <= raw.count {
            let run = run(~raw.loadUnaligned(fromByteOffset: index, as: Words.self))
            index += run
            if run < 32 { return index }
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }
}
