// Runs one automaton from one word on. The longest match wins; of several ways to the same end, the first in the order of the pattern. What a
// way has captured is undone when the run turns back, so that no state is copied.

/// Where a slot stands and what its class says.
struct RuleCapture: Sendable {
    var start: Int32 = -1
    var end: Int32 = -1
    /// Index into the lexicon's values; `none`, or below it a fact of a word (`fact`).
    var value: Int32 = Self.none

    static let none: Int32 = -1

    /// The value of a fact, by its place among the text's.
    static func fact(_ index: Int) -> Int32 { -2 - Int32(index) }

    /// Which fact the value is.
    var fact: Int? { value < Self.none ? -2 - Int(value) : nil }
}

/// What a run reads: the steps, and the words of all sentences with their facts.
struct RuleTape {
    let steps: UnsafeBufferPointer<RuleStep>
    let literals: UnsafeBufferPointer<Int32>
    let words: UnsafeBufferPointer<RuleWord>
    let facts: UnsafeBufferPointer<RuleFact>
    let entries: UnsafeBufferPointer<RuleLexicon.Entry>
    let starts: UnsafeBufferPointer<Int32>
    let rests: UnsafeBufferPointer<Int32>
    let kindBits: UnsafeBufferPointer<UInt64>
    let kindWords: Int
    let factCount: Int

    /// Whether the further words of a form stand after its first, before the end.
    func follows(_ entry: RuleLexicon.Entry, _ word: Int, _ end: Int) -> Bool {
        guard word + Int(entry.count) <= end else { return false }
        for offset in 0..<Int(entry.count) - 1 where words[word + 1 + offset].number != rests[Int(entry.rest) + offset] { return false }
        return true
    }
}

/// The state of a run; used again for the next one.
struct RuleRun {
    private let tape: RuleTape
    /// The words of the sentence.
    private var sentence = 0..<0
    private let captures: UnsafeMutableBufferPointer<RuleCapture>
    private var undone: [(slot: Int, was: RuleCapture)] = []
    /// For each fork and word the run that was there last.
    private let seen: UnsafeMutableBufferPointer<UInt32>
    private var run: UInt32 = 0
    /// The best way so far: its captures, its opening and closing braces (−1 where none), its end (−1 where there is none yet).
    private(set) var bestCaptures: [RuleCapture] = []
    private(set) var best = (open: -1, close: -1, end: -1)
    /// Whether any way is enough, as inside `!`.
    private var isProbe = false
    private var slots = 0

    /// The room is what the greatest program needs in the longest sentence.
    init(_ tape: RuleTape, captures: UnsafeMutableBufferPointer<RuleCapture>, seen: UnsafeMutableBufferPointer<UInt32>) {
        self.tape = tape
        self.captures = captures
        self.seen = seen
        seen.initialize(repeating: 0)
    }

    /// The longest match of a program from a word on; false where there is none.
    mutating func longest(_ program: RuleProgram, from start: Int, in sentence: Range<Int>) -> Bool {
        self.sentence = sentence
        slots = program.slots
        for slot in 0..<slots { captures[slot] = RuleCapture() }
        run += 1
        best = (-1, -1, -1)
        go(program.start, start, -1, -1, run)
        return best.end >= 0
    }

    private mutating func go(_ place: Int, _ word: Int, _ open: Int, _ close: Int, _ run: UInt32) {
        let height = undone.count
        walk(place, word, open, close, run)
        while undone.count > height {
            let last = undone.removeLast()
            captures[last.slot] = last.was
        }
    }

