// The words of a sentence come in; what goes out is, word by word, the patterns worth running there: those whose key stands near enough and
// which may begin with that word.

/// The tables of an index, for as long as they are read.
struct RuleIndexTables {
    let sets: UnsafeBufferPointer<UInt64>
    let parts: UnsafeBufferPointer<Range<Int32>>
    let windows: UnsafeBufferPointer<RuleIndex.Window>
    let rows: UnsafeBufferPointer<Int32>
    let wordWindows: UnsafeBufferPointer<Int32>
    let factWindows: UnsafeBufferPointer<Int32>
    let wordKeys: UnsafeBufferPointer<UInt8>
    let wordFirsts: UnsafeBufferPointer<Int32>
    let factFirsts: UnsafeBufferPointer<Int32>
    let stride: Int
    let anywhere: Int
    let keyless: Int
    let single: Int
    let hasKeyless: Bool
    let keyFacts: UInt64
    let secondFacts: UInt64
    let firstFacts: UInt64
}

/// The state of the search in one sentence; used again for the next one.
struct RuleScan {
    private let tape: RuleTape
    private let index: RuleIndexTables
    private let stride: Int
    private var sentence = 0..<0
    /// For each word of the sentence the programs whose first key stands near enough, then, `stride` numbers further on, whose second does.
    private let near: UnsafeMutableBufferPointer<UInt64>
    /// For each word of the sentence whether any first key stands near enough; only there `near` says anything.
    private let isNear: UnsafeMutableBufferPointer<Bool>
    /// Words of the sentence that are second keys.
    private var seconds: [Int] = []
    /// The programs that are worth running at the current word.
    private var here: [UInt64]

    /// Where the next program of a word is looked for.
    struct Place {
        var word: Int
        var bits: UInt64
    }

    /// How many numbers of `near` a word takes.
    static func room(_ index: RuleIndexTables) -> Int { 2 * index.stride }

    init(tape: RuleTape, index: RuleIndexTables, near: UnsafeMutableBufferPointer<UInt64>, isNear: UnsafeMutableBufferPointer<Bool>) {
        self.tape = tape
        self.index = index
        self.near = near
        self.isNear = isNear
        stride = index.stride
        here = Array(repeating: 0, count: index.stride)
    }

    /// Looks for keys; false where the sentence has none.
    mutating func mark(_ sentence: Range<Int>) -> Bool {
        self.sentence = sentence
        for place in 0..<sentence.count { isNear[place] = false }
        seconds.removeAll(keepingCapacity: true)
        var hasKey = false
        if index.hasKeyless {
            for row in 0..<sentence.count { begin(row) }
            hasKey = true
        }
        for place in sentence {
            let word = tape.words[place]
            let kinds = word.number >= 0 ? index.wordKeys[Int(word.number)] : 0
            let facts = word.flags & index.keyFacts
            guard kinds != 0 || facts != 0 else { continue }
            if kinds & RuleIndex.isSecondKey != 0 || facts & index.secondFacts != 0 { seconds.append(place) }
            if open(at: place, kinds, facts, isSecond: false) { hasKey = true }
        }
        guard hasKey else { return false }
        for place in seconds {
            let word = tape.words[place]
            let kinds = word.number >= 0 ? index.wordKeys[Int(word.number)] : 0
            _ = open(at: place, kinds, word.flags & index.keyFacts, isSecond: true)
        }
        return true
    }

    /// Whether a first key stands near enough to a word.
    func isWorthALook(_ word: Int) -> Bool { isNear[word - sentence.lowerBound] }

    /// Turns to a word of which nothing is marked yet.
    private func begin(_ row: Int) {
        isNear[row] = true
        let first = row * 2 * stride
        for part in 0..<stride {
            near[first + part] = index.sets[index.keyless + part]
            near[first + stride + part] = index.sets[index.single + part]
        }
    }

    /// Marks what the word at a place is a key of, the first or the second; whether it is one.
    private func open(at place: Int, _ kinds: UInt8, _ facts: UInt64, isSecond: Bool) -> Bool {
        var isKey = false
        let number = Int(tape.words[place].number)
        if kinds & (isSecond ? RuleIndex.isSecondKey : RuleIndex.isFirstKey) != 0 {
            isKey = open(Int(index.wordWindows[number])..<Int(index.wordWindows[number + 1]), place, isSecond) || isKey
        }
        var facts = facts
        while facts != 0 {
            let fact = facts.trailingZeroBitCount
            isKey = open(Int(index.factWindows[fact])..<Int(index.factWindows[fact + 1]), place, isSecond) || isKey
            facts &= facts - 1
        }
        return isKey
    }

