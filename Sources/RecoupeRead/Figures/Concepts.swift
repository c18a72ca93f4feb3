// Words of one language come in, keys that all packs share go out (`soldats` → `soldier`), so that what is counted and what happened can be
// compared across reports and languages. A word without a concept keeps its lemma, or its singular where no lemma is known.
package import RecoupeLanguage
internal import RecoupeText

/// The concepts of one language.
package struct Concepts: Sendable {
    private let concepts: [String: String]
    private let states: Set<String>
    private let plurals: [(ending: String, singular: String)]

    /// Reads `concepts.tsv`: word, concept, and `state` where the concept says what became of something.
    package init(_ pack: LanguagePack) throws(PackError) {
        var concepts: [String: String] = [:]
        var states: Set<String> = []
        for row in try pack.table("concepts.tsv", columns: 2).rows {
            concepts[folded(row[0])] = row[1]
            if row[2] == "state" { states.insert(row[1]) }
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

    /// The concept of a word where it says what became of something (`dead`, `arrested`).
    package func state(_ token: Token) -> String? {
        guard let concept = concept(token), states.contains(concept) else { return nil }
        return concept
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
