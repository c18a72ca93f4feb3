// What the words right before and after a name say of its kind: titles, appositions, the noun of which it is the complement, articles.
// Word lists come from the pack; nothing is looked for outside the name's sentence.
internal import RecoupeModel

/// Reads the surroundings of a stretch of words.
struct NameSurroundings {
    private enum Tuning {
        /// Adjectives between a noun and what belongs to it; tuned on the marked articles.
        static let adjectives = 2
        /// Words between the comma after a name and the noun there.
        static let beforeNoun = 3
    }

    let lexicon: NameLexicon
    let words: [NameWord]
    let sentence: Range<Int>
    let span: Range<Int>

    private func word(_ index: Int) -> NameWord? { sentence.contains(index) ? words[index] : nil }

    /// The word right before.
    var before: NameWord? { word(span.lowerBound - 1) }

    /// Stands right after a form of address.
    var isAddressed: Bool { before.map { lexicon.isCourtesy($0) } ?? false }

    /// Stands right after an article, which persons' names do not take.
    var hasArticle: Bool {
        guard let before, lexicon.determiners.contains(before.folded) else { return false }
        return before.shape == .lower || before.opens
    }

    /// A function right before (`le guide népalais Tashi Norbu`) or in apposition after a comma.
    var hasFunction: Bool { hasFunctionBefore || hasFunctionAfter }

    var hasFunctionBefore: Bool {
        guard let noun = noun(before: span.lowerBound) else { return false }
        return lexicon.title(words[noun]).map { !$0.isCourtesy } ?? false
    }

    var hasFunctionAfter: Bool {
        apposition { word in lexicon.title(word).map { !$0.isCourtesy } ?? false }
    }

    /// `, 34 ans` or `(34 ans)` after the name.
    var hasAge: Bool {
        guard let sign = word(span.upperBound), let number = word(span.upperBound + 1), let unit = word(span.upperBound + 2) else {
            return false
        }
        return sign.shape == .sign && number.shape == .number && lexicon.age.contains(unit.folded)
    }

    /// `la société X`, `l'armateur japonais, X,`.
    var isCalledBodyBefore: Bool { noun(in: lexicon.signs.bodyNouns) }

    /// `X, filiale de`, `X, un groupe`.
    var isCalledBodyAfter: Bool { apposition { lexicon.signs.bodyNouns.contains($0.folded) } }

    /// `la commune de X` is not meant, but `X, une ville de`.
    var isCalledPlace: Bool { apposition { lexicon.signs.placeNouns.contains($0.folded) } }

    /// `le vraquier X`, `le film X`.
    var isCalledThing: Bool { noun(in: lexicon.signs.thingNouns) }

    /// Stands after a preposition, so that a noun after the name may as well begin the clause.
    var isGoverned: Bool { before.map { $0.upos == .adposition } ?? false }

    /// The noun of which the name is the complement.
    var governor: NameWord? {
        var index = span.lowerBound - 1
        while let word = word(index), lexicon.determiners.contains(word.folded), !lexicon.signs.of.contains(word.folded) { index -= 1 }
        guard let preposition = word(index), lexicon.signs.of.contains(preposition.folded), let noun = noun(before: index) else {
            return nil
        }
        return words[noun]
    }

    /// Stands right after a word that places it (`à X`), and no verb before that takes the word for itself (`demander à X`).
    var isPlaced: Bool {
        guard let before, lexicon.beforePlace.contains(before.folded), before.shape == .lower || before.opens else { return false }
        guard let left = word(span.lowerBound - 2) else { return true }
        return left.upos != .verb && left.upos != .auxiliary
    }

    // MARK: Nouns beside the name

    /// The last word before `end` that is no adjective in lower case.
    private func noun(before end: Int) -> Int? {
        var index = end - 1
        while let word = word(index), end - 1 - index < Tuning.adjectives, word.shape == .lower,
            lexicon.title(word) == nil && (word.upos == .adjective || lexicon.demonyms.isPlaceWord(word))
        {
            index -= 1
        }
        guard let word = word(index), word.shape == .lower || word.opens || lexicon.title(word) != nil else { return nil }
        return index
    }

    /// A noun of the list stands right before the name; with a comma between only where it is itself no complement.
    private func noun(in list: Set<String>) -> Bool {
        let parted = before?.text == ","
        guard let noun = noun(before: parted ? span.lowerBound - 1 : span.lowerBound), list.contains(words[noun].folded) else {
            return false
        }
        guard parted else { return true }
        guard let determiner = word(noun - 1), lexicon.determiners.contains(determiner.folded),
            !lexicon.signs.of.contains(determiner.folded)
        else { return false }
        return word(noun - 2).map { !lexicon.signs.of.contains($0.folded) } ?? true
    }

    /// After a comma come, with few words between, a noun that will do.
    private func apposition(_ fits: (NameWord) -> Bool) -> Bool {
        guard let comma = word(span.upperBound), comma.text == "," else { return false }
        for index in (span.upperBound + 1)...(span.upperBound + 1 + Tuning.beforeNoun) {
            guard let word = word(index), word.shape == .lower else { return false }
            if fits(word) { return true }
            guard word.upos == .adjective || word.upos == .numeral || lexicon.determiners.contains(word.folded) else { return false }
        }
        return false
    }
}
