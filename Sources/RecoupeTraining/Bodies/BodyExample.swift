// An annotated page in, its blocks out with the share of each that readers count to the article, and how much each weighs: as its words
// on the page do, so that a short page counts as much as a long one; and no site more than some pages.
package import RecoupeClean
package import RecoupeModel

/// A page to learn from.
package struct BodyExample: Sendable {
    package let id: String
    package let site: String
    package let page: Page
    let blocks: PageBlocks
    let wantedText: Shingles
    /// Share of each block that belongs to the article, 0 to 1, and its weight.
    let wanted: [Float]
    let weights: [Float]

    package init?(_ annotated: AnnotatedPage, page: Page, blocks: PageBlocks) {
        let words = comparedWords(annotated.text)
        guard !words.isEmpty else { return nil }
        (id, site, self.page, self.blocks) = (annotated.id, annotated.site, page, blocks)
        wantedText = Shingles(words: words)
        let texts = blocks.texts.map { comparedWords($0) }
        let labels = Labels(texts: texts, spoken: blocks.texts, words: words, shingles: wantedText)
        wanted = labels.values
        let scale = Self.pageScale(words.count)
        weights = texts.map { Float(min($0.count + 2, 150)) / scale }
    }

    /// F1 of some blocks against those that readers count to the article, by their words.
    func agreement(with chosen: [Bool]) -> Float {
        var (right, given, all): (Float, Float, Float) = (0, 0, 0)
        for index in wanted.indices {
            all += weights[index] * wanted[index]
            if chosen[index] {
                given += weights[index]
                right += weights[index] * wanted[index]
            }
        }
        return all + given > 0 ? 2 * right / (all + given) : 0
    }

    private static func pageScale(_ words: Int) -> Float {
        var scale: Float = 1
        let base = Float(max(60, words))
        // The 0.8th power: long pages count a little more than short ones.
        scale = base / Self.fifthRoot(base)
        return scale
    }

    private static func fifthRoot(_ value: Float) -> Float {
        var root: Float = 4
        for _ in 0..<24 { root -= (root * root * root * root * root - value) / (5 * root * root * root * root) }
        return root
    }
}

/// Which blocks are the article, by its text.
private struct Labels {
    private(set) var values: [Float]

    init(texts: [[String]], spoken: [String], words: [String], shingles: Shingles) {
        let joined = " " + words.joined(separator: " ") + " "
        values = texts.map { Self.share($0, joined, shingles) }
        withinHits(texts)
        once(texts, spoken)
    }

    /// The share of a block's shingles that the article has; for a few words whether they stand there.
    private static func share(_ words: [String], _ joined: String, _ shingles: Shingles) -> Float {
        if words.count >= 5 {
            let own = Shingles.hashes(words)
            return Float(own.count { shingles.contains($0) }) / Float(own.count)
        }
        guard words.count >= 2 else { return 0 }
        return joined.contains(" " + words.joined(separator: " ") + " ") ? 1 : 0
    }

    /// A short line that stands in the article's words by chance is no part of it unless it is among its paragraphs.
    private mutating func withinHits(_ texts: [[String]]) {
        let hits = texts.indices.filter { values[$0] > 0.7 && texts[$0].count >= 10 }
        let range = (hits.first ?? 0) - 2...max((hits.first ?? 0) - 2, (hits.last ?? -1) + 2)
        for index in texts.indices where !range.contains(index) && texts[index].count < 25 { values[index] = 0 }
    }

    /// What stands on the page twice counts once.
    private mutating func once(_ texts: [[String]], _ spoken: [String]) {
        var seen: Set<String> = []
        for index in texts.indices where values[index] > 0.5 && texts[index].count >= 4 {
            if !seen.insert(spoken[index]).inserted { values[index] = 0 }
        }
    }
}
