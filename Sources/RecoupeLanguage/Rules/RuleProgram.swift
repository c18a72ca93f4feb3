// A pattern comes in, a small automaton goes out: instructions that are run with backtracking over the words, each (instruction, word) pair
// at most once, so that a match costs at most their product (Russ Cox, "Regular Expression Matching: the Virtual Machine Approach").

/// A compiled pattern.
struct RuleProgram: Sendable {
    enum Step: Sendable, Hashable {
        case word(Int)
        case kind(Int)
        case any
        case start
        case end
        case split(Int, Int)
        case jump(Int)
        case slotOpen(Int)
        case slotClose(Int)
        case open
        case close
        /// Fails where the steps that follow, up to `accept`, match; goes on at the index.
        case not(Int)
        case accept
    }

    private(set) var steps: [Step] = []
    private(set) var slots: [String] = []

    /// The numbers that words and classes have in one rule set.
    struct Numbers {
        var words: [String: Int] = [:]
        var kinds: [String: Int] = [:]

        mutating func word(_ text: String) -> Int {
            if let number = words[text] { return number }
            words[text] = words.count
            return words.count - 1
        }
    }

    init(_ pattern: RulePattern, numbers: inout Numbers) throws(RuleTrouble) {
        try emit(pattern, &numbers)
        steps.append(.accept)
    }

    private mutating func emit(_ pattern: RulePattern, _ numbers: inout Numbers) throws(RuleTrouble) {
        switch pattern {
        case .words(let words): for word in words { steps.append(.word(numbers.word(word))) }
        case .kind(let name):
            guard let number = numbers.kinds[name] else { throw RuleTrouble(text: "\(name) is no class of the tables") }
            steps.append(.kind(number))
        case .any: steps.append(.any)
        case .start: steps.append(.start)
        case .end: steps.append(.end)
        case .open: steps.append(.open)
        case .close: steps.append(.close)
        case .sequence(let parts): for part in parts { try emit(part, &numbers) }
        case .choice(let parts): try emitChoice(parts, &numbers)
        case .optional(let inner): try emitChoice([inner, .sequence([])], &numbers)
        case .many(let inner, let atLeastOne): try emitMany(inner, atLeastOne, &numbers)
        case .slot(let name, let inner): try emitSlot(name, inner, &numbers)
        case .not(let inner):
            let place = steps.count
            steps.append(.not(0))
            try emit(inner, &numbers)
            steps.append(.accept)
            steps[place] = .not(steps.count)
        }
    }

    private mutating func emitChoice(_ parts: [RulePattern], _ numbers: inout Numbers) throws(RuleTrouble) {
        var jumps: [Int] = []
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            let place = steps.count
            if !isLast { steps.append(.split(0, 0)) }
            try emit(part, &numbers)
            if !isLast {
                jumps.append(steps.count)
                steps.append(.jump(0))
                steps[place] = .split(place + 1, steps.count)
            }
        }
        for jump in jumps { steps[jump] = .jump(steps.count) }
    }

    private mutating func emitMany(_ inner: RulePattern, _ atLeastOne: Bool, _ numbers: inout Numbers) throws(RuleTrouble) {
        let place = steps.count
        if !atLeastOne { steps.append(.split(0, 0)) }
        try emit(inner, &numbers)
        if atLeastOne {
            steps.append(.split(place, steps.count + 1))
        } else {
            steps.append(.jump(place))
            steps[place] = .split(place + 1, steps.count)
        }
    }

    private mutating func emitSlot(_ name: String, _ inner: RulePattern, _ numbers: inout Numbers) throws(RuleTrouble) {
        let index = slots.firstIndex(of: name) ?? slots.count
        if index == slots.count { slots.append(name) }
        steps.append(.slotOpen(index))
        try emit(inner, &numbers)
        steps.append(.slotClose(index))
    }

    /// What a match may begin with: words, classes, or anything.
    func firsts() -> (words: Set<Int>, kinds: Set<Int>, anything: Bool) {
        var words: Set<Int> = []
        var kinds: Set<Int> = []
        var anything = false
        var seen: Set<Int> = []
        var todo = [0]
        while let place = todo.popLast() {
            guard seen.insert(place).inserted else { continue }
            switch steps[place] {
            case .word(let word): words.insert(word)
            case .kind(let kind): kinds.insert(kind)
            case .any, .accept: anything = true
            case .split(let a, let b): todo += [a, b]
            case .jump(let next), .not(let next): todo.append(next)
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
