// The words of a passage that can be compared across reports: without numbers, words that stand only in its dates, and the names of known
// things, which are compared by themselves.
internal import RecoupeModel
internal import RecoupeText

/// Comparable words.
enum TellingWords {
    /// The keys of a passage that tell something of it.
    static func of(_ keys: [String], in passage: Passage, _ reading: Reading) -> [String] {
        let times = reading.times.filter { passage.meets($0.passage) }
        let dated = Set(times.flatMap { foldedWords($0.text) })
        let other = dated.isEmpty ? [] : wordsOutside(times, passage)
        return keys.filter { key in
            if key.contains(":") || key.allSatisfy(\.isNumber) { return false }
            return !dated.contains(key) || other.contains(key)
        }
    }

    private static func wordsOutside(_ times: [Time], _ passage: Passage) -> Set<String> {
        var scalars = Array(passage.text.unicodeScalars)
        for time in times {
            let start = max(0, time.start - passage.start)
            let end = min(scalars.count, time.end - passage.start)
            for index in start..<max(start, end) { scalars[index] = " " }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return Set(foldedWords(String(text)))
    }
}
