// Promises: who, what, by when, what became of them by the reports at hand, and what that rests on.
internal import RecoupeModel
internal import RecoupeText

extension PageWriter {
    func commitments() -> Markup {
        let commitments = view.dossier.commitments.sorted { Self.key($0) < Self.key($1) }
        return fill("commitments", ["commitments": .list(commitments.map(value)), "none": .flag(commitments.isEmpty)])
    }

    /// By deadline; without one, last.
    private static func key(_ commitment: Commitment) -> (String, String, String) {
        let deadline = commitment.deadline.flatMap { DaySpan(timex: $0)?.latest.description }
        return (deadline ?? "9999", commitment.madeOn ?? "9999", commitment.id)
    }

    private func value(_ commitment: Commitment) -> Value {
        [
            "id": .text(commitment.id), "people": people(commitment.by), "what": .text(commitment.what),
            "what_lang": language(of: commitment.article),
            "made_on": time(timex: commitment.madeOn), "deadline": time(timex: commitment.deadline), "outcome": outcomeBadge(commitment),
            "silent": .flag(commitment.silent), "passage": passage(commitment.passage),
            "evidence": commitment.evidence.isEmpty ? .nothing : ["passages": passages(commitment.evidence)],
            "because": because(commitment.because),
        ]
    }

    func outcomeBadge(_ commitment: Commitment) -> Value {
        commitment.silent ? badge("outcome", "silent") : badge("outcome", commitment.outcome.rawValue)
    }
}
