// From tellings to events. Two tellings are one event where some day would do for both and they share enough of what is rare in the story
// (weights by inverse document frequency, Spärck Jones 1972): the kind of event, its day, who takes part, where, the
// words. Rather two events for one than one for two.
internal import Foundation
internal import RecoupeModel
internal import RecoupeText

/// Joins the tellings of one event.
struct EventMerger {
    let tellings: [Telling]
    private let weights: [String: Double]
    private let published: [DaySpan?]

    init(_ story: Story, _ entities: EntityIndex) {
        tellings = story.readings.enumerated().flatMap { number, reading in
            reading.events.map { Telling(number, $0, entities) }
        }
        var counts: [String: Int] = [:]
        for telling in tellings { for feature in telling.features { counts[feature, default: 0] += 1 } }
        let total = Double(max(tellings.count, 1))
        weights = counts.mapValues { log(1 + total / Double($0)) / log(1 + total) }
        published = story.articles.indices.map { story.published($0) }
    }

    /// The tellings of each event.
    func clusters() -> [[Int]] {
        var sets = DisjointSets(count: tellings.count)
        for (a, b, _) in pairs() { sets.join(a, b) { !tellings[$0].meets(tellings[$1]) } }
        joinOnlyOnes(&sets)
        return sets.sets()
    }

    /// A telling without a day joins the only dated event of the story that is named by the same word and shares something with it.
    private func joinOnlyOnes(_ sets: inout DisjointSets) {
        var dated: [String: Set<Int>] = [:]
        for (index, telling) in tellings.enumerated() where telling.isPrecise {
            dated[telling.trigger, default: []].insert(sets.root(index))
        }
        let only = dated.filter { $0.value.count == 1 }.compactMapValues(\.first)
        for (index, telling) in tellings.enumerated() where !telling.isPrecise {
            guard let root = only[telling.trigger] else { continue }
            let event = sets.set(of: root)
            guard Set(event.map { tellings[$0].article }).union([telling.article]).count > 1, event.contains(where: { isAlike(index, $0) })
            else { continue }
            sets.join(index, root) { !tellings[$0].meets(tellings[$1]) }
        }
    }

    private func isAlike(_ a: Int, _ b: Int) -> Bool {
        let (one, other) = (tellings[a], tellings[b])
        let shared = one.features.intersection(other.features)
        return place(one, other) >= 0
            && (sum(shared, "who ") > Tuning.leastShared || place(one, other) > 0 || words(one, other, shared) > Tuning.leastShared)
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

    /// The evidence that two tellings are of one event, where it suffices.
    private func likeness(_ a: Int, _ b: Int) -> Double? {
        let (one, other) = (tellings[a], tellings[b])
        guard one.meets(other) else { return nil }
        let shared = one.features.intersection(other.features)
        let evidence = Evidence(
            isSameKind: one.isSameKind(as: other), people: sum(shared, "who "), words: words(one, other, shared),
            place: place(one, other), days: days(one, other))
        return evidence.total >= Tuning.eventEvidence && evidence.isAboutSomething ? evidence.total : nil
    }

    /// What speaks for one event; weights in `Tuning`.
    private struct Evidence {
        let isSameKind: Bool
        let people: Double
        let words: Double
        let place: Double
        let days: Double

        var total: Double {
            (isSameKind ? Tuning.sameKind : 0) + Tuning.sharedPeople * min(people, 2) + Tuning.sharedWords * words + place + days
        }

        /// A kind and a day alone are no event.
        var isAboutSomething: Bool { people > 0 || words > 0 || place > 0 }
    }

    private func sum(_ features: Set<String>, _ prefix: String) -> Double {
        features.filter { $0.hasPrefix(prefix) }.sorted().reduce(0) { $0 + (weights[$1] ?? 0) }
    }

    /// The share of the weight of the shorter telling's words, but for the word that names the event, that stands in the other.
    private func words(_ one: Telling, _ other: Telling, _ shared: Set<String>) -> Double {
        let triggers = Set(["word " + one.trigger, "word " + other.trigger])
        let least = min(sum(one.features.subtracting(triggers), "word "), sum(other.features.subtracting(triggers), "word "))
        return sum(shared.subtracting(triggers), "word ") / max(least, 2)
    }

    private func place(_ one: Telling, _ other: Telling) -> Double {
        guard let place = one.mention.placeKey, let otherPlace = other.mention.placeKey else { return 0 }
        return place == otherPlace ? Tuning.samePlace * (weights["where " + place] ?? 0) : -Tuning.otherPlace
    }

    /// The same day; it tells more where it is none of those around publication, on which everything happens.
    private func days(_ one: Telling, _ other: Telling) -> Double {
        guard one.isPrecise, other.isPrecise else { return 0 }
        return isBackground(one) && isBackground(other) ? Tuning.sameBackgroundDay : Tuning.sameDay
    }

    private func isBackground(_ telling: Telling) -> Bool {
        guard let span = telling.span, let published = published[telling.article] else { return false }
        return published.earliest.number - span.latest.number > Tuning.newsDays
    }
}
