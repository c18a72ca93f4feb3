// A gold treebank and a language's models in, the shared task's figures out: from raw text, or on the gold words.
package import RecoupeLanguage
internal import RecoupeModel
package import RecoupeRead

/// Measures an analyser.
package struct Evaluation {
    private let gold: Treebank

    package init(gold: Treebank) { self.gold = gold }

    /// Everything from the raw text on.
    package func raw(_ analyser: Analyser) throws(PackError) -> TreebankScore? {
        let analysis = analyser.analyse(gold.text, article: "gold")
        let system = try Treebank(Array(ConlluWriter().write(analysis).utf8), file: "system")
        return TreebankScore(gold: gold, system: system)
    }

    /// Shares of right parts of speech, universal features and lemmas on the gold words, and the most frequent confusions.
    package func tags(_ tagger: Tagger) -> (upos: Double, feats: Double, lemma: Double, confusions: [String]) {
        var reader = WordReader()
        var (count, upos, feats, lemma) = (0, 0, 0, 0)
        var confusions: [String: Int] = [:]
        for sentence in gold.sentences.map({ TrainingSentence($0) }) {
            var tokens = sentence.tokens
            tagger.tag(&tokens, in: 0..<tokens.count, &reader)
            for (index, token) in tokens.enumerated() {
                let cells = sentence.tags[index].split(separator: " ").map { String($0) }
                count += 1
                if token.upos.code == cells[0] { upos += 1 } else { confusions["\(cells[0]) as \(token.upos.code)", default: 0] += 1 }
                let universal = cells.count > 1 ? FlatTreebank.universal(cells[1]) : ""
                let given = FlatTreebank.universal(token.morphology.feats)
                if given == universal { feats += 1 } else { confusions["\(cells[0]) \(universal) as \(given)", default: 0] += 1 }
                if token.lemma == sentence.lemmas[index] {
                    lemma += 1
                } else {
                    confusions["lemma \(token.form) \(sentence.lemmas[index]) as \(token.lemma)", default: 0] += 1
                }
            }
        }
        let sorted = confusions.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(60).map { "\($0.value) \($0.key)" }
        let whole = Double(max(1, count))
        return (Double(upos) / whole, Double(feats) / whole, Double(lemma) / whole, sorted)
    }
}
