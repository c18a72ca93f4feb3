// A plain text as people paste it from a page: title, perhaps breadcrumbs above it, byline, paragraphs, and the page's furniture.
internal import RecoupeText

/// Finds the article in a plain text.
struct TextBody {
    let furniture: Furniture
    let passes: LinePasses

    /// `given` is the title that the container of the report states; then only a line that repeats it is a title.
    func parts(of text: String, given: String? = nil) -> (parts: Parts, repeated: Int) {
        var parts = Parts(blocks: TextBlocks().blocks(of: text), furniture: furniture)
        let (kinds, blocksOf) = (parts.kinds, parts.blocks)
        let words = given.map { WordKeys.keys(of: $0) }
        let title = TitleFinder().titleIndex(of: parts.blocks, given: words) { index in
            kinds[index].isEmpty || (index == 0 && blocksOf[index].words.count >= 5)
        }
        if let given { parts.title = given }
        if let title {
            if given == nil { parts.title = parts.blocks[title].text }
            for index in 0..<title { parts.remove(index, "navigation") }
            parts.remove(title, "title")
            if title >= parts.firstProse {
                parts.firstProse =
                    parts.blocks.indices.dropFirst(title + 1).first { parts.blocks[$0].isProse && kinds[$0].isEmpty }
                    ?? parts.blocks.count
            }
        }
        passes.titles(&parts)
        passes.furniture(&parts)
        passes.boxes(&parts)
        passes.captions(&parts)
        Masthead(furniture: furniture, passes: passes).take(from: &parts, title: title)
        passes.bylines(&parts)
        passes.notes(&parts)
        let repeated = passes.repetitions(&parts)
        passes.tail(&parts)
        return (parts, repeated)
    }
}
