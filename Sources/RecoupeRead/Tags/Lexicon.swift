// A word in, what the lexicon of its language allows out: a class of analyses and the parts of speech among them. The lexicon holds hashes
// of words, not words; the classes are those of the source named in the model's card.
internal import RecoupeLanguage

/// The lexicon inside a model.
package struct Lexicon: Sendable {
    private let classes: HashTable
    private let clusters: HashTable
    /// The parts of speech of each class as bits.
    private let allowed: [UInt32]

    package init(classes: HashTable, allowed: [UInt32], clusters: HashTable) {
        self.classes = classes
        self.allowed = allowed
        self.clusters = clusters
    }

    init(_ file: ModelFile) throws(PackError) {
        classes = HashTable(checks: try file.numbers("lexicon.keys"), values: try file.numbers("lexicon.class"))
        allowed = try file.numbers("lexicon.parts")
        clusters = HashTable(checks: try file.numbers("cluster.keys"), values: try file.numbers("cluster.number"))
    }

    /// Adds to a word's facts what the lexicon knows.
    package func complete(_ facts: inout WordFacts) {
        if let found = classes[facts.word], Int(found) < allowed.count {
            facts.lexical = Int(found)
            facts.allowed = UInt64(allowed[Int(found)])
        }
        facts.cluster = UInt64(clusters[facts.word] ?? 0)
    }
}
