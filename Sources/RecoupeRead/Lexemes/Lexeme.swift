// What rules for times and figures read: the words of a sentence with numbers put together (`2 500`, `vingt et un mille`, `4,5 millions`)
// and shapes made of digits (a date, a time of day) found. Made from tokens; every lexeme knows its bytes and its tokens.
package import RecoupeLanguage

/// One word or number of a sentence.
package struct Lexeme: Sendable, Hashable {
    /// Indices into `Analysis.tokens`: the surface tokens that it touches.
    package var tokens: Range<Int>
    package var bytes: Range<Int>
    package var folded: String
    /// Its number in the lexicon, `WordTable.unknown` where no table or rule names it.
    package var word: Int32
    /// The classes that it brings with it, one bit each.
    package var flags: UInt64
    /// The number, where it is one.
    package var number: Numeral?

    package func has(_ fact: Fact) -> Bool { flags & fact.bit != 0 }
}

/// An article as lexemes: made once, read by all finders of times and numbers.
package struct LexedText: Sendable {
    package internal(set) var lexemes: [Lexeme] = []
    /// The same as rules see them.
    package internal(set) var words: [RuleWord] = []
    /// The lexemes of each sentence.
    package internal(set) var sentences: [Range<Int>] = []
    /// The number in the lexicon of each token's folded form.
    package internal(set) var tokens: [Int32] = []

    /// Some lexemes as one text, folded.
    package func text(_ range: Range<Int>) -> String { lexemes[range].map { $0.folded }.joined(separator: " ") }
}

/// The lexemes of one sentence, counted from its first.
package struct SentenceLexemes: Sendable {
    private let text: LexedText
    private let range: Range<Int>

    package init(_ text: LexedText, sentence: Int) {
        self.text = text
        range = text.sentences[sentence]
    }

    package var count: Int { range.count }
    package var indices: Range<Int> { 0..<range.count }

    package subscript(_ index: Int) -> Lexeme { text.lexemes[range.lowerBound + index] }

    package subscript(_ words: Range<Int>) -> ArraySlice<Lexeme> {
        text.lexemes[range.lowerBound + words.lowerBound..<range.lowerBound + words.upperBound]
    }
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

/// The classes that words bring with them; patterns name them as `names` has them.
package enum Fact: UInt8, Sendable, CaseIterable {
    /// A cardinal number; its value.
    case number
    /// A cardinal number written with digits.
    case digits
    /// A single word that is also the article (`un`).
    case one
    /// 1 to 31 in digits, and a first of the month; in words.
    case dayNumber, dayWord
    /// `4th`, `21st`.
    case dayOrdinal
    /// `1980s`.
    case decade
    /// Four bare digits from 1000 to 2199.
    case year
    /// Of these, 1700 to 2100: what a number without other marks of a date may be.
    case recentYear
    /// Two bare digits.
    case shortYear
    /// An ordinal in digits, words or Roman digits.
    case ordinal
    /// 0 to 24, and 0 to 59.
    case hour, minute
    /// `14:30`, `07h30`.
    case clock
    /// `24-10-2019`, `2019-10-24`; as ISO 8601.
    case numericDate
    /// `22/04`; month and day.
    case dayMonth
    /// `1/4`, `10 1/2`.
    case fraction
    /// What a fraction is divided by, in words (`vingt-cinquième`).
    case denominator
    /// A number in words with a joint inside: what stands before and after it (`one hundred and three` is `100|3`).
    case joint
    /// Digits with no blank before them.
    case touching
    /// 1 to 12 in digits.
    case monthNumber
    /// 1 to 99 as a plain number.
    case minor
    /// `1140`, `8.30`: a time of day where other words say so.
    case hourMinute
    /// A year in words.
    case spokenYear
    /// Digits that begin with a nought.
    case code
    /// A verb that takes a time of day (`ouvrir`), by its lemma.
    case hourVerb
    case capital, word, punctuation
    /// A word that looks like a plural of the language.
    case plural
    /// No blank stands before.
    case glued

    var bit: UInt64 { 1 << UInt64(rawValue) }

    /// How patterns name the facts, in order.
    package static let names = [
        "Number", "Digits", "One", "DayNumber", "DayWord", "DayOrdinal", "DecadeNumber", "Year", "RecentYear", "ShortYear",
        "OrdinalNumber", "Hour", "Minute", "Clock", "NumericDate", "DayMonth", "FractionNumber", "Denominator", "JointNumber", "Touching",
        "MonthNumber", "MinorNumber", "HourMinute", "SpokenYear", "Code", "HourVerb", "Capital", "Word", "Punctuation", "Plural", "Glued",
    ]

    /// Those that most words bring with them.
    package static let common: Set = ["Capital", "Word", "Punctuation", "Plural", "Glued"]
}

extension RuleFact {
    init(_ fact: Fact, _ value: String = "") { self.init(fact.rawValue, value) }
}
