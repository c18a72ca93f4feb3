// A place where a rule for times matched: what the words say, before it is known when they were written.
internal import RecoupeLanguage
package import RecoupeModel
package import RecoupeText

/// Which way from the day of writing the words look.
enum TimeDirection: Hashable, Sendable {
    case past, future, unknown
}

/// The words of a time expression and what their rule makes of them.
struct TimeMention {
    let match: RuleMatch
    let bytes: Range<Int>
    /// Indices into `Analysis.tokens`.
    let tokens: Range<Int>
    let sentence: Int
    let paragraph: Int
    /// By the tense of the clause.
    let tense: TimeDirection
    /// Whether it is a weekday in a clause of the present.
    let isPresent: Bool
    /// The day of another report whose year it borrows.
    var lender: ToldDay?

    var kind: String { match.kind }

    subscript(part: RulePart) -> String? { match[part] }

    func number(_ part: RulePart) -> Int? { match.number(part) }

    /// By the words themselves (`dernier`), else by the tense.
    var direction: TimeDirection { stated ?? (match[.ahead] != nil ? .future : match[.near] != nil ? .unknown : tense) }

    /// By the words themselves.
    var stated: TimeDirection? {
        switch match[.dir] {
        case "PAST": .past
        case "FUTURE": .future
        default: nil
        }
    }

    /// The year as written, a short one filled up, or as borrowed.
    var year: Int? {
        if let year = number(.year) { return year }
        return number(.shortyear).map { $0 < 50 ? 2000 + $0 : 1900 + $0 } ?? lender?.day.year
    }
}

/// What a time expression means, once resolved.
struct TimeResolution: Hashable {
    var kind: Time.Kind = .date
    var value: String
    var mod: Time.Modifier?
    var span: DaySpan?
    var also: [String] = []
    var formula: String?
    var warnings: [Warning] = []

    init(kind: Time.Kind = .date, value: String, mod: Time.Modifier? = nil, span: DaySpan? = nil, formula: String? = nil) {
        self.kind = kind
        self.value = value
        self.mod = mod
        self.span = span ?? DaySpan(timex: value)
        self.formula = formula
    }

    init(_ day: CalendarDay) { self.init(value: day.description, span: DaySpan(day)) }
}

/// What is known where an expression stands.
struct TimeContext {
    /// A date that the story has reached.
    struct Told: Hashable {
        var value: String
        var span: DaySpan
        var sentence: Int
        var paragraph: Int
        /// Whether it was itself reckoned from an earlier one (`quelques jours plus tard`).
        var isReckoned: Bool
        /// Whether the end of its unit (`fin janvier`).
        var isEnding: Bool

        /// The last day of what the words name.
        var reached: CalendarDay { DaySpan(timex: value)?.latest ?? span.latest }

        /// Whether a whole year, month or day.
        var isYear: Bool { value.utf8.count == 4 }
        var isMonth: Bool { value.utf8.count == 7 }
        var isDay: Bool { span.dayCount == 1 }
    }

    /// Paragraphs since the story reached its date.
    var distance = 0
    /// The day of writing.
    var today: CalendarDay?
    var told: Told?
    /// A day named in the same sentence, before or after.
    var sentenceDay: Told?
    /// The same, where it stands before the expression.
    var dayBefore: Told?
    /// A year named in the same sentence.
    var sentenceYear: Int?
    /// Where nothing dates the article: the year in which it has told the same month before.
    var monthYear: Int?
    /// The year named last before.
    var lastYear: Int?
}
