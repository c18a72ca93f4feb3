// The day a report was published, where the page states it: its linked data, its meta elements, its time elements, its address, its
// byline, its dateline. The first of these that gives a day counts; what the page does not state stays empty, for a later stage.
internal import RecoupeModel
internal import RecoupeText

/// Finds publication days.
struct PublicationFinder {
    let scanner: DateScanner
    /// `03/04/2020` is 3 April.
    let dayFirst: Bool

    /// The day an HTML page states.
    func published(head: PageHead, linked: LinkedFacts, url: String?, parts: Parts, given: Provenance? = nil) -> Published? {
        let lines = DateLines(parts: parts, finder: self)
        let address = url.flatMap { addressDay($0) }
        if let value = linked.published, let found = first([("datePublished", value)]) {
            return local(found, value, seen: [address, lines.first])
        }
        for name in Self.metaNames {
            guard let value = head.meta(name), let found = first([(name, value)]) else { continue }
            return local(found, value, seen: [address, lines.first])
        }
        if let given, !Self.isWeak(given), let found = stated(given) {
            return local(found, given.published ?? "", seen: [address, lines.first])
        }
        if let found = first(head.times.filter(\.published).map { ("time", $0.value) }) { return found }
        if let address { return address }
        if let found = visible(parts) ?? lines.first { return found }
        if let found = first(head.times.map { ("time", $0.value) }) ?? first(head.dateElements.map { ("date", $0) }) { return found }
        if let given, let found = stated(given) { return found }
        return first([
            ("article:modified_time", head.meta("article:modified_time", "og:updated_time", "last-modified")),
            ("dateModified", linked.modified),
        ])
    }

    /// The day of a plain text: what its container states, else what stands in it.
    func published(_ parts: Parts, given: Provenance?) -> Published? {
        guard let given else { return visible(parts) }
        return Self.isWeak(given) ? visible(parts) ?? stated(given) : stated(given) ?? visible(parts)
    }

    private func stated(_ given: Provenance) -> Published? { first([(given.format, given.published)]) }

    /// The day of a mail dates what it encloses only where that has no day of its own.
    private static func isWeak(_ given: Provenance) -> Bool { given.format == "mail" }

    private static let metaNames: [String] = [
        "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "pubdate",
        "publishdate", "publish-date", "publish_date", "publication_date", "citation_publication_date", "date_published",
        "originalpublicationdate", "article.published", "cxenseparse:recs:publishtime", "dc.date", "dcterms.date", "date",
    ]

    /// A moment in universal time may be the day before or after where the outlet is: the day that the page shows then counts.
    private func local(_ found: Published, _ value: String, seen: [Published?]) -> Published {
        guard value.hasSuffix("Z") || value.hasSuffix("+00:00") || value.hasSuffix("+0000") else { return found }
        for other in seen.compactMap({ $0 }) where abs(other.earliest.number - found.earliest.number) == 1 {
            return Published(other.span, stated: true, because: other.because + found.because)
        }
        return found
    }

    /// The first value that holds a day.
    private func first(_ values: [(name: String, value: String?)]) -> Published? {
        for (name, value) in values {
            if let value, let day = day(value) { return Published(DaySpan(day), stated: true, because: ["\(name): \(value.prefix(60))"]) }
        }
        return nil
    }

    /// A day in a machine-readable or written date.
    func day(_ value: String) -> CalendarDay? {
        let value = collapsed(value)
        if let day = CalendarDay(iso: value), (1990...2100).contains(day.year) { return day }
        let digits = value.prefix { $0.isASCII && $0.isNumber }
        if digits.count == value.count || digits.count == 8 || digits.count == 14 {
            if let day = Self.compact(digits) { return day }
        }
        return scanner.dates(in: String(value.prefix(200)), dayFirst: dayFirst).lazy.compactMap(\.calendarDay).first
    }

    /// `20191024…`, or seconds or milliseconds since 1970.
    private static func compact(_ digits: Substring) -> CalendarDay? {
        guard let number = Int(digits.prefix(18)) else { return nil }
        switch digits.count {
        case 8, 12, 14:
            let day = Int(digits.prefix(8)) ?? 0
            guard (1990...2100).contains(day / 10_000) else { return nil }
            return CalendarDay(year: day / 10_000, month: day / 100 % 100, day: day % 100)
        case 10: return CalendarDay(number: number / 86_400)
        case 13: return CalendarDay(number: number / 86_400_000)
        default: return nil
        }
    }

    /// `/2019/10/24/` or `2019-10-24` or `/20191024/` in an address.
    private func addressDay(_ url: String) -> Published? {
        let tokens = DateScanner.tokens(url)
        for index in tokens.indices {
            guard let year = tokens[index].number, tokens[index].text.utf8.count == 4, (1995...2100).contains(year),
                index + 4 < tokens.count,
                tokens[index + 1].text == tokens[index + 3].text, ["/", "-", "_"].contains(tokens[index + 1].text),
                let day = tokens[index + 4].number, tokens[index + 4].text.utf8.count <= 2,
                let month = tokens[index + 2].number ?? scanner.words.months[tokens[index + 2].folded],
                let found = CalendarDay(year: year, month: month, day: day)
            else { continue }
            return Published(DaySpan(found), stated: true, because: ["url: \(url)"])
        }
        return nil
    }

    // MARK: Visible lines

    /// The day of a byline or date line, else of a dateline whose year the page gives.
    func visible(_ parts: Parts) -> Published? {
        let lines = parts.blocks.indices.filter { index in
            guard !parts.fates[index].isBody, parts.blocks[index].words.count <= Tuning.bylineWords else { return false }
            return parts.fates[index] == .removed("byline") || parts.kinds[index].contains { $0 == "dated" || $0 == "byline" }
        }
        for index in lines {
            let text = parts.blocks[index].text
            if let day = scanner.dates(in: text, dayFirst: dayFirst).lazy.compactMap(\.calendarDay).first {
                return Published(DaySpan(day), stated: true, because: [text])
            }
        }
        return dateline(parts, lines: lines)
    }

    /// A day and month at the head of the text or in a date line, with a year that two other places of the page agree on.
    private func dateline(_ parts: Parts, lines: [Int]) -> Published? {
        for index in lines + parts.body.prefix(2) {
            let text = parts.blocks[index].text
            let head = lines.contains(index) ? text : Self.opening(text)
            guard let head, let partial = scanner.dates(in: head, dayFirst: dayFirst).first else { continue }
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
        let ends = marks.compactMap { start.firstRange(of: $0)?.upperBound }
        return ends.min().map { String(start[..<$0]) }
    }
}
