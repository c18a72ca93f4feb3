// A unit in, the places in it where somebody is said to speak out: finite verbs with their helpers, inverted pronouns, participles,
// expressions, nouns. Nothing is decided here about content or speaker.

/// A cue in its place.
package struct CueMatch: Sendable {
    package enum Form: Sendable, Hashable {
        case finite, gerund, infinitive
        /// A participle without helper, after a coordination.
        case bare
        case passive, expression, noun
    }

    package let cue: Int
    /// Atoms of the unit from the first helper to the last word of the cue.
    package let atoms: Range<Int>
    package let form: Form
    package let tense: VerbForm.Tense
    package let isPlural: Bool?
    /// The atom of an inverted pronoun (`-t-il`).
    package let inverted: Int?
    package let isNegated: Bool
}

/// A list of verbs by their forms, in which a scanner looks words up.
protocol VerbTable: Sendable {
    /// The readings of a word as a form of verbs of the list, which are numbered.
    func verbReadings(_ word: String) -> [(cue: Int, form: VerbForm)]
    func isReflexive(_ verb: Int) -> Bool
    /// Fixed words after a verb.
    func rest(_ verb: Int) -> [String]
}

extension SpeechLexicon: VerbTable {
    func isReflexive(_ verb: Int) -> Bool { cues[verb].isReflexive }
    func rest(_ verb: Int) -> [String] { cues[verb].rest }
}

/// Finds cues in one unit.
struct CueScanner {
    let lexicon: SpeechLexicon
    /// The verbs that are looked for: the lexicon's own cues, or those of another list.
    let verbs: any VerbTable
    let grammar: Grammar
    let analysis: Analysis
    let text: WordText
    let unit: Unit

    private enum Tuning {
        /// Atoms between a helping verb and its participle, parentheses included (by the training part of marked news).
        static let helperReach = 9
        /// The same where the tree ties the two together.
        static let treeReach = 14
    }

    private var atoms: [Atom] { unit.atoms }

    func lower(_ index: Int) -> String? { atoms.indices.contains(index) && atoms[index].isWord ? atoms[index].lower : nil }

    /// All cues, in order, none inside another.
    func all() -> [CueMatch] {
        var out: [CueMatch] = []
        var index = 0
        while index < atoms.count {
            guard let match = match(at: index) else {
                index += 1
                continue
            }
            if let last = out.last, last.atoms.upperBound > match.atoms.lowerBound {
                index += 1
                continue
            }
            out.append(match)
            index = max(index + 1, match.atoms.upperBound)
        }
        return out
    }

    private func match(at index: Int) -> CueMatch? {
        guard atoms[index].isWord, !atoms[index].isSign else { return nil }
        return expression(at: index) ?? verb(at: index) ?? noun(at: index)
    }

    private func expression(at index: Int) -> CueMatch? {
        let fitting = lexicon.expressionCues(atoms[index].lower).filter { restEnd(lexicon.cues[$0].rest, after: index + 1) != nil }
        guard let cue = fitting.max(by: { lexicon.cues[$0].rest.count < lexicon.cues[$1].rest.count }) else { return nil }
        let end = restEnd(lexicon.cues[cue].rest, after: index + 1) ?? index + 1
        return CueMatch(
            cue: cue, atoms: index..<end, form: .expression, tense: .present, isPlural: nil, inverted: nil, isNegated: false)
    }

    private func noun(at index: Int) -> CueMatch? {
        guard let cue = lexicon.nounCue(atoms[index].lower) else { return nil }
        return CueMatch(
            cue: cue, atoms: index..<(index + 1), form: .noun, tense: .present, isPlural: nil, inverted: nil, isNegated: false)
    }

    /// Where the fixed words of a cue end; a contracted or elided form of a fixed word counts as it.
    private func restEnd(_ rest: [String], after start: Int) -> Int? {
        var index = start
        for word in rest {
            guard let here = lower(index), here == word || isSame(here, word) else { return nil }
            index += 1
        }
        return index
    }

    private func isSame(_ a: String, _ b: String) -> Bool {
        for wordClass in [WordClass.of, .to] {
            let entries = grammar.entries(wordClass)
            if entries.contains(a), entries.contains(b) { return true }
        }
        return false
    }

    // MARK: Verbs

