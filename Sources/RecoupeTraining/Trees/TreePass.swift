// One sentence's way through the tree network and back. Names follow `TreeParser`; every array is row-major, a row a word.
internal import RecoupeRead

/// The values and gradients of one sentence.
struct TreePass {
    let shape: TreeShape
    let example: TreeExample
    private let places: TreeShape.Places
    private(set) var words: [Int]
    private(set) var tags: [Int]
    private(set) var inputGradient: [Float] = []
    /// States before each layer, and after the last.
    private var states: [[Float]] = []
    private var gates: [[Float]] = []
    private var candidates: [[Float]] = []
    private var memories: [[Float]] = []
    private var masks: [[Float]] = []
    private var dependents: [Float] = []
    private var heads: [Float] = []
    private var paired: [Float] = []
    private var scores: [Float] = []
    private var relationHidden: [Float] = []
    private var relationScores: [Float] = []
    private var rooted: [Float] = []
    private var dependentMask: [Float]
    private var headMask: [Float]
    private var relationMask: [Float]

    private var count: Int { example.count }
    private var scoreWidth: Int { (count + 8) / 8 * 8 }

    init(shape: TreeShape, example: TreeExample) {
        self.shape = shape
        self.example = example
        places = shape.places
        words = example.words
        tags = example.tags
        dependentMask = [Float](repeating: 1, count: shape.arcs)
        headMask = dependentMask
        relationMask = [Float](repeating: 1, count: shape.relations)
        masks = [[Float]](repeating: [Float](repeating: 1, count: shape.width), count: shape.layers + 1)
    }

    /// Chooses what is left out in this pass: words, tags, and columns of states.
    mutating func drop(word: Float, state: Float, _ generator: inout SeededGenerator) {
        guard word > 0 || state > 0 else { return }
        for index in words.indices where Float.random(in: 0..<1, using: &generator) < word { words[index] = 0 }
        func mask(_ count: Int) -> [Float] {
            (0..<count).map { _ in Float.random(in: 0..<1, using: &generator) < state ? 0 : 1 / (1 - state) }
        }
        masks = masks.map { mask($0.count) }
        dependentMask = mask(shape.arcs)
        headMask = mask(shape.arcs)
        relationMask = mask(shape.relations)
    }

    // MARK: Forward

    mutating func fillInputs(words table: [Float], tags tagTable: [Float], forms: [Float], _ w: UnsafePointer<Float>) {
        var out = [Float](repeating: 0, count: count * shape.input)
        for number in 0..<count {
            let start = number * shape.input
            for index in 0..<shape.input { out[start + index] = w[places.domain + example.domain * shape.input + index] }
            for index in 0..<shape.words { out[start + index] += table[words[number] * shape.words + index] }
            for index in 0..<shape.tags { out[start + shape.words + index] += tagTable[tags[number] * shape.tags + index] }
            for form in example.forms[number] {
                for index in 0..<shape.forms { out[start + shape.words + shape.tags + index] += forms[form * shape.forms + index] }
            }
            for index in 0..<shape.input { out[start + index] *= masks[shape.layers][index] }
        }
        states = [out]
    }

    mutating func forward(_ w: UnsafePointer<Float>) {
        for layer in 0..<shape.layers { run(layer, w) }
        let last = states[shape.layers]
        rooted = Array(UnsafeBufferPointer(start: w + places.root, count: shape.width)) + last
        dependents = rectified(last, rows: count, w, places.dependent, places.dependentBias, dependentMask)
        heads = rectified(rooted, rows: count + 1, w, places.head, places.headBias, headMask)
        paired = [Float](repeating: 0, count: count * shape.arcs)
        Kernels.multiply(dependents, w + places.pair, &paired, rows: count, inner: shape.arcs, columns: shape.arcs)
        for row in 0..<count { for index in 0..<shape.arcs { paired[row * shape.arcs + index] += w[places.headAlone + index] } }
        var turned = [Float](repeating: 0, count: shape.arcs * scoreWidth)
        Kernels.transpose(heads, rows: count + 1, columns: shape.arcs, into: &turned, width: scoreWidth)
        scores = [Float](repeating: 0, count: count * scoreWidth)
        Kernels.multiply(paired, turned, &scores, rows: count, inner: shape.arcs, columns: scoreWidth)
        for word in 0..<count {
            for head in -1..<count { scores[word * scoreWidth + 1 + head] += w[places.distance + TreeShape.bucket(word: word, head: head)] }
        }
        forwardRelations(last, w)
    }

