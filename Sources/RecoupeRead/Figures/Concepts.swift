// Words of one language come in, keys that all packs share go out (`soldats` → `soldier`), so that what is counted and what happened can be
// compared across reports and languages. A word without a concept keeps its lemma, or its singular where no lemma is known.
package import RecoupeLanguage
internal import RecoupeText

/// The concepts of one language.
package struct Concepts: Sendable {
    private let concepts: [String: String]
    private let states: [String: State]
    private let plurals: [(ending: String, singular: String)]

    /// What a concept of state is said of.
    package enum State: String, Sendable { case people, goods, any }

    /// Reads `concepts.tsv`: word, concept, and what it is said of where the concept says what became of something.
    package init(_ pack: LanguagePack) throws(PackError) {
        var concepts: [String: String] = [:]
        var states: [String: State] = [:]
        for row in try pack.table("concepts.tsv", columns: 2).rows {
            concepts[folded(row[0])] = row[1]
            states[row[1]] = states[row[1]] ?? State(rawValue: row[2])
        }
        self.concepts = concepts
        self.states = states
        let rules = try pack.table("numbers.tsv", columns: 3).rows.filter { $0[0] == "plural-rule" }
        plurals = rules.map { (folded($0[1]), folded($0[2])) }.sorted { $0.ending.utf8.count > $1.ending.utf8.count }
    }

    /// The concept of a word, or nothing.
    package func concept(_ token: Token) -> String? {
        concepts[token.folded] ?? concepts[folded(token.lemma)] ?? concepts[singular(token.folded)]
    }

    /// The concept of a word where it says what became of something (`dead`, `arrested`), and of what it is said.
    package func state(_ token: Token) -> (concept: String, of: State)? {
        guard let concept = concept(token), let state = states[concept] else { return nil }
        return (concept, state)
    }

    /// What is compared: the concept, else the lemma, else the singular.
    package func key(_ token: Token) -> String {
        if let concept = concept(token) { return concept }
        let lemma = folded(token.lemma)
        return token.upos == .other || lemma.isEmpty || lemma == token.folded ? singular(token.folded) : lemma
    }

    private func singular(_ word: String) -> String {
        guard word.utf8.count > 3 else { return word }
        for (ending, singular) in plurals where word.hasSuffix(ending) { return String(word.dropLast(ending.count)) + singular }
        return word
    }
}
