// The first page: what to check first, the days that most origins tell of, the reports, and who speaks.
internal import RecoupeModel
internal import RecoupeText

extension PageWriter {
    private enum Shown {
        static let conflicts = 6
        static let events = 8
        static let speakers = 10
        static let reports = 12
    }

    func overview() -> Markup {
        let dossier = view.dossier
        return fill(
            "overview",
            [
                "conflicts": .list(dossier.conflicts.prefix(Shown.conflicts).map(conflictLine)),
                "all_conflicts": more(dossier.conflicts.count, Shown.conflicts, .conflicts),
                "sums": .list(dossier.sums.filter { !$0.holds }.map(sumLine)),
                "commitments": .list(pressingCommitments.map(commitmentLine)),
                "nothing_to_check": .flag(
                    dossier.conflicts.isEmpty && pressingCommitments.isEmpty && dossier.sums.allSatisfy(\.holds)
                ),
                "events": .list(leadingEvents.map(eventLine)), "all_events": more(dossier.events.count, Shown.events, .chronology),
                "speakers": .list(speakers.prefix(Shown.speakers).map(speakerLine)),
                "reports": .list(view.articles.prefix(Shown.reports).map(reportLine)),
                "all_reports": more(view.articles.count, Shown.reports, .reports),
            ]
        )
    }

    private func more(_ count: Int, _ shown: Int, _ section: Section) -> Value {
        guard count > shown else { return .nothing }
        return ["href": .text(links.section(section)), "label": .text(words.count("count.see_all", count))]
    }

    private func conflictLine(_ conflict: Conflict) -> Value {
        [
            "kind": badge("clash", conflict.kind.rawValue, style: "conflict"), "why": .text(words.why(conflict)),
            "href": .text(links.item(conflict.id, in: .conflicts)),
        ]
    }

    private func sumLine(_ sum: Sum) -> Value {
        ["words": .text(equation(sum)), "href": .text(links.item(sum.id, in: .figures))]
    }

    /// Promises that are broken, put off, or past their day without a word.
    private var pressingCommitments: [Commitment] {
        view.dossier.commitments.filter { $0.silent || $0.outcome == .missed || $0.outcome == .moved }
    }

    private func commitmentLine(_ commitment: Commitment) -> Value {
        [
            "outcome": outcomeBadge(commitment), "words": .text(commitment.what), "what_lang": language(of: commitment.article),
            "people": people(commitment.by),
            "href": .text(links.item(commitment.id, in: .commitments)),
        ]
    }

    /// Dated events that most independent origins tell of, by date.
    private var leadingEvents: [Event] {
        let dated = view.dossier.events.filter { $0.when?.span != nil }
        let ranked = dated.sorted { a, b in (-a.origins.count, -a.mentions.count, a.id) < (-b.origins.count, -b.mentions.count, b.id) }
        return ranked.prefix(Shown.events).sorted { Self.key($0) < Self.key($1) }
    }

    private func eventLine(_ event: Event) -> Value {
        [
            "time": time(event.when), "label": .text(event.label), "label_lang": language(of: event.mentions.first?.article),
            "href": .text(links.item(event.id, in: .chronology)),
            "origins": .text(words.count("count.origins", event.origins.count)), "status": statusBadge(event.status),
        ]
    }

    private var speakers: [(entity: Entity, count: Int)] {
        view.dossier.entities.compactMap { entity in
            view.statementsBySpeaker[entity.id].map { (entity, $0.count) }
        }
        .sorted { ($0.count, $1.entity.id) > ($1.count, $0.entity.id) }
    }

    private func speakerLine(_ speaker: (entity: Entity, count: Int)) -> Value {
        [
            "name": .text(speaker.entity.name), "role": Value(speaker.entity.roles.first?.text),
            "href": .text(links.item("by-" + speaker.entity.id, in: .statements)),
            "count": .text(words.count("count.statements", speaker.count)),
        ]
    }

    private func reportLine(_ article: Article) -> Value {
        [
            "outlet": .text(article.outlet ?? words("ui.no_outlet")), "date": .text(published(article)), "headline": Value(article.title),
            "href": .text(links.report(article.id)), "report_lang": .text(article.language),
        ]
    }
}
