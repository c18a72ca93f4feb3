// A batch of sentences on its way through the tree network and back. Names follow `TreeParser`; every array is row-major, a row a word, the
// sentences one after the other. Matrices are multiplied for the whole batch, averages and scores made sentence by sentence.
internal import RecoupeRead

/// The values and gradients of some sentences.
struct TreePass {
    let shape: TreeShape
    let examples: [TreeExample]
    private let places: TreeShape.Places
    /// The first row of each sentence, and how many rows there are.
    private let starts: [Int]
    /// The same with a row for the root before each sentence.
    private let rootedStarts: [Int]
    private(set) var words: [Int]
    private let tags: [Int]
    private(set) var inputGradient: [Float] = []
    /// States before each layer, and after the last.
    private var states: [[Float]] = []
    private var averages: [LayerAverages] = []
    /// What is left out, a row a sentence: after each layer, and last of the input.
    private var masks: [[Float]]
    private var dependents: [Float] = []
    private var heads: [Float] = []
    private var paired: [Float] = []
    /// Scores of heads by sentence, later their gradients.
    private var scores: [[Float]] = []
    private var relationHidden: [Float] = []
    private var relationScores: [Float] = []
    private var rooted: [Float] = []
    private var dependentMask: [Float]
    private var headMask: [Float]
    private var relationMask: [Float]

    private var count: Int { starts[examples.count] }
    private var rootedCount: Int { rootedStarts[examples.count] }

    init(shape: TreeShape, examples: [TreeExample]) {
        self.shape = shape
        self.examples = examples
        places = shape.places
        words = examples.flatMap(\.words)
        tags = examples.flatMap(\.tags)
        starts = examples.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        rootedStarts = starts.enumerated().map { $0.offset + $0.element }
        func ones(_ columns: Int) -> [Float] { [Float](repeating: 1, count: examples.count * columns) }
        (dependentMask, headMask, relationMask) = (ones(shape.arcs), ones(shape.arcs), ones(shape.relations))
        masks = [[Float]](repeating: ones(shape.width), count: shape.layers + 1)
    }

    /// Chooses what is left out in this pass: words, each with its own share, and columns of states.
    mutating func drop(words shares: [Float], state: Float, _ generator: inout SeededGenerator) {
        guard !shares.isEmpty || state > 0 else { return }
        for index in words.indices where !shares.isEmpty && Float.random(in: 0..<1, using: &generator) < shares[words[index]] {
            words[index] = 0
        }
        func mask(_ count: Int) -> [Float] {
            (0..<count).map { _ in Float.random(in: 0..<1, using: &generator) < state ? 0 : 1 / (1 - state) }
        }
        masks = masks.map { mask($0.count) }
        dependentMask = mask(dependentMask.count)
        headMask = mask(headMask.count)
        relationMask = mask(relationMask.count)
    }

    // MARK: Forward

    mutating func fillInputs(words table: [Float], tags tagTable: [Float], forms: [Float], _ w: UnsafePointer<Float>) {
        let size = (words: shape.words, tags: shape.tags, forms: shape.forms)
        var out = [Float](repeating: 0, count: count * shape.input)
        func add(_ start: Int, _ source: UnsafePointer<Float>, _ count: Int) {
            out.withUnsafeMutableBufferPointer { out in for index in 0..<count { out[start + index] += source[index] } }
        }
        func add(_ start: Int, _ table: [Float], _ row: Int, _ count: Int) {
            table.withUnsafeBufferPointer { table in
                guard let base = table.baseAddress else { return }
                add(start, base + row * count, count)
            }
        }
        for (sentence, example) in examples.enumerated() {
            for inner in 0..<example.count {
                let number = starts[sentence] + inner
                let start = number * shape.input
                add(start, w + places.domain + example.domain * shape.input, shape.input)
                add(start, table, words[number], size.words)
                add(start + size.words, tagTable, tags[number], size.tags)
                for form in example.forms[inner] { add(start + size.words + size.tags, forms, form, size.forms) }
            }
        }
        scale(&out, starts, by: masks[shape.layers])
        states = [out]
    }

