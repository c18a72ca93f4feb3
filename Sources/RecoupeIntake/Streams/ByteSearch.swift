// Words in bytes, found without making text of them.
internal import Foundation

/// Finds words in bytes.
enum ByteSearch {
    /// Where a word first stands at or after a place.
    static func first(_ word: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
        guard let base = bytes.baseAddress, !word.isEmpty, start >= 0 else { return nil }
        // Small letters are the most frequent bytes of a page; another byte of the word is found with fewer stops.
        let rare = word.firstIndex { !(0x61...0x7A).contains($0) } ?? 0
        var index = start + rare
        let last = bytes.count - word.count + rare
        while index <= last {
            guard let found = memchr(base + index, Int32(word[rare]), last - index + 1) else { return nil }
            let place = UnsafeRawPointer(found) - base - rare
            if memcmp(base + place, word, word.count) == 0 { return place }
            index = place + rare + 1
        }
        return nil
    }

    /// Whether one of the words stands in some bytes.
    static func holds(_ words: [String], in bytes: [UInt8]) -> Bool { count(words, in: bytes, upTo: 1) > 0 }

    /// Whether a byte stands in some bytes.
    static func holds(_ byte: UInt8, in bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBytes { raw in raw.baseAddress.map { memchr($0, Int32(byte), raw.count) != nil } ?? false }
    }

    /// How many of the words stand in some bytes; counts no further than `limit`.
    static func count(_ words: [String], in bytes: [UInt8], upTo limit: Int) -> Int {
        bytes.withUnsafeBytes { raw in
            var found = 0
            for word in words where found < limit && first(Array(word.utf8), in: raw) != nil { found += 1 }
            return found
        }
    }

    /// The first bytes of a text with ASCII letters in lower case.
    static func lowered(_ text: [UInt8], _ count: Int) -> [UInt8] {
        var bytes = Array(text.prefix(count))
        for index in bytes.indices where (0x41...0x5A).contains(bytes[index]) { bytes[index] |= 0x20 }
        return bytes
    }
}
