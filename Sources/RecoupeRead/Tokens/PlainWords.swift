// Bytes of a text in, the pieces out that need no second look: words of Latin letters that no rule of the language names, elided openings, and
// single signs before a blank. Most of a text is such; the rest is left to `WordScanner` and `WordSplitter`, and what comes out is the same.

/// The short way through `WordScanner` and `WordSplitter`.
struct PlainWords: Sendable {
    private enum Entry {
        static let rule: UInt16 = 1
        static let abbreviation: UInt16 = 2
        static let elision: UInt16 = 3
        /// From here on: the place of the words that it stands for.
        static let parts: UInt16 = 16
    }

    /// Hashes of the words that rules name.
    private let table: HashTable
    /// Whether an ending without hyphen and apostrophe could be parted off any word.
    private let isOff: Bool

    init(_ rules: TokenRules) {
        var entries: [(hash: UInt64, value: UInt16)] = []
        for word in rules.elisions.sorted() { entries.append((Self.hash(word), Entry.elision)) }
        for word in rules.whole.sorted() { entries.append((Self.hash(word), Entry.rule)) }
        for word in rules.parts.keys.sorted() {
            let number = rules.parts[word] ?? 0
            let isSpelled = rules.partLists[number].joined() == word
            entries.append((Self.hash(word), isSpelled ? Entry.rule : Entry.parts + UInt16(truncatingIfNeeded: number)))
        }
        for word in rules.abbreviations.keys.sorted() { entries.append((Self.hash(word.lowercased()), Entry.abbreviation)) }
        table = HashTable(entries)
        isOff = rules.endings.contains { !$0.utf8.contains(0x2D) && !$0.utf8.contains(0x27) }
    }

    private static func hash(_ word: String) -> UInt64 { finished(word.utf8.reduce(start) { next($0, $1) }) }

    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325

    @inline(__always)
    private static func next(_ value: UInt64, _ byte: UInt8) -> UInt64 { (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// The low bits choose a slot, the high ones are compared.
    @inline(__always)
    private static func finished(_ value: UInt64) -> UInt64 { (value ^ (value >> 29)) &* 0xBF58_476D_1CE4_E5B9 }

    /// The piece that starts at a byte, or nothing where it takes the long way.
    @inline(__always)
    func piece(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Piece? {
        let first = bytes[start]
        if Self.isLetter(first) || first == 0xC3 || first == 0xC5 { return isOff ? nil : word(bytes, at: start) }
        guard first > 0x20, first < 0x7F, !(0x30...0x39).contains(first), Self.isBlank(bytes, at: start + 1) else { return nil }
        return Piece(start: start, end: start + 1, kind: .sign)
    }

    @inline(__always)
    private func word(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Piece? {
        var (end, value) = (start, Self.start)
        run(bytes, &end, &value)
        guard end > start else { return nil }
        guard end < bytes.count else { return settled(Piece(start: start, end: end, kind: .word), value) }
        switch bytes[end] {
        case 0x09, 0x0A, 0x20, 0x21, 0x22, 0x29, 0x2C, 0x3B, 0x3F: return settled(Piece(start: start, end: end, kind: .word), value)
        case 0x2E:
            guard end - start > 2, Self.isBlank(bytes, at: end + 1), entry(value) == nil else { return nil }
            return Piece(start: start, end: end, kind: .word)
        case 0xC2:
            guard end + 1 < bytes.count, bytes[end + 1] == 0xA0 else { return nil }
            return settled(Piece(start: start, end: end, kind: .word), value)
        case 0x27: return elision(bytes, start, end + 1, value)
        case 0xE2:
            let isApostrophe = end + 2 < bytes.count && bytes[end + 1] == 0x80 && bytes[end + 2] == 0x99
            return isApostrophe ? elision(bytes, start, end + 3, value) : nil
        default: return nil
        }
    }

    private func entry(_ value: UInt64) -> UInt16? { table[Self.finished(value)] }

    /// A word with what it stands for, or nothing where another rule names it; an abbreviation is none without its period.
    @inline(__always)
    private func settled(_ piece: Piece, _ value: UInt64) -> Piece? {
        guard let entry = entry(value), entry != Entry.abbreviation else { return piece }
        guard entry >= Entry.parts else { return nil }
        var piece = piece
        piece.parts = Int(entry - Entry.parts)
        return piece
    }

    /// An opening with its apostrophe, unless the word after it makes it one that is never parted.
    private func elision(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ value: UInt64) -> Piece? {
        var value = Self.next(value, 0x27)
        guard entry(value) == Entry.elision else { return nil }
        var index = end
        run(bytes, &index, &value)
        guard index > end, index == bytes.count || Self.isEnd(bytes[index]), entry(value) == nil else { return nil }
        return Piece(start: start, end: end, kind: .word)
    }

    /// Moves past letters and adds them in lower case to a hash.
    @inline(__always)
    private func run(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ value: inout UInt64) {
        while index < bytes.count {
            let byte = bytes[index]
            if Self.isLetter(byte) {
                value = Self.next(value, byte | 0x20)
                index += 1
            } else if byte == 0xC3 || byte == 0xC5, index + 1 < bytes.count, let lower = Self.lowerSecond(byte, bytes[index + 1]) {
                value = Self.next(Self.next(value, byte), lower)
                index += 2
            } else {
                return
            }
        }
    }

    /// The second byte of a letter of Latin-1 or of œ in lower case, or nothing.
    @inline(__always)
    private static func lowerSecond(_ first: UInt8, _ second: UInt8) -> UInt8? {
        if first == 0xC5 { return second == 0x92 || second == 0x93 ? 0x93 : nil }
        guard second & 0xC0 == 0x80, second != 0x97, second != 0xB7 else { return nil }
        return second < 0x9F ? second + 0x20 : second
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    @inline(__always)
    private static func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index >= bytes.count || bytes[index] == 0x20 || bytes[index] == 0x0A
    }

    /// Blanks and signs that join no words.
    private static func isEnd(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x20, 0x21, 0x22, 0x29, 0x2C, 0x3B, 0x3F: true
        default: false
        }
    }
}