    private mutating func walk(_ place: Int, _ word: Int, _ open: Int, _ close: Int, _ run: UInt32) {
        var (place, word, open, close) = (place, word, open, close)
        while true {
            let step = tape.steps[place]
            switch step.action {
            case .word:
                guard word < sentence.upperBound, tape.words[word].number == step.a else { return }
                word += 1
            case .oneOf:
                guard word < sentence.upperBound, isOne(of: step, tape.words[word].number) else { return }
                word += 1
            case .any:
                guard word < sentence.upperBound else { return }
                word += 1
            case .kind:
                guard word < sentence.upperBound else { return }
                takeKind(Int(step.a), place, word, open, close, run)
                return
            case .start: guard word == sentence.lowerBound else { return }
            case .end: guard word == sentence.upperBound else { return }
            case .split:
                guard isNew(Int(step.c) * (sentence.count + 1) + word - sentence.lowerBound, run) else { return }
                go(Int(step.a), word, open, close, run)
                if isProbe, best.end >= 0 { return }
                place = Int(step.b)
                continue
            case .jump:
                place = Int(step.a)
                continue
            case .slotOpen:
                change(Int(step.a), RuleCapture(start: Int32(word - sentence.lowerBound)))
            case .slotClose:
                var capture = captures[Int(step.a)]
                capture.end = Int32(word - sentence.lowerBound)
                change(Int(step.a), capture)
            case .open: open = word
            case .close: close = word
            case .not:
                guard !probes(place + 1, word, open, close) else { return }
                place = Int(step.a)
                continue
            case .accept:
                keep(open, close, word)
                return
            }
            place += 1
        }
    }

    private func isOne(of step: RuleStep, _ number: Int32) -> Bool {
        guard number >= 0 else { return false }
        for index in Int(step.a)..<Int(step.a + step.b) where tape.literals[index] == number { return true }
        return false
    }

    private mutating func isNew(_ state: Int, _ run: UInt32) -> Bool {
        if seen[state] == run { return false }
        seen[state] = run
        return true
    }

    private mutating func change(_ slot: Int, _ capture: RuleCapture) {
        undone.append((slot, captures[slot]))
        captures[slot] = capture
    }

    /// Whether what must not follow does.
    private mutating func probes(_ place: Int, _ word: Int, _ open: Int, _ close: Int) -> Bool {
        let (outer, wasProbe) = (best, isProbe)
        (best, isProbe) = ((-1, -1, -1), true)
        run += 1
        go(place, word, open, close, run)
        defer { (best, isProbe) = (outer, wasProbe) }
        return best.end >= 0
    }

    /// Goes on after each form of a class that begins at a word.
    private mutating func takeKind(_ kind: Int, _ place: Int, _ word: Int, _ open: Int, _ close: Int, _ run: UInt32) {
        if kind < tape.factCount, tape.words[word].flags & 1 << UInt64(kind) != 0 {
            var isValued = false
            let first = Int(tape.words[word].firstFact)
            for index in first..<first + Int(tape.words[word].factCount) where Int(tape.facts[index].kind) == kind {
                isValued = true
                take(RuleCapture.fact(index), place, word + 1, open, close, run)
            }
            if !isValued { take(0, place, word + 1, open, close, run) }
        }
        let number = Int(tape.words[word].number)
        guard number >= 0, tape.kindBits[number * tape.kindWords + kind / 64] & 1 << UInt64(kind % 64) != 0 else { return }
        for index in Int(tape.starts[number])..<Int(tape.starts[number + 1]) where Int(tape.entries[index].kind) == kind {
            let entry = tape.entries[index]
            guard tape.follows(entry, word, sentence.upperBound) else { continue }
            take(entry.value, place, word + Int(entry.count), open, close, run)
        }
    }

    private mutating func take(_ value: Int32, _ place: Int, _ next: Int, _ open: Int, _ close: Int, _ run: UInt32) {
        let height = undone.count
        for slot in 0..<slots where captures[slot].start >= 0 && captures[slot].end < 0 && captures[slot].value == RuleCapture.none {
            var capture = captures[slot]
            capture.value = value
            change(slot, capture)
        }
        walk(place + 1, next, open, close, run)
        while undone.count > height {
            let last = undone.removeLast()
            captures[last.slot] = last.was
        }
    }

    private mutating func keep(_ open: Int, _ close: Int, _ end: Int) {
        if best.end >= 0 {
            let length = length(open, close, end)
            let bestLength = self.length(best.open, best.close, best.end)
            guard length > bestLength || (length == bestLength && end > best.end) else { return }
        }
        best = (open, close, end)
        if !isProbe {
            bestCaptures.removeAll(keepingCapacity: true)
            bestCaptures += captures[..<slots]
        }
    }

    /// From the opening brace, else the sentence's start, to the closing one, else the end.
    private func length(_ open: Int, _ close: Int, _ end: Int) -> Int {
        (close < 0 ? end : close) - (open < 0 ? sentence.lowerBound : open)
    }
}
