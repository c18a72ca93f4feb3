// A cue in its unit in, what was said out: which atoms, and how they hang on the cue (that-clause, infinitive, object, quotation). The
// content starts with the first word of what was said and ends before the next cue that has a clause of its own.
internal import RecoupeModel

/// Atoms that are a statement's content.
struct Content {
    enum Link: Sendable { case that, infinitive, object, quotation, clause }

    var atoms: Range<Int>
    var link: Link
}

/// Finds contents in one unit.
struct ContentFinder {
    let lexicon: SpeechLexicon
    let phrases: PhraseReader
    let text: WordText
    let unit: Unit
    let cues: [CueMatch]

    private enum Tuning {
        /// How many atoms may stand between a cue and its that-clause (by the training part of marked news).
        static let reach = 28
        /// How many atoms a subject may have in a clause without conjunction.
        static let clauseReach = 14
        /// How many atoms a content may have; a sentence of literature has no more.
        static let contentReach = 400
        /// How long an object may be that stands between a cue and its content.
        static let objectReach = 9
    }

    private var atoms: [Atom] { unit.atoms }

    /// The content that follows a cue.
    func complement(of match: CueMatch) -> Content? {
        let cue = lexicon.cues[match.cue]
        var index = addresseeEnd(match, cue)
        var object: Int?
        var isAdjacent = true
        let limit = min(atoms.count, index + Tuning.reach)
        while index < limit {
            let atom = atoms[index]
            let adverb = phrases.grammar.phraseLength(.adverb, at: index, word: phrases.lower)
            if adverb > 1, object == nil {
                index += adverb
                continue
            }
            if index == match.atoms.upperBound, atom.has([.of, .to]), cue.complements.isDisjoint(with: [.of, .to, .infinitive]),
                startsInfinitive(index + 1)
            {
                return nil
            }
            if let object, index - object > Tuning.objectReach || startsInfinitive(index) || phrases.isVerb(index) { return nil }
            if let content = marked(at: index, cue, match, object: object) { return content }
            if isAdjacent, let content = adjacent(at: index, cue, match) { return content }
            guard let next = passed(index, cue, isAdjacent: &isAdjacent, limit: limit) else { return nil }
            if atom.lower == ";" || atom.has(.relative) && !atom.has(.that) { return nil }
            if !isAdjacent, object == nil { object = index }
            index = next
        }
        return nil
    }

    /// The atom after whom a cue speaks to (`told reporters that`); a phrase that a verb follows is the content's subject.
    private func addresseeEnd(_ match: CueMatch, _ cue: Cue) -> Int {
        let start = match.atoms.upperBound
        guard cue.hasAddressee, let phrase = phrases.phrase(at: start, limit: atoms.count) else { return start }
        let end = phrase.atoms.upperBound
        return end < atoms.count && !phrases.isVerb(end) ? end : start
    }

    /// A content that its own mark opens, wherever it stands: `que`, a colon, a quotation mark.
    private func marked(at index: Int, _ cue: Cue, _ match: CueMatch, object: Int?) -> Content? {
        let atom = atoms[index]
        if atom.has(.that), cue.complements.contains(.that) { return content(from: index + 1, .that, match) }
        if atom.has(.whether), cue.complements.contains(.whether) { return content(from: index, .that, match) }
        if atom.lower == ":", index + 1 < atoms.count, atoms[index + 1].quote != nil || cue.complements.contains(.that) {
            return content(from: index + 1, atoms[index + 1].quote != nil ? .quotation : .clause, match)
        }
        if atom.quote != nil { return quoted(at: index, cue, match, object: object) }
        if index > match.atoms.upperBound, !cue.isWeak, startsInfinitive(index + 1) || startsGerund(index + 1), !isContracted(index, .of),
            atom.has(.of) && cue.complements.contains(.of) || atom.has(.to) && cue.complements.contains(.to)
        {
            return content(from: index + 1, .infinitive, match)
        }
        return nil
    }

    /// A quotation, with the words of its clause that stand before it where it is part of an object.
    private func quoted(at index: Int, _ cue: Cue, _ match: CueMatch, object: Int?) -> Content? {
        guard let object, atoms[index - 1].lower != ":" else { return content(from: index, .quotation, match) }
        if cue.complements.contains(.of), atoms[index - 1].has(.of), cue.stance == .accuse {
            return content(from: index, .quotation, match)
        }
        guard cue.complements.contains(.noun) || cue.complements.contains(.of) || index - object <= 3 else { return nil }
        return content(from: object, .quotation, match)
    }

