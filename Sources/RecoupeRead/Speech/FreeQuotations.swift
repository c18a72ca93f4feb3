// Quotations that no rule of attribution took in, statements without a speaker out: somebody's words they are, for they are long or hold a
// verb, and the report does not say whose. Titles, slogans' labels and single words between marks are none.
internal import RecoupeModel

extension UnitReader {
    private enum Free {
        /// Words of a quotation that is a statement by its length, and of one that needs a verb (by the training part of marked news).
        static let long = 7
        static let short = 4
        /// Words of a quotation that is one without a verb, though it goes on with the writer's sentence.
        static let whole = 13
        /// Words of a quotation inside a sentence that makes the sentence somebody's, and its share of the words (both by the same part).
        static let fragment = 5
        static let fragmentShare = 0.3
        /// Atoms of the clause before a quotation that belong to what is said.
        static let clause = 10
    }

    /// Gives the quotations that are left when all units are read.
    mutating func settleFree(besides excluded: Set<Int>) {
        let taken = takenQuotations()
        for (number, unit) in text.units.enumerated() where !excluded.contains(number) {
            for index in unit.atoms.indices {
                guard let quote = unit.atoms[index].quote, !taken[quote], isWords(quote, after: index, unit) else { continue }
                giveFree(quote, at: index, unit, number)
            }
        }
        settleFragments(besides: excluded)
    }

    /// Sentences of the report that are somebody's words for a good part, without a cue: `The results are expected “within the evening”`.
    private mutating func settleFragments(besides excluded: Set<Int>) {
        let taken = takenQuotations()
        let given = cued.union(drafts.map(\.unit))
        for (number, unit) in text.units.enumerated() where !excluded.contains(number) && !given.contains(number) {
            let places = unit.atoms.indices.filter { index in
                unit.atoms[index].quote.map { !taken[$0] && isFragment($0, after: index, unit) } ?? false
            }
            guard let first = places.first, let quote = unit.atoms[first].quote,
                let bytes = StatementSentences(text: text).trimmed(unit.words)
            else { continue }
            var draft = Draft(content: bytes, mode: .mixed, stance: .assert, rule: Statement.uncarriedQuotation)
            draft.quotation = quote
            drafts.append((draft, number))
        }
    }

    /// Whether a quotation goes on with the writer's sentence and is a third of it, or a clause of its own; what somebody is tried for is
    /// none.
    private func isFragment(_ quote: Int, after index: Int, _ unit: Unit) -> Bool {
        let quotation = text.quotations[quote]
        guard quotation.isClosed, !opensSentence(quotation), index == 0 || !unit.atoms[index - 1].has(WordClass.forward.set) else {
            return false
        }
        let words = quotation.inner.count { !text.words[$0].isSign }
        guard words >= Free.fragment else { return false }
        let all = unit.words.count { !text.words[$0].isSign }
        return Double(words) >= Free.fragmentShare * Double(all) || quotation.inner.contains { isFiniteVerb($0) }
    }

    /// For each quotation whether a statement holds some of it.
    private func takenQuotations() -> [Bool] {
        var taken = [Bool](repeating: false, count: text.quotations.count)
        let starts = text.quotations.map { text.bytes($0.words) }
        for (draft, _) in drafts {
            var index = starts.partitionIndex { $0.upperBound > draft.content.lowerBound }
            while index < starts.count, starts[index].lowerBound < draft.content.upperBound {
                taken[index] = true
                index += 1
            }
        }
        for (quote, _) in headings { taken[quote] = true }
        return taken
    }

    /// Whether a quotation is something said: long, or a clause; a capital in the middle of a sentence makes a title.
    private func isWords(_ quote: Int, after index: Int, _ unit: Unit) -> Bool {
        let quotation = text.quotations[quote]
        guard quotation.isClosed else { return false }
        let words = quotation.inner.count { !text.words[$0].isSign }
        guard words >= Free.short else { return false }
        let hasVerb = quotation.inner.contains { isFiniteVerb($0) }
        if !opensSentence(quotation), !isPredicate(quotation), index > 0, unit.atoms[index - 1].isSign, unit.atoms[index - 1].lower != ":" {
            return false
        }
        if words < Free.long { return hasVerb && opensSentence(quotation) && !isTitle(quotation, after: index, unit) }
        return hasVerb || (opensSentence(quotation) || words >= Free.whole) && !isTitle(quotation, after: index, unit)
    }

    private func opensSentence(_ quotation: Quotation) -> Bool {
        quotation.inner.first { !text.words[$0].isSign }.map { text.words[$0].isCapitalised } ?? false
    }

    private func isFiniteVerb(_ word: Int) -> Bool {
        let token = text.analysis.tokens[text.words[word].token]
        return (token.upos == .verb || token.upos == .auxiliary) && token.morphology.form == .finite
    }

    private func isTitle(_ quotation: Quotation, after index: Int, _ unit: Unit) -> Bool {
        guard index > 0, let first = quotation.inner.first, let last = quotation.inner.last, text.words[first].isCapitalised else {
            return false
        }
        let before = unit.atoms[index - 1]
        return before.isWord && !before.isSign && ![".", "!", "?", "…"].contains(text.words[last].lower)
    }

    private mutating func giveFree(_ quote: Int, at index: Int, _ unit: Unit, _ number: Int) {
        let quotation = text.quotations[quote]
        let start = clauseStart(before: index, unit)
        if start < index, !isPredicate(quotation) { return }
        if start < index,
            let bytes = StatementSentences(text: text).trimmed(unit.atoms[start].words.lowerBound..<quotation.words.upperBound)
        {
            var draft = Draft(content: bytes, mode: .mixed, stance: .assert, rule: "speech.free")
            draft.quotation = quote
            drafts.append((draft, number))
            return
        }
        giveSentences(of: quote, unit: number, nil, rule: "speech.free")
    }

    /// Whether a quotation inside a clause is one by itself: opened by its verb (`Le ministre « prend acte de … »`).
    private func isPredicate(_ quotation: Quotation) -> Bool {
        let words = quotation.inner.filter { !text.words[$0].isSign }
        guard words.count >= Free.long else { return false }
        return words.first { text.words[$0].classes.isDisjoint(with: [.clitic, .negation]) }.map { isFiniteVerb($0) } ?? false
    }

    /// Where the clause starts that a quotation ends; the quotation itself where it stands as a sentence or opens after a conjunction.
    private func clauseStart(before index: Int, _ unit: Unit) -> Int {
        let atoms = unit.atoms
        var start = index
        while start > 0, index - start < Free.clause {
            let atom = atoms[start - 1]
            if atom.quote != nil || atom.isSign || atom.has([.that, .subordinator, .relative]) { break }
            start -= 1
        }
        if start > 0, index - start == Free.clause { return index }
        return start
    }
}
