// Bytes of a charset that pages name and Recoupe keeps no table of in, text out, through the C library's iconv. A byte that stands for
// nothing there becomes U+FFFD, which the text then carries as lost.
internal import Foundation

/// Decodes charsets of other scripts.
enum ForeignText {
    /// The text, or nothing where the C library does not know the charset.
    static func decode(_ bytes: ArraySlice<UInt8>, _ charset: String) -> String? {
        guard let converter = iconv_open("UTF-8", charset), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var out: [UInt8] = []
        out.reserveCapacity(input.count * 2)
        input.withUnsafeMutableBufferPointer { source in
            var next = source.baseAddress
            var left = source.count
            while left > 0 {
                let before = left
                let trouble = step(converter, &next, &left, &out)
                if trouble == E2BIG || trouble == 0 && left < before { continue }
                out += [0xEF, 0xBF, 0xBD]
                next = next.map { $0 + 1 }
                left -= 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Converts as far as a piece of output goes; the error that stopped it, or 0.
    private static func step(
        _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, _ out: inout [UInt8]
    ) -> Int32 {
        var trouble: Int32 = 0
        out += [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
            buffer.withMemoryRebound(to: CChar.self) { space in
                var place = space.baseAddress
                var room = space.count
                if iconv(converter, &next, &left, &place, &room) == -1 { trouble = errno }
                count = space.count - room
            }
        }
        return trouble
    }
}
