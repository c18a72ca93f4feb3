// A rule file as text comes in, its rules as written go out: names, patterns, values and examples, each with its line. Nothing is compiled
// here; what is said twice, left out or unknown is an error with its line, because a rule that does not load must say why.
internal import RecoupeText

/// One rule as its file has it.
package struct RuleSource: Sendable, Hashable {
    package var name: String
    package var line: Int
    /// Alternatives; each `when` line is one.
    package var patterns: [Located]
    package var gives: Located?
    /// Decides between two matches of the same length; the greater wins.
    package var priority: Int
    package var examples: [RuleExample]

    /// Some words of the file and their line.
    package struct Located: Sendable, Hashable {
        package var text: String
        package var line: Int
    }
}

/// An `ok` or `no` line: a text, and what the rule must make of it.
package struct RuleExample: Sendable, Hashable {
    package var line: Int
    package var text: String
    /// The value that the rule gives; nothing for a `no` line.
    package var value: String?
    /// The day of publication that the example supposes (`@ 2021-07-26`).
    package var reference: String?
}

/// The parts of a rule file: fragments (`let`) and rules.
struct RuleFile {
    private(set) var fragments: [(name: String, pattern: RuleSource.Located)] = []
    private(set) var rules: [RuleSource] = []
    private let file: String

    init(_ bytes: [UInt8], file: String) throws(PackError) {
        self.file = file
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() { try read(line, index + 1) }
        var names: Set<String> = []
        for rule in rules { try check(rule, &names) }
    }

    private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) throws(PackError) {
        let words = line.drop { $0 == 0x20 || $0 == 0x09 }
        guard let first = words.first, first != 0x23, !words.starts(with: [0x2D, 0x2D]) else { return }
        let key = words.prefix { $0 != 0x20 }
        let rest = String(decoding: words.dropFirst(key.count).drop { $0 == 0x20 }, as: UTF8.self)
        try read(String(decoding: key, as: UTF8.self), rest, number)
    }

    private mutating func read(_ key: String, _ rest: String, _ number: Int) throws(PackError) {
        switch key {
        case "let": try readFragment(rest, number)
        case "rule": rules.append(RuleSource(name: rest.trimmed, line: number, patterns: [], gives: nil, priority: 0, examples: []))
        case "when": try change(number) { $0.patterns.append(.init(text: rest, line: number)) }
        case "gives": try change(number) { $0.gives = .init(text: rest.withoutComment, line: number) }
        case "prior":
            guard let priority = Int(rest.withoutComment.trimmed) else { throw error(number, "a priority is a whole number") }
            try change(number) { $0.priority = priority }
        case "ok", "no":
            let example = try example(rest, number, isWanted: key == "ok")
            try change(number) { $0.examples.append(example) }
        default: throw error(number, "\(key) is no key of a rule", "use let, rule, when, gives, prior, ok or no")
        }
    }

    private mutating func readFragment(_ text: String, _ line: Int) throws(PackError) {
        let parts = text.split(separator: "=", maxSplits: 1)
        guard parts.count == 2 else { throw error(line, "a fragment needs a name and a pattern", "write let Name = pattern") }
        fragments.append((String(parts[0]).trimmed, .init(text: String(parts[1]), line: line)))
    }

    private mutating func change(_ line: Int, _ body: (inout RuleSource) -> Void) throws(PackError) {
        guard var rule = rules.popLast() else { throw error(line, "stands before the first rule", "begin with rule NAME") }
        body(&rule)
        rules.append(rule)
    }

    private func example(_ text: String, _ line: Int, isWanted: Bool) throws(PackError) -> RuleExample {
        guard text.utf8.first == 0x22, let end = text.utf8.dropFirst().firstIndex(of: 0x22) else {
            throw error(line, "an example is a text between double quotation marks")
        }
        let words = String(text[text.index(after: text.startIndex)..<end])
        let rest = String(text[text.index(after: end)...]).withoutComment.trimmed
        guard isWanted else { return RuleExample(line: line, text: words, value: nil, reference: nil) }
        guard rest.hasPrefix("=") else { throw error(line, "an ok line needs a value", "write ok \"text\" = value") }
        let parts = rest.dropFirst().split(separator: "@", maxSplits: 1).map { String($0).trimmed }
        return RuleExample(line: line, text: words, value: parts.first ?? "", reference: parts.count > 1 ? parts[1] : nil)
    }

    private func check(_ rule: RuleSource, _ names: inout Set<String>) throws(PackError) {
        if rule.patterns.isEmpty { throw error(rule.line, "\(rule.name) has no pattern", "add a when line") }
        if rule.gives == nil { throw error(rule.line, "\(rule.name) gives nothing", "add a gives line") }
        if !rule.examples.contains(where: { $0.value != nil }) {
            throw error(rule.line, "\(rule.name) has no example", "add an ok line: a rule without one does not load")
        }
        if !names.insert(rule.name).inserted { throw error(rule.line, "two rules are called \(rule.name)", "rename one") }
    }

    /// The words between quotation marks of a file's patterns, folded.
    static func words(_ bytes: [UInt8]) -> [String] {
        var out: [String] = []
        for line in bytes.split(separator: 0x0A) {
            let key = line.drop { $0 == 0x20 || $0 == 0x09 }
            guard key.starts(with: "when".utf8) || key.starts(with: "let".utf8) else { continue }
            for (index, part) in key.split(separator: 0x22, omittingEmptySubsequences: false).enumerated() where index % 2 == 1 {
                let words = folded(String(decoding: part, as: UTF8.self)).utf8.split { $0 == 0x7C || $0 == 0x20 }
                out += words.map { String(Substring($0)) }
            }
        }
        return out
    }

    private func error(_ line: Int, _ trouble: String, _ remedy: String = "see Languages/README.md") -> PackError {
        PackError(file: file, line: line, trouble: trouble, remedy: remedy)
    }
}

extension String {
    /// Without blanks at both ends.
    var trimmed: String {
        var bytes = utf8[...]
        while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D { bytes.removeLast() }
        return String(Substring(bytes.drop { $0 == 0x20 || $0 == 0x09 }))
    }

    /// Without what follows `--` outside double quotation marks.
    var withoutComment: String {
        var isQuoted = false
        var previous: UInt8 = 0x20
        for index in utf8.indices {
            let byte = utf8[index]
            if byte == 0x22 { isQuoted.toggle() }
            if byte == 0x2D, previous == 0x2D, !isQuoted { return String(self[..<utf8.index(before: index)]) }
            previous = byte
        }
        return self
    }
}
