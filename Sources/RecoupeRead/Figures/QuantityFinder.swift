// An analysed text comes in, every number of it goes out with the unit that it is said of: bare ones, fractions, percentages, money,
// measures, ages. Nothing is weighed here; which of them are figures of a report is for `FigureFinder` to say. Rules (`quantities.rules`)
// compose what the lexer reads.
package import RecoupeLanguage
package import RecoupeModel
internal import RecoupeText

/// A number as its grammar reads it.
package struct Quantity: Sendable, Hashable, Encodable {
    package enum Kind: String, Sendable, Hashable, Encodable { case number, share, money, measure, angle, temperature, age, duration }

    /// Code points of the text, the end excluded.
    package var start: Int
    package var end: Int
    package var text: String
    package var kind: Kind
    package var value: Double
    /// UCUM or ISO 4217.
    package var unit: String?
    /// The number without its unit: its place, and its value where that is another (`15 dollars 50`).
    package var numberStart: Int
    package var numberEnd: Int
    package var number: Double
    package var rule: String
}

/// Finds all numbers.
package struct QuantityFinder: Sendable {
    package let rules: RuleSet
    private let marks: WordMarks
    private let lexer: Lexer

    package init(_ lexicons: PackLexicons) throws(PackError) {
        marks = lexicons.marks
        lexer = lexicons.lexer
        rules = try RuleSet(lexicons.pack, "quantities.rules", lexicon: lexicons.rules)
    }

    /// The numbers of a text, in order.
    package func find(in analysis: Analysis) -> [Quantity] {
        let text = lexer.lexemes(analysis, all: true)
        var out: [Quantity] = []
        rules.eachMatch(in: text.rules, sentences: text.sentences, text: { text.text($0) }) { sentence, matches in
            let lexemes = SentenceLexemes(text, sentence: sentence)
            let warmth = Set(
                [WordMark.heatWord, .angleWord].filter { mark in lexemes.indices.contains { marks.has(lexemes[$0].word, mark) } })
            out += matches.compactMap { quantity($0, lexemes, analysis, warmth) }
        }
        return out
    }

    private func quantity(_ match: RuleMatch, _ lexemes: SentenceLexemes, _ analysis: Analysis, _ warmth: Set<WordMark>) -> Quantity? {
        guard match.kind == "quantity", let amount = QuantityAmount(match), amount.number.isFinite else { return nil }
        let passage = analysis.passage(Self.bytes(lexemes[match.words]))
        let places = ["value", "whole", "joint", "top", "below", "fraction", "factor", "sign", "minor"].compactMap { name in
            name == "minor" && match[.money] != nil ? nil : match.place(name)
        }
        let words =
            (places.map { $0.lowerBound }.min() ?? match.words.lowerBound)..<(places.map { $0.upperBound }.max() ?? match.words.upperBound)
        let number = analysis.passage(Self.bytes(lexemes[words]))
        let (kind, unit) = Self.unit(match, warmth)
        return Quantity(
            start: passage.start, end: passage.end, text: passage.text, kind: kind, value: amount.value, unit: unit,
            numberStart: number.start, numberEnd: number.end, number: amount.number, rule: match.name
        )
    }

    private static func bytes(_ lexemes: ArraySlice<Lexeme>) -> Range<Int> {
        (lexemes.first?.bytes.lowerBound ?? 0)..<(lexemes.last?.bytes.upperBound ?? 0)
    }

    private static let heat: Set<String> = ["Cel", "[degF]", "K"]

    /// Degrees alone are of heat or of an angle as the sentence says, and of heat where it says nothing of either.
    private static func unit(_ match: RuleMatch, _ warmth: Set<WordMark>) -> (Quantity.Kind, String?) {
        if let money = match[.money] { return (.money, money) }
        if let share = match[.share] { return (.share, share) }
        if let span = match[.span] { return (match[.age] == nil ? .duration : .age, FigureDraft.spanUnits[span]) }
        guard let measure = match[.measure] else { return (.number, nil) }
        if heat.contains(measure) { return (.temperature, measure) }
        guard measure == "deg" else { return (measure == "rad" || measure == "circ" ? .angle : .measure, measure) }
        return warmth.contains(.angleWord) && !warmth.contains(.heatWord) ? (.angle, "deg") : (.temperature, "Cel")
    }
}

/// The value of a match of `quantities.rules`: a number, a fraction with or without a whole, so many dozen, with the minor unit of money.
struct QuantityAmount {
    /// Without and with the minor unit.
    var number: Double
    var value: Double

    init?(_ match: RuleMatch) {
        let read = { (part: RulePart) in match[part].flatMap { Double($0) } }
        let sign = match[.sign] == nil ? 1.0 : -1.0
        var number = read(.value)
        if let below = read(.below), below > 0 {
            let joint = match[.joint].map { $0.split(separator: "|").compactMap { Double($0) } } ?? []
            // `one hundred and three quarters` has its whole in the number, `one hundred and thirty fifths` has not.
            let isMixed = joint.count == 2 && joint[1] < below
            let top = isMixed ? joint[1] : read(.top) ?? (joint.isEmpty ? 1 : joint.reduce(0, +))
            guard let whole = isMixed ? joint[0] : read(.whole) else {
                self.init(sign * top / below * (read(.factor) ?? 1), match)
                return
            }
            // `six millions et deux tiers` are thirds of a million.
            let scale = [1e12, 1e9, 1e6].first { whole >= $0 && whole.truncatingRemainder(dividingBy: $0) == 0 } ?? 1
            number = whole + top / below * scale
        } else if let whole = read(.whole), let part = read(.fraction) {
            number = whole + part
        }
        guard let number = number ?? read(.fraction) else { return nil }
        self.init(sign * number * (read(.factor) ?? 1), match)
    }

    private init(_ number: Double, _ match: RuleMatch) {
        self.number = number
        value = number + (match[.minor].flatMap { Double($0) } ?? 0) / 100
    }
}
