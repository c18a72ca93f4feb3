// The title of a report: for HTML the heading that agrees with what the head says, for plain text the line at the top, told from
// breadcrumbs by its being repeated or by its length.
internal import RecoupeText

/// Finds titles.
struct TitleFinder {
    /// The title of an HTML page; `given` is what its container states.
    func title(head: PageHead, linked: LinkedFacts, blocks: [Block], site: String?, given: String? = nil) -> String? {
        let stated = [head.meta("og:title"), linked.headline, head.meta("twitter:title", "dc.title", "headline"), given, head.title]
            .compactMap { $0 }.map { withoutSite($0, site: site) }.filter { !$0.isEmpty }
        let headings = blocks.filter { $0.place?.level == 1 || $0.place?.level == 2 }
        let words = stated.map { WordKeys.keys(of: $0) }
        for heading in headings.sorted(by: { ($0.place?.level ?? 9) < ($1.place?.level ?? 9) }) {
            if words.contains(where: { agrees(heading.keys, $0) }) { return heading.text }
        }
        return stated.first ?? headings.first { $0.place?.level == 1 }?.text ?? headings.first?.text
    }

    /// Most words of the shorter stand in the longer.
    private func agrees(_ a: [WordKey], _ b: [WordKey]) -> Bool {
        guard a.count >= 2, b.count >= 2 else { return a == b }
        let (short, long) = a.count < b.count ? (a, Set(b)) : (b, Set(a))
        let common = short.count { long.contains($0) }
        return common * 10 >= short.count * 8 && short.count * 2 >= long.count
    }

    static let separators: [String] = [" | ", " - ", " – ", " — ", " :: ", " • ", " · ", " » ", " « ", " / ", " ‹ ", " › "]

    /// A head's title without the name of the site at its end or beginning.
    func withoutSite(_ title: String, site: String?) -> String {
        let names = Set((site.map { [foldedWords($0).joined()] } ?? []).filter { !$0.isEmpty })
        for separator in Self.separators {
            let parts = split(title, separator)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
            let rest = parts.dropLast().joined(separator: separator)
            let (lastWords, restWords) = (foldedWords(last).count, foldedWords(rest).count)
            let firstWords = foldedWords(first).count
            if lastWords < restWords, isSite(last, names) { return withoutSite(rest, site: site) }
            if firstWords < restWords + lastWords - firstWords, isSite(first, names) {
                return parts.dropFirst().joined(separator: separator)
            }
            if lastWords <= 4, restWords >= 4, restWords > lastWords, separator != " / " { return rest }
        }
        return title
    }

    private func split(_ title: String, _ separator: String) -> [String] {
        // The sign between the blanks tells quickly.
        guard title.utf8.contains(separator.utf8.dropFirst().first ?? 0x20) else { return [title] }
        var parts: [String] = []
        var rest = title[...]
        while let range = rest.place(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }

    private func isSite(_ part: String, _ names: Set<String>) -> Bool {
        let joined = foldedWords(part).joined()
        return !joined.isEmpty
            && names.contains { $0 == joined || (joined.utf8.count >= 4 && ($0.contains(joined) || joined.contains($0))) }
    }

    /// The line of a plain text that is its title: the first line near the top that comes twice, else the first that may be one.
    /// Where the words of the title are `given`, the line that has them.
    func titleIndex(of blocks: [Block], given: [WordKey]? = nil, mayBeTitle: (Int) -> Bool) -> Int? {
        if let given { return blocks.indices.prefix(Tuning.headBlocks).first { blocks[$0].keys == given } }
        let head = blocks.indices.prefix(Tuning.headBlocks).filter { mayBeTitle($0) && blocks[$0].count <= Tuning.titleWords }
        if let repeated = head.first(where: { isRepeated($0, blocks) }) { return repeated }
        guard let first = head.first else { return nil }
        if blocks[first].endsSentence, blocks[first].text.hasSuffix("."), blocks[first].count > 15 { return nil }
        guard blocks[first].count <= 3, let second = head.dropFirst().first, second == first + 1 else { return first }
        let next = blocks[second]
        return next.count >= 5 && !next.endsSentence && second + 1 < blocks.count && !blocks[second + 1].isProse ? second : first
    }

    /// Comes again near the top, or at the beginning of a line further down.
    private func isRepeated(_ index: Int, _ blocks: [Block]) -> Bool {
        let words = blocks[index].keys
        guard words.count >= 3 else { return false }
        for other in blocks.indices where other > index {
            let line = blocks[other].keys
            if line == words, other <= index + Tuning.headBlocks { return true }
            if words.count >= 5, line.count > words.count, line.count <= words.count + 12, line.starts(with: words) { return true }
        }
        return false
    }
}
