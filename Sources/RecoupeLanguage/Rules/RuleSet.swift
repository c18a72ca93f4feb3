// A rule file of a pack comes in, compiled; words go in, matches come out: leftmost, then longest, then the rule's stated priority.
// Two rules with the same pattern and priority do not load; two that meet in an example fail the test that runs the examples.

/// A word as rules see it: folded, with the facts that its reader found (a number's value, a year).
package struct RuleWord: Sendable, Hashable {
    package var folded: String
    package var facts: [RuleFact]

    package init(folded: String, facts: [RuleFact] = []) {
        self.folded = folded
        self.facts = facts
    }
}

/// That a word belongs to a class which no table lists, such as `Year`, with its value.
package struct RuleFact: Sendable, Hashable {
    package var kind: String
    package var value: String

    package init(_ kind: String, _ value: String = "") {
        self.kind = kind
        self.value = value
    }
}

/// What a rule gives: the kind of value, and its parts from slots or as stated.
package struct RuleGift: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case constant(String)
        case slot(String)
    }

    package var kind: String
    package var parts: [String: Part]
}

/// A rule, loaded.
package struct Rule: Sendable {
    package let source: RuleSource
    package let gift: RuleGift
    let programs: [RuleProgram]
}

/// Where a rule matched.
package struct RuleMatch: Sendable {
    /// Index into `RuleSet.rules`.
    package let rule: Int
    package let name: String
    package let kind: String
    /// The words of the result, and of the whole pattern with its surroundings.
    package let words: Range<Int>
    package let whole: Range<Int>
    package let priority: Int
    /// The parts of the value: what the slot's class says of its words, or the words themselves.
    package let parts: [String: String]
    /// Where the slots stand.
    package let places: [String: Range<Int>]

    package subscript(part: String) -> String? { parts[part] }

    package func number(_ part: String) -> Int? { parts[part].flatMap { Int($0) } }
}

