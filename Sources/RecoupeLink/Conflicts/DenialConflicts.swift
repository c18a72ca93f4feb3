// Statements that deny what another is said to have said. Three kinds of evidence: the article itself says that one contradicts the
// other; a statement of the contrary polarity with mostly the same content words by another speaker; an accusation and, next to it,
// the rejection.
internal import RecoupeModel
internal import RecoupeText

/// Finds denials.
struct DenialConflicts {
    let story: Story
    let entities: EntityIndex
    let events: [EventGroup]
    /// Cues that a report uses where two others contradict each other stand in a statement's doubts under this name.
    private static let contradiction = "contradicted"
    private let statements: [Said]

    /// A statement with what it is compared by.
    struct Said {
        let statement: Statement
        let article: Int
        let sentence: Int
        let speaker: String?
        let keys: Set<String>

        var denies: Bool { statement.stance == .deny || statement.negated }
    }

    init(_ story: Story, _ entities: EntityIndex, _ events: [EventGroup]) {
        self.story = story
        self.events = events
        self.entities = entities
        statements = story.readings.enumerated().flatMap { number, reading in
            reading.statements.map { statement in
                Said(
                    statement: statement, article: number, sentence: story.sentence(number, at: statement.start) ?? 0,
                    speaker: entities.id(number, statement.speakerReferent), keys: Set(statement.contentKeys))
            }
        }
    }

    func find() -> [Conflict] { stated() + Array(compared().prefix(Tuning.mostConflictsOfAKind)) + accusations() }

    // MARK: The article says so

    /// A statement that is marked as contradicted, against the nearest one of somebody else who is named in its sentence, or denies; or a
    /// denying statement whose words hold another speaker's.
    private func stated() -> [Conflict] {
        statements.compactMap { claim in
            let near = statements.filter { $0.article == claim.article && abs($0.sentence - claim.sentence) <= 3 && differ($0, claim) }
            if claim.statement.doubts.contains(Self.contradiction) {
                let named = near.filter { isNamed($0, besides: claim) }
                guard let denial = nearest(named.isEmpty ? near.filter(\.denies) : named, to: claim) else { return nil }
                return conflict(claim, denial, "conflict.denial.contradicted", rule: "link.conflict.article-says-so")
            }
            let holding = near.first { $0.statement.stance == .deny && $0.statement.content.contains(claim.statement.content) }
            guard let holding else { return nil }
            let own = nearest(near.filter { $0.statement.negated && $0.speaker == holding.speaker && holding.speaker != nil }, to: claim)
            return conflict(claim, own ?? holding, "conflict.denial.contradicted", rule: "link.conflict.article-says-so")
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

    // MARK: Contrary words

    private func compared() -> [Conflict] {
        var counts: [String: Int] = [:]
        for said in statements { for key in said.keys { counts[key, default: 0] += 1 } }
        let holders = Dictionary(grouping: statements.indices.flatMap { index in statements[index].keys.map { ($0, index) } }) { $0.0 }
        var found: [(Double, Conflict)] = []
        for (index, denial) in statements.enumerated() where denial.denies && denial.keys.count >= Tuning.denialSharedKeys {
            var shared: [Int: Int] = [:]
            for key in denial.keys where (counts[key] ?? 0) <= 40 {
                for (_, other) in holders[key] ?? [] { shared[other, default: 0] += 1 }
            }
            for (other, count) in shared.sorted(by: { $0.key < $1.key }) where count >= Tuning.denialSharedKeys && other != index {
                let claim = statements[other]
                guard !claim.denies, differ(claim, denial), mayAnswer(denial, claim), !repeats(denial, claim) else { continue }
                let overlap = self.overlap(claim.keys, denial.keys, counts)
                guard overlap >= Tuning.denialOverlap,
                    Double(count) >= Tuning.denialShareOfLonger * Double(max(claim.keys.count, denial.keys.count))
                else { continue }
                found.append((overlap, conflict(claim, denial, "conflict.denial.statement", rule: "link.conflict.contrary-words")))
            }
        }
        return found.sorted { ($1.0, $0.1.id) < ($0.0, $1.1.id) }.map(\.1)
    }

    /// Share of the weight of the shorter content that stands in both; rare words weigh more.
    private func overlap(_ a: Set<String>, _ b: Set<String>, _ counts: [String: Int]) -> Double {
        func weight(_ keys: Set<String>) -> Double { keys.sorted().reduce(0) { $0 + 1 / Double(1 + (counts[$1] ?? 0)).squareRoot() } }
        return weight(a.intersection(b)) / max(min(weight(a), weight(b)), 1e-9)
    }

    private func differ(_ a: Said, _ b: Said) -> Bool {
        if let one = a.speaker, let other = b.speaker { return one != other }
        let (one, other) = (a.statement.speakerName ?? a.statement.speakerText, b.statement.speakerName ?? b.statement.speakerText)
        guard let one, let other else { return true }
        return folded(one) != folded(other)
    }

    /// The very words of the other, in a longer quotation.
    private func repeats(_ denial: Said, _ claim: Said) -> Bool {
        let words = foldedWords(claim.statement.content.text).joined(separator: " ")
        return foldedWords(denial.statement.content.text).joined(separator: " ").contains(words)
    }

    /// A denial does not come before what it denies, by the days of the reports.
    private func mayAnswer(_ denial: Said, _ claim: Said) -> Bool {
        guard let one = story.published(denial.article), let other = story.published(claim.article) else { return true }
        return one.latest >= other.earliest
    }

    // MARK: Accusations

    /// An accusation, and in the same or one of the next two sentences a statement that denies, by somebody whose name or functions, as
    /// the story has them, share a word with the accusation: the accused, or who speaks for them. One accusation that several reports tell,
    /// rejected by one person, is one conflict.
    private func accusations() -> [Conflict] {
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
            sides[answer.speaker ?? folded(name(answer)), default: ([], [])].accusations.append(passage)
            sides[answer.speaker ?? folded(name(answer)), default: ([], [])].answers.append(answer)
        }
        return sides.keys.sorted().compactMap { key in
            guard let side = sides[key], let first = side.answers.first else { return nil }
            return .between(
                side.accusations, side.answers.map(\.statement.passage), .denial,
                Phrase("conflict.denial.accusation", ["b": name(first)]), rule: "link.conflict.accusation-rejected")
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

    private func conflict(_ claim: Said, _ denial: Said, _ phrase: String, rule: String) -> Conflict {
        .between(
            [claim.statement.passage], [denial.statement.passage], .denial, Phrase(phrase, ["a": name(claim), "b": name(denial)]),
            rule: rule)
    }

    /// The speaker as the report names them; where it names nobody, the report.
    private func name(_ said: Said) -> String {
        let article = story.articles[said.article]
        return said.statement.speakerName ?? said.statement.speakerText ?? article.outlet ?? article.title ?? ""
    }
}
