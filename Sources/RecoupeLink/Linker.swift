// Cross-checks readings: a function of all of them, in no order. It sees no language: what must be compared stands in a reading as keys,
// types and values. Each finder below is one idea in one folder; they know of each other only by the values handed on here.
package import RecoupeModel
internal import RecoupeText

/// The third stage: what the reports say together.
package struct Linker: Sendable {
    /// Reads an article again, now that other reports tell when it was published or what days it speaks of.
    package typealias Rereading = @Sendable (Article, [ToldDay]) -> Reading

    private let reread: Rereading?

    /// Without a way to read again, an undated report keeps the times that it was read with.
    package init(reread: Rereading? = nil) { self.reread = reread }

    /// The dossier of a story. The same articles and readings in any order give the same dossier.
    package func link(title: String, _ articles: [Article], _ readings: [Reading]) -> Dossier {
        let read = Story(articles, Self.joined(readings, articles))
        let copies = CopyFinder(read).copies()
        let settler = PublicationSettler(story: read, copies: copies) { article, told in
            reread.map { $0(article, told).joiningQuotations(in: article.text) }
        }
        let story = settler.settled { Self.events($0, EntityIndex($0), copies) }
        let entities = EntityIndex(story)
        let origins = OriginNames(story, copies)
        let groups = Self.events(story, entities, copies)
        let sums = SumFinder().find(in: story)
        let measures = MeasureFinder(story, entities, copies, sums.sums)
        let conflicts = ConflictFinder(story: story, entities: entities, origins: origins, copies: copies)
        return Dossier(
            title: title, languages: Set(story.articles.map(\.language)).sorted(), articles: Self.articles(story),
            entities: entities.entities, times: Self.sorted(story.readings.flatMap(\.times)),
            figures: Self.sorted(story.readings.flatMap(\.figures)), statements: Self.statements(story, entities),
            events: groups.map(\.event), measures: measures.measures(),
            conflicts: conflicts.conflicts(groups, measures.series(), sums.conflicts),
            commitments: CommitmentFinder(story: story, entities: entities, events: groups).commitments(), sums: sums.sums, copies: copies)
    }

    /// A dossier gives a quotation as one statement, a reading each of its sentences.
    private static func joined(_ readings: [Reading], _ articles: [Article]) -> [Reading] {
        let texts = Dictionary(articles.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        return readings.map { $0.joiningQuotations(in: texts[$0.article] ?? "") }
    }

    private static func events(_ story: Story, _ entities: EntityIndex, _ copies: [Copy]) -> [EventGroup] {
        EventMerger(story, entities).groups(EventWriter(story: story, origins: OriginNames(story, copies)))
    }

    private static func articles(_ story: Story) -> [Article] {
        story.articles.enumerated().map { number, article in
            var article = article
            article.published = story.readings[number].published ?? article.published
            return article
        }
    }

    /// The statements with their speakers' entities.
    private static func statements(_ story: Story, _ entities: EntityIndex) -> [Statement] {
        let all = story.readings.enumerated().flatMap { number, reading in
            reading.statements.map { statement in
                var statement = statement
                statement.speaker = entities.id(number, statement.speakerReferent)
                statement.speakerReferent = nil
                return statement
            }
        }
        return sorted(all)
    }

    private static func sorted<Item: Passaged>(_ items: [Item]) -> [Item] { items.sorted { $0.passage < $1.passage } }
}
