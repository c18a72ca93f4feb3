// The words of a sentence come in; what goes out is, word by word, the patterns worth running there: those whose key stands near enough and
// which may begin with that word.

/// The tables of an index, for as long as they are read.
struct RuleIndexTables {
    let sets: UnsafeBufferPointer<UInt64>
    let windows: UnsafeBufferPointer<RuleIndex.Window>
    let wordWindows: UnsafeBufferPointer<Int32>
    let kindWindows: UnsafeBufferPointer<Int32>
    let opensForms: UnsafeBufferPointer<Bool>
    let wordFirsts: UnsafeBufferPointer<Int32>
    let factFirsts: UnsafeBufferPointer<Int32>
    let stride: Int
    let anywhere: Int
    let keyless: Int
    let single: Int
    let hasKeyless: Bool
    let keyFacts: UInt64
    let firstFacts: UInt64
}

/// The state of the search in one sentence; used again for the next one.
struct RuleScan {
    private let tape: RuleTape
    private let index: RuleIndexTables
    private let stride: Int
    private var sentence = 0..<0
    /// For each word of the sentence the programs whose first key stands near enough, then, `stride` numbers further on, whose second does.
    private var near: [UInt64] = []
    /// The programs that are worth running at the current word.
    private var here: [UInt64]

    /// Where the next program of a word is looked for.
    struct Place {
        var word: Int
        var bits: UInt64
    }

    init(tape: RuleTape, index: RuleIndexTables) {
        self.tape = tape
        self.index = index
        stride = index.stride
        here = Array(repeating: 0, count: index.stride)
    }

    /// Looks for keys; false where the sentence has none.
    mutating func mark(_ sentence: Range<Int>) -> Bool {
        self.sentence = sentence
        guard index.hasKeyless || hasKey(sentence) else { return false }
        let count = sentence.count * 2 * stride
        if near.count < count { near += Array(repeating: 0, count: count - near.count) }
        // Taken out while it is filled, so that it is not copied.
        var filled: [UInt64] = []
        swap(&filled, &near)
        filled.withUnsafeMutableBufferPointer { near in
            clear(near)
            for place in sentence { open(at: place, near) }
        }
        swap(&filled, &near)
        return true
    }

    /// Whether any word of a sentence is the first key of a program.
    private func hasKey(_ sentence: Range<Int>) -> Bool {
        for place in sentence {
            if tape.words[place].flags & index.keyFacts != 0 { return true }
            let number = Int(tape.words[place].number)
            guard number >= 0 else { continue }
            if index.opensForms[number], opensForm(number, place) { return true }
            for window in Int(index.wordWindows[number])..<Int(index.wordWindows[number + 1]) where !index.windows[window].isSecond {
                return true
            }
        }
        return false
    }

    /// Whether a form of several words whose class is a key stands there.
    private func opensForm(_ number: Int, _ place: Int) -> Bool {
        for entry in Int(tape.starts[number])..<Int(tape.starts[number + 1]) where tape.entries[entry].count > 1 {
            let kind = Int(tape.entries[entry].kind)
            if index.kindWindows[kind] < index.kindWindows[kind + 1], tape.follows(tape.entries[entry], place, sentence.upperBound) {
                return true
            }
        }
        return false
    }

    private func clear(_ near: UnsafeMutableBufferPointer<UInt64>) {
        var row = 0
        for _ in sentence {
            for part in 0..<stride {
                near[row + part] = index.sets[index.keyless + part]
                near[row + stride + part] = index.sets[index.single + part]
            }
            row += 2 * stride
        }
    }

    /// Marks what the word at a place is a key of.
    private func open(at place: Int, _ near: UnsafeMutableBufferPointer<UInt64>) {
        let number = Int(tape.words[place].number)
        if number >= 0 {
            open(Int(index.wordWindows[number])..<Int(index.wordWindows[number + 1]), place, near)
            if index.opensForms[number] { openForms(number, place, near) }
        }
        var facts = tape.words[place].flags & index.keyFacts
        while facts != 0 {
            let fact = facts.trailingZeroBitCount
            open(Int(index.kindWindows[fact])..<Int(index.kindWindows[fact + 1]), place, near)
            facts &= facts - 1
        }
    }

    /// Forms of several words whose class is a key.
    private func openForms(_ number: Int, _ place: Int, _ near: UnsafeMutableBufferPointer<UInt64>) {
        for entry in Int(tape.starts[number])..<Int(tape.starts[number + 1]) where tape.entries[entry].count > 1 {
            let kind = Int(tape.entries[entry].kind)
            let windows = Int(index.kindWindows[kind])..<Int(index.kindWindows[kind + 1])
            if !windows.isEmpty, tape.follows(tape.entries[entry], place, sentence.upperBound) { open(windows, place, near) }
        }
    }

    /// Marks the words before a key from which its programs may begin.
    private func open(_ windows: Range<Int>, _ place: Int, _ near: UnsafeMutableBufferPointer<UInt64>) {
        for number in windows {
            let window = index.windows[number]
            if window.barred & tape.words[place].flags != 0 { continue }
            let first = window.most == RuleIndex.unbounded ? sentence.lowerBound : max(sentence.lowerBound, place - Int(window.most))
            let last = place - Int(window.least)
            guard first <= last else { continue }
            var row = ((first - sentence.lowerBound) * 2 + (window.isSecond ? 1 : 0)) * stride
            for _ in first...last {
                for part in 0..<stride { near[row + part] |= index.sets[Int(window.set) + part] }
                row += 2 * stride
            }
        }
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
            windows.withUnsafeBufferPointer { windows in
                wordWindows.withUnsafeBufferPointer { wordWindows in
                    kindWindows.withUnsafeBufferPointer { kindWindows in
                        withFirsts(sets, windows, wordWindows, kindWindows, body)
                    }
                }
            }
        }
    }

    private func withFirsts(
        _ sets: UnsafeBufferPointer<UInt64>, _ windows: UnsafeBufferPointer<Window>, _ wordWindows: UnsafeBufferPointer<Int32>,
        _ kindWindows: UnsafeBufferPointer<Int32>, _ body: (RuleIndexTables) -> Void
    ) {
        opensForms.withUnsafeBufferPointer { opensForms in
            wordFirsts.withUnsafeBufferPointer { wordFirsts in
                factFirsts.withUnsafeBufferPointer { factFirsts in
                    body(
                        RuleIndexTables(
                            sets: sets, windows: windows, wordWindows: wordWindows, kindWindows: kindWindows, opensForms: opensForms,
                            wordFirsts: wordFirsts, factFirsts: factFirsts, stride: stride, anywhere: Int(anywhere), keyless: Int(keyless),
                            single: Int(single), hasKeyless: hasKeyless, keyFacts: keyFacts, firstFacts: firstFacts))
                }
            }
        }
    }
}
