// One quantity over time: figures of several reports, or of several days, that count the same thing in the same state. The same figure in
// a report and its copy is one point; figures that nothing compares are left alone.
internal import RecoupeModel
internal import RecoupeText

/// Finds series of figures.
struct MeasureFinder {
    let story: Story
    let entities: EntityIndex
    /// Ids of articles that are copies as a whole.
    private let copied: Set<String>

    struct Point {
        let figure: Figure
        let article: Int
        let concept: FigureConcept
        let when: When?
        /// Content words and entities of the sentence.
        let context: Set<String>
    }

    init(_ story: Story, _ entities: EntityIndex, _ copies: [Copy]) {
        self.story = story
        self.entities = entities
        copied = Set(copies.filter { $0.share >= Tuning.wholeCopy }.map(\.article))
    }

    func measures() -> [Measure] { series().compactMap { measure($0) }.sorted { (folded($0.label), $0.id) < (folded($1.label), $1.id) } }

    /// Figures that count one thing, in groups.
    func series() -> [[Point]] {
        let points = points()
        var buckets: [String: [Int]] = [:]
        for (index, point) in points.enumerated() {
            let unit = point.concept.unit.isEmpty ? point.concept.head : point.concept.unit
            buckets["\(point.concept.quantity.rawValue) \(unit)", default: []].append(index)
        }
        return buckets.keys.sorted().flatMap { groups((buckets[$0] ?? []).map { points[$0] }) }
    }

    private func points() -> [Point] {
        story.readings.enumerated().flatMap { number, reading -> [Point] in
            guard !copied.contains(story.articles[number].id) else { return [] }
            let wholes = Dictionary(reading.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            return reading.figures.compactMap { figure in
                guard figure.quantity != .age, figure.quantity != .duration,
                    let concept = FigureConcept(figure, whole: figure.partOf.flatMap { wholes[$0] })
                else {
                    return nil
                }
                return Point(
                    figure: figure, article: number, concept: concept, when: figure.when ?? published(number),
                    context: context(figure, number))
            }
        }
    }

    private func published(_ number: Int) -> When? { story.published(number).map { When($0) } }

    private func context(_ figure: Figure, _ number: Int) -> Set<String> {
        let reading = story.readings[number]
        guard reading.sentences.indices.contains(figure.sentence) else { return [] }
        let record = reading.sentences[figure.sentence]
        let named = reading.names.filter { record.start <= $0.start && $0.end <= record.end }.compactMap {
            entities.id(number, $0.referent)
        }
        return Set(record.keys).union(named)
    }

    /// Points of one thing, joined unless something forbids it for any two of a group.
    private func groups(_ points: [Point]) -> [[Point]] {
        var sets = DisjointSets(count: points.count)
        for a in points.indices {
            for b in points.indices where b > a && areOne(points[a], points[b]) {
                sets.join(a, b) { !points[$0].concept.mayJoin(points[$1].concept) }
            }
        }
        return sets.sets().map { $0.map { points[$0] } }
    }

    /// Where no thing is named, or named in other words, the sentences must have something in common.
    private func areOne(_ a: Point, _ b: Point) -> Bool {
        guard a.concept.mayJoin(b.concept), a.concept.namesSameThing(as: b.concept) else { return false }
        if a.concept.head == b.concept.head, !a.concept.head.isEmpty { return true }
        return a.context.intersection(b.context).count >= Tuning.sharedContext
    }

    private func measure(_ points: [Point]) -> Measure? {
        let points = distinct(points)
        guard points.count > 1, Set(points.map(\.article)).count > 1 || Set(points.compactMap { $0.when?.span }).count > 1,
            points.contains(where: { $0.concept.isSpecific }),
            let first = points.map(\.figure.passage).min()
        else { return nil }
        return Measure(
            id: Identifier.item("m", first, label(points)), label: label(points),
            points: points.map { Measure.Point(figure: $0.figure.id, when: $0.when) },
            because: [Because(rule: "link.measure.same-thing-counted", passages: points.map(\.figure.passage))])
    }

    /// In order of time; of several figures of one value in one article the first.
    private func distinct(_ points: [Point]) -> [Point] {
        var seen = Set<String>()
        let inText = points.sorted { $0.figure.passage < $1.figure.passage }
        let kept = inText.filter {
            seen.insert("\($0.article) \($0.figure.value ?? $0.figure.low ?? 0) \(String(describing: $0.figure.when))").inserted
        }
        return kept.enumerated().sorted { a, b in
            (Self.day(a.element), a.offset) < (Self.day(b.element), b.offset)
        }.map(\.element)
    }

    private static func day(_ point: Point) -> Int { point.when?.span?.earliest.number ?? .max }

    /// The words that most figures use for the thing counted, else those of the figure, and the place where they do not name it.
    private func label(_ points: [Point]) -> String {
        let counted = most(points.compactMap(\.figure.counted).filter { !$0.isEmpty }) ?? most(points.map(\.figure.text)) ?? ""
        guard let place = most(points.compactMap(\.figure.place)), !folded(counted).contains(folded(place)) else { return counted }
        return counted + " (" + place + ")"
    }

    private func most(_ words: [String]) -> String? {
        Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +).max { a, b in
            (a.value, a.key.count, b.key) < (b.value, b.key.count, a.key)
        }?.key
    }
}
