// The classes of a pack's tables that finders ask for by name come in, one bit for each goes out, by a word's number: whether a word is a
// determiner or opens a clause costs one look at a number.
internal import RecoupeLanguage

/// A class of words that a finder asks for; the names are those of the tables' classes.
enum WordMark: UInt8, CaseIterable {
    case complement, determiner, definite, function, clauseMark, verbLike, preAdjective, dimension, hedge, tenJoint, listJoint, partMark
    case locative, since, codeLead, street, figurative, restriction, weekday, month, relativeDay, mod, pastAdjective, futureAdjective
    case measure, currency, currencySign, scaledCurrency, damage, hourVerb, heatWord, angleWord, futureCue, pastCue, noTense

    var name: String {
        let name = String(describing: self)
        return name.prefix(1).uppercased() + name.dropFirst()
    }
}

/// The marks of all words of a lexicon.
struct WordMarks: Sendable {
    private let bits: [UInt64]

    init(_ lexicon: RuleLexicon) { bits = lexicon.marks(WordMark.allCases.map { $0.name }) }

    /// Whether the word of this number is of the class.
    func has(_ word: Int32, _ mark: WordMark) -> Bool { word >= 0 && bits[Int(word)] & 1 << UInt64(mark.rawValue) != 0 }

    /// Whether it is of any of some classes, given as bits.
    func hasAny(_ word: Int32, _ marks: UInt64) -> Bool { word >= 0 && bits[Int(word)] & marks != 0 }

    static func bits(_ marks: [WordMark]) -> UInt64 { marks.reduce(0) { $0 | 1 << UInt64($1.rawValue) } }
}
