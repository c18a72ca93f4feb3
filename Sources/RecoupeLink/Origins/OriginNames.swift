// Where each report's content comes from, as one name: the agency it republishes or credits, that of the report it copies, else its
// outlet, else its title. Twelve outlets that repeat one dispatch count as one origin.
internal import RecoupeModel
internal import RecoupeText

/// The independent origin of each article.
struct OriginNames: Sendable {
    private let names: [String]

    init(_ story: Story, _ copies: [Copy]) {
        var sources: [Int: Int] = [:]
        for copy in copies {
            guard let article = story.number(copy.article), let source = story.number(copy.of) else { continue }
            sources[article] = min(sources[article] ?? source, source)
        }
        names = story.articles.indices.map { Self.name(story, Self.first(of: $0, sources)) }
    }

    subscript(article: Int) -> String { names[article] }

    /// The names of the origins of some articles, each once, sorted.
    func names(of articles: some Sequence<Int>) -> [String] {
        var spelled: [String: String] = [:]
        for name in Set(articles.map { names[$0] }).sorted() where spelled[folded(name)] == nil { spelled[folded(name)] = name }
        return spelled.values.sorted()
    }

    /// Follows copies back to the report that none of them copies.
    private static func first(of article: Int, _ sources: [Int: Int]) -> Int {
        var (article, seen) = (article, Set<Int>())
        while let source = sources[article], seen.insert(article).inserted { article = source }
        return article
    }

    private static func name(_ story: Story, _ number: Int) -> String {
        let article = story.articles[number]
        for relation in [Origin.Relation.republishes, .translates, .credits] {
            if let origin = article.origins.filter({ $0.relation == relation }).min() { return origin.name }
        }
        return article.outlet ?? article.title ?? article.id
    }
}
