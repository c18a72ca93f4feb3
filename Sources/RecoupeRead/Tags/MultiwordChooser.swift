// A sentence's tokens in, out the places where a word that may stand for several (`des` = `de` + `les`) does. A linear model over the
// neighbours' words and lexicon classes decides each place by itself, before tagging.
internal import RecoupeLanguage

/// Decides whether an ambiguous word is one word or several.
package struct MultiwordChooser: Sendable {
    private let weights: [Int16]
    package static let size = 1 << 14

    package init(weights: [Int16]) { self.weights = weights }

    init(_ file: ModelFile) throws(PackError) { weights = try file.numbers("several") }

    /// Whether the word at an index stands for several; `facts` has two borders before and after.
    package func isSeveral(_ facts: UnsafeBufferPointer<WordFacts>, at: Int) -> Bool {
        guard weights.count == Self.size else { return false }
        return Self.features(facts, at: at).reduce(0) { $0 + Int(weights[$1]) } > 0
    }

    /// The places of the features' weights.
    package static func features(_ facts: UnsafeBufferPointer<WordFacts>, at: Int) -> [Int] {
        let (own, next, last) = (facts[at], facts[at + 1], facts[at - 1])
        let hashes = [
            mixed(1, own.word), mixed(2, last.word), mixed(3, next.word), mixed(4, last.word, facts[at - 2].word),
            mixed(5, UInt64(last.lexical)), mixed(6, UInt64(next.lexical)), mixed(7, last.allowed, next.allowed),
            mixed(8, last.suffixes.2), mixed(9, next.suffixes.2), mixed(10, last.allowed, facts[at - 2].allowed),
            mixed(11, last.cluster), mixed(12, next.cluster), mixed(13, last.word, next.allowed), mixed(14, facts[at - 2].word),
            mixed(15, own.shape, last.shape), mixed(16, facts[at + 2].word), mixed(17, last.suffixes.1, last.allowed),
            mixed(18, next.shape), mixed(19, facts[at - 2].allowed), mixed(20, facts[at + 2].allowed, next.allowed),
        ]
        return hashes.map { Int(truncatingIfNeeded: $0) & (size - 1) }
    }
}
