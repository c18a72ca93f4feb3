// The parts of a value that rules give, as rule files name them (`month`, `half-day`). A rule that gives any other part does not load.

/// A part of the value of a match.
package enum RulePart: UInt8, Sendable, CaseIterable {
    case age, ahead, among, anchor, base, below, by, century, change, clause, clock, day, dir, factor, fraction, half, halfDay, hedge, high
    case holiday, hour, index, joint, low, m, measure, minor, minus, minute, mod, money, month, monthshift, n, n2, near, part, past, points
    case season, share, shortyear, side, sign, since, span, this, told, top, unit, unit2, upto, vague, value, week, weekday, which, whole
    case year, yearshift

    /// The parts by their names in rule files.
    static let named: [String: RulePart] = {
        var out: [String: RulePart] = [:]
        for part in allCases {
            let name = String(describing: part).flatMap { $0.isUppercase ? "-" + $0.lowercased() : String($0) }
            out[String(name)] = part
        }
        return out
    }()
}
