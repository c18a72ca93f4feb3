// A story, cross-checked: what Link makes of all readings. Field names are those of the contract (`Documentation/dossier-json.md`).

/// The dossier as exported. Every list is sorted by what it holds, never by the order in which reports came.
public struct Dossier: Sendable, Codable, Hashable {
    public var format: String
    public var version: Int
    public var title: String
    public var languages: [String]
    public var articles: [Article]
    public var entities: [Entity]
    public var times: [Time]
    public var figures: [Figure]
    public var statements: [Statement]
    public var events: [Event]
    public var measures: [Measure]
    public var conflicts: [Conflict]
    public var commitments: [Commitment]
    public var sums: [Sum]
    public var copies: [Copy]

    public init(
        title: String, languages: [String], articles: [Article], entities: [Entity] = [], times: [Time] = [], figures: [Figure] = [],
        statements: [Statement] = [], events: [Event] = [], measures: [Measure] = [], conflicts: [Conflict] = [],
        commitments: [Commitment] = [], sums: [Sum] = [], copies: [Copy] = []
    ) {
        format = "recoupe-dossier"
        version = 1
        self.title = title
        self.languages = languages
        self.articles = articles
        self.entities = entities
        self.times = times
        self.figures = figures
        self.statements = statements
        self.events = events
        self.measures = measures
        self.conflicts = conflicts
        self.commitments = commitments
        self.sums = sums
        self.copies = copies
    }
}

/// Somebody or something named, under all its spellings.
public struct Entity: Sendable, Codable, Hashable, Identifiable {
    public var id: String
    public var kind: EntityKind
    public var name: String
    public var variants: [String]
    public var roles: [Role]
    public var mentions: [Passage]
    public var coordinates: [Double]?
    /// Why its names were taken for one.
    public var because: [Because]

    public init(
        id: String, kind: EntityKind, name: String, variants: [String], roles: [Role], mentions: [Passage], coordinates: [Double]? = nil,
        because: [Because] = []
    ) {
        self.id = id
        self.kind = kind
        self.name = name
        self.variants = variants
        self.roles = roles
        self.mentions = mentions
        self.coordinates = coordinates
        self.because = because
    }
}

/// One event, told in one or several reports.
public struct Event: Sendable, Codable, Hashable, Identifiable {
    /// A telling of it, with the date that this report gives.
    public struct Mention: Sendable, Codable, Hashable, Passaged {
        public var article: String
        public var start: Int
        public var end: Int
        public var text: String
        public var when: When?

        public init(_ passage: Passage, when: When?) {
            (article, start, end, text) = (passage.article, passage.start, passage.end, passage.text)
            self.when = when
        }
    }

    public var id: String
    public var label: String
    public var type: String?
    @Nullable public var when: When?
    public var place: String?
    public var participants: [String]
    public var status: EventStatus
    public var mentions: [Mention]
    /// The independent origins that tell of it, by name.
    public var origins: [String]
    public var because: [Because]

    public init(
        id: String, label: String, type: String? = nil, when: When?, place: String? = nil, participants: [String], status: EventStatus,
        mentions: [Mention], origins: [String], because: [Because] = []
    ) {
        self.id = id
        self.label = label
        self.type = type
        self.when = when
        self.place = place
        self.participants = participants
        self.status = status
        self.mentions = mentions
        self.origins = origins
        self.because = because
    }
}

/// One quantity over time.
public struct Measure: Sendable, Codable, Hashable, Identifiable {
    public struct Point: Sendable, Codable, Hashable {
        /// Figure id.
        public var figure: String
        public var when: When?

        public init(figure: String, when: When?) {
            self.figure = figure
            self.when = when
        }
    }

    public var id: String
    public var label: String
    /// What became of the thing counted, as concepts that the packs share (`spilled`), where the figures say it.
    public var states: [String]?
    public var points: [Point]
    public var because: [Because]

    public init(id: String, label: String, states: [String]? = nil, points: [Point], because: [Because] = []) {
        self.id = id
        self.label = label
        self.states = states
        self.points = points
        self.because = because
    }
}

