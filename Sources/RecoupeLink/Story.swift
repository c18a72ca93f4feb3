// All articles of a story with their readings, put in an order that depends on nothing but their digests. Every finder of this stage
// takes a Story and gives values; an item's own passage tells which article it is of, and the Story gives that article's number.
package import RecoupeModel
package import RecoupeText

/// What is compared.
package struct Story: Sendable {
    /// Sorted by id; each id once.
    package let articles: [Article]
    /// `readings[i]` is that of `articles[i]`.
    package var readings: [Reading]
    /// The language of most articles; of equals the first by code.
    package let language: String
    private let numbers: [String: Int]

    package init(_ articles: [Article], _ readings: [Reading]) {
        var byID: [String: Article] = [:]
        for article in articles where article.path < (byID[article.id]?.path ?? "\u{10FFFF}") { byID[article.id] = article }
        self.articles = byID.values.sorted { $0.id < $1.id }
        let read = Dictionary(readings.map { ($0.article, $0) }, uniquingKeysWith: { first, _ in first })
        self.readings = self.articles.map { read[$0.id] ?? Reading(article: $0.id, language: $0.language) }
        let languages = Dictionary(self.articles.map { ($0.language, 1) }, uniquingKeysWith: +)
        language = languages.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "und"
        numbers = Dictionary(self.articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The number of an article, by its id.
    package func number(_ article: String) -> Int? { numbers[article] }

    /// The days on which an article may have been published: as stated, else as the reading allows.
    package func published(_ number: Int) -> DaySpan? { (readings[number].published ?? articles[number].published)?.span }

    /// The days on which the article of a passage may have been published.
    package func published(of article: String) -> DaySpan? { number(article).flatMap { published($0) } }

    /// The last day that any report of the story may speak of as today.
    package var newest: CalendarDay? { articles.indices.compactMap { published($0)?.latest }.max() }

    /// The number of the sentence of an article that holds a code point, by binary search.
    package func sentence(_ number: Int, at offset: Int) -> Int? {
        let sentences = readings[number].sentences
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].end <= offset { low = middle + 1 } else { high = middle }
        }
        return low < sentences.count && sentences[low].start <= offset ? low : nil
    }
}
