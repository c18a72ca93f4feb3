// A sentence as the tree network learns it: rows of its tables, and the answers.
internal import RecoupeRead

/// A sentence to learn from.
struct TreeExample {
    var words: [Int]
    var tags: [Int]
    var forms: [[Int]]
    /// Index of the head, −1 for the root.
    var heads: [Int]
    var relations: [Int]
    var domain: Int

    var count: Int { words.count }
}
