// A cue in its unit in, the phrase that is its subject out: to the left for «X a déclaré», to the right for «a déclaré X» and «selon X».
// Walks from comma to comma, passes over circumstances and relative clauses, and joins a description with the name beside it.
internal import RecoupeModel

/// What stands as the subject of a cue.
enum Subject {
    case phrase(SpeakerPhrase)
    /// The verb is coordinated with the one before and shares its subject.
    case shared
    /// Nobody in particular (`on`, `ce`).
    case nobody
}

/// Finds subjects in one unit.
struct SubjectFinder {
    let phrases: PhraseReader
    let text: WordText
    let unit: Unit

    private var atoms: [Atom] { unit.atoms }

    private func isPerson(_ index: Int) -> Bool { atoms[index].name.map { text.names[$0].kind == .person } ?? false }

    // MARK: To the left

    /// The subject before a verb that starts at `verb`, looking no further left than `bound`.
    func subject(before verb: Int, bound: Int) -> (subject: Subject, start: Int)? {
        var end = verb
        if end > bound, atoms[end - 1].has(.coordinator) { return (.shared, end - 1) }
        for _ in 0..<6 {
            let start = segmentStart(endingAt: end, bound: bound)
            let result = inspect(start..<end, bound: bound, isParted: end < verb)
            if let result { return result }
            guard start > bound, atoms[start - 1].lower == "," else { return nil }
            end = start - 1
        }
        return nil
    }

    private func segmentStart(endingAt end: Int, bound: Int) -> Int {
        var start = end
        while start > bound {
            let atom = atoms[start - 1]
            if atom.lower == ")", let open = (bound..<start).last(where: { atoms[$0].lower == "(" }) {
                start = open
                continue
            }
            if atom.quote != nil, start < end, pronoun(at: start) != nil || atoms[start].has(.determiners) || atoms[start].name != nil {
                break
            }
            if atom.time != nil, text.words[atom.words.upperBound - 1].classes.contains(.that) { break }
            if atom.lower == "," || isHard(atom) || atom.has(.that) || endsBeforeAttribution(start - 1) { break }
            if atom.has(.subordinator), !atom.has(.relative), start < end { break }
            start -= 1
        }
        return start
    }

    /// A quotation that ends with a sign inside its marks is no part of the subject after it.
    func endsBeforeAttribution(_ index: Int) -> Bool {
        guard phrases.isHeadLast, let quote = atoms[index].quote, let last = text.quotations[quote].inner.last else { return false }
        return text.words[last].isSign && [",", ".", "?", "!", "…", "..."].contains(text.words[last].lower)
    }

    private func isHard(_ atom: Atom) -> Bool {
        if atom.quote != nil { return false }
        return atom.isSign && ![",", ".", "-", "/", "+", "%", "'"].contains(atom.lower)
    }

    private func inspect(_ segment: Range<Int>, bound: Int, isParted: Bool) -> (subject: Subject, start: Int)? {
        var index = segment.lowerBound
        while index < segment.upperBound, atoms[index].has([.coordinator, .adverb]) && !atoms[index].has(.determiners) { index += 1 }
        if let relative = lastRelative(in: index..<segment.upperBound) {
            if atoms[relative].has(.subjectRelative) { return antecedent(before: relative, bound: bound) }
            index = relative + 1
        }
        while index < segment.upperBound {
            let atom = atoms[index]
            if let counted = quantity(index, limit: segment.upperBound) { return (.phrase(counted), index) }
            if atom.time != nil || (atom.has(.adverb) && !atom.has(.determiners)) {
                index += 1
                continue
            }
            if let noun = pronoun(at: index) {
                if noun.isNobody { return (.nobody, index) }
                let phrase = SpeakerPhrase(atoms: index..<(index + noun.words.count), head: noun, isPlural: noun.isPlural)
                return (.phrase(phrase), index)
            }
            if atom.has(.preposition), !atom.has(.determiners) || atom.has([.of, .to]), !startsPlural(index) {
                index = phrases.prepositionalEnd(index, limit: segment.upperBound, stopsAtName: false)
                continue
            }
            if var phrase = phrases.phrase(at: index, limit: segment.upperBound) {
                if isOneOfSeveral(phrase, from: index) { phrase.name = nil }
                if phrase.name == nil, phrase.head == nil, let next = known(after: phrase.atoms.upperBound, in: segment) {
                    return (.phrase(next), next.atoms.lowerBound)
                }
                if !isParted, let named = endingName(phrase, segment) { return (.phrase(named), index) }
                let isMain = lastRelative(in: segment) == nil && (isParted || !phrase.hasDeterminer)
                return (.phrase(isMain ? joined(phrase, segment: segment, bound: bound) : phrase), index)
            }
            return nil
        }
        return nil
    }

