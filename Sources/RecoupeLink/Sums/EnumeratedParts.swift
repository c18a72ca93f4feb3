// Amounts of one unit that stand side by side in a sentence (`3 800 tonnes of fuel oil and 200 tonnes of diesel`) and add up exactly to an
// amount of that unit given near them or of the same thing: the article's own whole and parts. Only for amounts with a unit; two counts of
// different things that happen to add up prove nothing.
internal import RecoupeModel

/// Sums of amounts that stand side by side.
struct EnumeratedParts {
    func find(in reading: Reading) -> [Sum] {
        let figures = reading.figures.filter { $0.unit != nil && $0.value != nil && [.measure, .money].contains($0.quantity) }
            .sorted { $0.passage < $1.passage }
        let lent = reading.figures.filter { $0.value != nil && reading.lender(of: $0) != nil }.map { reading.withLentUnit($0) }
        return runs(figures).compactMap { run in
            let total = run.reduce(0) { $0 + ($1.value ?? 0) }
            let wholes = (figures + lent).filter { whole in
                !run.contains { $0.id == whole.id } && whole.unit == run[0].unit
                    && Amount.equal(whole.value ?? 0, total)
                    && whole.partOf == nil && isOfSameThing(whole, run, reading)
            }
            guard let whole = wholes.min(by: { distance($0, run) < distance($1, run) }) else { return nil }
            return SumWriter.sum(whole, run, holds: true, rule: "link.sum.side-by-side")
        }
    }

    /// Runs of two to five amounts of one unit and different things, parted by a word or two only.
    private func runs(_ figures: [Figure]) -> [[Figure]] {
        var found: [[Figure]] = []
        var run: [Figure] = []
        for figure in figures {
            if let last = run.last, last.sentence == figure.sentence, last.unit == figure.unit, figure.start - last.end <= 5,
                last.countedKeys.first != figure.countedKeys.first
            {
                run.append(figure)
            } else {
                found.append(run)
                run = [figure]
            }
        }
        found.append(run)
        return found.filter { (2...5).contains($0.count) && $0.allSatisfy { $0.hedge == nil } }
    }

    /// The sentence of the whole is the same or next, or both name the same thing, or say that the same became of it.
    private func isOfSameThing(_ whole: Figure, _ parts: [Figure], _ reading: Reading) -> Bool {
        abs(whole.sentence - parts[0].sentence) <= 1 || !names(whole.sentence, reading).isDisjoint(with: names(parts[0].sentence, reading))
            || !keys(whole.sentence, reading).isDisjoint(with: keys(parts[0].sentence, reading))
            || !Set(whole.stateKeys).isDisjoint(with: parts[0].stateKeys)
    }

    private func names(_ sentence: Int, _ reading: Reading) -> Set<Int> {
        guard reading.sentences.indices.contains(sentence) else { return [] }
        let record = reading.sentences[sentence]
        return Set(reading.names.filter { record.start <= $0.start && $0.end <= record.end }.map(\.referent))
    }

    private func keys(_ sentence: Int, _ reading: Reading) -> Set<String> {
        reading.sentences.indices.contains(sentence) ? Set(reading.sentences[sentence].keys) : []
    }

    private func distance(_ whole: Figure, _ parts: [Figure]) -> Int { abs(whole.start - parts[0].start) }
}
