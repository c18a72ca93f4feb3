// Distances between words and between sets of words, without a language.

/// Damerau–Levenshtein distance (optimal string alignment) over Unicode scalars: insertions, deletions, substitutions, swaps of neighbours.
public func editDistance(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 1...a.count {
        var current = [i] + [Int](repeating: 0, count: b.count)
        for j in 1...b.count {
            let cost = a[i - 1] == b[j - 1] ? 0 : 1
            current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
            if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { current[j] = min(current[j], before[j - 2] + 1) }
        }
        before = previous
        previous = current
    }
    return previous[b.count]
}

/// Hashes of all runs of `size` words (shingles; Broder 1997), by 64-bit FNV-1a.
public func shingles(_ words: [String], size: Int) -> Set<UInt64> {
    guard words.count >= size else { return [] }
    return Set((0...(words.count - size)).map { start in hash(words[start..<(start + size)]) })
}

private func hash(_ words: ArraySlice<String>) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words {
        for byte in word.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        value = (value ^ 0x20) &* 0x100_0000_01b3
    }
    return value
}