    /// `58 % des personnes interrogées`, `plus de la moitié des clients`: an amount of some who are not named.
    private func quantity(_ index: Int, limit: Int) -> SpeakerPhrase? {
        let amounts = Set(phrases.grammar.entries(.quantity))
        func isNumber(_ index: Int) -> Bool { atoms[index].isWord && atoms[index].lower.first?.isNumber == true }
        guard isNumber(index) || atoms[index].isWord && amounts.contains(atoms[index].lower) else { return nil }
        var position = index + 1
        while position < min(limit, index + 6),
            isNumber(position) || amounts.contains(atoms[position].lower) || atoms[position].has([.of, .definite, .indefinite])
        {
            position += 1
        }
        guard position < limit, position - index > 1, atoms[position - 1].has([.of, .definite]), atoms[position].isWord,
            !atoms[position].isSign
        else { return nil }
        var end = position + 1
        while end < limit, atoms[end].isWord, !phrases.isVerb(end), !atoms[end].has([.relative, .clitic, .negation]) { end += 1 }
        return SpeakerPhrase(atoms: index..<end, isIndefinite: true, isPlural: true, hasDeterminer: true)
    }

    /// `la ministre chargée de l'égalité entre les pays Anne Bell a dit`: a person's name that ends the words before the verb.
    private func endingName(_ phrase: SpeakerPhrase, _ segment: Range<Int>) -> SpeakerPhrase? {
        let last = segment.upperBound - 1
        guard phrase.name == nil, phrase.head?.kind == .person, last > phrase.atoms.upperBound, isPerson(last), atoms[last - 1].isWord,
            !atoms[last - 1].isSign, !atoms[last - 1].has([.preposition, .coordinator, .relative, .that]), lastRelative(in: segment) == nil
        else { return nil }
        var named = phrase
        named.name = last
        named.atoms = phrase.atoms.lowerBound..<segment.upperBound
        return named
    }

    /// A phrase with a known head or name that reaches up to the verb, after one that has neither.
    private func known(after start: Int, in segment: Range<Int>) -> SpeakerPhrase? {
        for index in start..<max(start, segment.upperBound) where index == start || !atoms[index - 1].has(.preposition) {
            guard atoms[index].has(.definite) || atoms[index].name != nil || atoms[index].has(.title),
                let phrase = phrases.phrase(at: index, limit: segment.upperBound), phrase.name != nil || phrase.head != nil,
                phrase.atoms.upperBound == segment.upperBound, !isOneOfSeveral(phrase, from: start)
            else { continue }
            return phrase
        }
        return nil
    }

    /// `deux pays et la coalition Astra ont dit`: one name after other words and before a verb in the plural is the end of a longer subject.
    private func isOneOfSeveral(_ phrase: SpeakerPhrase, from start: Int) -> Bool {
        let verb = phrase.atoms.upperBound
        guard let name = phrase.name, name > start + 1, !phrase.isPlural, verb < atoms.count, atoms[verb].isWord else {
            return false
        }
        return text.analysis.tokens[text.words[atoms[verb].words.lowerBound].token].morphology.isPlural == true
    }

    /// `Des habitants ont dit`: what looks like a preposition is an article at the start of a clause.
    private func startsPlural(_ index: Int) -> Bool {
        let isFirst = index == 0 || atoms[index - 1].isSign || atoms[index - 1].has(.coordinator)
        guard atoms[index].has(.indefinite) || (isFirst && atoms[index].has(.of)), let next = phrases.phrase(at: index, limit: atoms.count),
            let head = next.head
        else {
            return false
        }
        return head.isPlural || head.kind == .source
    }

    private func pronoun(at index: Int) -> SpeakerNoun? {
        guard let noun = phrases.lexicon.speaker(at: index, word: phrases.lower), noun.kind == .pronoun, !noun.isInverted,
            !noun.flags.contains("after")
        else { return nil }
        return noun
    }

    private func lastRelative(in range: Range<Int>) -> Int? { range.last { atoms[$0].has(.relative) } }

    /// The phrase that a relative pronoun stands for.
    func antecedent(before relative: Int, bound: Int) -> (subject: Subject, start: Int)? {
        var end = relative
        if end > bound, atoms[end - 1].lower == "," { end -= 1 }
        if end > bound, atoms[end - 1].lower == ")", let open = (bound..<end).last(where: { atoms[$0].lower == "(" }) { end = open }
        guard end > bound else { return nil }
        if isPerson(end - 1) {
            return (.phrase(SpeakerPhrase(atoms: (end - 1)..<end, name: end - 1)), end - 1)
        }
        // An apposition between the name and its relative clause.
        let start = segmentStart(endingAt: end, bound: bound)
        if start - 2 >= bound, atoms[start - 1].lower == ",", isPerson(start - 2), phrases.phrase(at: start, limit: end)?.head != nil {
            return (.phrase(SpeakerPhrase(atoms: (start - 2)..<(start - 1), name: start - 2)), start - 2)
        }
        return describedAntecedent(from: start, to: end)
    }

