// How far some bytes are UTF-8: how many characters of several bytes are well formed, and how many bytes belong to none.

/// Counts whole multi-byte characters and stray bytes (RFC 3629).
struct UTF8Survey {
    private(set) var whole = 0
    private(set) var stray = 0

    init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let length = Self.length(at: index, in: bytes)
            if length > 1 { whole += 1 }
            if length == 0 { stray += 1 }
            index += max(1, length)
        }
    }

    /// The text, stray bytes read as windows-1252.
    func decode(_ bytes: ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + stray * 2)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let length = Self.length(at: index, in: bytes)
            if length == 0 {
                out += Array(String(SingleByte.scalar(bytes[index])).utf8)
            } else {
                out += bytes[index..<(index + length)]
            }
            index += max(1, length)
        }
        return String(decoding: out, as: UTF8.self)
    }

    static func length(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { length(at: index - bytes.startIndex, in: $0) }
    }

    /// How many bytes the character here has; 0 where there is none.
    static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let first = bytes[index]
        let length: Int
        switch first {
        case 0..<0x80: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return 0
        }
        guard index + length <= bytes.count else { return 0 }
        for other in (index + 1)..<(index + length) where bytes[other] & 0xC0 != 0x80 { return 0 }
        let second = bytes[index + 1]
        let overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90)
        let outside = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F)
        return overlong || outside ? 0 : length
    }
}
