// Trained weights and the habits of words in, the bytes of a name tagger's model file out.
package import RecoupeRead

/// What a model file of names holds.
package struct NamePacker {
    private let index: HashTable
    private let weights: [Int8]
    private let transitions: [Int16]
    package var habits = WordHabits()

    init(weights: [Float], transitions: [Float], hashes: [UInt64], rows: Int) {
        let lanes = NameLabel.count - 1
        (index, self.weights) = AveragedWeights.packed(weights, lanes: lanes, hashes: hashes, rows: rows)
        let scale = AveragedWeights.scale(weights, lanes: lanes, rows: rows)
        self.transitions = transitions.map { Int16(max(-32_000, min(32_000, ($0 * scale).rounded()))) }
    }

    package var bytes: [UInt8] {
        var file = ModelWriter()
        file.add("feature.keys", numbers: index.checks)
        file.add("feature.row", numbers: index.values)
        file.add("weights", numbers: weights)
        file.add("transitions", numbers: transitions)
        file.add("cluster.keys", numbers: habits.classes.checks)
        file.add("cluster.class", numbers: habits.classes.values)
        file.add("habit.keys", numbers: habits.names.checks)
        file.add("habit.code", numbers: habits.names.values)
        return file.bytes
    }
}
