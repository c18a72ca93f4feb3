// The tables `kind, form, value` of a pack come in, and the words that its rules name; what goes out is a number for each word, and by that
// number the classes that begin there, with their values. A form may have several words. A kind `part-of-day` is the class `PartOfDay` of
// the patterns.
internal import RecoupeText

/// The classes of words that patterns name, with what each form of them means.
package struct RuleLexicon: Sendable {
    /// A form of a class, kept with its first word.
    struct Entry: Sendable {
        var kind: Int32
        /// Index into `values`.
        var value: Int32
        /// How many words it has; those after the first are `rest` and what follows.
        var count: Int32
        var rest: Int32
    }

    /// The numbers of all words of tables and rules.
    package private(set) var words = WordTable()
    /// What forms mean; the first says nothing.
    package private(set) var values = [""]
    /// Numbers of the classes, those that words bring with them first.
    let kinds: [String: Int]
    let factCount: Int
    /// Of the classes that words bring with them those that most words have; as bits.
    let commonFacts: UInt64
    private(set) var entries: [Entry] = []
    /// Where the entries of each word begin, and the end.
    private(set) var starts: [Int32] = []
    /// The further words of forms.
    private(set) var rests: [Int32] = []
    /// For each word the classes of its entries, `kindWords` numbers of 64 bits each.
    private(set) var kindBits: [UInt64] = []
    let kindWords: Int
    /// The words of the longest form of each class.
    private(set) var widths: [Int]
    private var byKind: [String: [String: String]] = [:]

    /// Reads tables of a pack, each with the columns kind, form, value, and the words of its rule files; `facts` are the classes that words
    /// bring with them, at most 64; those of `common` are of most words.
    package init(
        _ pack: LanguagePack, tables: [String], facts: [String], common: Set<String> = [], rules: [String]
    ) throws(PackError) {
        factCount = facts.count
        commonFacts = facts.indices.reduce(0) { common.contains(facts[$1]) ? $0 | 1 << UInt64($1) : $0 }
        var kinds: [String: Int] = [:]
        for (number, fact) in facts.enumerated() { kinds[fact] = number }
        var rows: [(kind: String, form: String, value: String)] = []
        for name in tables {
            for row in try pack.table(name, columns: 3).rows {
                let kind = Self.className(row[0])
                if kinds[kind] == nil { kinds[kind] = kinds.count }
                rows.append((kind, folded(row[1]), row[2]))
            }
        }
        self.kinds = kinds
        kindWords = kinds.count / 64 + 1
        widths = Array(repeating: 1, count: kinds.count)
        for row in rows { note(row.kind, row.form, row.value) }
        fill(rows.map { (kinds[$0.kind] ?? 0, $0.form, $0.value) })
        for name in rules { for word in RuleFile.words(pack.bytes(name) ?? []) { _ = words.add(word) } }
        starts += Array(repeating: Int32(entries.count), count: words.count + 1 - starts.count)
        setKindBits()
    }

    private mutating func note(_ kind: String, _ form: String, _ value: String) {
        let parts = form.split(separator: " ")
        guard parts.count == 1, let word = parts.first.map({ String($0) }), byKind[kind]?[word] == nil else { return }
        byKind[kind, default: [:]][word] = value
    }

    private mutating func fill(_ rows: [(kind: Int, form: String, value: String)]) {
        var valueNumbers = ["": Int32(0)]
        var found: [[Entry]] = []
        for row in rows {
            let numbers = row.form.split(separator: " ").map { words.add(String($0)) }
            guard let first = numbers.first else { continue }
            if valueNumbers[row.value] == nil {
                valueNumbers[row.value] = Int32(values.count)
                values.append(row.value)
            }
            if found.count < words.count { found += Array(repeating: [], count: words.count - found.count) }
            found[Int(first)].append(
                Entry(kind: Int32(row.kind), value: valueNumbers[row.value] ?? 0, count: Int32(numbers.count), rest: Int32(rests.count)))
            rests += numbers.dropFirst()
            widths[row.kind] = max(widths[row.kind], numbers.count)
        }
        for own in found {
            starts.append(Int32(entries.count))
            entries += own
        }
    }

    private mutating func setKindBits() {
        kindBits = Array(repeating: 0, count: words.count * kindWords)
        for number in 0..<words.count {
            for entry in entries[Int(starts[number])..<Int(starts[number + 1])] {
                kindBits[number * kindWords + Int(entry.kind) / 64] |= 1 << UInt64(entry.kind % 64)
            }
        }
    }

    /// The tables by which forms are found, for as long as the body runs.
    func withTables(
        _ body: (UnsafeBufferPointer<Entry>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<Int32>, UnsafeBufferPointer<UInt64>) -> Void
    ) {
        entries.withUnsafeBufferPointer { entries in
            starts.withUnsafeBufferPointer { starts in
                rests.withUnsafeBufferPointer { rests in kindBits.withUnsafeBufferPointer { body(entries, starts, rests, $0) } }
            }
        }
    }

    /// Whether any form begins with the word of this number.
    package func hasEntries(_ number: Int32) -> Bool { number >= 0 && starts[Int(number)] < starts[Int(number) + 1] }

    /// The value of a form of one word.
    package func value(_ word: String, _ kind: String) -> String? { byKind[kind]?[word] }

    /// The one-word forms of a kind, with their values.
    package func forms(_ kind: String) -> [String: String] { byKind[kind] ?? [:] }

    /// For each word one bit for each of some kinds of which it is a form by itself.
    package func marks(_ names: [String]) -> [UInt64] {
        var out = Array(repeating: UInt64(0), count: words.count)
        for (bit, name) in names.enumerated() {
            for word in forms(name).keys {
                let number = words.number(of: word)
                if number >= 0 { out[Int(number)] |= 1 << UInt64(bit) }
            }
        }
        return out
    }

    private static func className(_ kind: String) -> String {
        kind.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
