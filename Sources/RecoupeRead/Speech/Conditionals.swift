// Drafts of statements in, the same out with the journalistic conditional told: a verb in the conditional by which the report keeps its
// distance (`the men would have fled` in French) marks the statement that holds it as hearsay, or makes its clause one that nobody carries.
// Hypotheses, wishes, duties and the future in the past are none.
internal import RecoupeModel

/// Finds the journalistic conditionals of one article.
struct ConditionalReader {
    let text: WordText
    let grammar: Grammar
    let lexicon: SpeechLexicon
    /// Units that are questions and answers of an interview.
    let excluded: Set<Int>

    /// The doubt under which a statement is marked whose words are in such a conditional.
    static let doubt = "conditional"

    private enum Tuning {
        /// Steps up the tree from a verb to the verb of saying that it hangs on.
        static let climb = 6
        /// Words on either side of a verb among which its subject is looked for.
        static let reach = 60
        /// Words between a verb and the conjunction or pronoun that opens its clause (by a hundred sentences set apart for it).
        static let opening = 4
        /// Words of a clause that nobody carries: fewer say nothing by themselves.
        static let shortest = 4
    }

    private typealias Drafts = [(draft: Draft, unit: Int)]

    func marked(_ given: [(draft: Draft, unit: Int)]) -> [(draft: Draft, unit: Int)] {
        guard !grammar.entries(.stative).isEmpty else { return given }
        var drafts = given
        var byUnit = [[Int]](repeating: [], count: text.units.count + 1)
        for index in drafts.indices { byUnit[drafts[index].unit].append(index) }
        let quoted = quotedWords()
        for (number, unit) in text.units.enumerated() where !excluded.contains(number) {
            let verbs = unit.words.filter { !quoted[$0] && isConditional($0) }
            guard !verbs.isEmpty, !isHypothetical(unit, quoted) else { continue }
            let hasSource = hasSource(unit)
            // A sentence that the next one attributes is numbered with that one.
            var near = byUnit[number] + byUnit[number + 1]
            for word in verbs where isHearsay(word, unit, hasSource) && !isFuture(word, near.map { drafts[$0].draft }) {
                if mark(word, near, &drafts) { continue }
                guard let draft = uncarried(word, unit, near.map { drafts[$0].draft }) else { continue }
                near.append(drafts.count)
                drafts.append((draft, number))
            }
        }
        return drafts
    }

    /// For each word whether it stands between quotation marks.
    private func quotedWords() -> [Bool] {
        var out = [Bool](repeating: false, count: text.words.count)
        for quotation in text.quotations { for word in quotation.words { out[word] = true } }
        return out
    }

    /// A simple conditional in a that-clause of somebody's words is the future in the past.
    private func isFuture(_ word: Int, _ drafts: [Draft]) -> Bool {
        let byte = text.words[word].bytes.lowerBound
        return !isPerfect(word) && drafts.contains { $0.rule == "speech.that" && $0.content.contains(byte) }
    }

    // MARK: Marking

    /// Marks the statements around a verb; whether there are any.
    private func mark(_ word: Int, _ near: [Int], _ drafts: inout Drafts) -> Bool {
        let byte = text.words[word].bytes.lowerBound
        var isHeld = false
        for index in near where drafts[index].draft.content.contains(byte) || drafts[index].draft.cue?.contains(byte) ?? false {
            drafts[index].draft.hearsay = true
            if !drafts[index].draft.doubts.contains(Self.doubt) { drafts[index].draft.doubts.append(Self.doubt) }
            isHeld = true
        }
        return isHeld
    }

    /// A clause that nobody carries: hearsay of the report.
    private func uncarried(_ word: Int, _ unit: Unit, _ near: [Draft]) -> Draft? {
        guard let content = clause(around: word, unit, near) else { return nil }
        let hasQuote = unit.atoms.contains { $0.quote != nil && content.overlaps(text.bytes($0.words)) }
        var draft = Draft(content: content, mode: hasQuote ? .mixed : .indirect, stance: .assert, rule: Statement.uncarriedClause)
        draft.hearsay = true
        draft.doubts = [Self.doubt]
        return draft
    }

