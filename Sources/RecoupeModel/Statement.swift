// Something said, written or judged by a source that the report names or describes.

/// A statement. The passage is the whole (content, cue and speaker); `content` is what was said, nothing more.
public struct Statement: Sendable, Codable, Hashable, Passaged, Identifiable {
    public enum Mode: String, Sendable, Codable, Hashable { case direct, mixed, indirect }

    /// What the cue does, from the language pack.
    public enum Stance: String, Sendable, Codable, Hashable, CaseIterable {
        case assert, announce, deny, promise, demand, estimate, confirm, accuse, regret, question
    }

    public var id: String
    public var article: String
    public var start: Int
    public var end: Int
    public var text: String
    /// Entity of the speaker; set by Link, `null` in a reading and where nothing decides.
    @Nullable public var speaker: String?
    /// The fullest name the article gives the speaker.
    @Nullable public var speakerName: String?
    /// The words there: a name, a pronoun, a description.
    @Nullable public var speakerText: String?
    public var speakerPassage: Passage?
    /// Index into `Reading.referents`; absent in a dossier.
    public var speakerReferent: Int?
    public var anonymous: Bool
    @Nullable public var cue: String?
    public var cuePassage: Passage?
    public var stance: Stance
    /// True where the content is said not to be so (`ne … pas`, `aucun`), by polarity markers of its main clause.
    public var negated: Bool
    public var mode: Mode
    /// True for a journalistic conditional or `selon`.
    public var hearsay: Bool
    public var content: Passage
    /// Keys of the content's words, names and known places included: what Link compares.
    public var contentKeys: [String]
    public var saidOn: String?
    public var saidOnPassage: Passage?
    public var venue: String?
    public var venuePassage: Passage?
    public var to: String?
    public var toPassage: Passage?
    /// Number of the quotation in its article whose sentence this is; nothing where it is no sentence of a quotation.
    public var quotation: Int?
    /// Why the reader may doubt it (`speaker-by-pronoun`, `quotation-unclosed`); empty where nothing is doubtful.
    public var doubts: [String]
    public var rule: String

    public init(
        _ passage: Passage, id: String, speaker: String? = nil, speakerName: String? = nil, speakerText: String? = nil,
        speakerPassage: Passage? = nil, speakerReferent: Int? = nil, anonymous: Bool = false, cue: String? = nil,
        cuePassage: Passage? = nil,
        stance: Stance = .assert, negated: Bool = false, mode: Mode, hearsay: Bool = false, content: Passage, contentKeys: [String] = [],
        saidOn: String? = nil, saidOnPassage: Passage? = nil, venue: String? = nil, venuePassage: Passage? = nil, to: String? = nil,
        toPassage: Passage? = nil, quotation: Int? = nil,
        doubts: [String] = [], rule: String
    ) {
        (article, start, end, text) = (passage.article, passage.start, passage.end, passage.text)
        self.id = id
        self.speaker = speaker
        self.speakerName = speakerName
        self.speakerText = speakerText
        self.speakerPassage = speakerPassage
        self.speakerReferent = speakerReferent
        self.anonymous = anonymous
        self.cue = cue
        self.cuePassage = cuePassage
        self.stance = stance
        self.negated = negated
        self.mode = mode
        self.hearsay = hearsay
        self.content = content
        self.contentKeys = contentKeys
        self.saidOn = saidOn
        self.saidOnPassage = saidOnPassage
        self.venue = venue
        self.venuePassage = venuePassage
        self.to = to
        self.toPassage = toPassage
        self.quotation = quotation
        self.doubts = doubts
        self.rule = rule
    }
}

extension Statement {
    /// The rules of what a report puts into nobody's mouth: a clause in the journalistic conditional, a sentence that quotes words without
    /// saying whose.
    public static let (uncarriedClause, uncarriedQuotation) = ("speech.conditional", "speech.fragment")

    /// Whether nobody is said to have spoken: a reading gives such words, a dossier does not list them as anybody's.
    public var isUncarried: Bool { rule == Self.uncarriedClause || rule == Self.uncarriedQuotation }
}
