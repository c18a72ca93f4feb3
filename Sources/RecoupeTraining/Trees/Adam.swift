// Gradients in, smaller errors out: Adam (Kingma and Ba 2015) over one run of parameters, whole or by rows where few rows are touched.

/// Parameters with their moments.
struct Adam {
    var values: [Float]
    var gradients: [Float]
    private var first: [Float]
    private var second: [Float]
    private let rowSize: Int
    private var touched: [Int] = []
    private var isTouched: [Bool] = []
    private let isSparse: Bool
    /// Running average of the values (Polyak), for packing.
    private(set) var averages: [Float]

    /// `rowSize` 0 for parameters that are all touched each time.
    init(_ values: [Float], rowSize: Int = 0) {
        self.values = values
        self.rowSize = rowSize
        isSparse = rowSize > 0
        gradients = [Float](repeating: 0, count: values.count)
        first = gradients
        second = gradients
        averages = values
        if isSparse { isTouched = [Bool](repeating: false, count: values.count / rowSize) }
    }

    /// Adds a row's gradient, that lies in `source` from a place on.
    mutating func add(_ source: [Float], from start: Int, to row: Int) {
        let (size, first) = (rowSize, row * rowSize)
        gradients.withUnsafeMutableBufferPointer { gradients in
            source.withUnsafeBufferPointer { source in for index in 0..<size { gradients[first + index] += source[start + index] } }
        }
        if !isTouched[row] {
            isTouched[row] = true
            touched.append(row)
        }
    }

    /// Takes a step; `time` counts from 1. The gradients are zero afterwards.
    mutating func step(rate: Float, time: Int, decay: Float) {
        let correction = (1 - Self.power(0.9, time), 1 - Self.power(0.98, time))
        if isSparse {
            for row in touched {
                step(row * rowSize..<(row + 1) * rowSize, rate, correction)
                isTouched[row] = false
            }
            touched.removeAll(keepingCapacity: true)
        } else {
            step(0..<values.count, rate, correction)
        }
        let keep = min(decay, Float(time) / Float(time + 10))
        averages.withUnsafeMutableBufferPointer { averages in
            values.withUnsafeBufferPointer { values in
                for index in 0..<values.count { averages[index] += (1 - keep) * (values[index] - averages[index]) }
            }
        }
    }

    private mutating func step(_ range: Range<Int>, _ rate: Float, _ correction: (Float, Float)) {
        let (size, scale) = (rate / correction.0, 1 / correction.1)
        values.withUnsafeMutableBufferPointer { values in
            gradients.withUnsafeMutableBufferPointer { gradients in
                first.withUnsafeMutableBufferPointer { first in
                    second.withUnsafeMutableBufferPointer { second in
                        for index in range {
                            let gradient = gradients[index]
                            first[index] = 0.9 * first[index] + 0.1 * gradient
                            second[index] = 0.98 * second[index] + 0.02 * gradient * gradient
                            values[index] -= size * first[index] / ((second[index] * scale).squareRoot() + 1e-7)
                            gradients[index] = 0
                        }
                    }
                }
            }
        }
    }

    private static func power(_ base: Float, _ exponent: Int) -> Float {
        (0..<min(exponent, 4000)).reduce(Float(1)) { product, _ in product * base }
    }
}
