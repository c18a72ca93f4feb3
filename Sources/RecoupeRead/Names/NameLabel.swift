// The labels of a name tagger: outside, and for four kinds of names the first, inner, last and only word (BILOU; Ratinov and Roth 2009).
package import RecoupeModel

/// The labels of words: 0 outside, then 4 for each kind.
package enum NameLabel {
    package static let count = 17
    /// Kinds in the order of their labels.
    package static let kinds: [EntityKind] = [.person, .organisation, .place, .other]

    package static let first = 0, inner = 1, last = 2, only = 3

    /// The label of a place in a name of a kind.
    package static func label(_ kind: Int, _ place: Int) -> Int { 1 + kind * 4 + place }

    /// Whether `b` may follow `a`.
    package static func follows(_ a: Int, _ b: Int) -> Bool {
        let opens = a != 0 && (a - 1) % 4 < 2
        let continues = b != 0 && ((b - 1) % 4 == 1 || (b - 1) % 4 == 2)
        guard opens || continues else { return true }
        return opens && continues && (a - 1) / 4 == (b - 1) / 4
    }

    /// The labels that may stand before each.
    static let before: [[Int]] = (0..<count).map { label in (0..<count).filter { follows($0, label) } }

    package static func mayEnd(_ label: Int) -> Bool { label == 0 || (label - 1) % 4 >= 2 }

    package static func mayStart(_ label: Int) -> Bool { label == 0 || (label - 1) % 4 == 0 || (label - 1) % 4 == 3 }
}
