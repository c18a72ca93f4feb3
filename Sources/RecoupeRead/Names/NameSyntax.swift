// A word of a name and its sentence's tree in, what governs the name out: `directeur de X`, `X annonce`, `X, filiale de`. Names are mostly flat in
// the tree, so the way goes from the word up to the first that is no mere continuation.

/// The word that governs a name, as hashes.
package struct NameSyntax: Sendable, Hashable {
    private enum Tuning {
        /// Steps up from a word to the first of its name.
        static let steps = 4
    }

    /// The governing word, folded; 0 where there is none.
    var governor: UInt64 = 0
    /// The same word as it is written, under which its cluster is kept.
    var written: UInt64 = 0
    /// How the name depends on it.
    var relation: UInt64 = 0

    init() {}

    /// Nothing for words in lower case and for signs.
    init(_ analysis: Analysis, _ token: Int, sentence: Int) {
        let first = analysis.sentences[sentence].tokens.lowerBound
        guard let letter = analysis.tokens[token].form.unicodeScalars.first, LetterCase(letter) == .upper else { return }
        var word = token
        for _ in 0..<Tuning.steps where analysis.tokens[word].relation.utf8.starts(with: "flat".utf8) && analysis.tokens[word].head >= 0 {
            word = first + analysis.tokens[word].head
        }
        relation = Self.hash(analysis.tokens[word].relation)
        guard analysis.tokens[word].head >= 0 else { return }
        let head = analysis.tokens[first + analysis.tokens[word].head]
        governor = Self.hash(head.folded)
        written = NameFactsReader.writtenHash(head.form)
    }

    private static func hash(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { fnv($0) }
    }
}
