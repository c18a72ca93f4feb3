// Character references of HTML (`&eacute;`, `&#233;`, `&#xE9;`) in, their characters out. The names are HTML 4's, from libxml2's table;
// what is no reference stays as it is. The numbers from 128 to 159 mean windows-1252, as the HTML standard has it.
internal import CLibxml2
internal import Foundation

/// Resolves character references.
enum CharacterReferences {
    private static let longest = 10

    /// Adds bytes with their references resolved.
    static func resolve(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
        var done = 0
        while done < bytes.count, let sign = MarkupTag.next(0x26, bytes, from: done) {
            out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done..<sign]))
            if let (scalar, end) = reference(bytes, from: sign + 1) {
                out.append(contentsOf: UTF8.encode(scalar) ?? .init())
                done = end
            } else {
                out.append(0x26)
                done = sign + 1
            }
        }
        out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[done...]))
    }

    /// What stands for after an `&`, and where it ends.
    private static func reference(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (Unicode.Scalar, Int)? {
        guard start < bytes.count else { return nil }
        if bytes[start] == 0x23 { return numeric(bytes, from: start + 1) }
        var end = start
        while end < bytes.count, end - start <= longest, isWord(bytes[end]) { end += 1 }
        guard end > start, end < bytes.count, bytes[end] == 0x3B, let value = named(bytes[start..<end]) else { return nil }
        return Unicode.Scalar(value).map { ($0, end + 1) }
    }

    private static func isWord(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) }

    /// The most frequent first.
    private static func named(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32? {
        for (known, value) in frequent where name.elementsEqual(known) { return value }
        let terminated = Array(name) + [0]
        return htmlEntityLookup(terminated).map { UInt32($0.pointee.value) }
    }

    private static let frequent: [([UInt8], UInt32)] = [
        ("amp", 0x26), ("nbsp", 0xA0), ("quot", 0x22), ("lt", 0x3C), ("gt", 0x3E), ("rsquo", 0x2019), ("eacute", 0xE9), ("apos", 0x27),
    ].map { (Array($0.0.utf8), $0.1) }

    /// Digits, and the semicolon that may stand after them.
    private static func numeric(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (Unicode.Scalar, Int)? {
        var index = start
        let isHexadecimal = index < bytes.count && bytes[index] | 0x20 == 0x78
        if isHexadecimal { index += 1 }
        let first = index
        var value: UInt32 = 0
        while index < bytes.count, let digit = digit(bytes[index], isHexadecimal) {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            index += 1
        }
        guard index > first else { return nil }
        if index < bytes.count, bytes[index] == 0x3B { index += 1 }
        if (0x80...0x9F).contains(value) { value = SingleByte.scalar(UInt8(value)).value }
        // Controls are no text.
        guard value >= 0x20 || value == 0x09 || value == 0x0A else { return (" ", index) }
        return Unicode.Scalar(value).map { ($0, index) }
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46 where isHexadecimal, 0x61...0x66 where isHexadecimal: UInt32((byte | 0x20) - 0x61 + 10)
        default: nil
        }
    }
}
