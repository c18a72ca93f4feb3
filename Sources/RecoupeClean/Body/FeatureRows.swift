// Rows of numbers, one for each block of a page, in one run of memory.

/// Features of many blocks.
package struct FeatureRows: Sendable {
    package let width: Int
    package private(set) var values: [Float]

    package init(width: Int, capacity: Int = 0) {
        self.width = width
        values = []
        values.reserveCapacity(width * capacity)
    }

    package var count: Int { width == 0 ? 0 : values.count / width }

    package mutating func append(_ row: [Float]) { values += row }

    package mutating func append(_ other: FeatureRows) { values += other.values }

    mutating func append(_ value: Float) { values.append(value) }

    /// Adds a row of others as the beginning of the next.
    mutating func append(row: Int, of other: FeatureRows) {
        values.append(contentsOf: other.values[(row * other.width)..<((row + 1) * other.width)])
    }

    subscript(row: Int, column: Int) -> Float { values[row * width + column] }
}
