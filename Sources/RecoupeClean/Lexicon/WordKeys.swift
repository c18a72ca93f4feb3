// Words as numbers: a folded word's hash (64-bit FNV-1a) stands for it where a page's words are looked up in lists. Two words of a list
// and a page that share a hash are not to be expected; what a hit decides is read again from the words themselves wherever it names
// something.
internal import RecoupeText

/// The hash of a folded word; never 0.
typealias WordKey = UInt64

enum WordKeys {
    private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    static func key(_ bytes: UnsafeBufferPointer<UInt8>) -> WordKey {
        var value = start
        for byte in bytes { value = (value ^ UInt64(byte)) &* prime }
        return finished(value)
    }

    /// The key of ASCII letters and digits, large letters taken for small.
    static func key(lowering bytes: Substring.UTF8View) -> WordKey {
        var value = start
        for byte in bytes { value = (value ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* prime }
        return finished(value)
    }

    /// FNV leaves the low bits of short words weak; tables take the low bits.
    private static func finished(_ value: UInt64) -> WordKey {
        let value = value ^ value >> 29
        return value == 0 ? 1 : value
    }

    static func key(_ word: String) -> WordKey {
        var word = word
        return word.withUTF8 { key($0) }
    }

    static func keys(_ words: [String]) -> [WordKey] { words.map { key($0) } }

    /// The folded words of a text.
    static func keys(of text: some StringProtocol) -> [WordKey] {
        var text = String(text)
        var out: [WordKey] = []
        text.withUTF8 { bytes in
            out.reserveCapacity(bytes.count / 5 + 1)
            eachFoldedWord(bytes) { out.append(key($0)) }
        }
        return out
    }

    /// One number for a run of words.
    static func line(_ keys: some Sequence<WordKey>) -> WordKey {
        var value = start
        for key in keys { value = (value ^ key) &* 0x9e37_79b9_7f4a_7c15 ^ (value >> 31) }
        return value == 0 ? 1 : value
    }

    /// One number for each run of three words.
    static func triples(_ keys: [WordKey]) -> [WordKey] {
        guard keys.count >= 3 else { return [] }
        return (0...(keys.count - 3)).map { line(keys[$0..<($0 + 3)]) }
    }
}

/// A list of words to look words up in: open addressing, a quarter full at most.
struct KeySet: Sendable {
    private var slots: [WordKey]
    private var mask: Int
    private(set) var count = 0

    init(_ keys: some Collection<WordKey> = []) {
        var size = 16
        while size < keys.count * 4 { size *= 2 }
        slots = [WordKey](repeating: 0, count: size)
        mask = size - 1
        for key in keys { insert(key) }
    }

    init(words: some Sequence<String>) { self.init(words.map { WordKeys.key($0) }) }

    /// Whether the key was new.
    @discardableResult
    mutating func insert(_ key: WordKey) -> Bool {
        if count * 4 >= slots.count { self = KeySet(growing: self) }
        var place = Int(truncatingIfNeeded: key) & mask
        while slots[place] != 0 {
            if slots[place] == key { return false }
            place = (place + 1) & mask
        }
        slots[place] = key
        count += 1
        return true
    }

    private init(growing set: KeySet) {
        slots = [WordKey](repeating: 0, count: set.slots.count * 2)
        mask = slots.count - 1
        for key in set.slots where key != 0 { insert(key) }
    }

    func contains(_ key: WordKey) -> Bool {
        var place = Int(truncatingIfNeeded: key) & mask
        while slots[place] != 0 {
            if slots[place] == key { return true }
            place = (place + 1) & mask
        }
        return false
    }

    /// How many of some keys are in the list.
    func count(in keys: [WordKey]) -> Int {
        var count = 0
        for key in keys where contains(key) { count += 1 }
        return count
    }

    /// Whether one of some keys is in the list.
    func meets(_ keys: [WordKey]) -> Bool { keys.contains { contains($0) } }
}

/// Values by word.
struct KeyTable<Value: Sendable>: Sendable {
    private var slots: [(key: WordKey, value: Int32)]
    private let mask: Int
    private let values: [Value]

    init(_ members: [String: Value]) {
        self.init(keys: Dictionary(members.map { (WordKeys.key($0), $1) }) { first, _ in first })
    }

    /// Keys that are spread as hashes are, or packed names.
    init(keys members: [WordKey: Value]) {
        var size = 16
        while size < members.count * 4 { size *= 2 }
        var slots = [(key: WordKey, value: Int32)](repeating: (0, -1), count: size)
        var values: [Value] = []
        for (key, value) in members.sorted(by: { $0.key < $1.key }) {
            var place = Self.place(key) & (size - 1)
            while slots[place].key != 0 { place = (place + 1) & (size - 1) }
            slots[place] = (key, Int32(values.count))
            values.append(value)
        }
        (self.slots, self.values, mask) = (slots, values, size - 1)
    }

    private static func place(_ key: WordKey) -> Int { Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 40) }

    /// Gives each of some keys that is in the table, with its place among them and its value.
    func each(in keys: [WordKey], _ body: (Int, Value) -> Void) {
        for (place, key) in keys.enumerated() {
            if let value = self[key] { body(place, value) }
        }
    }

    subscript(key: WordKey) -> Value? {
        var place = Self.place(key) & mask
        while slots[place].key != 0 {
            if slots[place].key == key { return values[Int(slots[place].value)] }
            place = (place + 1) & mask
        }
        return nil
    }
}
