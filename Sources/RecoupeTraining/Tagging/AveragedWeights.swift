// The weights of an averaged perceptron while it learns (Freund and Schapire 1999; averaging as in Daumé 2006): rows of lanes, and for every
// lane the sum by which its average lags behind. Packing keeps the rows that matter and makes their weights bytes.
internal import RecoupeRead

/// Learning weights.
struct AveragedWeights {
    let lanes: Int
    private var weights: [Int32]
    private var lag: [Int64]
    private var step: Int64 = 1

    init(rows: Int, lanes: Int) {
        self.lanes = lanes
        weights = [Int32](repeating: 0, count: rows * lanes)
        lag = [Int64](repeating: 0, count: rows * lanes)
    }

    mutating func tick() { step += 1 }

    /// Sums the rows of some features (numbers below 0 are passed over).
    @inline(__always)
    func sum(_ features: [Int32], into scores: inout [Int32]) {
        for lane in 0..<lanes { scores[lane] = 0 }
        weights.withUnsafeBufferPointer { weights in
            scores.withUnsafeMutableBufferPointer { scores in
                for feature in features where feature >= 0 {
                    let start = Int(feature) * lanes
                    for lane in 0..<lanes { scores[lane] &+= weights[start + lane] }
                }
            }
        }
    }

    /// Adds to one lane of some features' rows.
    mutating func update(_ features: [Int32], lane: Int, by change: Int32) {
        for feature in features where feature >= 0 {
            let index = Int(feature) * lanes + lane
            weights[index] += change
            lag[index] += step * Int64(change)
        }
    }

    /// The weights as they are now.
    var current: [Int32] { weights }

    /// The averaged weights.
    func averaged() -> [Float] {
        weights.indices.map { Float(Double(weights[$0]) - Double(lag[$0]) / Double(step)) }
    }

    private static func strength(_ averaged: [Float], lanes: Int, row: Int) -> Float {
        (0..<lanes).reduce(Float(0)) { max($0, abs(averaged[row * lanes + $1])) }
    }

    /// What weights are multiplied by to become bytes: all but the strongest thousandth fit.
    private static func scale(_ strengths: [Float]) -> Float {
        let sorted = strengths.sorted()
        let top = sorted.isEmpty ? 1 : sorted[min(sorted.count - 1, sorted.count * 999 / 1000)]
        return 127 / max(top, .leastNonzeroMagnitude)
    }

    /// The scale at which `packed` makes bytes of these weights.
    static func scale(_ averaged: [Float], lanes: Int, rows limit: Int) -> Float {
        let strengths = (0..<(averaged.count / max(lanes, 1))).map { strength(averaged, lanes: lanes, row: $0) }
        return scale(Array(strengths.sorted(by: >).prefix(limit).filter { $0 > 0 }))
    }

    /// The rows with the most weight, as bytes, with their index; rows of the features in `foreign` are left out.
    static func packed(_ averaged: [Float], lanes: Int, hashes: [UInt64], rows limit: Int, but foreign: Set<UInt64> = []) -> (
        index: HashTable, weights: [Int8]
    ) {
        let strength = hashes.indices.map { foreign.contains(hashes[$0]) ? 0 : Self.strength(averaged, lanes: lanes, row: $0) }
        let kept = hashes.indices.sorted { (-strength[$0], $0) < (-strength[$1], $1) }.prefix(min(limit, 65_535)).filter {
            strength[$0] > 0
        }.sorted()
        let scale = scale(kept.map { strength[$0] })
        var entries: [(hash: UInt64, value: UInt16)] = []
        var bytes: [Int8] = []
        bytes.reserveCapacity(kept.count * lanes)
        for (number, row) in kept.enumerated() {
            entries.append((hashes[row], UInt16(number)))
            for lane in 0..<lanes {
                let weight = (averaged[row * lanes + lane] * scale).rounded()
                bytes.append(Int8(max(-127, min(127, weight))))
            }
        }
        return (HashTable(entries), bytes)
    }
}
