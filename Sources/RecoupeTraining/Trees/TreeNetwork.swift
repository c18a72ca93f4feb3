// The tree network while it learns: forward with dropout, losses of heads and relations, and the gradients written out by hand. It computes
// what `TreeParser` computes; a test compares the two, and another compares the gradients with differences.
internal import RecoupeRead

/// A network with its parameters.
struct TreeNetwork {
    let shape: TreeShape
    private let places: TreeShape.Places
    var dense: Adam
    var words: Adam
    var tags: Adam
    var forms: Adam
    var dropout: Float = 0.2
    /// How often each word is taken for an unknown one; empty for never.
    var wordDropout: [Float] = []

    init(shape: TreeShape, wordVectors: [Float], generator: inout SeededGenerator) {
        self.shape = shape
        places = shape.places
        func random(_ count: Int, _ bound: Float) -> [Float] {
            (0..<count).map { _ in Float.random(in: -bound...bound, using: &generator) }
        }
        var values = [Float](repeating: 0, count: places.count)
        func fill(_ start: Int, _ rows: Int, _ columns: Int) {
            let bound = (6 / Float(rows + columns)).squareRoot()
            for index in start..<(start + rows * columns) { values[index] = Float.random(in: -bound...bound, using: &generator) }
        }
        for layer in places.layer { fill(layer, shape.width, 4 * shape.units) }
        fill(places.root, 1, shape.width)
        fill(places.dependent, shape.width, shape.arcs)
        fill(places.head, shape.width, shape.arcs)
        fill(places.pair, shape.arcs, shape.arcs)
        fill(places.relationDependent, shape.width, shape.relations)
        fill(places.relationHead, shape.width, shape.relations)
        fill(places.relationOut, shape.relations, shape.relationWidth)
        dense = Adam(values)
        words = Adam(wordVectors, rowSize: shape.words)
        tags = Adam(random(shape.tagCount * shape.tags, 0.3), rowSize: shape.tags)
        forms = Adam(random(TreeShape.formRows * shape.forms, 0.15), rowSize: shape.forms)
    }

    /// Adds the gradients of some sentences and gives their loss.
    mutating func learn(_ examples: [TreeExample], _ generator: inout SeededGenerator) -> Float {
        var pass = TreePass(shape: shape, examples: examples)
        pass.drop(words: wordDropout, state: dropout, &generator)
        let loss = dense.values.withUnsafeBufferPointer { buffer -> Float in
            guard let w = buffer.baseAddress else { return 0 }
            pass.fillInputs(words: words.values, tags: tags.values, forms: forms.values, w)
            pass.forward(w)
            return pass.losses(w)
        }
        dense.gradients.withUnsafeMutableBufferPointer { gradients in
            dense.values.withUnsafeBufferPointer { values in
                guard let g = gradients.baseAddress, let w = values.baseAddress else { return }
                pass.backward(w, g)
            }
        }
        spread(pass)
        return loss
    }

    /// Gives the input's gradients to the rows of the tables.
    private mutating func spread(_ pass: TreePass) {
        var number = 0
        for example in pass.examples {
            let domain = places.domain + example.domain * shape.input
            for inner in 0..<example.count {
                let start = number * shape.input
                words.add(pass.inputGradient, from: start, to: pass.words[number])
                tags.add(pass.inputGradient, from: start + shape.words, to: example.tags[inner])
                for form in example.forms[inner] { forms.add(pass.inputGradient, from: start + shape.words + shape.tags, to: form) }
                for column in 0..<shape.input { dense.gradients[domain + column] += pass.inputGradient[start + column] }
                number += 1
            }
        }
    }

    mutating func step(rate: Float, time: Int) {
        dense.step(rate: rate, time: time, decay: 0.998)
        words.step(rate: rate * 0.5, time: time, decay: 0.998)
        tags.step(rate: rate, time: time, decay: 0.998)
        forms.step(rate: rate, time: time, decay: 0.998)
    }
}
