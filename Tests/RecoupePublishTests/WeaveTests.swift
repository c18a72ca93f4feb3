import RecoupeModel
import Testing

@testable import RecoupePublish

@Suite struct WeaveTests {
    /// Text and marks of a tree, as opened and closed.
    private func flat(_ nodes: [Woven], _ visit: (Woven) -> Void = { _ in }) -> [Range<Int>] {
        nodes.flatMap { node -> [Range<Int>] in
            visit(node)
            switch node {
            case .text(let range): return [range]
            case .mark(_, let children): return flat(children, visit)
            }
        }
    }

    @Test func crossingRunsAreCutWhereTheFirstEnds() {
        let runs = [Run(start: 0, end: 10, kinds: [.statement]), Run(start: 5, end: 15, kinds: [.figure])]
        let lines = Weave.lines([0..<20], runs: runs)
        #expect(
            lines == [
                [
                    .mark(
                        Piece(run: 0, start: 0, end: 10, isFirst: true),
                        [.text(0..<5), .mark(Piece(run: 1, start: 5, end: 10, isFirst: true), [.text(5..<10)])]
                    ),
                    .mark(Piece(run: 1, start: 10, end: 15, isFirst: false), [.text(10..<15)]), .text(15..<20),
                ]
            ]
        )
    }

    @Test func aRunOverSeveralLinesIsInEach() {
        let lines = Weave.lines([0..<5, 7..<12], runs: [Run(start: 3, end: 9, kinds: [.statement])])
        #expect(lines[0].count == 2)
        #expect(lines[1] == [.mark(Piece(run: 0, start: 7, end: 9, isFirst: false), [.text(7..<9)]), .text(9..<12)])
    }

    /// Whatever the runs: the text comes out whole and in order, every mark lies inside its parent, and a run's pieces are the run.
    @Test(arguments: 0..<200) func marksNeverCross(seed: UInt64) {
        var random = Sequence64(state: seed &+ 1)
        let lines = [0..<30, 32..<33, 34..<80]
        let runs = (0..<Int(random.next() % 14)).map { _ in
            let start = Int(random.next() % 79)
            return Run(start: start, end: start + 1 + Int(random.next() % UInt64(80 - start)), kinds: [.figure])
        }
        let woven = Weave.lines(lines, runs: runs)
        var covered = [Set<Int>](repeating: [], count: runs.count)
        var firsts = [Int](repeating: 0, count: runs.count)
        for (line, nodes) in zip(lines, woven) {
            #expect(flat(nodes).flatMap { Array($0) } == Array(line))
            _ = flat(nodes) { node in
                guard case .mark(let piece, let children) = node else { return }
                covered[piece.run].formUnion(piece.start..<piece.end)
                firsts[piece.run] += piece.isFirst ? 1 : 0
                #expect(flat(children).flatMap { Array($0) } == Array(piece.start..<piece.end))
            }
        }
        for (index, run) in runs.enumerated() {
            let inLines = Set(run.start..<run.end).intersection(lines.flatMap { Array($0) })
            #expect(covered[index] == inLines)
            #expect(firsts[index] == (inLines.isEmpty ? 0 : 1))
        }
    }

    @Test func veryDeepNestingStaysShallow() {
        let runs = (0..<500).map { Run(start: 0, end: 1000 - $0, kinds: [.name]) }
        var depth = 0
        func measure(_ nodes: [Woven], _ level: Int) {
            depth = max(depth, level)
            for case .mark(_, let children) in nodes { measure(children, level + 1) }
        }
        measure(Weave.lines([0..<1000], runs: runs)[0], 0)
        #expect(depth <= Weave.depthLimit + 1)
    }

    @Test func placesOutsideTheTextAreLeftOut() {
        let citations = [(-1, 4), (3, 3), (5, 99), (2, 6), (2, 6)].map { start, end in
            Citation(Passage(article: "a", start: start, end: end, text: ""), .figure)
        }
        #expect(Weave.runs(citations, length: 10) == [Run(start: 2, end: 6, kinds: [.figure])])
    }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers in every run.
struct Sequence64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
