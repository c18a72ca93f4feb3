// Running text in, clusters of words out, by the exchange algorithm (Kneser and Ney 1993; Martin, Liermann, Ney 1998): each word in turn
// moves to the cluster in which pairs of neighbouring clusters become most predictable.
internal import Foundation

/// Clusters words by their neighbours.
package struct WordClusters {
    private typealias Neighbours = [(word: Int32, count: Int32)]

    private let words: [String]
    private let counts: [Int]
    private var left: [Neighbours]
    private var right: [Neighbours]

    /// Words seen at least `minimum` times; the others stand for their shape. A sentence is a list of words.
    package init(_ sentences: [[String]], minimum: Int) {
        var seen: [String: Int] = [:]
        for sentence in sentences { for word in sentence { seen[word, default: 0] += 1 } }
        let kept = seen.filter { $0.value >= minimum }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map { $0.key }
        words = ["<s>", "<A>", "<a>", "<0>"] + kept
        let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
        (counts, left, right) = Self.neighbours(sentences, numbers)
    }

    private static func shape(_ word: String) -> Int {
        guard let first = word.unicodeScalars.first, first.properties.isAlphabetic else { return 3 }
        return first.properties.isUppercase ? 1 : 2
    }

    private static func neighbours(_ sentences: [[String]], _ numbers: [String: Int]) -> ([Int], [Neighbours], [Neighbours]) {
        var counts = [Int](repeating: 0, count: numbers.count)
        var pairs: [UInt64: Int32] = [:]
        for sentence in sentences {
            var previous = 0
            counts[0] += 1
            for word in sentence.map({ numbers[$0] ?? shape($0) }) + [0] {
                pairs[UInt64(previous) << 32 | UInt64(word), default: 0] += 1
                if word > 0 { counts[word] += 1 }
                previous = word
            }
        }
        var (left, right) = ([Neighbours](repeating: [], count: numbers.count), [Neighbours](repeating: [], count: numbers.count))
        for (pair, count) in pairs.sorted(by: { $0.key < $1.key }) {
            let (a, b) = (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
            right[a].append((Int32(b), count))
            left[b].append((Int32(a), count))
        }
        return (counts, left, right)
    }

    /// The cluster of each word, 0 to `number` − 1, after at most `rounds` rounds of exchange.
    package func clusters(_ number: Int, rounds: Int) -> [(word: String, cluster: Int)] {
        var state = Exchange(number: number, of: words.indices.map { $0 % number }, counts: counts, right: right)
        for _ in 0..<rounds {
            var moved = 0
            for word in 1..<words.count where state.exchange(word, count: counts[word], left[word], right[word]) { moved += 1 }
            if moved * 200 < words.count { break }
        }
        return zip(words, state.of).dropFirst(4).map { ($0, $1) }
    }

    /// The state of an exchange: cluster of each word, pairs of clusters, and their sums.
    private struct Exchange {
        let number: Int
        var of: [Int]
        private var pairs: [Int]
        private var sums: [Int]
        private var before: [Int]
        private var after: [Int]

        init(number: Int, of: [Int], counts: [Int], right: [Neighbours]) {
            self.number = number
            self.of = of
            pairs = [Int](repeating: 0, count: number * number)
            sums = [Int](repeating: 0, count: number)
            before = sums
            after = sums
            for (word, list) in right.enumerated() {
                sums[of[word]] += counts[word]
                for (other, count) in list { pairs[of[word] * number + of[Int(other)]] += Int(count) }
            }
        }

        private static func term(_ count: Int) -> Double { count > 0 ? Double(count) * log(Double(count)) : 0 }

        /// Moves a word to its best cluster; true where that is another one.
        mutating func exchange(_ word: Int, count: Int, _ left: Neighbours, _ right: Neighbours) -> Bool {
            let old = of[word]
            var own = 0
            for (other, count) in left { if Int(other) == word { own += Int(count) } else { before[of[Int(other)]] += Int(count) } }
            for (other, count) in right where Int(other) != word { after[of[Int(other)]] += Int(count) }
            let (lefts, rights) = (before.indices.filter { before[$0] > 0 }, after.indices.filter { after[$0] > 0 })
            shift(old, own, count, lefts, rights, by: -1)
            var (best, gain) = (old, -Double.infinity)
            for cluster in 0..<number {
                let value = self.gain(cluster, own, count, lefts, rights)
                if value > gain + 1e-9 { (best, gain) = (cluster, value) }
            }
            shift(best, own, count, lefts, rights, by: 1)
            of[word] = best
            for cluster in lefts { before[cluster] = 0 }
            for cluster in rights { after[cluster] = 0 }
            return best != old
        }

        private mutating func shift(_ cluster: Int, _ own: Int, _ count: Int, _ lefts: [Int], _ rights: [Int], by sign: Int) {
            for other in lefts { pairs[other * number + cluster] += sign * before[other] }
            for other in rights { pairs[cluster * number + other] += sign * after[other] }
            pairs[cluster * number + cluster] += sign * own
            sums[cluster] += sign * count
        }

        private func gain(_ cluster: Int, _ own: Int, _ count: Int, _ lefts: [Int], _ rights: [Int]) -> Double {
            var gain = -2 * (Self.term(sums[cluster] + count) - Self.term(sums[cluster]))
            for other in lefts where other != cluster {
                let pair = pairs[other * number + cluster]
                gain += Self.term(pair + before[other]) - Self.term(pair)
            }
            for other in rights where other != cluster {
                let pair = pairs[cluster * number + other]
                gain += Self.term(pair + after[other]) - Self.term(pair)
            }
            let pair = pairs[cluster * number + cluster]
            return gain + Self.term(pair + own + before[cluster] + after[cluster]) - Self.term(pair)
        }
    }
}
