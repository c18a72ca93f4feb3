// What the file that a report came in says of it, beside the report itself: the fields of a feed's item, a line of JSON, a mail's head,
// an agency's envelope, the record of a web archive. These are claims of the container, kept as they were written.

/// The container's own statements about a report.
public struct Provenance: Sendable, Codable, Hashable {
    /// What kind of container it is: `rss`, `atom`, `json`, `warc`, `mail`, …
    public var format: String
    public var title: String?
    /// Names or whole bylines.
    public var authors: [String]
    /// The day or moment of publication: ISO 8601 where the format has one, else as written.
    public var published: String?
    public var outlet: String?
    /// ISO 639-1 code, perhaps with a region.
    public var language: String?
    /// When the page was fetched or saved, ISO 8601. It never stands for the day of publication.
    public var captured: String?
    /// The digest that the container notes for the report, as written there.
    public var digest: String?

    public init(
        format: String, title: String? = nil, authors: [String] = [], published: String? = nil, outlet: String? = nil,
        language: String? = nil, captured: String? = nil, digest: String? = nil
    ) {
        self.format = format
        self.title = title
        self.authors = authors
        self.published = published
        self.outlet = outlet
        self.language = language
        self.captured = captured
        self.digest = digest
    }
}
