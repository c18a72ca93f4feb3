// A series as a small SVG picture: amounts upwards from zero, days to the right, ranges as bars, and every dot a link to its passage.
// No script and no style of its own; the table beside it says the same to those who do not see it.
internal import RecoupeText

/// Dots over days.
struct SeriesChart {
    struct Dot {
        let span: DaySpan
        let value: Double
        let low: Double
        let high: Double
        let href: String
        let words: String
    }

    let dots: [Dot]
    let label: String
    let words: Wording

    private static let width = 640.0
    private static let height = 200.0
    private static let left = 76.0
    private static let right = 622.0
    private static let top = 14.0
    private static let bottom = 168.0

    /// Nothing where there are not two days to compare.
    var markup: Markup {
        guard let first = dots.map(\.span.earliest).min(), let last = dots.map(\.span.latest).max(), dots.count > 1, first < last,
            dots.allSatisfy({ $0.low >= 0 && $0.high.isFinite })
        else { return Markup("") }
        let peak = Self.ceiling(dots.map(\.high).max() ?? 1)
        var out = "<svg class=\"chart\" viewBox=\"0 0 640 200\" role=\"group\" aria-label=\"\(escaped(label))\">"
        out += grid(peak) + days(first, last)
        for dot in dots { out += mark(dot, first, last, peak) }
        return Markup(out + "</svg>")
    }

    /// The next of 1, 2, 2.5, 5 times a power of ten.
    static func ceiling(_ value: Double) -> Double {
        guard value > 0 else { return 1 }
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value { power /= 10 }
        for step in [1.0, 2, 2.5, 5, 10] where step * power >= value { return step * power }
        return 10 * power
    }

    private func x(_ day: Double, _ first: CalendarDay, _ last: CalendarDay) -> Double {
        let share = (day - Double(first.number)) / Double(last.number - first.number)
        return Self.left + 16 + share * (Self.right - Self.left - 32)
    }

    private func y(_ value: Double, _ peak: Double) -> Double { Self.bottom - value / peak * (Self.bottom - Self.top) }

    private func grid(_ peak: Double) -> String {
        [0, peak / 2, peak].map { value in
            let line = Self.short(y(value, peak))
            return "<line class=\"grid\" x1=\"\(Self.short(Self.left))\" x2=\"\(Self.short(Self.right))\" y1=\"\(line)\" y2=\"\(line)\"/>"
                + "<text class=\"amount\" x=\"\(Self.short(Self.left - 8))\" y=\"\(Self.short(y(value, peak) + 4))\">\(escaped(words.number(value)))</text>"
        }
        .joined()
    }

    private func days(_ first: CalendarDay, _ last: CalendarDay) -> String {
        let ends = [(first, "day"), (last, "day last")]
        return ends.map { day, style in
            let place = style == "day" ? Self.left : Self.right
            return "<text class=\"\(style)\" x=\"\(Self.short(place))\" y=\"190\">\(escaped(words.day(day)))</text>"
        }
        .joined()
    }

    private func mark(_ dot: Dot, _ first: CalendarDay, _ last: CalendarDay, _ peak: Double) -> String {
        let from = x(Double(dot.span.earliest.number), first, last)
        let to = x(Double(dot.span.latest.number), first, last)
        let across = Self.short((from + to) / 2)
        let level = Self.short(y(dot.value, peak))
        var out = "<a href=\"\(escaped(dot.href))\"><title>\(escaped(dot.words))</title>"
        if to > from {
            out += "<line class=\"range\" x1=\"\(Self.short(from))\" x2=\"\(Self.short(to))\" y1=\"\(level)\" y2=\"\(level)\"/>"
        }
        if dot.high > dot.low {
            let ends = "y1=\"\(Self.short(y(dot.low, peak)))\" y2=\"\(Self.short(y(dot.high, peak)))\""
            out += "<line class=\"range\" x1=\"\(across)\" x2=\"\(across)\" \(ends)/>"
        }
        return out + "<circle cx=\"\(across)\" cy=\"\(level)\" r=\"5\"/></a>"
    }

    /// One decimal is enough for a picture, and the same everywhere.
    private static func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
    }
}
