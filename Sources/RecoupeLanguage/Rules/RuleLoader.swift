// The rules of a file come in one after the other; what goes out is their compiled patterns and, for each of these, by what it is found.

/// Compiles the rules of one file.
struct RuleLoader {
    /// How frequent words and classes are thought to be, for the choice of keys; set by counts on French news of 2019 to 2020.
    private enum Tuning {
        static let word = 1
        /// A word of up to `shortLength` letters, or of grammar.
        static let shortWord = 60
        static let shortLength = 3
        /// A class of the tables, and what each word of grammar among its forms adds.
        static let kind = 2
        static let grammarForm = 5
        /// A class that words bring with them, one that most of them do, and the first one, which is of numbers in words as well (`un`).
        static let fact = 10
        static let commonFact = 2000
        static let firstFact = 30
        /// A key that may stand anywhere after the beginning.
        static let unbounded = 5
    }

    let path: String
    let fragments: [String: RulePattern]
    let lexicon: RuleLexicon
    private(set) var rules: [Rule] = []
    private(set) var programs: [RuleProgram] = []
    /// The names of the slots of each program.
    private(set) var slots: [[String]] = []
    private(set) var code: RuleCode
    private var patterns: [RulePattern] = []
    private var grammarForms: [Int: Int] = [:]
    private var seen: [RulePattern: [Int: String]] = [:]

    init(path: String, fragments: [String: RulePattern], lexicon: RuleLexicon) {
        self.path = path
        self.fragments = fragments
        self.lexicon = lexicon
        code = RuleCode(lexicon)
        grammarForms = countedGrammarForms()
    }

    mutating func add(_ source: RuleSource) throws(PackError) {
        var named: Set<String> = []
        for located in source.patterns {
            let pattern = try RulePatternParser.parse(located, fragments: fragments, file: path)
            if let other = seen[pattern]?[source.priority] {
                throw PackError(
                    file: path, line: located.line, trouble: "\(source.name) has the pattern and priority of \(other)",
                    remedy: "join the two, or give one of them another priority"
                )
            }
            seen[pattern, default: [:]][source.priority] = source.name
            patterns.append(pattern)
            do { programs.append(try code.add(pattern, rule: rules.count, priority: source.priority)) } catch {
                throw PackError(file: path, line: located.line, trouble: error.text, remedy: "name a kind of the pack's tables")
            }
            slots.append(code.slots)
            named.formUnion(code.slots)
        }
        rules.append(Rule(source: source, gift: try gift(source, named)))
    }

    /// Reads `date month=month mod=END`: lower-case words are slots, all else is said as it stands.
    private func gift(_ source: RuleSource, _ slots: Set<String>) throws(PackError) -> RuleGift {
        let words = (source.gives?.text ?? "").split(separator: " ").map { String($0) }
        var gift = RuleGift(kind: words.first ?? "", parts: [:])
        for word in words.dropFirst() {
            let pair = word.split(separator: "=", maxSplits: 1).map { String($0) }
            let value = pair.count == 2 ? pair[1] : word
            let isSlot = value.first.map { $0.isLowercase } ?? false
            guard !isSlot || slots.contains(value) else {
                throw PackError(
                    file: path, line: source.gives?.line, trouble: "\(source.name) gives \(value), which is no slot of its pattern",
                    remedy: "name a slot, or write a constant in capitals"
                )
            }
            guard let part = RulePart.named[pair[0]] else {
                throw PackError(
                    file: path, line: source.gives?.line, trouble: "\(pair[0]) is no part of a value",
                    remedy: "use one of \(RulePart.named.keys.sorted().joined(separator: ", "))"
                )
            }
            gift.parts[part] = isSlot ? .slot(value) : .constant(value)
        }
        return gift
    }

    /// By what each pattern is found.
    func index() -> RuleIndex {
        let traits = zip(programs, patterns).map { program, pattern in
            RuleIndex.Traits(keys: keys(pattern), firsts: code.firsts(program))
        }
        return RuleIndex(traits, lexicon: lexicon)
    }

    /// The two rarest of what a match cannot do without; not a second one that most words are.
    private func keys(_ pattern: RulePattern) -> [RuleNeed] {
        let needs = pattern.needs(lexicon).enumerated().sorted { (cost($0.element), $0.offset) < (cost($1.element), $1.offset) }
        return needs.prefix(2).enumerated().filter { $0.offset == 0 || cost($0.element.element) < Tuning.commonFact }.map {
            $0.element.element
        }
    }

    private func cost(_ need: RuleNeed) -> Int {
        need.items.reduce(need.most == nil ? Tuning.unbounded : 0) { $0 + cost($1) }
    }

    private func cost(_ item: RuleItem) -> Int {
        switch item {
        case .word(let word): isCommon(word) ? Tuning.shortWord : Tuning.word
        case .kind(let kind) where kind < lexicon.factCount:
            lexicon.commonFacts & 1 << UInt64(kind) != 0 ? Tuning.commonFact : kind == 0 ? Tuning.firstFact : Tuning.fact
        case .kind(let kind): Tuning.kind + Tuning.grammarForm * (grammarForms[kind] ?? 0)
        }
    }

    private func isCommon(_ word: Int32) -> Bool {
        guard word >= 0 else { return true }
        let text = lexicon.words.words[Int(word)]
        return text.utf8.count <= Tuning.shortLength || lexicon.value(text, "Function") != nil
    }

    /// How many forms of each class are one word of grammar.
    private func countedGrammarForms() -> [Int: Int] {
        var out: [Int: Int] = [:]
        for word in lexicon.forms("Function").keys {
            let number = Int(lexicon.words.number(of: word))
            guard number >= 0 else { continue }
            for entry in lexicon.entries[Int(lexicon.starts[number])..<Int(lexicon.starts[number + 1])] where entry.count == 1 {
                out[Int(entry.kind), default: 0] += 1
            }
        }
        return out
    }
}
