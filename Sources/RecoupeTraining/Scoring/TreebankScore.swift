// Two treebanks of one text in, the shared task's figures out (Zeman et al. 2018, "CoNLL 2018 Shared Task: Multilingual Parsing from
// Raw Text to Universal Dependencies"): F1 of tokens, sentences, words, tags, lemmas, attachments, MLAS and BLEX.

/// Counts behind one figure.
package struct Match: Sendable, Hashable {
    package var correct = 0
    package var gold = 0
    package var system = 0

    package var precision: Double { system == 0 ? 0 : Double(correct) / Double(system) }
    package var recall: Double { gold == 0 ? 0 : Double(correct) / Double(gold) }
    package var f1: Double { gold + system == 0 ? 0 : 2 * Double(correct) / Double(gold + system) }
}

/// The figures of a system's treebank against gold.
package struct TreebankScore: Sendable {
    /// Figures by the names that the shared task gives them, in its order.
    package private(set) var figures: [(name: String, match: Match)] = []

    package subscript(_ name: String) -> Match { figures.first { $0.name == name }?.match ?? Match() }

    /// Nothing where the two do not hold the same characters (blanks aside).
    package init?(gold: Treebank, system: Treebank) {
        let gold = FlatTreebank(gold)
        let system = FlatTreebank(system)
        guard gold.characters == system.characters else { return nil }
        figures.append(("Tokens", Self.spans(gold.tokens, system.tokens)))
        figures.append(("Sentences", Self.spans(gold.sentences, system.sentences)))
        let pairs = WordAlignment.align(gold.words, system.words)
        func add(_ name: String, _ keep: (FlatWord) -> Bool = { _ in true }, _ same: (FlatWord, FlatWord) -> Bool) {
            var match = Match(gold: gold.words.count(where: keep), system: system.words.count(where: keep))
            for (one, other) in pairs where keep(gold.words[one]) && same(gold.words[one], system.words[other]) { match.correct += 1 }
            figures.append((name, match))
        }
        let heads = HeadComparison(pairs: pairs, count: system.words.count)
        add("Words") { _, _ in true }
        add("UPOS") { $0.word.upos == $1.word.upos }
        add("XPOS") { $0.word.xpos == $1.word.xpos }
        add("UFeats") { $0.feats == $1.feats }
        add("AllTags") { $0.word.upos == $1.word.upos && $0.word.xpos == $1.word.xpos && $0.feats == $1.feats }
        add("Lemmas") { $0.hasLemma($1) }
        add("UAS") { heads.same($0, $1) }
        add("LAS") { heads.same($0, $1) && $0.relation == $1.relation }
        add("CLAS", \.isContent) { heads.same($0, $1) && $0.relation == $1.relation }
        add("MLAS", \.isContent) { one, other in
            heads.same(one, other) && one.relation == other.relation && one.word.upos == other.word.upos && one.feats == other.feats
                && heads.sameFunctionWords(one, gold, other, system)
        }
        add("BLEX", \.isContent) { heads.same($0, $1) && $0.relation == $1.relation && $0.hasLemma($1) }
    }

    private static func spans(_ gold: [Range<Int>], _ system: [Range<Int>]) -> Match {
        var match = Match(gold: gold.count, system: system.count)
        var (one, other) = (0, 0)
        while one < gold.count, other < system.count {
            if system[other].lowerBound < gold[one].lowerBound {
                other += 1
            } else if gold[one].lowerBound < system[other].lowerBound {
                one += 1
            } else {
                if gold[one].upperBound == system[other].upperBound { match.correct += 1 }
                one += 1
                other += 1
            }
        }
        return match
    }

    /// The table that the shared task's script prints.
    package var table: String {
        var out = "Metric     | Precision |    Recall |  F1 Score\n"
        for (name, match) in figures {
            let cells = [match.precision, match.recall, match.f1].map { percent($0) }
            out += name.padded(to: 10) + " | " + cells.joined(separator: " | ") + "\n"
        }
        return out
    }
}

/// A share as `  97.25` with two decimals.
func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let digits = "\(hundredths / 100)." + (hundredths % 100 < 10 ? "0" : "") + "\(hundredths % 100)"
    return String(repeating: " ", count: max(0, 9 - digits.utf8.count)) + digits
}

extension String {
    /// The text with blanks after it up to a width.
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - unicodeScalars.count)) }
}
