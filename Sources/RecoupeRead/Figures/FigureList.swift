// The numbers of a sentence come in, among them bare ones that only a list explains (`31 patients: 7 in intensive care and 24 on the ward`);
// they go out with what the figure before the list counts, or its unit, and with it as their whole. A list begins after a colon or a word
// that opens parts, and its numbers follow the mark, a comma or `and`; anything else leaves a bare number what it was.
internal import RecoupeLanguage
internal import RecoupeModel

/// A figure while its sentence is read.
struct FigureEntry {
    var figure: Figure
    /// Indices of the lexemes of the number.
    var words: Range<Int>
    /// Whether it has neither unit nor thing counted, so that a list may lend it one.
    var isBare: Bool
    /// Whether it is a figure without a list, too.
    var isKept: Bool
}

/// Completes the numbers of lists.
struct FigureList {
    private enum Tuning {
        /// How far the parts may exceed their whole: a list that misses its whole by mistake does not miss it by far. Set by reason.
        static let excess = 1.3
    }

    let lexemes: SentenceLexemes
    let marks: WordMarks

    /// The entries, bare numbers of lists completed.
    func completed(_ entries: [FigureEntry]) -> [FigureEntry] {
        var out = entries
        guard out.contains(where: { $0.isBare }) else { return out }
        for opener in lexemes.indices where isOpener(opener) {
            let run = run(after: opener, out)
            guard !run.isEmpty, let (whole, factor) = whole(before: opener, out, run) else { continue }
            for index in run { lend(whole, factor, to: &out[index]) }
        }
        return out
    }

    private func isColon(_ index: Int) -> Bool { lexemes.mark(index) == 0x3A }

    private func isOpener(_ index: Int) -> Bool { isColon(index) || marks.has(lexemes[index].word, .partMark) }

    /// The bare numbers of the list that a mark opens.
    private func run(after opener: Int, _ entries: [FigureEntry]) -> [Int] {
        var run: [Int] = []
        for (index, entry) in entries.enumerated() where entry.words.lowerBound > opener {
            let start = entry.words.lowerBound
            let isNext =
                run.isEmpty ? start == opener + 1 : isSeparator(start - 1) && !(opener + 1..<start).contains { isColon($0) }
            guard entry.isBare, isNext else { break }
            run.append(index)
        }
        return run
    }

    private func isSeparator(_ index: Int) -> Bool {
        lexemes.mark(index) == 0x2C || lexemes.mark(index) == 0x3B || marks.has(lexemes[index].word, .listJoint)
    }

    /// The figure whose parts the list gives, and by how much its numbers are to be multiplied (`12 million euros: 7 from the state`).
    private func whole(before opener: Int, _ entries: [FigureEntry], _ run: [Int]) -> (Figure, Double)? {
        let parts = run.compactMap { entries[$0].figure.value }
        let total = parts.reduce(0, +)
        guard let most = parts.max(), parts.allSatisfy({ $0 > 0 }) else { return nil }
        let wholes = entries.filter { $0.words.upperBound <= opener && $0.isKept && !$0.isBare }.map { $0.figure }
            .filter { [.count, .money, .measure].contains($0.quantity) && $0.partOf == nil && ($0.value ?? 0) > most }
        if let exact = wholes.last(where: { $0.value == total }) { return (exact, 1) }
        for scale in [1e6, 1e9] {
            if most < 1000, let exact = wholes.last(where: { $0.value == total * scale }) { return (exact, scale) }
        }
        let fitting = wholes.filter { ($0.unit == nil || most >= 1e6) && total <= Tuning.excess * ($0.value ?? 0) }
        guard isColon(opener) else { return fitting.last.map { ($0, 1) } }
        return fitting.max { ($0.value ?? 0, $0.start) < ($1.value ?? 0, $1.start) }.map { ($0, 1) }
    }

    private func lend(_ whole: Figure, _ factor: Double, to entry: inout FigureEntry) {
        entry.figure.value = entry.figure.value.map { $0 * factor }
        entry.figure.take(from: whole)
        entry.isKept = true
    }
}

extension Figure {
    /// Takes over what another figure counts, with its unit, as a part of it.
    mutating func take(from whole: Figure) {
        (quantity, unit) = (whole.quantity, whole.unit)
        (counted, countedKeys) = (whole.counted, whole.countedKeys)
        if stateKeys.isEmpty { stateKeys = whole.stateKeys }
        partOf = whole.id
    }
}
