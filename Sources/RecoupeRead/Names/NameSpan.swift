// A stretch of words taken for a name, before names are grouped.
internal import RecoupeModel

/// Words that name something.
struct NameSpan: Sendable, Hashable {
    /// Indices into `NameWords.all`.
    var words: Range<Int>
    var kind: EntityKind
    /// Which rule found it.
    var rule: String
    var known: KnownName?
}
