// The day an HTML page says it was published: its meta elements and linked data, marked elements, labelled lines and the address, then
// the days that stand near the title, then what speaks less surely. A day that only tells of a change, of a member's joining or of an
// archive's visit is no publication; the first kind of evidence that gives a day counts, and what it rests on is kept.
internal import RecoupeModel
internal import RecoupeText

/// Finds the publication of an HTML page.
struct PageDates {
    let finder: PublicationFinder
    private var vocabulary: DateVocabulary { finder.vocabulary }
    let head: PageHead
    let linked: LinkedFacts
    let parts: Parts
    /// The markup of the page.
    let raw: [UInt8]
    /// What the container of the page says of it.
    let given: Provenance?
    private let zone: DateZone
    private let marks: [(mark: DateMark, rank: Int, day: CalendarDay)]
    private let lines: [Line]
    private let address: PageAddress

    /// A day in a line near the title.
    private struct Line {
        var day: CalendarDay
        var role: DateRole
        var text: String
        var isAbove: Bool
    }

    init(
        finder: PublicationFinder, head: PageHead, linked: LinkedFacts, url: String?, tree: MarkupTree,
        parts: Parts, raw: [UInt8], given: Provenance?
    ) {
        (self.finder, self.head, self.linked, self.parts, self.raw, self.given) = (finder, head, linked, parts, raw, given)
        zone = DateZone(parts)
        address = PageAddress(url, months: finder.scanner.words.months)
        let (zone, saved, vocabulary) = (self.zone, address.saved, finder.vocabulary)
        marks = DateMarks(tree, vocabulary: vocabulary).marks.compactMap { mark in
            let role = mark.role == .plain ? vocabulary.role(ofLabel: Self.beforeDigits(mark.text)) : mark.role
            guard role != .other, let day = finder.day(mark.value) ?? finder.day(mark.text), day != saved else { return nil }
            return (DateMark(value: mark.value, text: mark.text, role: role, node: mark.node), zone.rank(ofNode: mark.node), day)
        }
        lines = zone.blocks.enumerated().flatMap { place, block in
            Self.lines(block, parts, finder, vocabulary).filter { $0.day != saved }.map {
                Line(day: $0.day, role: $0.role, text: parts.blocks[block].text, isAbove: place < zone.headBlocks)
            }
        }
    }

    private static func beforeDigits(_ text: String) -> Substring { text.prefix { !$0.isNumber } }

