// Why an item stands in a dossier: its rule, and every passage behind it.
public import RecoupeModel

/// An item of a dossier with all that it rests on.
public struct Explanation: Sendable, Codable {
    public var id: String
    /// What it is: `figure`, `statement`, `event` …
    public var item: String
    /// The item in one line.
    public var summary: String
    public var because: [Because]
}

extension Dossier {
    /// The explanation of the item with this id, or nothing where the dossier has no such item.
    public func explanation(of id: String) -> Explanation? {
        explanationOfReading(id) ?? explanationOfLink(id)
    }

    private func explanationOfReading(_ id: String) -> Explanation? {
        if let time = times.first(where: { $0.id == id }) {
            let value = time.value + (time.mod.map { " " + $0.rawValue } ?? "")
            return Explanation(id: id, item: "time", summary: value, because: [Because(rule: time.rule, passages: [time.passage])])
        }
        if let figure = figures.first(where: { $0.id == id }) {
            return Explanation(
                id: id, item: "figure", summary: figure.text, because: [Because(rule: figure.rule, passages: [figure.passage])])
        }
        if let said = statements.first(where: { $0.id == id }) {
            let passages = [said.content, said.cuePassage, said.speakerPassage, said.saidOnPassage, said.venuePassage, said.toPassage]
            return Explanation(
                id: id, item: "statement", summary: "\(said.speakerName ?? said.speakerText ?? "?"): \(said.content.text)",
                because: [Because(rule: ([said.rule] + said.doubts).joined(separator: ", "), passages: passages.compactMap { $0 })]
            )
        }
        return nil
    }

    private func explanationOfLink(_ id: String) -> Explanation? {
        if let entity = entities.first(where: { $0.id == id }) {
            let mentions = Because(rule: "mentions", passages: entity.mentions)
            return Explanation(id: id, item: "entity", summary: entity.name, because: entity.because + [mentions])
        }
        if let event = events.first(where: { $0.id == id }) {
            let mentions = Because(rule: "mentions", passages: event.mentions.map(\.passage))
            return Explanation(id: id, item: "event", summary: event.label, because: event.because + [mentions])
        }
        if let measure = measures.first(where: { $0.id == id }) {
            let points = measure.points.compactMap { point in figures.first { $0.id == point.figure }?.passage }
            return Explanation(
                id: id, item: "measure", summary: measure.label, because: measure.because + [Because(rule: "points", passages: points)]
            )
        }
        return explanationOfCheck(id)
    }

    private func explanationOfCheck(_ id: String) -> Explanation? {
        if let conflict = conflicts.first(where: { $0.id == id }) {
            let sides = conflict.sides.map { Because(rule: "side", passages: $0) }
            return Explanation(id: id, item: "conflict", summary: conflict.why, because: conflict.because + sides)
        }
        if let promise = commitments.first(where: { $0.id == id }) {
            let evidence = [Because(rule: "made", passages: [promise.passage]), Because(rule: "evidence", passages: promise.evidence)]
            return Explanation(id: id, item: "commitment", summary: promise.what, because: promise.because + evidence)
        }
        if let sum = sums.first(where: { $0.id == id }) {
            let passages = Because(rule: "whole and parts", passages: [sum.wholePassage] + sum.partPassages)
            return Explanation(id: id, item: "sum", summary: "\(sum.whole) = \(sum.parts)", because: sum.because + [passages])
        }
        if let copy = copies.first(where: { $0.id == id }) {
            let runs = copy.passages.map { Because(rule: "same words", passages: $0) }
            return Explanation(id: id, item: "copy", summary: "\(copy.article) ← \(copy.of)", because: copy.because + runs)
        }
        return nil
    }
}
