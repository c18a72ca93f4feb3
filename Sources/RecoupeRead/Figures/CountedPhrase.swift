// The place after a number comes in, the words for the thing counted go out: adjectives, noun, adjectives, and a short complement
// (`soldats américains`, `membres d'équipage`, `soldats de la Coalition`). Tags decide where there are any, else the pack's small words.
internal import RecoupeLanguage

/// The thing counted.
struct CountedPhrase: Hashable {
    /// Indices into `Analysis.tokens`, of the noun and its adjectives with a bare complement.
    var words: Range<Int>
    var head: Int
    /// Where the figure's passage ends: after the complement, bare or with an article.
    var end: Int
}

/// Finds it.
struct CountedReader {
    let analysis: Analysis
    let sentence: Range<Int>
    /// The numbers of all tokens of the article in the lexicon.
    let words: [Int32]
    let marks: WordMarks
    /// Whether compounds have their head last, as in English.
    let isHeadLast: Bool
    let pluralEndings: [String]
    /// Whether a name of a place stands there.
    let isPlace: (Token) -> Bool
    /// Whether a word says what became of somebody (`arrêtés`).
    let isState: (Token) -> Bool

    /// The phrase that begins at a token, or nothing where no noun comes.
    func phrase(at start: Int) -> CountedPhrase? {
        var place = skipInner(start)
        if isQuote(place) { place = next(place) }
        let first = place
        while isPreAdjective(place) || leadsToNoun(place) { place = next(place) }
        guard isNoun(place) || (place > first && isNoun(first)) else { return nil }
        if !isNoun(place) { place = first }
        if isHeadLast { while isTaggedNoun(next(place)) { place = next(place) } }
        let head = place
        var end = next(place)
        while isAdjective(end) { end = next(end) }
        var phrase = CountedPhrase(words: first..<end, head: head, end: end)
        complete(&phrase)
        return phrase
    }

    /// Adds a complement: bare (`d'équipage`) to the words, with an article (`de la Coalition`) too where it is a capitalised word.
    private func complete(_ phrase: inout CountedPhrase) {
        let start = phrase.end
        guard start < sentence.upperBound else { return }
        if has(start, .complement), !isSplitComplement(start) {
            let noun = next(start)
            if has(noun, .determiner), isCapital(next(noun)), isNoun(next(noun)) {
                take(next(noun), &phrase, isWord: isOwn(next(noun)))
            } else if isNoun(noun), !isNumber(noun) {
                take(noun, &phrase, isWord: isOwn(noun))
            }
        } else if isSplitComplement(start), isCapital(next(start)), isNoun(next(start)) {
            take(next(start), &phrase, isWord: isOwn(next(start)))
        }
    }

    private func take(_ noun: Int, _ phrase: inout CountedPhrase, isWord: Bool) {
        var end = next(noun)
        while isCapital(noun), isCapital(end), isNoun(end) { end = next(end) }
        while isAdjective(end) { end = next(end) }
        if isWord { phrase.words = phrase.words.lowerBound..<end }
        phrase.end = end
    }

    // MARK: words

    func next(_ index: Int) -> Int { skipInner(index + 1) }

    private func skipInner(_ index: Int) -> Int {
        var index = index
        while index < sentence.upperBound, analysis.tokens[index].isInner { index += 1 }
        return min(index, sentence.upperBound)
    }

    func has(_ index: Int, _ mark: WordMark) -> Bool { index < sentence.upperBound && marks.has(words[index], mark) }

    /// `du`, `des`: one surface of two words.
    private func isSplitComplement(_ index: Int) -> Bool {
        index + 1 < sentence.upperBound && has(index, .complement) && analysis.tokens[index + 1].isInner
    }

    private func isQuote(_ index: Int) -> Bool {
        guard index < sentence.upperBound, analysis.tokens[index].form.utf8.count <= 3 else { return false }
        switch analysis.tokens[index].form {
        case "\"", "«", "“": return true
        default: return false
        }
    }

    private func isCapital(_ index: Int) -> Bool {
        index < sentence.upperBound && analysis.tokens[index].beginsWithCapital
    }

    /// Whether a complement says what is counted, not where or by whom: no place, no acronym.
    private func isOwn(_ index: Int) -> Bool {
        let token = analysis.tokens[index]
        return !(token.form.count > 1 && token.form.allSatisfy { !$0.isLowercase }) && !isPlace(token)
    }

    func isNumber(_ index: Int) -> Bool {
        guard index < sentence.upperBound else { return false }
        return analysis.tokens[index].upos == .numeral || analysis.tokens[index].beginsWithNumber
    }

    private func isTaggedNoun(_ index: Int) -> Bool { isNoun(index) && analysis.tokens[index].upos == .noun }

    /// An adjective by its tag, with a noun to come.
    private func leadsToNoun(_ index: Int) -> Bool {
        guard index < sentence.upperBound, analysis.tokens[index].upos == .adjective, isPlainWord(index) else { return false }
        let after = next(index)
        guard after < sentence.upperBound else { return false }
        return leadsToNoun(after) || (analysis.tokens[after].upos == .noun && isPlainWord(after))
    }

    private func isPreAdjective(_ index: Int) -> Bool { has(index, .preAdjective) }

    private func isPlainWord(_ index: Int) -> Bool {
        guard index < sentence.upperBound, !isNumber(index) else { return false }
        let token = analysis.tokens[index]
        guard let first = token.form.unicodeScalars.first, first.properties.isAlphabetic, token.folded.utf8.count > 1 else { return false }
        return !marks.hasAny(words[index], Self.small)
    }

    /// Words of grammar and of the calendar, which are nothing that is counted.
    private static let small = WordMarks.bits([
        .function, .clauseMark, .determiner, .complement, .verbLike, .pastCue, .futureCue, .weekday, .month, .relativeDay, .mod,
        .pastAdjective, .futureAdjective,
    ])

    private func isNoun(_ index: Int) -> Bool {
        guard isPlainWord(index) else { return false }
        switch analysis.tokens[index].upos {
        case .noun, .properNoun, .other: return true
        case .adjective, .verb: return isNominal(index)
        default: return false
        }
    }

    /// An adjective, or a participle of state, that stands for a noun (`2 500 Américains`, `30 arrêtés`): no noun comes after it.
    private func isNominal(_ index: Int) -> Bool {
        let token = analysis.tokens[index]
        if token.upos == .verb { return token.morphology.form == .participle && token.morphology.isPlural != false && isState(token) }
        let after = next(index)
        return !(after < sentence.upperBound && analysis.tokens[after].upos == .noun)
    }

    private func isAdjective(_ index: Int) -> Bool {
        guard isPlainWord(index), !isCapital(index) else { return false }
        let token = analysis.tokens[index]
        if token.upos == .other { return endsPlural(token) && token.spaceBefore }
        return token.upos == .adjective
    }

    private func endsPlural(_ token: Token) -> Bool {
        token.folded.utf8.count > 3 && pluralEndings.contains { token.folded.hasSuffix($0) }
    }
}
