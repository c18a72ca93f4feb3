// The masthead of a pasted report: the outlet's name in a line of its own near the title. A line of capitalised words alone proves
// nothing; it counts where it comes again in the page's last lines, has the shape of a medium's name, or says that it is one.
internal import RecoupeText

/// Finds mastheads and takes them out of the text.
struct Masthead {
    let furniture: Furniture
    let passes: LinePasses

    private var lexicon: OriginLexicon { passes.origins }

    /// Marks the line of the masthead and keeps its name.
    func take(from parts: inout Parts, title: Int?) {
        guard let title else { return }
        let below = title + 1..<min(parts.blocks.count, parts.firstProse, title + 1 + Tuning.mastheadBelow)
        for index in Array(below) + (max(0, title - 2)..<title) {
            guard let name = name(at: index, parts) else { continue }
            parts.masthead = name
            let dated = parts.kinds[index].contains { $0 == "byline" || $0 == "dated" } || passes.isDateLine(parts.blocks[index])
            parts.remove(index, dated ? "byline" : "masthead")
            return
        }
    }

    private func name(at index: Int, _ parts: Parts) -> String? {
        let block = parts.blocks[index]
        guard block.count <= Tuning.mastheadLine, !block.endsSentence, parts.fates[index] != .removed("title") else { return nil }
        let segments = Segments.of(block.text)
        guard let name = segments.first, mayBeName(name) else { return nil }
        let rest = segments.dropFirst()
        if rest.isEmpty ? isKnown(name) : isKnown(name) && isByline(rest, block) { return name }
        if let next = rest.first, isApposition(next) { return name }
        if recurs(name, after: max(index, parts.firstProse), parts), rest.isEmpty || isByline(rest, block) { return name }
        let dated = rest.isEmpty ? isHead(index + 1, parts) : isByline(rest, block)
        return dated && isTitled(name) ? name : nil
    }

    /// A few words that begin with a capital, are no formula of pages, no date and no person's name.
    private func mayBeName(_ name: String) -> Bool {
        let block = Block(name)
        guard (1...Tuning.mastheadWords).contains(block.count), name.first?.isUppercase == true else { return false }
        guard furniture.kinds(of: block).isEmpty, passes.dates.dates(in: name, dayFirst: true).isEmpty else { return false }
        return !lexicon.isAgency(name) && !lexicon.isPerson(name)
    }

    /// A listed medium, or the shape of a medium's name from end to end.
    private func isKnown(_ name: String) -> Bool {
        let run = WordRun(name)
        if let found = lexicon.source(at: 0, in: run), found.length == run.tokens.count { return !found.source.isAgency }
        return lexicon.medium(at: 0, in: run)?.range.upperBound == run.tokens.count
    }

    /// `weekly of the old town`: says in lower case what kind of medium it is.
    private func isApposition(_ segment: String) -> Bool {
        let words = WordRun(segment).tokens.drop { lexicon.isArticle($0.folded) }
        guard let first = words.first, !first.isCapitalised else { return false }
        return lexicon.words["medium-noun"]?.contains(first.folded) ?? false
    }

    /// An article and capitalised words: no person and no sentence.
    private func isTitled(_ name: String) -> Bool {
        let tokens = WordRun(name).tokens
        guard tokens.count >= 2, let first = tokens.first, lexicon.isArticle(first.folded) else { return false }
        return tokens.allSatisfy { $0.isCapitalised || lexicon.isParticle($0.folded) } && tokens.last?.isCapitalised == true
    }

    private func isByline(_ segments: ArraySlice<String>, _ block: Block) -> Bool {
        segments.contains { !furniture.kinds(of: Block($0)).filter { $0 == "byline" || $0 == "dated" }.isEmpty } || passes.isDateLine(block)
    }

    /// A byline or date line.
    private func isHead(_ index: Int, _ parts: Parts) -> Bool {
        guard parts.blocks.indices.contains(index) else { return false }
        return parts.kinds[index].contains { $0 == "byline" || $0 == "dated" } || passes.isDateLine(parts.blocks[index])
    }

    /// Comes again below the text: as a segment of a line that gives rights or contacts, or in a call to subscribe.
    private func recurs(_ name: String, after start: Int, _ parts: Parts) -> Bool {
        let words = foldedWords(name)
        for index in parts.blocks.indices.dropFirst(start) where parts.kinds[index].contains(where: { Self.closing.contains($0) }) {
            let block = parts.blocks[index]
            if Segments.of(block.text).contains(where: { Self.withoutYears(foldedWords($0)) == words }) { return true }
            if words.count >= 2, parts.kinds[index].contains("subscribe"), block.count <= 15,
                block.words.suffix(words.count) == words[...]
            {
                return true
            }
        }
        return false
    }

    private static let closing: Set<String> = ["rights", "contact", "subscribe"]

    private static func withoutYears(_ words: [String]) -> [String] { words.filter { !($0.count == 4 && $0.allSatisfy { $0.isNumber }) } }
}
