// A parser in, the bytes of its model file out. Vectors become bytes with one scale a table, the network's weights 16-bit numbers with one
// scale a block of 64.
package import RecoupeRead

/// Packs parsers.
package enum TreePacker {
    package static func bytes(
        shape: TreeShape, relations: [String], weights: [Float], wordIndex: HashTable, wordVectors: [Float], tagVectors: [Float],
        formVectors: [Float]
    ) -> [UInt8] {
        var file = ModelWriter()
        file.add("shape", numbers: shape.numbers)
        file.add("relations", lines: relations)
        let dense = PackedFloats.wide(weights)
        file.add("weights", numbers: dense.numbers)
        file.add("weights.scale", numbers: dense.scales)
        file.add("word.keys", numbers: wordIndex.checks)
        file.add("word.row", numbers: wordIndex.values)
        for (name, table) in [("word", wordVectors), ("tag", tagVectors), ("form", formVectors)] {
            let packed = PackedFloats.narrow(table)
            file.add(name + ".vectors", numbers: packed.numbers)
            file.add(name + ".scale", numbers: [packed.scale])
        }
        return file.bytes
    }
}
