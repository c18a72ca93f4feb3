// Promises of several reports that are one promise: the same thing by the same day, or the same announcement told twice.
internal import RecoupeModel
internal import RecoupeText

/// A promise with what it is compared by.
struct Pledge: Sendable {
    let article: Int
    let promise: Promise
    let by: Set<String>
    let keys: Set<String>
    let deadline: DaySpan?
    let madeOn: DaySpan?

    init(_ article: Int, _ promise: Promise, _ reading: Reading, _ entities: EntityIndex, published: DaySpan?) {
        self.article = article
        self.promise = promise
        by = Set(promise.by.compactMap { entities.id(article, $0) })
        keys = Set(TellingWords.of(promise.keys, in: promise.passage, reading))
        deadline = promise.deadline.flatMap { DaySpan(timex: $0) }
        madeOn = promise.madeOn.flatMap { DaySpan(timex: $0) } ?? published
    }

    /// Words of the promise that stand in some other words.
    func overlap(_ other: Set<String>) -> Double {
        keys.isEmpty || other.isEmpty ? 0 : Double(keys.intersection(other).count) / Double(min(keys.count, other.count))
    }

    /// Whether both tell of one promise.
    func isOne(with other: Pledge) -> Bool {
        let shared = keys.intersection(other.keys).count
        if isOfOneHand(other), shared > 0 || isSameKind(other) || min(keys.count, other.keys.count) < 2 { return true }
        guard shared >= 2, overlap(other.keys) >= Tuning.promiseOverlap else { return false }
        if let deadline, let otherDeadline = other.deadline { return deadline.meets(otherDeadline) }
        guard deadline == nil, other.deadline == nil else { return shared >= 3 && agreeing(other) }
        return agreeing(other)
    }

    /// The same promiser and the very same day: a word or the kind of thing promised is then enough, in whatever
    /// language, and so is a single word that names it.
    private func isOfOneHand(_ other: Pledge) -> Bool {
        deadline != nil && deadline == other.deadline && article != other.article && !by.isDisjoint(with: other.by)
    }

    private func isSameKind(_ other: Pledge) -> Bool { promise.type != nil && promise.type == other.promise.type }

    private func agreeing(_ other: Pledge) -> Bool { by.isEmpty || other.by.isEmpty || !by.isDisjoint(with: other.by) }
}

/// Groups promises.
struct PledgeGroups {
    let groups: [[Pledge]]

    init(_ story: Story, _ entities: EntityIndex) {
        let pledges = story.readings.enumerated().flatMap { number, reading in
            reading.promises.map { Pledge(number, $0, reading, entities, published: story.published(number)) }
        }
        .filter { $0.keys.count > 1 || $0.deadline != nil }
        var sets = DisjointSets(count: pledges.count)
        for a in pledges.indices {
            for b in pledges.indices where b > a && pledges[a].isOne(with: pledges[b]) {
                sets.join(a, b) { x, y in
                    guard let one = pledges[x].deadline, let other = pledges[y].deadline else { return false }
                    return !one.meets(other)
                }
            }
        }
        groups = sets.sets().map { $0.map { pledges[$0] } }
    }
}
