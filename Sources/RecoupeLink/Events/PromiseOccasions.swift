// Where several reports tell of one promise made on one day, the occasions on which they say that it was made (a meeting here, an agreement
// there) are one event.
internal import RecoupeModel
internal import RecoupeText

/// Finds the tellings of the occasions of promises.
struct PromiseOccasions {
    let story: Story
    let tellings: [Telling]
    /// Kinds of events at which promises are made.
    private static let kinds: Set<String> = ["agreement", "announcement", "interview", "meeting", "visit"]

    /// For each promise that several reports tell of, the tellings of its occasion, where there are some in two reports.
    func groups(_ pledges: [[Pledge]]) -> [[Int]] {
        pledges.compactMap { group in
            guard Set(group.map(\.article)).count > 1 else { return nil }
            let found = Set(group.flatMap { occasions(of: $0) }).sorted()
            return Set(found.map { tellings[$0].article }).count > 1 ? found : nil
        }
    }

    /// Tellings of the day on which the promise was made, in its sentence or the one before or after.
    private func occasions(of pledge: Pledge) -> [Int] {
        guard let day = pledge.promise.madeOn.flatMap({ DaySpan(timex: $0) }), day.dayCount == 1,
            let sentence = story.sentence(pledge.article, at: pledge.promise.start)
        else { return [] }
        return tellings.indices.filter { index in
            let telling = tellings[index]
            return telling.article == pledge.article && telling.span == day && Self.kinds.contains(telling.mention.type ?? "")
                && abs(telling.mention.sentence - sentence) <= 1
        }
    }
}
