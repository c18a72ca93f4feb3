// A unit with its tree in, the verbs and nouns in it that name events out.
internal import RecoupeModel

/// Finds words that name events.
struct TriggerFinder {
    let tree: UnitTree
    let lexicon: EventLexicon
    let verbs: VerbPhraseReader
    let unit: Unit
    /// The first atom that is read.
    let from: Int

    func all() -> [TreeTellings.Found] {
        var out: [TreeTellings.Found] = []
        var index = from
        while index < unit.atoms.count {
            guard unit.atoms[index].isWord, !unit.atoms[index].isSign else {
                index += 1
                continue
            }
            let found = verb(index) ?? noun(index) ?? anyVerb(index)
            if let found { out.append(found) }
            index = found?.trigger.atoms.upperBound ?? index + 1
        }
        return out
    }

    private func lower(_ index: Int) -> String? {
        unit.atoms.indices.contains(index) && unit.atoms[index].isWord ? unit.atoms[index].lower : nil
    }

    private func token(_ index: Int) -> Int { verbs.text.words[unit.atoms[index].words.lowerBound].token }

    private func verb(_ index: Int) -> TreeTellings.Found? {
        let token = token(index)
        guard tree.isVerb(token) || isParticiple(token) else { return nil }
        let isReflexive = tree.children(token).contains { child in
            tree.tokens[child].upos == .pronoun && child < token && verbs.grammar.classes(of: verbs.lower(child)).contains(.reflexive)
                && !tree.isRelation(child, "nsubj") && !isObjectPronoun(child, of: token)
        }
        let fitting = lexicon.verbReadings(unit.atoms[index].lower).filter { reading in
            lexicon.isReflexive(reading.cue) == isReflexive && end(lexicon.rest(reading.cue), after: index + 1) != nil
        }
        guard let best = fitting.max(by: { lexicon.rest($0.cue).count < lexicon.rest($1.cue).count }) else { return nil }
        let last = end(lexicon.rest(best.cue), after: index + 1) ?? index + 1
        return TreeTellings.Found(
            trigger: Trigger(atoms: index..<last, type: lexicon.verbs[best.cue].type, isNoun: false), token: token,
            lemma: lexicon.verbs[best.cue].lemma)
    }

    /// A full verb that no list knows: an event where its clause dates it.
    private func anyVerb(_ index: Int) -> TreeTellings.Found? {
        let token = token(index)
        let lower = unit.atoms[index].lower
        guard tree.tokens[token].upos == .verb, tree.isClauseHead(token), !tree.isRelation(token, "parataxis"),
            verbs.speech.helperReadings(lower).isEmpty,
            lexicon.verbReadings(lower).isEmpty
        else { return nil }
        return TreeTellings.Found(
            trigger: Trigger(atoms: index..<(index + 1), type: EventLexicon.unknown, isNoun: false), token: token,
            lemma: tree.tokens[token].lemma)
    }

    /// `nous a annoncé`: a pronoun of the first person that is no subject's own.
    private func isObjectPronoun(_ pronoun: Int, of verb: Int) -> Bool {
        tree.isRelation(pronoun, "iobj") || tree.isRelation(pronoun, "nsubj")
    }

    /// A participle that the tagger takes for an adjective, with something that hangs on it.
    private func isParticiple(_ token: Int) -> Bool {
        tree.tokens[token].upos == .adjective && !tree.children(token).isEmpty
            && lexicon.verbReadings(verbs.lower(token)).contains { $0.form.tense == .participle }
    }

    private func end(_ rest: [String], after start: Int) -> Int? {
        var index = start
        for word in rest {
            guard let here = lower(index), here == word || isSame(here, word) else { return nil }
            index += 1
        }
        return index
    }

    private func isSame(_ a: String, _ b: String) -> Bool {
        [WordClass.of, .to].contains { verbs.grammar.entries($0).contains(a) && verbs.grammar.entries($0).contains(b) }
    }

    private func noun(_ index: Int) -> TreeTellings.Found? {
        guard let noun = lexicon.noun(at: index, word: lower) else { return nil }
        let token = token(index)
        guard tree.tokens[token].upos == .noun || tree.tokens[token].upos == .other else { return nil }
        return TreeTellings.Found(
            trigger: Trigger(atoms: index..<(index + noun.words.count), type: noun.type, isNoun: true), token: token, lemma: noun.lemma)
    }
}