    /// Marks the words before a key from which its programs may begin; of second keys only those that are near a first one.
    private func open(_ windows: Range<Int>, _ place: Int, _ isSecond: Bool) -> Bool {
        var isKey = false
        let own = place - sentence.lowerBound
        for number in windows {
            let window = index.windows[number]
            guard window.isSecond == isSecond, window.barred & tape.words[place].flags == 0 else { continue }
            for back in 0..<min(Int(window.count), own + 1) {
                let set = Int(index.rows[Int(window.first) + back])
                if set >= 0, mark(own - back, set, isSecond) { isKey = true }
            }
            guard window.beyond >= 0, own >= Int(window.count) else { continue }
            for row in 0...own - Int(window.count) where mark(row, Int(window.beyond), isSecond) { isKey = true }
        }
        return isKey
    }

    /// Adds a set of programs to those that may begin at a word; not to one that no first key is near to if the key is a second one.
    @inline(__always)
    private func mark(_ row: Int, _ set: Int, _ isSecond: Bool) -> Bool {
        if !isNear[row] {
            if isSecond { return false }
            begin(row)
        }
        let start = (row * 2 + (isSecond ? 1 : 0)) * stride
        let parts = index.parts[set / stride]
        for part in Int(parts.lowerBound)..<Int(parts.upperBound) { near[start + part] |= index.sets[set + part] }
        return true
    }

    /// The programs worth running at a word.
    mutating func programs(at word: Int, in sentence: Range<Int>) -> Place {
        let row = (word - sentence.lowerBound) * 2 * stride
        var any: UInt64 = 0
        for part in 0..<stride { any |= near[row + part] & near[row + stride + part] }
        guard any != 0 else { return Place(word: stride, bits: 0) }
        for part in 0..<stride { here[part] = index.sets[index.anywhere + part] }
        let number = Int(tape.words[word].number)
        if number >= 0 { add(Int(index.wordFirsts[number])) }
        var facts = tape.words[word].flags & index.firstFacts
        while facts != 0 {
            add(Int(index.factFirsts[facts.trailingZeroBitCount]))
            facts &= facts - 1
        }
        for part in 0..<stride { here[part] &= near[row + part] & near[row + stride + part] }
        return Place(word: 0, bits: here[0])
    }

    private mutating func add(_ set: Int) {
        guard set >= 0 else { return }
        for part in 0..<stride { here[part] |= index.sets[set + part] }
    }

    /// The next program, in the order of the file.
    mutating func next(_ place: inout Place) -> Int? {
        while place.bits == 0 {
            guard place.word + 1 < stride else { return nil }
            place.word += 1
            place.bits = here[place.word]
        }
        defer { place.bits &= place.bits - 1 }
        return place.word * 64 + place.bits.trailingZeroBitCount
    }
}

extension RuleIndex {
    func withTables(_ body: (RuleIndexTables) -> Void) {
        sets.withUnsafeBufferPointer { sets in
            parts.withUnsafeBufferPointer { parts in
                windows.withUnsafeBufferPointer { windows in
                    rows.withUnsafeBufferPointer { rows in withWords(sets, parts, windows, rows, body) }
                }
            }
        }
    }

    private func withWords(
        _ sets: UnsafeBufferPointer<UInt64>, _ parts: UnsafeBufferPointer<Range<Int32>>, _ windows: UnsafeBufferPointer<Window>,
        _ rows: UnsafeBufferPointer<Int32>, _ body: (RuleIndexTables) -> Void
    ) {
        wordWindows.withUnsafeBufferPointer { wordWindows in
            factWindows.withUnsafeBufferPointer { factWindows in
                wordKeys.withUnsafeBufferPointer { wordKeys in
                    wordFirsts.withUnsafeBufferPointer { wordFirsts in
                        factFirsts.withUnsafeBufferPointer { factFirsts in
                            body(
                                RuleIndexTables(
                                    sets: sets, parts: parts, windows: windows, rows: rows, wordWindows: wordWindows,
                                    factWindows: factWindows, wordKeys: wordKeys, wordFirsts: wordFirsts, factFirsts: factFirsts,
                                    stride: stride, anywhere: Int(anywhere), keyless: Int(keyless), single: Int(single),
                                    hasKeyless: hasKeyless, keyFacts: keyFacts, secondFacts: secondFacts, firstFacts: firstFacts))
                        }
                    }
                }
            }
        }
    }
}
