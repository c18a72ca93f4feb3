// Where some words stand in a text: whole words, without case and accents, as the full-text index compares them.
internal import RecoupeText

/// Finds words in texts.
struct WordSearch {
    let wanted: [String]

    init(_ query: String) { wanted = foldedWords(query) }

    /// The run from the first word sought to the nearest place where the others stand too, if that is near, in code points; nothing where
    /// a word is missing.
    func first(in text: String) -> Range<Int>? {
        guard !wanted.isEmpty else { return nil }
        var places: [String: [Range<Int>]] = [:]
        let sought = Set(wanted)
        for (word, range) in Self.words(text) {
            let parts = foldedWords(word)
            for part in parts where sought.contains(part) { places[part, default: []].append(range) }
        }
        guard let start = places[wanted[0]]?.first, sought.allSatisfy({ places[$0] != nil }) else { return nil }
        let near = sought.compactMap { word in places[word]?.first { abs($0.lowerBound - start.lowerBound) < Self.reach } }
        guard near.count == sought.count else { return start }
        let from = near.map(\.lowerBound).min() ?? start.lowerBound
        return from..<(near.map(\.upperBound).max() ?? start.upperBound)
    }

    /// Code points within which several words are shown as one passage.
    private static let reach = 160

    /// The runs of letters and digits, with their places in code points.
    private static func words(_ text: String) -> [(String, Range<Int>)] {
        var out: [(String, Range<Int>)] = []
        var word = String.UnicodeScalarView()
        var position = 0
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            if properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark {
                word.append(scalar)
            } else if !word.isEmpty {
                out.append((String(word), position - word.count..<position))
                word = String.UnicodeScalarView()
            }
            position += 1
        }
        if !word.isEmpty { out.append((String(word), position - word.count..<position)) }
        return out
    }
}