    mutating func forward(_ w: UnsafePointer<Float>) {
        for layer in 0..<shape.layers { run(layer, w) }
        let last = states[shape.layers]
        rooted = [Float](repeating: 0, count: rootedCount * shape.width)
        for sentence in examples.indices {
            let start = rootedStarts[sentence] * shape.width
            for index in 0..<shape.width { rooted[start + index] = w[places.root + index] }
            let own = last[(starts[sentence] * shape.width)..<(starts[sentence + 1] * shape.width)]
            rooted.replaceSubrange((start + shape.width)..<(start + shape.width + own.count), with: own)
        }
        dependents = rectified(last, starts, w, places.dependent, places.dependentBias, dependentMask)
        heads = rectified(rooted, rootedStarts, w, places.head, places.headBias, headMask)
        paired = [Float](repeating: 0, count: count * shape.arcs)
        Kernels.multiply(dependents, w + places.pair, &paired, rows: count, inner: shape.arcs, columns: shape.arcs)
        for row in 0..<count { for index in 0..<shape.arcs { paired[row * shape.arcs + index] += w[places.headAlone + index] } }
        scores = examples.indices.map { score($0, w) }
        forwardRelations(last, w)
    }

    private func score(_ sentence: Int, _ w: UnsafePointer<Float>) -> [Float] {
        let (count, arcs) = (examples[sentence].count, shape.arcs)
        let width = scoreWidth(sentence)
        var turned = [Float](repeating: 0, count: arcs * width)
        var scores = [Float](repeating: 0, count: count * width)
        heads.withUnsafeBufferPointer { heads in
            paired.withUnsafeBufferPointer { paired in
                guard let heads = heads.baseAddress, let paired = paired.baseAddress else { return }
                Kernels.transpose(heads + rootedStarts[sentence] * arcs, rows: count + 1, columns: arcs, into: &turned, width: width)
                Kernels.multiply(paired + starts[sentence] * arcs, turned, &scores, rows: count, inner: arcs, columns: width)
            }
        }
        for word in 0..<count {
            for head in -1..<count { scores[word * width + 1 + head] += w[places.distance + TreeShape.bucket(word: word, head: head)] }
        }
        return scores
    }

    private func scoreWidth(_ sentence: Int) -> Int { (examples[sentence].count + 8) / 8 * 8 }

    private mutating func run(_ layer: Int, _ w: UnsafePointer<Float>) {
        let columns = 4 * shape.units
        var product = [Float](repeating: 0, count: count * columns)
        Kernels.multiply(states[layer], w + places.layer[layer], &product, rows: count, inner: shape.width, columns: columns)
        let averages = LayerAverages(product, bias: w + places.layerBias[layer], starts: starts, units: shape.units)
        var next = averages.memories
        scale(&next, starts, by: masks[layer])
        Self.add(states[layer], to: &next)
        self.averages.append(averages)
        states.append(next)
    }

    private func rectified(_ a: [Float], _ starts: [Int], _ w: UnsafePointer<Float>, _ matrix: Int, _ bias: Int, _ mask: [Float]) -> [Float]
    {
        let columns = mask.count / examples.count
        let rows = starts[examples.count]
        var out = [Float](repeating: 0, count: rows * columns)
        Kernels.multiply(a, w + matrix, &out, rows: rows, inner: shape.width, columns: columns)
        out.withUnsafeMutableBufferPointer { out in
            for row in 0..<rows {
                for column in 0..<columns { out[row * columns + column] = max(0, out[row * columns + column] + w[bias + column]) }
            }
        }
        scale(&out, starts, by: mask)
        return out
    }

    private mutating func forwardRelations(_ last: [Float], _ w: UnsafePointer<Float>) {
        let size = shape.relations
        var own = [Float](repeating: 0, count: count * size)
        var other = [Float](repeating: 0, count: rootedCount * size)
        Kernels.multiply(last, w + places.relationDependent, &own, rows: count, inner: shape.width, columns: size)
        Kernels.multiply(rooted, w + places.relationHead, &other, rows: rootedCount, inner: shape.width, columns: size)
        own.withUnsafeMutableBufferPointer { own in
            forEachWord { row, head in
                for index in 0..<size {
                    own[row * size + index] = max(0, own[row * size + index] + other[head * size + index] + w[places.relationBias + index])
                }
            }
        }
        scale(&own, starts, by: relationMask)
        relationHidden = own
        relationScores = [Float](repeating: 0, count: count * shape.relationWidth)
        Kernels.multiply(own, w + places.relationOut, &relationScores, rows: count, inner: size, columns: shape.relationWidth)
    }