    /// The days of a line that is little else, or that opens with one, or that a label introduces.
    private static func lines(
        _ index: Int, _ parts: Parts, _ finder: PublicationFinder, _ vocabulary: DateVocabulary
    ) -> [(day: CalendarDay, role: DateRole)] {
        let block = parts.blocks[index]
        guard block.text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return [] }
        let running = parts.fates[index].isBody && block.isProse
        let text = block.count > Tuning.bylineWords ? String(block.text.prefix(80)) : block.text
        let found = finder.scanner.dates(in: text, dayFirst: finder.dayFirst)
        let rest = block.count - found.reduce(0) { $0 + foldedWords($1.text).count }
        var start = text.startIndex
        var out: [(day: CalendarDay, role: DateRole)] = []
        for date in found {
            guard let range = text[start...].place(of: date.text) else { continue }
            let before = text[start..<range.lowerBound]
            let role = vocabulary.role(ofLabel: before.isEmpty ? label(before: index, parts) : before)
            let opens = date.tokens.lowerBound <= 1 || (running && isDateline(text[..<range.lowerBound], text[range.upperBound...]))
            start = range.upperBound
            guard role != .other, let day = date.calendarDay, day.year >= PublicationFinder.firstYear else { continue }
            if opens || (!running && (rest <= Tuning.datelineWords || role == .published)) { out.append((day, role)) }
        }
        return out
    }

    /// A few words with a colon in the block before, as the label of what follows.
    private static func label(before index: Int, _ parts: Parts) -> Substring {
        guard index > 0, parts.blocks[index - 1].count <= 4, parts.blocks[index - 1].text.hasSuffix(":") else { return "" }
        return parts.blocks[index - 1].text[...]
    }

    /// `PLACE, (12.11.2021). The report`: a few words before the day, and a sign behind it that no sentence has there.
    private static func isDateline(_ before: Substring, _ after: Substring) -> Bool {
        guard foldedWords(before).count <= 3, !before.isEmpty else { return false }
        if before.last == "(", after.first == ")" { return true }
        let next = after.drop { $0 == " " || $0 == ")" || $0 == "," }.first
        return next.map { ["–", "—", "-", ":", "|", "/"].contains($0) } ?? false
    }

    /// The day, or nothing where the page gives none.
    func published() -> Published? {
        stated() ?? shown() ?? plain() ?? given.flatMap { finder.stated($0) } ?? changed()
    }

    // MARK: Stated as the publication

    private func stated() -> Published? {
        if let found = metadata() { return found }
        if let given, !PublicationFinder.isWeak(given), let value = given.published, let day = finder.day(value) {
            return local(day, value, "\(given.format): \(value.prefix(60))")
        }
        if let found = nearest(.published, ranks: 0...1) { return found }
        if let line = lines.first(where: { $0.role == .published && $0.isAbove }) { return published(line.day, line.text) }
        return address.day.map { published($0, "url: \(address.url)") }
    }

    /// The first value of the page's data, unless another of them is the one that the page shows.
    private func metadata() -> Published? {
        var found: [(day: CalendarDay, value: String, because: String)] = []
        for name in vocabulary.metas[.published] ?? [] {
            if let value = head.meta(name), let day = finder.day(value) { found.append((day, value, "\(name): \(value.prefix(60))")) }
        }
        for value in linked.publications {
            if let day = finder.day(value) { found.append((day, value, "datePublished: \(value.prefix(60))")) }
        }
        guard let first = found.first else { return nil }
        // A publication that is the last change gives way to an earlier one.
        let (shown, changes) = (shownDays, changes)
        if changes.contains(first.value), let other = found.first(where: { $0.day < first.day }) {
            return local(other.day, other.value, other.because)
        }
        if !shown.contains(first.day), let other = found.first(where: { shown.contains($0.day) && !changes.contains($0.value) }) {
            return published(other.day, other.because)
        }
        return local(first.day, first.value, first.because)
    }

    /// What the page's data give as its last change.
    private var changes: Set<String> {
        Set((vocabulary.metas[.modified] ?? []).compactMap { head.meta($0) } + [linked.modified].compactMap { $0 })
    }

    /// Days that the page shows near its title, and that of its address.
    private var shownDays: Set<CalendarDay> {
        var days = Set(lines.filter { $0.isAbove && $0.role != .modified }.map(\.day))
        days.formUnion(marks.filter { $0.rank <= 1 && $0.mark.role != .modified }.map(\.day))
        if let day = address.day { days.insert(day) }
        return days
    }

    /// A moment in universal time may be the day before or after where the outlet is: the day that the page shows then counts.
    private func local(_ day: CalendarDay, _ value: String, _ because: String) -> Published {
        let universal =
            ["Z", "+00:00", "+0000"].contains { value.hasSuffix($0) } || (value.count >= 10 && value.allSatisfy { $0.isNumber })
        guard universal else { return published(day, because) }
        let shown = [address.day].compactMap { $0 } + lines.filter { $0.isAbove && $0.role != .modified }.map(\.day)
        if shown.contains(day) { return published(day, because) }
        guard let other = shown.first(where: { abs($0.number - day.number) == 1 }) else { return published(day, because) }
        let words = lines.first { $0.day == other }?.text ?? "url: \(address.url)"
        return Published(DaySpan(other), stated: true, because: [words, because])
    }

    // MARK: Shown near the title

    private func shown() -> Published? {
        if let found = nearest(.plain, ranks: 0...0) { return found }
        if let line = lines.first(where: { $0.role == .plain && $0.isAbove }) { return published(line.day, line.text) }
        if let line = lines.first(where: { $0.role == .published }) { return published(line.day, line.text) }
        return nearest(.published, ranks: 2...2) ?? finder.visible(parts) ?? labelled()
    }

    /// A line anywhere below the title that a label of publication opens.
    private func labelled() -> Published? {
        for index in parts.blocks.indices where parts.blocks[index].count <= Tuning.bylineWords {
            let text = parts.blocks[index].text
            guard text.utf8.contains(where: { (0x30...0x39).contains($0) }), index > zone.heading else { continue }
            let start = text.prefix { !$0.isNumber }
            guard (1...3).contains(foldedWords(start).count), vocabulary.role(ofLabel: start) == .published else { continue }
            if let day = finder.scanner.dates(in: text, dayFirst: finder.dayFirst).first?.calendarDay, day != address.saved {
                return published(day, text)
            }
        }
        return nil
    }

    // MARK: Less sure

    private func plain() -> Published? {
        for name in vocabulary.metas[.plain] ?? [] {
            if let value = head.meta(name), let day = finder.day(value) { return published(day, "\(name): \(value.prefix(60))") }
        }
        if let found = nearest(.plain, ranks: 1...2) { return found }
        if let line = lines.first(where: { $0.role == .plain }) { return published(line.day, line.text) }
        return RawMembers(vocabulary.keys).values(in: raw).lazy.compactMap { key, value in
            finder.day(value).map { published($0, "\(key): \(value)") }
        }.first
    }

    /// Where nothing else is said: when the page was changed last, the day of its picture's address, days far from the title.
    private func changed() -> Published? {
        for name in vocabulary.metas[.modified] ?? [] {
            if let value = head.meta(name), let day = finder.day(value) { return published(day, "\(name): \(value.prefix(60))") }
        }
        if let value = linked.modified, let day = finder.day(value) { return published(day, "dateModified: \(value.prefix(60))") }
        if let found = nearest(.modified, ranks: 0...2) { return found }
        if let line = lines.first { return published(line.day, line.text) }
        if let picture = head.meta("og:image", "twitter:image") {
            let address = PageAddress(picture, months: finder.scanner.words.months)
            if let day = address.day { return published(day, "url: \(picture)") }
        }
        return nearest(.published, ranks: 3...4) ?? nearest(.plain, ranks: 3...4) ?? labelledChange()
    }

    /// A short line anywhere whose day a label of a change introduces.
    private func labelledChange() -> Published? {
        for index in parts.blocks.indices where parts.blocks[index].count <= Tuning.bylineWords {
            let text = parts.blocks[index].text
            guard text.utf8.contains(where: { (0x30...0x39).contains($0) }),
                let found = finder.scanner.dates(in: text, dayFirst: finder.dayFirst).first, let day = found.calendarDay,
                let range = text.place(of: found.text), day != address.saved, day.year >= PublicationFinder.firstYear
            else { continue }
            let before = range.lowerBound == text.startIndex ? Self.label(before: index, parts) : text[..<range.lowerBound]
            if vocabulary.role(ofLabel: before) == .modified { return published(day, text) }
        }
        return nil
    }

    /// The mark of a role that stands nearest to the title.
    private func nearest(_ role: DateRole, ranks: ClosedRange<Int>) -> Published? {
        let found = marks.filter { $0.mark.role == role && ranks.contains($0.rank) }
        guard let rank = found.map(\.rank).min(),
            let best = rank == 1 ? found.last(where: { $0.rank == rank }) : found.first(where: { $0.rank == rank })
        else { return nil }
        return published(best.day, best.mark.text.isEmpty ? "date: \(best.mark.value)" : best.mark.text)
    }

    private func published(_ day: CalendarDay, _ because: String) -> Published {
        Published(DaySpan(day), stated: true, because: [String(because.prefix(200))])
    }
}
