// A dictionary's forms and a vocabulary in, the product's lexicon and lemma entries out. Words with the same set of analyses share a class;
// words that no running text holds are left out, so that the table stays small.
internal import RecoupeRead

/// Collects the analyses of forms.
package struct LexiconBuilder {
    private var analyses: [UInt64: Set<String>] = [:]
    /// Lemmas by form and analysis, in the order in which they came.
    private(set) var forms: [DictionaryForm] = []
    private var reader = WordReader()

    package init() {}

    /// Adds a form, where the vocabulary has it (an empty vocabulary has all).
    package mutating func add(_ form: DictionaryForm, vocabulary: Set<UInt64>) {
        let key = reader.key(form.form)
        guard vocabulary.isEmpty || vocabulary.contains(key) else { return }
        analyses[key, default: []].insert(form.analysis)
        forms.append(form)
    }

    package var count: Int { analyses.count }

    /// The classes: for every word its number, for every number the parts of speech as bits. Number 0 is that of unknown words.
    package func classes() -> (entries: [(hash: UInt64, value: UInt16)], parts: [UInt32]) {
        var names: [UInt64: String] = [:]
        for (word, set) in analyses { names[word] = set.sorted().joined(separator: " ") }
        let sorted = Array(Set(names.values)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, UInt16($0 + 1)) })
        let parts = sorted.map { name in
            name.split(separator: " ").reduce(UInt32(0)) { bits, analysis in
                let part = PartOfSpeech(code: String(analysis.prefix { $0 != "|" }))
                return bits | (part.map { 1 << UInt32($0.rawValue + 1) } ?? 0)
            }
        }
        let entries = names.keys.sorted().map { (hash: $0, value: names[$0].flatMap { numbers[$0] } ?? 0) }
        return (entries, [0] + parts)
    }
}
