// Label scores of a sentence in, its best labels out: Viterbi over the label pairs that make whole names.

/// Finds the best labels.
package struct NamePath: Sendable {
    /// Weight of label `b` after label `a` at `a * NameLabel.count + b`.
    private let transitions: [Int32]

    package init(transitions: [Int32]) { self.transitions = transitions }

    /// The best well-formed labels for the scores of some words, `NameLabel.count` each.
    package func best(_ scores: ArraySlice<Int32>) -> [Int] {
        let count = NameLabel.count
        let length = scores.count / count
        guard length > 0 else { return [] }
        var best = [Int32](repeating: .min / 2, count: length * count)
        var from = [UInt8](repeating: 0, count: length * count)
        for label in 0..<count where NameLabel.mayStart(label) { best[label] = scores[scores.startIndex + label] }
        for step in 1..<max(length, 1) where length > 1 {
            for label in 0..<count {
                let (top, origin) = origin(of: label, best, (step - 1) * count)
                best[step * count + label] = top + scores[scores.startIndex + step * count + label]
                from[step * count + label] = UInt8(origin)
            }
        }
        return Self.trace(best, from, length)
    }

    @inline(__always)
    private func origin(of label: Int, _ best: [Int32], _ row: Int) -> (Int32, Int) {
        var (top, origin) = (Int32.min / 2, 0)
        for before in NameLabel.before[label] {
            let value = best[row + before] + transitions[before * NameLabel.count + label]
            if value > top { (top, origin) = (value, before) }
        }
        return (top, origin)
    }

    private static func trace(_ best: [Int32], _ from: [UInt8], _ length: Int) -> [Int] {
        let count = NameLabel.count
        let end = (length - 1) * count
        var label = 0
        for other in 1..<count where NameLabel.mayEnd(other) && best[end + other] > best[end + label] { label = other }
        var labels = [Int](repeating: 0, count: length)
        for step in stride(from: length - 1, through: 0, by: -1) {
            labels[step] = label
            label = Int(from[step * count + label])
        }
        return labels
    }
}