/// Two sides that cannot both be right, or that contradict each other.
public struct Conflict: Sendable, Codable, Hashable, Identifiable {
    public enum Kind: String, Sendable, Codable, Hashable { case figure, date, sum, denial, name }

    public var id: String
    public var kind: Kind
    public var sides: [[Passage]]
    /// One sentence in the dossier's language; written by Publish from `reason`.
    public var why: String
    /// A reading that would reconcile them, or null; written by Publish from `remedy`.
    @Nullable public var proposal: String?
    /// Name of the phrase (`conflict.sum.permuted`) and what goes into it.
    public var reason: Phrase
    public var remedy: Phrase?
    public var because: [Because]

    public init(
        id: String, kind: Kind, sides: [[Passage]], why: String = "", proposal: String? = nil, reason: Phrase, remedy: Phrase? = nil,
        because: [Because] = []
    ) {
        self.id = id
        self.kind = kind
        self.sides = sides
        self.why = why
        self.proposal = proposal
        self.reason = reason
        self.remedy = remedy
        self.because = because
    }
}

/// A sentence to be said in the reader's language: the name of a template in `phrases.tsv`, and its slots.
public struct Phrase: Sendable, Codable, Hashable {
    public var name: String
    public var slots: [String: String]

    public init(_ name: String, _ slots: [String: String] = [:]) {
        self.name = name
        self.slots = slots
    }
}

/// Something promised, and what came of it.
public struct Commitment: Sendable, Codable, Hashable, Passaged, Identifiable {
    public enum Outcome: String, Sendable, Codable, Hashable { case kept, missed, moved, open }

    public var id: String
    public var article: String
    public var start: Int
    public var end: Int
    public var text: String
    /// Entity ids.
    public var by: [String]
    public var what: String
    public var madeOn: String?
    @Nullable public var deadline: String?
    public var outcome: Outcome
    /// Open, past its deadline, and never spoken of again.
    public var silent: Bool
    public var evidence: [Passage]
    public var because: [Because]

    public init(
        _ passage: Passage, id: String, by: [String], what: String, madeOn: String?, deadline: String?, outcome: Outcome, silent: Bool,
        evidence: [Passage], because: [Because] = []
    ) {
        (article, start, end, text) = (passage.article, passage.start, passage.end, passage.text)
        self.id = id
        self.by = by
        self.what = what
        self.madeOn = madeOn
        self.deadline = deadline
        self.outcome = outcome
        self.silent = silent
        self.evidence = evidence
        self.because = because
    }
}

/// A whole and its parts as one report states them.
public struct Sum: Sendable, Codable, Hashable, Identifiable {
    public var id: String
    public var whole: Double
    public var parts: [Double]
    public var holds: Bool
    public var wholePassage: Passage
    public var partPassages: [Passage]
    public var because: [Because]

    public init(
        id: String, whole: Double, parts: [Double], holds: Bool, wholePassage: Passage, partPassages: [Passage], because: [Because] = []
    ) {
        self.id = id
        self.whole = whole
        self.parts = parts
        self.holds = holds
        self.wholePassage = wholePassage
        self.partPassages = partPassages
        self.because = because
    }
}

/// One report's text standing in another.
public struct Copy: Sendable, Codable, Hashable, Identifiable {
    public enum Relation: String, Sendable, Codable, Hashable { case copies, rewrites, translates, sameOrigin = "same-origin" }

    public var id: String
    public var article: String
    /// The report that stands in it, by all evidence the earlier one.
    public var of: String
    /// 0…1: the share of `article`'s text that stands in `of`.
    public var share: Double
    public var passages: [[Passage]]
    public var relation: Relation
    public var because: [Because]

    public init(
        id: String, article: String, of: String, share: Double, passages: [[Passage]], relation: Relation, because: [Because] = []
    ) {
        self.id = id
        self.article = article
        self.of = of
        self.share = share
        self.passages = passages
        self.relation = relation
        self.because = because
    }
}
