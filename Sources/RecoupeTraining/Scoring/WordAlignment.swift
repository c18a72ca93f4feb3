// Words of two treebanks paired as the shared task has it: by their spans, and inside multiword tokens by the longest common subsequence
// of their forms without case. Heads then are the same where they are paired.

/// Pairs words.
enum WordAlignment {
    /// Pairs of indices (gold, system), in order.
    static func align(_ gold: [FlatWord], _ system: [FlatWord]) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        var (one, other) = (0, 0)
        while one < gold.count, other < system.count {
            if gold[one].isMultiword || system[other].isMultiword {
                let (first, firstOther) = multiwordSpan(gold, system, &one, &other)
                if one > first, other > firstOther { pairs += common(gold, first..<one, system, firstOther..<other) }
            } else if gold[one].span == system[other].span {
                pairs.append((one, other))
                one += 1
                other += 1
            } else if gold[one].span.lowerBound <= system[other].span.lowerBound {
                one += 1
            } else {
                other += 1
            }
        }
        return pairs
    }

    private static func multiwordSpan(_ gold: [FlatWord], _ system: [FlatWord], _ one: inout Int, _ other: inout Int) -> (Int, Int) {
        var end: Int
        if gold[one].isMultiword {
            end = gold[one].span.upperBound
            if !system[other].isMultiword, system[other].span.lowerBound < gold[one].span.lowerBound { other += 1 }
        } else {
            end = system[other].span.upperBound
            if !gold[one].isMultiword, gold[one].span.lowerBound < system[other].span.lowerBound { one += 1 }
        }
        let start = (one, other)
        while !isBeyond(gold, one, end) || !isBeyond(system, other, end) {
            if one < gold.count, other >= system.count || gold[one].span.lowerBound <= system[other].span.lowerBound {
                end = extended(gold[one], end)
                one += 1
            } else {
                end = extended(system[other], end)
                other += 1
            }
        }
        return start
    }

    private static func isBeyond(_ words: [FlatWord], _ index: Int, _ end: Int) -> Bool {
        guard index < words.count else { return true }
        return words[index].isMultiword ? words[index].span.lowerBound >= end : words[index].span.upperBound > end
    }

    private static func extended(_ word: FlatWord, _ end: Int) -> Int { word.isMultiword ? max(end, word.span.upperBound) : end }

    private static func common(_ gold: [FlatWord], _ a: Range<Int>, _ system: [FlatWord], _ b: Range<Int>) -> [(Int, Int)] {
        func same(_ i: Int, _ j: Int) -> Bool {
            gold[a.lowerBound + i].word.form.lowercased() == system[b.lowerBound + j].word.form.lowercased()
        }
        var lengths = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
        for i in stride(from: a.count - 1, through: 0, by: -1) {
            for j in stride(from: b.count - 1, through: 0, by: -1) {
                let skipped = max(lengths[i + 1][j], lengths[i][j + 1])
                lengths[i][j] = same(i, j) ? max(skipped, lengths[i + 1][j + 1] + 1) : skipped
            }
        }
        var pairs: [(Int, Int)] = []
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if same(i, j) {
                pairs.append((a.lowerBound + i, b.lowerBound + j))
                i += 1
                j += 1
            } else if lengths[i][j] == lengths[i + 1][j] {
                i += 1
            } else {
                j += 1
            }
        }
        return pairs
    }
}

/// Which gold word a system word is paired with, and whether heads agree.
struct HeadComparison {
    private var goldOfSystem: [Int]

    init(pairs: [(Int, Int)], count: Int) {
        goldOfSystem = Array(repeating: -2, count: count)
        for (one, other) in pairs { goldOfSystem[other] = one }
    }

    func same(_ gold: FlatWord, _ system: FlatWord) -> Bool { gold.head == (system.head < 0 ? -1 : goldOfSystem[system.head]) }

    /// Whether the function words of both are the same, with the same tags and relations.
    func sameFunctionWords(_ gold: FlatWord, _ goldTrees: FlatTreebank, _ system: FlatWord, _ systemTrees: FlatTreebank) -> Bool {
        let one = goldTrees.functionWords[gold.index]
        let other = systemTrees.functionWords[system.index]
        guard one.count == other.count else { return false }
        return zip(one, other).allSatisfy { a, b in
            let (x, y) = (goldTrees.words[a], systemTrees.words[b])
            return goldOfSystem[b] == a && x.relation == y.relation && x.word.upos == y.word.upos && x.feats == y.feats
        }
    }
}