    func verb(at index: Int) -> CueMatch? {
        let readings = verbs.verbReadings(atoms[index].lower)
        guard !readings.isEmpty, !isTaggedNominal(index) || isAttributing(index) else { return nil }
        let hasHelper = readings.contains { $0.form.tense == .participle } && helper(before: index) != nil
        for reading in readings.sorted(by: { rank($0, hasHelper) > rank($1, hasHelper) }) {
            guard let end = restEnd(verbs.rest(reading.cue), after: index + 1) else { continue }
            if let found = match(reading, at: index, end: end) { return found }
        }
        return nil
    }

    /// Longer cues first; a participle before a present that looks like it where a helping verb stands before.
    private func rank(_ reading: (cue: Int, form: VerbForm), _ hasHelper: Bool) -> Int {
        let isLikely = hasHelper ? reading.form.tense == .participle : reading.form.isFinite
        return verbs.rest(reading.cue).count * 8 + (isLikely ? 4 : 0) + (verbs.isReflexive(reading.cue) ? 2 : 0)
    }

    private func match(_ reading: (cue: Int, form: VerbForm), at index: Int, end: Int) -> CueMatch? {
        switch reading.form.tense {
        case .participle: compound(reading, at: index, end: end)
        case .infinitive: infinitive(reading, at: index, end: end)
        case .gerund: gerund(reading, at: index, end: end)
        default: finite(reading, at: index, end: end)
        }
    }

    /// Atoms before the verb that stand between it and its subject: reflexives, negation, object pronouns.
    private func cliticStart(before index: Int) -> Int {
        var start = index
        while start > 0, atoms[start - 1].isWord, atoms[start - 1].has(.clitic) { start -= 1 }
        return start
    }

    private func isReflexive(_ range: Range<Int>) -> Bool { range.contains { atoms[$0].has(.reflexive) } }

    private func isNegated(_ range: Range<Int>) -> Bool { range.contains { atoms[$0].has(.negation) } }

    private func finite(_ reading: (cue: Int, form: VerbForm), at index: Int, end: Int) -> CueMatch? {
        guard reading.form.person == 3 || reading.form.person == 6 else { return nil }
        let clitics = cliticStart(before: index)
        let inverted = invertedPronoun(at: index + 1)
        guard verbs.isReflexive(reading.cue) == isReflexive(clitics..<index) else { return nil }
        if inverted == nil, isNominalContext(index, clitics: clitics) { return nil }
        return CueMatch(
            cue: reading.cue, atoms: clitics..<(inverted.map { max(end, $0 + 1) } ?? end), form: .finite, tense: reading.form.tense,
            isPlural: reading.form.isPlural, inverted: inverted, isNegated: isNegated(clitics..<index))
    }

    /// Whether a word that could be a noun stands where a noun would: after a determiner or a preposition.
    private func isNominalContext(_ index: Int, clitics: Int) -> Bool {
        guard index > 0, atoms[index - 1].isWord else { return false }
        let before = atoms[index - 1]
        if before.has([.preposition, .possessive, .indefinite]) { return true }
        guard before.has(.definite) else { return false }
        // An object pronoun looks like an article: a verb if a subject stands before it.
        guard before.has(.clitic), clitics > 0 else { return true }
        let subject = atoms[clitics - 1]
        if grammar.entries(.as).contains(subject.lower) { return false }
        if subject.name != nil || subject.has([.subjectRelative, .negation]) { return false }
        return lexicon.speaker(at: clitics - 1, word: lower)?.kind != .pronoun
    }

    /// An inverted pronoun at an atom, or behind the letter between verb and pronoun where blanks part them (`précise t-il`).
    private func invertedPronoun(at index: Int) -> Int? {
        inverted(at: index) ?? (isLinkLetter(index) ? linked(at: index + 1) : nil)
            ?? (isHyphen(index) && isLinkLetter(index + 1) ? linked(at: index + 2) : nil)
    }

    /// A pronoun after the letter that ties it to its verb, with its hyphen or without (`a t'il`).
    private func linked(at index: Int) -> Int? {
        guard let noun = lexicon.speaker(at: index, word: lower), noun.kind == .pronoun, !noun.flags.contains("after") else { return nil }
        return index
    }

    private func isHyphen(_ index: Int) -> Bool { atoms.indices.contains(index) && atoms[index].lower == "-" }

    private func isLinkLetter(_ index: Int) -> Bool {
        atoms.indices.contains(index) && atoms[index].isWord && grammar.entries(.linkLetter).contains(atoms[index].lower)
    }

    private func inverted(at index: Int) -> Int? {
        guard let noun = lexicon.speaker(at: index, word: lower), noun.kind == .pronoun, noun.isInverted else { return nil }
        return index
    }

