// Numbers as figures have them: compared to one part in a million, written without a locale.
internal import Foundation
internal import RecoupeModel

/// Comparing and writing amounts.
enum Amount {
    static func equal(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-6 * max(1, abs(a), abs(b)) }

    /// `137`, `13.5`, `2000000`.
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "" }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }

    /// The values that a figure allows: its interval, else its value with the room that its hedge leaves.
    static func range(_ figure: Figure) -> ClosedRange<Double>? {
        if let low = figure.low, let high = figure.high, low <= high { return low...high }
        guard let value = figure.value, value.isFinite else { return nil }
        switch figure.hedge {
        case nil: return value...value
        case .about, .between: return min(0.9 * value, 1.1 * value)...max(0.9 * value, 1.1 * value)
        case .over: return value...max(value, 1.5 * value)
        case .under: return min(value, 0.5 * value)...value
        }
    }
}
