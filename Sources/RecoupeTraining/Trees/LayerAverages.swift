// One layer's products in, what its gates, candidates and memories are in each word out, and from the gradient of the memories that of the
// products: the running averages of `CKernels` while they learn.

/// The gated running averages of a layer, forwards and backwards through each sentence.
struct LayerAverages {
    private var gates: [Float]
    private var candidates: [Float]
    private(set) var memories: [Float]

    /// `product` holds a row a word: gates and candidates forwards, gates and candidates backwards, `units` each.
    init(_ product: [Float], bias: UnsafePointer<Float>, starts: [Int], units: Int) {
        let count = starts[starts.count - 1] * 2 * units
        (gates, candidates) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
        memories = [Float](repeating: 0, count: count)
        for direction in 0..<2 {
            for unit in stride(from: 0, to: units, by: 8) {
                let inner = direction * 2 * units + unit
                let (gateBias, candidateBias) = (Curves.load(bias, inner), Curves.load(bias, inner + units))
                for sentence in 1..<starts.count {
                    var held = SIMD8<Float>()
                    for step in 0..<(starts[sentence] - starts[sentence - 1]) {
                        let position = direction == 0 ? starts[sentence - 1] + step : starts[sentence] - 1 - step
                        let (line, place) = (position * 4 * units + inner, position * 2 * units + direction * units + unit)
                        let gate = Curves.sigmoid(Curves.load(product, line) + gateBias)
                        let candidate = Curves.tanh(Curves.load(product, line + units) + candidateBias)
                        held += gate * (candidate - held)
                        Curves.store(gate, &gates, place)
                        Curves.store(candidate, &candidates, place)
                        Curves.store(held, &memories, place)
                    }
                }
            }
        }
    }

    /// The gradient of the products.
    func gradient(_ memoryGradient: [Float], starts: [Int], units: Int) -> [Float] {
        var product = [Float](repeating: 0, count: 2 * memories.count)
        for direction in 0..<2 {
            for unit in stride(from: 0, to: units, by: 8) {
                for sentence in 1..<starts.count {
                    let range = starts[sentence - 1]..<starts[sentence]
                    var carried = SIMD8<Float>()
                    for step in 0..<range.count {
                        let position = direction == 0 ? range.upperBound - 1 - step : range.lowerBound + step
                        let before = direction == 0 ? position - 1 : position + 1
                        let place = position * 2 * units + direction * units + unit
                        let line = position * 4 * units + direction * 2 * units + unit
                        let held = Curves.load(memoryGradient, place) + carried
                        let gate = Curves.load(gates, place)
                        let candidate = Curves.load(candidates, place)
                        let memory =
                            range.contains(before)
                            ? Curves.load(memories, before * 2 * units + direction * units + unit) : SIMD8<Float>()
                        Curves.store(held * (candidate - memory) * gate * (1 - gate), &product, line)
                        Curves.store(held * gate * (1 - candidate * candidate), &product, line + units)
                        carried = held * (1 - gate)
                    }
                }
            }
        }
        return product
    }
}
