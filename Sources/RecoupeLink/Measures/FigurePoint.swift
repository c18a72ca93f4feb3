// One figure as a point of a series to be: what it counts, when it holds, and what stands around it.
internal import RecoupeModel

/// A figure that may stand in a series.
struct FigurePoint: Sendable {
    let figure: Figure
    let article: Int
    let concept: FigureConcept
    /// The day that the figure holds for, else the day of the report.
    let when: When?
    /// Content words and entities of the sentence.
    let context: Set<String>
    /// Shares of the article's mentions of places, by their names.
    let places: [String: Double]
    /// The wholes of the sums that it is a part of, by figure id, and the parts of those that it is the whole of.
    let apart: Set<String>

    /// Whether the two cannot stand in one series: they count different things, are a whole and its part, or are told by one article with
    /// different values for the same time.
    func excludes(_ other: FigurePoint) -> Bool {
        if !concept.mayJoin(other.concept) || apart.contains(other.figure.id) { return true }
        guard article == other.article, !concept.overlaps(other.concept) else { return false }
        return figure.when == other.figure.when || figure.sentence == other.figure.sentence
    }

    /// How much speaks for one series, or nothing where too little does.
    func likeness(_ other: FigurePoint) -> Double? {
        let shared = context.intersection(other.context).count
        let isOfOneThing =
            concept.namesSameThing(as: other.concept)
            || shared > Tuning.sharedContext && concept.isSameStateOfNothingNamed(as: other.concept)
        guard isOfOneThing, !excludes(other), let place = placeLikeness(other) else { return nil }
        let isNamed = !concept.head.isEmpty && concept.head == other.concept.head
        if !isNamed, shared < Tuning.sharedContext { return nil }
        if !concept.isSpecific, !other.concept.isSpecific, !(concept.hasValue(of: other.concept) && shared >= Tuning.sharedContext) {
            return nil
        }
        let around = Double(shared) / Double(max(context.count + other.context.count - shared, 1))
        return (isNamed ? 1 : 0) + (concept.hasValue(of: other.concept) ? 1 : 0) + place + around
            + (concept.states.isDisjoint(with: other.concept.states) ? 0 : 1)
    }

    /// Two for one place; where only one figure has a place, that place must be one that the other's article speaks of much.
    private func placeLikeness(_ other: FigurePoint) -> Double? {
        switch (concept.place, other.concept.place) {
        case (nil, nil): return 1
        case (let place?, nil): return share(place, of: other)
        case (nil, let place?): return share(place, of: self)
        case (let place?, let otherPlace?): return place == otherPlace ? 2 : 0
        }
    }

    private func share(_ place: String, of point: FigurePoint) -> Double? {
        let share = point.places[place] ?? 0
        return share >= Tuning.placeShare || !concept.unit.isEmpty ? share : nil
    }
}
