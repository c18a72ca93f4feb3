// What a page says of its article elsewhere than in its text: the body in its linked data, its description, its title. Block texts are
// compared with these by shingles of three words (Broder 1997).
internal import RecoupeText

/// Outside evidence of which blocks are the article.
struct BodyEvidence {
    private let body: Set<UInt64>
    private let description: Set<UInt64>
    let title: [String]
    /// The function words of all languages.
    let common: Set<String>

    init(head: PageHead, linked: LinkedFacts, title: String?, common: Set<String>) {
        body = shingles(foldedWords(Entities.decode(linked.body ?? "")), size: Self.size)
        let lines = [head.meta("og:description"), head.meta("description"), head.meta("twitter:description")].compactMap { $0 }
        description = lines.reduce(into: []) { $0.formUnion(shingles(foldedWords($1), size: Self.size)) }
        self.title = foldedWords(title ?? "")
        self.common = common
    }

    private static let size = 3

    /// Whether the page gives a body of some length.
    var hasBody: Bool { body.count >= 40 }

    /// Share of the block's shingles that stand in the stated body; −1 where there is none to compare with.
    func inBody(_ words: [String]) -> Float { hasBody ? Self.share(words, body) : -1 }

    /// The same for the description.
    func inDescription(_ words: [String]) -> Float { description.isEmpty ? -1 : Self.share(words, description) }

    private static func share(_ words: [String], _ known: Set<UInt64>) -> Float {
        let own = shingles(words, size: size)
        return own.isEmpty ? -1 : Float(own.count { known.contains($0) }) / Float(own.count)
    }

    /// Share of the title's words in the block.
    func inTitle(_ words: [String]) -> Float {
        guard !title.isEmpty, words.count <= 3 * title.count + 8 else { return 0 }
        let own = Set(words)
        return Float(title.count { own.contains($0) }) / Float(title.count)
    }
}
