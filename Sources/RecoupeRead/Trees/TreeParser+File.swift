// A parser from its model file, and its parts back for packing.
package import RecoupeLanguage

extension TreeParser {
    /// The parser of a pack, or nothing where the pack has none.
    package init?(_ pack: LanguagePack) throws(PackError) {
        guard let bytes = pack.bytes("models/trees.bin") else { return nil }
        let path = "Languages/\(pack.code)/models/trees.bin"
        let file = try ModelFile(bytes, path: path)
        let broken = PackError(file: path, trouble: "has parts of other sizes than it says", remedy: "train it with this recoupe-forge")
        guard let shape = TreeShape(numbers: try file.numbers("shape")) else { throw broken }
        func table(_ name: String) throws(PackError) -> [Float] {
            PackedFloats.floats(
                try file.numbers(name + ".vectors", as: Int8.self), scale: try file.numbers(name + ".scale", as: UInt32.self).first ?? 0)
        }
        self.init(
            shape: shape, relations: try file.lines("relations"),
            weights: PackedFloats.floats(try file.numbers("weights", as: Int16.self), scales: try file.numbers("weights.scale")),
            wordIndex: HashTable(checks: try file.numbers("word.keys"), values: try file.numbers("word.row")),
            wordVectors: try table("word"), tagVectors: try table("tag"), formVectors: try table("form"))
        guard isWhole else { throw broken }
    }
}