    /// Calls `body` with each word's row and its head's among the rooted rows.
    private func forEachWord(_ body: (_ row: Int, _ head: Int) -> Void) {
        for (sentence, example) in examples.enumerated() {
            for (inner, head) in example.heads.enumerated() { body(starts[sentence] + inner, rootedStarts[sentence] + head + 1) }
        }
    }

    /// The loss; scores become their gradients.
    mutating func losses(_ w: UnsafePointer<Float>) -> Float {
        var loss: Float = 0
        for (sentence, example) in examples.enumerated() {
            let width = scoreWidth(sentence)
            for word in 0..<example.count {
                loss += Softmax.soften(
                    &scores[sentence], from: word * width, count: example.count + 1, width: width, gold: example.heads[word] + 1,
                    skip: word + 1)
                let start = (starts[sentence] + word) * shape.relationWidth
                for relation in 0..<shape.relationCount { relationScores[start + relation] += w[places.relationOutBias + relation] }
                loss += Softmax.soften(
                    &relationScores, from: start, count: shape.relationCount, width: shape.relationWidth, gold: example.relations[word],
                    skip: -1)
            }
        }
        return loss
    }

    // MARK: Backward

    mutating func backward(_ w: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>) {
        var rootedGradient = [Float](repeating: 0, count: rootedCount * shape.width)
        var gradient = [Float](repeating: 0, count: count * shape.width)
        backwardArcs(w, g, &gradient, &rootedGradient)
        backwardRelations(w, g, &gradient, &rootedGradient)
        for sentence in examples.indices {
            let start = rootedStarts[sentence] * shape.width
            for index in 0..<shape.width { g[places.root + index] += rootedGradient[start + index] }
            let own = starts[sentence] * shape.width
            for index in 0..<(examples[sentence].count * shape.width) {
                gradient[own + index] += rootedGradient[start + shape.width + index]
            }
        }
        for layer in stride(from: shape.layers - 1, through: 0, by: -1) { backward(layer, &gradient, w, g) }
        scale(&gradient, starts, by: masks[shape.layers])
        inputGradient = gradient
    }

    private func backwardArcs(
        _ w: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, _ gradient: inout [Float], _ rootedGradient: inout [Float]
    ) {
        let arcs = shape.arcs
        var pairedGradient = [Float](repeating: 0, count: count * arcs)
        var headGradient = [Float](repeating: 0, count: rootedCount * arcs)
        for sentence in examples.indices { backwardScores(sentence, g, &pairedGradient, &headGradient) }
        addBias(pairedGradient, rows: count, columns: arcs, g + places.headAlone)
        var dependentGradient = [Float](repeating: 0, count: count * arcs)
        product(dependents, pairedGradient, rows: count, inner: arcs, columns: arcs, w, g, places.pair, &dependentGradient)
        unrectify(&dependentGradient, dependents, starts, dependentMask)
        unrectify(&headGradient, heads, rootedStarts, headMask)
        addBias(dependentGradient, rows: count, columns: arcs, g + places.dependentBias)
        addBias(headGradient, rows: rootedCount, columns: arcs, g + places.headBias)
        product(states[shape.layers], dependentGradient, rows: count, inner: shape.width, columns: arcs, w, g, places.dependent, &gradient)
        product(rooted, headGradient, rows: rootedCount, inner: shape.width, columns: arcs, w, g, places.head, &rootedGradient)
    }

    private func backwardScores(
        _ sentence: Int, _ g: UnsafeMutablePointer<Float>, _ pairedGradient: inout [Float], _ headGradient: inout [Float]
    ) {
        let (count, width, arcs, scores) = (examples[sentence].count, scoreWidth(sentence), shape.arcs, scores[sentence])
        for word in 0..<count {
            for head in -1..<count {
                g[places.distance + TreeShape.bucket(word: word, head: head)] += scores[word * width + 1 + head]
            }
        }
        var padded = [Float](repeating: 0, count: width * arcs)
        let own = (rootedStarts[sentence] * arcs)..<(rootedStarts[sentence + 1] * arcs)
        padded.replaceSubrange(0..<own.count, with: heads[own])
        var turned = [Float](repeating: 0, count: width * count)
        Kernels.transpose(scores, rows: count, columns: width, into: &turned, width: count)
        pairedGradient.withUnsafeMutableBufferPointer { pairedGradient in
            headGradient.withUnsafeMutableBufferPointer { headGradient in
                paired.withUnsafeBufferPointer { paired in
                    guard let out = pairedGradient.baseAddress, let head = headGradient.baseAddress, let paired = paired.baseAddress else {
                        return
                    }
                    let start = starts[sentence] * arcs
                    Kernels.multiply(scores, padded, out + start, rows: count, inner: width, columns: arcs)
                    Kernels.multiply(
                        turned, paired + start, head + rootedStarts[sentence] * arcs, rows: count + 1, inner: count, columns: arcs)
                }
            }
        }
    }

