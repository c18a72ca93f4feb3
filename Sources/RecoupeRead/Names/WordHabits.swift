// What a model knows of words in running text: the cluster of words that stand where it stands (Martin, Liermann, Ney 1998), and what a
// word mostly names there. Words are kept as hashes.

/// Habits of words.
package struct WordHabits: Sendable {
    /// Hash of a word as written → fine cluster times 64 plus coarse cluster.
    package var classes: HashTable
    /// Hash of a word as written → code of what it mostly names (`HabitCode`); words that name nothing in particular are not there.
    package var names: HashTable

    package init(classes: HashTable = HashTable([]), names: HashTable = HashTable([])) {
        self.classes = classes
        self.names = names
    }

    /// The fine and the coarse cluster, apart from the numbers below 16.
    func clusters(_ word: UInt64) -> (UInt64, UInt64)? {
        classes[word].map { (UInt64($0 >> 6) + 16, UInt64($0 & 63) + 16) }
    }

    /// The code of a word that stood `counts` times as a person's first word, other words of persons, organisation, place, other
    /// name and none; nothing for words seen too seldom. Says what is most frequent, how firmly, and whether it was seen often.
    package static func code(_ counts: [Int], minimum: Int) -> UInt16? {
        let total = counts.reduce(0, +)
        guard total >= minimum, let most = counts.max(), let slot = counts.firstIndex(of: most) else { return nil }
        let share = Double(most) / Double(total)
        return UInt16(1 + slot * 6 + (share < 0.6 ? 0 : share < 0.85 ? 2 : 4) + (total < 8 ? 0 : 1))
    }
}
