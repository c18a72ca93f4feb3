// Atoms of a unit in, the phrases that can name a speaker out: a pronoun, a name with or without title, a description with its head
// («le porte-parole du ministère»), with the name that stands in apposition to it. Decided by closed classes, names and the lexicon.
internal import RecoupeModel

/// A phrase that can speak.
package struct SpeakerPhrase: Sendable {
    package var atoms: Range<Int>
    /// The noun that the lexicon knows as the phrase's head, or the pronoun.
    package var head: SpeakerNoun?
    /// The atom of the name that is the speaker itself, not one that depends on the head.
    package var name: Int?
    package var isIndefinite = false
    package var isPlural = false
    package var hasDeterminer = false
    /// Whether its first noun is one for what happens: `la défaite de la ligue`.
    package var isAction = false

    package var isPronoun: Bool { head?.kind == .pronoun }
}

/// Reads noun phrases of one unit.
struct PhraseReader {
    let lexicon: SpeechLexicon
    let grammar: Grammar
    let text: WordText
    let unit: Unit

    private enum Tuning {
        /// The longest description in atoms (by the training part of marked news).
        static let longestPhrase = 24
    }

    private var atoms: [Atom] { unit.atoms }

    func lower(_ index: Int) -> String? { atoms.indices.contains(index) && atoms[index].isWord ? atoms[index].lower : nil }

    private func kind(_ index: Int) -> EntityKind? { atoms[index].name.map { text.names[$0].kind } }

    /// The phrase that starts at an atom and ends before `limit`, or nothing where none starts there.
    func phrase(at index: Int, limit: Int) -> SpeakerPhrase? {
        guard index < limit else { return nil }
        let atom = atoms[index]
        if atom.name != nil { return specified(by: index, limit: limit) ?? named(index, nameAt: index, limit: limit) }
        guard atom.isWord, !atom.isSign else { return nil }
        if let noun = lexicon.speaker(at: index, word: lower), noun.kind == .pronoun {
            return SpeakerPhrase(atoms: index..<min(limit, index + noun.words.count), head: noun, isPlural: noun.isPlural)
        }
        if atom.has(.title), let name = titledName(index, limit: limit) { return named(index, nameAt: name, limit: limit) }
        if atom.has(.determiners) || isPartitive(index) { return description(index, limit: limit) }
        if atom.has(.of), index == 0 || atoms[index - 1].isSign, var plural = description(index, limit: limit),
            plural.head?.isPlural ?? false
        {
            plural.isIndefinite = true
            return plural
        }
        if let noun = lexicon.speaker(at: index, word: lower) { return bareDescription(index, noun, limit: limit) }
        return isNominal(index) ? headedLast(index, limit: limit) : nil
    }

    // MARK: Heads that come last

    /// Whether what specifies a noun stands before it (`harbour master`).
    var isHeadLast: Bool { !grammar.entries(.genitive).isEmpty }

    /// `Halvorne spokeswoman Anne Bell`, `Bell's lawyer`: a name that specifies the description after it.
    private func specified(by name: Int, limit: Int) -> SpeakerPhrase? {
        guard specifies(name), let phrase = headedLast(name, limit: limit), phrase.head.map({ $0.kind != .document }) ?? false else {
            return nil
        }
        return phrase
    }

    /// Whether a name stands before a noun that it specifies: one with a possessor's mark, or of no person and before a noun of speakers.
    private func specifies(_ name: Int) -> Bool {
        guard isHeadLast, let next = lower(name + 1) else { return false }
        if grammar.entries(.genitive).contains(next) { return true }
        guard kind(name) != .person else { return false }
        return (name + 1...name + 2).contains { lexicon.speaker(at: $0, word: lower).map { $0.kind != .pronoun } ?? false }
            && isNominal(name + 1)
    }

    /// A description without determiner whose head comes after what specifies it.
    private func headedLast(_ index: Int, limit: Int) -> SpeakerPhrase? {
        guard isHeadLast, var phrase = description(index, limit: limit), let head = phrase.head, head.kind != .pronoun else { return nil }
        phrase.hasDeterminer = false
        if head.flags.contains("anonymous"), head.isPlural || head.kind == .source { phrase.isIndefinite = true }
        return phrase
    }

    /// Whether the tagger takes a word for a noun or an adjective.
    func isNominal(_ index: Int) -> Bool {
        guard atoms.indices.contains(index), atoms[index].isWord, atoms[index].classes.isEmpty else { return false }
        switch text.analysis.tokens[text.words[atoms[index].words.lowerBound].token].upos {
        case .noun, .properNoun, .adjective, .numeral: return true
        default: return false
        }
    }

