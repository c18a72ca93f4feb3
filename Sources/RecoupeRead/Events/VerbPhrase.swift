// A verb of a tree in, its whole phrase out: which word is finite, in which mood and tense, whether it is negated, which verb of duty, power
// or motion leads to it (`doit rouvrir`, `a pu rouvrir`, `va rouvrir`).
internal import RecoupeModel

/// A verb with its helpers.
struct VerbPhrase {
    let verb: Int
    /// The finite word; nothing for an infinitive or participle by itself.
    var finite: Int?
    var form: Morphology.Form?
    var mood: Morphology.Mood?
    var tense: Morphology.Tense?
    /// Whether a helper makes a compound tense.
    var isCompound = false
    var isPassive = false
    var isNegated = false
    /// Must, can, or go, that leads to the verb.
    var lead: WordClass?
    /// The verb that leads to it, where that is a word of its own with an infinitive.
    var leader: Int?

    /// A tense that tells of what has been.
    var isPast: Bool {
        guard finite != nil, mood == .indicative else { return false }
        return isCompound ? tense == .present || tense == .imperfect || tense == .past : tense == .past || tense == .imperfect
    }
}

/// Reads verb phrases.
struct VerbPhraseReader {
    let tree: UnitTree
    let speech: SpeechLexicon
    let grammar: Grammar
    let text: WordText
    let unit: Unit

    func phrase(_ verb: Int) -> VerbPhrase {
        var phrase = VerbPhrase(verb: verb)
        let isLed = helpers(of: verb).contains { tree.tokens[$0].morphology.form == .infinitive }
        phrase.form = isLed ? .infinitive : tree.tokens[verb].morphology.form
        read(helpers(of: verb), verb, &phrase)
        if phrase.finite == nil, !isLed, tree.isRelation(verb, "conj"), let before = tree.parent(verb), tree.isVerb(before),
            tree.tokens[before].morphology.form == phrase.form
        {
            // «a été arrêté et placé»: the second shares the helpers of the first.
            read(helpers(of: before), before, &phrase)
            phrase.isNegated = phrase.isNegated || isNegated(before)
        }
        if phrase.finite == nil, phrase.form == .infinitive { lead(&phrase) }
        phrase.isNegated = phrase.isNegated || isNegated(verb)
        return phrase
    }

    private func helpers(of verb: Int) -> [Int] {
        tree.children(verb).filter { tree.isRelation($0, "aux") && !tree.isClauseHead($0) || tree.isRelation($0, "cop") }
    }

    private func read(_ helpers: [Int], _ verb: Int, _ phrase: inout VerbPhrase) {
        let words = helpers.filter { tree.tokens[$0].morphology.form == .finite }
        if let finite = words.first(where: { helper($0, .go) || helper($0, .must) || helper($0, .can) }) ?? words.first {
            set(finite, &phrase)
            phrase.isCompound = tree.tokens[finite].relation.hasPrefix("aux") && tree.tokens[finite].relation != "aux:pass"
            if helper(finite, .go) || helper(finite, .must) || helper(finite, .can) { phrase.isCompound = false }
            for wordClass in [WordClass.go, .must, .can] where helper(finite, wordClass) { phrase.lead = wordClass }
        } else if tree.tokens[verb].morphology.form == .finite {
            set(verb, &phrase)
        }
        phrase.isPassive = phrase.isPassive || helpers.contains { tree.tokens[$0].relation == "aux:pass" }
    }

    private func set(_ finite: Int, _ phrase: inout VerbPhrase) {
        phrase.finite = finite
        phrase.mood = tree.tokens[finite].morphology.mood ?? .indicative
        phrase.tense = tree.tokens[finite].morphology.tense
    }

    private func helper(_ token: Int, _ wanted: WordClass) -> Bool { speech.isHelper(lower(token), wanted)?.isFinite ?? false }

    /// `doit rouvrir`, where the leading verb is the head of the infinitive.
    private func lead(_ phrase: inout VerbPhrase) {
        guard tree.isRelation(phrase.verb, "xcomp") || tree.isRelation(phrase.verb, "ccomp"), let head = tree.parent(phrase.verb) else {
            return
        }
        phrase.leader = head
        for wordClass in [WordClass.go, .must, .can] {
            let isWord = speech.helperReadings(lower(head)).contains { $0.helper == wordClass }
            guard isWord else { continue }
            let leading = self.phrase(head)
            (phrase.finite, phrase.mood, phrase.tense) = (leading.finite, leading.mood, leading.tense)
            (phrase.isCompound, phrase.isNegated) = (leading.isCompound, leading.isNegated)
            phrase.lead = wordClass
        }
    }

    /// The verb that a must, can or go leads to; any other verb itself.
    func content(of verb: Int) -> Int {
        let isLeading = speech.helperReadings(lower(verb)).contains { $0.helper == .go || $0.helper == .must || $0.helper == .can }
        guard isLeading, let led = tree.children(verb).first(where: { tree.isRelation($0, "xcomp") && tree.isVerb($0) }) else {
            return verb
        }
        return led
    }

    func lower(_ token: Int) -> String { WordText.lowered(text.analysis.text(tree.tokens[token].start..<tree.tokens[token].end)) }

    /// A negation among the words that hang on the verb, with the word in its clause that makes it one.
    private func isNegated(_ verb: Int) -> Bool {
        guard tree.children(verb).contains(where: { grammar.classes(of: lower($0)).contains(.negation) }) else { return false }
        let negative = grammar.entries(.negative)
        return tree.subtree(verb) { tree.isClauseHead($0) }.contains { negative.contains(lower($0)) }
    }
}
