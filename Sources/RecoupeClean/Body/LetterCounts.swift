// How often each letter stands in some words: two texts whose counts are far apart are far apart in edits, which need not be counted.

/// Counts of bytes in 32 classes.
struct LetterCounts {
    private var counts = SIMD32<Int16>(repeating: 0)

    init(_ words: [String]) {
        for word in words { for byte in word.utf8 { counts[Int(byte & 31)] &+= 1 } }
    }

    /// False only where more than so many edits part the texts: an edit changes one count up and one down.
    func isNear(_ other: LetterCounts, within edits: Int) -> Bool {
        let difference = counts &- other.counts
        let zero = SIMD32<Int16>(repeating: 0)
        let more = difference.replacing(with: zero, where: difference .< zero).wrappedSum()
        let fewer = difference.replacing(with: zero, where: difference .> zero).wrappedSum()
        // Letters outside ASCII have two bytes.
        return more <= edits * 2 && fewer >= -edits * 2
    }
}
