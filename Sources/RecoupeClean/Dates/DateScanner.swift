// Finds the dates in a line that a page writes about itself: numerals in any order, names of months in any pack's language, with or
// without a year. No times of the article's own text are read here; that is the reader's work.
internal import RecoupeText

/// Scans a line for dates.
struct DateScanner: Sendable {
    let words: DateWords

    struct Token {
        var text: Substring
        var folded: String
        var number: Int?
        var isWord: Bool
    }

    /// All dates of a line, in order. `dayFirst` decides `03/04/2020`.
    func dates(in line: String, dayFirst: Bool) -> [FoundDate] {
        let tokens = Self.tokens(line)
        var out: [FoundDate] = []
        var index = 0
        while index < tokens.count {
            if var found = numeric(tokens, index, dayFirst) ?? named(tokens, index) ?? counted(tokens, index) {
                found.weekday = weekday(before: found.tokens.lowerBound, tokens)
                let (first, last) = (tokens[found.tokens.lowerBound], tokens[found.tokens.upperBound - 1])
                found.text = String(line[first.text.startIndex..<last.text.endIndex])
                out.append(found)
                index = found.tokens.upperBound
            } else {
                index += 1
            }
        }
        return out
    }

    /// `2019-10-24`, `24-10-2019`, `24/10/19`, `24.10.2019`, `10/24/2019`.
    private func numeric(_ t: [Token], _ i: Int, _ dayFirst: Bool) -> FoundDate? {
        guard i + 4 < t.count, let a = t[i].number, let b = t[i + 2].number, let c = t[i + 4].number else { return nil }
        let mark = t[i + 1].text
        guard mark == t[i + 3].text, ["-", "/", ".", "‑", "–"].contains(mark) else { return nil }
        guard t[i].text.utf8.count <= 4, t[i + 2].text.utf8.count <= 2, t[i + 4].text.utf8.count <= 4 else { return nil }
        if t[i].text.utf8.count == 4 { return date(a, b, c, i..<(i + 5)) }
        guard t[i].text.utf8.count <= 2, let year = Self.year(c, digits: t[i + 4].text.utf8.count) else { return nil }
        let dayLeads = mark == "." || a > 12 || (b <= 12 && dayFirst)
        return dayLeads ? date(year, b, a, i..<(i + 5)) : date(year, a, b, i..<(i + 5))
    }

    /// `2019年10月24日` and its like: numbers that signs of their own follow.
    private func counted(_ t: [Token], _ i: Int) -> FoundDate? {
        guard i + 4 < t.count, let year = t[i].number, let month = t[i + 2].number, let day = t[i + 4].number,
            Self.yearSigns.contains(t[i + 1].folded), Self.monthSigns.contains(t[i + 3].folded)
        else { return nil }
        return date(year, month, day, i..<(i + 5))
    }

    private static let yearSigns: Set<String> = ["年", "년"]
    private static let monthSigns: Set<String> = ["月", "월"]

    /// `24 octobre 2019`, `1er mai`, `October 24, 2019`, `24 Oct. 2019`, `May 2nd 2020`.
    private func named(_ t: [Token], _ i: Int) -> FoundDate? {
        if let day = Self.day(t[i]) {
            guard let m = skip(t, i + 1, over: Self.links), let month = words.months[t[m].folded] else { return nil }
            // Two names of the month, as in `24 نيسان / أبريل 2020`.
            let twice = m + 2 < t.count && t[m + 1].text == "/" && words.months[t[m + 2].folded] == month
            return withYear(t, day, month, i, twice ? m + 2 : m)
        }
        guard let month = words.months[t[i].folded], let d = skip(t, i + 1, over: ["."]), let day = Self.day(t[d]) else { return nil }
        return withYear(t, day, month, i, d)
    }

    private func withYear(_ t: [Token], _ day: Int, _ month: Int, _ start: Int, _ last: Int) -> FoundDate? {
        if let y = skip(t, last + 1, over: [".", ",", "of", "de", "-", "/"]), let year = t[y].number, t[y].text.utf8.count == 4,
            (1900...2100).contains(year)
        {
            return date(year, month, day, start..<(y + 1))
        }
        guard CalendarDay(year: 2000, month: month, day: day) != nil else { return nil }
        return FoundDate(year: nil, month: month, day: day, text: "", tokens: start..<(last + 1))
    }

    private static let links: Set<String> = [".", "-", "/", "of", "de"]

    /// The next token that is not one of some small ones; at most three are passed over.
    private func skip(_ t: [Token], _ start: Int, over small: Set<String>) -> Int? {
        var index = start
        while index < t.count, index < start + 3, small.contains(t[index].folded) { index += 1 }
        return index < t.count ? index : nil
    }

    private func weekday(before start: Int, _ t: [Token]) -> Int? {
        for index in stride(from: start - 1, through: max(0, start - 3), by: -1) {
            if let weekday = words.weekdays[t[index].folded] { return weekday }
            if t[index].isWord { return nil }
        }
        return nil
    }

    private func date(_ year: Int, _ month: Int, _ day: Int, _ tokens: Range<Int>) -> FoundDate? {
        guard (1900...2100).contains(year), CalendarDay(year: year, month: month, day: day) != nil else { return nil }
        return FoundDate(year: year, month: month, day: day, text: "", tokens: tokens)
    }

    private static func year(_ number: Int, digits: Int) -> Int? {
        switch digits {
        case 4: number
        case 2: number < 70 ? 2000 + number : 1900 + number
        default: nil
        }
    }

    /// A day of the month, its ordinal ending passed over (`1er`, `2nd`).
    private static func day(_ token: Token) -> Int? {
        let digits = token.text.prefix { $0.isASCII && $0.isNumber }
        guard (1...2).contains(digits.count), token.text.count - digits.count <= 2, let day = Int(digits), (1...31).contains(day) else {
            return nil
        }
        return day
    }

    /// Where a run of letters and digits ends; four digits end before a letter (`2019August`), digits before a sign of years.
    private static func end(of rest: Substring) -> String.Index {
        let scalars = rest.unicodeScalars
        let end = scalars.firstIndex { !WordRun.isWord($0) && !$0.properties.isGraphemeExtend } ?? rest.endIndex
        let digits = rest[..<(scalars.firstIndex { !(0x30...0x39).contains($0.value) } ?? rest.endIndex)]
        guard !digits.isEmpty else {
            guard let first = rest.unicodeScalars.first, first.value >= 0x2E80 else { return end }
            return scalars.index(after: rest.startIndex)
        }
        guard digits.endIndex < end else { return end }
        let isCounter = rest[digits.endIndex].unicodeScalars.first.map { $0.value >= 0x2E80 } ?? false
        return digits.count == 4 || isCounter ? digits.endIndex : end
    }

    /// Runs of letters and digits, and single other signs; blanks part tokens.
    static func tokens(_ line: String) -> [Token] {
        var out: [Token] = []
        var index = line.startIndex
        let scalars = line.unicodeScalars
        while index < scalars.endIndex {
            let scalar = scalars[index]
            if WordRun.isWord(scalar) {
                let end = end(of: line[index...])
                let text = line[index..<end]
                let isNumber = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
                out.append(Token(text: text, folded: folded(text), number: isNumber ? Int(text.prefix(9)) : nil, isWord: !isNumber))
                index = end
            } else {
                let next = scalars.index(after: index)
                if !scalar.properties.isWhitespace { out.append(Token(text: line[index..<next], folded: String(scalar), isWord: false)) }
                index = next
            }
        }
        return out
    }
}
