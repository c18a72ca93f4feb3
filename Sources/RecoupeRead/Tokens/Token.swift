// A word of an article while it is read. Places are UTF-8 bytes into the article's text; they become code points once, in passages.

/// A word as Universal Dependencies has it. The words of one multiword token (`du` = `de` + `le`) share its bytes; all but the first are
/// marked `isInner` and are passed over by whatever reads the surface.
package struct Token: Sendable, Hashable {
    /// First byte, and the byte after the last.
    package var start: Int
    package var end: Int
    /// The word as it stands, or, for a part of a multiword token, as UD writes that word.
    package var form: String
    /// The surface folded (`RecoupeText.folded`): no case, no accents, straight apostrophes. `l'` keeps its apostrophe.
    package var folded: String
    package var lemma: String
    package var upos: PartOfSpeech
    package var morphology: Morphology
    /// Index of the head among the sentence's tokens; −1 for the root and where no tree was made.
    package var head: Int
    /// Relation to the head, as UD writes it; empty where no tree was made.
    package var relation: String
    package var isInner: Bool
    /// Whether blank space, or the text's start, stands before it.
    package var spaceBefore: Bool

    package init(start: Int, end: Int, form: String, folded: String, isInner: Bool = false, spaceBefore: Bool = true) {
        self.start = start
        self.end = end
        self.form = form
        self.folded = folded
        lemma = folded
        upos = .other
        morphology = Morphology()
        head = -1
        relation = ""
        self.isInner = isInner
        self.spaceBefore = spaceBefore
    }
}

/// Universal part-of-speech tags.
package enum PartOfSpeech: UInt8, Sendable, Hashable, CaseIterable {
    case adjective, adposition, adverb, auxiliary, coordinatingConjunction, determiner, interjection, noun, numeral, particle, pronoun
    case properNoun, punctuation, subordinatingConjunction, symbol, verb, other

    /// The tag as UD writes it.
    package var code: String { Self.codes[Int(rawValue)] }

    package init?(code: String) {
        guard let index = Self.codes.firstIndex(of: code) else { return nil }
        self = Self.allCases[index]
    }

    private static let codes = [
        "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
    ]
}

/// Morphological features of a word. `feats` is the whole as UD writes it (`Mood=Cnd|Number=Plur|…`); those that rules ask for are parted.
package struct Morphology: Sendable, Hashable {
    package enum Mood: UInt8, Sendable { case indicative, conditional, subjunctive, imperative }
    package enum Tense: UInt8, Sendable { case present, past, imperfect, future }
    package enum Form: UInt8, Sendable { case finite, infinitive, participle, gerund }

    package var feats = ""
    package var mood: Mood?
    package var tense: Tense?
    package var form: Form?
    /// 1, 2 or 3.
    package var person: UInt8?
    package var isPlural: Bool?
    package var isFeminine: Bool?

    package init() {}
}
