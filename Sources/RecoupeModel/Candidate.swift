// What a page says of its report in one place: a title in its head, a day in its linked data. Several places may disagree; all are kept,
// with the one that counts marked and the reason why it does.

/// A value that a page gives for a fact about its report.
public struct Candidate: Sendable, Codable, Hashable {
    public enum Field: String, Sendable, Codable, Hashable, CaseIterable {
        case title, subtitle, author, outlet, section, url, language, published, updated
    }

    public var field: Field
    public var value: String
    /// Where it stands: the name of a meta element, `linked data`, `heading`, `container`, `address`, `text`.
    public var source: String
    public var chosen: Bool
    /// Why it was chosen; nothing for the others.
    public var because: String?

    public init(field: Field, value: String, source: String, chosen: Bool = false, because: String? = nil) {
        self.field = field
        self.value = value
        self.source = source
        self.chosen = chosen
        self.because = because
    }
}
