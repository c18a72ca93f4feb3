// Feature hashes in, sums of their weights out: a linear model whose rows are runs of 8-bit weights, added in 16-bit lanes by `CKernels`. Rows
// are kept for the features that carry weight; the others cost one probe.
internal import CKernels

/// The weights of a linear model.
package struct FeatureTable: Sendable {
    /// The index with checks and rows side by side, one empty slot at least.
    private let slots: [recoupe_slot]
    private let weights: [Int8]
    /// Vectors of sixteen lanes in a row.
    package let blocks: Int

    /// `weights` holds `blocks * 16` bytes a row, in the order of the index's numbers.
    package init(index: HashTable, weights: [Int8], blocks: Int) {
        let rows = blocks > 0 ? weights.count / (16 * blocks) : 0
        let isWhole = index.checks.contains(0) && zip(index.checks, index.values).allSatisfy { $0 == 0 || Int($1) < rows }
        slots = isWhole ? zip(index.checks, index.values).map { recoupe_slot(check: $0, row: UInt32($1)) } : [recoupe_slot()]
        self.blocks = blocks
        self.weights = weights
    }

    /// Adds the rows of some features to a sum of `blocks` vectors.
    @inline(__always)
    package func add(_ features: UnsafeBufferPointer<UInt64>, to sum: UnsafeMutableBufferPointer<SIMD16<Int16>>) {
        guard sum.count >= blocks else { return }
        sum.withMemoryRebound(to: Int16.self) { sum in
            recoupe_sum_rows(features.baseAddress, features.count, slots, UInt64(slots.count - 1), weights, blocks, sum.baseAddress)
        }
    }
}
