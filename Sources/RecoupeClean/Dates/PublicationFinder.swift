// The day a report was published by its visible lines, and the reading of single values: a byline or date line first, else a dateline
// whose year the page gives. What the page does not state stays empty, for a later stage.
internal import RecoupeModel
internal import RecoupeText

/// Finds publication days.
struct PublicationFinder {
    let scanner: DateScanner
    let vocabulary: DateVocabulary
    /// `03/04/2020` is 3 April.
    let dayFirst: Bool

    /// News on the web is no older.
    static let firstYear = 1991

    /// The day of a plain text: what its container states, else what stands in it.
    func published(_ parts: Parts, given: Provenance?) -> Published? {
        guard let given else { return visible(parts) }
        return Self.isWeak(given) ? visible(parts) ?? stated(given) : stated(given) ?? visible(parts)
    }

    /// The day that a container states.
    func stated(_ given: Provenance) -> Published? {
        guard let value = given.published, let day = day(value) else { return nil }
        return Published(DaySpan(day), stated: true, because: ["\(given.format): \(value.prefix(60))"])
    }

    /// The day of a mail dates what it encloses only where that has no day of its own.
    static func isWeak(_ given: Provenance) -> Bool { given.format == "mail" }

    /// A day in a machine-readable or written date.
    func day(_ value: String) -> CalendarDay? {
        let value = collapsed(value)
        if let day = CalendarDay(iso: value) { return (Self.firstYear...2100).contains(day.year) ? day : nil }
        let digits = value.prefix { $0.isASCII && $0.isNumber }
        if digits.count == value.count || digits.count == 8 || digits.count == 14 {
            if let day = Self.compact(digits) { return day }
        }
        return scanner.dates(in: String(value.prefix(200)), dayFirst: dayFirst).lazy.compactMap(\.calendarDay)
            .first { $0.year >= Self.firstYear }
    }

    /// `20191024…`, or seconds or milliseconds since 1970.
    private static func compact(_ digits: Substring) -> CalendarDay? {
        guard let number = Int(digits.prefix(18)) else { return nil }
        switch digits.count {
        case 8, 12, 14:
            let day = Int(digits.prefix(8)) ?? 0
            guard (firstYear...2100).contains(day / 10_000) else { return nil }
            return CalendarDay(year: day / 10_000, month: day / 100 % 100, day: day % 100)
        case 10: return checked(CalendarDay(number: number / 86_400))
        case 13: return checked(CalendarDay(number: number / 86_400_000))
        default: return nil
        }
    }

    private static func checked(_ day: CalendarDay) -> CalendarDay? { (firstYear...2100).contains(day.year) ? day : nil }

    // MARK: Visible lines

    /// The day of a byline or date line, else of a dateline whose year the page gives.
    func visible(_ parts: Parts) -> Published? {
        let lines = parts.blocks.indices.filter { index in
            guard !parts.fates[index].isBody, parts.blocks[index].count <= Tuning.bylineWords else { return false }
            return parts.fates[index] == .removed("byline") || parts.kinds[index].contains { $0 == "dated" || $0 == "byline" }
        }
        for index in lines {
            let text = parts.blocks[index].text
            let found = scanner.dates(in: text, dayFirst: dayFirst).first { date in
                date.calendarDay != nil && vocabulary.role(ofLabel: before(date.text, in: text)) != .other
            }
            if let day = found?.calendarDay { return Published(DaySpan(day), stated: true, because: [text]) }
        }
        return dateline(parts, lines: lines)
    }

    private func before(_ words: String, in text: String) -> Substring {
        text.place(of: words).map { text[..<$0.lowerBound] } ?? text[...]
    }

    /// A day and month at the head of the text or in a date line, with a year that two other places of the page agree on.
    private func dateline(_ parts: Parts, lines: [Int]) -> Published? {
        for index in lines + parts.body.prefix(2) {
            let text = parts.blocks[index].text
            let head = lines.contains(index) ? text : Self.opening(text)
            guard let head, let partial = scanner.dates(in: head, dayFirst: dayFirst).first,
                vocabulary.role(ofLabel: before(partial.text, in: head)) != .other
            else { continue }
            if let day = partial.calendarDay { return Published(DaySpan(day), stated: true, because: [head]) }
            if let (day, because) = YearEvidence(parts: parts).day(of: partial) {
                return Published(DaySpan(day), stated: true, because: [head] + because)
            }
        }
        return nil
    }

    /// The dateline of a paragraph: what stands before a colon or dash near its beginning, if it opens with capitals.
    static func opening(_ text: String) -> String? {
        let start = text.prefix(90)
        var words = start.split(separator: " ").prefix(2).makeIterator()
        guard let first = words.next(), first.count >= 3, String(first).uppercased() == String(first),
            first.contains(where: { $0.isLetter })
        else { return nil }
        let marks: [String] = [": ", " - ", " – ", " — ", " -- ", ") "]
        let ends = marks.compactMap { start.place(of: $0)?.upperBound }
        return ends.min().map { String(start[..<$0]) }
    }
}
