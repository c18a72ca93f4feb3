// UTF-16: by its byte order mark, or by every other byte being zero.

/// Finds and decodes UTF-16.
enum WideText {
    case little, big

    static func order(of bytes: [UInt8]) -> WideText? {
        if bytes.starts(with: [0xFF, 0xFE]) { return .little }
        if bytes.starts(with: [0xFE, 0xFF]) { return .big }
        let head = bytes.prefix(1024)
        guard head.count >= 16 else { return nil }
        let pairs = head.count / 2
        let even = (0..<pairs).count { head[2 * $0] == 0 }
        let odd = (0..<pairs).count { head[2 * $0 + 1] == 0 }
        if odd * 10 > pairs * 7, even * 20 < pairs { return .little }
        return even * 10 > pairs * 7 && odd * 20 < pairs ? .big : nil
    }

    static func decode(_ bytes: [UInt8], _ order: WideText) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(order == .little ? first | second << 8 : first << 8 | second)
        }
        return String(decoding: units, as: UTF16.self)
    }
}
