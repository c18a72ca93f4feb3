// Bytes in, scalars with their class out: the smallest step of reading. UTF-8 is decoded in place (RFC 3629); a byte that is no part
// of a scalar stands alone as a symbol, so that no input can stop the scanner. Classes come from Unicode's properties, tabulated once.

/// What a scalar is to the tokeniser.
enum ScalarClass: UInt8 {
    case newline, blank, lower, upper, letter, mark, digit, apostrophe, hyphen, period, terminal, ellipsis, opener, closer, quote, other

    var isLetter: Bool { rawValue >= Self.lower.rawValue && rawValue <= Self.mark.rawValue }
    var isWord: Bool { rawValue >= Self.lower.rawValue && rawValue <= Self.digit.rawValue }
    var isBlank: Bool { rawValue <= Self.blank.rawValue }
}

/// A scalar in a text.
struct Scalar {
    var value: UInt32
    /// Bytes that it takes, at least 1.
    var length: Int
    var kind: ScalarClass
}

/// The bytes of a text with the reading of single scalars.
struct ScalarText {
    let bytes: UnsafeBufferPointer<UInt8>

    /// The scalar at a byte; at the text's end a newline of length 1.
    func scalar(at index: Int) -> Scalar {
        guard index < bytes.count else { return Scalar(value: 0x0A, length: 1, kind: .newline) }
        let first = bytes[index]
        if first < 0x80 { return Scalar(value: UInt32(first), length: 1, kind: Self.table[Int(first)]) }
        let (value, length) = decode(first, at: index)
        return Scalar(value: value, length: length, kind: Self.kind(of: value))
    }

    /// The class of the scalar at a byte.
    func kind(at index: Int) -> ScalarClass { scalar(at: index).kind }

    /// The scalar that ends before a byte; at the text's start a newline.
    func scalar(before index: Int) -> Scalar {
        guard index > 0 else { return Scalar(value: 0x0A, length: 1, kind: .newline) }
        var start = index - 1
        while start > 0, index - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        let found = scalar(at: start)
        return start + found.length == index ? found : Scalar(value: 0xFFFD, length: 1, kind: .other)
    }

    private func decode(_ first: UInt8, at index: Int) -> (UInt32, Int) {
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first < 0xF5, index + length <= bytes.count else { return (0xFFFD, 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let next = bytes[index + offset]
            guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        let least: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
        guard value >= least, Unicode.Scalar(value) != nil else { return (0xFFFD, 1) }
        return (value, length)
    }

    private static let table: [ScalarClass] = (0..<0x2400).map { classify(UInt32($0)) }

    private static func kind(of value: UInt32) -> ScalarClass {
        value < UInt32(table.count) ? table[Int(value)] : classify(value)
    }

    private static func classify(_ value: UInt32) -> ScalarClass {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: .newline
        case 0x00...0x20, 0x7F, 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: .blank
        case 0x27, 0x2019, 0x2BC: .apostrophe
        case 0x2D, 0x2010, 0x2011: .hyphen
        case 0x2E: .period
        case 0x21, 0x3F, 0x203C, 0x2047...0x2049: .terminal
        case 0x2026: .ellipsis
        case 0x28, 0x5B, 0x7B, 0xAB, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: .opener
        case 0x29, 0x5D, 0x7D, 0xBB, 0x201D, 0x203A: .closer
        case 0x22: .quote
        case 0xAD, 0x200C, 0x200D, 0x2060, 0xB0, 0xBA, 0xAA: .mark
        case 0x30...0x39: .digit
        default: Unicode.Scalar(value).map(classify) ?? .other
        }
    }

    private static func classify(_ scalar: Unicode.Scalar) -> ScalarClass {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .upper
        case .lowercaseLetter: return .lower
        case .otherLetter, .modifierLetter, .letterNumber, .otherNumber: return .letter
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        case .decimalNumber: return .digit
        default: return .other
        }
    }
}
