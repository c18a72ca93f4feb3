// Words of one language come in, keys that all packs share go out (`soldats` → `soldier`), so that what is counted and what happened can be
// compared across reports and languages. A word without a concept keeps its lemma, or its singular where no lemma is known.
package import RecoupeLanguage
internal import RecoupeText

/// The concepts of one language.
package struct Concepts: Sendable {
    private let words: WordTable
    /// The concept of each word of the table.
    private let concepts: [String]
    private let states: [String: State]
    private let plurals: [(ending: String, singular: String)]

    /// What a concept of state is said of.
    package enum State: String, Sendable { case people, goods, any }

    /// Reads `concepts.tsv`: word, concept, and what it is said of where the concept says what became of something.
    package init(_ pack: LanguagePack) throws(PackError) {
        var words = WordTable()
        var concepts: [String] = []
        var states: [String: State] = [:]
        for row in try pack.table("concepts.tsv", columns: 2).rows {
            let number = Int(words.add(folded(row[0])))
            if number < concepts.count { concepts[number] = row[1] } else { concepts.append(row[1]) }
            states[row[1]] = states[row[1]] ?? State(rawValue: row[2])
        }
        self.words = words
        self.concepts = concepts
        self.states = states
        let rules = try pack.table("numbers.tsv", columns: 3).rows.filter { $0[0] == "plural-rule" }
        plurals = rules.map { (folded($0[1]), folded($0[2])) }.sorted { $0.ending.utf8.count > $1.ending.utf8.count }
    }

    /// The concept of a word, or nothing.
    package func concept(_ token: Token) -> String? {
        concept(token.folded) ?? concept(ofLemma: token) ?? (hasPlural(token.folded) ? concept(singular(token.folded)) : nil)
    }

    private func concept(_ word: String) -> String? {
        let number = words.number(of: word)
        return number < 0 ? nil : concepts[Int(number)]
    }

    private func concept(ofLemma token: Token) -> String? {
        guard token.lemma != token.folded else { return nil }
        let isPlain = token.lemma.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
        return concept(isPlain ? token.lemma : folded(token.lemma))
    }

    private func hasPlural(_ word: String) -> Bool { word.utf8.count > 3 && plurals.contains { word.hasSuffix($0.ending) } }

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
