// Names of elements and attributes as numbers, so that a page with thousands of tags compares and looks them up without a text for each.

/// The name of an element or attribute: its bytes as one number where they are eight at most, else a hash (64-bit FNV-1a) with the high
/// bit set, which no short ASCII name has. HTML's names are taken in lower case.
public struct MarkupName: Sendable, Hashable, ExpressibleByStringLiteral {
    public let key: UInt64

    @inlinable init(key: UInt64) { self.key = key }

    /// ASCII letters in lower case.
    @inlinable
    public init(_ name: UnsafeBufferPointer<UInt8>) {
        func lower(_ byte: UInt8) -> UInt64 { UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
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

    public init(_ name: String) {
        var name = name
        self = name.withUTF8 { MarkupName($0) }
    }

    public init(stringLiteral name: String) { self.init(name) }

    /// What a node of text has in place of a name.
    public static var text: MarkupName { MarkupName(key: 0) }

    /// A name of two bytes such as `h1`: the second as a digit, where the first is the letter; else 0.
    @inlinable
    public func level(after letter: UInt8) -> Int {
        guard key >> 8 == UInt64(letter), (0x31...0x39).contains(key & 0xFF) else { return 0 }
        return Int(key & 0xFF) - 0x30
    }
}

/// A few names, looked up by their numbers.
public struct MarkupNames: Sendable {
    private var slots: [UInt64]
    private let shift: UInt64

    public init(_ names: [String]) {
        var bits: UInt64 = 5
        while 1 << bits < names.count * 4 { bits += 1 }
        shift = 64 - bits
        slots = [UInt64](repeating: 0, count: 1 << bits)
        for name in names where !contains(MarkupName(name)) { slots[place(MarkupName(name).key)] = MarkupName(name).key }
    }

    public func contains(_ name: MarkupName) -> Bool { slots[place(name.key)] == name.key && name.key != 0 }

    /// Where a name stands or would stand.
    private func place(_ key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> shift)
        while slots[place] != 0, slots[place] != key { place = (place + 1) & (slots.count - 1) }
        return place
    }
}
