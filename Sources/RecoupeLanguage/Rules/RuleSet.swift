// A rule file of a pack comes in, compiled; words go in, matches come out: leftmost, then longest, then the rule's stated priority.
// Two rules with the same pattern and priority do not load; two that meet in an example fail the test that runs the examples.

/// The rules of one file.
package struct RuleSet: Sendable {
    package let rules: [Rule]
    private let lexicon: RuleLexicon
    private let code: RuleCode
    private let programs: [RuleProgram]
    /// The names of the slots of each program.
    private let slots: [[String]]
    private let index: RuleIndex
    private let (mostSlots, mostForks): (Int, Int)
    /// The parts of each program's value, in order, and the slot of each (−1 for what is said as it stands).
    private let gifts: [[(part: RulePart, slot: Int, constant: String)]]

    /// Loads `Languages/<pack>/<name>`. The lexicon must have read that file's words.
    package init(_ pack: LanguagePack, _ name: String, lexicon: RuleLexicon) throws(PackError) {
        let path = "Languages/\(pack.code)/\(name)"
        guard let bytes = pack.bytes(name) else { throw PackError(file: path, trouble: "is missing", remedy: "add it, empty at worst") }
        self.lexicon = lexicon
        let file = try RuleFile(bytes, file: path)
        var fragments: [String: RulePattern] = [:]
        for fragment in file.fragments {
            fragments[fragment.name] = try RulePatternParser.parse(fragment.pattern, fragments: fragments, file: path)
        }
        var loader = RuleLoader(path: path, fragments: fragments, lexicon: lexicon)
        for source in file.rules { try loader.add(source) }
        rules = loader.rules
        code = loader.code
        programs = loader.programs
        slots = loader.slots
        index = loader.index()
        mostSlots = loader.programs.map { $0.slots }.max() ?? 0
        mostForks = loader.programs.map { $0.forks }.max() ?? 0
        gifts = zip(loader.programs, loader.slots).map { [rules = loader.rules] in Self.gift(rules[$0.rule].gift, $1) }
    }

    private static func gift(_ gift: RuleGift, _ slots: [String]) -> [(part: RulePart, slot: Int, constant: String)] {
        gift.parts.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { part in
            switch gift.parts[part] {
            case .constant(let value)?: (part, -1, value)
            case .slot(let name)?: slots.firstIndex(of: name).map { (part, $0, "") }
            case nil: nil
            }
        }
    }

    /// What a sentence without which has no match.
    package var keys: RuleKeys { index.keys }

    /// From this priority on a match goes before all that it meets, wherever they begin.
    package static let first = 5

    /// The matches in one sentence, leftmost and longest first, none meeting another. `text` gives words folded.
    package func matches(in words: RuleText, text: (Range<Int>) -> String) -> [RuleMatch] {
        var out: [RuleMatch] = []
        eachMatch(in: words, sentences: [0..<words.words.count], text: text) { out = $1 }
        return out
    }

    /// The matches of each sentence that has any, in order. `text` gives words folded, by their places among all words.
    package func eachMatch(
        in words: RuleText, sentences: [Range<Int>], text: (Range<Int>) -> String, body: (Int, [RuleMatch]) -> Void
    ) {
        let longest = sentences.reduce(0) { max($0, $1.count) }
        withTape(words) { tape in
            index.withTables { tables in
                withUnsafeTemporaryAllocation(of: UInt64.self, capacity: longest * RuleScan.room(tables)) { near in
                    withUnsafeTemporaryAllocation(of: Bool.self, capacity: longest) { isNear in
                        var scan = RuleScan(tape: tape, index: tables, near: near, isNear: isNear)
                        withRun(tape, longest) { run in
                            for (number, sentence) in sentences.enumerated() where scan.mark(sentence) {
                                let found = chosen(all(sentence, &scan, &run))
                                if !found.isEmpty { body(number, found.map { match($0, sentence, words, text) }) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func withRun(_ tape: RuleTape, _ longest: Int, _ body: (inout RuleRun) -> Void) {
        withUnsafeTemporaryAllocation(of: RuleCapture.self, capacity: mostSlots) { captures in
            withUnsafeTemporaryAllocation(of: UInt32.self, capacity: mostForks * (longest + 1)) { seen in
                var run = RuleRun(tape, captures: captures, seen: seen)
                body(&run)
            }
        }
    }

    private func withTape(_ text: RuleText, _ body: (RuleTape) -> Void) {
        code.steps.withUnsafeBufferPointer { steps in
            code.literals.withUnsafeBufferPointer { literals in
                text.words.withUnsafeBufferPointer { words in
                    text.facts.withUnsafeBufferPointer { facts in
                        lexicon.withTables { entries, starts, rests, kindBits in
                            body(
                                RuleTape(
                                    steps: steps, literals: literals, words: words, facts: facts, entries: entries, starts: starts,
                                    rests: rests,
                                    kindBits: kindBits, kindWords: lexicon.kindWords, factCount: lexicon.factCount))
                        }
                    }
                }
            }
        }
    }

    /// A match before its value is made. Words are counted from the first of all.
    private struct Found {
        var program: Int
        var rule: Int
        var words: Range<Int>
        var whole: Range<Int>
        var priority: Int
        var captures: [RuleCapture]

        func isBefore(_ other: Found) -> Bool {
            let left = (words.lowerBound, -words.count, -priority, -whole.count, rule)
            return left < (other.words.lowerBound, -other.words.count, -other.priority, -other.whole.count, other.rule)
        }
    }

    /// All matches of a sentence, by their beginnings, then in the order of the file.
    private func all(_ sentence: Range<Int>, _ scan: inout RuleScan, _ run: inout RuleRun) -> [Found] {
        var found: [Found] = []
        for start in sentence where scan.isWorthALook(start) {
            var place = scan.programs(at: start, in: sentence)
            while let number = scan.next(&place) {
                let program = programs[number]
                guard run.longest(program, from: start, in: sentence) else { continue }
                let first = run.best.open < 0 ? start : run.best.open
                let last = run.best.close < 0 ? run.best.end : run.best.close
                guard first < last else { continue }
                found.append(
                    Found(
                        program: number, rule: program.rule, words: first..<last, whole: start..<run.best.end,
                        priority: program.priority, captures: run.bestCaptures))
            }
        }
        return found
    }

    /// Best first at each place: by start, length, priority, length with surroundings, order of the file; none meeting another.
    private func chosen(_ found: [Found]) -> [Found] {
        guard found.count > 1 else { return found }
        let all = found.sorted { $0.isBefore($1) }
        var out: [Found] = []
        for match in all where match.priority >= Self.first { add(match, to: &out) }
        for match in all where match.priority < Self.first { add(match, to: &out) }
        return out.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    private func add(_ match: Found, to out: inout [Found]) {
        if !out.contains(where: { $0.words.overlaps(match.words) }) { out.append(match) }
    }

    private func match(_ found: Found, _ sentence: Range<Int>, _ words: RuleText, _ text: (Range<Int>) -> String) -> RuleMatch {
        let rule = rules[found.rule]
        var present: UInt64 = 0
        var values: [String] = []
        for (part, slot, constant) in gifts[found.program] {
            guard slot >= 0 else {
                present |= 1 << UInt64(part.rawValue)
                values.append(constant)
                continue
            }
            let capture = found.captures[slot]
            guard capture.start >= 0, capture.end > capture.start else { continue }
            present |= 1 << UInt64(part.rawValue)
            values.append(value(capture, sentence, words, text))
        }
        let first = sentence.lowerBound
        return RuleMatch(
            rule: found.rule, source: rule.source, kind: rule.gift.kind,
            words: found.words.lowerBound - first..<found.words.upperBound - first,
            whole: found.whole.lowerBound - first..<found.whole.upperBound - first, present: present, values: values,
            slots: slots[found.program], captures: found.captures
        )
    }

    private func value(_ capture: RuleCapture, _ sentence: Range<Int>, _ words: RuleText, _ text: (Range<Int>) -> String) -> String {
        if let fact = capture.fact { return words.facts[fact].value }
        if capture.value >= 0 { return lexicon.values[Int(capture.value)] }
        return text(sentence.lowerBound + Int(capture.start)..<sentence.lowerBound + Int(capture.end))
    }
}
