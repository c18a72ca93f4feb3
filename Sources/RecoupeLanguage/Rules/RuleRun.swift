// Runs one automaton from one word on. Words are numbers here, and the classes of each place were looked up before. The longest match wins;
// of several ways to the same end, the first in the order of the pattern.

/// The words of a sentence, looked up: for each place its word's number and the classes that begin there.
struct RuleInput {
    struct Candidate {
        var kind: Int
        var count: Int
        var value: String
    }

    var words: [Int]
    var candidates: [[Candidate]]
}

/// Where a slot stands and what its class says.
struct RuleCapture {
    var start = -1
    var end = -1
    var value: String?
}

/// One way through the automaton.
struct RuleWay {
    var captures: [RuleCapture]
    var open = -1
    var close = -1
    var end = 0
}

/// The state of a run.
struct RuleRun {
    let program: RuleProgram
    let input: RuleInput
    /// One bit for each step and word; made at the first fork.
    private var seen: [UInt64] = []
    private var best: RuleWay?

    /// The longest match from a word on, or nothing.
    static func longest(_ program: RuleProgram, _ input: RuleInput, from start: Int) -> RuleWay? {
        var run = RuleRun(program: program, input: input)
        run.go(0, start, RuleWay(captures: Array(repeating: RuleCapture(), count: program.slots.count)))
        return run.best
    }

    private init(program: RuleProgram, input: RuleInput) {
        self.program = program
        self.input = input
    }

    private mutating func go(_ place: Int, _ word: Int, _ way: RuleWay) {
        var place = place
        var word = word
        var way = way
        while true {
            switch program.steps[place] {
            case .word(let number):
                guard word < input.words.count, input.words[word] == number else { return }
                word += 1
            case .any:
                guard word < input.words.count else { return }
                word += 1
            case .kind(let kind):
                guard word < input.words.count else { return }
                for candidate in input.candidates[word] where candidate.kind == kind { take(candidate, place, word, way) }
                return
            case .start: guard word == 0 else { return }
            case .end: guard word == input.words.count else { return }
            case .split(let a, let b):
                guard isNew(place * (input.words.count + 1) + word) else { return }
                go(a, word, way)
                place = b
                continue
            case .jump(let next):
                place = next
                continue
            case .slotOpen(let slot): way.captures[slot] = RuleCapture(start: word)
            case .slotClose(let slot): way.captures[slot].end = word
            case .open: way.open = word
            case .close: way.close = word
            case .not(let next):
                var inner = RuleRun(program: program, input: input)
                inner.go(place + 1, word, way)
                guard inner.best == nil else { return }
                place = next
                continue
            case .accept:
                way.end = word
                keep(way)
                return
            }
            place += 1
        }
    }

    private mutating func isNew(_ state: Int) -> Bool {
        if seen.isEmpty { seen = Array(repeating: 0, count: program.steps.count * (input.words.count + 1) / 64 + 1) }
        let bit: UInt64 = 1 << UInt64(state % 64)
        defer { seen[state / 64] |= bit }
        return seen[state / 64] & bit == 0
    }

    private mutating func take(_ candidate: RuleInput.Candidate, _ place: Int, _ word: Int, _ way: RuleWay) {
        var next = way
        for slot in next.captures.indices where next.captures[slot].start >= 0 && next.captures[slot].end < 0 {
            if next.captures[slot].value == nil { next.captures[slot].value = candidate.value }
        }
        go(place + 1, word + candidate.count, next)
    }

    private mutating func keep(_ way: RuleWay) {
        guard let best else {
            self.best = way
            return
        }
        let length = (way.close < 0 ? way.end : way.close) - max(way.open, 0)
        let bestLength = (best.close < 0 ? best.end : best.close) - max(best.open, 0)
        if length > bestLength || (length == bestLength && way.end > best.end) { self.best = way }
    }
}
