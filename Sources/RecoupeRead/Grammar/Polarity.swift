// A run of words in, whether its main clause is negated out (`polarity.tsv`): a verb's negation before the first subordinate clause, or
// a quantifier of nothing (`aucun`).
package import RecoupeLanguage

/// What turns a clause round in one language.
package struct Polarity: Sendable {
    private enum Kind: String { case negation, quantifier, denial }

    private var negations: Set<String> = []
    private var quantifiers: Set<String> = []
    private var denials: Set<String> = []

    private enum Tuning {
        /// How many words of a passage count as its main clause where no border shows.
        static let reach = 24
        /// Words at the start in which a border of a clause is not looked for.
        static let shortest = 2
    }

    package init(_ pack: LanguagePack) throws(PackError) {
        let table = try pack.table("polarity.tsv", columns: 2)
        for row in table.rows {
            switch Kind(rawValue: row[1]) {
            case .negation: if row[2].isEmpty { negations.insert(row[0]) }
            case .quantifier: quantifiers.insert(row[0])
            case .denial: denials.insert(row[0])
            case nil:
                throw PackError(
                    file: table.file, line: row.line, trouble: "«\(row[1])» is no kind", remedy: "write negation, quantifier or denial")
            }
        }
    }

    /// Whether the main clause of a passage is negated.
    func isNegated(_ text: WordText, _ bytes: Range<Int>) -> Bool {
        for (number, index) in text.words(in: bytes).enumerated() {
            let word = text.words[index]
            if negations.contains(word.lower) || quantifiers.contains(word.lower) { return true }
            // A subordinate clause after the main clause's verb says nothing of the main clause.
            if number > Tuning.shortest, !word.classes.isDisjoint(with: [.relative, .that]) { return false }
            if number > Tuning.reach { return false }
        }
        return false
    }

    /// Whether a word denies what it is said of (`faux`, `infondé`).
    package func isDenial(_ word: String) -> Bool { denials.contains(word) }
}
