// Signs of a text counted in one pass over its bytes.

/// Counts of a block's text.
struct TextSigns {
    private(set) var scalars = 0
    private(set) var commas = 0
    private(set) var upper = 0
    private(set) var digits = 0
    /// The last byte, and whether the first letter is a small one.
    private(set) var last: UInt8 = 0
    private(set) var startsLower = false

    init(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            for byte in bytes where byte & 0xC0 != 0x80 {
                scalars += 1
                switch byte {
                case 0x2C: commas += 1
                case 0x41...0x5A: upper += 1
                case 0x30...0x39: digits += 1
                default: break
                }
            }
            last = bytes.last ?? 0
            startsLower = bytes.first.map { (0x61...0x7A).contains($0) } ?? false
        }
    }
}
