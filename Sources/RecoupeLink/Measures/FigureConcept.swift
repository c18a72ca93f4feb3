// What a figure counts, as far as it can be compared: head noun, modifiers, unit, place, what became of the thing. A figure stated as a
// part of a whole borrows the head of that whole (`3 000 soldiers, of whom 2 500 Americans`).
internal import RecoupeModel

/// What a figure counts.
struct FigureConcept: Hashable, Sendable {
    let quantity: Figure.Quantity
    let unit: String
    let head: String
    let modifiers: Set<String>
    let states: Set<String>
    let place: String?

    init?(_ figure: Figure, whole: Figure?) {
        quantity = figure.quantity
        unit = figure.unit ?? ""
        var keys = figure.countedKeys
        if let whole, let head = whole.countedKeys.first, !keys.contains(head), whole.unit == figure.unit { keys.insert(head, at: 0) }
        guard let head = keys.first ?? figure.unit else { return nil }
        self.head = head
        modifiers = Set(keys.dropFirst())
        states = Set(figure.stateKeys)
        place = figure.placeKey ?? whole?.placeKey
    }

    /// Whether two figures count one thing in one state, so that they make a series.
    func agrees(with other: FigureConcept) -> Bool {
        guard quantity == other.quantity, unit == other.unit, head == other.head else { return false }
        return agreeing(states, other.states) && agreeingPlaces(other) && agreeingModifiers(other)
    }

    /// Nothing said of the state agrees only with nothing said.
    private func agreeing(_ a: Set<String>, _ b: Set<String>) -> Bool { a == b || !a.isDisjoint(with: b) }

    private func agreeingPlaces(_ other: FigureConcept) -> Bool {
        guard let place, let otherPlace = other.place else { return place == other.place || !modifiers.isDisjoint(with: other.modifiers) }
        return place == otherPlace
    }

    /// The modifiers of one are among those of the other, and none has none where the other has some.
    private func agreeingModifiers(_ other: FigureConcept) -> Bool {
        if modifiers == other.modifiers { return true }
        let shared = modifiers.intersection(other.modifiers).count
        return shared > 0 && 2 * shared >= max(modifiers.count, other.modifiers.count)
    }
}
