// A plain text as people paste it from a page: title, perhaps breadcrumbs above it, byline, paragraphs, and the page's furniture.

/// Finds the article in a plain text.
struct TextBody {
    let furniture: Furniture
    let passes: LinePasses

    func parts(of text: String) -> (parts: Parts, repeated: Int) {
        var parts = Parts(blocks: TextBlocks().blocks(of: text), furniture: furniture)
        let (kinds, blocksOf) = (parts.kinds, parts.blocks)
        let title = TitleFinder().titleIndex(of: parts.blocks) { index in
            kinds[index].isEmpty || (index == 0 && blocksOf[index].words.count >= 5)
        }
        if let title {
            parts.title = parts.blocks[title].text
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
