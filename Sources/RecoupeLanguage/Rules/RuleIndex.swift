// The patterns of a rule set come in, two indices go out: by what a match may begin with, and by what it cannot do without. A sentence that
// holds nothing of the latter never runs the pattern, which is most patterns for most sentences.

/// A word or class of a rule set, by number.
enum RuleItem: Hashable, Sendable {
    case word(Int)
    case kind(Int)
}

/// Which patterns are worth running where.
struct RuleIndex: Sendable {
    /// All programs with the rule they belong to, in the order of the file.
    private(set) var programs: [(rule: Int, program: RuleProgram)] = []
    private var firstWords: [[Int]]
    private var firstKinds: [[Int]]
    private var anywhere: [Int] = []
    private var keyWords: [[Int]]
    private var keyKinds: [[Int]]
    private var keyless: [Int] = []

    init(words: Int, kinds: Int) {
        firstWords = Array(repeating: [], count: words)
        firstKinds = Array(repeating: [], count: kinds)
        keyWords = firstWords
        keyKinds = firstKinds
    }

    /// Adds a program; `key` are words and classes of which every match holds one, empty where nothing is sure.
    mutating func add(_ program: RuleProgram, rule: Int, key: Set<RuleItem>) {
        let number = programs.count
        programs.append((rule, program))
        let firsts = program.firsts()
        if firsts.anything {
            anywhere.append(number)
        } else {
            for word in firsts.words { firstWords[word].append(number) }
            for kind in firsts.kinds { firstKinds[kind].append(number) }
        }
        if key.isEmpty { keyless.append(number) }
        for item in key {
            switch item {
            case .word(let word): keyWords[word].append(number)
            case .kind(let kind): keyKinds[kind].append(number)
            }
        }
    }

    /// For each program whether the sentence holds what it needs; nothing where no program is worth running.
    func alive(_ input: RuleInput) -> [Bool]? {
        var out = Array(repeating: false, count: programs.count)
        var isAny = !keyless.isEmpty
        for program in keyless { out[program] = true }
        for (place, word) in input.words.enumerated() {
            if word >= 0 {
                for program in keyWords[word] { out[program] = true }
                isAny = isAny || !keyWords[word].isEmpty
            }
            for candidate in input.candidates[place] {
                for program in keyKinds[candidate.kind] { out[program] = true }
                isAny = isAny || !keyKinds[candidate.kind].isEmpty
            }
        }
        return isAny ? out : nil
    }

    /// The programs that a match at a place may be of, in order.
    func programs(at place: Int, _ input: RuleInput, _ alive: [Bool]) -> [Int] {
        var out = anywhere.filter { alive[$0] }
        let word = input.words[place]
        if word >= 0 { out += firstWords[word].filter { alive[$0] } }
        for candidate in input.candidates[place] { out += firstKinds[candidate.kind].filter { alive[$0] } }
        guard out.count > 1 else { return out }
        out.sort()
        var last = -1
        return out.filter { number in
            defer { last = number }
            return number != last
        }
    }
}

extension RulePattern {
    /// Sets of words and classes, of each of which every match holds one.
    func needs(_ numbers: RuleProgram.Numbers) -> [Set<RuleItem>] {
        switch self {
        case .words(let words): words.compactMap { numbers.words[$0] }.map { [.word($0)] }
        case .kind(let name): numbers.kinds[name].map { [[.kind($0)]] } ?? []
        case .sequence(let parts): parts.flatMap { $0.needs(numbers) }
        case .choice(let parts): Self.either(parts.map { $0.needs(numbers) })
        case .many(let inner, let atLeastOne): atLeastOne ? inner.needs(numbers) : []
        case .slot(_, let inner): inner.needs(numbers)
        case .any, .start, .end, .open, .close, .optional, .not: []
        }
    }

    /// Of alternatives one item of the smallest set of each.
    private static func either(_ parts: [[Set<RuleItem>]]) -> [Set<RuleItem>] {
        var out: Set<RuleItem> = []
        for part in parts {
            guard let smallest = part.min(by: { $0.count < $1.count }) else { return [] }
            out.formUnion(smallest)
        }
        return [out]
    }
}
