// All parts of a tagger in, the bytes of its model file out.
package import RecoupeRead

/// What a model file of tags holds.
package struct TaggerPacker {
    package var tags: TagSet
    package var index: HashTable
    package var weights: [Int8]
    package var classes: HashTable
    package var parts: [UInt32]
    package var clusters: HashTable
    package var lemmas: HashTable
    package var rules: [Lemmatiser.Rule]
    package var several: [Int16]
    package var ends: [Int16]

    package var bytes: [UInt8] {
        var file = ModelWriter()
        file.add("tags", lines: tags.names)
        file.add("feature.keys", numbers: index.checks)
        file.add("feature.row", numbers: index.values)
        file.add("weights", numbers: weights)
        file.add("lexicon.keys", numbers: classes.checks)
        file.add("lexicon.class", numbers: classes.values)
        file.add("lexicon.parts", numbers: parts)
        file.add("cluster.keys", numbers: clusters.checks)
        file.add("cluster.number", numbers: clusters.values)
        file.add("lemma.keys", numbers: lemmas.checks)
        file.add("lemma.rule", numbers: lemmas.values)
        file.add("lemma.rules", lines: rules.map(\.line))
        file.add("several", numbers: several)
        file.add("ends", numbers: ends)
        return file.bytes
    }
}
