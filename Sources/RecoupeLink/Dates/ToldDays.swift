// The days that the dated reports of a story tell with their year, for one report that leaves its years out. A day lends its year only
// where both sentences have a content word in common and the reports that tell such a day agree on the year, but for a slip.
internal import RecoupeModel
internal import RecoupeText

/// Days known from other reports.
struct ToldDays {
    let story: Story

    private struct MonthDay: Hashable {
        var month: Int
        var day: Int
    }

    /// The days that other reports date and this one names without a year, in the order of the calendar.
    func days(for number: Int) -> [ToldDay] {
        var wanted: [MonthDay: Set<String>] = [:]
        for time in story.readings[number].times {
            guard let day = Self.yearless(time.value) else { continue }
            wanted[day, default: []].formUnion(keys(number, time))
        }
        guard !wanted.isEmpty else { return [] }
        var found: [MonthDay: [ToldDay]] = [:]
        for other in story.articles.indices where other != number && story.articles[other].published?.stated == true {
            for time in story.readings[other].times {
                guard let span = time.span, span.dayCount == 1 else { continue }
                let day = MonthDay(month: span.earliest.month, day: span.earliest.day)
                guard let keys = wanted[day], !keys.isDisjoint(with: self.keys(other, time)) else { continue }
                found[day, default: []].append(ToldDay(day: span.earliest, because: because(other, time)))
            }
        }
        return found.values.compactMap { agreed($0) }.sorted { $0.day < $1.day }
    }

    /// The day in the year that most tellings give it, where they are twice as many as those for any other: one may have slipped.
    private func agreed(_ tellings: [ToldDay]) -> ToldDay? {
        let years = Dictionary(grouping: tellings) { $0.day.year }.values.sorted { $0.count > $1.count }
        guard let most = years.first, years.count == 1 || most.count >= 2 * years[1].count else { return nil }
        return most.min { ($0.day, $0.because) < ($1.day, $1.because) }
    }

    /// `XXXX-03-12`.
    private static func yearless(_ value: String) -> MonthDay? {
        let parts = value.prefix(10).split(separator: "-")
        guard parts.count == 3, parts[0] == "XXXX", let month = Int(parts[1]), let day = Int(parts[2]) else { return nil }
        return MonthDay(month: month, day: day)
    }

    /// The keys of the sentence that holds a time, but for the words of its times.
    private func keys(_ number: Int, _ time: Time) -> Set<String> {
        guard let index = story.sentence(number, at: time.start) else { return [] }
        let reading = story.readings[number]
        let sentence = reading.sentences[index]
        let times = reading.times.filter { sentence.start <= $0.start && $0.start < sentence.end }
        return Set(sentence.keys).subtracting(times.flatMap { foldedWords($0.text) })
    }

    private func because(_ number: Int, _ time: Time) -> String {
        [story.articles[number].title, time.text].compactMap { $0 }.joined(separator: ": ")
    }
}