    private mutating func run(_ layer: Int, _ w: UnsafePointer<Float>) {
        let (units, width) = (shape.units, shape.width)
        var product = [Float](repeating: 0, count: count * 4 * units)
        Kernels.multiply(states[layer], w + places.layer[layer], &product, rows: count, inner: width, columns: 4 * units)
        var gate = [Float](repeating: 0, count: count * width)
        var candidate = gate
        var memory = gate
        let bias = w + places.layerBias[layer]
        for direction in 0..<2 {
            for unit in stride(from: 0, to: units, by: 8) {
                var held = SIMD8<Float>()
                let (gateBias, candidateBias) = (
                    Curves.load(bias, direction * 2 * units + unit), Curves.load(bias, direction * 2 * units + units + unit)
                )
                for step in 0..<count {
                    let position = direction == 0 ? step : count - 1 - step
                    let line = position * 4 * units + direction * 2 * units + unit
                    let place = position * width + direction * units + unit
                    let g = Curves.sigmoid(Curves.load(product, line) + gateBias)
                    let c = Curves.tanh(Curves.load(product, line + units) + candidateBias)
                    held += g * (c - held)
                    Curves.store(g, &gate, place)
                    Curves.store(c, &candidate, place)
                    Curves.store(held, &memory, place)
                }
            }
        }
        var next = states[layer]
        for row in 0..<count { for index in 0..<width { next[row * width + index] += memory[row * width + index] * masks[layer][index] } }
        gates.append(gate)
        candidates.append(candidate)
        memories.append(memory)
        states.append(next)
    }

