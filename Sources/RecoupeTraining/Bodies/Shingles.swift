// Texts compared by shingles of four words with their counts: the measure of article bodies. Each page's true positives, false positives
// and false negatives are divided by their sum, added over the pages, and F1 is taken of the sums.
internal import RecoupeText

/// The words of a text for comparison: runs of letters, digits and underscores, lower case.
func comparedWords(_ text: String) -> [String] {
    var out: [String] = []
    var current = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isWord = scalar.value < 0x80 ? isWordByte(UInt8(scalar.value)) : isWordScalar(scalar)
        if isWord {
            current.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        } else if !current.isEmpty {
            out.append(String(current))
            current = String.UnicodeScalarView()
        }
    }
    return current.isEmpty ? out : out + [String(current)]
}

private func isWordByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
}

private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic || scalar.properties.numericType != nil }

/// The shingles of a text.
package struct Shingles: Sendable {
    package private(set) var counts: [UInt64: Int] = [:]
    package private(set) var total = 0

    static let size = 4

    package init(_ text: String) { self.init(words: comparedWords(text)) }

    init(words: [String]) {
        for hash in Self.hashes(words) {
            counts[hash, default: 0] += 1
            total += 1
        }
    }

    static func hashes(_ words: [String]) -> [UInt64] {
        guard words.count >= size else { return [] }
        return (0...(words.count - size)).map { start in
            var value: UInt64 = 0xcbf2_9ce4_8422_2325
            for word in words[start..<(start + size)] {
                for byte in word.utf8 { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
                value = (value ^ 0x20) &* 0x100_0000_01b3
            }
            return value
        }
    }

    func contains(_ hash: UInt64) -> Bool { counts[hash] != nil }
}

/// Sums of shares over pages.
package struct BodyScore: Sendable {
    package private(set) var found = 0.0
    package private(set) var extra = 0.0
    package private(set) var missed = 0.0
    package private(set) var pages = 0

    package init() {}

    package mutating func add(wanted: Shingles, given: Shingles) {
        pages += 1
        let both = given.counts.reduce(0) { $0 + min($1.value, wanted.counts[$1.key] ?? 0) }
        let sum = Double(wanted.total + given.total - both)
        guard sum > 0 else { return }
        found += Double(both) / sum
        extra += Double(given.total - both) / sum
        missed += Double(wanted.total - both) / sum
    }

    package var precision: Double { found / max(found + extra, 1e-12) }
    package var recall: Double { found / max(found + missed, 1e-12) }
    package var f1: Double { 2 * found / max(2 * found + extra + missed, 1e-12) }
}
