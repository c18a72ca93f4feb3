// Scores of all pairs of word and head in, the best tree out: every word's best head where that is a tree with one root, else the maximum
// spanning tree (Chu and Liu 1965, Edmonds 1967) with the best single root.

/// Finds the best tree.
package enum TreeDecoder {
    /// Heads by word, −1 for the root. `scores[word * width + 0]` is the score of being the root, `[word * width + 1 + head]` of a head.
    package static func heads(_ scores: UnsafePointer<Float>, count: Int, width: Int) -> [Int] {
        var heads = [Int](repeating: -1, count: count)
        for word in 0..<count {
            var (best, bestScore) = (-1, scores[word * width])
            for head in 0..<count where head != word {
                let score = scores[word * width + 1 + head]
                if score > bestScore { (best, bestScore) = (head, score) }
            }
            heads[word] = best
        }
        let roots = heads.indices.filter { heads[$0] < 0 }
        if roots.count == 1, cycle(heads) == nil { return heads }
        return spanning(scores, count: count, width: width, roots: roots)
    }

    /// The words of a circle, or nothing.
    static func cycle(_ heads: [Int]) -> [Int]? {
        var state = [Int](repeating: 0, count: heads.count)
        for start in heads.indices where state[start] == 0 {
            var word = start
            while word >= 0, state[word] == 0 {
                state[word] = start + 1
                word = heads[word]
            }
            if word >= 0, state[word] == start + 1 {
                var circle = [word]
                var next = heads[word]
                while next != word {
                    circle.append(next)
                    next = heads[next]
                }
                return circle
            }
        }
        return nil
    }

    /// The spanning tree under the root that loses least.
    private static func spanning(_ scores: UnsafePointer<Float>, count: Int, width: Int, roots: [Int]) -> [Int] {
        let candidates = roots.count == 1 ? roots : bestRoots(scores, count: count, width: width)
        var best: (heads: [Int], score: Float)?
        for root in candidates {
            let heads = arborescence(Graph(scores, count: count, width: width, root: root), root: root)
            var sum = scores[root * width]
            for word in 0..<count where word != root && heads[word] >= 0 { sum += scores[word * width + 1 + heads[word]] }
            if best.map({ sum > $0.score }) ?? true { best = (heads, sum) }
        }
        return best?.heads ?? [Int](repeating: -1, count: count)
    }

    /// The words that are the likeliest roots, by how much a root gains over their best head.
    private static func bestRoots(_ scores: UnsafePointer<Float>, count: Int, width: Int) -> [Int] {
        let gains = (0..<count).map { word -> Float in
            var best = -Float.infinity
            for head in 0..<count where head != word { best = max(best, scores[word * width + 1 + head]) }
            return scores[word * width] - best
        }
        return Array(gains.indices.sorted { (-gains[$0], $0) < (-gains[$1], $1) }.prefix(3))
    }

    /// Scores of all pairs of word and head, a row a word.
    private struct Graph {
        let count: Int
        var scores: [Float]

        /// A graph without pairs.
        init(count: Int) {
            self.count = count
            scores = [Float](repeating: -.infinity, count: count * count)
        }

        init(_ source: UnsafePointer<Float>, count: Int, width: Int, root: Int) {
            self.init(count: count)
            scores.withUnsafeMutableBufferPointer { scores in
                for word in 0..<count where word != root {
                    for head in 0..<count where head != word { scores[word * count + head] = source[word * width + 1 + head] }
                }
            }
        }

        subscript(word: Int, head: Int) -> Float {
            get { scores[word * count + head] }
            set { scores[word * count + head] = newValue }
        }

        /// Every word's best head, the first of equals.
        func bestHeads(root: Int) -> [Int] {
            var heads = [Int](repeating: -1, count: count)
            scores.withUnsafeBufferPointer { scores in
                for word in 0..<count where word != root {
                    var (best, bestScore) = (-1, -Float.infinity)
                    for head in 0..<count where head != word {
                        let score = scores[word * count + head]
                        if best < 0 || score > bestScore { (best, bestScore) = (head, score) }
                    }
                    heads[word] = best
                }
            }
            return heads
        }
    }

    /// Maximum spanning arborescence.
    private static func arborescence(_ graph: Graph, root: Int) -> [Int] {
        let heads = graph.bestHeads(root: root)
        guard let circle = cycle(heads) else { return heads }
        return contracted(graph, heads, circle, root: root)
    }

    private static func contracted(_ graph: Graph, _ heads: [Int], _ circle: [Int], root: Int) -> [Int] {
        var isInside = [Bool](repeating: false, count: graph.count)
        for word in circle { isInside[word] = true }
        let outside = (0..<graph.count).filter { !isInside[$0] }
        let node = outside.count
        var smaller = Graph(count: node + 1)
        var entry = [(word: Int, head: Int)](repeating: (0, 0), count: node)
        var exit = [Int](repeating: 0, count: node)
        for (i, word) in outside.enumerated() {
            for (j, head) in outside.enumerated() where i != j { smaller[i, j] = graph[word, head] }
            for head in circle where graph[word, head] > smaller[i, node] { (smaller[i, node], exit[i]) = (graph[word, head], head) }
            for inner in circle {
                let gain = graph[inner, word] - graph[inner, heads[inner]]
                if gain > smaller[node, i] { (smaller[node, i], entry[i]) = (gain, (inner, word)) }
            }
        }
        guard let newRoot = outside.firstIndex(of: root) else { return heads }
        let solved = arborescence(smaller, root: newRoot)
        var out = heads
        for (i, word) in outside.enumerated() where word != root {
            out[word] = solved[i] == node ? exit[i] : solved[i] < 0 ? -1 : outside[solved[i]]
        }
        if solved[node] >= 0 { out[entry[solved[node]].word] = entry[solved[node]].head }
        return out
    }
}