    /// `l'a promis`: the cue's object stands before it as a pronoun, which looks like an article.
    private func hasObjectBefore(_ match: CueMatch) -> Bool {
        match.form == .finite && atoms[match.atoms.lowerBound].has(.clitic) && atoms[match.atoms.lowerBound].has(.definite)
    }

    /// A content that needs no mark of its own or a preposition, right after the cue.
    private func adjacent(at index: Int, _ cue: Cue, _ match: CueMatch) -> Content? {
        let atom = atoms[index]
        guard !cue.isWeak, atom.isWord || atom.name != nil else { return nil }
        if cue.complements.contains(.infinitive), startsInfinitive(index) { return content(from: index, .infinitive, match) }
        for (mark, wordClass) in Self.prepositions where cue.complements.contains(mark) && atom.has(wordClass) {
            if cue.needsQuote, !hasQuote(index + 1) { return nil }
            return content(from: isContracted(index, wordClass) ? index : index + 1, .object, match)
        }
        if cue.complements.contains(.noun), !cue.needsQuote || hasQuote(index), startsObject(index), !hasObjectBefore(match) {
            return content(from: index, .object, match)
        }
        if cue.complements.contains(.predicate), isPredicate(index, match) { return content(from: index, .object, match) }
        if cue.complements.contains(.zero), startsClause(index) { return content(from: index, .clause, match) }
        return nil
    }

    /// `se dit satisfait`: an adjective right after the verb, but for adverbs.
    private func isPredicate(_ index: Int, _ match: CueMatch) -> Bool {
        let between = match.atoms.upperBound..<index
        return atoms[index].isWord && !atoms[index].isSign
            && !atoms[index].has([.preposition, .adverb, .definite, .indefinite, .possessive, .that, .coordinator])
            && between.allSatisfy { atoms[$0].has(.adverb) }
    }

    private static let prepositions: [(Cue.Complements, WordClasses)] = [
        (.of, .of), (.to, .to), (.on, WordClass.on.set), (.against, WordClass.against.set), (.forward, WordClass.forward.set),
    ]

    /// `du`, `au`: preposition and article in one word, which stays with the content.
    private func isContracted(_ index: Int, _ wordClass: WordClasses) -> Bool {
        let token = text.words[atoms[index].words.lowerBound].token
        let tokens = text.analysis.tokens
        return token + 1 < tokens.count && tokens[token + 1].isInner
    }

    private func hasQuote(_ index: Int) -> Bool { (index..<min(atoms.count, index + 4)).contains { atoms[$0].quote != nil } }

    /// `accused of hiding`: a verb with the ending of gerunds.
    private func startsGerund(_ index: Int) -> Bool {
        guard phrases.isHeadLast, atoms.indices.contains(index), atoms[index].isWord else { return false }
        let upos = text.analysis.tokens[text.words[atoms[index].words.lowerBound].token].upos
        return (upos == .verb || upos == .auxiliary) && phrases.grammar.entries(.gerundEnding).contains { atoms[index].lower.hasSuffix($0) }
    }

    private func startsInfinitive(_ index: Int) -> Bool {
        var position = index
        while position < atoms.count, atoms[position].has([.negation, .clitic, .adverb]), !atoms[position].has(.of) { position += 1 }
        guard position < atoms.count, atoms[position].isWord else { return false }
        return isInfinitive(position)
    }

    private func isInfinitive(_ index: Int) -> Bool {
        let token = text.analysis.tokens[text.words[atoms[index].words.lowerBound].token]
        if token.upos == .verb || token.upos == .auxiliary { return token.morphology.form == .infinitive }
        guard token.upos == .other else { return false }
        if let form = lexicon.isHelper(atoms[index].lower, .have) ?? lexicon.isHelper(atoms[index].lower, .be) {
            return form.tense == .infinitive
        }
        return lexicon.verbReadings(atoms[index].lower).contains { $0.form.tense == .infinitive }
            || phrases.grammar.entries(.infinitiveNegation).contains(atoms[index].lower)
            || phrases.grammar.infinitiveEndings.contains { atoms[index].lower.hasSuffix($0) && atoms[index].lower.count > $0.count + 2 }
    }

    private func startsObject(_ index: Int) -> Bool {
        let atom = atoms[index]
        if atom.name != nil { return true }
        return (atom.has(.determiners) || isTaggedDeterminer(index)) && !atom.has(.subordinator)
    }

    private func isTaggedDeterminer(_ index: Int) -> Bool {
        atoms[index].isWord && text.analysis.tokens[text.words[atoms[index].words.lowerBound].token].upos == .determiner
    }

