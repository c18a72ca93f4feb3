// What a figure counts, as far as it can be compared: head noun, modifiers, unit, place, what became of the thing. A figure stated as a
// part of a whole borrows the head of that whole (`3 000 soldiers, of whom 2 500 Americans`).
internal import RecoupeModel

/// What a figure counts.
struct FigureConcept: Hashable, Sendable {
    let quantity: Figure.Quantity
    let unit: String
    /// Empty where the report names no thing, only a unit (`200 million euros`).
    let head: String
    let modifiers: Set<String>
    let states: Set<String>
    /// Known place's name, or that of the whole.
    let place: String?
    /// The lowest and the highest value.
    let low: Double
    let high: Double

    init?(_ figure: Figure, whole: Figure?) {
        guard let low = figure.value ?? figure.low, let high = figure.value ?? figure.high else { return nil }
        quantity = figure.quantity
        unit = figure.unit ?? ""
        // `850 million promised`: beside a unit, the word for the state is no thing counted.
        var keys = figure.unit == nil ? figure.countedKeys : figure.countedKeys.filter { !figure.stateKeys.contains($0) }
        if let whole, let head = whole.countedKeys.first, !keys.contains(head), whole.unit == figure.unit { keys.insert(head, at: 0) }
        // `five dead` and `five people killed` count the same.
        if figure.unit == nil, let head = keys.first, figure.stateKeys.contains(head) || Self.anybody.contains(head),
            !figure.stateKeys.isEmpty
        {
            keys[0] = figure.stateKeys.sorted()[0]
        }
        head = keys.first ?? ""
        guard !head.isEmpty || !unit.isEmpty else { return nil }
        modifiers = Set(keys.dropFirst())
        states = Set(figure.stateKeys).subtracting(Self.beingThere)
        place = figure.placeKey ?? whole?.placeKey
        (self.low, self.high) = (low, high)
    }

    /// Nouns that say no more than that people are counted.
    private static let anybody: Set<String> = ["person", "victim"]

    /// States that say no more than that the thing is there.
    private static let beingThere: Set<String> = ["deployed", "carried", "present"]

    /// What becomes of people in an event, and is counted until nobody is missing.
    private static let tolls: Set<String> = [
        "arrested", "dead", "displaced", "evacuated", "hospitalised", "infected", "injured", "missing", "rescued",
    ]

    /// Whether the count goes on after the event.
    var isToll: Bool { !states.isDisjoint(with: Self.tolls) }

    /// Whether something is said that makes one thing of two figures: more than a bare noun.
    var isSpecific: Bool { !modifiers.isEmpty || place != nil || !states.isEmpty || !unit.isEmpty }

    /// Whether both say the very same of what they count, and more than a bare noun.
    func isSame(as other: FigureConcept) -> Bool {
        quantity == other.quantity && unit == other.unit && head == other.head && modifiers == other.modifiers && states == other.states
            && place == other.place && !head.isEmpty && (!modifiers.isEmpty || place != nil)
    }

    func hasValue(of other: FigureConcept) -> Bool { low == other.low && high == other.high }

    func overlaps(_ other: FigureConcept) -> Bool { low <= other.high && other.low <= high }

    /// Whether nothing forbids that two figures stand in one series: unit, state, place, size, and for one noun its modifiers.
    func mayJoin(_ other: FigureConcept) -> Bool {
        quantity == other.quantity && unit == other.unit && agreeingStates(other) && agreeingPlaces(other) && areOfOneSize(other)
            && (head != other.head || agreeingModifiers(other))
    }

    /// Whether both name the same thing, or name it in other words with the very same amount of the same unit.
    func namesSameThing(as other: FigureConcept) -> Bool {
        if !head.isEmpty, head == other.head { return true }
        return !unit.isEmpty && quantity != .share && hasValue(of: other)
    }

    /// Whether neither names a thing and both say the same of it, such as money promised.
    func isSameStateOfNothingNamed(as other: FigureConcept) -> Bool {
        head.isEmpty && other.head.isEmpty && !states.isDisjoint(with: other.states)
    }

    /// Nothing said of the state agrees only with nothing said, but for the very same amount.
    private func agreeingStates(_ other: FigureConcept) -> Bool {
        if states == other.states || !states.isDisjoint(with: other.states) { return true }
        return (states.isEmpty || other.states.isEmpty) && !unit.isEmpty && hasValue(of: other)
    }

    /// Two places part two counts; an amount of something may be told with the place of another thing in the sentence.
    private func agreeingPlaces(_ other: FigureConcept) -> Bool {
        guard let place, let otherPlace = other.place else { return true }
        return place == otherPlace || (!unit.isEmpty && hasValue(of: other))
    }

    /// Amounts of which no thing is named must be the nearer to each other.
    private func areOfOneSize(_ other: FigureConcept) -> Bool {
        let (small, large) = (min(abs(high), abs(other.high)), max(abs(high), abs(other.high)))
        return large <= (head.isEmpty && other.head.isEmpty ? Tuning.unnamedRatio * small : Tuning.sizeRatio * max(small, 1))
    }

    /// The modifiers of one are among those of the other, and none has none where the other has some.
    private func agreeingModifiers(_ other: FigureConcept) -> Bool {
        if modifiers == other.modifiers { return true }
        let shared = modifiers.intersection(other.modifiers).count
        return shared > 0 && 2 * shared >= max(modifiers.count, other.modifiers.count)
    }
}
