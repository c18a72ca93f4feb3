// Running text in, its words with their counts out. A text is a file with a paragraph a line, read through the language's own tokeniser.
internal import RecoupeLanguage
package import RecoupeRead

/// The words of running text.
package struct Vocabulary {
    package private(set) var counts: [UInt64: Int] = [:]

    package init() {}

    /// Counts the words of some text.
    package mutating func add(_ analysis: Analysis) {
        var reader = WordReader()
        for token in analysis.tokens { counts[reader.key(token.form), default: 0] += 1 }
    }

    /// The words seen at least so often.
    package func words(minimum: Int) -> Set<UInt64> { Set(counts.filter { $0.value >= minimum }.keys) }
}
