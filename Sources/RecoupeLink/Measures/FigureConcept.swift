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
    let place: String?
    /// The lowest and the highest value.
    let low: Double
    let high: Double

    init?(_ figure: Figure, whole: Figure?) {
        guard let low = figure.value ?? figure.low, let high = figure.value ?? figure.high else { return nil }
        quantity = figure.quantity
        unit = figure.unit ?? ""
        var keys = figure.countedKeys
        if let whole, let head = whole.countedKeys.first, !keys.contains(head), whole.unit == figure.unit { keys.insert(head, at: 0) }
        head = keys.first ?? ""
        guard !head.isEmpty || !unit.isEmpty else { return nil }
        modifiers = Set(keys.dropFirst())
        states = Set(figure.stateKeys)
        place = figure.placeKey ?? whole?.placeKey
        (self.low, self.high) = (low, high)
    }

    /// Whether something is said that makes one thing of two figures: more than a bare noun.
    var isSpecific: Bool { !modifiers.isEmpty || place != nil || !states.isEmpty || !unit.isEmpty }

    /// Whether both say the very same of what they count, and more than a bare noun.
    func isSame(as other: FigureConcept) -> Bool {
        quantity == other.quantity && unit == other.unit && head == other.head && modifiers == other.modifiers && states == other.states
            && place == other.place && !head.isEmpty && (!modifiers.isEmpty || place != nil)
    }

    /// Whether nothing forbids that two figures stand in one series: unit, state, place, and for one noun its modifiers.
    func mayJoin(_ other: FigureConcept) -> Bool {
        quantity == other.quantity && unit == other.unit && agreeing(states, other.states) && agreeingPlaces(other)
            && (head != other.head || agreeingModifiers(other))
    }

    /// Whether both name the same thing, or name it in other words with the very same amount of the same unit.
    func namesSameThing(as other: FigureConcept) -> Bool {
        if !head.isEmpty, head == other.head { return true }
        return !unit.isEmpty && quantity != .share && low == other.low && high == other.high
    }

    /// Nothing said of the state agrees only with nothing said.
    private func agreeing(_ a: Set<String>, _ b: Set<String>) -> Bool { a == b || !a.isDisjoint(with: b) }

    private func agreeingPlaces(_ other: FigureConcept) -> Bool {
        guard let place, let otherPlace = other.place else {
            return place == other.place || !modifiers.isDisjoint(with: other.modifiers) || !unit.isEmpty
        }
        return place == otherPlace
    }

    /// The modifiers of one are among those of the other, and none has none where the other has some.
    private func agreeingModifiers(_ other: FigureConcept) -> Bool {
        if modifiers == other.modifiers { return true }
        let shared = modifiers.intersection(other.modifiers).count
        return shared > 0 && 2 * shared >= max(modifiers.count, other.modifiers.count)
    }
}
