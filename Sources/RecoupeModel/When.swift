// A date as a dossier states it: a TIMEX3 value, and always the days that the source allows.
public import RecoupeText

/// A date with its span. As JSON a plain string where the span is exactly that of the value, else `{value?, earliest, latest}`.
public struct When: Sendable, Hashable, Codable {
    /// TIMEX3 value (ISO 24617-1): `2020-01-05`, `2021-W29`, `PAST_REF`.
    public var value: String?
    public var span: DaySpan?

    public init(value: String?, span: DaySpan?) {
        self.value = value
        self.span = span
    }

    /// The date that a TIMEX3 value names.
    public init(value: String) { self.init(value: value, span: DaySpan(timex: value)) }

    public init(_ span: DaySpan) { self.init(value: span.dayCount == 1 ? span.earliest.description : nil, span: span) }

    private enum CodingKeys: String, CodingKey { case value, earliest, latest }

    public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            self.init(value: text)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let earliest = try container.decodeIfPresent(CalendarDay.self, forKey: .earliest)
        let latest = try container.decodeIfPresent(CalendarDay.self, forKey: .latest)
        var span: DaySpan?
        if let earliest, let latest { span = DaySpan(earliest, latest) }
        self.init(value: try container.decodeIfPresent(String.self, forKey: .value), span: span)
    }

    public func encode(to encoder: any Encoder) throws {
        if let value, span == nil || DaySpan(timex: value) == span {
            var container = encoder.singleValueContainer()
            try container.encode(value)
            return
        }
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(value, forKey: .value)
        try container.encodeIfPresent(span?.earliest, forKey: .earliest)
        try container.encodeIfPresent(span?.latest, forKey: .latest)
    }
}