    /// The last description that reaches up to the relative pronoun.
    private func describedAntecedent(from start: Int, to end: Int) -> (subject: Subject, start: Int)? {
        var index = max(start, end - 14)
        while index < end {
            let governed = index > 0 && atoms[index - 1].has([.of, .to])
            if !governed, atoms[index].has(.determiners) || atoms[index].has(.title) || atoms[index].name != nil,
                let phrase = phrases.phrase(at: index, limit: end), phrase.atoms.upperBound == end
            {
                return (.phrase(phrase), index)
            }
            index += 1
        }
        return nil
    }

    /// A name beside a description, parted by a comma, is the same person.
    private func joined(_ phrase: SpeakerPhrase, segment: Range<Int>, bound: Int) -> SpeakerPhrase {
        var phrase = phrase
        guard segment.lowerBound - 1 > bound, atoms[segment.lowerBound - 1].lower == "," else { return phrase }
        let before = segmentStart(endingAt: segment.lowerBound - 1, bound: bound)
        let end = segment.lowerBound - 1
        if let name = phrase.name, isPerson(name) || atoms[name].name != nil { return phrase }
        // «Pierre Dupont, maire de la ville, a dit»: the name stands before.
        if phrase.name == nil, let named = phraseEnding(at: end, from: before) {
            let isPersonal = named.name.map { isPerson($0) } ?? false
            if isPersonal || !phrase.hasDeterminer && (named.name != nil || named.head != nil) { phrase = named }
        }
        return phrase
    }

    private func phraseEnding(at end: Int, from start: Int) -> SpeakerPhrase? {
        var index = start
        while index < end {
            if atoms[index].has(.preposition), !atoms[index].has(.determiners) {
                index = phrases.prepositionalEnd(index, limit: end, stopsAtName: false)
                continue
            }
            if let phrase = phrases.phrase(at: index, limit: end) {
                return phrase.atoms.upperBound == end ? phrase : nil
            }
            index += 1
        }
        return nil
    }

    // MARK: To the right

    /// The subject after an inverted verb, passing over circumstances; with the atom after it.
    func subject(after start: Int, limit: Int) -> SpeakerPhrase? {
        var index = start
        for _ in 0..<10 {
            guard index < limit else { return nil }
            let atom = atoms[index]
            if atom.time != nil || (atom.has(.adverb) && !atom.has(.determiners)) {
                index += 1
            } else if let length = adverbPhrase(index) {
                index += length
            } else if atom.lower == ",", index + 2 < limit, atoms[index + 1].time != nil || atoms[index + 1].has([.preposition, .adverb]) {
                index += 1
            } else if atom.lower == ",", index > start {
                index += 1
            } else if atom.has(.preposition), !atom.has(.determiners) || atom.has([.of, .to]), !startsPlural(index) {
                index = phrases.prepositionalEnd(index, limit: limit)
            } else {
                return phrases.phrase(at: index, limit: limit).map { completed($0, limit: limit) }
            }
        }
        return nil
    }

    private func adverbPhrase(_ index: Int) -> Int? {
        let length = phrases.grammar.phraseLength(.adverb, at: index, word: phrases.lower)
        return length > 0 ? length : nil
    }

    /// «le maire de la ville, Pierre Dupont»: the name after the comma belongs to the description of a person.
    func completed(_ phrase: SpeakerPhrase, limit: Int) -> SpeakerPhrase {
        guard phrase.name == nil, !phrase.isPronoun, let head = phrase.head,
            head.kind == .person || head.kind == .institution || head.kind == .medium
        else { return phrase }
        let comma = phrase.atoms.upperBound
        guard comma + 1 < limit, atoms[comma].lower == "," else { return phrase }
        var name = comma + 1
        while name + 1 < limit, atoms[name].has(.title) || atoms[name].has(.definite) { name += 1 }
        guard atoms[name].name != nil else { return phrase }
        let kind = atoms[name].name.map { text.names[$0].kind }
        guard (kind == .person) == (head.kind == .person) else { return phrase }
        let after = name + 1
        guard after >= atoms.count || atoms[after].isSign || atoms[after].time != nil || atoms[after].quote != nil else { return phrase }
        var joined = phrase
        joined.name = name
        joined.atoms = phrase.atoms.lowerBound..<(name + 1)
        return joined
    }
}

extension SubjectFinder {
    /// `de source policière`, `auprès de la préfecture`: the source after an impersonal verb.
    func subjectOfSource(after start: Int, limit: Int) -> SpeakerPhrase? {
        var index = start
        while index < limit, !atoms[index].isSign {
            if let noun = phrases.lexicon.speaker(at: index, word: phrases.lower), noun.kind == .source {
                return phrases.phrase(at: index, limit: limit)
            }
            if phrases.grammar.phraseLength(.audiencePreposition, at: index, word: phrases.lower) > 0 {
                let length = phrases.grammar.phraseLength(.audiencePreposition, at: index, word: phrases.lower)
                return phrases.phrase(at: index + length, limit: limit) ?? phrases.phrase(at: index + length - 1, limit: limit)
            }
            index += 1
        }
        return nil
    }
}
