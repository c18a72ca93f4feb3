// What the grammar of a unit says of a word that names an event: whether it is told as a fact, when, and in which words. Two readers make
// these: `TreeTellings` with a tree, `ClauseTellings` without one.
internal import RecoupeModel

/// A word that names an event, in its place.
struct Trigger {
    var atoms: Range<Int>
    var type: String
    var isNoun: Bool
}

/// How real the words make an event.
enum Reality {
    case fact, plan, hearsay
}

/// A trigger with what its clause says of it.
struct Told {
    var trigger: Trigger
    /// Atoms of the clause or phrase that tells of it.
    var atoms: Range<Int>
    var reality: Reality
    /// The atom of its time.
    var time: Int?
    var isNegated = false
    /// A finite verb in a past tense, which may be told without a date.
    var isNews = false
    /// A noun with a definite article that tells again of what is dated elsewhere.
    var isEcho = false
    /// Whether it is the head of what its statement says.
    var isHead = true
}
