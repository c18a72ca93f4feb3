// What came of one promise. Evidence are events that share its words and kind, and promises of the same thing for another day.
internal import RecoupeModel
internal import RecoupeText

/// The outcome of a promise with its evidence.
struct PromiseFate {
    struct Fate {
        let outcome: Commitment.Outcome
        let evidence: [Passage]
        let because: [Because]
        let isSpokenOfAfterwards: Bool
    }

    let story: Story
    let events: [EventGroup]
    let group: [Pledge]
    let deadline: DaySpan?
    let others: [[Pledge]]

    func outcome() -> Fate {
        let shown = tellings { telling in
            (telling.mention.status == .happened || telling.mention.status == .reported) && !Self.isOnlyWord(telling.mention.type)
        }
        if let done = surest(ownEvent().filter { isInTime($0) }) { return fate(.kept, done, "link.promise.planned-event-happened") }
        if let done = surest(shown.filter { isInTime($0) }) { return fate(.kept, done, "link.promise.event-shows-it-done") }
        if let moved = later() { return fate(.moved, moved, "link.promise.same-thing-later-day") }
        if let undone = surest(tellings { $0.mention.status == .denied }.filter { isPast($0) }) {
            return fate(.missed, undone, "link.promise.event-denied-after-deadline")
        }
        let spoken = tellings { _ in true }.contains { isPast($0) }
        return Fate(outcome: .open, evidence: [], because: [], isSpokenOfAfterwards: spoken)
    }

    /// Kinds of events by which nothing is done yet.
    private static func isOnlyWord(_ type: String?) -> Bool { type == "decision" || type == "accusation" }

    private func fate(_ outcome: Commitment.Outcome, _ evidence: Passage, _ rule: String) -> Fate {
        Fate(outcome: outcome, evidence: [evidence], because: [Because(rule: rule, passages: [evidence])], isSpokenOfAfterwards: true)
    }

    /// Later tellings, as done, of the very event that the promise announces.
    private func ownEvent() -> [(Telling, Double)] {
        let places = group.map(\.promise.passage)
        return events.filter { event in
            event.tellings.contains { telling in
                telling.mention.status == .planned && places.contains { $0.meets(telling.mention.trigger) }
            }
        }.flatMap(\.tellings).filter { $0.mention.status == .happened && isLater($0.article) }.map { ($0, 1) }
    }

    /// Tellings of later reports that are about the thing promised, and are no promise themselves.
    private func tellings(_ isWanted: (Telling) -> Bool) -> [(Telling, Double)] {
        events.flatMap(\.tellings).compactMap { telling in
            guard isWanted(telling), isLater(telling.article) || isBesideRetelling(telling), !isPromise(telling), !looksAhead(telling),
                let overlap = likeness(telling)
            else { return nil }
            return (telling, overlap)
        }
    }

    /// How well a telling fits the promise, where it does: words for the thing itself, the kind of event, and those who promised.
    private func likeness(_ telling: Telling) -> Double? {
        group.compactMap { pledge -> Double? in
            let shared = pledge.keys.intersection(telling.words).count
            let isKind = pledge.promise.type != nil && pledge.promise.type == telling.mention.type
            let isBy = !pledge.by.isDisjoint(with: telling.participants)
            let overlap = pledge.overlap(telling.words)
            guard shared >= (isKind && isBy ? 2 : 3), overlap >= Tuning.promiseOverlap,
                Double(shared) >= Tuning.promiseCovered * Double(pledge.keys.count)
            else { return nil }
            return overlap + (isKind ? 0.5 : 0) + (isBy ? 0.25 : 0)
        }.max()
    }

    private func isPromise(_ telling: Telling) -> Bool {
        story.readings[telling.article].promises.contains { $0.passage.meets(telling.mention.passage) }
    }

    /// The clause names a day still to come when the report appeared.
    private func looksAhead(_ telling: Telling) -> Bool {
        guard let published = story.published(telling.article) else { return false }
        return story.readings[telling.article].times.contains { time in
            telling.mention.passage.contains(time.passage) && (time.earliest.map { $0 > published.latest } ?? false)
        }
    }

    private func isLater(_ article: Int) -> Bool {
        guard let published = story.published(article) else { return false }
        return group.allSatisfy { pledge in
            pledge.article != article && (story.published(pledge.article).map { $0.latest <= published.latest } ?? true)
        } || group.contains { pledge in story.published(pledge.article).map { $0.latest < published.earliest } ?? false }
    }

    /// A report that tells an old promise again may tell, in another sentence, what came of it.
    private func isBesideRetelling(_ telling: Telling) -> Bool {
        guard let published = story.published(telling.article), let own = group.first(where: { $0.article == telling.article }) else {
            return false
        }
        let isOld = group.contains { pledge in
            pledge.article != telling.article && (story.published(pledge.article).map { $0.latest < published.latest } ?? false)
        }
        return isOld && story.sentence(own.article, at: own.promise.start) != story.sentence(telling.article, at: telling.mention.start)
    }

    /// Done after the promise was made, and not after its day.
    private func isInTime(_ telling: (Telling, Double)) -> Bool {
        guard let span = telling.0.span ?? story.published(telling.0.article) else { return false }
        if let made = group.compactMap(\.madeOn).map(\.earliest).min(), span.latest < made { return false }
        guard let deadline else { return true }
        return span.earliest <= deadline.latest
    }

    private func isPast(_ telling: (Telling, Double)) -> Bool {
        guard let deadline, let published = story.published(telling.0.article) else { return false }
        return published.latest > deadline.latest
    }

    private func surest(_ tellings: [(Telling, Double)]) -> Passage? {
        tellings.min { a, b in
            a.1 == b.1 ? a.0.mention.passage < b.0.mention.passage : a.1 > b.1
        }?.0.mention.passage
    }

    /// The same thing promised in a later report for a later day.
    private func later() -> Passage? {
        guard let deadline else { return nil }
        return others.joined().filter { other in
            guard let day = other.deadline, day.earliest > deadline.latest, isLater(other.article) else { return false }
            return group.contains { $0.keys.intersection(other.keys).count >= 3 && $0.overlap(other.keys) >= 0.6 }
        }.map(\.promise.passage).min()
    }
}
