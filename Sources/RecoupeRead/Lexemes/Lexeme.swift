// What rules for times and figures read: the words of a sentence with numbers put together (`2 500`, `vingt et un mille`, `4,5 millions`)
// and shapes made of digits (a date, a time of day) found. Made from tokens; every lexeme knows its bytes and its tokens.
package import RecoupeLanguage

/// One word or number of a sentence.
package struct Lexeme: Sendable, Hashable {
    /// Indices into `Analysis.tokens`: the surface tokens that it touches.
    package var tokens: Range<Int>
    package var bytes: Range<Int>
    package var word: RuleWord
    /// The number, where it is one.
    package var number: Numeral?

    package init(tokens: Range<Int>, bytes: Range<Int>, word: RuleWord, number: Numeral? = nil) {
        self.tokens = tokens
        self.bytes = bytes
        self.word = word
        self.number = number
    }

    package var folded: String { word.folded }

    package func has(_ kind: String) -> Bool { word.facts.contains { $0.kind == kind } }
}

/// A number as read.
package struct Numeral: Sendable, Hashable {
    package var value: Double
    /// Whether any digit stands in it.
    package var hasDigits: Bool
    /// Whether what follows the digits was a leftover of bad machine translation, passed over.
    package var isDamaged: Bool

    package init(value: Double, hasDigits: Bool, isDamaged: Bool = false) {
        self.value = value
        self.hasDigits = hasDigits
        self.isDamaged = isDamaged
    }

    /// The number in plain digits, with a point before decimals.
    package static func text(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
        return String(value)
    }
}

/// The classes that words bring with them, as patterns name them.
package enum Fact {
    /// A cardinal number; its value.
    package static let number = "Number"
    /// A cardinal number written with digits.
    package static let digits = "Digits"
    /// A single word that is also the article (`un`).
    package static let one = "One"
    /// 1 to 31 in digits, and a first of the month; in words.
    package static let dayNumber = "DayNumber"
    package static let dayWord = "DayWord"
    /// `4th`, `21st`.
    package static let dayOrdinal = "DayOrdinal"
    /// `1980s`.
    package static let decade = "DecadeNumber"
    /// Four bare digits from 1000 to 2199.
    package static let year = "Year"
    /// Of these, 1700 to 2100: what a number without other marks of a date may be.
    package static let recentYear = "RecentYear"
    /// Two bare digits.
    package static let shortYear = "ShortYear"
    /// An ordinal in digits, words or Roman digits.
    package static let ordinal = "OrdinalNumber"
    /// 0 to 24, and 0 to 59.
    package static let hour = "Hour"
    package static let minute = "Minute"
    /// `14:30`, `07h30`.
    package static let clock = "Clock"
    /// `24-10-2019`, `2019-10-24`; as ISO 8601.
    package static let numericDate = "NumericDate"
    /// `22/04`; month and day.
    package static let dayMonth = "DayMonth"
    /// `1/4`, `10 1/2`.
    package static let fraction = "FractionNumber"
    /// What a fraction is divided by, in words (`vingt-cinquième`).
    package static let denominator = "Denominator"
    /// A number in words with a joint inside: what stands before and after it (`one hundred and three` is `100|3`).
    package static let joint = "JointNumber"
    /// Digits with no blank before them.
    package static let touching = "Touching"
    /// 1 to 12 in digits.
    package static let monthNumber = "MonthNumber"
    /// 1 to 99 as a plain number.
    package static let minor = "MinorNumber"
    /// `1140`, `8.30`: a time of day where other words say so.
    package static let hourMinute = "HourMinute"
    /// A year in words.
    package static let spokenYear = "SpokenYear"
    /// Digits that begin with a nought.
    package static let code = "Code"
    /// A verb that takes a time of day (`ouvrir`), by its lemma.
    package static let hourVerb = "HourVerb"
    package static let capital = "Capital"
    package static let word = "Word"
    package static let punctuation = "Punctuation"
    /// A word that looks like a plural of the language.
    package static let plural = "Plural"
    /// No blank stands before.
    package static let glued = "Glued"

    package static let all = [
        number, digits, one, dayNumber, dayWord, dayOrdinal, decade, year, recentYear, shortYear, ordinal, hour, minute, clock, numericDate,
        dayMonth,
        fraction, denominator, joint, touching, monthNumber, minor, hourMinute, spokenYear, code, hourVerb, capital,
        word,
        punctuation, plural, glued,
    ]
}
