// The facts of a sentence's words and the tags already given in, feature hashes out. Templates follow Collins 2002 and Ratnaparkhi 1996,
// with the lexicon's classes (Denis and Sagot 2012 show what they bring for French).

/// The features of one word in its sentence.
package struct TagFeatures {
    /// How many features a word has at most.
    package static let capacity = 72
    /// How many of the fixed features, the last of them, speak of the treebank too.
    package static let domainCount = 8
    package private(set) var hashes: [UInt64]
    package private(set) var count = 0

    /// Which treebank a sentence is from, 0 for the one whose conventions the product follows (Daumé 2007, "Frustratingly easy").
    private let domain: UInt64

    package init(domain: Int = 0) {
        self.domain = UInt64(domain)
        hashes = [UInt64](repeating: 0, count: Self.capacity)
    }

    @inline(__always)
    private mutating func add(_ template: UInt64, _ a: UInt64, _ b: UInt64 = 0) {
        hashes[count] = mixed(template, a, b)
        count += 1
    }

    /// What does not depend on tags; `facts` has two borders before and after the words, `at` counts them.
    package mutating func fillFixed(_ facts: UnsafeBufferPointer<WordFacts>, at: Int) {
        count = 0
        let (own, next, previous) = (facts[at], facts[at + 1], facts[at - 1])
        let first: UInt64 = previous.shape == 1 << 12 ? 1 << 10 : 0
        add(1, 0)
        add(2, own.word)
        add(3, previous.word)
        add(4, next.word)
        add(5, facts[at - 2].word)
        add(6, facts[at + 2].word)
        add(7, previous.word, own.word)
        add(8, own.word, next.word)
        add(9, own.suffixes.0)
        add(10, own.suffixes.1)
        add(11, own.suffixes.2)
        add(12, own.suffixes.3)
        add(13, own.suffixes.4)
        add(14, own.suffixes.2, own.shape & 7)
        add(15, own.prefixes.0)
        add(16, own.prefixes.1)
        add(17, own.prefixes.2)
        add(18, own.shape | first)
        add(19, own.shape | first, next.shape)
        add(20, own.shape | first, previous.shape)
        add(21, UInt64(own.lexical))
        add(22, UInt64(own.lexical), own.shape & 1 | first)
        add(23, next.allowed)
        add(24, previous.allowed, own.allowed)
        add(25, own.allowed, next.allowed)
        add(26, UInt64(next.lexical))
        add(27, facts[at + 2].allowed, next.allowed)
        add(28, next.suffixes.2)
        add(29, previous.suffixes.2)
        add(30, own.suffixes.1, next.suffixes.1)
        add(31, own.cluster)
        add(32, previous.cluster, own.cluster)
        add(33, own.cluster, next.cluster)
        add(34, previous.cluster)
        add(35, next.cluster)
        add(36, UInt64(own.lexical), next.word)
        add(37, UInt64(own.lexical), previous.word)
        fillDomain(own, first: first)
    }

    private mutating func fillDomain(_ own: WordFacts, first: UInt64) {
        add(60, domain)
        add(61, domain, own.word)
        add(62, domain, own.suffixes.2)
        add(63, domain, own.suffixes.1)
        add(64, domain, own.shape | first)
        add(65, domain, UInt64(own.lexical))
        add(66, domain, own.allowed)
        add(67, domain, own.prefixes.1)
    }

    /// What depends on the tags given to the words before: the last, the one before it, the last verb's word and how far back it stands.
    package mutating func fillMoving(
        _ facts: UnsafeBufferPointer<WordFacts>, at: Int, last: Int, beforeLast: Int, verb: UInt64, noun: Int
    ) {
        let (own, next) = (facts[at], facts[at + 1])
        let (one, two) = (UInt64(last + 1), UInt64(beforeLast + 1))
        add(40, one)
        add(41, one, two)
        add(42, one, own.word)
        add(43, one, UInt64(own.lexical))
        add(44, one, own.suffixes.2)
        add(45, one, next.word)
        add(46, one, next.allowed)
        add(47, one &* 1024 &+ two, UInt64(own.lexical))
        add(48, verb, own.suffixes.1)
        add(49, verb, UInt64(own.lexical))
        add(50, UInt64(noun + 1), UInt64(own.lexical))
        add(51, one, own.cluster)
        add(52, one &* 1024 &+ two, own.suffixes.2)
        add(53, verb, own.suffixes.2 ^ one)
    }
}
