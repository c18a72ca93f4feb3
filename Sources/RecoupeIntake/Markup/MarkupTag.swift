// One tag as bytes: its name and where it ends, quoted attribute values passed over.
internal import Foundation

/// A start or end tag.
struct MarkupTag {
    /// Lower case.
    let name: TagName
    let isEnd: Bool
    let isSelfClosing: Bool
    let start: Int
    /// Where the name begins, and just past it.
    let nameStart: Int
    let nameEnd: Int
    /// Just past the `>`.
    let end: Int

    /// Nothing where the bytes at a `<` are no tag.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        var index = start + 1
        isEnd = index < bytes.count && bytes[index] == 0x2F
        if isEnd { index += 1 }
        guard index < bytes.count, (0x61...0x7A).contains(bytes[index] | 0x20) else { return nil }
        var nameEnd = index
        while nameEnd < bytes.count, !Self.endsName(bytes[nameEnd]) { nameEnd += 1 }
        name = TagName(bytes[index..<min(nameEnd, index + 32)])
        guard let close = Self.close(bytes, from: nameEnd) ?? Self.next(0x3E, bytes, from: nameEnd) else { return nil }
        self.start = start
        self.nameStart = index
        self.nameEnd = nameEnd
        end = close + 1
        isSelfClosing = bytes[close - 1] == 0x2F
    }

    private static func endsName(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x2F || byte == 0x3E || byte == 0x3C }

    /// The `>` that ends the tag, outside quoted values; nothing where a quotation never ends.
    private static func close(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        var afterEquals = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x3E { return index }
            if afterEquals, byte == 0x22 || byte == 0x27 {
                guard let end = next(byte, bytes, from: index + 1) else { return nil }
                index = end
                afterEquals = false
            } else if byte > 0x20 {
                afterEquals = byte == 0x3D
            }
            index += 1
        }
        return nil
    }

    /// Where a byte stands next.
    static func next(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, start < bytes.count, let found = memchr(base + start, Int32(byte), bytes.count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Whether a word in small letters stands among the attributes, in any case.
    func holds(_ word: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let lower = bytes[start..<min(end, start + 512)].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return lower.withUnsafeBytes { ByteSearch.first(word, in: $0) } != nil
    }
}

/// The name of a tag as a number: its bytes where they are eight at most, else a hash (64-bit FNV-1a) with the high bit set, which no
/// short ASCII name has.
struct TagName: Hashable {
    let key: UInt64

    init(_ name: Slice<UnsafeBufferPointer<UInt8>>) { self.init(UnsafeBufferPointer(rebasing: name)) }

    init(_ name: UnsafeBufferPointer<UInt8>) {
        func lower(_ byte: UInt8) -> UInt64 { UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        var packed: UInt64 = 0
        guard name.count > 8 else {
            for byte in name { packed = packed << 8 | lower(byte) }
            key = packed
            return
        }
        packed = 0xcbf2_9ce4_8422_2325
        for byte in name { packed = (packed ^ lower(byte)) &* 0x100_0000_01b3 }
        key = packed | 1 << 63
    }

    init(_ name: String) {
        var name = name
        self = name.withUTF8 { TagName($0) }
    }
}

/// A few names, looked up by their numbers.
struct TagNames: Sendable {
    private var slots: [UInt64]
    private let shift: UInt64

    init(_ names: [String]) {
        var bits: UInt64 = 5
        while 1 << bits < names.count * 4 { bits += 1 }
        shift = 64 - bits
        slots = [UInt64](repeating: 0, count: 1 << bits)
        for name in names where !contains(TagName(name)) { slots[place(TagName(name).key)] = TagName(name).key }
    }

    func contains(_ name: TagName) -> Bool { slots[place(name.key)] == name.key }

    /// Where a name stands or would stand.
    private func place(_ key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> shift)
        while slots[place] != 0, slots[place] != key { place = (place + 1) & (slots.count - 1) }
        return place
    }
}
