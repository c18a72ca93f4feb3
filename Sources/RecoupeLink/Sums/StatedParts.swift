// Parts that an article states to be parts of a whole (`81 members, of whom 76 countries and 5 organisations`): they make a sum where they
// add up to it, and a contradiction where they exceed it. Fewer than two parts, or parts that leave a rest, say nothing.
internal import RecoupeModel

/// What is found about sums: sums, and those that can not be right.
struct SumFindings {
    var sums: [Sum] = []
    var conflicts: [Conflict] = []
}

/// Sums of stated parts.
struct StatedParts {
    func find(in reading: Reading) -> SumFindings {
        var findings = SumFindings()
        let parts = Dictionary(grouping: reading.figures.filter { $0.partOf != nil }) { $0.partOf ?? "" }
        for whole in reading.figures.sorted(by: { $0.passage < $1.passage }) {
            guard let own = parts[whole.id]?.sorted(by: { $0.passage < $1.passage }), own.count > 1, let value = whole.value,
                own.allSatisfy({ $0.quantity == whole.quantity && $0.unit == whole.unit })
            else { continue }
            let values = own.compactMap(\.value)
            let total = values.reduce(0, +)
            guard values.count == own.count else { continue }
            if Amount.equal(total, value) {
                findings.sums.append(SumWriter.sum(whole, own, holds: true, rule: "link.sum.stated-parts"))
            } else if total > value, ([whole] + own).allSatisfy({ $0.hedge == nil }) {
                findings.sums.append(SumWriter.sum(whole, own, holds: false, rule: "link.sum.stated-parts"))
                findings.conflicts.append(SumWriter.exceeding(whole, own, total))
            }
        }
        return findings
    }
}
