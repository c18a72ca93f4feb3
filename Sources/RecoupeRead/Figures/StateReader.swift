// A figure's place in its sentence comes in, what became of the thing counted goes out as concepts: by the noun that governs it (`la mort de
// 44 miliciens`), by the verb before it (`a tué 12 civils`), by the verb or participle after it (`137 militants ont été tués`).
internal import RecoupeLanguage

/// Reads states around a figure.
struct StateReader {
    private enum Tuning {
        /// How far to look for the governing word, in words; tuned on French news of 2019 to 2024.
        static let before = 4
        static let after = 9
    }

    let analysis: Analysis
    let sentence: Range<Int>
    /// The numbers of all tokens of the article in the lexicon.
    let words: [Int32]
    let marks: WordMarks
    let concepts: Concepts
    /// Whether the figure counts things one by one (people, buildings), not money or a measure.
    let isCount: Bool

    private func state(_ token: Token) -> String? {
        guard let state = concepts.state(token) else { return nil }
        switch state.of {
        case .people: return isCount ? state.concept : nil
        case .goods: return isCount ? nil : state.concept
        case .any: return state.concept
        }
    }

    /// The concepts of state for a figure from one token to another.
    func states(_ first: Int, _ end: Int, _ phrase: CountedPhrase?) -> [String] {
        if let phrase {
            let head = analysis.tokens[phrase.head]
            // `850 million promised` counts nothing: the thing is left out, and only its state is told.
            let isBare = head.upos == .verb || head.upos == .adjective
            if let own = state(head) ?? (isBare ? concepts.state(head)?.concept : nil) { return [own] }
        }
        return [before(first) ?? after(end)].compactMap { $0 }
    }

    private func before(_ first: Int) -> String? {
        var count = 0
        for index in stride(from: first - 1, through: sentence.lowerBound, by: -1) where !analysis.tokens[index].isInner {
            count += 1
            let token = analysis.tokens[index]
            if count > Tuning.before || isClauseMark(index) || isFinished(index) { return nil }
            if let state = state(token) { return state }
            guard has(index, .complement) || has(index, .determiner) || has(index, .hedge) else { return nil }
        }
        return nil
    }

    private func after(_ end: Int) -> String? {
        var count = 0
        var previous: Int?
        for index in end..<max(end, sentence.upperBound) where !analysis.tokens[index].isInner {
            let token = analysis.tokens[index]
            count += 1
            if count > Tuning.after || isClauseMark(index) || has(index, .tenJoint) { return nil }
            let isNoun = previous.map { has($0, .determiner) || has($0, .complement) } ?? false
            if !isNoun, let state = state(token) { return state }
            if token.upos == .numeral || token.beginsWithNumber { return nil }
            previous = index
        }
        return nil
    }

    private func has(_ index: Int, _ mark: WordMark) -> Bool { marks.has(words[index], mark) }

    private func isClauseMark(_ index: Int) -> Bool { has(index, .clauseMark) }

    /// A word that ends what a verb before the figure governs.
    private func isFinished(_ index: Int) -> Bool { has(index, .tenJoint) }
}
