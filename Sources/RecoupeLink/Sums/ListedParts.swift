// A whole, a colon, and its parts to the end of the sentence (`34 injured: 14 in one hospital, 12 in another, 8 in a third`). They make a
// sum; three parts or more that come near the whole and miss it are a contradiction.
internal import RecoupeModel

/// Sums of lists.
struct ListedParts {
    let article: Article
    let reading: Reading

    func find() -> SumFindings {
        var findings = SumFindings()
        let rows = Dictionary(grouping: reading.figures.filter { $0.value != nil }) { $0.sentence }
        for sentence in rows.keys.sorted() {
            let row = (rows[sentence] ?? []).sorted { $0.passage < $1.passage }
            for (index, whole) in row.enumerated() {
                let first = row.firstIndex { $0.partOf == whole.id } ?? index + 1
                if add(whole, Array(row[max(first, index + 1)...]), to: &findings) { break }
            }
        }
        return findings
    }

    /// Says whether the figures after a whole are its parts.
    private func add(_ whole: Figure, _ parts: [Figure], to findings: inout SumFindings) -> Bool {
        guard let value = whole.value, value > 1, parts.count > 1, parts.allSatisfy({ isPart($0, of: whole) }), isParted(whole, parts[0])
        else {
            return false
        }
        let total = parts.reduce(0) { $0 + ($1.value ?? 0) }
        if Amount.equal(total, value) {
            findings.sums.append(SumWriter.sum(whole, parts, holds: true, rule: "link.sum.listed-parts"))
            return true
        }
        let isNear = abs(total - value) <= Tuning.listedMiss * value
        guard parts.count > 2, isNear, ([whole] + parts).allSatisfy({ $0.hedge == nil }) else { return false }
        findings.sums.append(SumWriter.sum(whole, parts, holds: false, rule: "link.sum.listed-parts"))
        findings.conflicts.append(SumWriter.missing(whole, parts, total))
        return true
    }

    /// A bare number, or one of the same unit or thing.
    private func isPart(_ figure: Figure, of whole: Figure) -> Bool {
        if figure.unit != nil { return figure.unit == whole.unit }
        let own = figure.countedKeys.filter { !figure.stateKeys.contains($0) }
        return figure.quantity == .count && (own.isEmpty || !Set(own).isDisjoint(with: whole.countedKeys) || figure.partOf == whole.id)
    }

    /// A colon stands between the whole and the first part.
    private func isParted(_ whole: Figure, _ first: Figure) -> Bool {
        guard first.start > whole.end, first.start - whole.end < Tuning.colonReach else { return false }
        return article.text.unicodeScalars.dropFirst(whole.end).prefix(first.start - whole.end).contains(":")
    }
}
