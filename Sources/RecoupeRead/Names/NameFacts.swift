// What a tagger of names sees of each word: the word and its parts as hashes, its shape, its cluster in running text, what the word lists
// say, and what the rest of the article says of the same word. Computed once an article; the templates then only mix numbers.
internal import RecoupeText

/// What a model sees of one word.
package struct NameFacts: Sendable {
    package var word: UInt64 = 1
    package var folded: UInt64 = 1
    package var prefixes: (UInt64, UInt64) = (0, 0)
    package var suffixes: (UInt64, UInt64, UInt64) = (0, 0, 0)
    package var shape: UInt64 = 15
    /// Letters as `X` and `x`, digits as `0`, runs of one kind once.
    package var pattern: UInt64 = 0
    package var clusters: (UInt64, UInt64) = (0, 0)
    /// Kind and place in a known name.
    package var known: UInt64 = 0
    /// The type of a known place.
    package var knownType: UInt64 = 0
    /// What the word lists say: first name, title, head, demonym, stop word, particle, joining word, …
    package var lists: UInt64 = 0
    package var head: UInt64 = 0
    /// What the article says of the same word elsewhere.
    package var elsewhere: UInt64 = 0
    /// What running text says of the word: how often a person's, an organisation's, a place's, another name, or none.
    package var lexical: UInt64 = 0
    package var upos: UInt64 = 0
    /// Kind and place in what the rules take for a name, and the rule.
    package var ruled: UInt64 = 0
    package var rule: UInt64 = 0
    /// The word that governs the name, its cluster, and how.
    package var governor: UInt64 = 0
    package var governorClusters: (UInt64, UInt64) = (0, 0)
    package var relation: UInt64 = 0
    /// Inside a short quotation: its length and the place in it, and the word before it.
    package var quoted: UInt64 = 0
    package var quotedAfter: UInt64 = 0
    /// The run of capitals that the word stands in; empty for others.
    package var run: Range<Int> = 0..<0

    package init() {}
}
