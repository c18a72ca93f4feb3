// One quantity over time: figures of several reports, or of several days, that count the same thing in the same state. A report that stands
// in another as a whole gives no points of its own; figures that nothing compares are left alone.
internal import RecoupeModel
internal import RecoupeText

/// Finds series of figures.
struct MeasureFinder {
    let story: Story
    let entities: EntityIndex
    /// Ids of articles that are copies as a whole.
    private let copied: Set<String>
    /// For each figure of a sum those that are no points beside it.
    private let apart: [String: Set<String>]

    init(_ story: Story, _ entities: EntityIndex, _ copies: [Copy], _ sums: [Sum]) {
        self.story = story
        self.entities = entities
        copied = Set(copies.filter { $0.share >= Tuning.wholeCopy }.map(\.article))
        apart = Self.apart(story, sums)
    }

    /// All figures of the sums of one article are told apart by it; and amounts that one article gives as a whole and its part are so in
    /// every other.
    private static func apart(_ story: Story, _ sums: [Sum]) -> [String: Set<String>] {
        let figures = story.readings.flatMap(\.figures)
        let byPassage = Dictionary(figures.map { ($0.passage, $0) }, uniquingKeysWith: { first, _ in first })
        let byAmount = Dictionary(grouping: figures.filter { $0.unit != nil && $0.value != nil }) { Self.amount($0) }
        var found: [String: Set<String>] = [:]
        func part(_ some: [Figure], _ others: [Figure]) {
            for one in some {
                for other in others where one.id != other.id {
                    found[one.id, default: []].insert(other.id)
                    found[other.id, default: []].insert(one.id)
                }
            }
        }
        for own in Dictionary(grouping: sums, by: \.wholePassage.article).values {
            let members = own.flatMap { [$0.wholePassage] + $0.partPassages }.compactMap { byPassage[$0] }
            part(members, members)
            for sum in own {
                guard let whole = byPassage[sum.wholePassage] else { continue }
                for passage in sum.partPassages {
                    if let figure = byPassage[passage] { part(byAmount[amount(whole)] ?? [], byAmount[amount(figure)] ?? []) }
                }
            }
        }
        return found
    }

    private static func amount(_ figure: Figure) -> String { "\(figure.unit ?? "") \(figure.value ?? 0)" }

    func measures() -> [Measure] { series().compactMap { measure($0) }.sorted { (folded($0.label), $0.id) < (folded($1.label), $1.id) } }

    /// Figures that count one thing, in groups.
    func series() -> [[FigurePoint]] {
        let points = points()
        var buckets: [String: [Int]] = [:]
        for (index, point) in points.enumerated() {
            let unit = point.concept.unit.isEmpty ? point.concept.head : point.concept.unit
            buckets["\(point.concept.quantity.rawValue) \(unit)", default: []].append(index)
        }
        return buckets.keys.sorted().flatMap { groups((buckets[$0] ?? []).map { points[$0] }) }
    }

