// Feature hashes in, dense numbers out, for training: features seen too seldom get none.

/// Numbers features in the order in which they were first seen.
struct FeatureIndex {
    private var keys: [UInt64]
    private var numbers: [Int32]
    private var counts: [Int32]
    private var used = 0
    /// The hashes by number, once frozen.
    private(set) var hashes: [UInt64] = []

    init(capacity: Int = 1 << 20) {
        keys = [UInt64](repeating: 0, count: capacity)
        numbers = [Int32](repeating: -1, count: capacity)
        counts = [Int32](repeating: 0, count: capacity)
    }

    @inline(__always)
    private func slot(_ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 33)) & (keys.count - 1)
        while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & (keys.count - 1) }
        return slot
    }

    mutating func count(_ hash: UInt64) {
        if used * 2 > keys.count { grow() }
        let slot = slot(hash)
        if keys[slot] == 0 {
            keys[slot] = hash
            used += 1
        }
        counts[slot] += 1
    }

    private mutating func grow() {
        let old = (keys, counts)
        self = FeatureIndex(capacity: old.0.count * 2)
        for (key, count) in zip(old.0, old.1) where key != 0 {
            let slot = slot(key)
            (keys[slot], counts[slot]) = (key, count)
            used += 1
        }
    }

    /// Gives numbers to the features seen at least `minimum` times, in the order of their hashes.
    mutating func freeze(minimum: Int) {
        hashes = keys.indices.filter { keys[$0] != 0 && counts[$0] >= minimum }.map { keys[$0] }.sorted()
        for (number, hash) in hashes.enumerated() { numbers[slot(hash)] = Int32(number) }
    }

    /// A feature's number, −1 where it has none.
    @inline(__always)
    subscript(hash: UInt64) -> Int32 { numbers[slot(hash)] }
}

/// A seeded generator (SplitMix64, Steele et al. 2014): the same seed trains the same model.
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