    /// The bytes of a verb's sentence, as far as no other statement has taken them.
    private func clause(around word: Int, _ unit: Unit, _ drafts: [Draft]) -> Range<Int>? {
        let byte = text.words[word].bytes.lowerBound
        var bounds = text.bytes(unit.words)
        for draft in drafts {
            for taken in [draft.content, draft.cue, draft.speaker?.bytes].compactMap({ $0 }) where taken.overlaps(bounds) {
                if taken.upperBound <= byte { bounds = max(bounds.lowerBound, taken.upperBound)..<bounds.upperBound }
                if taken.lowerBound > byte { bounds = bounds.lowerBound..<min(bounds.upperBound, taken.lowerBound) }
            }
        }
        let words = text.words(in: bounds)
        let start = words.last { $0 < word && opensClause($0, in: words) }.map { $0 + 1 } ?? words.lowerBound
        let end = words.first { $0 > word && [";", ":"].contains(text.words[$0].lower) } ?? words.upperBound
        guard end - start >= Tuning.shortest else { return nil }
        return StatementSentences(text: text).trimmed(start..<end)
    }

    /// A semicolon, a colon, a coordination after a comma.
    private func opensClause(_ index: Int, in words: Range<Int>) -> Bool {
        if [";", ":"].contains(text.words[index].lower) { return true }
        return index > words.lowerBound && text.words[index - 1].lower == ","
            && text.words[index].classes.contains(WordClass.coordinator.set)
    }

    // MARK: Telling

    private func token(_ word: Int) -> Token { text.analysis.tokens[text.words[word].token] }

    private func isConditional(_ word: Int) -> Bool {
        let morphology = token(word).morphology
        return morphology.mood == .conditional && (morphology.person ?? 3) == 3
    }

    private func sentence(_ word: Int) -> Range<Int> { text.analysis.sentences[text.words[word].sentence].tokens }

    private func head(_ index: Int, in sentence: Range<Int>) -> Int? {
        let head = text.analysis.tokens[index].head
        return head < 0 ? nil : sentence.lowerBound + head
    }

    private func isHearsay(_ word: Int, _ unit: Unit, _ hasSource: Bool) -> Bool {
        let all = sentence(word)
        let own = text.words[word].token
        let tokens = text.analysis.tokens
        let isHelper = tokens[own].relation.hasPrefix("aux") || tokens[own].relation.hasPrefix("cop")
        let verb = isHelper ? head(own, in: all) ?? own : own
        let isCompound = tokens[own].relation.hasPrefix("aux:tense") || isPerfect(word)
        let lemma = tokens[tokens[own].relation.hasPrefix("cop") ? own : verb].lemma
        guard !grammar.entries(.modal).contains(lemma), !grammar.entries(.modal).contains(tokens[own].lemma), !hasModal(after: word),
            !isAsked(word, unit)
        else { return false }
        if isCompound { return true }
        if isReported(verb, in: all) { return false }
        if hasSource { return !isThing(verb, in: all) }
        guard isStative(lemma, tokens[own].lemma), !isThing(verb, in: all), !isLed(word, by: .that) else { return false }
        let isRelative = isRelative(verb) || isLed(word, by: .relative)
        return !isRelative || tokens[own].morphology.isPlural != true && !isNegated(word)
    }

    /// Whether the sentence names a source (`selon`).
    private func hasSource(_ unit: Unit) -> Bool {
        unit.atoms.indices.contains { index in
            lexicon.expressionCues(unit.atoms[index].lower).contains { number in
                let cue = lexicon.cues[number]
                return cue.complements.contains(.source)
                    && cue.rest.enumerated().allSatisfy { offset, word in
                        index + 1 + offset < unit.atoms.count && unit.atoms[index + 1 + offset].lower == word
                    }
            }
        }
    }

    /// Whether a word of some class opens the clause shortly before a verb.
    private func isLed(_ word: Int, by wanted: WordClasses) -> Bool {
        (max(0, word - Tuning.opening)..<word).contains { index in
            text.words[index].sentence == text.words[word].sentence && !text.words[index].classes.isDisjoint(with: wanted)
                && (index + 1..<word).allSatisfy { !text.words[$0].isSign }
        }
    }

