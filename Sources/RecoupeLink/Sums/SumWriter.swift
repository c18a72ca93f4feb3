// Sums and the contradictions between a whole and its parts, as items with their ids, passages and phrases.
internal import RecoupeModel

/// Writes sums.
enum SumWriter {
    static func sum(_ whole: Figure, _ parts: [Figure], holds: Bool, rule: String) -> Sum {
        let places = parts.map(\.passage)
        return Sum(
            id: Identifier.item("u", whole.passage, places.map { "\($0.start)" }.joined(separator: " ")), whole: whole.value ?? 0,
            parts: parts.map { $0.value ?? 0 }, holds: holds, wholePassage: whole.passage, partPassages: places,
            because: [Because(rule: rule, passages: [whole.passage] + places)])
    }

    /// Parts that are more than their whole.
    static func exceeding(_ whole: Figure, _ parts: [Figure], _ total: Double) -> Conflict {
        conflict(
            [whole], parts,
            Phrase(
                "conflict.sum.exceeds",
                ["whole": Amount.text(whole.value ?? 0), "parts": list(parts), "total": Amount.text(total)]),
            remedy: nil)
    }

    /// Parts that are listed as all of their whole and are not.
    static func missing(_ whole: Figure, _ parts: [Figure], _ total: Double) -> Conflict {
        conflict(
            [whole], parts,
            Phrase("conflict.sum.partition", ["wholes": Amount.text(whole.value ?? 0), "totals": Amount.text(total)]), remedy: nil)
    }

    /// Wholes that the parts do not add up to as written, though they would if one sentence's figures changed places.
    static func permuted(_ wholes: [Figure], _ parts: [[Figure]], asWritten: [Double]) -> Conflict {
        let readings = wholes.enumerated().map { index, whole in
            "\(parts[index].map { Amount.text($0.value ?? 0) }.joined(separator: " + ")) = \(Amount.text(whole.value ?? 0))"
                + (whole.counted.map { " " + $0 } ?? "")
        }
        return conflict(
            wholes, parts.joined().sorted { $0.passage < $1.passage },
            Phrase(
                "conflict.sum.partition",
                ["wholes": list(wholes), "totals": asWritten.map { Amount.text($0) }.joined(separator: ", ")]),
            remedy: Phrase("conflict.sum.permuted", ["reading": readings.joined(separator: ", ")]))
    }

    private static func list(_ figures: [Figure]) -> String { figures.map { Amount.text($0.value ?? 0) }.joined(separator: ", ") }

    private static func conflict(_ wholes: [Figure], _ parts: [Figure], _ reason: Phrase, remedy: Phrase?) -> Conflict {
        let sides = [wholes.map(\.passage), parts.map(\.passage)]
        return Conflict(
            id: Identifier.of("k", ["sum"] + sides.joined().map { "\($0.article):\($0.start)-\($0.end)" }), kind: .sum, sides: sides,
            reason: reason, remedy: remedy, because: [Because(rule: "link.sum.partition-by-place", passages: sides.flatMap { $0 })])
    }
}
