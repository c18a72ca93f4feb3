// What the kind of an event says of telling two apart. The kinds are those that the packs share.

/// Kinds of events.
enum EventKinds {
    /// Several of these stand in one story as a matter of course: sharing kind and day makes no two of them one.
    static let repeatable: Set<String> = [
        "announcement", "arrival", "attack", "construction", "delivery", "departure", "deployment", "investigation", "launch", "match",
        "meeting", "occurrence", "outbreak", "payment", "plan", "protest", "publication", "pump", "test", "trial", "visit",
    ]

    /// Kinds between which reports waver for one event: a crowd gathers for a ceremony, a launch is a start.
    private static let related: [Set<String>] = [
        ["ceremony", "protest"], ["launch", "start"], ["collapse", "destruction"], ["opening", "start"],
    ]

    /// Whether one report may take for the one kind what another takes for the other.
    static func areRelated(_ a: String?, _ b: String?) -> Bool {
        guard let a, let b else { return false }
        return related.contains { $0.contains(a) && $0.contains(b) }
    }

    /// Two of these of one day in one story are one.
    static let singular: Set<String> = [
        "accident", "birth", "collapse", "coup", "destruction", "disaster", "election", "explosion", "fire", "marriage", "resignation",
    ]
}
