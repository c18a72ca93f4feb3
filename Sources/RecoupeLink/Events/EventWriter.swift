// One event out of its tellings: the tightest days that all of them allow, the label of the telling that says most, the status that the
// surest of them gives, and the independent origins that tell of it.
internal import RecoupeModel
internal import RecoupeText

/// Writes events.
struct EventWriter {
    let story: Story
    let origins: OriginNames

    /// The order of events: by first day, undated ones last, then by place in the texts.
    static func precedes(_ a: Event, _ b: Event) -> Bool {
        let none = CalendarDay(number: 2_932_896)
        let (one, other) = (a.when?.span, b.when?.span)
        return (one?.earliest ?? none, one?.latest ?? none, a.id) < (other?.earliest ?? none, other?.latest ?? none, b.id)
    }

    func event(_ tellings: [Telling]) -> Event? {
        guard let first = tellings.map(\.mention.passage).min(), let best = best(of: tellings) else { return nil }
        let mentions = tellings.sorted { $0.mention.passage < $1.mention.passage }
        return Event(
            id: Identifier.item("e", first, best.mention.trigger.text), label: best.mention.label,
            type: most(tellings.compactMap(\.mention.type)), when: Self.when(tellings), place: most(tellings.compactMap(\.mention.place)),
            participants: Set(tellings.flatMap(\.participants)).sorted(), status: Self.status(tellings),
            mentions: mentions.map { Event.Mention($0.mention.passage, when: $0.mention.when) },
            origins: origins.names(of: Set(tellings.map(\.article))), because: because(tellings))
    }

    /// The telling that says most: dated, in the language of most reports, a clause from its start, with participants, and short.
    private func best(of tellings: [Telling]) -> Telling? {
        func rank(_ telling: Telling) -> [Int] {
            [
                telling.mention.status == .denied ? 1 : 0, telling.isPrecise ? 0 : 1,
                story.articles[telling.article].language == story.language ? 0 : 1,
                telling.mention.label.first?.isUppercase == true ? 0 : 1, -min(telling.participants.count, 3),
                telling.mention.type == nil ? 1 : 0, telling.mention.label.count,
            ]
        }
        return tellings.min { a, b in
            let (one, other) = (rank(a), rank(b))
            return one == other ? a.mention.passage < b.mention.passage : one.lexicographicallyPrecedes(other)
        }
    }

    /// The days that all tellings allow, with the value of the tightest telling where it says just those.
    static func when(_ tellings: [Telling]) -> When? {
        let dated = tellings.compactMap(\.mention.when).sorted { Self.rank($0).lexicographicallyPrecedes(Self.rank($1)) }
        guard let tightest = dated.first, var span = tightest.span else { return dated.first }
        for when in dated { if let other = when.span { span = span.intersection(other) ?? span } }
        return span == tightest.span ? tightest : When(span)
    }

    private static func rank(_ when: When) -> [Int] {
        guard let span = when.span else { return [.max] }
        return [span.dayCount, span.earliest.number, when.value?.utf8.count ?? 0] + (when.value ?? "").utf8.map { Int($0) }
    }

    /// What the surest telling says: done before denied, denied before reported, reported before planned.
    static func status(_ tellings: [Telling]) -> EventStatus {
        let all = Set(tellings.map(\.mention.status))
        return [.happened, .denied, .reported, .planned].first { all.contains($0) } ?? .happened
    }

    private func most(_ words: [String]) -> String? {
        Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +).max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private func because(_ tellings: [Telling]) -> [Because] {
        guard tellings.count > 1 else { return [] }
        return [Because(rule: "link.event.same-kind-days-participants", passages: tellings.map(\.mention.trigger).sorted())]
    }
}