    /// Whether a participle of the perfect follows a helping verb.
    private func isPerfect(_ word: Int) -> Bool {
        guard lexicon.isHelper(text.words[word].lower, .have) != nil else { return false }
        return (word + 1..<min(text.words.count, word + 6)).contains { next in
            token(next).morphology.form == .participle && text.words[next].sentence == text.words[word].sentence
        }
    }

    /// `aurait dû`, `aurait pu`: a participle of a modal verb follows.
    private func hasModal(after word: Int) -> Bool {
        (word + 1..<min(text.words.count, word + 4)).contains { next in
            text.words[next].sentence == text.words[word].sentence && token(next).morphology.form == .participle
                && grammar.entries(.modal).contains(token(next).lemma)
        }
    }

    /// Whether something in the sentence makes a hypothesis: `si` (not `même si`), `en cas de`, `sinon`.
    private func isHypothetical(_ unit: Unit, _ quoted: [Bool]) -> Bool {
        let words = unit.words
        func lower(_ index: Int) -> String? { words.contains(index) ? text.words[index].lower : nil }
        return words.contains { index in
            if quoted[index] { return false }
            let marks = WordClass.hypothesis.set
            guard !text.words[index].classes.isDisjoint(with: marks) || grammar.phraseLength(marks, at: index, word: lower) > 0 else {
                return false
            }
            let upos = token(index).upos
            if upos == .pronoun || upos == .adverb && index + 1 < words.upperBound && token(index + 1).upos == .adjective { return false }
            return index == words.lowerBound || !grammar.entries(.even).contains(text.words[index - 1].lower)
        }
    }

    /// `Qui aurait cru …?`: a question that asks who, and so says nothing of anybody.
    private func isAsked(_ word: Int, _ unit: Unit) -> Bool {
        guard let first = unit.words.first(where: { !text.words[$0].isSign }), first < word else { return false }
        return !text.words[first].classes.isDisjoint(with: [.subjectRelative, .whether])
            && unit.words.suffix(3).contains { text.words[$0].lower == "?" }
    }

    /// Whether a verb hangs as a content on a verb of saying: the future in the past, or what somebody thinks possible.
    private func isReported(_ verb: Int, in sentence: Range<Int>) -> Bool {
        var index = verb
        for _ in 0..<Tuning.climb {
            guard let next = head(index, in: sentence) else { return false }
            let relation = text.analysis.tokens[index].relation
            if relation.hasPrefix("ccomp") { return true }
            index = next
        }
        return false
    }

    private func isRelative(_ verb: Int) -> Bool { text.analysis.tokens[verb].relation.hasPrefix("acl") }

    private func isNegated(_ word: Int) -> Bool {
        (max(0, word - 3)..<word).contains { !text.words[$0].classes.isDisjoint(with: .negation) }
    }

    private func isStative(_ lemma: String, _ own: String) -> Bool {
        grammar.entries(.stative).contains(lemma) || grammar.entries(.stative).contains(own)
    }

    /// Whether the subject is a clause, an infinitive, or a word that only points (`cela`, `ce`, `une telle mesure`, `le projet`).
    private func isThing(_ verb: Int, in sentence: Range<Int>) -> Bool {
        let number = verb - sentence.lowerBound
        let near = max(sentence.lowerBound, verb - Tuning.reach)..<min(sentence.upperBound, verb + Tuning.reach)
        let subject = near.first {
            text.analysis.tokens[$0].head == number
                && (text.analysis.tokens[$0].relation.hasPrefix("nsubj") || text.analysis.tokens[$0].relation.hasPrefix("csubj"))
        }
        guard let subject else { return false }
        let token = text.analysis.tokens[subject]
        if token.relation.hasPrefix("csubj") || token.morphology.form == .infinitive { return true }
        let surface = WordText.lowered(text.analysis.text(token.start..<token.end))
        return grammar.entries(.pointing).contains(surface) || grammar.entries(.pointing).contains(token.lemma)
            || (subject - sentence.lowerBound > 0 && subject > sentence.lowerBound
                && grammar.entries(.pointing).contains(
                    WordText.lowered(
                        text.analysis.text(text.analysis.tokens[subject - 1].start..<text.analysis.tokens[subject - 1].end))))
    }
}
