// What two texts have in common, word for word: the longest common runs, and the share of either text that stands in the other.

/// The runs of words common to two texts.
struct CommonRuns {
    struct Run: Hashable {
        var first: Int
        var second: Int
        var length: Int
    }

    let runs: [Run]
    /// Share of the first text's words that stand in the second, and the other way round.
    let shares: (first: Double, second: Double)

    init(_ a: WordRuns, _ b: WordRuns, size: Int = Tuning.shingleSize) {
        let (shinglesA, shinglesB) = (a.shingles(size), b.shingles(size))
        var places: [UInt64: [Int]] = [:]
        for (index, shingle) in shinglesB.enumerated() { places[shingle, default: []].append(index) }
        var runs: [Run] = []
        var index = 0
        while index < shinglesA.count {
            guard let longest = Self.longest(at: index, places[shinglesA[index]] ?? [], a.words, b.words, size) else {
                index += 1
                continue
            }
            runs.append(longest)
            index += longest.length
        }
        self.runs = runs
        shares = (
            Self.share(shinglesA, in: Set(shinglesB), a.words.count, size), Self.share(shinglesB, in: Set(shinglesA), b.words.count, size)
        )
    }

    private static func longest(at first: Int, _ places: [Int], _ a: [UInt64], _ b: [UInt64], _ size: Int) -> Run? {
        var best: Run?
        for second in places.prefix(16) {
            var length = 0
            while first + length < a.count, second + length < b.count, a[first + length] == b[second + length] { length += 1 }
            if length >= size, length > (best?.length ?? 0) { best = Run(first: first, second: second, length: length) }
        }
        return best
    }

    private static func share(_ shingles: [UInt64], in other: Set<UInt64>, _ count: Int, _ size: Int) -> Double {
        guard count > 0 else { return 0 }
        var covered = 0
        var end = 0
        for (index, shingle) in shingles.enumerated() where other.contains(shingle) {
            covered += index + size - max(end, index)
            end = index + size
        }
        return Double(covered) / Double(count)
    }
}
