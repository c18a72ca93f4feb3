// A sentence that gives wholes (so many missions, dead, arrested), followed by sentences that give as many figures for one place each: the
// parts must add up to the wholes, each to that of its own state. Where they do not as written, but do when the figures of one sentence
// change places, the article has very likely mixed them up: a contradiction with that reading as proposal.
internal import RecoupeModel

/// Sums of places.
struct PlacePartition {
    let reading: Reading
    private let rows: [Int: [Figure]]

    init(_ reading: Reading) {
        self.reading = reading
        let counts = reading.figures.filter { $0.quantity == .count && $0.value != nil && $0.hedge == nil && $0.partOf == nil }
        rows = Dictionary(grouping: counts) { $0.sentence }.mapValues { $0.sorted { $0.passage < $1.passage } }
    }

    func find() -> SumFindings {
        var findings = SumFindings()
        var used = Set<String>()
        for sentence in rows.keys.sorted() {
            guard let wholes = rows[sentence], !wholes.contains(where: { used.contains($0.id) }),
                let found = table(below: sentence, wholes)
            else { continue }
            used.formUnion((found.wholes + found.rows.joined()).map(\.id))
            add(found, to: &findings)
        }
        return findings
    }

    struct Table {
        let wholes: [Figure]
        let rows: [[Figure]]
    }

    /// The wholes of a sentence with the rows of the next sentences that add up to them in some order.
    private func table(below sentence: Int, _ wholes: [Figure]) -> Table? {
        let next = rows.keys.filter { $0 > sentence && $0 <= sentence + 4 }.sorted()
        guard let first = next.first, first <= sentence + 2, next.count >= 2 else { return nil }
        for (index, a) in next.enumerated() {
            for b in next[(index + 1)...] {
                guard let one = rows[a], let other = rows[b], b - a <= 2, differentPlaces(a, b) else { continue }
                for size in stride(from: min(wholes.count, one.count, other.count), through: 2, by: -1)
                where one.count == size && other.count == size {
                    if let chosen = subset(wholes, size, one, other) { return Table(wholes: chosen, rows: [one, other]) }
                }
                if one.count == 1, other.count == 1, let whole = wholes.first(where: { single($0, one[0], other[0]) }) {
                    return Table(wholes: [whole], rows: [one, other])
                }
            }
        }
        return nil
    }

    /// One whole and one part a place: state and thing counted must be the same words, and the sum exact.
    private func single(_ whole: Figure, _ a: Figure, _ b: Figure) -> Bool {
        guard let value = whole.value, let one = a.value, let other = b.value, Amount.equal(value, one + other), value > 9 else {
            return false
        }
        return [a, b].allSatisfy { part in
            Set(part.stateKeys) == Set(whole.stateKeys)
                && (!Set(part.countedKeys).isDisjoint(with: whole.countedKeys) || !part.stateKeys.isEmpty)
        }
    }

    /// The last `size` wholes, or any run of them, that the rows add up to in some order.
    private func subset(_ wholes: [Figure], _ size: Int, _ a: [Figure], _ b: [Figure]) -> [Figure]? {
        guard size <= 5, wholes.count >= size else { return nil }
        for start in stride(from: wholes.count - size, through: 0, by: -1) {
            let chosen = Array(wholes[start..<(start + size)])
            if arrangement(chosen, a, b) != nil { return chosen }
        }
        return nil
    }

    /// For each whole a figure of either row, so that all add up.
    private func arrangement(_ wholes: [Figure], _ a: [Figure], _ b: [Figure]) -> [(Figure, Figure)]? {
        guard let whole = wholes.first else { return [] }
        for (i, one) in a.enumerated() {
            for (j, other) in b.enumerated() where Amount.equal((one.value ?? 0) + (other.value ?? 0), whole.value ?? 0) {
                var (restA, restB) = (a, b)
                restA.remove(at: i)
                restB.remove(at: j)
                if let rest = arrangement(Array(wholes.dropFirst()), restA, restB) { return [(one, other)] + rest }
            }
        }
        return nil
    }

    /// The sentences speak of two places: by their figures, else by the known places named in them.
    private func differentPlaces(_ a: Int, _ b: Int) -> Bool {
        let (one, other) = (places(a), places(b))
        return !one.isEmpty && !other.isEmpty && one != other
    }

    private func places(_ sentence: Int) -> Set<String> {
        let own = Set((rows[sentence] ?? []).compactMap(\.placeKey))
        guard own.isEmpty, reading.sentences.indices.contains(sentence) else { return own }
        let record = reading.sentences[sentence]
        return Set(
            reading.names.filter { $0.kind == .place && record.start <= $0.start && $0.end <= record.end }.compactMap { name in
                reading.referents.indices.contains(name.referent)
                    ? reading.referents[name.referent].known ?? reading.referents[name.referent].keys.joined(separator: " ") : nil
            })
    }

    private func add(_ table: Table, to findings: inout SumFindings) {
        guard let pairs = arrangement(table.wholes, table.rows[0], table.rows[1]) else { return }
        let written = asWritten(table)
        let isAsWritten = written.map { zip($0, table.wholes).allSatisfy { Amount.equal($0, $1.value ?? 0) } } ?? true
        let rule = isAsWritten ? "link.sum.partition-by-place" : "link.sum.partition-by-place-permuted"
        for (whole, pair) in zip(table.wholes, pairs) {
            findings.sums.append(SumWriter.sum(whole, [pair.0, pair.1], holds: true, rule: rule))
        }
        if let written, !isAsWritten {
            findings.conflicts.append(SumWriter.permuted(table.wholes, pairs.map { [$0.0, $0.1] }, asWritten: written))
        }
    }

    /// What the parts add up to for each whole, when each is taken for the state that its own words give; nothing where those do not
    /// tell for all.
    private func asWritten(_ table: Table) -> [Double]? {
        let rows = table.rows.map { row in aligned(row, table.wholes) }
        guard let first = rows[0], let second = rows[1] else { return nil }
        return zip(first, second).map { ($0.value ?? 0) + ($1.value ?? 0) }
    }

    /// The figures of a row in the order of the wholes: by state, the one without a state, or of a state of its own, taking the place left.
    private func aligned(_ row: [Figure], _ wholes: [Figure]) -> [Figure]? {
        var rest = row
        var found = [Figure?](repeating: nil, count: wholes.count)
        for (index, whole) in wholes.enumerated() where !whole.stateKeys.isEmpty {
            guard let match = rest.firstIndex(where: { !Set($0.stateKeys).isDisjoint(with: whole.stateKeys) }) else { continue }
            found[index] = rest.remove(at: match)
        }
        for (index, whole) in wholes.enumerated() where found[index] == nil {
            guard let head = whole.countedKeys.first, let match = rest.firstIndex(where: { $0.countedKeys.first == head }) else { continue }
            found[index] = rest.remove(at: match)
        }
        let open = found.indices.filter { found[$0] == nil }
        guard open.count <= 1, open.count == rest.count else { return nil }
        if let last = open.first { found[last] = rest[0] }
        return found.compactMap { $0 }
    }
}
