// Feature hashes in, sums of their weights out: a linear model whose rows are runs of 16-bit lanes, added with SIMD16<Int16>. Rows are kept
// for the features that carry weight; the others cost one probe.

/// The weights of a linear model.
package struct FeatureTable: Sendable {
    private let index: HashTable
    private let rows: [SIMD16<Int16>]
    /// Vectors of sixteen lanes in a row.
    package let blocks: Int

    /// `weights` holds `blocks * 16` bytes a row, in the order of the index's numbers.
    package init(index: HashTable, weights: [Int8], blocks: Int) {
        self.index = index
        self.blocks = blocks
        let count = weights.count / 16
        rows = [SIMD16<Int16>](unsafeUninitializedCapacity: count) { buffer, initialised in
            let lanes = UnsafeMutableRawBufferPointer(buffer).bindMemory(to: Int16.self)
            weights.withUnsafeBufferPointer { source in
                for lane in 0..<(count * 16) { lanes[lane] = Int16(source[lane]) }
            }
            initialised = count
        }
    }

    /// Adds the rows of some features to a sum of `blocks` vectors.
    @inline(__always)
    package func add(_ features: UnsafeBufferPointer<UInt64>, to sum: UnsafeMutableBufferPointer<SIMD16<Int16>>) {
        rows.withUnsafeBufferPointer { rows in
            for feature in features {
                guard let row = index[feature] else { continue }
                let start = Int(row) * blocks
                guard start + blocks <= rows.count else { continue }
                for block in 0..<blocks { sum[block] &+= rows[start + block] }
            }
        }
    }
}