    private func points() -> [FigurePoint] {
        story.readings.enumerated().flatMap { number, reading -> [FigurePoint] in
            guard !copied.contains(story.articles[number].id) else { return [] }
            let wholes = Dictionary(reading.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let places = places(reading)
            return reading.figures.map { reading.withLentUnit($0) }.compactMap { figure in
                guard figure.quantity != .age, figure.quantity != .duration, !isOnlyAnnounced(figure, reading),
                    let concept = FigureConcept(figure, whole: figure.partOf.flatMap { wholes[$0] })
                else { return nil }
                return FigurePoint(
                    figure: figure, article: number, concept: concept, when: when(figure, concept, number),
                    context: context(figure, number), places: places, apart: apart[figure.id] ?? [])
            }
        }
    }

    /// What somebody is said to have announced or to demand, told in the conditional, does not hold yet.
    private func isOnlyAnnounced(_ figure: Figure, _ reading: Reading) -> Bool {
        guard let statement = figure.saidBy.flatMap({ id in reading.statements.first { $0.id == id } }) else { return false }
        return statement.stance == .demand || statement.hearsay && [.announce, .promise].contains(statement.stance)
    }

    /// The day that a figure holds for. A toll is counted up to the day of the report, whatever the day of what took it.
    private func when(_ figure: Figure, _ concept: FigureConcept, _ number: Int) -> When? {
        let isDay = (figure.when?.span?.dayCount ?? .max) <= Tuning.preciseDays
        return isDay && concept.isToll ? published(number) ?? figure.when : figure.when ?? published(number)
    }

    private func published(_ number: Int) -> When? { story.published(number).map { When($0) } }

    private func places(_ reading: Reading) -> [String: Double] {
        let named = reading.names.filter { $0.kind == .place && reading.referents.indices.contains($0.referent) }.map { name in
            reading.referents[name.referent].known ?? reading.referents[name.referent].keys.joined(separator: " ")
        }
        return Dictionary(named.map { ($0, 1 / Double(named.count)) }, uniquingKeysWith: +)
    }

    private func context(_ figure: Figure, _ number: Int) -> Set<String> {
        let reading = story.readings[number]
        guard reading.sentences.indices.contains(figure.sentence) else { return [] }
        let record = reading.sentences[figure.sentence]
        let named = reading.names.filter { record.start <= $0.start && $0.end <= record.end }.compactMap {
            entities.id(number, $0.referent)
        }
        return Set(record.keys).union(named)
    }

    /// Points of one thing: the most alike first, joined unless something forbids it for any two of a group.
    private func groups(_ points: [FigurePoint]) -> [[FigurePoint]] {
        var pairs: [(likeness: Double, a: Int, b: Int)] = []
        for a in points.indices {
            for b in points.indices where b > a {
                if let likeness = points[a].likeness(points[b]) { pairs.append((likeness, a, b)) }
            }
        }
        pairs.sort { ($1.likeness, $0.a, $0.b) < ($0.likeness, $1.a, $1.b) }
        var sets = DisjointSets(count: points.count)
        for pair in pairs { sets.join(pair.a, pair.b) { points[$0].excludes(points[$1]) } }
        return sets.sets().map { $0.map { points[$0] } }
    }

    private func measure(_ points: [FigurePoint]) -> Measure? {
        let points = distinct(points)
        guard points.count > 1, Set(points.map(\.article)).count > 1 || Set(points.compactMap { $0.when?.span }).count > 1,
            saysSomething(points), let first = points.map(\.figure.passage).min()
        else { return nil }
        let (label, states) = (label(points), Set(points.flatMap(\.concept.states)).sorted())
        return Measure(
            id: Identifier.item("m", first, label), label: label, states: states.isEmpty ? nil : states,
            points: points.map { Measure.Point(figure: $0.figure.id, when: $0.when) },
            because: [Because(rule: "link.measure.same-thing-counted", passages: points.map(\.figure.passage))])
    }

    /// A handful of things without a unit, of which no state is told, is no quantity to follow.
    private func saysSomething(_ points: [FigurePoint]) -> Bool {
        points.contains { !$0.concept.unit.isEmpty || !$0.concept.states.isEmpty || $0.concept.high > Tuning.handful }
    }

    /// In order of time; of several figures of one value in one article the first.
    private func distinct(_ points: [FigurePoint]) -> [FigurePoint] {
        var seen = Set<String>()
        let inText = points.sorted { $0.figure.passage < $1.figure.passage }
        let kept = inText.filter {
            seen.insert("\($0.article) \($0.concept.low) \($0.concept.high) \(String(describing: $0.figure.when))").inserted
        }
        return kept.enumerated().sorted { a, b in (Self.day(a.element), a.offset) < (Self.day(b.element), b.offset) }.map(\.element)
    }

    private static func day(_ point: FigurePoint) -> Int { point.when?.span?.earliest.number ?? .max }

    /// The words that most figures use for the thing counted, else those of the figure; and the place that most of them have.
    private func label(_ points: [FigurePoint]) -> String {
        let counted = most(points.compactMap(\.figure.counted).filter { !$0.isEmpty })?.word ?? most(points.map(\.figure.text))?.word ?? ""
        guard let place = most(points.compactMap(\.figure.place)), 2 * place.count >= points.count,
            !folded(counted).contains(folded(place.word))
        else { return counted }
        return counted + " (" + place.word + ")"
    }

    private func most(_ words: [String]) -> (word: String, count: Int)? {
        Dictionary(words.map { ($0, 1) }, uniquingKeysWith: +).max { a, b in
            (a.value, a.key.count, b.key) < (b.value, b.key.count, a.key)
        }.map { ($0.key, $0.value) }
    }
}
