// The words of an article as numbers, with their places: two texts are compared word by word without regard to case, accents and
// punctuation. What two texts have in common is found through runs of a few words (shingles; Broder 1997).
internal import RecoupeModel
internal import RecoupeText

/// The words of one text.
struct WordRuns: Sendable {
    /// 64-bit FNV-1a of each folded word.
    let words: [UInt64]
    /// Code points at which each word starts and ends.
    let starts: [Int32]
    let ends: [Int32]
    private let scalars: [Unicode.Scalar]
    private let article: String

    init(_ article: Article) {
        var words: [UInt64] = []
        var starts: [Int32] = []
        var ends: [Int32] = []
        let scalars = Array(article.text.unicodeScalars)
        var start = -1
        func close(_ end: Int) {
            guard start >= 0 else { return }
            words.append(Self.hash(scalars[start..<end]))
            starts.append(Int32(start))
            ends.append(Int32(end))
            start = -1
        }
        for (index, scalar) in scalars.enumerated() {
            if Self.isWord(scalar) { if start < 0 { start = index } } else { close(index) }
        }
        close(scalars.count)
        (self.words, self.starts, self.ends, self.scalars) = (words, starts, ends, scalars)
        self.article = article.id
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
        }
        return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func hash(_ word: ArraySlice<Unicode.Scalar>) -> UInt64 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        func add(_ byte: UInt32) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
        if word.allSatisfy({ $0.value < 0x80 }) {
            for scalar in word { add((0x41...0x5A).contains(scalar.value) ? scalar.value | 0x20 : scalar.value) }
        } else {
            var text = String.UnicodeScalarView()
            text.append(contentsOf: word)
            for scalar in folded(String(text)).unicodeScalars { add(scalar.value) }
        }
        return value
    }

    /// Hashes of all runs of `size` words, by the place of their first word.
    func shingles(_ size: Int) -> [UInt64] {
        guard words.count >= size else { return [] }
        return (0...(words.count - size)).map { first in
            words[first..<(first + size)].reduce(0x9e37_79b9_7f4a_7c15) { ($0 ^ $1) &* 0xff51_afd7_ed55_8ccd ^ ($0 >> 29) }
        }
    }

    /// The passage of some words.
    func passage(_ range: Range<Int>) -> Passage {
        let (start, end) = (Int(starts[range.lowerBound]), Int(ends[range.upperBound - 1]))
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<end])
        return Passage(article: article, start: start, end: end, text: String(text))
    }
}
