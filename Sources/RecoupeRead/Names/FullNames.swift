// The persons' names of several words in an article, by their words: which mentions end or begin with a word, and which pairs of different
// names are near enough to be compared. Keeps articles with thousands of names from being compared pair by pair.

/// Mentions of persons by several words, for look-up.
struct FullNames {
    /// One mention for each name, the first.
    let each: [Int]
    /// Pairs of different names whose first and last words begin with the same letters.
    let neighbours: [(Int, Int)]
    private let byLast: [String: [Int]]
    private let byFirst: [String: [Int]]
    /// Last words by their first letter.
    private let lasts: [Character: [String]]

    init(_ all: [Int], _ mentions: [NameMention]) {
        var seen: Set<[String]> = []
        each = all.filter { seen.insert(mentions[$0].keys).inserted }
        byLast = Dictionary(grouping: all) { mentions[$0].keys.last ?? "" }
        byFirst = Dictionary(grouping: all) { mentions[$0].keys.first ?? "" }
        lasts = Dictionary(grouping: byLast.keys.filter { !$0.isEmpty }.sorted()) { $0.first ?? " " }
        let near = Dictionary(grouping: each) { index in
            [mentions[index].keys.first?.first, mentions[index].keys.last?.first]
        }
        neighbours = near.values.flatMap { group in
            group.enumerated().flatMap { place, a in group[(place + 1)...].map { (a, $0) } }
        }.sorted { $0 < $1 }
    }

    /// Mentions whose last word is this.
    func ending(in word: String) -> [Int] { byLast[word] ?? [] }

    /// Mentions whose first word is this.
    func opening(with word: String) -> [Int] { byFirst[word] ?? [] }

    /// Mentions whose last word is this or nearly this, in order.
    func endingNearly(in word: String) -> [Int] {
        guard let letter = word.first else { return [] }
        let words = (lasts[letter] ?? []).filter { $0 == word || ReferentGrouper.nearlySame($0, word) }
        return words.flatMap { byLast[$0] ?? [] }.sorted()
    }
}
