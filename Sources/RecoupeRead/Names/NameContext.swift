// What stands around a name: titles and functions before and after it, the gender that they show, and the bracket that ties an acronym to
// its long form. Everything is looked for inside the name's own sentence.
internal import RecoupeModel

/// Looks around names of one sentence.
struct NameContext: Sendable {
    private enum Tuning {
        /// Words that a function may have before the name or after it; tuned on the development stories.
        static let longestRole = 14
        /// Words between the comma after a name and the function there.
        static let beforeFunction = 3
    }

    let lexicon: NameLexicon
    let words: [NameWord]
    let sentence: Range<Int>
    /// Words of persons' names: a function never reaches across one.
    let persons: Set<Int>

    // MARK: Gender

    func gender(_ span: NameSpan) -> Referent.Gender? {
        guard span.kind == .person else { return nil }
        let first = span.words.lowerBound
        if first > sentence.lowerBound, let title = lexicon.title(words[first - 1]), let gender = title.gender { return gender }
        if span.words.count > 1, let known = lexicon.firstName(words[first]), let gender = known { return gender }
        for role in roles(span) {
            if let gender = words[role].lazy.compactMap({ lexicon.title($0)?.gender }).first { return gender }
        }
        return nil
    }

    // MARK: Functions

    /// The functions in apposition, as word ranges.
    func roles(_ span: NameSpan) -> [Range<Int>] { [roleBefore(span), roleAfter(span)].compactMap { $0 } }

    /// `le secrétaire d'État Antony Blinken`, `le porte-parole, Ali Hamid,`: from the function that a determiner opens to the name.
    private func roleBefore(_ span: NameSpan) -> Range<Int>? {
        var end = span.words.lowerBound
        if end > sentence.lowerBound, words[end - 1].text == ",", isClosed(span) { end -= 1 }
        guard end > sentence.lowerBound, !isFunctionWord(words[end - 1]) else { return nil }
        var (index, found) = (end - 1, Int?.none)
        while index >= sentence.lowerBound, end - index <= Tuning.longestRole, mayStandInRole(index) {
            if let title = lexicon.title(words[index]), !title.isCourtesy { found = index }
            if found == index, index == sentence.lowerBound || lexicon.determiners.contains(words[index - 1].folded) { break }
            index -= 1
        }
        guard var start = found else { return nil }
        while start > sentence.lowerBound, lexicon.roleAdjectives.contains(words[start - 1].folded) { start -= 1 }
        return start < end ? start..<end : nil
    }

    /// After the name comes a comma, a closing sign or the end.
    private func isClosed(_ span: NameSpan) -> Bool {
        let index = span.words.upperBound
        return index >= sentence.upperBound || words[index].shape == .sign
    }

    private func mayStandInRole(_ index: Int) -> Bool {
        let word = words[index]
        guard word.shape != .sign, word.shape != .number, !persons.contains(index) else { return false }
        switch word.upos {
        case .verb, .auxiliary, .pronoun, .subordinatingConjunction: return false
        case .adposition: return lexicon.joins.contains(word.folded)
        case .coordinatingConjunction: return !opensAnother(index + 1)
        default: return true
        }
    }

    /// A determiner after a conjunction begins another description.
    private func opensAnother(_ index: Int) -> Bool {
        index < sentence.upperBound && words[index].upos == .determiner && !lexicon.joins.contains(words[index].folded)
    }

    private func isFunctionWord(_ word: NameWord) -> Bool {
        word.upos == .adposition || word.upos == .determiner || word.upos == .coordinatingConjunction
            || lexicon.determiners.contains(word.folded)
    }

    /// `Ali Hamid, porte-parole du ministère,`: from the function to the next sign.
    private func roleAfter(_ span: NameSpan) -> Range<Int>? {
        let comma = span.words.upperBound
        guard comma + 1 < sentence.upperBound, words[comma].text == "," || words[comma].text == "(" else { return nil }
        var start = comma + 1
        while start < sentence.upperBound, start - comma <= Tuning.beforeFunction, lexicon.title(words[start]) == nil {
            guard mayStandInRole(start), words[start].shape == .lower else { return nil }
            start += 1
        }
        guard start < sentence.upperBound, let title = lexicon.title(words[start]), !title.isCourtesy else { return nil }
        while start > comma + 1, lexicon.roleAdjectives.contains(words[start - 1].folded) { start -= 1 }
        var end = start
        while end < sentence.upperBound, end - start < Tuning.longestRole, mayStandInRole(end) { end += 1 }
        return start..<end
    }

    // MARK: Acronyms

    /// Whether the name stands right after another and in brackets, `État islamique (EI)`: then the two are one.
    func explains(_ span: NameSpan) -> Bool {
        let (first, last) = (span.words.lowerBound - 1, span.words.upperBound)
        guard first > sentence.lowerBound, last < sentence.upperBound else { return false }
        return words[first].text == "(" && (words[last].text == ")" || words[last].text == ",")
    }
}
