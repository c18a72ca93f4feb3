// The entities of a dossier, and which of them each referent of each article is: what all other finders compare participants by.
internal import RecoupeModel
internal import RecoupeText

/// Entities with the way back from referents.
struct EntityIndex: Sendable {
    let entities: [Entity]
    private let byID: [String: Int]
    private let ids: [[String?]]

    init(_ story: Story) {
        let merger = EntityMerger(story)
        let mentions = Self.mentions(story)
        var ids: [[String?]] = story.readings.map { Array(repeating: nil, count: $0.referents.count) }
        var entities: [Entity] = []
        for cluster in merger.clusters {
            let addresses = cluster.flatMap { merger.forms[$0].members }.sorted()
            let writer = EntityWriter(story, addresses, mentions: addresses.map { mentions[$0] ?? [] })
            guard let entity = writer.entity(because: Self.because(cluster, merger, story)) else { continue }
            for address in addresses { ids[address.article][address.referent] = entity.id }
            entities.append(entity)
        }
        self.entities = entities.sorted { ($0.kind.rawValue, folded($0.name), $0.id) < ($1.kind.rawValue, folded($1.name), $1.id) }
        self.ids = ids
        byID = Dictionary(self.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// An entity by its id.
    func entity(_ id: String) -> Entity? { byID[id].map { entities[$0] } }

    /// The entity that a referent of an article is.
    func id(_ article: Int, _ referent: Int?) -> String? {
        guard let referent, ids.indices.contains(article), ids[article].indices.contains(referent) else { return nil }
        return ids[article][referent]
    }

    private static func mentions(_ story: Story) -> [ReferentAddress: [Passage]] {
        var found: [ReferentAddress: [Passage]] = [:]
        for (number, reading) in story.readings.enumerated() {
            for name in reading.names where reading.referents.indices.contains(name.referent) {
                found[ReferentAddress(article: number, referent: name.referent), default: []].append(name.passage)
            }
        }
        return found
    }

    /// The links that made one entity of several names, each with a place where either name stands.
    private static func because(_ cluster: [Int], _ merger: EntityMerger, _ story: Story) -> [Because] {
        let members = Set(cluster)
        return merger.used.filter { members.contains($0.a) && members.contains($0.b) }.map { link in
            let places = [link.a, link.b].compactMap { form in firstPlace(merger.forms[form], story) }
            return Because(rule: link.rule.name, passages: places.sorted())
        }
    }

    private static func firstPlace(_ form: NameForm, _ story: Story) -> Passage? {
        form.members.compactMap { address in
            story.readings[address.article].names.first { $0.referent == address.referent }?.passage
        }.min()
    }
}
