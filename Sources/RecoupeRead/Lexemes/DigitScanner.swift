// Bytes that begin with a digit come in; the longest shape made of digits goes out: a date, a time of day, an ordinal, a fraction or a
// number with its groups and decimals. Both conventions for marks are read; the pack says which one a lone mark means.

/// What stands where a digit stands.
struct DigitShape: Hashable {
    enum Kind: Hashable {
        case number(Double)
        case fraction(Double, day: Int, month: Int)
        case ordinal(Int)
        case decade(Int)
        case clock(String)
        case date(String, also: String?)
        /// Digits that are a code, not a number (`0002`).
        case code(String)
    }

    var kind: Kind
    var end: Int
    /// The digits alone, without groups or decimals.
    var isPlain: Bool
    /// `1140`, `8.30`: what may be a time of day where other words say so; as `11:40`.
    var hourMinute: String?
}

/// Reads shapes from bytes.
struct DigitScanner {
    let bytes: [UInt8]
    /// Byte after the last that may be read.
    var limit: Int
    let marks: Marks

    /// What the language writes in numbers and dates.
    struct Marks: Sendable, Hashable {
        /// The byte before decimals, `,` or `.`.
        var decimal: UInt8 = 0x2C
        /// Whether a date in digits has the day first.
        var isDayFirst = true
        /// Letters that part hour and minute beside the colon.
        var clock: Set<UInt8> = []
        var ordinalSuffixes: Set<String> = []
        var decadeSuffixes: Set<String> = []
    }

    func shape(at start: Int) -> DigitShape? {
        let first = digits(start)
        guard first > 0 else { return bareDecimals(start) }
        return date(start, first) ?? clock(start, first) ?? ordinal(start, first) ?? fraction(start, first) ?? number(start, first)
    }

    private func byte(_ index: Int) -> UInt8 { index < limit ? bytes[index] : 0 }

    private func isDigit(_ index: Int) -> Bool { (0x30...0x39).contains(byte(index)) }

    private func isLetter(_ index: Int) -> Bool {
        let byte = byte(index)
        return (0x41...0x5A).contains(byte & 0xDF) || byte >= 0xC3
    }

    private func digits(_ start: Int) -> Int {
        var end = start
        while isDigit(end) { end += 1 }
        return end - start
    }

    private func value(_ start: Int, _ count: Int) -> Int {
        bytes[start..<(start + min(count, 15))].reduce(0) { $0 * 10 + Int($1 & 15) }
    }

    // MARK: shapes

