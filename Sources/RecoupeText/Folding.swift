// Words compared without case, accents and typography: `État` is `etat`, `l’Œuvre` is `l'oeuvre`, a narrow blank is a blank.
// Folding works scalar by scalar and needs no table of a language; Unicode decomposition comes from the scalar's own properties.
import Foundation

/// Lower case, no diacritics, œ and æ apart, straight apostrophes and hyphens, ordinary blanks.
public func folded(_ text: String) -> String {
    (text.utf8.withContiguousStorageIfAvailable { foldedASCII($0) ?? LatinFolding.folded($0) } ?? nil) ?? folded(Substring(text))
}

/// The same of any text.
public func folded(_ text: some StringProtocol) -> String {
    if let plain = text.utf8.withContiguousStorageIfAvailable({ foldedASCII($0) }) ?? nil { return plain }
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
        return String(decoding: text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
    if let latin = LatinFolding.folded(text) { return latin }
    var out = String.UnicodeScalarView()
    for scalar in String(text).decomposedStringWithCanonicalMapping.unicodeScalars { fold(scalar, into: &out) }
    return String(out)
}

/// The same for bytes that are all ASCII, else nothing.
private func foldedASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    for byte in bytes where byte >= 0x80 { return nil }
    return lowered(bytes)
}

/// ASCII with small letters.
private func lowered(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { lower in
        for place in bytes.indices {
            let byte = bytes[place]
            lower[place] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        }
        return bytes.count
    }
}

/// Folding of texts whose letters are all Latin and whole (no combining marks), by a table made from the general rule.
enum LatinFolding {
    static let bound: UInt32 = 0x180
    private static let punctuation: Range<UInt32> = 0x2000..<0x2060

    /// The folded form of each scalar below the bound.
    static let table: [[UInt8]] = (0..<bound).map { folded($0) }

    /// The same, then those of general punctuation: the bytes from the lowest on, their number on top.
    private static let packed: [UInt32] = (Array(0..<bound) + Array(punctuation)).map { value in
        let bytes = folded(value)
        return bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) } | UInt32(bytes.count) << 24
    }

    private static func folded(_ value: UInt32) -> [UInt8] {
        guard let scalar = Unicode.Scalar(value) else { return [] }
        var out = String.UnicodeScalarView()
        for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars { fold(part, into: &out) }
        return Array(String(out).utf8)
    }

    /// Nothing where a scalar is neither below the bound nor punctuation of the general block.
    static func folded(_ text: some StringProtocol) -> String? {
        text.utf8.withContiguousStorageIfAvailable { folded($0) } ?? Array(text.utf8).withUnsafeBufferPointer { folded($0) }
    }

    static func folded(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var isLatin = true
        let text = String(unsafeUninitializedCapacity: bytes.count) { out in
            guard let count = write(bytes, into: out) else {
                isLatin = false
                return 0
            }
            return count
        }
        return isLatin ? text : nil
    }

    /// The number of bytes written, at most as many as were read; nothing where a scalar is not in the table.
    private static func write(_ bytes: UnsafeBufferPointer<UInt8>, into out: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        let table = packed
        var (place, count) = (0, 0)
        while place < bytes.count {
            let (index, width) = scalar(bytes, place)
            guard let index else { return nil }
            var bytes = table[index]
            for _ in 0..<bytes >> 24 {
                out[count] = UInt8(truncatingIfNeeded: bytes)
                bytes >>= 8
                count += 1
            }
            place += width
        }
        return count
    }

    /// Where in the table the scalar at a byte stands, and how many bytes it has.
    @inline(__always)
    private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> (index: Int?, width: Int) {
        let first = UInt32(bytes[place])
        if first < 0x80 { return (Int(first), 1) }
        if (0xC2...0xC5).contains(first), place + 1 < bytes.count {
            return (Int((first & 0x1F) << 6 | UInt32(bytes[place + 1]) & 0x3F), 2)
        }
        guard first == 0xE2, place + 2 < bytes.count else { return (nil, 1) }
        let value = (first & 0xF) << 12 | (UInt32(bytes[place + 1]) & 0x3F) << 6 | UInt32(bytes[place + 2]) & 0x3F
        return (punctuation.contains(value) ? Int(bound + value - punctuation.lowerBound) : nil, 3)
    }
}

private func fold(_ scalar: Unicode.Scalar, into out: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x41...0x5A: out.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
    case 0..<0x80: out.append(scalar)
    case 0x300...0x36F: break
    case 0x152, 0x153: out.append(contentsOf: "oe".unicodeScalars)
    case 0xC6, 0xE6: out.append(contentsOf: "ae".unicodeScalars)
    case 0xDF: out.append(contentsOf: "ss".unicodeScalars)
    case 0x2018, 0x2019, 0x2BC, 0x60, 0xB4: out.append("'")
    case 0x2010...0x2012: out.append("-")
    case 0xAD, 0x200B...0x200D, 0xFEFF: break
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: out.append(" ")
    default: out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
}
