// The words of a sentence come in; what goes out is, word by word, the patterns worth running there: those whose key stands near enough and
// which may begin with that word.

/// The state of the search in one sentence; used again for the next one.
struct RuleScan {
    private let tape: RuleTape
    private let index: RuleIndex
    private let stride: Int
    private var sentence = 0..<0
    /// For each word of the sentence the programs whose key stands near enough.
    private var near: [UInt64] = []
    /// The programs that are worth running at the current word.
    private var here: [UInt64]

    /// Where the next program of a word is looked for.
    struct Place {
        var word: Int
        var bits: UInt64
    }

    init(tape: RuleTape, index: RuleIndex) {
        self.tape = tape
        self.index = index
        stride = index.stride
        here = Array(repeating: 0, count: index.stride)
    }

    /// Looks for keys; false where the sentence has none.
    mutating func mark(_ sentence: Range<Int>) -> Bool {
        self.sentence = sentence
        var isAny = index.hasKeyless
        if isAny { clear() }
        for place in sentence {
            let number = Int(tape.words[place].number)
            if number >= 0 {
                open(index.wordWindows, number, place, &isAny)
                if index.opensForms[number] { openForms(number, place, &isAny) }
            }
            var facts = tape.words[place].flags & index.keyFacts
            while facts != 0 {
                open(index.kindWindows, facts.trailingZeroBitCount, place, &isAny)
                facts &= facts - 1
            }
        }
        return isAny
    }

    /// Forms of several words whose class is a key.
    private mutating func openForms(_ number: Int, _ place: Int, _ isAny: inout Bool) {
        for entry in Int(tape.starts[number])..<Int(tape.starts[number + 1])
        where tape.entries[entry].count > 1 && tape.follows(tape.entries[entry], place, sentence.upperBound) {
            open(index.kindWindows, Int(tape.entries[entry].kind), place, &isAny)
        }
    }

    private mutating func clear() {
        near.removeAll(keepingCapacity: true)
        for _ in 0..<sentence.count {
            for part in 0..<stride { near.append(index.sets[Int(index.keyless) + part]) }
        }
    }

    /// Marks the words before a key from which its programs may begin.
    private mutating func open(_ starts: [Int32], _ item: Int, _ place: Int, _ isAny: inout Bool) {
        let (start, end) = (Int(starts[item]), Int(starts[item + 1]))
        guard start < end else { return }
        if !isAny { clear() }
        isAny = true
        for number in start..<end {
            let window = index.windows[number]
            if window.barred & tape.words[place].flags != 0 { continue }
            let first = window.most == RuleIndex.unbounded ? sentence.lowerBound : max(sentence.lowerBound, place - Int(window.most))
            let last = place - Int(window.least)
            guard first <= last else { continue }
            for word in first...last {
                for part in 0..<stride { near[(word - sentence.lowerBound) * stride + part] |= index.sets[Int(window.set) + part] }
            }
        }
    }

    /// The programs worth running at a word.
    mutating func programs(at word: Int, in sentence: Range<Int>) -> Place {
        let row = (word - sentence.lowerBound) * stride
        var any: UInt64 = 0
        for part in 0..<stride { any |= near[row + part] }
        guard any != 0 else { return Place(word: stride, bits: 0) }
        for part in 0..<stride { here[part] = index.sets[Int(index.anywhere) + part] }
        let number = Int(tape.words[word].number)
        if number >= 0 { add(index.wordFirsts[number]) }
        var facts = tape.words[word].flags & index.firstFacts
        while facts != 0 {
            add(index.factFirsts[facts.trailingZeroBitCount])
            facts &= facts - 1
        }
        for part in 0..<stride { here[part] &= near[row + part] }
        return Place(word: 0, bits: here[0])
    }

    private mutating func add(_ set: Int32) {
        guard set >= 0 else { return }
        for part in 0..<stride { here[part] |= index.sets[Int(set) + part] }
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
