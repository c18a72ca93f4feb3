// Rows of features in, each feature's values sorted into at most 160 bins of about equal size, so that a split is sought among bins.
internal import RecoupeClean

/// Binned features, a column each.
struct FeatureBins {
    /// Columns of bin numbers.
    private(set) var columns: [[UInt8]] = []
    /// For each feature the thresholds between neighbouring bins: a value belongs to the first bin whose threshold it does not exceed.
    private(set) var thresholds: [[Float]] = []
    let count: Int

    static let most = 160

    var width: Int { columns.count }

    init(_ rows: FeatureRows) {
        count = rows.count
        for feature in 0..<rows.width {
            let column = (0..<rows.count).map { rows.values[$0 * rows.width + feature] }
            let edges = Self.edges(column)
            thresholds.append(edges)
            columns.append(column.map { Self.bin($0, edges) })
        }
    }

    /// Middles between neighbouring values, at most so many, at about equal steps.
    private static func edges(_ column: [Float]) -> [Float] {
        let sorted = column.sorted()
        guard let first = sorted.first else { return [] }
        var out: [Float] = []
        var (previous, size) = (first, 0)
        let step = max(1, sorted.count / most)
        for value in sorted {
            if value != previous, size >= step || out.isEmpty {
                out.append(previous + (value - previous) / 2)
                size = 0
            }
            size += 1
            previous = value
        }
        return Array(out.prefix(most))
    }

    private static func bin(_ value: Float, _ edges: [Float]) -> UInt8 {
        var (low, high) = (0, edges.count)
        while low < high {
            let middle = (low + high) / 2
            if value <= edges[middle] { high = middle } else { low = middle + 1 }
        }
        return UInt8(low)
    }
}