    private func date(_ start: Int, _ first: Int) -> DigitShape? {
        let mark = byte(start + first)
        guard first <= 4, mark == 0x2D || mark == 0x2F || mark == 0x2E else { return nil }
        let second = digits(start + first + 1)
        let place = start + first + 1 + second
        guard (1...2).contains(second), byte(place) == mark else { return nil }
        let third = digits(place + 1)
        let end = place + 1 + third
        guard !isDigit(end), !(byte(end) == mark && isDigit(end + 1)) else { return nil }
        let parts = (value(start, first), value(start + first + 1, second), value(place + 1, third))
        if first == 4, third <= 2, third > 0 {
            return Self.iso(parts.0, parts.1, parts.2).map { DigitShape(kind: .date($0, also: nil), end: end, isPlain: false) }
        }
        guard first <= 2, third == 4 || (third == 2 && mark == 0x2F) else { return nil }
        let year = third == 4 ? parts.2 : (parts.2 < 50 ? 2000 : 1900) + parts.2
        let dayFirst = Self.iso(year, parts.1, parts.0)
        let monthFirst = Self.iso(year, parts.0, parts.1)
        let (best, other) = marks.isDayFirst ? (dayFirst, monthFirst) : (monthFirst, dayFirst)
        guard let value = best ?? other else { return nil }
        return DigitShape(kind: .date(value, also: best != nil && other != best ? other : nil), end: end, isPlain: false)
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1...12).contains(month), (1...31).contains(day), year > 0 else { return nil }
        return pad(year, 4) + "-" + pad(month, 2) + "-" + pad(day, 2)
    }

    private static func pad(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    private func clock(_ start: Int, _ first: Int) -> DigitShape? {
        let mark = byte(start + first)
        guard first <= 2, value(start, first) <= 24, mark == 0x3A || marks.clock.contains(mark | 0x20), digits(start + first + 1) == 2
        else { return nil }
        var end = start + first + 3
        guard value(end - 2, 2) < 60 else { return nil }
        var text = Self.pad(value(start, first), 2) + ":" + Self.pad(value(end - 2, 2), 2)
        if byte(end) == 0x3A, digits(end + 1) == 2, value(end + 1, 2) < 60 {
            text += ":" + Self.pad(value(end + 1, 2), 2)
            end += 3
        }
        return DigitShape(kind: .clock(text), end: end, isPlain: false)
    }

    private func ordinal(_ start: Int, _ first: Int) -> DigitShape? {
        var end = start + first
        while isLetter(end) || (byte(end) >= 0x80 && end > start + first) { end += 1 }
        guard end > start + first, end - start - first <= 5, !isDigit(end), exponent(start + first) == nil else { return nil }
        let suffix = String(decoding: bytes[(start + first)..<end], as: UTF8.self)
        if first == 4, marks.decadeSuffixes.contains(suffix.lowercased()) {
            return DigitShape(kind: .decade(value(start, first)), end: end, isPlain: false)
        }
        guard marks.ordinalSuffixes.contains(suffix.lowercased()) else { return nil }
        return DigitShape(kind: .ordinal(value(start, first)), end: end, isPlain: false)
    }

    private func fraction(_ start: Int, _ first: Int) -> DigitShape? {
        var whole = 0
        var place = start
        var count = first
        if let space = space(start + first), digits(start + first + space) == 1, byte(start + first + space + 1) == 0x2F {
            whole = value(start, first)
            place = start + first + space
            count = 1
        }
        guard count <= 3, byte(place + count) == 0x2F else { return nil }
        let below = digits(place + count + 1)
        let end = place + count + 1 + below
        guard (1...3).contains(below), !isLetter(end), byte(end) != 0x2F else { return nil }
        let (top, bottom) = (value(place, count), value(place + count + 1, below))
        guard bottom > 0 else { return nil }
        return DigitShape(
            kind: .fraction(Double(whole) + Double(top) / Double(bottom), day: top, month: bottom), end: end, isPlain: false
        )
    }

    private func number(_ start: Int, _ first: Int) -> DigitShape {
        var whole = Double(value(start, first))
        if first > 15 || (first > 1 && byte(start) == 0x30 && !isMark(start + first)) {
            let isMinute = first == 4 && isHourMinute(start, 2)
            return DigitShape(
                kind: .code(String(decoding: bytes[start..<(start + first)], as: UTF8.self)), end: start + first, isPlain: true,
                hourMinute: isMinute ? hourMinute(start, 2, start + 2) : nil)
        }
        var end = start + first
        if let groups = groups(start, first) ?? longGroups(start, first) { (whole, end) = groups }
        if isMark(end), isDigit(end + 1), isDecimal(end, grouped: end > start + first) {
            let count = digits(end + 1)
            whole += decimals(end + 1, count)
            let isClock = end == start + first && count == 2 && first <= 2 && byte(end) == 0x2E && isHourMinute(start, first, end + 1)
            let (power, last) = powered(whole, end + 1 + count)
            return DigitShape(
                kind: .number(power), end: last, isPlain: false, hourMinute: isClock ? hourMinute(start, first, end + 1) : nil)
        }
        let (power, last) = powered(whole, end)
        let isPlain = last == start + first
        let isClock = isPlain && (3...4).contains(first) && isHourMinute(start, first - 2)
        return DigitShape(
            kind: .number(power), end: last, isPlain: isPlain, hourMinute: isClock ? hourMinute(start, first - 2, start + first - 2) : nil)
    }

    private func decimals(_ start: Int, _ count: Int) -> Double {
        var scale = 1.0
        for _ in 0..<min(count, 15) { scale *= 10 }
        return Double(value(start, count)) / scale
    }

    /// `.08`, with no digit or letter before it.
    private func bareDecimals(_ start: Int) -> DigitShape? {
        guard byte(start) == 0x2E, marks.decimal == 0x2E, start == 0 || [0x20, 0x28, 0x0A, 0x2D, 0x2B].contains(bytes[start - 1]) else {
            return nil
        }
        let count = digits(start + 1)
        let end = start + 1 + count
        guard count > 0, !isMark(end) || !isDigit(end + 1) else { return nil }
        return DigitShape(kind: .number(decimals(start + 1, count)), end: end, isPlain: false)
    }

    private func isHourMinute(_ start: Int, _ hours: Int, _ minutes: Int? = nil) -> Bool {
        hours > 0 && value(start, hours) <= 24 && value(minutes ?? start + hours, 2) < 60
    }

    private func hourMinute(_ start: Int, _ hours: Int, _ minutes: Int) -> String {
        Self.pad(value(start, hours), 2) + ":" + Self.pad(value(minutes, 2), 2)
    }

    // MARK: powers

    /// The value with a power after it: `1e10`, `2,5^-1`, `1.3x10^6`.
    private func powered(_ value: Double, _ end: Int) -> (Double, Int) {
        if let (exponent, last) = exponent(end) { return (value * Self.power(10, exponent), last) }
        if byte(end) == 0x5E, let (exponent, last) = whole(end + 1) { return (Self.power(value, exponent), last) }
        if [0x78, 0x2A].contains(byte(end)), byte(end + 1) == 0x31, byte(end + 2) == 0x30, byte(end + 3) == 0x5E,
            let (exponent, last) = whole(end + 4)
        {
            return (value * Self.power(10, exponent), last)
        }
        return (value, end)
    }

    /// `e10`, `e-3` with nothing but digits after it.
    private func exponent(_ index: Int) -> (Int, Int)? {
        guard byte(index) | 0x20 == 0x65, let (exponent, last) = whole(index + 1), !isLetter(last) else { return nil }
        return (exponent, last)
    }

    /// A small whole number with its sign.
    private func whole(_ index: Int) -> (Int, Int)? {
        let hasSign = byte(index) == 0x2D || byte(index) == 0x2B
        let start = index + (hasSign ? 1 : 0)
        let count = digits(start)
        guard (1...2).contains(count) else { return nil }
        return (byte(index) == 0x2D ? -value(start, count) : value(start, count), start + count)
    }

    private static func power(_ base: Double, _ exponent: Int) -> Double {
        var out = 1.0
        for _ in 0..<abs(exponent) { out *= base }
        return exponent < 0 ? 1 / out : out
    }

    // MARK: marks inside numbers

    private func isMark(_ index: Int) -> Bool { byte(index) == 0x2C || byte(index) == 0x2E }

    /// Whether the mark there begins decimals; two marks in a row of digits (`1.2.3`) are neither.
    private func isDecimal(_ mark: Int, grouped: Bool) -> Bool {
        let count = digits(mark + 1)
        let after = mark + 1 + count
        if isMark(after), isDigit(after + 1) { return false }
        return byte(mark) == marks.decimal || count != 3 || grouped
    }

    /// Groups of three digits: parted by blanks or apostrophes, or by the mark that is not the decimal one; by the decimal mark only where it
    /// stands twice.
    private func groups(_ start: Int, _ first: Int) -> (Double, Int)? {
        guard first <= 3 else { return nil }
        var value = Double(self.value(start, first))
        var end = start + first
        var kind: UInt8?
        var count = 0
        while let (mark, width) = groupMark(end), kind == nil || kind == mark, digits(end + width) == 3 {
            kind = mark
            value = value * 1000 + Double(self.value(end + width, 3))
            end += width + 3
            count += 1
        }
        guard count > 0, !(kind == marks.decimal && count < 2), byte(start) != 0x30 else { return nil }
        return (value, end)
    }

    /// `12,34,567`: groups of two before the last three, as India writes them.
    private func longGroups(_ start: Int, _ first: Int) -> (Double, Int)? {
        guard marks.decimal == 0x2E, first <= 2, byte(start) != 0x30 else { return nil }
        var value = Double(self.value(start, first))
        var end = start + first
        while byte(end) == 0x2C, digits(end + 1) == 2 {
            value = value * 100 + Double(self.value(end + 1, 2))
            end += 3
        }
        guard end > start + first, byte(end) == 0x2C, digits(end + 1) == 3 else { return nil }
        return (value * 1000 + Double(self.value(end + 1, 3)), end + 4)
    }

    private func groupMark(_ index: Int) -> (UInt8, Int)? {
        if let width = space(index) { return (0x20, width) }
        switch byte(index) {
        case 0x2C, 0x2E, 0x27: return (byte(index), 1)
        case 0xE2 where byte(index + 1) == 0x80 && byte(index + 2) == 0x99: return (0x27, 3)
        default: return nil
        }
    }

    /// The width of a blank of any kind that may stand inside a number.
    private func space(_ index: Int) -> Int? {
        switch byte(index) {
        case 0x20: 1
        case 0xC2 where byte(index + 1) == 0xA0: 2
        case 0xE2 where byte(index + 1) == 0x80 && [0x89, 0x8A, 0xAF].contains(byte(index + 2)): 3
        default: nil
        }
    }
}
