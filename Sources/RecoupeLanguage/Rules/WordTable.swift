// Words come in while a pack is loaded, each gets a small number; later the bytes of any word go in and its number comes out by one hash
// look-up, without a String. Open addressing with linear probing; a slot keeps half of the hash, so that bytes are compared once.

/// The numbers of the words of one language that any table or rule names.
package struct WordTable: Sendable {
    /// What a word has for a number that no table or rule names.
    package static let unknown: Int32 = -1

    /// The words by number.
    package private(set) var words: [String] = []
    private var bytes: [UInt8] = []
    private var ends: [Int32] = [0]
    /// 0 where free, else the upper half of the hash and the number plus one.
    private var slots: [UInt64] = Array(repeating: 0, count: 1024)
    /// One bit for the upper 16 bits of each hash: most words of a text are found to be none of the table's by a look at these.
    private var filter: [UInt64] = Array(repeating: 0, count: 1024)

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
        let hash = Self.hash(word)
        guard filter[Int(hash >> 54)] & 1 << (hash >> 48 & 63) != 0 else { return Self.unknown }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash >> 32, holds(Int(slots[slot] & 0xFFFF_FFFF) - 1, word) {
                return Int32(truncatingIfNeeded: slots[slot]) - 1
            }
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
        slots = Array(repeating: 0, count: slots.count * 4)
        for number in words.indices { place(number) }
    }

    private mutating func place(_ number: Int) {
        let hash = bytes[Int(ends[number])..<Int(ends[number + 1])].withUnsafeBufferPointer { Self.hash($0) }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        filter[Int(hash >> 54)] |= 1 << (hash >> 48 & 63)
        slots[slot] = (hash & 0xFFFF_FFFF_0000_0000) | UInt64(number + 1)
    }

    /// Eight bytes at a time, the last of them overlapping those before, multiplied and mixed.
    @inline(__always) private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(word)
        let count = bytes.count
        var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        guard count >= 8 else { return mixed(hash, few(bytes)) }
        var index = 0
        while index + 8 < count {
            hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        return mixed(hash, bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    }

    /// Fewer than eight bytes in one number.
    @inline(__always) private static func few(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let count = bytes.count
        if count >= 4 {
            return UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self)) << 32
                | UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
        }
        guard count > 0 else { return 0 }
        return UInt64(bytes[0]) << 16 | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1])
    }

    @inline(__always) private static func mixed(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
        let product = (hash ^ chunk) &* 0xFF51_AFD7_ED55_8CCD
        return product ^ product >> 32
    }
}
