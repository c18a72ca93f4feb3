// Tagged words of a sentence in, heads and relations out, as several parsers that were trained apart agree on them: their scores are added
// before the tree is chosen. Slower than one parser and better; small parsers are taught by it.

/// Parsers of one language that decide together.
package struct TreeCouncil: Sendable {
    private let parsers: [TreeParser]

    /// Parsers that know the same relations; nothing where there are none or they differ.
    package init?(_ parsers: [TreeParser]) {
        guard let first = parsers.first, parsers.allSatisfy({ $0.relations == first.relations }) else { return nil }
        self.parsers = parsers
    }

    package var relations: [String] { parsers.first?.relations ?? [] }

    /// The head (−1 for the root) and the relation's number of every word of a sentence that is no longer than `TreeParser.longest`.
    package func parse(_ facts: ArraySlice<WordFacts>, _ tags: ArraySlice<Int>) -> (heads: [Int], relations: [Int]) {
        guard let first = parsers.first, !facts.isEmpty else { return ([], []) }
        let readings = parsers.map { $0.read(facts, tags) }
        let width = readings[0].width
        let heads = TreeDecoder.heads(Self.sum(readings.map(\.scores)), count: facts.count, width: width)
        let scores = zip(parsers, readings).map { $0.relationScores($1, heads) }
        return (heads, first.best(Self.sum(scores), heads))
    }

    private static func sum(_ runs: [[Float]]) -> [Float] {
        var sum = runs[0]
        for run in runs.dropFirst() { for index in sum.indices { sum[index] += run[index] } }
        return sum
    }
}
