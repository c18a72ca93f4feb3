// Words come in while a pack is loaded, each gets a small number; later the bytes of any word go in and its number comes out by one hash
// look-up, without a String. Open addressing with linear probing. A word of up to seven bytes is a number of 64 bits, its bytes and their
// count, and is found by that alone; of a longer one the hash is kept, and its bytes are compared once.

/// The numbers of the words of one language that any table or rule names.
package struct WordTable: Sendable {
    /// What a word has for a number that no table or rule names.
    package static let unknown: Int32 = -1

    /// The words by number.
    package private(set) var words: [String] = []
    private var bytes: [UInt8] = []
    private var ends: [Int32] = [0]
    private var slots: [Slot] = Array(repeating: Slot(), count: 1024)
    /// One bit for the upper 16 bits of each hash: most words of a text are found to be none of the table's by a look at these.
    private var filter: [UInt64] = Array(repeating: 0, count: 1024)

    private struct Slot: Sendable {
        /// 0 where free.
        var key: UInt64 = 0
        var number: Int32 = WordTable.unknown
    }

    package init() {}

    package var count: Int { words.count }

    /// The number of a word, new where it has none.
    package mutating func add(_ word: String) -> Int32 {
        let known = number(of: word)
        guard known < 0 else { return known }
        words.append(word)
        bytes += Array(word.utf8)
        ends.append(Int32(bytes.count))
        if words.count * 2 > slots.count { grow() } else { place(words.count - 1) }
        return Int32(words.count - 1)
    }

    /// The number of a word, `unknown` where it has none.
    package func number(of word: String) -> Int32 {
        word.utf8.withContiguousStorageIfAvailable { number(of: $0) } ?? Array(word.utf8).withUnsafeBufferPointer { number(of: $0) }
    }

    /// The number of a word by its bytes, `unknown` where it has none.
    package func number(of word: UnsafeBufferPointer<UInt8>) -> Int32 {
        let key = Self.key(word)
        if word.count <= Self.mostBytes { return number(ofKey: key) }
        var slot = Int(truncatingIfNeeded: Self.mixed(key)) & (slots.count - 1)
        while slots[slot].key != 0 {
            if slots[slot].key == key, holds(Int(slots[slot].number), word) { return slots[slot].number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Self.unknown
    }

    /// How many bytes a word has at most that is its own key: from the lowest on, with their count on top.
    package static let mostBytes = 7

    /// The number of a word of few bytes by its key, `unknown` where it has none.
    @inline(__always)
    package func number(ofKey key: UInt64) -> Int32 {
        let hash = Self.mixed(key)
        guard filter[Int(hash >> 54)] & 1 << (hash >> 48 & 63) != 0 else { return Self.unknown }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot].key != 0 {
            if slots[slot].key == key { return slots[slot].number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Self.unknown
    }

    private func holds(_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = Int(ends[number])
        guard Int(ends[number + 1]) - start == word.count else { return false }
        for index in word.indices where bytes[start + index] != word[index] { return false }
        return true
    }

    private mutating func grow() {
        slots = Array(repeating: Slot(), count: slots.count * 4)
        for number in words.indices { place(number) }
    }

    private mutating func place(_ number: Int) {
        let key = bytes[Int(ends[number])..<Int(ends[number + 1])].withUnsafeBufferPointer { Self.key($0) }
        let hash = Self.mixed(key)
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot].key != 0 { slot = (slot + 1) & (slots.count - 1) }
        filter[Int(hash >> 54)] |= 1 << (hash >> 48 & 63)
        slots[slot] = Slot(key: key, number: Int32(number))
    }

    /// The bytes of a short word; of a longer one eight bytes at a time, the last of them overlapping those before, multiplied and mixed.
    @inline(__always)
    private static func key(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(word)
        let count = bytes.count
        guard count > mostBytes else { return few(bytes) | UInt64(truncatingIfNeeded: count) << 56 | (count == 0 ? 1 << 63 : 0) }
        var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        while index + 8 < count {
            hash = mixed(hash ^ bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        return mixed(hash ^ bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)) | 0xFF << 56
    }

    /// Fewer than eight bytes in one number, the first lowest.
    @inline(__always)
    private static func few(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let count = bytes.count
        if count >= 4 {
            return UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self).littleEndian)
                | UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self).littleEndian) << UInt64(8 * (count - 4))
        }
        guard count > 0 else { return 0 }
        let middle = count / 2
        return UInt64(bytes[0]) | UInt64(bytes[middle]) << UInt64(8 * middle) | UInt64(bytes[count - 1]) << UInt64(8 * (count - 1))
    }

    @inline(__always)
    private static func mixed(_ key: UInt64) -> UInt64 {
        let product = key &* 0xFF51_AFD7_ED55_8CCD
        let folded = (product ^ product >> 32) &* 0xC4CE_B9FE_1A85_EC53
        return folded ^ folded >> 29
    }
}
