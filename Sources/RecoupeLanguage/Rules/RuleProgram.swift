// A pattern comes in, a small automaton goes out: steps that are run with backtracking over the words, each (fork, word) pair at most once,
// so that a match costs at most their product (Russ Cox, "Regular Expression Matching: the Virtual Machine Approach"). The steps of all
// patterns of a rule set stand in one array.

/// One step of an automaton.
struct RuleStep: Sendable {
    enum Action: UInt8, Sendable {
        /// The word `a`; one of the `b` words in `literals` from `a` on; the class `a`; any word.
        case word, oneOf, kind, any
        case start, end
        /// Goes on at `a` and, after that, at `b`; the fork's own number is `c`.
        case split
        case jump
        case slotOpen, slotClose, open, close
        /// Fails where the steps that follow, up to `accept`, match; goes on at `a`.
        case not
        case accept
    }

    var action: Action
    var a: Int32 = 0
    var b: Int32 = 0
    var c: Int32 = 0
}

/// Where a compiled pattern begins in the steps of its rule set, and what it needs to run.
struct RuleProgram: Sendable {
    var rule: Int
    var start: Int
    var slots: Int
    var forks: Int
    var priority: Int
}

/// The steps of all patterns of a rule set.
struct RuleCode: Sendable {
    private(set) var steps: [RuleStep] = []
    private(set) var literals: [Int32] = []
    private let lexicon: RuleLexicon
    /// The names of the slots of the pattern added last.
    private(set) var slots: [String] = []
    private var forks = 0

    init(_ lexicon: RuleLexicon) { self.lexicon = lexicon }

    /// Appends a pattern.
    mutating func add(_ pattern: RulePattern, rule: Int, priority: Int) throws(RuleTrouble) -> RuleProgram {
        let start = steps.count
        (slots, forks) = ([], 0)
        try emit(pattern)
        steps.append(RuleStep(action: .accept))
        return RuleProgram(rule: rule, start: start, slots: slots.count, forks: forks, priority: priority)
    }

    private func number(_ word: String) throws(RuleTrouble) -> Int32 {
        let number = lexicon.words.number(of: word)
        guard number >= 0 else { throw RuleTrouble(text: "\(word) is no word of the lexicon") }
        return number
    }

    private mutating func emit(_ pattern: RulePattern) throws(RuleTrouble) {
        switch pattern {
        case .words(let words): for word in words { steps.append(RuleStep(action: .word, a: try number(word))) }
        case .kind(let name):
            guard let number = lexicon.kinds[name] else { throw RuleTrouble(text: "\(name) is no class of the tables") }
            steps.append(RuleStep(action: .kind, a: Int32(number)))
        case .any: steps.append(RuleStep(action: .any))
        case .start: steps.append(RuleStep(action: .start))
        case .end: steps.append(RuleStep(action: .end))
        case .open: steps.append(RuleStep(action: .open))
        case .close: steps.append(RuleStep(action: .close))
        case .sequence(let parts): for part in parts { try emit(part) }
        case .choice(let parts): try emitChoice(parts)
        case .optional(let inner): try emitChoice([inner, .sequence([])])
        case .many(let inner, let atLeastOne): try emitMany(inner, atLeastOne)
        case .slot(let name, let inner): try emitSlot(name, inner)
        case .not(let inner):
            let place = steps.count
            steps.append(RuleStep(action: .not))
            try emit(inner)
            steps.append(RuleStep(action: .accept))
            steps[place].a = Int32(steps.count)
        }
    }

    private mutating func fork() -> Int {
        steps.append(RuleStep(action: .split, c: Int32(forks)))
        forks += 1
        return steps.count - 1
    }

    private mutating func emitChoice(_ parts: [RulePattern]) throws(RuleTrouble) {
        if try emitWords(parts) { return }
        var jumps: [Int] = []
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            let place = isLast ? nil : fork()
            try emit(part)
            guard let place else { continue }
            jumps.append(steps.count)
            steps.append(RuleStep(action: .jump))
            (steps[place].a, steps[place].b) = (Int32(place + 1), Int32(steps.count))
        }
        for jump in jumps { steps[jump].a = Int32(steps.count) }
    }

    /// Alternatives that are one word each are one step.
    private mutating func emitWords(_ parts: [RulePattern]) throws(RuleTrouble) -> Bool {
        var numbers: [Int32] = []
        for part in parts {
            guard case .words(let words) = part, words.count == 1 else { return false }
            numbers.append(try number(words[0]))
        }
        steps.append(RuleStep(action: .oneOf, a: Int32(literals.count), b: Int32(numbers.count)))
        literals += numbers
        return true
    }

    private mutating func emitMany(_ inner: RulePattern, _ atLeastOne: Bool) throws(RuleTrouble) {
        let place = steps.count
        if !atLeastOne { _ = fork() }
        try emit(inner)
        if atLeastOne {
            let end = fork()
            (steps[end].a, steps[end].b) = (Int32(place), Int32(end + 1))
        } else {
            steps.append(RuleStep(action: .jump, a: Int32(place)))
            (steps[place].a, steps[place].b) = (Int32(place + 1), Int32(steps.count))
        }
    }

    private mutating func emitSlot(_ name: String, _ inner: RulePattern) throws(RuleTrouble) {
        let index = slots.firstIndex(of: name) ?? slots.count
        if index == slots.count { slots.append(name) }
        steps.append(RuleStep(action: .slotOpen, a: Int32(index)))
        try emit(inner)
        steps.append(RuleStep(action: .slotClose, a: Int32(index)))
    }

    /// What a match of a program may begin with: words, classes, or anything.
    func firsts(_ program: RuleProgram) -> (words: Set<Int32>, kinds: Set<Int>, anything: Bool) {
        var words: Set<Int32> = []
        var kinds: Set<Int> = []
        var anything = false
        var seen: Set<Int> = []
        var todo = [program.start]
        while let place = todo.popLast() {
            guard seen.insert(place).inserted else { continue }
            let step = steps[place]
            switch step.action {
            case .word: words.insert(step.a)
            case .oneOf: words.formUnion(literals[Int(step.a)..<Int(step.a + step.b)])
            case .kind: kinds.insert(Int(step.a))
            case .any, .accept: anything = true
            case .split: todo += [Int(step.a), Int(step.b)]
            case .jump, .not: todo.append(Int(step.a))
            case .start, .end, .slotOpen, .slotClose, .open, .close: todo.append(place + 1)
            }
        }
        return (words, kinds, anything)
    }
}

/// What is wrong with a pattern; its file and line are added where they are known.
struct RuleTrouble: Error {
    var text: String
}
