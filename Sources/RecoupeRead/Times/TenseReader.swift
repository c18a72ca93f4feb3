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

    private let marks: WordMarks
    private let futureCues: Set<String>
    private let pastCues: Set<String>
    private let futureEndings: [String]
    private let pastEndings: [String]

    init(_ lexicon: RuleLexicon, marks: WordMarks) {
        self.marks = marks
        futureCues = Set(lexicon.forms("FutureCue").values)
        pastCues = Set(lexicon.forms("PastCue").values)
        futureEndings = lexicon.forms("FutureEnding").keys.sorted()
        pastEndings = lexicon.forms("PastEnding").keys.sorted()
    }

    /// The direction of the clause around some tokens; `words` are the numbers of all tokens in the lexicon.
    func direction(_ analysis: Analysis, _ words: [Int32], sentence: Int, tokens: Range<Int>) -> TimeDirection {
        let range = analysis.sentences[sentence].tokens
        let left = nearest(analysis, words, stride(from: tokens.lowerBound - 1, through: range.lowerBound, by: -1))
        let right = nearest(analysis, words, stride(from: tokens.upperBound, through: range.upperBound - 1, by: 1))
        switch (left, right) {
        case (nil, nil): return .unknown
        case (let found?, nil), (nil, let found?): return found.direction
        case (let a?, let b?): return a.distance <= b.distance ? a.direction : b.direction
        }
    }

    /// Whether a finite verb of the present stands as near: where no other tense does, it tells of what is to come as well.
    func isPresent(_ analysis: Analysis, _ words: [Int32], sentence: Int, tokens: Range<Int>) -> Bool {
        let range = analysis.sentences[sentence].tokens
        return hasPresent(analysis, words, stride(from: tokens.lowerBound - 1, through: range.lowerBound, by: -1))
            || hasPresent(analysis, words, stride(from: tokens.upperBound, through: range.upperBound - 1, by: 1))
    }

    private func hasPresent(_ analysis: Analysis, _ words: [Int32], _ path: StrideThrough<Int>) -> Bool {
        var distance = 0
        for index in path where !analysis.tokens[index].isInner {
            distance += 1
            if distance > Tuning.reach { return false }
            let kind = analysis.tokens[index].upos
            if kind == .verb || kind == .auxiliary, analysis.tokens[index].morphology.form == .finite,
                analysis.tokens[index].morphology.tense == .present
            {
                return true
            }
            if marks.has(words[index], .clauseMark) { distance += Tuning.clauseMark }
        }
        return false
    }

    private func nearest(
        _ analysis: Analysis, _ words: [Int32], _ path: StrideThrough<Int>
    ) -> (direction: TimeDirection, distance: Int)? {
        var distance = 0
        for index in path where !analysis.tokens[index].isInner {
            distance += 1
            if distance > Tuning.reach { return nil }
            let direction = isParticiple(index, analysis) ? tense(ofParticipleAt: index, analysis, words) : tense(index, analysis, words)
            if direction != .unknown { return (direction, distance) }
            if marks.has(words[index], .clauseMark) { distance += Tuning.clauseMark }
        }
        return nil
    }

    private func isParticiple(_ index: Int, _ analysis: Analysis) -> Bool {
        analysis.tokens[index].upos == .verb && analysis.tokens[index].morphology.form == .participle
    }

    /// Of its auxiliaries where one of them looks ahead (`serait rendu`, `va être rendu`), else its own.
    private func tense(ofParticipleAt place: Int, _ analysis: Analysis, _ words: [Int32]) -> TimeDirection {
        var count = 0
        for index in stride(from: place - 1, through: 0, by: -1) where !analysis.tokens[index].isInner {
            let kind = analysis.tokens[index].upos
            count += 1
            guard count <= Tuning.auxiliary, kind == .auxiliary || kind == .verb || kind == .adverb else { break }
            if tense(index, analysis, words) == .future { return .future }
        }
        return tense(place, analysis, words)
    }

    private func tense(_ index: Int, _ analysis: Analysis, _ words: [Int32]) -> TimeDirection {
        if isCue(index, analysis, words, .futureCue, futureCues) { return .future }
        let kind = analysis.tokens[index].upos
        if kind == .verb || kind == .auxiliary {
            let morphology = analysis.tokens[index].morphology
            if morphology.mood == .conditional || morphology.tense == .future { return .future }
            if morphology.tense == .past || morphology.tense == .imperfect { return .past }
        } else if kind != .other {
            return .unknown
        }
        if isCue(index, analysis, words, .pastCue, pastCues) { return .past }
        return ending(analysis.tokens[index], words[index])
    }

    /// Whether a word is a cue as the pack spells it, with its accents.
    private func isCue(_ index: Int, _ analysis: Analysis, _ words: [Int32], _ mark: WordMark, _ cues: Set<String>) -> Bool {
        marks.has(words[index], mark) && cues.contains(analysis.tokens[index].form.lowercased())
    }

    private func ending(_ token: Token, _ number: Int32) -> TimeDirection {
        let word = token.folded
        guard word.utf8.count > 3, !marks.has(number, .noTense), token.form.first?.isLowercase == true else { return .unknown }
        if futureEndings.contains(where: { word.hasSuffix($0) }) { return .future }
        if pastEndings.contains(where: { word.hasSuffix($0) }) { return .past }
        return .unknown
    }
}
