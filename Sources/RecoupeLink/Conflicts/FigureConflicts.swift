// Two values for one thing at one time. Figures given on different days are a series; only those conflict that leave no value that both
// allow and name the same days themselves, or are given in nearly the same words, within days, for what no state tells to be growing.
internal import RecoupeModel
internal import RecoupeText

/// Finds figures that differ.
struct FigureConflicts {
    let story: Story
    let entities: EntityIndex

    func find(_ series: [[FigurePoint]]) -> [Conflict] {
        series.compactMap { conflict(in: $0) } + disputed(series.joined().sorted { $0.figure.passage < $1.figure.passage })
    }

    private func conflict(in points: [FigurePoint]) -> Conflict? {
        let inText = points.sorted { $0.figure.passage < $1.figure.passage }
        for (place, one) in inText.enumerated() {
            for other in inText[(place + 1)...] { if let conflict = conflict(one, other) { return conflict } }
        }
        return nil
    }

    private func conflict(_ a: FigurePoint, _ b: FigurePoint) -> Conflict? {
        guard let when = sameDays(a.figure, b.figure), a.concept.isSame(as: b.concept), exclude(a, b), !mayHaveGrown(a, b) else {
            return nil
        }
        let slots = [
            "a": a.figure.text, "b": b.figure.text, "thing": a.figure.counted ?? b.figure.counted ?? "", "when": when.earliest.description,
        ]
        return .between(
            [a.figure.passage], [b.figure.passage], .figure, Phrase("conflict.figure.differs", slots),
            rule: "link.conflict.figure-same-days")
    }

    /// The days that both figures name for themselves, where those are the same few days.
    private func sameDays(_ a: Figure, _ b: Figure) -> DaySpan? {
        guard let one = a.when?.span, let other = b.when?.span, one == other, one.dayCount <= Tuning.vagueDays else { return nil }
        return one
    }

    /// What becomes of those concerned by an event is counted anew every day, under the event's own day.
    private func mayHaveGrown(_ a: FigurePoint, _ b: FigurePoint) -> Bool {
        guard !a.concept.states.isEmpty else { return false }
        guard let published = story.published(a.article), let other = story.published(b.article) else { return true }
        return !published.meets(other)
    }

    /// No value does for both, and neither is a part or a new value.
    private func exclude(_ a: FigurePoint, _ b: FigurePoint) -> Bool {
        guard [a, b].allSatisfy({ $0.figure.changedFrom == nil && $0.figure.partOf == nil }), let one = Amount.range(a.figure),
            let other = Amount.range(b.figure)
        else { return false }
        return !one.overlaps(other)
    }

    // MARK: The same words with two values

    /// One conflict for each two values of one thing, with all places that give them.
    private func disputed(_ points: [FigurePoint]) -> [Conflict] {
        var sides: [String: (low: [FigurePoint], high: [FigurePoint])] = [:]
        for points in Dictionary(grouping: points, by: \.concept.head).values {
            for (place, one) in points.enumerated() {
                for other in points[(place + 1)...] where areDisputed(one, other) {
                    let (low, high) = one.concept.low < other.concept.low ? (one, other) : (other, one)
                    let key = "\(low.concept.head) \(low.concept.low) \(high.concept.low)"
                    sides[key, default: ([], [])].low.append(low)
                    sides[key, default: ([], [])].high.append(high)
                }
            }
        }
        return sides.keys.sorted().compactMap { sides[$0].flatMap { disputed($0.low, $0.high) } }
    }

    /// Two speakers give two values: a report that gives another on another day only counts anew.
    private func areDisputed(_ a: FigurePoint, _ b: FigurePoint) -> Bool {
        guard a.article != b.article, a.figure.value != nil, b.figure.value != nil, !a.concept.head.isEmpty,
            a.concept.unit == b.concept.unit, a.concept.quantity == b.concept.quantity,
            a.concept.modifiers == b.concept.modifiers, a.concept.states.isEmpty, b.concept.states.isEmpty, exclude(a, b),
            let one = speaker(a), let other = speaker(b), one != other,
            let published = story.published(a.article), let otherPublished = story.published(b.article)
        else { return false }
        let gap = max(published.earliest.number - otherPublished.latest.number, otherPublished.earliest.number - published.latest.number)
        let shared = Double(a.context.intersection(b.context).count)
        return gap <= Tuning.disputedDays && shared > Double(Tuning.sharedContext)
            && shared >= Tuning.disputedContext * Double(min(a.context.count, b.context.count))
            && 2 * shared >= Tuning.disputedContext * Double(max(a.context.count, b.context.count))
    }

    private func speaker(_ point: FigurePoint) -> String? {
        let reading = story.readings[point.article]
        guard let statement = point.figure.saidBy.flatMap({ id in reading.statements.first { $0.id == id } }) else { return nil }
        return entities.id(point.article, statement.speakerReferent) ?? (statement.speakerName ?? statement.speakerText).map { folded($0) }
    }

    private func disputed(_ low: [FigurePoint], _ high: [FigurePoint]) -> Conflict? {
        guard let a = low.first, let b = high.first else { return nil }
        func places(_ points: [FigurePoint]) -> [Passage] { Set(points.map(\.figure.passage)).sorted() }
        let slots = ["a": a.figure.text, "b": b.figure.text, "thing": a.figure.counted ?? ""]
        return .between(
            places(low), places(high), .figure, Phrase("conflict.figure.disputed", slots), rule: "link.conflict.figure-same-words")
    }
}
