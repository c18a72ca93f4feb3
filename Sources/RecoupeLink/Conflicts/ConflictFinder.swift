// What cannot both be right, or contradicts. Each kind has a file; all prefer silence to a false alarm. `why` and `proposal` are left
// empty here: Publish writes them from `reason` and `remedy`, whose templates stand in each pack's `phrases.tsv` under these names.
//
//     conflict.sum.exceeds          whole, parts, total            parts stated to be of a whole are more than it
//     conflict.sum.partition        wholes, totals                 the parts by place add up to `totals`, not to `wholes`
//     conflict.sum.permuted         reading                        remedy: `137 + 59 = 196 missions, …`
//     conflict.figure.differs       a, b, thing, when              two values for one thing at one time (`when` may be empty)
//     conflict.figure.disputed      a, b, thing                    two speakers' values for one thing in nearly the same words
//     conflict.date.differs         event, a, b                    two dates for one event
//     conflict.date.majority        date, count, of                remedy: `count` of the `of` independent origins say `date`
//     conflict.denial.statement     a, b                           `b` denies what `a` says; speakers, empty where unknown
//     conflict.denial.accusation    b                              an accusation, and `b` rejects it; may be empty
//     conflict.denial.contradicted  a, b                           the article itself says that `b` contradicts `a`
//
// Slots hold numbers as digits, dates as TIMEX3 values, names and words as the reports have them.
internal import RecoupeModel

/// Finds conflicts other than those of sums.
struct ConflictFinder {
    let story: Story
    let entities: EntityIndex
    let origins: OriginNames
    /// Pairs of articles of which one is a copy of the other.
    let copies: [Copy]

    func conflicts(_ events: [EventGroup], _ series: [[FigurePoint]], _ sums: [Conflict]) -> [Conflict] {
        let found =
            sums + FigureConflicts(story: story, entities: entities).find(series)
            + DateConflicts(story: story, origins: origins).find(events)
            + DenialConflicts(story: story, entities: entities, events: events).find()
        var seen = Set<String>()
        return found.filter { seen.insert($0.id).inserted }.sorted { Self.precedes($0, $1) }
    }

    private static func precedes(_ a: Conflict, _ b: Conflict) -> Bool {
        guard let one = a.sides.first?.first, let other = b.sides.first?.first, one != other else { return a.id < b.id }
        return one < other
    }
}

/// An event with the tellings that it was made of.
struct EventGroup {
    let event: Event
    let tellings: [Telling]
}

extension Conflict {
    /// A conflict whose id comes from its kind and the places of its sides.
    static func between(_ a: [Passage], _ b: [Passage], _ kind: Kind, _ reason: Phrase, remedy: Phrase? = nil, rule: String) -> Conflict {
        let places = (a + b).map { "\($0.article):\($0.start)-\($0.end)" }
        return Conflict(
            id: Identifier.of("k", [kind.rawValue] + places), kind: kind, sides: [a, b], reason: reason, remedy: remedy,
            because: [Because(rule: rule, passages: a + b)])
    }
}
