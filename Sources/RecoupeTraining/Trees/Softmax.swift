// Scores and the right place among them in, the loss and the scores' gradients out.

/// Cross-entropy over shares.
enum Softmax {
    /// Scores become shares, less one for the gold place; `skip` is a place that cannot be chosen.
    static func soften(_ scores: inout [Float], from start: Int, count: Int, width: Int, gold: Int, skip: Int) -> Float {
        scores.withUnsafeMutableBufferPointer { scores in
            let scores = UnsafeMutableBufferPointer(rebasing: scores[start..<(start + width)])
            var top = -Float.infinity
            for index in 0..<count where index != skip { top = max(top, scores[index]) }
            for index in count..<width { scores[index] = -.infinity }
            if skip >= 0 { scores[skip] = -.infinity }
            var sum: Float = 0
            for block in stride(from: 0, to: width, by: 8) {
                let raw = UnsafeMutableRawPointer(scores.baseAddress.map { $0 + block })
                guard let raw else { continue }
                let values = raw.loadUnaligned(as: SIMD8<Float>.self)
                let shares = Curves.exponential(values - top).replacing(with: 0, where: values .== -.infinity)
                raw.storeBytes(of: shares, as: SIMD8<Float>.self)
                sum += shares.sum()
            }
            let goldShare = max(1e-9, scores[gold] / sum)
            for index in 0..<width { scores[index] /= sum }
            scores[gold] -= 1
            return -logarithm(goldShare)
        }
    }

    private static func logarithm(_ x: Float) -> Float {
        let exponent = Float(x.exponent)
        let m = x.significand
        let y = (m - 1) / (m + 1)
        return exponent * 0.693_147_2 + 2 * (y + y * y * y / 3 + y * y * y * y * y / 5)
    }
}
