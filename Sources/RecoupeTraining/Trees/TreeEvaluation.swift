// A parser and sentences with tags in, the shares of right heads and of right heads with relations out, on gold words.
package import RecoupeRead

/// Measures a parser on gold words.
package struct TreeEvaluation {
    private let treebank: TreeTreebank
    private let facts: [[WordFacts]]

    package init(_ treebank: TreeTreebank, tagger: Tagger) {
        self.treebank = treebank
        var reader = WordReader()
        facts = treebank.sentences.map { Array(tagger.facts($0.tokens[...], &reader).dropFirst(2).dropLast(2)) }
    }

    /// Measures on a treebank's words with the tags that a tagger gives them.
    package init(_ treebank: Treebank, tagger: Tagger) {
        let sentences = treebank.sentences.map { TrainingSentence($0) }
        var reader = WordReader()
        let tags = sentences.map { tagger.numbers(tagger.facts($0.tokens[...], &reader)) }
        self.init(TreeTreebank(sentences: sentences, tags: tags), tagger: tagger)
    }

    /// Unlabelled and labelled shares; relations count without their subtypes.
    package func score(_ parser: TreeParser) -> (uas: Double, las: Double) {
        var (count, unlabelled, labelled) = (0, 0, 0)
        for (number, sentence) in treebank.sentences.enumerated() {
            let guess = parser.parse(facts[number][...], treebank.tags[number][...])
            for word in sentence.heads.indices {
                count += 1
                guard guess.heads[word] == sentence.heads[word] else { continue }
                unlabelled += 1
                let relation = parser.relations[guess.relations[word]].prefix { $0 != ":" }
                if relation == sentence.relations[word].prefix(while: { $0 != ":" }) { labelled += 1 }
            }
        }
        return (Double(unlabelled) / Double(max(1, count)), Double(labelled) / Double(max(1, count)))
    }
}
