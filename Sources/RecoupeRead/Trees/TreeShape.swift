// The sizes of the tree network and where each of its parts lies in one run of numbers. The network: vectors of a word, its tag and its
// form; layers of gated running averages in both directions (minimal gated units, Feng et al. 2024, after Lei et al. 2018); a biaffine
// score for every pair of word and head (Dozat and Manning 2017), and a small network that names the relation.

/// The sizes of a tree network.
package struct TreeShape: Sendable, Hashable {
    package var words = 64
    package var tags = 32
    package var forms = 32
    package var layers = 3
    /// Units of each direction.
    package var units = 64
    package var arcs = 64
    package var relations = 64
    /// Relations known, and padded to eight.
    package var relationCount: Int
    package var tagCount: Int
    package var domainCount: Int

    package init(relationCount: Int, tagCount: Int, domainCount: Int) {
        self.relationCount = relationCount
        self.tagCount = tagCount
        self.domainCount = domainCount
    }

    /// As numbers, for the model file.
    package var numbers: [Int32] {
        [words, tags, forms, layers, units, arcs, relations, relationCount, tagCount, domainCount].map { Int32($0) }
    }

    package init?(numbers: [Int32]) {
        guard numbers.count == 10, numbers.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
        let n = numbers.map { Int($0) }
        self.init(relationCount: n[7], tagCount: n[8], domainCount: n[9])
        (words, tags, forms, layers, units, arcs, relations) = (n[0], n[1], n[2], n[3], n[4], n[5], n[6])
        guard input == width, units % 8 == 0, arcs % 8 == 0, relations % 8 == 0 else { return nil }
    }

    package var input: Int { words + tags + forms }
    /// Both directions of a layer.
    package var width: Int { 2 * units }
    package var relationWidth: Int { (relationCount + 7) / 8 * 8 }
    package static let formRows = 1 << 13
    package static let distances = 32

    /// Where the parts of the dense weights start.
    package struct Places: Sendable {
        package var layer: [Int] = []
        package var layerBias: [Int] = []
        package var root = 0
        package var dependent = 0
        package var dependentBias = 0
        package var head = 0
        package var headBias = 0
        package var pair = 0
        package var headAlone = 0
        package var distance = 0
        package var relationDependent = 0
        package var relationHead = 0
        package var relationBias = 0
        package var relationOut = 0
        package var relationOutBias = 0
        package var domain = 0
        package var count = 0
    }

    package var places: Places {
        var places = Places()
        func take(_ size: Int) -> Int {
            places.count += size
            return places.count - size
        }
        for _ in 0..<layers {
            places.layer.append(take(width * 4 * units))
            places.layerBias.append(take(4 * units))
        }
        places.root = take(width)
        places.dependent = take(width * arcs)
        places.dependentBias = take(arcs)
        places.head = take(width * arcs)
        places.headBias = take(arcs)
        places.pair = take(arcs * arcs)
        places.headAlone = take(arcs)
        places.distance = take(Self.distances)
        places.relationDependent = take(width * relations)
        places.relationHead = take(width * relations)
        places.relationBias = take(relations)
        places.relationOut = take(relations * relationWidth)
        places.relationOutBias = take(relationWidth)
        places.domain = take(domainCount * input)
        return places
    }

    /// The bucket of a distance from word to head, in words; the root has its own.
    @inline(__always)
    package static func bucket(word: Int, head: Int) -> Int {
        if head < 0 { return 31 }
        let gap = abs(head - word)
        let size = gap <= 6 ? gap : gap <= 8 ? 7 : gap <= 11 ? 8 : gap <= 15 ? 9 : gap <= 22 ? 10 : gap <= 35 ? 11 : 12
        return head < word ? size : 15 + size
    }

    /// The rows of the form table that a word adds up.
    package static func formRowsOf(_ facts: WordFacts) -> [Int] {
        var rows: [Int] = []
        forEachFormRow(of: facts) { rows.append($0) }
        return rows
    }

    /// Calls `body` with each row of the form table that a word adds up.
    @inline(__always)
    static func forEachFormRow(of facts: WordFacts, _ body: (Int) -> Void) {
        func row(_ template: UInt64, _ value: UInt64) -> Int { Int(truncatingIfNeeded: mixed(template, value)) & (formRows - 1) }
        body(row(1, facts.suffixes.1))
        body(row(2, facts.suffixes.2))
        body(row(3, facts.suffixes.3))
        body(row(4, facts.prefixes.1))
        body(row(5, facts.shape))
        body(row(6, UInt64(facts.lexical)))
    }
}
