// Hashes in, small numbers out: an open-addressed table that lies in a model file as it is used (linear probing, 32-bit checks).
// A hash that is in no table answers with a wrong number in about one case of a hundred million.

/// A map from 64-bit hashes to 16-bit numbers.
package struct HashTable: Sendable {
    /// The upper halves of the hashes, 0 where a slot is empty.
    package let checks: [UInt32]
    package let values: [UInt16]
    private let mask: Int

    package init(checks: [UInt32], values: [UInt16]) {
        let isWhole = checks.count == values.count && checks.count.nonzeroBitCount == 1
        self.checks = isWhole ? checks : [0]
        self.values = isWhole ? values : [0]
        mask = self.checks.count - 1
    }

    /// A table of some hashes; of two entries with one hash the first is kept.
    package init(_ entries: [(hash: UInt64, value: UInt16)]) {
        var size = 2
        while size * 3 < entries.count * 4 + 4 { size *= 2 }
        var checks = [UInt32](repeating: 0, count: size)
        var values = [UInt16](repeating: 0, count: size)
        for entry in entries {
            let check = Self.check(entry.hash)
            var slot = Int(truncatingIfNeeded: entry.hash) & (size - 1)
            while checks[slot] != 0, checks[slot] != check { slot = (slot + 1) & (size - 1) }
            if checks[slot] == check { continue }
            (checks[slot], values[slot]) = (check, entry.value)
        }
        self.init(checks: checks, values: values)
    }

    @inline(__always)
    private static func check(_ hash: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: hash >> 32)) }

    /// The number kept for a hash, or nothing.
    @inline(__always)
    package subscript(hash: UInt64) -> UInt16? {
        let check = Self.check(hash)
        var slot = Int(truncatingIfNeeded: hash) & mask
        var left = checks.count
        while checks[slot] != 0, left > 0 {
            if checks[slot] == check { return values[slot] }
            slot = (slot + 1) & mask
            left -= 1
        }
        return nil
    }
}

/// One hash of a template's number and its values (multiply-xorshift).
@inline(__always)
package func mixed(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0) -> UInt64 {
    var value = (a ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
    value ^= value >> 31
    value = (value ^ (b &* 0xD6E8_FEB8_6659_FD93)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 32)
}
