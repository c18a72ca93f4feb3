// From tellings to events. Two tellings are one event where some day would do for both and they share enough of what is rare in the story
// (weights by inverse document frequency, Spärck Jones 1972; cosine). Words that half the story uses tell nothing. Rather two events for
// one than one for two.
internal import Foundation
internal import RecoupeModel
internal import RecoupeText

/// Joins the tellings of one event.
struct EventMerger {
    let tellings: [Telling]
    private let weights: [String: Double]
    private let lengths: [Double]

    init(_ story: Story, _ entities: EntityIndex) {
        tellings = story.readings.enumerated().flatMap { number, reading in
            reading.events.map { Telling(number, $0, entities) }
        }
        var counts: [String: Int] = [:]
        for telling in tellings { for feature in telling.features { counts[feature, default: 0] += 1 } }
        let total = Double(max(tellings.count, 1))
        let weights = counts.mapValues { log(1 + total / Double($0)) / log(1 + total) }
        self.weights = weights
        lengths = tellings.map { telling in telling.features.sorted().reduce(0) { $0 + Self.square(weights[$1] ?? 0) }.squareRoot() }
    }

    private static func square(_ x: Double) -> Double { x * x }

    /// The tellings of each event.
    func clusters() -> [[Int]] {
        var sets = DisjointSets(count: tellings.count)
        for (a, b, _) in pairs() { sets.join(a, b) { !tellings[$0].meets(tellings[$1]) } }
        return sets.sets()
    }

    /// The events, each with its tellings.
    func groups(_ writer: EventWriter) -> [EventGroup] {
        clusters().compactMap { cluster in
            let tellings = cluster.map { self.tellings[$0] }
            return writer.event(tellings).map { EventGroup(event: $0, tellings: tellings) }
        }.sorted { EventWriter.precedes($0.event, $1.event) }
    }

    /// Pairs that are one event, the surest first.
    private func pairs() -> [(Int, Int, Double)] {
        var holders: [String: [Int]] = [:]
        for (index, telling) in tellings.enumerated() { for feature in telling.features { holders[feature, default: []].append(index) } }
        let most = max(24, tellings.count / 8)
        var found: [(Int, Int, Double)] = []
        for (index, telling) in tellings.enumerated() {
            var met = Set<Int>()
            for feature in telling.features {
                guard let others = holders[feature], others.count <= most else { continue }
                for other in others where other > index { met.insert(other) }
            }
            for other in met.sorted() { if let likeness = likeness(index, other) { found.append((index, other, likeness)) } }
        }
        return found.sorted { ($1.2, $0.0, $0.1) < ($0.2, $1.0, $1.1) }
    }

    /// The cosine of two tellings, where they are one event.
    private func likeness(_ a: Int, _ b: Int) -> Double? {
        let (one, other) = (tellings[a], tellings[b])
        guard one.meets(other) else { return nil }
        let shared = one.features.intersection(other.features)
        let cosine = shared.sorted().reduce(0) { $0 + Self.square(weights[$1] ?? 0) } / max(lengths[a] * lengths[b], 1e-9)
        let people = shared.count { $0.hasPrefix("who ") && isTelling($0) }
        let words = shared.count { $0.hasPrefix("word ") && $0 != "word " + one.trigger && $0 != "word " + other.trigger }
        let place = shared.contains { $0.hasPrefix("where ") }
        let isDated = one.isPrecise && other.isPrecise
        let needed: Double
        switch (one.isSameKind(as: other), isDated) {
        case (true, true): needed = people > 0 || place || words > 1 ? Tuning.eventSimilarity / 2 : Tuning.eventSimilarity
        case (true, false): needed = people > 0 ? Tuning.eventSimilarity : Tuning.eventSimilarityUndated
        case (false, true): needed = people > 0 && words > 0 ? Tuning.eventSimilarity : 0.7
        case (false, false): needed = people > 1 ? Tuning.eventSimilarityUndated : 0.7
        }
        return cosine >= needed ? cosine : nil
    }

    /// Whether taking part tells something: not for those who take part in a third of all that happens.
    private func isTelling(_ participant: String) -> Bool {
        (weights[participant] ?? 0) > log(1 + 1 / Tuning.commonParticipant) / log(1 + Double(max(tellings.count, 2)))
    }
}
