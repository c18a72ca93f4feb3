// One pass over bytes that tells whether they are UTF-8 and what repair the text may need, so that a text without faults, as nearly all
// are, is not touched.

/// What a text may need.
struct TextSurvey {
    /// Characters whose windows-1252 bytes may be UTF-8: a letter such as `Ã` and what may follow it.
    private(set) var mayBeDoubled = false
    /// Control characters, returns, separators of lines, byte order marks.
    private(set) var hasControls = false
    /// Letters that may not be in normal form C.
    private(set) var mayBeDecomposed = false
    /// Replacement characters.
    private(set) var lost = 0
    /// Whether all is UTF-8 (RFC 3629); what else is said holds only then.
    private(set) var isValid = true

    init(_ bytes: [UInt8]) { self = bytes.withUnsafeBufferPointer { TextSurvey($0) } }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = ByteRun.plain(bytes, from: 0)
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                hasControls = true
                index += 1
            } else {
                let length = UTF8Survey.length(at: index, in: bytes)
                if length == 0 { isValid = false }
                index += length == 0 ? 1 : take(byte, bytes, index)
            }
            // Where controls are known of, no ASCII tells anything more.
            index = hasControls ? ByteRun.ascii(bytes, from: index) : ByteRun.plain(bytes, from: index)
        }
    }

    /// Looks at the character of several bytes that begins here; how many bytes it has.
    private mutating func take(_ lead: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        func next(_ offset: Int) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }
        switch lead {
        case 0xC2:
            if next(1) < 0xA0 { hasControls = true }
            return 2
        case 0xC3:
            // U+00C2 to U+00F4, and as many after it as such a first byte asks for.
            let second = next(1)
            if (0x82...0xB4).contains(second), isContinuation(next(2), next(3), next(4)),
                second < 0xA0 || isContinuation(bytes, after: index + 2)
            {
                mayBeDoubled = true
            }
            return 2
        case 0xC4...0xDF:
            if isSuspect(lead, next(1)) { mayBeDecomposed = true }
            return 2
        case 0xE0...0xEF:
            let (second, third) = (next(1), next(2))
            if lead == 0xE2, second == 0x80, third == 0xA8 || third == 0xA9 { hasControls = true }
            if lead == 0xEF, second == 0xBB, third == 0xBF { hasControls = true }
            if lead == 0xEF, second == 0xBF, third == 0xBD { lost += 1 }
            if isSuspect(lead, second, third) { mayBeDecomposed = true }
            return 3
        default:
            if [0x90, 0x91, 0x96, 0x9D, 0x9E, 0xAF].contains(next(1)) { mayBeDecomposed = true }
            return 4
        }
    }

    /// Characters of two bytes that may combine with others or have another form: combining marks, the Greek signs that stand for
    /// others, Hebrew and Arabic points, Syriac, NKo.
    private func isSuspect(_ lead: UInt8, _ second: UInt8) -> Bool {
        switch lead {
        case 0xCC, 0xCD, 0xD6...0xDF: true
        case 0xCE: second == 0x87
        case 0xD2: second >= 0x83 && second <= 0x89
        default: false
        }
    }

    /// The same for three bytes: Indic letters and old Hangul, the wide blanks, marks above symbols, Kelvin, Ohm and Angstrom, the
    /// brackets of mathematics, voiced kana in two parts, compatibility forms (NFC_Quick_Check of Unicode, a little wider).
    private func isSuspect(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch lead {
        case 0xE0: true
        case 0xE1: second < 0xB8 || second > 0xBB
        case 0xE2:
            second == 0x80 && third < 0x82 || second == 0x83 || second == 0x84 && third > 0xA5
                || [0x8C, 0xAB, 0xB3, 0xB5, 0xB7].contains(second)
        case 0xE3: second == 0x82 && (third == 0x99 || third == 0x9A) || second == 0x80 && third >= 0xAA && third <= 0xAF
        case 0xEA: second < 0xB0
        case 0xEF: second >= 0xA4 && second <= 0xAD || second == 0xB8 && third >= 0xA0
        default: false
        }
    }

    /// Whether the character whose bytes these are is a continuation byte in windows-1252.
    private func isContinuation(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        switch first {
        case 0xC2: second >= 0x80
        case 0xC5, 0xC6, 0xCB: true
        case 0xE2: second == 0x80 || second == 0x82 || second == 0x84
        default: false
        }
    }

    /// Whether the second character after a place is one too.
    private func isContinuation(_ bytes: UnsafeBufferPointer<UInt8>, after place: Int) -> Bool {
        guard place < bytes.count else { return false }
        let start = place + (bytes[place] >= 0xE0 ? 3 : 2)
        func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }
        return isContinuation(at(start), at(start + 1), at(start + 2))
    }
}
