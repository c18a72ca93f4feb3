// Statements that deny what another is said to have said. Three kinds of evidence: the article itself says that one contradicts the
// other; a statement of the contrary polarity on the same thing by another speaker; an accusation and, next to it, the rejection.
internal import RecoupeModel
internal import RecoupeText

/// Finds denials.
struct DenialConflicts {
    let story: Story
    let entities: EntityIndex
    let events: [EventGroup]
    /// The doubt under which a report's own word for a contradiction stands in a statement.
    private static let contradiction = "contradicted"

    func find() -> [Conflict] {
        let statements = story.readings.enumerated().flatMap { number, reading in
            reading.statements.map { Said($0, of: number, in: story, speaker: entities.id(number, $0.speakerReferent)) }
        }
        return stated(statements) + ContraryWords(story: story, statements: statements).find()
            + RejectedAccusations(story: story, entities: entities, events: events, statements: statements).find()
    }

    /// A statement that is marked as contradicted, against the nearest one of somebody else who is named in its sentence, or denies; or a
    /// denying statement whose words hold another speaker's.
    private func stated(_ statements: [Said]) -> [Conflict] {
        statements.compactMap { claim in
            let near = statements.filter {
                $0.article == claim.article && abs($0.sentence - claim.sentence) <= 3 && $0.differs(from: claim)
            }
            if claim.statement.doubts.contains(Self.contradiction) {
                let named = near.filter { isNamed($0, besides: claim) }
                return nearest(named.isEmpty ? near.filter(\.denies) : named, to: claim).map { conflict(claim, $0) }
            }
            let holding = near.first { $0.statement.stance == .deny && $0.statement.content.contains(claim.statement.content) }
            guard let holding else { return nil }
            let own = nearest(near.filter { $0.statement.negated && $0.speaker == holding.speaker && holding.speaker != nil }, to: claim)
            return conflict(claim, own ?? holding)
        }
    }

    /// Whether a statement's speaker is named in the sentence of another one.
    private func isNamed(_ said: Said, besides claim: Said) -> Bool {
        guard let speaker = said.statement.speakerReferent else { return false }
        let reading = story.readings[claim.article]
        guard reading.sentences.indices.contains(claim.sentence) else { return false }
        let record = reading.sentences[claim.sentence]
        return reading.names.contains { $0.referent == speaker && record.start <= $0.start && $0.end <= record.end }
    }

    private func nearest(_ others: [Said], to claim: Said) -> Said? {
        others.min { (abs($0.sentence - claim.sentence), $0.statement.start) < (abs($1.sentence - claim.sentence), $1.statement.start) }
    }

    private func conflict(_ claim: Said, _ denial: Said) -> Conflict {
        .between(
            [claim.statement.passage], [denial.statement.passage], .denial,
            Phrase("conflict.denial.contradicted", ["a": claim.name, "b": denial.name]), rule: "link.conflict.article-says-so")
    }
}
