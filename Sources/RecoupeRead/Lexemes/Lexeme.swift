// What rules for times and figures read: the words of a sentence with numbers put together (`2 500`, `vingt et un mille`, `4,5 millions`)
// and shapes made of digits (a date, a time of day) found. Made from tokens; every lexeme knows its bytes and its tokens.
package import RecoupeLanguage
internal import RecoupeText

/// One word or number of a sentence: plain numbers only, so that a text of them is made and thrown away at once.
package struct Lexeme: Sendable, Hashable {
    private var firstToken: Int32
    private var endToken: Int32
    private var firstByte: Int32
    private var endByte: Int32
    /// Its number in the lexicon, `WordTable.unknown` where no table or rule names it.
    package let word: Int32
    /// The classes that it brings with it, one bit each.
    package let flags: UInt64
    /// The number, where it is one.
    package let number: Numeral?

    init(tokens: Range<Int>, bytes: Range<Int>, word: Int32, flags: UInt64, number: Numeral? = nil) {
        (firstToken, endToken) = (Int32(truncatingIfNeeded: tokens.lowerBound), Int32(truncatingIfNeeded: tokens.upperBound))
        (firstByte, endByte) = (Int32(truncatingIfNeeded: bytes.lowerBound), Int32(truncatingIfNeeded: bytes.upperBound))
        self.word = word
        self.flags = flags
        self.number = number
    }

    /// Indices into `Analysis.tokens`: the surface tokens that it touches.
    package var tokens: Range<Int> { Int(firstToken)..<Int(endToken) }
    package var bytes: Range<Int> { Int(firstByte)..<Int(endByte) }

    package func has(_ fact: Fact) -> Bool { flags & fact.bit != 0 }
}

/// An article as lexemes: made once, read by all finders of times and numbers.
package struct LexedText: Sendable {
    package internal(set) var lexemes: [Lexeme] = []
    /// The same as rules see them.
    package internal(set) var rules = RuleText()
    /// The lexemes of each sentence; none where nothing in it can be a time or figure.
    package internal(set) var sentences: [Range<Int>] = []
    /// The number in the lexicon of each token's folded form.
    package let tokens: [Int32]
    private let bytes: [UInt8]

    init(bytes: [UInt8], tokens: [Int32]) {
        self.bytes = bytes
        self.tokens = tokens
    }

    /// Some lexemes as one text, folded.
    package func text(_ range: Range<Int>) -> String { range.map { folded(lexemes[$0].bytes) }.joined(separator: " ") }

    private func folded(_ range: Range<Int>) -> String { RecoupeText.folded(String(decoding: bytes[range], as: UTF8.self)) }

    /// The mark or letter that a lexeme is when folded, 0 for a longer one.
    package func mark(_ lexeme: Int) -> UInt8 {
        let range = lexemes[lexeme].bytes
        guard range.count > 1 else { return bytes[range.lowerBound] }
        let text = bytes[range.lowerBound] < 0x80 ? "" : folded(range)
        return text.utf8.count == 1 ? text.utf8.first ?? 0 : 0
    }
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

    /// The mark or letter that a lexeme is when folded, 0 for a longer one.
    package func mark(_ index: Int) -> UInt8 { text.mark(range.lowerBound + index) }

    package func folded(_ index: Int) -> String { text.text(range.lowerBound + index..<range.lowerBound + index + 1) }

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
