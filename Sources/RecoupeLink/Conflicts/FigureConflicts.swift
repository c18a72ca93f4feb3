// Two values for one thing at one time. Figures given on different days are a series; only those conflict that name the same days
// themselves and leave no value that both allow.
internal import RecoupeModel
internal import RecoupeText

/// Finds figures that differ.
struct FigureConflicts {
    let story: Story

    func find(_ series: [[FigurePoint]]) -> [Conflict] {
        series.compactMap { points in
            let inText = points.sorted { $0.figure.passage < $1.figure.passage }
            for (place, one) in inText.enumerated() {
                for other in inText[(place + 1)...] { if let conflict = conflict(one, other) { return conflict } }
            }
            return nil
        }
    }

    private func conflict(_ a: FigurePoint, _ b: FigurePoint) -> Conflict? {
        guard let when = sameDays(a.figure, b.figure), a.figure.changedFrom == nil, b.figure.changedFrom == nil,
            a.figure.partOf == nil, b.figure.partOf == nil, a.concept.isSame(as: b.concept),
            let one = Amount.range(a.figure), let other = Amount.range(b.figure), !one.overlaps(other)
        else { return nil }
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
}
