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
        for (index, line) in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            try read(String(line), index + 1)
        }
        for rule in rules { try check(rule) }
    }

    private mutating func read(_ line: String, _ number: Int) throws(PackError) {
        let words = line.drop { $0 == " " || $0 == "\t" }
        guard let first = words.first, first != "#", !words.hasPrefix("--") else { return }
        let key = String(words.prefix { $0 != " " })
        let rest = String(words.dropFirst(key.count).drop { $0 == " " })
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
        guard text.first == "\"", let end = text.dropFirst().firstIndex(of: "\"") else {
            throw error(line, "an example is a text between double quotation marks")
        }
        let words = String(text[text.index(after: text.startIndex)..<end])
        let rest = String(text[text.index(after: end)...]).withoutComment.trimmed
        guard isWanted else { return RuleExample(line: line, text: words, value: nil, reference: nil) }
        guard rest.hasPrefix("=") else { throw error(line, "an ok line needs a value", "write ok \"text\" = value") }
        let parts = rest.dropFirst().split(separator: "@", maxSplits: 1).map { String($0).trimmed }
        return RuleExample(line: line, text: words, value: parts.first ?? "", reference: parts.count > 1 ? parts[1] : nil)
    }

    private func check(_ rule: RuleSource) throws(PackError) {
        if rule.patterns.isEmpty { throw error(rule.line, "\(rule.name) has no pattern", "add a when line") }
        if rule.gives == nil { throw error(rule.line, "\(rule.name) gives nothing", "add a gives line") }
        if !rule.examples.contains(where: { $0.value != nil }) {
            throw error(rule.line, "\(rule.name) has no example", "add an ok line: a rule without one does not load")
        }
        if rules.filter({ $0.name == rule.name }).count > 1 { throw error(rule.line, "two rules are called \(rule.name)", "rename one") }
    }

    /// The words between quotation marks of a file's patterns, folded.
    static func words(_ bytes: [UInt8]) -> [String] {
        var out: [String] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            let key = line.drop { $0 == " " || $0 == "\t" }
            guard key.hasPrefix("when") || key.hasPrefix("let") else { continue }
            for (index, part) in key.split(separator: "\"", omittingEmptySubsequences: false).enumerated() where index % 2 == 1 {
                out += folded(part).split { $0 == "|" || $0 == " " }.map { String($0) }
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
        var slice = self[...]
        while let last = slice.last, last == " " || last == "\t" || last == "\r" { slice.removeLast() }
        return String(slice.drop { $0 == " " || $0 == "\t" })
    }

    /// Without what follows `--` outside double quotation marks.
    var withoutComment: String {
        var isQuoted = false
        var previous: Character = " "
        for index in indices {
            if self[index] == "\"" { isQuoted.toggle() }
            if self[index] == "-", previous == "-", !isQuoted { return String(self[..<self.index(before: index)]) }
            previous = self[index]
        }
        return self
    }
}
