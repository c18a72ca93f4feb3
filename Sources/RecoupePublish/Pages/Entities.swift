// Who is who: names with their other spellings, roles with the place that gives them, and where they are named.
internal import RecoupeModel
internal import RecoupeText

extension PageWriter {
    func entities() -> Markup {
        let byKind = Dictionary(grouping: view.dossier.entities) { $0.kind }
        let groups: [Value] = EntityKind.allCases.compactMap { kind in
            guard let entities = byKind[kind] else { return nil }
            let sorted = entities.sorted { (-$0.mentions.count, folded($0.name), $0.id) < (-$1.mentions.count, folded($1.name), $1.id) }
            return [
                "id": .text("kind-" + kind.rawValue), "heading": .text(words.label("kinds", kind.rawValue)),
                "size": .text(words.number(Double(entities.count))), "entities": .list(sorted.map(value)),
            ]
        }
        return fill("entities", ["groups": .list(groups), "none": .flag(groups.isEmpty)])
    }

    private func value(_ entity: Entity) -> Value {
        let others = entity.variants.filter { $0 != entity.name }
        let (mentions, more) = cutShort(entity.mentions.map { passage($0) }, shown: Tuning.shownMentions)
        let said = view.statementsBySpeaker[entity.id]?.count ?? 0
        return [
            "id": .text(entity.id), "name": .text(entity.name), "variants": Value(others.joined(separator: " · ")),
            "roles": .list(entity.roles.map { ["role": .text($0.text), "passage": passage($0.passage, around: false)] }),
            "count": .text(words.count("count.mentions", entity.mentions.count)),
            "reports": .text(words.count("count.in_reports", Set(entity.mentions.map(\.article)).count)),
            "statements": said == 0
                ? .nothing
                : ["href": .text(links.item("by-" + entity.id, in: .statements)), "label": .text(words.count("count.statements", said))],
            "mentions": mentions, "more": more, "because": because(entity.because),
        ]
    }
}
