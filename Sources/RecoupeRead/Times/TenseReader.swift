// Where a time expression stands in its sentence comes in, the way its clause looks (past, future) goes out: by the verb nearest to it, with
// a penalty for each clause mark between. Where no word has a tense by its tag, the pack's cues decide (`va`, `-era`, `avait`).
internal import RecoupeLanguage

/// Finds the tense that governs a place.
struct TenseReader: Sendable {
    private enum Tuning {
        /// Words that a clause mark counts for; tuned on French news of 2019 to 2021.
        static let clauseMark = 6
        /// Words before a participle among which its auxiliary stands (`serait bientôt rendu`).
        static let auxiliary = 4
        /// Farther away a verb says nothing.
        static let reach = 14
    }

    private let futureCues: Set<String>
    private let pastCues: Set<String>
    private let futureEndings: [String]
    private let pastEndings: [String]
    private let exceptions: Set<String>
    private let clauseMarks: Set<String>

    init(_ lexicon: RuleLexicon) {
        futureCues = Set(lexicon.forms("FutureCue").values)
        pastCues = Set(lexicon.forms("PastCue").values)
        futureEndings = lexicon.forms("FutureEnding").keys.sorted()
        pastEndings = lexicon.forms("PastEnding").keys.sorted()
        exceptions = Set(lexicon.forms("NoTense").keys)
        clauseMarks = Set(lexicon.forms("ClauseMark").keys)
    }

    /// The direction of the clause around some tokens.
    func direction(_ analysis: Analysis, sentence: Int, tokens: Range<Int>) -> TimeDirection {
        let range = analysis.sentences[sentence].tokens
        let before = stride(from: tokens.lowerBound - 1, through: range.lowerBound, by: -1)
        let after = stride(from: tokens.upperBound, to: range.upperBound, by: 1)
        let left = nearest(analysis, Array(before))
        let right = nearest(analysis, Array(after))
        switch (left, right) {
        case (nil, nil): return .unknown
        case (let found?, nil), (nil, let found?): return found.direction
        case (let a?, let b?): return a.distance <= b.distance ? a.direction : b.direction
        }
    }

    private func nearest(_ analysis: Analysis, _ path: [Int]) -> (direction: TimeDirection, distance: Int)? {
        var distance = 0
        for index in path where !analysis.tokens[index].isInner {
            let token = analysis.tokens[index]
            distance += 1
            if distance > Tuning.reach { return nil }
            let direction = isParticiple(token) ? tense(ofParticipleAt: index, analysis) : tense(token)
            if direction != .unknown { return (direction, distance) }
            if clauseMarks.contains(token.folded) { distance += Tuning.clauseMark }
        }
        return nil
    }

    private func isParticiple(_ token: Token) -> Bool { token.upos == .verb && token.morphology.form == .participle }

    /// Of its auxiliaries where one of them looks ahead (`serait rendu`, `va être rendu`), else its own.
    private func tense(ofParticipleAt place: Int, _ analysis: Analysis) -> TimeDirection {
        var count = 0
        for index in stride(from: place - 1, through: 0, by: -1) where !analysis.tokens[index].isInner {
            let token = analysis.tokens[index]
            count += 1
            guard count <= Tuning.auxiliary, [.auxiliary, .verb, .adverb].contains(token.upos) else { break }
            if tense(token) == .future { return .future }
        }
        return tense(analysis.tokens[place])
    }

    private func tense(_ token: Token) -> TimeDirection {
        let word = token.form.lowercased()
        if futureCues.contains(word) { return .future }
        if token.upos == .verb || token.upos == .auxiliary {
            switch (token.morphology.mood, token.morphology.tense, token.morphology.form) {
            case (.conditional, _, _), (_, .future, _): return .future
            case (_, .past, _), (_, .imperfect, _): return .past
            default: break
            }
        } else if token.upos != .other {
            return .unknown
        }
        if pastCues.contains(word) { return .past }
        return ending(token)
    }

    private func ending(_ token: Token) -> TimeDirection {
        let word = token.folded
        guard word.utf8.count > 3, !exceptions.contains(word), token.form.first?.isLowercase == true else { return .unknown }
        if futureEndings.contains(where: { word.hasSuffix($0) }) { return .future }
        if pastEndings.contains(where: { word.hasSuffix($0) }) { return .past }
        return .unknown
    }
}
