// Runs of a text that nest, overlap and cross become a tree of marks that never cross: where two runs cross, the one that starts later
// is cut at the end of the earlier one and goes on after it.

/// A run to be marked, in code points, and the kinds that it is marked as.
struct Run: Sendable, Hashable {
    let start: Int
    let end: Int
    let kinds: [Citation.Kind]
}

/// A part of a run that can be one element.
struct Piece: Sendable, Hashable {
    /// Index of the run.
    let run: Int
    let start: Int
    let end: Int
    /// Whether the run starts here.
    let isFirst: Bool
}

/// A marked text as a tree.
indirect enum Woven: Sendable, Hashable {
    /// Code points.
    case text(Range<Int>)
    case mark(Piece, [Woven])
}

enum Weave {
    /// How deep marks may lie inside each other; below it a run is marked by an empty element at its start.
    static let depthLimit = 40

    /// Citations of one report as runs: the same place once, with all its kinds; what lies outside the text is left out.
    static func runs(_ citations: [Citation], length: Int) -> [Run] {
        let places = Dictionary(grouping: citations.filter { 0 <= $0.start && $0.start < $0.end && $0.end <= length }) {
            Place(start: $0.start, end: $0.end)
        }
        return places.keys.sorted().map { place in
            Run(start: place.start, end: place.end, kinds: Set((places[place] ?? []).map(\.kind)).sorted())
        }
    }

    private struct Place: Hashable, Comparable {
        let start: Int
        let end: Int

        static func < (a: Place, b: Place) -> Bool { (a.start, b.end) < (b.start, a.end) }
    }

    /// Each line of the text with the runs in it, as trees.
    static func lines(_ lines: [Range<Int>], runs: [Run]) -> [[Woven]] {
        var pieces: [[Piece]] = Array(repeating: [], count: lines.count)
        for (index, run) in runs.enumerated() {
            var isFirst = true
            var line = firstLine(lines, endingAfter: run.start)
            while line < lines.count, lines[line].lowerBound < run.end {
                let start = max(run.start, lines[line].lowerBound)
                let end = min(run.end, lines[line].upperBound)
                pieces[line].append(Piece(run: index, start: start, end: end, isFirst: isFirst))
                isFirst = false
                line += 1
            }
        }
        return zip(lines, pieces).map { weave($0, $1.sorted(by: before)) }
    }

    private static func firstLine(_ lines: [Range<Int>], endingAfter position: Int) -> Int {
        var low = 0
        var high = lines.count
        while low < high {
            let middle = (low + high) / 2
            if lines[middle].upperBound <= position { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func before(_ a: Piece, _ b: Piece) -> Bool { (a.start, b.end, a.run) < (b.start, a.end, b.run) }

    /// `pieces` lie in `range` and are sorted by start, the longer first.
    static func weave(_ range: Range<Int>, _ pieces: [Piece], depth: Int = 0) -> [Woven] {
        if depth == depthLimit { return pieces.map { .mark($0, []) } + [.text(range)] }
        var out: [Woven] = []
        var position = range.lowerBound
        var rest = pieces[...]
        while let piece = rest.popFirst() {
            if piece.start > position { out.append(.text(position..<piece.start)) }
            var inner: [Piece] = []
            var cut: [Piece] = []
            while let next = rest.first, next.start < piece.end {
                rest.removeFirst()
                inner.append(Piece(run: next.run, start: next.start, end: min(next.end, piece.end), isFirst: next.isFirst))
                if next.end > piece.end { cut.append(Piece(run: next.run, start: piece.end, end: next.end, isFirst: false)) }
            }
            out.append(.mark(piece, weave(piece.start..<piece.end, inner.sorted(by: before), depth: depth + 1)))
            position = piece.end
            if !cut.isEmpty { rest = (cut + rest).sorted(by: before)[...] }
        }
        if position < range.upperBound { out.append(.text(position..<range.upperBound)) }
        return out
    }
}