    private func startsClause(_ index: Int) -> Bool {
        let atom = atoms[index]
        if atom.name != nil || atom.has(.determiners) { return !phrases.isHeadLast || opensClause(index) }
        if let noun = lexicon.speaker(at: index, word: phrases.lower) { return noun.kind == .pronoun || opensClause(index) }
        return phrases.isNominal(index) && opensClause(index)
    }

    /// Whether a finite verb stands within a few atoms before any sign.
    private func opensClause(_ index: Int) -> Bool {
        for position in (index + 1..<index + Tuning.clauseReach) where position < atoms.count {
            if atoms[position].quote != nil || [":", ";"].contains(atoms[position].lower) { return false }
            if phrases.isVerb(position) || phrases.isHeadLast && isPastForm(position) { return true }
        }
        return false
    }

    /// A past form that the tagger may take for a participle (`the men fled`).
    private func isPastForm(_ index: Int) -> Bool {
        guard atoms[index].isWord else { return false }
        let token = text.analysis.tokens[text.words[atoms[index].words.lowerBound].token]
        return token.upos == .verb && token.morphology.form == .participle && token.morphology.tense == .past
    }

    /// The atom after something that may stand between a cue and its content; nothing where the search ends.
    private func passed(_ index: Int, _ cue: Cue, isAdjacent: inout Bool, limit: Int) -> Int? {
        let atom = atoms[index]
        if cues.contains(where: { $0.atoms.lowerBound == index && $0.form != .noun && $0.form != .expression }) { return nil }
        if atom.time != nil || atom.lower == "," || atom.lower == "(" || atom.lower == ")" { return index + 1 }
        if atom.has(.adverb), !atom.has(.preposition) { return index + 1 }
        let length = phrases.grammar.phraseLength(.adverb, at: index, word: phrases.lower)
        if length > 0 { return index + length }
        if atom.has(.preposition), !atom.has(.determiners) || atom.has([.of, .to]) {
            return max(index + 1, phrases.prepositionalEnd(index, limit: limit))
        }
        if atom.isWord, phrases.grammar.endsAsAdverb(atom.lower), isAdjacent { return index + 1 }
        isAdjacent = false
        return index + 1
    }

    /// Content from an atom to where it ends, if there is anything in it.
    private func content(from start: Int, _ link: Content.Link, _ match: CueMatch) -> Content? {
        let cue = lexicon.cues[match.cue]
        if cue.isWeak || cue.needsQuote, link == .object, !hasQuote(start) { return nil }
        var end = end(from: start, link, after: match)
        if link == .object { end = objectEnd(start, end) }
        return end > start ? Content(atoms: start..<end, link: link) : nil
    }

    /// Where a content ends: before a coordinated or inserted cue, else at the unit's end, its full stop left out.
    func end(from start: Int, _ link: Content.Link, after match: CueMatch?) -> Int {
        var index = start
        // What goes on longer than any sentence is no one's words.
        let last = min(atoms.count, start + Tuning.contentReach)
        while index < last {
            let atom = atoms[index]
            if index > start, isDash(index), !(index + 1..<atoms.count).contains(where: { isDash($0) }),
                !(start..<index).contains(where: { isDash($0) })
            {
                return trimmed(start, index)
            }
            if link != .quotation, atom.lower == ":", index > start, index + 1 < atoms.count, atoms[index + 1].quote != nil {
                return trimmed(start, index)
            }
            if returnsToSubject(index, start, match) || isClosedBySpeech(index, start, link) { return trimmed(start, index) }
            if link != .quotation, index > start, opensContrast(index) { return trimmed(start, index) }
            if link == .object || link == .quotation, atom.lower == ",", index > start, endsQuotedObject(index, start) {
                return trimmed(start, index)
            }
            if atom.lower == "," || atom.has(.coordinator) || (atom.quote == nil && atom.isSign && atom.lower != ".") {
                if opensCue(after: index) { return trimmed(start, index) }
            }
            index += 1
        }
        return trimmed(start, last)
    }

    /// `A says this; B replies that`: a semicolon ends what was said where somebody says something after it.
    private func isClosedBySpeech(_ index: Int, _ start: Int, _ link: Content.Link) -> Bool {
        guard atoms[index].lower == ";", index > start, link == .clause || link == .that else { return false }
        let next = cues.partitionIndex { $0.atoms.lowerBound > index }
        return next < cues.count && cues[next].form == .finite && cues[next].atoms.lowerBound <= index + Tuning.clauseReach
    }

