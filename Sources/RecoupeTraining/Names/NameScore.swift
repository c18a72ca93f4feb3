// Marked articles and a name tagger in, figures out: a name counts where its first and last byte and its kind are those of the reader.
package import RecoupeLanguage
internal import RecoupeModel
package import RecoupeRead

/// How many names were found, given and wanted.
package struct NameScore: Sendable {
    private var right = [Int](repeating: 0, count: NameLabel.kinds.count)
    private var given: [Int]
    private var wanted: [Int]

    package init(_ tagger: NameTagger, analyser: Analyser, articles: [MarkedArticle]) {
        (given, wanted) = (right, right)
        for article in articles {
            let marks = Set(article.marks)
            for mark in marks { wanted[mark.kind] += 1 }
            for found in tagger.marks(analyser.analyse(article.text, article: article.id)) {
                given[found.kind] += 1
                if marks.contains(MarkedArticle.Mark(bytes: found.bytes, kind: found.kind)) { right[found.kind] += 1 }
            }
        }
    }

    private static func measure(_ right: Int, _ given: Int, _ wanted: Int) -> Double {
        given + wanted == 0 ? 0 : (20_000 * Double(right) / Double(given + wanted)).rounded() / 10_000
    }

    /// The F1 measure of all names and of each kind, between 0 and 1.
    package var figures: [String: Double] {
        var figures = ["all": Self.measure(right.reduce(0, +), given.reduce(0, +), wanted.reduce(0, +))]
        for (index, kind) in NameLabel.kinds.enumerated() {
            figures[kind.rawValue] = Self.measure(right[index], given[index], wanted[index])
        }
        return figures
    }
}
