// Inside a stage a place is a UTF-8 byte; in the model it is a Unicode code point. This is the one bridge between them.

/// Turns UTF-8 byte offsets of one text into code point offsets and back.
public struct OffsetMap: Sendable {
    /// Code points before every 64th byte.
    private let checkpoints: [Int32]
    private let bytes: [UInt8]
    private static let stride = 64

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var checkpoints: [Int32] = []
        checkpoints.reserveCapacity(bytes.count / Self.stride + 1)
        var count: Int32 = 0
        for (index, byte) in bytes.enumerated() {
            if index % Self.stride == 0 { checkpoints.append(count) }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        if checkpoints.isEmpty { checkpoints.append(0) }
        self.checkpoints = checkpoints
    }

    /// How many code points stand before this byte; the byte may be the text's end.
    public func codePoint(atByte byte: Int) -> Int {
        let block = min(byte / Self.stride, checkpoints.count - 1)
        var count = Int(checkpoints[block])
        for index in (block * Self.stride)..<byte where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// Where this code point starts; the text's end for the offset just past the last one.
    public func byte(atCodePoint codePoint: Int) -> Int {
        var low = 0
        var high = checkpoints.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(checkpoints[middle]) <= codePoint { low = middle } else { high = middle - 1 }
        }
        var count = Int(checkpoints[low])
        var index = low * Self.stride
        while index < bytes.count {
            if bytes[index] & 0xC0 != 0x80 {
                if count == codePoint { return index }
                count += 1
            }
            index += 1
        }
        return bytes.count
    }
}
