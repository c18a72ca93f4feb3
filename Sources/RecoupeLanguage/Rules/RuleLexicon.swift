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
    private var byKind: [String: [String: String]] = [:]
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
        if words.count == 1, byKind[kind]?[first] == nil { byKind[kind, default: [:]][first] = value }
    }

    /// The entries whose first word this is.
    package func entries(_ word: String) -> [Entry] { entries[word] ?? [] }

    /// The value of a form of one word.
    package func value(_ word: String, _ kind: String) -> String? {
        byKind[kind]?[word]
    }

    /// The one-word forms of a kind, with their values.
    package func forms(_ kind: String) -> [String: String] { byKind[kind] ?? [:] }

    private static func className(_ kind: String) -> String {
        kind.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
