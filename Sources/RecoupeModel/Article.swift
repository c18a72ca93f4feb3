// One report after cleaning: its text, and what the page says of itself.
public import RecoupeText

/// A cleaned report. `id` derives from the digest of the bytes read, never from path or order.
public struct Article: Sendable, Codable, Hashable, Identifiable {
    public var id: String
    /// The path as given; the first of them, by spelling, where the same bytes were found at several.
    public var path: String
    /// The other paths with the same bytes.
    public var alsoAt: [String]
    /// SHA-256 of the bytes read, hexadecimal.
    public var sha256: String
    public var url: String?
    public var title: String?
    /// The body: paragraphs, headings, list items and quotations, parted by one empty line; the title is not repeated in it.
    public var text: String
    /// ISO 639-1 code, or `und`.
    public var language: String
    public var outlet: String?
    public var authors: [String]
    public var published: Published?
    public var origins: [Origin]
    /// Text runs of the page that are not part of the article.
    public var removed: [String]
    /// What the container of the report says of it; nothing for a file that is one report.
    public var provenance: Provenance?
    /// What an HTML page says of its report in its several places; nothing where there is one place only.
    public var candidates: [Candidate]?
    public var warnings: [Warning]

    public init(
        id: String, path: String, alsoAt: [String] = [], sha256: String, url: String? = nil, title: String? = nil, text: String,
        language: String, outlet: String? = nil, authors: [String] = [], published: Published? = nil, origins: [Origin] = [],
        removed: [String] = [], provenance: Provenance? = nil, warnings: [Warning] = []
    ) {
        self.id = id
        self.path = path
        self.alsoAt = alsoAt
        self.sha256 = sha256
        self.url = url
        self.title = title
        self.text = text
        self.language = language
        self.outlet = outlet
        self.authors = authors
        self.published = published
        self.origins = origins
        self.removed = removed
        self.provenance = provenance
        self.warnings = warnings
    }
}

/// When a report was first published. `stated` is false where the span is only what text and neighbours allow.
public struct Published: Sendable, Codable, Hashable {
    public var earliest: CalendarDay
    public var latest: CalendarDay
    public var stated: Bool
    /// Passages of the page, or words, that the date rests on.
    public var because: [String]

    public init(_ span: DaySpan, stated: Bool, because: [String]) {
        earliest = span.earliest
        latest = span.latest
        self.stated = stated
        self.because = because
    }

    public var span: DaySpan { DaySpan(earliest, latest) }
}

/// Where a report's content comes from, by the report's own words.
public struct Origin: Sendable, Codable, Hashable, Comparable {
    public enum Relation: String, Sendable, Codable, Hashable { case republishes, translates, cites, credits }

    public var name: String
    public var relation: Relation
    /// The words of the page that say so.
    public var because: String

    public init(name: String, relation: Relation, because: String) {
        self.name = name
        self.relation = relation
        self.because = because
    }

    public static func < (a: Origin, b: Origin) -> Bool {
        (a.name, a.relation.rawValue, a.because) < (b.name, b.relation.rawValue, b.because)
    }
}
