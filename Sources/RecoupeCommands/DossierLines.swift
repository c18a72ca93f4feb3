// A dossier's layers as lines for the terminal, each with the id that `recoupe explain` takes; or as JSON.
internal import Foundation
internal import RecoupeModel
internal import RecoupeText

struct DossierLines {
    private let dossier: Dossier

    init(_ dossier: Dossier) { self.dossier = dossier }

    func text(_ listing: ShowCommand.Listing) -> [String] {
        switch listing {
        case .summary: summary
        case .reports: dossier.articles.map(report)
        case .events: dossier.events.map(event)
        case .statements: dossier.statements.map(statement)
        case .figures: dossier.figures.map { "\($0.id)  \($0.text)" }
        case .entities: dossier.entities.map(entity)
        case .measures: dossier.measures.map(measure)
        case .conflicts: dossier.conflicts.map { "\($0.id)  \($0.kind.rawValue): \($0.why)" }
        case .commitments: dossier.commitments.map { "\($0.id)  \($0.outcome.rawValue): \($0.what) (\($0.deadline ?? "…"))" }
        case .sums: dossier.sums.map(sum)
        case .copies: dossier.copies.map { "\($0.id)  \($0.relation.rawValue): \($0.article) ← \($0.of) (\(Int($0.share * 100)) %)" }
        }
    }

    func json(_ listing: ShowCommand.Listing) throws -> Data {
        let encoder = JSON.encoder(pretty: true)
        return switch listing {
        case .summary: try encoder.encode(counts)
        case .reports: try encoder.encode(dossier.articles)
        case .events: try encoder.encode(dossier.events)
        case .statements: try encoder.encode(dossier.statements)
        case .figures: try encoder.encode(dossier.figures)
        case .entities: try encoder.encode(dossier.entities)
        case .measures: try encoder.encode(dossier.measures)
        case .conflicts: try encoder.encode(dossier.conflicts)
        case .commitments: try encoder.encode(dossier.commitments)
        case .sums: try encoder.encode(dossier.sums)
        case .copies: try encoder.encode(dossier.copies)
        }
    }

    private var counts: [String: Int] {
        [
            "reports": dossier.articles.count, "events": dossier.events.count, "statements": dossier.statements.count,
            "figures": dossier.figures.count, "entities": dossier.entities.count, "measures": dossier.measures.count,
            "conflicts": dossier.conflicts.count, "commitments": dossier.commitments.count, "sums": dossier.sums.count,
            "copies": dossier.copies.count, "times": dossier.times.count,
        ]
    }

    private var summary: [String] {
        let order: [(String, ShowCommand.Listing)] = [
            ("reports", .reports), ("events", .events), ("statements", .statements), ("figures", .figures), ("entities", .entities),
            ("measures", .measures), ("conflicts", .conflicts), ("commitments", .commitments), ("sums", .sums), ("copies", .copies),
        ]
        let table = order.map { name, _ in "\(String(counts[name] ?? 0).leftPadded(6))  \(name)" }
        let checks = text(.conflicts) + text(.commitments)
        return [dossier.title, ""] + table + (checks.isEmpty ? [] : [""] + checks)
    }

    private func report(_ article: Article) -> String {
        let day = article.published.map { $0.stated ? "\($0.earliest)" : "\($0.earliest)…\($0.latest)?" } ?? "undated"
        return "\(article.id)  \(day)  \(article.outlet ?? "—")  \(article.title ?? article.path)"
    }

    private func event(_ event: Event) -> String {
        let when = event.when.map { $0.value ?? $0.span.map { "\($0.earliest)…\($0.latest)" } ?? "" } ?? "undated"
        return "\(event.id)  \(when)  \(event.status.rawValue)  \(event.label)  [\(event.origins.count)]"
    }

    private func statement(_ said: Statement) -> String {
        let hearsay = said.hearsay ? ", hearsay" : ""
        return "\(said.id)  \(said.speakerName ?? said.speakerText ?? "—") (\(said.mode.rawValue)\(hearsay)): \(said.content.text)"
    }

    private func entity(_ entity: Entity) -> String {
        let others = entity.variants.filter { $0 != entity.name }
        let also = others.isEmpty ? "" : " = " + others.joined(separator: " = ")
        return "\(entity.id)  \(entity.kind.rawValue)  \(entity.name)\(also)  [\(entity.mentions.count)]"
    }

    private func measure(_ measure: Measure) -> String {
        let points = measure.points.map { point in
            let figure = dossier.figures.first { $0.id == point.figure }
            return "\(point.when?.value ?? "…"): \(figure?.text ?? "?")"
        }
        return "\(measure.id)  \(measure.label): \(points.joined(separator: "; "))"
    }

    private func sum(_ sum: Sum) -> String {
        "\(sum.id)  \(number(sum.whole)) \(sum.holds ? "=" : "≠") \(sum.parts.map(number).joined(separator: " + "))"
    }

    private func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }
}

extension String {
    fileprivate func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