    private func backwardRelations(
        _ w: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, _ gradient: inout [Float], _ rootedGradient: inout [Float]
    ) {
        let size = shape.relations
        addBias(relationScores, rows: count, columns: shape.relationWidth, g + places.relationOutBias)
        var hidden = [Float](repeating: 0, count: count * size)
        product(relationHidden, relationScores, rows: count, inner: size, columns: shape.relationWidth, w, g, places.relationOut, &hidden)
        unrectify(&hidden, relationHidden, starts, relationMask)
        addBias(hidden, rows: count, columns: size, g + places.relationBias)
        var other = [Float](repeating: 0, count: rootedCount * size)
        forEachWord { row, head in for index in 0..<size { other[head * size + index] += hidden[row * size + index] } }
        product(states[shape.layers], hidden, rows: count, inner: shape.width, columns: size, w, g, places.relationDependent, &gradient)
        product(rooted, other, rows: rootedCount, inner: shape.width, columns: size, w, g, places.relationHead, &rootedGradient)
    }

    private func backward(_ layer: Int, _ gradient: inout [Float], _ w: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>) {
        var held = gradient
        scale(&held, starts, by: masks[layer])
        let product = averages[layer].gradient(held, starts: starts, units: shape.units)
        addBias(product, rows: count, columns: 4 * shape.units, g + places.layerBias[layer])
        self.product(
            states[layer], product, rows: count, inner: shape.width, columns: 4 * shape.units, w, g, places.layer[layer], &gradient)
    }

    // MARK: Parts

    /// For `out = a · matrix`: adds to the matrix's gradient and to that of `a`.
    private func product(
        _ a: [Float], _ outGradient: [Float], rows: Int, inner: Int, columns: Int, _ w: UnsafePointer<Float>,
        _ g: UnsafeMutablePointer<Float>, _ place: Int, _ aGradient: inout [Float]
    ) {
        var turned = [Float](repeating: 0, count: inner * rows)
        Kernels.transpose(a, rows: rows, columns: inner, into: &turned, width: rows)
        Kernels.multiply(turned, outGradient, g + place, rows: inner, inner: rows, columns: columns, adding: true)
        var matrix = [Float](repeating: 0, count: columns * inner)
        Kernels.transpose(w + place, rows: inner, columns: columns, into: &matrix, width: inner)
        Kernels.multiply(outGradient, matrix, &aGradient, rows: rows, inner: columns, columns: inner, adding: true)
    }

    private func unrectify(_ gradient: inout [Float], _ values: [Float], _ starts: [Int], _ mask: [Float]) {
        gradient.withUnsafeMutableBufferPointer { gradient in
            values.withUnsafeBufferPointer { values in
                for index in gradient.indices { gradient[index] = values[index] > 0 ? gradient[index] : 0 }
            }
        }
        scale(&gradient, starts, by: mask)
    }

    /// Multiplies the rows of each sentence by its row of a mask.
    private func scale(_ values: inout [Float], _ starts: [Int], by mask: [Float]) {
        let columns = mask.count / examples.count
        values.withUnsafeMutableBufferPointer { values in
            mask.withUnsafeBufferPointer { mask in
                for sentence in examples.indices {
                    for row in starts[sentence]..<starts[sentence + 1] {
                        for column in 0..<columns { values[row * columns + column] *= mask[sentence * columns + column] }
                    }
                }
            }
        }
    }

    private static func add(_ other: [Float], to values: inout [Float]) {
        values.withUnsafeMutableBufferPointer { values in
            other.withUnsafeBufferPointer { other in for index in values.indices { values[index] += other[index] } }
        }
    }

    private func addBias(_ gradient: [Float], rows: Int, columns: Int, _ g: UnsafeMutablePointer<Float>) {
        gradient.withUnsafeBufferPointer { gradient in
            for row in 0..<rows { for column in 0..<columns { g[column] += gradient[row * columns + column] } }
        }
    }
}
