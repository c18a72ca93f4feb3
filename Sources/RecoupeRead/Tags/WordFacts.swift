// A token in, the facts of its surface out that models look at: hashes of the word, its endings and beginnings, its shape. All on bytes
// in lower case; no text is made. Digits count as one digit, so that `1997` and `2021` are one word to a model.

/// What a model sees of one word.
package struct WordFacts: Sendable {
    /// The word in lower case with straight apostrophes, digits as `0`.
    package var word: UInt64 = 0
    /// Its last 1 to 5 letters.
    package var suffixes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    /// Its first 2 to 4 letters.
    package var prefixes: (UInt64, UInt64, UInt64) = (0, 0, 0)
    /// Bits: capital first, capitals only, digit, hyphen, apostrophe, period, no letter at all, inner word, long.
    package var shape: UInt64 = 0
    /// Class of the word in the lexicon; 0 where it is unknown.
    package var lexical: Int = 0
    /// Tags (as bits) that the lexicon allows.
    package var allowed: UInt64 = 0
    /// Cluster of the word in running text; 0 where it has none.
    package var cluster: UInt64 = 0

    package init() {}

    /// Stands before and after a sentence.
    package static let border: WordFacts = {
        var facts = WordFacts()
        facts.word = 1
        facts.shape = 1 << 12
        return facts
    }()
}

/// Makes facts, with one buffer for all words.
package struct WordReader: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [Int] = []

    package init() {}

    /// The facts of a word.
    package mutating func facts(of form: String, isInner: Bool = false) -> WordFacts {
        var facts = WordFacts()
        facts.shape = lower(form) | (isInner ? 1 << 8 : 0)
        if starts.count > 8 { facts.shape |= 1 << 9 }
        facts.word = hash(from: 0, to: bytes.count)
        facts.suffixes = (ending(1), ending(2), ending(3), ending(4), ending(5))
        facts.prefixes = (prefix(2), prefix(3), prefix(4))
        return facts
    }

    /// The hash under which a word in lower case is kept in lexicons.
    package mutating func key(_ form: String) -> UInt64 {
        _ = lower(form)
        return hash(from: 0, to: bytes.count)
    }

    /// The hash of a word's last letters, 0 where it has fewer; after `facts(of:)` or `key(_:)`.
    package func suffix(_ count: Int) -> UInt64 { starts.count >= count ? hash(from: starts[starts.count - count], to: bytes.count) : 0 }

    private func ending(_ count: Int) -> UInt64 { starts.count >= count ? hash(from: starts[starts.count - count], to: bytes.count) : 2 }

    private func prefix(_ count: Int) -> UInt64 { starts.count > count ? hash(from: 0, to: starts[count]) : 3 }

    private func hash(from start: Int, to end: Int) -> UInt64 {
        var value: UInt64 = 0xcbf2_9ce4_8422_2325
        var index = start
        while index < end {
            value = (value ^ UInt64(bytes[index])) &* 0x100_0000_01b3
            index += 1
        }
        return value ^ (value >> 29)
    }

    /// Fills the buffer with the word in lower case and gives its shape.
    private mutating func lower(_ form: String) -> UInt64 {
        bytes.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        var (upper, letters, digits, others) = (0, 0, 0, UInt64(0))
        for scalar in form.unicodeScalars {
            starts.append(bytes.count)
            switch scalar.value {
            case 0x61...0x7A:
                letters += 1
                bytes.append(UInt8(scalar.value))
            case 0x41...0x5A:
                upper += 1
                bytes.append(UInt8(scalar.value) | 0x20)
            case 0x30...0x39:
                digits += 1
                bytes.append(0x30)
            case 0x27, 0x2019, 0x2BC:
                others |= 1 << 4
                bytes.append(0x27)
            case 0x2D, 0x2010, 0x2011:
                others |= 1 << 3
                bytes.append(0x2D)
            case 0x2E:
                others |= 1 << 5
                bytes.append(0x2E)
            case 0x20...0x7F: bytes.append(UInt8(scalar.value))
            default:
                let isUpper = appendLower(scalar)
                if isUpper { upper += 1 } else if scalar.value < 0x2000 || scalar.value > 0x2BFF { letters += 1 }
            }
        }
        let startsUpper = form.unicodeScalars.first.map { isUpper($0) } ?? false
        return (startsUpper ? 1 : 0) | (upper > 1 && letters == 0 ? 1 << 1 : 0) | (digits > 0 ? 1 << 2 : 0) | others
            | (upper + letters == 0 ? 1 << 6 : 0) | (upper > 0 && !startsUpper ? 1 << 7 : 0)
    }

    private func isUpper(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
    }

    /// Adds a scalar beyond ASCII in lower case; true where it was a capital.
    private mutating func appendLower(_ scalar: Unicode.Scalar) -> Bool {
        if (0xC0...0xDE).contains(scalar.value), scalar.value != 0xD7 {
            append(scalar.value + 0x20)
            return true
        }
        if (0xDF...0xFF).contains(scalar.value) || (0x2000...0x2BFF).contains(scalar.value) || scalar.value == 0x153 {
            append(scalar.value)
            return false
        }
        for lower in scalar.properties.lowercaseMapping.unicodeScalars { append(lower.value) }
        return scalar.properties.isUppercase
    }

    private mutating func append(_ value: UInt32) {
        guard let scalar = Unicode.Scalar(value) else { return }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