    private func rectified(_ a: [Float], rows: Int, _ w: UnsafePointer<Float>, _ matrix: Int, _ bias: Int, _ mask: [Float]) -> [Float] {
        let columns = mask.count
        var out = [Float](repeating: 0, count: rows * columns)
        Kernels.multiply(a, w + matrix, &out, rows: rows, inner: shape.width, columns: columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let value = out[row * columns + column] + w[bias + column]
                out[row * columns + column] = max(0, value) * mask[column]
            }
        }
        return out
    }

    private mutating func forwardRelations(_ last: [Float], _ w: UnsafePointer<Float>) {
        let size = shape.relations
        var own = [Float](repeating: 0, count: count * size)
        var other = [Float](repeating: 0, count: (count + 1) * size)
        Kernels.multiply(last, w + places.relationDependent, &own, rows: count, inner: shape.width, columns: size)
        Kernels.multiply(rooted, w + places.relationHead, &other, rows: count + 1, inner: shape.width, columns: size)
        for word in 0..<count {
            for index in 0..<size {
                let value = own[word * size + index] + other[(example.heads[word] + 1) * size + index] + w[places.relationBias + index]
                own[word * size + index] = max(0, value) * relationMask[index]
            }
        }
        relationHidden = own
        relationScores = [Float](repeating: 0, count: count * shape.relationWidth)
        Kernels.multiply(own, w + places.relationOut, &relationScores, rows: count, inner: size, columns: shape.relationWidth)
    }

    /// The loss; scores become their gradients.
    mutating func losses(_ w: UnsafePointer<Float>) -> Float {
        var loss: Float = 0
        for word in 0..<count {
            loss += Self.soften(
                &scores, from: word * scoreWidth, count: count + 1, width: scoreWidth, gold: example.heads[word] + 1, skip: word + 1)
            let start = word * shape.relationWidth
            for relation in 0..<shape.relationCount { relationScores[start + relation] += w[places.relationOutBias + relation] }
            loss += Self.soften(
                &relationScores, from: start, count: shape.relationCount, width: shape.relationWidth, gold: example.relations[word],
                skip: -1)
        }
        return loss
    }

    /// Softmax with cross-entropy: scores become shares, less one for the gold place.
    private static func soften(_ scores: inout [Float], from start: Int, count: Int, width: Int, gold: Int, skip: Int) -> Float {
        var top = -Float.infinity
        for index in 0..<count where index != skip { top = max(top, scores[start + index]) }
        var sum: Float = 0
        for index in 0..<width {
            let share: Float = index < count && index != skip ? Curves.exponential(SIMD8(repeating: scores[start + index] - top))[0] : 0
            scores[start + index] = share
            sum += share
        }
        let goldShare = max(1e-9, scores[start + gold] / sum)
        for index in 0..<count { scores[start + index] /= sum }
        scores[start + gold] -= 1
        return -logarithm(goldShare)
    }

    private static func logarithm(_ x: Float) -> Float {
        let exponent = Float(x.exponent)
        let m = x.significand
        let y = (m - 1) / (m + 1)
        return exponent * 0.693_147_2 + 2 * (y + y * y * y / 3 + y * y * y * y * y / 5)
    }

    // MARK: Backward

    mutating func backward(_ w: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>) {
        var rootedGradient = [Float](repeating: 0, count: (count + 1) * shape.width)
        var gradient = [Float](repeating: 0, count: count * shape.width)
        backwardArcs(w, g, &gradient, &rootedGradient)
        backwardRelations(w, g, &gradient, &rootedGradient)
        for index in 0..<shape.width { g[places.root + index] += rootedGradient[index] }
        for index in gradient.indices { gradient[index] += rootedGradient[shape.width + index] }
        for layer in stride(from: shape.layers - 1, through: 0, by: -1) { backward(layer, &gradient, w, g) }
        for row in 0..<count { for index in 0..<shape.input { gradient[row * shape.input + index] *= masks[shape.layers][index] } }
        inputGradient = gradient
    }

    private func backwardArcs(
        _ w: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, _ gradient: inout [Float], _ rootedGradient: inout [Float]
    ) {
        let arcs = shape.arcs
        for word in 0..<count {
            for head in -1..<count {
                g[places.distance + TreeShape.bucket(word: word, head: head)] += scores[word * scoreWidth + 1 + head]
            }
        }
        var padded = [Float](repeating: 0, count: scoreWidth * arcs)
        padded.replaceSubrange(0..<heads.count, with: heads)
        var pairedGradient = [Float](repeating: 0, count: count * arcs)
        Kernels.multiply(scores, padded, &pairedGradient, rows: count, inner: scoreWidth, columns: arcs)
        var turned = [Float](repeating: 0, count: scoreWidth * count)
        Kernels.transpose(scores, rows: count, columns: scoreWidth, into: &turned, width: count)
        var headGradient = [Float](repeating: 0, count: (count + 1) * arcs)
        Kernels.multiply(turned, paired, &headGradient, rows: count + 1, inner: count, columns: arcs)
        for row in 0..<count { for index in 0..<arcs { g[places.headAlone + index] += pairedGradient[row * arcs + index] } }
        var dependentGradient = [Float](repeating: 0, count: count * arcs)
        product(dependents, pairedGradient, rows: count, inner: arcs, columns: arcs, w, g, places.pair, &dependentGradient)
        unrectify(&dependentGradient, dependents, dependentMask)
        unrectify(&headGradient, heads, headMask)
        addBias(dependentGradient, rows: count, columns: arcs, g + places.dependentBias)
        addBias(headGradient, rows: count + 1, columns: arcs, g + places.headBias)
        product(states[shape.layers], dependentGradient, rows: count, inner: shape.width, columns: arcs, w, g, places.dependent, &gradient)
        product(rooted, headGradient, rows: count + 1, inner: shape.width, columns: arcs, w, g, places.head, &rootedGradient)
    }

    private func backwardRelations(
        _ w: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>, _ gradient: inout [Float], _ rootedGradient: inout [Float]
    ) {
        let size = shape.relations
        addBias(relationScores, rows: count, columns: shape.relationWidth, g + places.relationOutBias)
        var hidden = [Float](repeating: 0, count: count * size)
        product(relationHidden, relationScores, rows: count, inner: size, columns: shape.relationWidth, w, g, places.relationOut, &hidden)
        unrectify(&hidden, relationHidden, relationMask)
        addBias(hidden, rows: count, columns: size, g + places.relationBias)
        var other = [Float](repeating: 0, count: (count + 1) * size)
        for word in 0..<count {
            for index in 0..<size { other[(example.heads[word] + 1) * size + index] += hidden[word * size + index] }
        }
        product(states[shape.layers], hidden, rows: count, inner: shape.width, columns: size, w, g, places.relationDependent, &gradient)
        product(rooted, other, rows: count + 1, inner: shape.width, columns: size, w, g, places.relationHead, &rootedGradient)
    }

    private func backward(_ layer: Int, _ gradient: inout [Float], _ w: UnsafePointer<Float>, _ g: UnsafeMutablePointer<Float>) {
        let (units, width) = (shape.units, shape.width)
        var product = [Float](repeating: 0, count: count * 4 * units)
        for direction in 0..<2 {
            for unit in stride(from: 0, to: units, by: 8) {
                var carried = SIMD8<Float>()
                let mask = Curves.load(masks[layer], direction * units + unit)
                for step in 0..<count {
                    let position = direction == 0 ? count - 1 - step : step
                    let before = direction == 0 ? position - 1 : position + 1
                    let place = position * width + direction * units + unit
                    let line = position * 4 * units + direction * 2 * units + unit
                    let held = Curves.load(gradient, place) * mask + carried
                    let gate = Curves.load(gates[layer], place)
                    let candidate = Curves.load(candidates[layer], place)
                    let memory =
                        before >= 0 && before < count
                        ? Curves.load(memories[layer], before * width + direction * units + unit) : SIMD8<Float>()
                    Curves.store(held * (candidate - memory) * gate * (1 - gate), &product, line)
                    Curves.store(held * gate * (1 - candidate * candidate), &product, line + units)
                    carried = held * (1 - gate)
                }
            }
        }
        addBias(product, rows: count, columns: 4 * units, g + places.layerBias[layer])
        self.product(states[layer], product, rows: count, inner: width, columns: 4 * units, w, g, places.layer[layer], &gradient)
    }

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

    private func unrectify(_ gradient: inout [Float], _ values: [Float], _ mask: [Float]) {
        for index in gradient.indices { gradient[index] = values[index] > 0 ? gradient[index] * mask[index % mask.count] : 0 }
    }

    private func addBias(_ gradient: [Float], rows: Int, columns: Int, _ g: UnsafeMutablePointer<Float>) {
        for row in 0..<rows { for column in 0..<columns { g[column] += gradient[row * columns + column] } }
    }
}
