// A match of the rules for figures, turned into numbers: value or bounds, hedge and unit, before the sentence around it is looked at.
internal import RecoupeLanguage
internal import RecoupeModel

/// A figure while it is made.
struct FigureDraft {
    var match: RuleMatch
    /// Lexemes of the number with hedge and unit.
    var lexemes: ArraySlice<Lexeme>
    var value: Double?
    var low: Double?
    var high: Double?
    var hedge: Figure.Hedge?
    var quantity = Figure.Quantity.count
    var unit: String?
    var isDamaged: Bool

    /// Whether the figure needs no noun after it to be one: a unit, a scale, a hedge.
    var standsAlone: Bool {
        unit != nil || match[.fraction] != nil || match[.change] != nil || (hedge != nil && hedge != .between)
            || (value.map { abs($0) >= 1e6 } ?? false)
    }

    init?(_ match: RuleMatch, _ all: SentenceLexemes) {
        guard match.kind != "none" else { return nil }
        self.match = match
        lexemes = all[match.words]
        isDamaged = lexemes.contains { $0.number?.isDamaged == true }
        let factor = match[.factor].flatMap { Double($0) } ?? 1
        if let vague = match[.vague].flatMap({ Double($0) }) {
            low = 2 * vague * factor
            high = 10 * vague * factor - 1
        } else if let low = match[.low].flatMap({ Double($0) }), let high = match[.high].flatMap({ Double($0) }) {
            (self.low, self.high) = Self.shared(low, high)
        } else if let value = match[.value].flatMap({ Double($0) }) {
            self.value = value * factor / (match[.below].flatMap { Double($0) } ?? 1)
        } else {
            return nil
        }
        hedge = match[.hedge].flatMap { Figure.Hedge(rawValue: $0.lowercased()) }
        setUnit()
    }

    /// `4 à 5 millions`: the scale of the second number holds for the first.
    private static func shared(_ low: Double, _ high: Double) -> (Double, Double) {
        guard low < 1000, high >= 1e6 else { return (min(low, high), max(low, high)) }
        let scale = high >= 1e9 ? 1e9 : 1e6
        return low * scale < high ? (low * scale, high) : (low, high)
    }

    private mutating func setUnit() {
        if let money = match[.money] {
            (quantity, unit) = (.money, money)
        } else if let measure = match[.measure] {
            (quantity, unit) = (.measure, measure)
        } else if let share = match[.share] {
            (quantity, unit) = (.share, share)
        } else if let points = match[.points] {
            (quantity, unit) = (.ratio, points)
        } else if let span = match[.span] {
            (quantity, unit) = (.duration, Self.spanUnits[span])
        } else if match[.fraction] != nil {
            quantity = .share
        }
    }

    /// UCUM codes of the calendar's units.
    static let spanUnits = ["D": "d", "W": "wk", "M": "mo", "Y": "a", "H": "h", "MIN": "min", "S": "s"]
}
