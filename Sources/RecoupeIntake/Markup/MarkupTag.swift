// One tag as bytes: its name and where it ends, quoted attribute values passed over.

/// A start or end tag.
struct MarkupTag {
    /// Lower case.
    let name: String
    let isEnd: Bool
    let isSelfClosing: Bool
    let start: Int
    /// Just past the `>`.
    let end: Int

    /// Nothing where the bytes at a `<` are no tag.
    init?(_ bytes: [UInt8], at start: Int) {
        var index = start + 1
        isEnd = index < bytes.count && bytes[index] == 0x2F
        if isEnd { index += 1 }
        guard index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20) else { return nil }
        let nameEnd = bytes[index...].firstIndex { $0 <= 0x20 || $0 == 0x2F || $0 == 0x3E || $0 == 0x3C } ?? bytes.count
        name = String(decoding: bytes[index..<min(nameEnd, index + 32)].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        guard let close = Self.close(bytes, from: nameEnd) ?? bytes[nameEnd...].firstIndex(of: 0x3E) else { return nil }
        self.start = start
        end = close + 1
        isSelfClosing = bytes[close - 1] == 0x2F
    }

    /// The `>` that ends the tag, outside quoted values; nothing where a quotation never ends.
    private static func close(_ bytes: [UInt8], from start: Int) -> Int? {
        var quote: UInt8 = 0
        var afterEquals = false
        for index in start..<bytes.count {
            let byte = bytes[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x3E {
                return index
            } else if afterEquals, byte == 0x22 || byte == 0x27 {
                quote = byte
            }
            if byte > 0x20 { afterEquals = byte == 0x3D && quote == 0 }
        }
        return nil
    }

    /// The attributes as they stand, lower case.
    func attributes(_ bytes: [UInt8]) -> String { String(decoding: bytes[start..<min(end, start + 512)], as: UTF8.self).lowercased() }
}