    /// The name after a title, with at most another word between.
    private func titledName(_ index: Int, limit: Int) -> Int? {
        (1...3).map { index + $0 }.first {
            $0 < limit && atoms[$0].name != nil && (index + 1..<$0).allSatisfy { atoms[$0].has(.title) || atoms[$0].lower == "." }
        }
    }

    private func named(_ start: Int, nameAt name: Int, limit: Int) -> SpeakerPhrase {
        var phrase = SpeakerPhrase(atoms: start..<(name + 1), name: name)
        // Two names joined are one speaker in the plural.
        if name + 2 < limit, atoms[name + 1].has(.coordinator), atoms[name + 2].name != nil, kind(name) == kind(name + 2) {
            phrase.atoms = start..<(name + 3)
            phrase.isPlural = true
        }
        return phrase
    }

    /// `l'un des deux`, `d'autres`: a determiner that starts with no determiner word.
    private func isPartitive(_ index: Int) -> Bool {
        guard let noun = lexicon.speaker(at: index, word: lower) else { return false }
        return noun.words.count > 1 && noun.kind == .group
    }

    private func bareDescription(_ index: Int, _ noun: SpeakerNoun, limit: Int) -> SpeakerPhrase? {
        guard var phrase = description(index, limit: limit) else { return nil }
        phrase.hasDeterminer = false
        phrase.head = phrase.head ?? noun
        if noun.flags.contains("anonymous"), noun.isPlural || noun.kind == .source { phrase.isIndefinite = true }
        return phrase
    }

    private func description(_ start: Int, limit: Int) -> SpeakerPhrase? {
        var phrase = SpeakerPhrase(atoms: start..<start, hasDeterminer: true)
        phrase.isIndefinite = atoms[start].has(.indefinite)
        var index = start
        var governed = false
        var isAttached = false
        var hasNominal = false
        let end = min(limit, start + Tuning.longestPhrase)
        scan: while index < end {
            let atom = atoms[index]
            switch atom.kind {
            case .name:
                hasNominal = true
                if !governed, !(isAttached && kind(index) != .person), takesName(phrase, index) {
                    phrase.name = index
                    index += 1
                    break scan
                }
                governed = false
            case .time: break scan
            case .quote:
                if governed || !hasNominal { break scan }
            case .word:
                guard let step = wordStep(index, start, governed: governed, hasNominal: hasNominal, limit: end) else { break scan }
                if step == .preposition {
                    governed = true
                    isAttached = true
                } else if step == .nominal {
                    let isLater = isHeadLast && !isAttached && phrase.head != nil
                    if !hasNominal { phrase.isAction = lexicon.isAction(atom.lower) && lexicon.speaker(at: index, word: lower) == nil }
                    let canHead = !governed || phrase.head == nil && !phrase.isAction
                    if canHead, let noun = headNoun(index, governed: governed, phrase, isLater: isLater) {
                        phrase.head = noun
                        phrase.isPlural = (phrase.isPlural && !isLater) || noun.isPlural
                        index += noun.words.count - 1
                    }
                    hasNominal = true
                    governed = false
                }
            }
            index += 1
        }
        while index > start + 1, atoms[index - 1].has([.preposition, .coordinator]) || atoms[index - 1].isSign { index -= 1 }
        phrase.atoms = start..<index
        return hasNominal && index > start ? phrase : nil
    }

    private func headNoun(_ index: Int, governed: Bool, _ phrase: SpeakerPhrase, isLater: Bool) -> SpeakerNoun? {
        guard phrase.head == nil || isLater || isWeakHead(phrase.head), let noun = lexicon.speaker(at: index, word: lower),
            noun.kind != .pronoun
        else {
            return nil
        }
        return governed && !(phrase.head == nil) ? nil : noun
    }

    /// A partitive head gives way to the noun it is a part of.
    private func isWeakHead(_ noun: SpeakerNoun?) -> Bool { noun?.flags.contains("partitive") ?? false }

    /// Whether a name that no preposition governs is the speaker itself: a person, or the one institution that the head speaks of.
    private func takesName(_ phrase: SpeakerPhrase, _ index: Int) -> Bool {
        switch kind(index) {
        case _ where specifies(index): false
        case .person: true
        case nil: false
        default: phrase.head.map { !$0.isPlural && ($0.kind == .institution || $0.kind == .medium || $0.kind == .group) } ?? true
        }
    }

    private enum Step { case determiner, preposition, nominal }

