// The tables `kind, form, value` of a pack come in; what goes out is one look-up from words to classes with values. A form may have several
// words. A kind `part-of-day` is the class `PartOfDay` of the patterns.
internal import RecoupeText

/// The classes of words that patterns name, with what each form of them means.
package struct RuleLexicon: Sendable {
    package struct Entry: Sendable, Hashable {
        package var words: [String]
        package var kind: String
        package var value: String
    }

    private var entries: [String: [Entry]] = [:]
    package private(set) var kinds: Set<String> = []

    /// Reads tables of a pack, each with the columns kind, form, value.
    package init(_ pack: LanguagePack, tables: [String]) throws(PackError) {
        for name in tables {
            for row in try pack.table(name, columns: 3).rows { add(kind: row[0], form: row[1], value: row[2]) }
        }
    }

    private mutating func add(kind: String, form: String, value: String) {
        let words = folded(form).split(separator: " ").map { String($0) }
        guard let first = words.first else { return }
        let kind = Self.className(kind)
        kinds.insert(kind)
        entries[first, default: []].append(Entry(words: words, kind: kind, value: value))
    }

    /// The entries whose first word this is.
    package func entries(_ word: String) -> [Entry] { entries[word] ?? [] }

    /// The value of a form of one word.
    package func value(_ word: String, _ kind: String) -> String? {
        entries[word]?.first { $0.kind == kind && $0.words.count == 1 }?.value
    }

    /// The one-word forms of a kind, with their values.
    package func forms(_ kind: String) -> [String: String] {
        var out: [String: String] = [:]
        for (word, list) in entries {
            for entry in list where entry.kind == kind && entry.words.count == 1 { out[word] = entry.value }
        }
        return out
    }

    private static func className(_ kind: String) -> String {
        kind.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
