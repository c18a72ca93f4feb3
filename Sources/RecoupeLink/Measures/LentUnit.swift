// A number without a unit close behind an amount that has one is an amount of the same (`80 million euros of the 850 million promised`).
internal import RecoupeModel

extension Reading {
    /// The amount whose unit a number without a unit and without a thing counted takes.
    func lender(of figure: Figure) -> Figure? {
        guard figure.unit == nil, figure.quantity == .count, figure.countedKeys.allSatisfy({ figure.stateKeys.contains($0) }) else {
            return nil
        }
        return figures.filter { other in
            other.sentence == figure.sentence && other.unit != nil && (0...Tuning.lendingReach).contains(figure.start - other.end)
        }.max { $0.end < $1.end }
    }

    /// The figure with a lent unit, or as it is.
    func withLentUnit(_ figure: Figure) -> Figure {
        guard let lender = lender(of: figure) else { return figure }
        var lent = figure
        (lent.unit, lent.quantity) = (lender.unit, lender.quantity)
        return lent
    }
}
