// Words of one language come in, keys that all packs share go out (`soldats` → `soldier`), so that what is counted and what happened can be
// compared across reports and languages. A word without a concept keeps its lemma, or its singular where no lemma is known.
package import RecoupeLanguage
internal import RecoupeText

/// The concepts of one language.
package struct Concepts: Sendable {
    private let words: WordTable
    /// The concept of each word of the table.
    private let concepts: [String]
    /// Likewise what it is said of, where it is one of state.
    private let states: [State?]
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
        self.states = concepts.map { states[$0] }
        let rules = try pack.table("numbers.tsv", columns: 3).rows.filter { $0[0] == "plural-rule" }
        plurals = rules.map { (folded($0[1]), folded($0[2])) }.sorted { $0.ending.utf8.count > $1.ending.utf8.count }
    }

    /// The concept of a word, or nothing.
    package func concept(_ token: Token) -> String? { number(token).map { concepts[$0] } }

    /// Which row of the table a word is, by its form, its lemma, or its singular.
    private func number(_ token: Token) -> Int? {
        number(token.folded) ?? number(ofLemma: token) ?? (hasPlural(token.folded) ? number(singular(token.folded)) : nil)
    }

    private func number(_ word: String) -> Int? {
        let number = words.number(of: word)
        return number < 0 ? nil : Int(number)
    }

    private func number(ofLemma token: Token) -> Int? {
        guard token.lemma != token.folded else { return nil }
        let isPlain = token.lemma.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
        return number(isPlain ? token.lemma : folded(token.lemma))
    }

    private func hasPlural(_ word: String) -> Bool { word.utf8.count > 3 && plurals.contains { Self.ends(word, $0.ending) } }

    /// Whether a folded word ends so.
    private static func ends(_ word: String, _ ending: String) -> Bool {
        word.utf8.count >= ending.utf8.count && word.utf8.reversed().starts(with: ending.utf8.reversed())
    }

    /// The concept of a word where it says what became of something (`dead`, `arrested`), and of what it is said.
    package func state(_ token: Token) -> (concept: String, of: State)? {
        guard let number = number(token), let state = states[number] else { return nil }
        return (concepts[number], state)
    }

    /// What is compared: the concept, else the lemma, else the singular.
    package func key(_ token: Token) -> String {
        if let concept = concept(token) { return concept }
        let lemma = folded(token.lemma)
        return token.upos == .other || lemma.isEmpty || lemma == token.folded ? singular(token.folded) : lemma
    }

    private func singular(_ word: String) -> String {
        guard word.utf8.count > 3 else { return word }
        for (ending, singular) in plurals where Self.ends(word, ending) { return String(word.dropLast(ending.count)) + singular }
        return word
    }
}
