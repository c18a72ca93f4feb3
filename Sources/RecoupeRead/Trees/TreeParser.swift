// Tagged words of a sentence in, heads and relations out: the network of `TreeShape`, its scores decoded by `TreeDecoder`. Sentences longer
// than `longest` words are parsed in pieces that hang on the first one's root, so that time and memory stay bounded.

/// Parses sentences of one language.
package struct TreeParser: Sendable {
    package let shape: TreeShape
    package let relations: [String]
    private let places: TreeShape.Places
    private let weights: [Float]
    /// Row 0 is that of unknown words.
    private let wordIndex: HashTable
    private let wordVectors: [Float]
    private let tagVectors: [Float]
    private let formVectors: [Float]
    /// The number of `root`.
    private let rootRelation: Int?
    package static let longest = 160

    package init(
        shape: TreeShape, relations: [String], weights: [Float], wordIndex: HashTable, wordVectors: [Float], tagVectors: [Float],
        formVectors: [Float]
    ) {
        self.shape = shape
        self.relations = relations
        places = shape.places
        self.weights = weights
        self.wordIndex = wordIndex
        self.wordVectors = wordVectors
        self.tagVectors = tagVectors
        self.formVectors = formVectors
        rootRelation = relations.firstIndex(of: "root")
    }

    /// Whether all parts have the sizes that the shape asks for.
    package var isWhole: Bool {
        weights.count == places.count && tagVectors.count == shape.tagCount * shape.tags && relations.count == shape.relationCount
            && formVectors.count == TreeShape.formRows * shape.forms && wordVectors.count >= shape.words && shape.layers > 0
    }

    /// The head (−1 for the root) and the relation's number of every word; `facts` without borders, `tags` as the tagger numbers them.
    package func parse(_ facts: ArraySlice<WordFacts>, _ tags: ArraySlice<Int>) -> (heads: [Int], relations: [Int]) {
        guard facts.count > Self.longest else { return parseWhole(facts, tags) }
        var heads: [Int] = []
        var relations: [Int] = []
        var root = -1
        var start = 0
        while start < facts.count {
            let end = min(facts.count, start + Self.longest)
            let part = parseWhole(
                facts[(facts.startIndex + start)..<(facts.startIndex + end)], tags[(tags.startIndex + start)..<(tags.startIndex + end)])
            for (index, head) in part.heads.enumerated() {
                if head < 0, root < 0 { root = start + index }
                heads.append(head >= 0 ? head + start : root == start + index ? -1 : root)
                relations.append(head < 0 && root != start + index ? parataxis : part.relations[index])
            }
            start = end
        }
        return (heads, relations)
    }

    /// Gives words their heads and relations.
    package func write(_ tree: (heads: [Int], relations: [Int]), to tokens: inout [Token], in range: Range<Int>) {
        for (offset, index) in range.enumerated() where offset < tree.heads.count {
            tokens[index].head = tree.heads[offset]
            tokens[index].relation = relations[tree.relations[offset]]
        }
    }

    /// The bucket of each difference of head and word, from `-longest` on.
    private static let buckets: [UInt8] = (-longest...longest).map {
        UInt8(truncatingIfNeeded: TreeShape.bucket(word: longest, head: longest + $0))
    }

    private var parataxis: Int { relations.firstIndex(of: "parataxis") ?? 0 }

    private func parseWhole(_ facts: ArraySlice<WordFacts>, _ tags: ArraySlice<Int>) -> (heads: [Int], relations: [Int]) {
        guard !facts.isEmpty else { return ([], []) }
        let read = read(facts, tags)
        let heads = TreeDecoder.heads(read.scores, count: facts.count, width: read.width)
        return (heads, best(relationScores(read, heads), heads))
    }

    /// What the network makes of a sentence before a tree is chosen.
    struct Reading {
        fileprivate let states: [Float]
        /// The states with the root's before them.
        fileprivate let rooted: [Float]
        /// For each word the score of the root, then of every word as its head, `width` numbers a row.
        var scores: [Float]
        let width: Int
    }

    func read(_ facts: ArraySlice<WordFacts>, _ tags: ArraySlice<Int>) -> Reading {
        let count = facts.count
        return weights.withUnsafeBufferPointer { buffer -> Reading in
            guard let w = buffer.baseAddress else { return Reading(states: [], rooted: [], scores: [], width: 0) }
            var states = inputs(facts, tags, w)
            for layer in 0..<shape.layers { run(layer, &states, count: count, w) }
            var rooted = [Float](repeating: 0, count: (count + 1) * shape.width)
            for index in 0..<shape.width { rooted[index] = w[places.root + index] }
            rooted.replaceSubrange(shape.width..., with: states)
            let (scores, width) = arcScores(states, rooted, count: count, w)
            return Reading(states: states, rooted: rooted, scores: scores, width: width)
        }
    }

    // MARK: Layers

    private func inputs(_ facts: ArraySlice<WordFacts>, _ tags: ArraySlice<Int>, _ w: UnsafePointer<Float>) -> [Float] {
        let (words, tagSize, forms, input) = (shape.words, shape.tags, shape.forms, shape.input)
        var out = [Float](repeating: 0, count: facts.count * input)
        out.withUnsafeMutableBufferPointer { out in
            guard var line = out.baseAddress else { return }
            for (word, tag) in zip(facts, tags) {
                line.update(from: w + places.domain, count: input)
                let row = Int(wordIndex[word.word] ?? 0) * words
                if row + words <= wordVectors.count { Self.add(wordVectors, row, words, to: line) }
                Self.add(tagVectors, min(max(0, tag), shape.tagCount - 1) * tagSize, tagSize, to: line + words)
                let formLine = line + words + tagSize
                TreeShape.forEachFormRow(of: word) { Self.add(formVectors, $0 * forms, forms, to: formLine) }
                line += input
            }
        }
        return out
    }

    @inline(__always)
    private static func add(_ table: [Float], _ start: Int, _ count: Int, to line: UnsafeMutablePointer<Float>) {
        table.withUnsafeBufferPointer { table in
            guard let row = table.baseAddress.map({ $0 + start }) else { return }
            for index in 0..<count { line[index] += row[index] }
        }
    }

    /// One layer: gates and candidates of both directions in one product, then a running average each way, added to what came in.
    private func run(_ layer: Int, _ states: inout [Float], count: Int, _ w: UnsafePointer<Float>) {
        let (units, width) = (shape.units, shape.width)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: count * 4 * units) { product in
            guard let product = product.baseAddress else { return }
            Kernels.multiply(states, w + places.layer[layer], product, rows: count, inner: width, columns: 4 * units)
            Kernels.average(product, bias: w + places.layerBias[layer], states: &states, count: count, units: units)
        }
    }

    // MARK: Scores

    /// A product with a bias and the rectifier.
    private func rectified(
        _ a: [Float], rows: Int, _ matrix: UnsafePointer<Float>, bias: UnsafePointer<Float>, columns: Int
    ) -> [Float] {
        var out = [Float](repeating: 0, count: rows * columns)
        out.withUnsafeMutableBufferPointer { out in
            guard let out = out.baseAddress else { return }
            Kernels.multiply(a, matrix, out, rows: rows, inner: shape.width, columns: columns)
            for row in 0..<rows {
                let line = out + row * columns
                for column in 0..<columns { line[column] = max(0, line[column] + bias[column]) }
            }
        }
        return out
    }

    private func arcScores(_ states: [Float], _ rooted: [Float], count: Int, _ w: UnsafePointer<Float>) -> ([Float], Int) {
        let arcs = shape.arcs
        let dependents = rectified(states, rows: count, w + places.dependent, bias: w + places.dependentBias, columns: arcs)
        let heads = rectified(rooted, rows: count + 1, w + places.head, bias: w + places.headBias, columns: arcs)
        var paired = [Float](repeating: 0, count: count * arcs)
        Kernels.multiply(dependents, w + places.pair, &paired, rows: count, inner: arcs, columns: arcs)
        paired.withUnsafeMutableBufferPointer { paired in
            for row in 0..<count { for index in 0..<arcs { paired[row * arcs + index] += w[places.headAlone + index] } }
        }
        let width = (count + 8) / 8 * 8
        var turned = [Float](repeating: 0, count: arcs * width)
        Kernels.transpose(heads, rows: count + 1, columns: arcs, into: &turned, width: width)
        var scores = [Float](repeating: 0, count: count * width)
        Kernels.multiply(paired, turned, &scores, rows: count, inner: arcs, columns: width)
        scores.withUnsafeMutableBufferPointer { scores in
            for word in 0..<count {
                let line = word * width + 1
                scores[line - 1] += w[places.distance + TreeShape.bucket(word: word, head: -1)]
                for head in 0..<count { scores[line + head] += w[places.distance + Int(Self.buckets[Self.longest + head - word])] }
            }
        }
        return (scores, width)
    }

    /// The scores of each word's relations to its head, `shape.relationWidth` a word.
    func relationScores(_ read: Reading, _ heads: [Int]) -> [Float] {
        let (count, size, width) = (heads.count, shape.relations, shape.relationWidth)
        var scores = [Float](repeating: 0, count: count * width)
        weights.withUnsafeBufferPointer { buffer in
            guard let w = buffer.baseAddress else { return }
            var own = [Float](repeating: 0, count: count * size)
            var other = [Float](repeating: 0, count: (count + 1) * size)
            Kernels.multiply(read.states, w + places.relationDependent, &own, rows: count, inner: shape.width, columns: size)
            Kernels.multiply(read.rooted, w + places.relationHead, &other, rows: count + 1, inner: shape.width, columns: size)
            join(&own, other, heads, w)
            for word in 0..<count {
                for relation in 0..<shape.relationCount { scores[word * width + relation] = w[places.relationOutBias + relation] }
            }
            Kernels.multiply(own, w + places.relationOut, &scores, rows: count, inner: size, columns: width, adding: true)
        }
        return scores
    }

    /// Adds to each word what its head brings, with the bias and the rectifier.
    private func join(_ own: inout [Float], _ other: [Float], _ heads: [Int], _ w: UnsafePointer<Float>) {
        let size = shape.relations
        own.withUnsafeMutableBufferPointer { own in
            other.withUnsafeBufferPointer { other in
                for word in heads.indices {
                    let (line, head) = (word * size, (heads[word] + 1) * size)
                    for index in 0..<size {
                        own[line + index] = max(0, own[line + index] + other[head + index] + w[places.relationBias + index])
                    }
                }
            }
        }
    }

    /// The best relation of each word; `root` belongs to the root alone.
    func best(_ scores: [Float], _ heads: [Int]) -> [Int] {
        scores.withUnsafeBufferPointer { scores in
            heads.indices.map { word in
                if heads[word] < 0, let rootRelation { return rootRelation }
                var (best, bestScore) = (0, -Float.infinity)
                for relation in 0..<shape.relationCount where relation != rootRelation {
                    let score = scores[word * shape.relationWidth + relation]
                    if score > bestScore { (best, bestScore) = (relation, score) }
                }
                return best
            }
        }
    }
}
