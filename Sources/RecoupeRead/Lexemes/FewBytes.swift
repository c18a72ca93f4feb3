// One to seven bytes of a text come in as one number of 64 bits; the same in small letters goes out as a word table knows it. Every byte is
// looked at in the same few steps (bits inside a word; H. S. Warren, Hacker's Delight, ch. 6).
internal import RecoupeLanguage

/// A short word of ASCII, folded.
struct FewBytes {
    /// Its bytes from the lowest on, their count on top.
    let key: UInt64
    let hasHyphen: Bool

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// Nothing where a byte is not ASCII. Eight bytes from the start on must be there.
    @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) {
        let all = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: start, as: UInt64.self).littleEndian
        var word = all & (1 << UInt64(8 * count) - 1)
        guard word & Self.tops == 0 else { return nil }
        // The top bit of a byte is set where it is at least `A`, and where it is above `Z`.
        let (fromA, aboveZ) = (word &+ Self.ones &* (0x80 - 0x41), word &+ Self.ones &* (0x7F - 0x5A))
        word |= ((fromA ^ aboveZ) & Self.tops) >> 2
        let other = word ^ (Self.ones &* 0x2D)
        hasHyphen = (other &- Self.ones) & ~other & Self.tops != 0
        key = word | UInt64(count) << 56
    }
}
