// What one article says, read alone: the value between Read and Link. It names no language-dependent thing that Link would have to
// look up: words that must be compared across reports stand here as keys (folded lemmas, or concepts shared by the packs).

/// One article, read. Everything in it lies in this one article.
public struct Reading: Sendable, Codable, Hashable {
    public var article: String
    public var language: String
    /// The stated date, or the span that the text allows, or nothing.
    public var published: Published?
    public var sentences: [SentenceRecord]
    public var names: [Name]
    /// The names grouped: who is who inside this article. `Name.referent` is an index into it.
    public var referents: [Referent]
    public var times: [Time]
    public var figures: [Figure]
    public var statements: [Statement]
    public var events: [EventMention]
    public var promises: [Promise]

    public init(
        article: String, language: String, published: Published? = nil, sentences: [SentenceRecord] = [], names: [Name] = [],
        referents: [Referent] = [], times: [Time] = [], figures: [Figure] = [], statements: [Statement] = [], events: [EventMention] = [],
        promises: [Promise] = []
    ) {
        self.article = article
        self.language = language
        self.published = published
        self.sentences = sentences
        self.names = names
        self.referents = referents
        self.times = times
        self.figures = figures
        self.statements = statements
        self.events = events
        self.promises = promises
    }
}

/// A sentence: its passage's offsets, its paragraph's number, its words.
public struct SentenceRecord: Sendable, Codable, Hashable {
    public var start: Int
    public var end: Int
    public var paragraph: Int
    /// The content words' keys, in order of first standing: folded lemmas or concepts, without function words, names and numbers.
    public var keys: [String]
    /// Empty where the tokens were not asked for.
    public var tokens: [TokenRecord]

    public init(start: Int, end: Int, paragraph: Int, keys: [String] = [], tokens: [TokenRecord] = []) {
        self.start = start
        self.end = end
        self.paragraph = paragraph
        self.keys = keys
        self.tokens = tokens
    }
}

/// A word as Universal Dependencies has it; the words of one multiword token share its `start` and `end`.
public struct TokenRecord: Sendable, Codable, Hashable {
    public var start: Int
    public var end: Int
    public var text: String
    public var lemma: String
    public var upos: String
    public var feats: String
    /// 1-based index of the head in its sentence; 0 for the root.
    public var head: Int
    public var deprel: String

    public init(start: Int, end: Int, text: String, lemma: String, upos: String, feats: String, head: Int, deprel: String) {
        self.start = start
        self.end = end
        self.text = text
        self.lemma = lemma
        self.upos = upos
        self.feats = feats
        self.head = head
        self.deprel = deprel
    }
}
