// A treebank's sentence in, tokens as the product makes them out, with the answers beside them. What the product's tokeniser does otherwise
// than the treebank (a number with blanks is several tokens) is done to the answers here.
package import RecoupeRead

/// A sentence to train or to evaluate on.
package struct TrainingSentence: Sendable {
    package var tokens: [Token] = []
    /// As in the model: `NOUN Gender=Masc|Number=Sing`.
    package var tags: [String] = []
    package var lemmas: [String] = []
    /// Index of the head, −1 for the root.
    package var heads: [Int] = []
    package var relations: [String] = []

    /// `features` are those that tags keep; nothing keeps all.
    package init(_ sentence: TreeSentence, features: Set<String>? = nil) {
        var first: [Int] = []
        for token in sentence.tokens {
            for index in token.words {
                first.append(tokens.count)
                add(sentence.words[index], of: token, isInner: index > token.words.lowerBound, features: features)
            }
        }
        for index in heads.indices where heads[index] >= 0 { heads[index] = first[heads[index]] }
        for index in heads.indices where heads[index] < -1 { heads[index] = -2 - heads[index] }
    }

    private mutating func add(_ word: TreeWord, of token: TreeToken, isInner: Bool, features: Set<String>?) {
        let name = Self.tag(word, features)
        for (number, form) in word.form.split(separator: " ").enumerated() {
            let isMore = number > 0
            tokens.append(
                Token(start: 0, end: form.utf8.count, form: String(form), folded: "", isInner: isInner, spaceBefore: !isInner || isMore))
            tags.append(name)
            lemmas.append(isMore || word.form.contains(" ") ? String(form) : word.lemma)
            heads.append(isMore ? -2 - (tokens.count - 1 - number) : word.head - 1)
            relations.append(isMore ? "flat" : word.deprel)
        }
    }

    static func tag(_ word: TreeWord, _ features: Set<String>?) -> String {
        let kept = word.feats.split(separator: "|").map { String($0) }.filter { features?.contains($0) ?? true }
        return kept.isEmpty || word.feats == "_" ? word.upos : word.upos + " " + kept.joined(separator: "|")
    }

    /// The features of a treebank's words that models give: all but those that speak of the annotation.
    package static func features(of treebank: Treebank) -> Set<String> {
        var out: Set<String> = []
        for sentence in treebank.sentences {
            for word in sentence.words { for feature in word.feats.split(separator: "|") { out.insert(String(feature)) } }
        }
        let dropped = ["ExtPos=", "Emph=", "Typo=", "Style=", "NumForm=", "_"]
        return out.filter { feature in !feature.contains("[") && !dropped.contains { feature.hasPrefix($0) } }
    }
}
