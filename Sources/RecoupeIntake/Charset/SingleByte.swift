// The charsets of one byte a character that old French and English pages are written in, as tables of their own.

/// windows-1252 and ISO 8859-15 (WHATWG Encoding Standard, index windows-1252 and index iso-8859-15).
enum SingleByte {
    case windows1252, latin9

    /// Bytes 0x80 to 0x9F in windows-1252.
    private static let upperControls: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90,
        0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]
    private static let latin9Changes: [UInt8: UInt32] = [
        0xA4: 0x20AC, 0xA6: 0x160, 0xA8: 0x161, 0xB4: 0x17D, 0xB8: 0x17E, 0xBC: 0x152, 0xBD: 0x153, 0xBE: 0x178,
    ]

    static func scalar(_ byte: UInt8, _ charset: SingleByte = .windows1252) -> Unicode.Scalar {
        var value = UInt32(byte)
        if (0x80...0x9F).contains(byte) { value = upperControls[Int(byte) - 0x80] }
        if charset == .latin9, let change = latin9Changes[byte] { value = change }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    static func decode(_ bytes: ArraySlice<UInt8>, _ charset: SingleByte) -> String {
        var out = String.UnicodeScalarView()
        for byte in bytes { out.append(scalar(byte, charset)) }
        return String(out)
    }

    /// The byte that windows-1252 writes for a scalar.
    static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        let value = scalar.value
        if value < 0x80 || (0xA0...0xFF).contains(value) { return UInt8(value) }
        return upperControls.firstIndex(of: value).map { UInt8($0 + 0x80) }
    }
}
