// Names in one article, and whom they name there.

/// The kinds of named things.
public enum EntityKind: String, Sendable, Codable, Hashable, CaseIterable { case person, organisation, place, event, other }

/// One mention of a named thing. The passage is the name alone, without title or article.
public struct Name: Sendable, Codable, Hashable, Passaged {
    public var article: String
    public var start: Int
    public var end: Int
    public var text: String
    public var kind: EntityKind
    /// Index into `Reading.referents`.
    public var referent: Int
    public var rule: String

    public init(_ passage: Passage, kind: EntityKind, referent: Int, rule: String) {
        (article, start, end, text) = (passage.article, passage.start, passage.end, passage.text)
        self.kind = kind
        self.referent = referent
        self.rule = rule
    }
}

/// Whom or what some names of one article name.
public struct Referent: Sendable, Codable, Hashable {
    public enum Gender: String, Sendable, Codable, Hashable { case feminine, masculine }

    public var kind: EntityKind
    /// The fullest name that the article gives.
    public var name: String
    /// All spellings met here, the fullest first.
    public var variants: [String]
    /// Titles and functions, with their place (`secrétaire américain à la Défense`).
    public var roles: [Role]
    public var gender: Gender?
    /// What is compared across reports: the folded words of the name in order, titles, articles and particles apart.
    public var keys: [String]
    /// For organisations: the folded acronyms given for it here or known of it.
    public var acronyms: [String]
    /// A known thing's name that all packs share (`wikidata`-like: `country:IQ`, `org:islamic-state`); nothing for the unknown.
    public var known: String?
    /// Latitude and longitude in degrees, for known places.
    public var coordinates: [Double]?

    public init(
        kind: EntityKind, name: String, variants: [String] = [], roles: [Role] = [], gender: Gender? = nil, keys: [String] = [],
        acronyms: [String] = [], known: String? = nil, coordinates: [Double]? = nil
    ) {
        self.kind = kind
        self.name = name
        self.variants = variants
        self.roles = roles
        self.gender = gender
        self.keys = keys
        self.acronyms = acronyms
        self.known = known
        self.coordinates = coordinates
    }
}

/// A title or function and where it stands. As JSON `{"text": …, "passage": …}`.
public struct Role: Sendable, Codable, Hashable {
    public var text: String
    public var passage: Passage

    public init(text: String, passage: Passage) {
        self.text = text
        self.passage = passage
    }
}
