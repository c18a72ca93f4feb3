// Words compared without case, accents and typography: `État` is `etat`, `l’Œuvre` is `l'oeuvre`, a narrow blank is a blank.
// Folding works scalar by scalar and needs no table of a language; Unicode decomposition comes from the scalar's own properties.
import Foundation

/// Lower case, no diacritics, œ and æ apart, straight apostrophes and hyphens, ordinary blanks.
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

    /// The folded form of each scalar below the bound.
    static let table: [[UInt8]] = (0..<bound).map { value in
        guard let scalar = Unicode.Scalar(value) else { return [] }
        var out = String.UnicodeScalarView()
        for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars { fold(part, into: &out) }
        return Array(String(out).utf8)
    }

    /// Nothing where a scalar is neither below the bound nor punctuation of the general block.
    static func folded(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.value < bound {
                bytes += table[Int(scalar.value)]
            } else if (0x2000...0x205F).contains(scalar.value) {
                var out = String.UnicodeScalarView()
                fold(scalar, into: &out)
                bytes += Array(String(out).utf8)
            } else {
                return nil
            }
        }
        return String(decoding: bytes, as: UTF8.self)
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
