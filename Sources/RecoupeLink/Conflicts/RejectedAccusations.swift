// An accusation and its rejection: somebody is accused, and right after it the accused, or who speaks for them, denies.
internal import RecoupeModel
internal import RecoupeText

/// Finds accusations that are rejected.
struct RejectedAccusations {
    let story: Story
    let entities: EntityIndex
    let events: [EventGroup]
    let statements: [Said]

    /// An accusation, and in the same or one of the next two sentences a statement that denies, by somebody whose name or functions, as
    /// the story has them, share a word with the accusation: the accused, or who speaks for them. One accusation that several reports tell,
    /// rejected by one person, is one conflict.
    func find() -> [Conflict] {
        let told = events.filter { $0.event.type == "accusation" && $0.event.status != .denied }
        let byEvent = told.flatMap { group in rejected(group.tellings.map { ($0.mention.passage, $0.article) }) }
        let said = statements.filter { $0.statement.stance == .accuse && !$0.denies }
        return byEvent + said.flatMap { rejected([($0.statement.passage, $0.article)]) }
    }

    /// The conflicts of accusations, taken for one, with each who rejects them.
    private func rejected(_ accusations: [(passage: Passage, article: Int)]) -> [Conflict] {
        var sides: [String: (accusations: [Passage], answers: [Said])] = [:]
        for (passage, article) in accusations.sorted(by: { $0.passage < $1.passage }) {
            guard let answer = answer(to: passage, in: article) else { continue }
            sides[answer.speaker ?? folded(answer.name), default: ([], [])].accusations.append(passage)
            sides[answer.speaker ?? folded(answer.name), default: ([], [])].answers.append(answer)
        }
        return sides.keys.sorted().compactMap { key in
            guard let side = sides[key], let first = side.answers.first else { return nil }
            return .between(
                side.accusations, side.answers.map(\.statement.passage), .denial,
                Phrase("conflict.denial.accusation", ["b": first.name]), rule: "link.conflict.accusation-rejected")
        }
    }

    private func answer(to accusation: Passage, in article: Int) -> Said? {
        let words = Set(foldedWords(accusation.text).filter { $0.count > 3 })
        guard let sentence = story.sentence(article, at: accusation.start) else { return nil }
        return statements.filter { answer in
            answer.article == article && answer.denies && (0...2).contains(answer.sentence - sentence)
                && answer.statement.start >= accusation.end && !words.isDisjoint(with: speakerWords(answer))
        }.min { $0.statement.start < $1.statement.start }
    }

    private func speakerWords(_ said: Said) -> Set<String> {
        let entity = said.speaker.flatMap { entities.entity($0) }
        let texts = [said.statement.speakerName, said.statement.speakerText].compactMap { $0 } + (entity?.roles.map(\.text) ?? [])
        return Set(texts.flatMap { foldedWords($0) }.filter { $0.count > 3 })
    }
}
