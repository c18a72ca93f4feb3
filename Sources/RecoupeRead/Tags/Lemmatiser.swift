// A word and its tag in, its lemma out: first what was seen of this word with this tag, then of this word with this part of speech, then
// rules by the word's ending, learned from the same words. A rule takes letters off the end and puts others there.
internal import RecoupeLanguage

/// Finds lemmas.
package struct Lemmatiser: Sendable {
    /// How a lemma comes from its word.
    package struct Rule: Sendable, Hashable {
        /// The word as it stands, capitals kept.
        package var keepsForm: Bool
        /// Letters to take off the end of the word in lower case.
        package var drops: Int
        package var adds: String

        package init(keepsForm: Bool, drops: Int, adds: String) {
            self.keepsForm = keepsForm
            self.drops = drops
            self.adds = adds
        }

        package init?(_ line: String) {
            let cells = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard let count = cells.first.flatMap({ Int($0) }) else { return nil }
            self.init(keepsForm: count < 0, drops: max(0, count), adds: cells.count > 1 ? String(cells[1]) : "")
        }

        package var line: String { keepsForm ? "-1" : adds.isEmpty ? "\(drops)" : "\(drops) \(adds)" }

        package func apply(_ form: String) -> String {
            if keepsForm { return form }
            let lower = Self.lower(form)
            return drops == 0 ? lower + adds : String(String.UnicodeScalarView(lower.unicodeScalars.dropLast(drops))) + adds
        }

        /// A word in lower case with straight apostrophes.
        package static func lower(_ form: String) -> String {
            let lower = form.lowercased()
            guard lower.utf8.contains(0xE2) else { return lower }
            return String(String.UnicodeScalarView(lower.unicodeScalars.map { $0.value == 0x2019 ? "'" : $0 }))
        }
    }

    package static let longestEnding = 6
    private let table: HashTable
    private let rules: [Rule]

    package init(table: HashTable, rules: [Rule]) {
        self.table = table
        self.rules = rules
    }

    init(_ file: ModelFile) throws(PackError) {
        table = HashTable(checks: try file.numbers("lemma.keys"), values: try file.numbers("lemma.rule"))
        rules = try file.lines("lemma.rules").compactMap { Rule($0) }
    }

    /// The lemma of a word; `signature` is that of its tag (`signature(_:)`), `reader` one that may be used up.
    package func lemma(of form: String, tag: UInt64, signature: UInt64, part: UInt64, reader: inout WordReader) -> String {
        let word = reader.key(form)
        if let rule = rule(Self.key(word, tag, 1)) ?? rule(Self.key(word, signature, 2)) ?? rule(Self.key(word, part, 3)) {
            return rule.apply(form)
        }
        for count in stride(from: Self.longestEnding, through: 1, by: -1) {
            let ending = reader.suffix(count)
            if ending != 0, let rule = rule(Self.key(ending, signature, 3 + UInt64(count))) { return rule.apply(form) }
        }
        return rule(Self.key(0, part, 20))?.apply(form) ?? Rule.lower(form)
    }

    private func rule(_ key: UInt64) -> Rule? {
        guard let number = table[key], Int(number) < rules.count else { return nil }
        return rules[Int(number)]
    }

    /// The key of an entry: a word or an ending, a tag, and which kind of entry it is.
    package static func key(_ word: UInt64, _ tag: UInt64, _ kind: UInt64) -> UInt64 { mixed(100 + kind, word, tag) }

    /// What of a tag tells lemmas of one word apart: the part of speech with number, person, tense, mood and form.
    package static func signature(_ name: String) -> UInt64 {
        let cells = name.split(separator: " ")
        var text = String(cells.first ?? "X")
        if cells.count > 1 {
            for feature in cells[1].split(separator: "|") where kept.contains(where: { feature.hasPrefix($0) }) { text += "|" + feature }
        }
        return hash(text)
    }

    private static let kept = ["Number=", "Person=", "Tense=", "Mood=", "VerbForm=", "Degree="]

    /// A text's hash.
    package static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
