// An expression that a calendar can hold.
public import RecoupeText

/// A time expression with its TIMEX3 value (ISO 24617-1) and the days that it allows.
public struct Time: Sendable, Codable, Hashable, Passaged, Identifiable {
    public enum Kind: String, Sendable, Codable, Hashable { case date, time, duration, set }

    public enum Modifier: String, Sendable, Codable, Hashable {
        case start = "START", middle = "MID", end = "END", approximate = "APPROX", before = "BEFORE", after = "AFTER"
    }

    public var id: String
    public var article: String
    public var start: Int
    public var end: Int
    public var text: String
    public var kind: Kind
    public var value: String
    public var mod: Modifier?
    public var earliest: CalendarDay?
    public var latest: CalendarDay?
    /// Other values that the words allow.
    public var also: [String]
    /// Where nothing in the article dates it: the value as a formula of the publication day (`PUBLISHED-1D`, `PUBLISHED-W1`, `WEEKDAY-4`).
    public var formula: String?
    public var rule: String
    public var warnings: [Warning]

    public init(
        _ passage: Passage, id: String, kind: Kind, value: String, mod: Modifier? = nil, span: DaySpan? = nil, also: [String] = [],
        formula: String? = nil, rule: String, warnings: [Warning] = []
    ) {
        (article, start, end, text) = (passage.article, passage.start, passage.end, passage.text)
        self.id = id
        self.kind = kind
        self.value = value
        self.mod = mod
        earliest = span?.earliest
        latest = span?.latest
        self.also = also
        self.formula = formula
        self.rule = rule
        self.warnings = warnings
    }

    public var span: DaySpan? {
        guard let earliest, let latest else { return nil }
        return DaySpan(earliest, latest)
    }

    public var when: When { When(value: value, span: span) }
}