    private func gerund(_ reading: (cue: Int, form: VerbForm), at index: Int, end: Int) -> CueMatch? {
        let clitics = cliticStart(before: index)
        guard verbs.isReflexive(reading.cue) == isReflexive(clitics..<index) else { return nil }
        if index > 0, atoms[index - 1].has(.determinersNotClitic) { return nil }
        return CueMatch(
            cue: reading.cue, atoms: clitics..<end, form: .gerund, tense: .gerund, isPlural: nil, inverted: nil,
            isNegated: isNegated(clitics..<index))
    }

    private func infinitive(_ reading: (cue: Int, form: VerbForm), at index: Int, end: Int) -> CueMatch? {
        let clitics = cliticStart(before: index)
        guard verbs.isReflexive(reading.cue) == isReflexive(clitics..<index), clitics > 0 else { return nil }
        if let able = able(before: clitics) {
            return CueMatch(
                cue: reading.cue, atoms: able.start..<end, form: .finite, tense: .present, isPlural: nil, inverted: able.inverted,
                isNegated: false)
        }
        let lead = leadStart(before: clitics)
        return CueMatch(
            cue: reading.cue, atoms: (lead ?? clitics)..<end, form: lead == nil ? .infinitive : .finite, tense: .infinitive, isPlural: nil,
            inverted: nil, isNegated: isNegated(clitics..<index))
    }

    /// `peut-on lire`: a verb of ability with its inverted pronoun before an infinitive.
    private func able(before index: Int) -> (start: Int, inverted: Int)? {
        var position = index - 1
        while position > 0, isPassable(position), inverted(at: position) == nil { position -= 1 }
        guard position > 0, let pronoun = inverted(at: position), let verb = lower(position - 1),
            lexicon.helperReadings(verb).contains(where: { $0.helper == .can && $0.form.isFinite })
        else { return nil }
        return (position - 1, pronoun)
    }

    /// Where a verb starts that brings the act of saying about (`vient de`, `a tenu à`), or nothing.
    private func leadStart(before index: Int) -> Int? {
        for entry in grammar.entries(.lead) {
            let words = entry.split(separator: "_").map { String($0) }
            let start = index - words.count
            guard start >= 0, words.indices.allSatisfy({ lower(start + $0) == words[$0] }) else { continue }
            if let helper = helper(before: start, reach: 2) { return helper.start }
            return cliticStart(before: start)
        }
        return nil
    }

    // MARK: Compound tenses

    private struct Helper {
        let start: Int
        let kind: WordClass
        let form: VerbForm
        let inverted: Int?
        let isReflexive: Bool
        let isNegated: Bool
        let isPassive: Bool
    }

    /// The helping verb of a participle: the nearest to the left across adverbs, an inverted pronoun, or a pair of commas.
    private func helper(before index: Int, reach: Int = Tuning.helperReach) -> Helper? {
        var position = index - 1
        var inverted: Int?
        var isPassive = false
        var depth = 0
        var steps = 0
        while position >= 0, steps < reach {
            let atom = atoms[position]
            steps += 1
            if atom.isWord, let found = helperForm(position), found.form.tense != .participle {
                let start = cliticStart(before: position)
                let reflexive = isReflexive(start..<position)
                return Helper(
                    start: start, kind: found.helper, form: found.form, inverted: inverted, isReflexive: reflexive,
                    isNegated: isNegated(start..<position), isPassive: isPassive || (found.helper == .be && !reflexive))
            }
            if atom.isWord, lexicon.helperReadings(atom.lower).contains(where: { $0.helper == .be && $0.form.tense == .participle }) {
                isPassive = true
            } else if let found = invertedPronoun(at: position) {
                inverted = found
            } else if atom.lower == "," {
                depth = 1 - depth
            } else if depth == 0, !isPassable(position) {
                return nil
            }
            position -= 1
        }
        return nil
    }

