// Which year a day and month without one belong to: the weekday that stands with them, or the year of the rights line where the text
// itself names that year. A rights line alone proves nothing: it moves on while the report stays.
internal import RecoupeText

/// The years a page names, and what they allow.
struct YearEvidence {
    /// Years with the words that name them, from the rights lines and from the text.
    private var rights: [(year: Int, words: String)] = []
    private var named: [(year: Int, words: String)] = []

    init(parts: Parts) {
        for index in parts.blocks.indices {
            let text = parts.blocks[index].text
            let years = Self.years(in: text)
            if text.holds("©") || parts.kinds[index].contains("rights") {
                rights += years.map { ($0.year, text) }
            } else {
                named += years
            }
        }
    }

    /// The day that a partial date names, and the words that give its year.
    func day(of date: FoundDate) -> (CalendarDay, [String])? {
        let candidates = Set(rights.map(\.year) + named.map(\.year)).sorted()
        if let weekday = date.weekday {
            let fitting = candidates.filter { CalendarDay(year: $0, month: date.month, day: date.day)?.weekday == weekday }
            if fitting.count == 1, let year = fitting.first, let day = CalendarDay(year: year, month: date.month, day: date.day) {
                return (day, [words(of: year)])
            }
            return nil
        }
        guard let year = rights.map(\.year).max(), let text = named.last(where: { $0.year == year })?.words,
            let day = CalendarDay(year: year, month: date.month, day: date.day)
        else { return nil }
        return (day, [rights.last { $0.year == year }?.words ?? "", text])
    }

    private func words(of year: Int) -> String { (rights + named).first { $0.year == year }?.words ?? "" }

    /// Numbers that may be years, each with the words around it.
    private static func years(in text: String) -> [(year: Int, words: String)] {
        let run = WordRun(text)
        return run.tokens.indices.compactMap { index in
            guard let year = Int(run.tokens[index].text), run.tokens[index].text.utf8.count == 4, (1990...2100).contains(year) else {
                return nil
            }
            return (year, run.text(max(0, index - 5)..<(index + 1)))
        }
    }
}
