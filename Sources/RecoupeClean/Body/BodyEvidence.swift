// What a page says of its article elsewhere than in its text: the body in its linked data, its description, its title. Block texts are
// compared with these by runs of three words (shingles; Broder 1997).
internal import RecoupeText

/// Outside evidence of which blocks are the article.
struct BodyEvidence {
    private let body: KeySet
    private let description: KeySet
    private let title: [WordKey]
    /// The function words of all languages.
    let common: KeySet

    init(head: PageHead, linked: LinkedFacts, title: String?, common: KeySet) {
        body = KeySet(Self.triples(linked.body.map { Entities.decode($0) }))
        let lines = Set([head.meta("og:description"), head.meta("description"), head.meta("twitter:description")])
        description = KeySet(lines.flatMap { Self.triples($0) })
        self.title = WordKeys.keys(of: title ?? "")
        self.common = common
    }

    private static func triples(_ text: String?) -> [WordKey] {
        guard let text else { return [] }
        return WordKeys.triples(WordKeys.keys(of: text))
    }

    /// Whether the page gives a body of some length.
    var hasBody: Bool { body.count >= 40 }

    /// Share of the block's shingles that stand in the stated body; −1 where there is none to compare with.
    func inBody(_ triples: [WordKey]) -> Float { hasBody ? Self.share(triples, body) : -1 }

    /// The same for the description.
    func inDescription(_ triples: [WordKey]) -> Float { description.count == 0 ? -1 : Self.share(triples, description) }

    /// Whether there is anything to compare runs of words with.
    var compares: Bool { hasBody || description.count > 0 }

    private static func share(_ own: [WordKey], _ known: KeySet) -> Float {
        own.isEmpty ? -1 : Float(own.count { known.contains($0) }) / Float(own.count)
    }

    /// Share of the title's words in the block.
    func inTitle(_ keys: [WordKey]) -> Float {
        guard !title.isEmpty, keys.count <= 3 * title.count + 8 else { return 0 }
        return Float(title.count { keys.contains($0) }) / Float(title.count)
    }
}
