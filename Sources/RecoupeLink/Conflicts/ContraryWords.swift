// A claim, and a statement by another speaker that denies it: of the contrary polarity, on the same thing. What is denied is the word that
// stands first in the denial; it must stand in the claim too.
internal import RecoupeModel
internal import RecoupeText

/// Finds statements that contradict each other by their words.
struct ContraryWords {
    let story: Story
    let statements: [Said]

    /// Pairs of a claim and its denial; all denials of one thing by one speaker are one conflict.
    func find() -> [Conflict] {
        var holders: [String: [Int]] = [:]
        for (index, said) in statements.enumerated() { for stem in said.stems { holders[stem, default: []].append(index) } }
        var pairs: [String: [(claim: Said, denial: Said)]] = [:]
        for (index, denial) in statements.enumerated() where denial.denies {
            guard let first = denial.core.first, let others = holders[first] else { continue }
            for other in others where other != index {
                let claim = statements[other]
                guard !claim.denies, !claim.isPromise, claim.differs(from: denial), mayAnswer(denial, claim), !repeats(denial, claim),
                    contradicts(denial, claim, others.count)
                else { continue }
                pairs["\(denial.speaker ?? denial.name) \(first)", default: []].append((claim, denial))
            }
        }
        return pairs.keys.sorted().compactMap { key in pairs[key].flatMap { conflict($0) } }
    }

    private func conflict(_ pairs: [(claim: Said, denial: Said)]) -> Conflict? {
        guard let first = pairs.first(where: { $0.claim.speaker != nil }) ?? pairs.first else { return nil }
        func places(_ said: [Said]) -> [Passage] { Set(said.map(\.statement.passage)).sorted() }
        return .between(
            places(pairs.map(\.claim)), places(pairs.map(\.denial)), .denial,
            Phrase("conflict.denial.statement", ["a": first.claim.name, "b": first.denial.name]), rule: "link.conflict.contrary-words")
    }

    /// Most of the words are shared; or what is denied is a rare word that stands first in the claim too, and the cue itself denies or
    /// another word is shared.
    private func contradicts(_ denial: Said, _ claim: Said, _ users: Int) -> Bool {
        let shared = denial.stems.intersection(claim.stems)
        let (fewer, more) = (min(denial.stems.count, claim.stems.count), max(denial.stems.count, claim.stems.count))
        let overlap = Double(shared.count) / Double(max(fewer, 1))
        if shared.count >= Tuning.denialSharedKeys, overlap >= Tuning.denialOverlap,
            Double(shared.count) >= Tuning.denialShareOfLonger * Double(more)
        {
            return true
        }
        guard let first = denial.core.first, claim.core.contains(first), users <= Tuning.rareKey else { return false }
        return denial.statement.stance == .deny || shared.count > 1 && overlap >= Tuning.denialOverlap
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
}
