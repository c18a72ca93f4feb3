// Interviews in questions and answers: paragraphs opened by a label and a colon in, the answers' sentences as direct statements of the
// person interviewed out. The questions are nobody's statements.
internal import RecoupeModel

/// Finds the answers of an interview.
struct InterviewReader {
    let grammar: Grammar
    let text: WordText
    let referents: [Referent]

    private enum Tuning {
        /// How many questions make an interview.
        static let questions = 2
        /// Numbers of answers start here, past those of quotations.
        static let firstAnswer = 1_000_000
    }

    private enum Label { case question, answer }

    /// Units that belong to questions or answers, and the drafts of the answers; nothing where the article is no interview.
    func read() -> (units: Set<Int>, drafts: [(draft: Draft, unit: Int)]) {
        let labels = text.units.indices.map { label(of: $0) }
        guard labels.count(where: { $0?.label == .question }) >= Tuning.questions, let first = labels.firstIndex(where: { $0 != nil }),
            let speaker = interviewee(before: first)
        else { return ([], []) }
        var units: Set<Int> = []
        var drafts: [(draft: Draft, unit: Int)] = []
        var current: Label?
        for index in first..<text.units.count {
            if let found = labels[index] { current = found.label }
            units.insert(index)
            guard current == .answer else { continue }
            let unit = text.units[index]
            let start = labels[index].map { unit.atoms[$0.end].words.lowerBound } ?? unit.words.lowerBound
            guard let bytes = StatementSentences(text: text).trimmed(start..<unit.words.upperBound) else { continue }
            var draft = Draft(content: bytes, mode: .direct, speaker: speaker, stance: .assert, rule: "speech.interview")
            draft.quotation = Tuning.firstAnswer + unit.paragraph
            draft.doubts = ["speaker-by-interview"]
            drafts.append((draft, index))
        }
        return (units, drafts)
    }

    /// The label that opens a unit, and the atom after its colon.
    private func label(of index: Int) -> (label: Label, end: Int)? {
        let unit = text.units[index]
        guard index == 0 || text.units[index - 1].paragraph != unit.paragraph,
            let colon = unit.atoms.prefix(3).firstIndex(where: { $0.lower == ":" }), colon > 0, colon + 1 < unit.atoms.count
        else { return nil }
        let word = unit.atoms[0].lower
        if grammar.entries(.question).contains(word) { return (.question, colon + 1) }
        return grammar.entries(.answer).contains(word) ? (.answer, colon + 1) : nil
    }

    /// The person named most before the first question, the first of them.
    private func interviewee(before unit: Int) -> Speaker? {
        let end = text.bytes(text.units[unit].words).lowerBound
        var counts: [(referent: Int, count: Int)] = []
        for (index, name) in text.names.enumerated() where name.kind == .person && text.nameBytes[index].lowerBound < end {
            if let known = counts.firstIndex(where: { $0.referent == name.referent }) {
                counts[known].count += 1
            } else {
                counts.append((name.referent, 1))
            }
        }
        guard let most = counts.map(\.count).max(), let best = counts.first(where: { $0.count == most }),
            counts.count(where: { $0.count == most }) == 1, referents.indices.contains(best.referent)
        else { return nil }
        return Speaker(
            words: referents[best.referent].name, referent: best.referent, gender: referents[best.referent].gender)
    }
}