    /// What a word inside a description is; nothing where the description ends before it.
    private func wordStep(_ index: Int, _ start: Int, governed: Bool, hasNominal: Bool, limit: Int) -> Step? {
        let atom = atoms[index]
        if atom.isSign { return nil }
        if hasNominal, atom.has([.of, .to]) { return .preposition }
        if atom.has(.determiners) {
            // A second determiner without preposition opens another phrase.
            if index == start || governed || atoms[index - 1].has([.determiners, .coordinator]) { return .determiner }
            return hasNominal ? nil : .determiner
        }
        if atom.has([.relative, .subordinator]) { return nil }
        if atom.has(.coordinator) { return joinsNominals(index, limit: limit) ? .determiner : nil }
        if atom.has([.of, .to]) { return .preposition }
        if atom.has(.preposition) { return isInnerPreposition(index, hasNominal: hasNominal) ? .preposition : nil }
        if atom.has(.negation) || (atom.has(.clitic) && hasNominal) { return nil }
        if hasNominal, isVerb(index) { return nil }
        return .nominal
    }

    private func isInnerPreposition(_ index: Int, hasNominal: Bool) -> Bool {
        hasNominal && grammar.entries(.among).contains(atoms[index].lower)
    }

    private func joinsNominals(_ index: Int, limit: Int) -> Bool {
        guard index + 1 < limit else { return false }
        let next = atoms[index + 1]
        if next.has(.determiners) {
            return lexicon.speaker(at: index + 2, word: lower) != nil || index + 2 < limit && atoms[index + 2].name != nil
                || atoms[index + 1].has(.of)
        }
        return next.has([.of, .to]) || lexicon.speaker(at: index + 1, word: lower).map { $0.kind != .pronoun } ?? false
    }

    /// Whether the tagger takes a word for a verb.
    func isTaggedVerb(_ index: Int) -> Bool {
        atoms[index].isWord && text.analysis.tokens[text.words[atoms[index].words.lowerBound].token].upos == .verb
    }

    /// Whether a word is a finite verb, by its tags, or by the lexicon where there are none.
    func isVerb(_ index: Int) -> Bool {
        guard let word = lower(index) else { return false }
        let token = text.analysis.tokens[text.words[atoms[index].words.lowerBound].token]
        switch token.upos {
        case .verb, .auxiliary: return token.morphology.form == nil || token.morphology.form == .finite
        case .other: break
        default: return false
        }
        if lexicon.helperReadings(word).contains(where: { $0.form.isFinite }) { return true }
        return lexicon.verbReadings(word).contains { $0.form.isFinite && $0.form.tense != .present }
    }

    /// Whether an infinitive stands at an atom, pronouns and negation passed over.
    private func leadsToInfinitive(_ index: Int, limit: Int) -> Bool {
        var position = index
        while position < limit, atoms[position].has([.clitic, .negation]), !atoms[position].has(.of) { position += 1 }
        guard position < limit, atoms[position].isWord else { return false }
        let token = text.analysis.tokens[text.words[atoms[position].words.lowerBound].token]
        return (token.upos == .verb || token.upos == .auxiliary) && token.morphology.form == .infinitive
    }

    /// The end of a prepositional phrase that starts at `index`: after its noun phrase, before a determiner that no preposition governs.
    func prepositionalEnd(_ index: Int, limit: Int, stopsAtName: Bool = true) -> Int {
        var position = index
        var governed = false
        var hasNominal = false
        while position < limit {
            let atom = atoms[position]
            if atom.isSign && atom.lower != "." { break }
            if atom.quote != nil, hasNominal, !governed { break }
            if atom.has(.that) || atom.has(.relative) { break }
            if position > index, atom.has([.of, .to]), leadsToInfinitive(position + 1, limit: limit) { break }
            if atom.has(.preposition), !atom.has([.determiners]) {
                governed = true
            } else if atom.has(.determiners) {
                if hasNominal, !governed, !atom.has([.of, .to]) { break }
                if atom.has([.of, .to]) { governed = true }
            } else if atom.time != nil {
                if hasNominal, !governed { break }
                hasNominal = true
                governed = false
            } else if atom.name != nil {
                if stopsAtName, hasNominal, !governed, kind(position) == .person { break }
                hasNominal = true
                governed = false
            } else {
                if hasNominal, !governed, position > index, isVerb(position) || atom.has([.clitic, .negation]) { break }
                hasNominal = true
                governed = false
            }
            position += 1
        }
        return max(position, index + 1)
    }
}
