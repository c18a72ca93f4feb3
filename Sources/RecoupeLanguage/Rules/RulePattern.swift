// The words of a `when` line come in, a pattern goes out. A pattern is made of words in quotation marks (`"le|la"` is either), classes of
// the tables (`Month`), named slots (`month:Month`), groups, `|`, `?`, `*`, `+`, `!` (not followed by), `^` and `$` (start and end of a
// sentence), `.` (any word), and braces around the part that is the result where the rest is only its surroundings.
internal import RecoupeText

/// A pattern over words.
indirect enum RulePattern: Sendable, Hashable {
    case words([String])
    case kind(String)
    case any
    case start
    case end
    case open
    case close
    case sequence([RulePattern])
    case choice([RulePattern])
    case optional(RulePattern)
    case many(RulePattern, atLeastOne: Bool)
    case slot(String, RulePattern)
    case not(RulePattern)
}

/// Reads one pattern.
struct RulePatternParser {
    private enum Mark: Hashable {
        case text(String)
        case name(String)
        case sign(Unicode.Scalar)
    }

    private var marks: [Mark] = []
    private var next = 0
    private let fragments: [String: RulePattern]
    private let file: String
    private let line: Int

    /// Reads the pattern; names of `fragments` stand for their patterns, other names are classes.
    static func parse(
        _ source: RuleSource.Located, fragments: [String: RulePattern], file: String
    ) throws(PackError) -> RulePattern {
        var parser = RulePatternParser(fragments: fragments, file: file, line: source.line)
        try parser.scan(source.text.withoutComment)
        let pattern = try parser.choice()
        guard parser.next == parser.marks.count else { throw parser.error("has a closing mark too many") }
        return pattern
    }

    private init(fragments: [String: RulePattern], file: String, line: Int) {
        self.fragments = fragments
        self.file = file
        self.line = line
    }

    private mutating func scan(_ text: String) throws(PackError) {
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == 0x22 {
                guard let end = bytes[(index + 1)...].firstIndex(of: 0x22) else { throw error("has an open quotation mark") }
                marks.append(.text(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
                index = end + 1
            } else if Self.isLetter(byte) {
                let end = bytes[index...].firstIndex { !Self.isLetter($0) && !(0x30...0x39).contains($0) } ?? bytes.count
                marks.append(.name(String(decoding: bytes[index..<end], as: UTF8.self)))
                index = end
            } else {
                if byte != 0x20, byte != 0x09, byte != 0x0D { marks.append(.sign(Unicode.Scalar(byte))) }
                index += 1
            }
        }
    }

    /// ASCII letters, and whatever is no ASCII.
    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 }

    private mutating func choice() throws(PackError) -> RulePattern {
        var parts = [try sequence()]
        while take("|") { parts.append(try sequence()) }
        return parts.count == 1 ? parts[0] : .choice(parts)
    }

    private mutating func sequence() throws(PackError) -> RulePattern {
        var parts: [RulePattern] = []
        while next < marks.count, marks[next] != .sign("|"), marks[next] != .sign(")") { parts.append(try repeated()) }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func repeated() throws(PackError) -> RulePattern {
        var pattern = try atom()
        while next < marks.count {
            if take("?") {
                pattern = .optional(pattern)
            } else if take("*") {
                pattern = .many(pattern, atLeastOne: false)
            } else if take("+") {
                pattern = .many(pattern, atLeastOne: true)
            } else {
                break
            }
        }
        return pattern
    }

    private mutating func atom() throws(PackError) -> RulePattern {
        guard next < marks.count else { throw error("ends too early") }
        let mark = marks[next]
        next += 1
        switch mark {
        case .text(let text): return Self.literal(text)
        case .name(let name): return take(":") ? .slot(name, try atom()) : fragments[name] ?? .kind(name)
        case .sign("("): return try group()
        case .sign("!"): return .not(try atom())
        case .sign("^"): return .start
        case .sign("$"): return .end
        case .sign("."): return .any
        case .sign("{"): return .open
        case .sign("}"): return .close
        case .sign(let sign): throw error("has an unknown mark \(sign)")
        }
    }

    private mutating func group() throws(PackError) -> RulePattern {
        let inner = try choice()
        guard take(")") else { throw error("has an open bracket") }
        return inner
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard next < marks.count, marks[next] == .sign(sign) else { return false }
        next += 1
        return true
    }

    /// Words in quotation marks: alternatives parted by `|`, words by blanks.
    private static func literal(_ text: String) -> RulePattern {
        let choices = folded(text).split(separator: "|").map { RulePattern.words($0.split(separator: " ").map { String($0) }) }
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private func error(_ trouble: String) -> PackError {
        PackError(file: file, line: line, trouble: "the pattern \(trouble)", remedy: "see Languages/README.md on patterns")
    }
}
