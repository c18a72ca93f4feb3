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
    /// The weight of each telling's words but for its trigger.
    private let totals: [Double]
    private let published: [DaySpan?]

    private let occasions: [[Int]]

    init(_ story: Story, _ entities: EntityIndex) {
        let sources = Self.sources(story, entities)
        tellings = story.readings.enumerated().flatMap { number, reading in
            reading.events.map {
                Telling($0, of: number, in: reading, entities, sources: sources, published: story.published(number))
            }
        }
        var counts: [String: Int] = [:]
        for telling in tellings { for feature in telling.features { counts[feature, default: 0] += 1 } }
        let total = Double(max(tellings.count, 1))
        let weights = counts.mapValues { log(1 + total / Double($0)) / log(1 + total) }
        self.weights = weights
        totals = tellings.map { telling in
            telling.words.subtracting([telling.trigger]).sorted().reduce(0) { $0 + (weights["word " + $1] ?? 0) }
        }
        published = story.articles.indices.map { story.published($0) }
        occasions = PromiseOccasions(story: story, tellings: tellings).groups(PledgeGroups(story, entities).groups)
    }

    /// The entities that are outlets or agencies of the story's reports.
    private static func sources(_ story: Story, _ entities: EntityIndex) -> Set<String> {
        let names = story.articles.flatMap { article in [article.outlet].compactMap { $0 } + article.origins.map(\.name) }
        let known = Set(names.map { folded($0) })
        return Set(
            entities.entities.filter { entity in ([entity.name] + entity.variants).contains { known.contains(folded($0)) } }.map(\.id))
    }

    /// The tellings of each event.
    func clusters() -> [[Int]] {
        var sets = DisjointSets(count: tellings.count)
        for (a, b, _) in pairs() { sets.join(a, b) { !tellings[$0].meets(tellings[$1]) } }
        for group in occasions { for index in group.dropFirst() { sets.join(group[0], index) { !tellings[$0].meets(tellings[$1]) } } }
        joinOnlyOnes(&sets)
        return sets.sets()
    }

    /// A telling without a day joins the only dated event of the story that is named by the same word, or the one of many times as many
    /// reports as any other, where it shares something with it.
    private func joinOnlyOnes(_ sets: inout DisjointSets) {
        var dated: [String: Set<Int>] = [:]
        for (index, telling) in tellings.enumerated() where telling.isPrecise {
            dated[telling.trigger, default: []].insert(sets.root(index))
        }
        let only = dated.compactMapValues { roots -> Int? in
            let told = roots.map { root in (root, Set(sets.set(of: root).map { tellings[$0].article }).count) }
                .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
            return told.count == 1 || told[0].1 >= Tuning.manyTimes * told[1].1 ? told[0].0 : nil
        }
        for (index, telling) in tellings.enumerated() where !telling.isPrecise {
            guard let root = only[telling.trigger] else { continue }
            let event = sets.set(of: root)
            guard Set(event.map { tellings[$0].article }).union([telling.article]).count > 1, event.contains(where: { isAlike(index, $0) })
            else { continue }
            sets.join(index, root) { !tellings[$0].meets(tellings[$1]) }
        }
    }

    /// The events, each with its tellings.
    func groups(_ writer: EventWriter) -> [EventGroup] {
        clusters().compactMap { cluster in
            let tellings = cluster.map { self.tellings[$0] }
            guard !tellings.allSatisfy(\.isEcho) else { return nil }
            return writer.event(tellings).map { EventGroup(event: $0, tellings: tellings) }
        }.sorted { EventWriter.precedes($0.event, $1.event) }
    }

    /// Pairs that are one event, the surest first, found through whatever tellings share that is not shared by very many.
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

    private func isAlike(_ a: Int, _ b: Int) -> Bool {
        let (one, other) = (tellings[a], tellings[b])
        if place(one, other) < 0 { return false }
        if people(one, other) >= Tuning.tellingParticipant { return true }
        return !one.isRepeatable && words(a, b) > Tuning.leastShared
    }

    /// The evidence that two tellings are of one event, where it suffices.
    private func likeness(_ a: Int, _ b: Int) -> Double? {
        let (one, other) = (tellings[a], tellings[b])
        guard one.meets(other) else { return nil }
        let (people, words, place) = (people(one, other), words(a, b), place(one, other))
        guard isAboutSomething(one, other, people, words, place) else { return nil }
        let evidence =
            kind(one, other) + days(one, other) + Tuning.sharedPeople * min(people, 2) + Tuning.sharedWords * words + place
            - strangers(one, other, people)
        return evidence >= Tuning.eventEvidence ? evidence : nil
    }

    /// A kind and a day alone are no event, but for what does not happen twice a day.
    private func isAboutSomething(_ one: Telling, _ other: Telling, _ people: Double, _ words: Double, _ place: Double) -> Bool {
        if one.isSingular, one.isSameKind(as: other), one.isPrecise, other.isPrecise { return true }
        if one.isSlight, other.isSlight, one.trigger == other.trigger, one.span != nil, one.span == other.span { return true }
        if one.isSameKind(as: other), one.isPrecise, one.span == other.span, isBackground(one),
            isBackground(other)
        {
            return true
        }
        if one.trigger == other.trigger, place > 0 { return true }
        if one.isRepeatable || other.isRepeatable { return people >= Tuning.tellingParticipant || words >= Tuning.tellingParticipant }
        return people > 0 || words > 0 || place > 0
    }

    private func kind(_ one: Telling, _ other: Telling) -> Double {
        if one.trigger == other.trigger { return one.isRepeatable ? Tuning.sameRepeatableWord : Tuning.sameKind }
        guard one.isSameKind(as: other) else { return EventKinds.areRelated(one.mention.type, other.mention.type) ? Tuning.relatedKind : 0 }
        return one.isRepeatable ? Tuning.sameRepeatableKind : Tuning.sameKind
    }

    /// Speaks against one event: each telling has somebody rare of its own, and they share nobody.
    private func strangers(_ one: Telling, _ other: Telling, _ people: Double) -> Double {
        guard people < Tuning.tellingParticipant else { return 0 }
        func hasOwn(_ a: Telling, _ b: Telling) -> Bool {
            a.participants.subtracting(b.participants).contains { (weights["who " + $0] ?? 0) >= Tuning.rareParticipant }
        }
        return hasOwn(one, other) && hasOwn(other, one) ? Tuning.strangers : 0
    }

    /// The weight of those who take part in both.
    private func people(_ one: Telling, _ other: Telling) -> Double {
        one.participants.intersection(other.participants).sorted().reduce(0) { $0 + weight("who ", $1) }
    }

    private func weight(_ sort: String, _ feature: String) -> Double { weights[sort + feature] ?? 0 }

    /// The share of the weight of the shorter telling's words, but for the words that name the event, that stands in the other.
    private func words(_ a: Int, _ b: Int) -> Double {
        let (one, other) = (tellings[a], tellings[b])
        var shared = one.words.intersection(other.words)
        shared.remove(one.trigger)
        shared.remove(other.trigger)
        guard !shared.isEmpty else { return 0 }
        let least = min(wordWeight(a, without: other.trigger), wordWeight(b, without: one.trigger))
        return shared.sorted().reduce(0) { $0 + weight("word ", $1) } / max(least, Tuning.fewWords)
    }

    /// The weight of a telling's words, but for its own trigger and another's.
    private func wordWeight(_ index: Int, without trigger: String) -> Double {
        let telling = tellings[index]
        return trigger != telling.trigger && telling.words.contains(trigger) ? totals[index] - weight("word ", trigger) : totals[index]
    }

    private func place(_ one: Telling, _ other: Telling) -> Double {
        guard let place = one.mention.placeKey, let otherPlace = other.mention.placeKey else { return 0 }
        return place == otherPlace ? Tuning.samePlace * (weights["where " + place] ?? 0) : -Tuning.otherPlace
    }

    /// How far the days agree: the share of days that both allow among those that either does, less for long spans. It tells more where
    /// the days are none of those around publication, on which everything happens: past days, or a day far ahead that something is set for.
    private func days(_ one: Telling, _ other: Telling) -> Double {
        guard let span = one.span, let otherSpan = other.span, let both = one.shared(with: other) else { return 0 }
        guard span.meets(otherSpan) else { return Tuning.sameDay }
        let all = max(span.latest, otherSpan.latest).number - min(span.earliest, otherSpan.earliest).number + 1
        let sharpness = all <= Tuning.preciseDays ? 1 : all <= Tuning.vagueDays ? 0.8 : 0.3
        let isBackground = isBackground(one) && isBackground(other)
        return (isBackground ? Tuning.sameBackgroundDay : Tuning.sameDay) * sharpness * Double(both.dayCount) / Double(all)
    }

    private func isBackground(_ telling: Telling) -> Bool {
        guard let span = telling.span, let published = published[telling.article] else { return false }
        return published.earliest.number - span.latest.number > Tuning.newsDays
            || span.earliest.number - published.latest.number > Tuning.farAhead
    }
}
