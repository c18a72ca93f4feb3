// A number without a unit behind an amount that has one is an amount of the same (`80 million euros of the 850 million promised`): close
// behind, or anywhere in the sentence where all its amounts have that unit and the number is as large as amounts are.
internal import RecoupeModel

extension Reading {
    /// The amount whose unit a number without a unit and without a thing counted takes.
    func lender(of figure: Figure) -> Figure? {
        guard figure.unit == nil, figure.quantity == .count, figure.countedKeys.allSatisfy({ figure.stateKeys.contains($0) }) else {
            return nil
        }
        let amounts = figures.filter { $0.sentence == figure.sentence && $0.unit != nil && $0.end <= figure.start }
        guard let last = amounts.max(by: { $0.end < $1.end }) else { return nil }
        if (0...Tuning.lendingReach).contains(figure.start - last.end) { return last }
        let isLarge = (figure.value ?? figure.low ?? 0) >= Tuning.largeAmount && last.quantity == .money
        return isLarge && amounts.allSatisfy({ $0.unit == last.unit }) ? last : nil
    }

    /// The figure with a lent unit, or as it is.
    func withLentUnit(_ figure: Figure) -> Figure {
        guard let lender = lender(of: figure) else { return figure }
        var lent = figure
        (lent.unit, lent.quantity) = (lender.unit, lender.quantity)
        return lent
    }
}
