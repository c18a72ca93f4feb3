// Contradictions: both sides beside each other, one sentence of why, and a reading that would reconcile them where there is one.
internal import RecoupeModel

extension PageWriter {
    func conflicts() -> Markup {
        let conflicts = view.dossier.conflicts
        return fill("conflicts", ["conflicts": .list(conflicts.map(value)), "none": .flag(conflicts.isEmpty)])
    }

    private func value(_ conflict: Conflict) -> Value {
        let letters = ["A", "B", "C", "D", "E", "F"]
        let sides: [Value] = conflict.sides.enumerated().map { index, side in
            [
                "letter": .text(index < letters.count ? letters[index] : String(index + 1)), "passages": .list(side.map(told)),
                "side_label": .text(words("conflict.side", ["letter": index < letters.count ? letters[index] : String(index + 1)])),
            ]
        }
        return [
            "id": .text(conflict.id), "kind": badge("clash", conflict.kind.rawValue, style: "conflict"), "why": .text(words.why(conflict)),
            "sides": .list(sides), "proposal": Value(words.proposal(conflict)), "because": because(conflict.because),
        ]
    }

    /// A passage, and who says it where it is a statement.
    private func told(_ passage: Passage) -> Value {
        let statement = view.statementsByReport[passage.article]?.first { $0.passage == passage || $0.content == passage }
        let speaker: Value? = statement.map { statement in
            ["name": .text(speakerName(statement)), "href": .text(links.item(statement.id, in: .statements))]
        }
        return ["passage": self.passage(passage), "said_by": speaker ?? .nothing]
    }
}
