// One entity out of the referents that were taken for one: its name is the fullest that is used most, its kind that of the most mentions.
internal import RecoupeModel
internal import RecoupeText

/// Writes one entity.
struct EntityWriter {
    private let referents: [Referent]
    private let mentions: [[Passage]]

    /// `mentions` are those of each address, in the same order.
    init(_ story: Story, _ addresses: [ReferentAddress], mentions: [[Passage]]) {
        referents = addresses.map { story.readings[$0.article].referents[$0.referent] }
        self.mentions = mentions
    }

    func entity(because: [Because]) -> Entity? {
        let places = Array(Set(mentions.joined())).sorted()
        guard let first = places.first ?? referents.flatMap(\.roles).map(\.passage).min() else { return nil }
        let name = name
        return Entity(
            id: Identifier.item("n", first, name), kind: kind, name: name, variants: variants(besides: name), roles: roles,
            mentions: places.isEmpty ? [first] : places,
            coordinates: referents.compactMap(\.coordinates).min { $0.lexicographicallyPrecedes($1) },
            because: because)
    }

    private var kind: EntityKind {
        var votes: [EntityKind: Int] = [:]
        for (referent, places) in zip(referents, mentions) { votes[referent.kind, default: 0] += max(1, places.count) }
        return votes.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key ?? .other
    }

    /// The fullest name by number of words; of several, the one that most reports use, then the one used most. What is known needs no
    /// fullest name.
    private var name: String {
        let isKnown = referents.contains { $0.known != nil }
        var weights: [String: (words: Int, reports: Int, places: Int)] = [:]
        for (referent, places) in zip(referents, mentions) {
            var weight = weights[referent.name] ?? (isKnown ? 0 : Self.fullness(referent), 0, 0)
            weight.reports += 1
            weight.places += places.count(where: { $0.text == referent.name })
            weights[referent.name] = weight
        }
        let best = weights.max { a, b in
            (a.value.words, a.value.reports, a.value.places, b.key) < (b.value.words, b.value.reports, b.value.places, a.key)
        }
        return best?.key ?? ""
    }

    /// The number of words that are no small ones, three at most.
    private static func fullness(_ referent: Referent) -> Int {
        let words = referent.keys.count { $0.count > 4 }
        return min(max(words, min(referent.keys.count, 2)), 3)
    }

    /// All spellings, the longest first, then by spelling.
    private func variants(besides name: String) -> [String] {
        Set(referents.flatMap { [$0.name] + $0.variants } + mentions.joined().map(\.text)).subtracting([name])
            .sorted { ($1.count, $0) < ($0.count, $1) }
    }

    private var roles: [Role] {
        var seen = Set<String>()
        return referents.flatMap(\.roles).sorted { ($0.passage, $0.text) < ($1.passage, $1.text) }.filter {
            seen.insert(folded($0.text)).inserted
        }
    }
}
