// Every run of a report that some item of the dossier rests on: what must be findable in the report's page.
internal import RecoupeModel

/// A run of a report, in code points, and what it is cited for.
struct Citation: Sendable, Hashable {
    /// What a mark shows; each has a style of its own.
    enum Kind: String, Sendable, CaseIterable, Comparable {
        case statement, figure, time, event, promise, conflict, name
        /// Findable, and not shown until it is looked for: roles, grounds, copied passages.
        case ground

        static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
    }

    let article: String
    let start: Int
    let end: Int
    let kind: Kind

    init(_ passage: Passage, _ kind: Kind) {
        article = passage.article
        start = passage.start
        end = passage.end
        self.kind = kind
    }

    /// All citations of a dossier.
    static func all(of dossier: Dossier) -> [Citation] {
        statements(dossier) + figures(dossier) + people(dossier) + events(dossier) + conflicts(dossier) + grounds(dossier)
    }

    private static func statements(_ dossier: Dossier) -> [Citation] {
        dossier.statements.flatMap { statement in
            let named = [statement.speakerPassage, statement.saidOnPassage, statement.venuePassage, statement.toPassage]
            let grounds = [statement.passage] + named.compactMap { $0 }
            return [Citation(statement.content, .statement)] + grounds.map { Citation($0, .ground) }
        }
    }

    private static func figures(_ dossier: Dossier) -> [Citation] {
        let summed: [Passage] = dossier.sums.flatMap { [$0.wholePassage] + $0.partPassages }
        return (dossier.figures.map(\.passage) + summed).map { Citation($0, .figure) } + dossier.times.map { Citation($0.passage, .time) }
    }

    private static func people(_ dossier: Dossier) -> [Citation] {
        dossier.entities.flatMap { entity in
            let mentions = entity.mentions.map { Citation($0, .name) }
            return mentions + entity.roles.map { Citation($0.passage, .ground) }
        }
    }

    private static func events(_ dossier: Dossier) -> [Citation] {
        let mentions: [Event.Mention] = dossier.events.flatMap(\.mentions)
        let evidence: [Passage] = dossier.commitments.flatMap(\.evidence)
        return mentions.map { Citation($0.passage, .event) } + dossier.commitments.map { Citation($0.passage, .promise) }
            + evidence.map { Citation($0, .ground) }
    }

    private static func conflicts(_ dossier: Dossier) -> [Citation] {
        let sides: [Passage] = dossier.conflicts.flatMap { $0.sides.flatMap { $0 } }
        return sides.map { Citation($0, .conflict) }
    }

    private static func grounds(_ dossier: Dossier) -> [Citation] {
        var grounds: [Because] = dossier.entities.flatMap(\.because)
        grounds += dossier.events.flatMap(\.because)
        grounds += dossier.measures.flatMap(\.because)
        grounds += dossier.conflicts.flatMap(\.because)
        grounds += dossier.commitments.flatMap(\.because)
        grounds += dossier.sums.flatMap(\.because)
        grounds += dossier.copies.flatMap(\.because)
        let copied: [Passage] = dossier.copies.flatMap { $0.passages.flatMap { $0 } }
        return (grounds.flatMap(\.passages) + copied).map { Citation($0, .ground) }
    }
}
