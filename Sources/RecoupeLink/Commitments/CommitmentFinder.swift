// Promises and what came of them, judged on the whole story at the day of its newest report: kept where a later report shows it done,
// moved where the same thing gets a later day, missed where a later report says that it was not done, else open; silent where its day has
// passed and nobody came back to it.
internal import RecoupeModel
internal import RecoupeText

/// Finds commitments.
struct CommitmentFinder {
    let story: Story
    let entities: EntityIndex
    let events: [EventGroup]

    func commitments() -> [Commitment] {
        let groups = PledgeGroups(story, entities).groups
        return groups.compactMap { commitment($0, among: groups) }.sorted { ($0.passage, $0.id) < ($1.passage, $1.id) }
    }

    private func commitment(_ group: [Pledge], among groups: [[Pledge]]) -> Commitment? {
        guard let first = group.min(by: { rank($0).lexicographicallyPrecedes(rank($1)) }) else { return nil }
        let deadline = group.compactMap(\.deadline).min { ($0.dayCount, $0.latest) < ($1.dayCount, $1.latest) }
        let fate = PromiseFate(story: story, events: events, group: group, deadline: deadline, others: groups).outcome()
        let places = group.map(\.promise.passage).sorted()
        let evidence = places.filter { $0 != first.promise.passage } + fate.evidence.filter { !places.contains($0) }
        return Commitment(
            first.promise.passage, id: Identifier.item("o", first.promise.passage, first.promise.what),
            by: Set(group.flatMap(\.by)).sorted(), what: first.promise.what, madeOn: group.compactMap(\.promise.madeOn).min(),
            deadline: deadline.map { $0.latest.description } ?? group.compactMap(\.promise.deadline).min(), outcome: fate.outcome,
            silent: isSilent(fate, deadline, group), evidence: evidence, because: fate.because)
    }

    /// The earliest report first, then the fullest telling.
    private func rank(_ pledge: Pledge) -> [Int] {
        let passage = pledge.promise.passage
        return [
            story.published(pledge.article)?.earliest.number ?? .max, pledge.deadline == nil ? 1 : 0, -pledge.keys.count, pledge.article,
            passage.start,
        ]
    }

    private func isSilent(_ fate: PromiseFate.Fate, _ deadline: DaySpan?, _ group: [Pledge]) -> Bool {
        guard fate.outcome == .open, let deadline, let newest = story.newest, newest > deadline.latest else { return false }
        return !fate.isSpokenOfAfterwards
    }
}
