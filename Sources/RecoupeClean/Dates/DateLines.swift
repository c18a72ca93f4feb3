// The lines of an HTML page around its title that hold little else than a date.
internal import RecoupeModel
internal import RecoupeText

/// Dates shown near the title.
struct DateLines {
    /// The first of them, from a little above the title to a little below the first running text; else one at the end of the report.
    let first: Published?

    init(parts: Parts, finder: PublicationFinder) {
        let title = foldedWords(parts.title ?? "")
        let body = parts.body.first ?? parts.blocks.count
        let heading = parts.blocks.indices.first { $0 <= body && !title.isEmpty && parts.blocks[$0].words == title } ?? max(0, body - 8)
        let last = parts.body.last ?? heading
        let top = max(0, heading - Tuning.dateAbove)..<min(parts.blocks.count, max(heading, body) + Tuning.dateBelow)
        let end = min(last + 1, parts.blocks.count)..<min(last + Tuning.dateBelow, parts.blocks.count)
        first = Self.first(in: Array(top) + Array(end), parts, finder)
    }

    private static func first(in indices: [Int], _ parts: Parts, _ finder: PublicationFinder) -> Published? {
        for index in indices {
            let block = parts.blocks[index]
            guard block.words.count <= Tuning.bylineWords, !block.isProse else { continue }
            let found = finder.scanner.dates(in: block.text, dayFirst: finder.dayFirst).first { $0.year != nil }
            guard let found, let day = found.calendarDay else { continue }
            if block.words.count - foldedWords(found.text).count <= Tuning.datelineWords {
                return Published(DaySpan(day), stated: true, because: [block.text])
            }
        }
        return nil
    }
}