    /// The helping verb that the tree hangs on a participle, where more words stand between than adverbs (`a, comme prévu mardi, annoncé`).
    private func treeHelper(before index: Int) -> Helper? {
        let tokens = analysis.tokens
        let verb = text.words[atoms[index].words.lowerBound].token
        guard let sentence = analysis.sentence(atByte: tokens[verb].start).map({ analysis.sentences[$0].tokens }) else { return nil }
        var isPassive = false
        var inverted: Int?
        for position in (max(0, index - Tuning.treeReach)..<index).reversed() {
            if atoms[position].quote != nil { return nil }
            if let found = invertedPronoun(at: position) { inverted = found }
            guard atoms[position].isWord else { continue }
            let token = text.words[atoms[position].words.lowerBound].token
            guard tokens[token].relation.hasPrefix("aux"), sentence.lowerBound + tokens[token].head == verb else { continue }
            if lexicon.helperReadings(atoms[position].lower).contains(where: { $0.helper == .be && $0.form.tense == .participle }) {
                isPassive = true
            } else if let found = helperForm(position), found.form.tense != .participle {
                let start = cliticStart(before: position)
                let reflexive = isReflexive(start..<position)
                return Helper(
                    start: start, kind: found.helper, form: found.form, inverted: inverted, isReflexive: reflexive,
                    isNegated: isNegated(start..<position), isPassive: isPassive || (found.helper == .be && !reflexive))
            }
        }
        return nil
    }

    private func helperForm(_ index: Int) -> (helper: WordClass, form: VerbForm)? {
        guard let word = lower(index) else { return nil }
        return lexicon.helperReadings(word).first {
            ($0.helper == .have || $0.helper == .be) && ($0.form.isFinite || $0.form.tense != .participle)
        }
    }

    private func isPassable(_ index: Int) -> Bool {
        let atom = atoms[index]
        if atom.time != nil || atom.has([.adverb, .negation]) || grammar.entries(.tonic).contains(atom.lower) { return true }
        if atom.isWord, grammar.endsAsAdverb(atom.lower) || isLinkLetter(index) { return true }
        if isHyphen(index), isLinkLetter(index + 1) { return true }
        return (1...4).contains { length in
            index - length + 1 >= 0 && grammar.phraseLength(.adverb, at: index - length + 1, word: lower) == length
        } || insideAdverbPhrase(index)
    }

    private func insideAdverbPhrase(_ index: Int) -> Bool {
        (0...4).contains { back in
            index - back >= 0 && grammar.phraseLength(.adverb, at: index - back, word: lower) > back
        }
    }

    private func compound(_ reading: (cue: Int, form: VerbForm), at index: Int, end: Int) -> CueMatch? {
        guard let helper = helper(before: index) ?? treeHelper(before: index) else { return bare(reading, at: index, end: end) }
        guard verbs.isReflexive(reading.cue) == helper.isReflexive else { return nil }
        return CueMatch(
            cue: reading.cue, atoms: helper.start..<end, form: helper.isPassive ? .passive : .finite, tense: helper.form.tense,
            isPlural: helper.form.person == 0 ? nil : helper.form.isPlural, inverted: helper.inverted, isNegated: helper.isNegated)
    }

    /// A participle after `et` or a comma, or before `par`: it shares the helper of the verb before, or is passive.
    private func bare(_ reading: (cue: Int, form: VerbForm), at index: Int, end: Int) -> CueMatch? {
        guard !verbs.isReflexive(reading.cue) else { return nil }
        let isPassive =
            end < atoms.count
            && (atoms[end].has(.passiveBy) || (atoms[end].time != nil && end + 1 < atoms.count && atoms[end + 1].has(.passiveBy)))
        var before = index - 1
        while before > 0, isPassable(before) { before -= 1 }
        let follows = before >= 0 && (atoms[before].has(.coordinator) || atoms[before].lower == ",")
        guard isPassive || follows else { return nil }
        return CueMatch(
            cue: reading.cue, atoms: index..<end, form: isPassive ? .passive : .bare, tense: .participle, isPlural: nil, inverted: nil,
            isNegated: false)
    }

    // MARK: Tags

    /// Whether a word stands where a verb of saying stands after what was said: between a comma or quotation and a name or determiner.
    private func isAttributing(_ index: Int) -> Bool {
        guard index > 0, index + 1 < atoms.count, atoms[index - 1].quote != nil || atoms[index - 1].lower == "," else { return false }
        let next = atoms[index + 1]
        return next.name != nil || next.has([.definite, .indefinite, .possessive, .title])
    }

    /// Whether the tagger is sure that the word is no verb. Without tags nothing is.
    private func isTaggedNominal(_ index: Int) -> Bool {
        switch analysis.tokens[text.words[atoms[index].words.lowerBound].token].upos {
        case .noun, .properNoun, .adposition, .determiner, .pronoun, .adverb, .numeral: true
        default: false
        }
    }
}

extension WordClasses {
    static let determinersNotClitic: WordClasses = [.indefinite, .possessive]
}