/// The rules of one file.
package struct RuleSet: Sendable {
    package let rules: [Rule]
    private let lexicon: RuleLexicon
    private let numbers: RuleProgram.Numbers
    private let index: RuleIndex

    /// Loads `Languages/<pack>/<name>`; `facts` are the classes that words bring with them.
    package init(_ pack: LanguagePack, _ name: String, lexicon: RuleLexicon, facts: [String]) throws(PackError) {
        let file = "Languages/\(pack.code)/\(name)"
        guard let bytes = pack.bytes(name) else { throw PackError(file: file, trouble: "is missing", remedy: "add it, empty at worst") }
        var numbers = RuleProgram.Numbers()
        for (index, kind) in (lexicon.kinds.sorted() + facts).enumerated() { numbers.kinds[kind] = index }
        self.lexicon = lexicon
        let (compiled, patterns) = try Self.compile(try RuleFile(bytes, file: file), file, &numbers)
        rules = compiled
        self.numbers = numbers
        index = Self.index(compiled, patterns, numbers, facts: Set(facts))
    }

    private static func compile(_ file: RuleFile, _ path: String, _ numbers: inout RuleProgram.Numbers) throws(PackError)
        -> ([Rule], [[RulePattern]])
    {
        var patterns: [[RulePattern]] = []
        var fragments: [String: RulePattern] = [:]
        for fragment in file.fragments {
            fragments[fragment.name] = try RulePatternParser.parse(fragment.pattern, fragments: fragments, file: path)
        }
        var rules: [Rule] = []
        var seen: [RulePattern: [Int: String]] = [:]
        for source in file.rules {
            var own: [RulePattern] = []
            var programs: [RuleProgram] = []
            for located in source.patterns {
                let pattern = try RulePatternParser.parse(located, fragments: fragments, file: path)
                if let other = seen[pattern]?[source.priority] {
                    throw PackError(
                        file: path, line: located.line, trouble: "\(source.name) has the pattern and priority of \(other)",
                        remedy: "join the two, or give one of them another priority"
                    )
                }
                seen[pattern, default: [:]][source.priority] = source.name
                own.append(pattern)
                do { programs.append(try RuleProgram(pattern, numbers: &numbers)) } catch {
                    throw PackError(file: path, line: located.line, trouble: error.text, remedy: "name a kind of the pack's tables")
                }
            }
            rules.append(Rule(source: source, gift: try gift(source, programs, path), programs: programs))
            patterns.append(own)
        }
        return (rules, patterns)
    }

    /// Reads `date month=month mod=END`: lower-case words are slots, all else is said as it stands.
    private static func gift(_ source: RuleSource, _ programs: [RuleProgram], _ file: String) throws(PackError) -> RuleGift {
        let words = (source.gives?.text ?? "").split(separator: " ").map { String($0) }
        let slots = Set(programs.flatMap { $0.slots })
        var gift = RuleGift(kind: words.first ?? "", parts: [:])
        for word in words.dropFirst() {
            let pair = word.split(separator: "=", maxSplits: 1).map { String($0) }
            let value = pair.count == 2 ? pair[1] : word
            let isSlot = value.first.map { $0.isLowercase } ?? false
            guard !isSlot || slots.contains(value) else {
                throw PackError(
                    file: file, line: source.gives?.line, trouble: "\(source.name) gives \(value), which is no slot of its pattern",
                    remedy: "name a slot, or write a constant in capitals"
                )
            }
            gift.parts[pair[0]] = isSlot ? .slot(value) : .constant(value)
        }
        return gift
    }

    private static func index(
        _ rules: [Rule], _ patterns: [[RulePattern]], _ numbers: RuleProgram.Numbers, facts: Set<String>
    ) -> RuleIndex {
        var index = RuleIndex(words: numbers.words.count, kinds: (numbers.kinds.values.max() ?? -1) + 1)
        let short = Set(numbers.words.filter { $0.key.utf8.count <= 3 }.values)
        let common = Set(numbers.kinds.filter { facts.contains($0.key) }.values)
        for (number, rule) in rules.enumerated() {
            for (program, pattern) in zip(rule.programs, patterns[number]) {
                // Short words and what the lexer finds are frequent: a key without them prunes more.
                let cost = { (item: RuleItem) in
                    switch item {
                    case .word(let word): short.contains(word) ? 20 : 1
                    case .kind(let kind): common.contains(kind) ? 50 : 2
                    }
                }
                let key = pattern.needs(numbers).min { a, b in a.reduce(0) { $0 + cost($1) } < b.reduce(0) { $0 + cost($1) } }
                index.add(program, rule: number, key: key ?? [])
            }
        }
        return index
    }

    /// From this priority on a match goes before all that it meets, wherever they begin.
    package static let first = 5

    /// The matches in one sentence, leftmost and longest first, none meeting another.
    package func matches(in words: [RuleWord]) -> [RuleMatch] {
        let all = all(in: words)
        var out: [RuleMatch] = []
        for match in all.filter({ $0.priority >= Self.first }) + all.filter({ $0.priority < Self.first })
        where !out.contains(where: { $0.words.overlaps(match.words) }) { out.append(match) }
        return out.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// All matches, best first at each place: by start, length, priority, length with surroundings, order of the file.
    package func all(in words: [RuleWord]) -> [RuleMatch] {
        let input = look(words)
        guard let alive = index.alive(input) else { return [] }
        var found: [RuleMatch] = []
        for start in words.indices {
            for number in index.programs(at: start, input, alive) {
                let (rule, program) = index.programs[number]
                guard let way = RuleRun.longest(program, input, from: start) else { continue }
                if let match = match(rule, program, way, words, start) { found.append(match) }
            }
        }
        return found.sorted { a, b in
            let left = (a.words.lowerBound, -a.words.count, -a.priority, -a.whole.count, a.rule)
            return left < (b.words.lowerBound, -b.words.count, -b.priority, -b.whole.count, b.rule)
        }
    }

    private func look(_ words: [RuleWord]) -> RuleInput {
        var input = RuleInput(words: words.map { numbers.words[$0.folded] ?? -1 }, candidates: [])
        for (place, word) in words.enumerated() {
            var here = word.facts.compactMap { fact in
                numbers.kinds[fact.kind].map { RuleInput.Candidate(kind: $0, count: 1, value: fact.value) }
            }
            for entry in lexicon.entries(word.folded) {
                let last = place + entry.words.count
                guard last <= words.count, entry.words.indices.allSatisfy({ words[place + $0].folded == entry.words[$0] }),
                    let kind = numbers.kinds[entry.kind]
                else { continue }
                here.append(RuleInput.Candidate(kind: kind, count: entry.words.count, value: entry.value))
            }
            input.candidates.append(here)
        }
        return input
    }

    private func match(_ index: Int, _ program: RuleProgram, _ way: RuleWay, _ words: [RuleWord], _ start: Int) -> RuleMatch? {
        let rule = rules[index]
        let first = way.open < 0 ? start : way.open
        let last = way.close < 0 ? way.end : way.close
        guard first < last else { return nil }
        var parts: [String: String] = [:]
        var places: [String: Range<Int>] = [:]
        for (slot, capture) in zip(program.slots, way.captures) where capture.start >= 0 && capture.end > capture.start {
            places[slot] = capture.start..<capture.end
        }
        for (key, part) in rule.gift.parts {
            switch part {
            case .constant(let value): parts[key] = value
            case .slot(let name):
                guard let slot = program.slots.firstIndex(of: name), let place = places[name] else { continue }
                parts[key] = way.captures[slot].value ?? words[place].map { $0.folded }.joined(separator: " ")
            }
        }
        return RuleMatch(
            rule: index, name: rule.source.name, kind: rule.gift.kind, words: first..<last, whole: start..<way.end,
            priority: rule.source.priority, parts: parts, places: places
        )
    }
}