    /// An object without quotation ends before a clause of circumstance, or the place where it was said.
    private func objectEnd(_ start: Int, _ end: Int) -> Int {
        for index in (start + 1)..<max(end, start + 1) where !atoms[start..<index].contains(where: { $0.quote != nil }) {
            if atoms[index].has(.subordinator), !atoms[index].has([.relative, .that, .adverb]) { return trimmed(start, index) }
            if phrases.grammar.phraseLength(.subordinator, at: index, word: phrases.lower) > 0 { return trimmed(start, index) }
            if atoms[index].has(.venuePreposition), (index + 1..<min(end, index + 4)).contains(where: { atoms[$0].has(.venue) }) {
                return trimmed(start, index)
            }
        }
        return end
    }

    /// A comma after an object's quotation ends the object where another phrase or clause opens after it.
    private func endsQuotedObject(_ index: Int, _ start: Int) -> Bool {
        guard (start..<index).contains(where: { atoms[$0].quote != nil }), index + 1 < atoms.count,
            !(index + 1..<min(atoms.count, index + 6)).contains(where: { atoms[$0].quote != nil })
        else { return false }
        let next = atoms[index + 1]
        return next.time != nil || next.name != nil || next.has([.definite, .indefinite, .possessive]) && !next.has(.of)
    }

    private func isRelative(_ range: Range<Int>) -> Bool { range.contains { atoms[$0].has(.subjectRelative) } }

    /// «a estimé que … et a refusé»: the cue's own helping verb after a coordination goes on with its subject, not with the content.
    private func returnsToSubject(_ index: Int, _ start: Int, _ match: CueMatch?) -> Bool {
        guard let match, match.atoms.count > 1, atoms[index].has(.coordinator), index + 1 < atoms.count else { return false }
        var next = index + 1
        while next < atoms.count, atoms[next].has([.clitic, .negation]) { next += 1 }
        guard next < atoms.count, atoms[next].isWord, phrases.isVerb(next), let helper = match.atoms.first(where: { phrases.isVerb($0) })
        else { return false }
        let isSame = atoms[next].lower == atoms[helper].lower
        return isSame && !(start..<index).contains { atoms[$0].lower == atoms[helper].lower }
            && (start..<index).contains { phrases.isVerb($0) }
    }

    /// A dash between blanks, which opens an aside.
    private func isDash(_ index: Int) -> Bool {
        guard ["-", "–", "—"].contains(atoms[index].lower), index > 0, index + 1 < atoms.count else { return false }
        let word = text.words[atoms[index].words.lowerBound].bytes
        let before = text.words[atoms[index - 1].words.upperBound - 1].bytes
        let after = text.words[atoms[index + 1].words.lowerBound].bytes
        return before.upperBound < word.lowerBound && word.upperBound < after.lowerBound
    }

    /// A comma and a conjunction that sets the writer's own words against what was said.
    private func opensContrast(_ index: Int) -> Bool {
        atoms[index].lower == "," && phrases.grammar.phraseLength(WordClass.contrast.set, at: index + 1, word: phrases.lower) > 0
    }

    private func opensCue(after index: Int) -> Bool {
        var position = index + 1
        while position < atoms.count, position < index + 5 {
            let place = cues.partitionIndex { $0.atoms.lowerBound >= position }
            if place < cues.count, cues[place].atoms.lowerBound == position {
                let next = cues[place]
                switch next.form {
                case .gerund, .bare: return isAttributing(next)
                case .expression: return lexicon.cues[next.cue].complements.contains(.source)
                case .finite:
                    return next.inverted != nil || isAttributing(next) && (position == index + 1 || isRelative(index + 1..<position))
                case .infinitive, .passive, .noun: return false
                }
            }
            let atom = atoms[position]
            guard atom.has([.coordinator, .adverb, .preposition, .subjectRelative]) || atom.time != nil || atom.lower == "," else {
                return false
            }
            position += 1
        }
        return false
    }

    private func isAttributing(_ match: CueMatch) -> Bool {
        let end = match.atoms.upperBound
        guard end < atoms.count else { return false }
        let cue = lexicon.cues[match.cue]
        return (end..<min(atoms.count, end + 5)).contains { atoms[$0].has(.that) || atoms[$0].quote != nil }
            || (!cue.isWeak && !cue.needsQuote)
    }

    /// Cuts signs off the end that belong to the sentence.
    func trimmed(_ start: Int, _ end: Int) -> Int {
        var end = end
        while end > start, atoms[end - 1].isSign, [",", ".", ":", ";", "-", "–", "—"].contains(atoms[end - 1].lower) { end -= 1 }
        return end
    }
}
