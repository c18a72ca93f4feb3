// Numbers of a network as they lie in a model file: integers with scales, and back.

/// Floats as integers.
package enum PackedFloats {
    /// Bytes with one scale for all, as the bits of a float; the largest hundred-thousandth is cut off.
    package static func narrow(_ values: [Float]) -> (numbers: [Int8], scale: UInt32) {
        let sizes = values.map { abs($0) }.sorted()
        let top = sizes.isEmpty ? 1 : max(1e-9, sizes[min(sizes.count - 1, sizes.count / 100_000 * 99_999 + sizes.count % 100_000)])
        let scale = top / 127
        return (values.map { Int8(max(-127, min(127, ($0 / scale).rounded()))) }, scale.bitPattern)
    }

    package static func floats(_ numbers: [Int8], scale: UInt32) -> [Float] {
        let scale = Float(bitPattern: scale)
        return [Float](unsafeUninitializedCapacity: numbers.count) { out, count in
            numbers.withUnsafeBufferPointer { numbers in for index in numbers.indices { out[index] = Float(numbers[index]) * scale } }
            count = numbers.count
        }
    }

    private static let block = 64

    /// 16-bit numbers with a scale for every 64.
    package static func wide(_ values: [Float]) -> (numbers: [Int16], scales: [UInt32]) {
        var numbers: [Int16] = []
        var scales: [UInt32] = []
        for start in stride(from: 0, to: values.count, by: block) {
            let part = values[start..<min(values.count, start + block)]
            let scale = max(1e-12, part.reduce(Float(0)) { max($0, abs($1)) }) / 32_000
            scales.append(scale.bitPattern)
            numbers += part.map { Int16(($0 / scale).rounded()) }
        }
        return (numbers, scales)
    }

    package static func floats(_ numbers: [Int16], scales: [UInt32]) -> [Float] {
        numbers.indices.map { index in
            index / block < scales.count ? Float(numbers[index]) * Float(bitPattern: scales[index / block]) : 0
        }
    }
}
