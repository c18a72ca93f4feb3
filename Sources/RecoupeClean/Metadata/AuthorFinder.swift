// Who wrote a report: the authors that the page's data or its byline name, one name each; agencies and outlets are no authors.
internal import RecoupeText

/// Finds authors.
struct AuthorFinder {
    let lexicon: OriginLexicon
    /// Words that open a byline and that join names, from the packs.
    let openers: Set<String>
    let joiners: Set<String>
    /// Words that no name goes on with (`updated`, `senior`).
    let enders: Set<String>
    /// Months and weekdays: the end of a name where a number follows.
    let calendar: Set<String>

    /// The authors of an HTML page.
    func authors(head: PageHead, linked: LinkedFacts, parts: Parts, outlet: String?, given: [String] = []) -> [String] {
        let groups = [
            linked.authors, head.metas("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator"),
            given,
        ]
        for group in groups {
            let found = group.flatMap { names(in: $0) }.filter { !isOutlet($0, outlet) }
            if !found.isEmpty { return Self.unique(found) }
        }
        // Elements are less sure: the first that holds whole names counts.
        for element in head.authorElements.prefix(8) {
            let found = names(in: element).filter { !isOutlet($0, outlet) && $0.contains(" ") }
            if !found.isEmpty { return Self.unique(found) }
        }
        return authors(aboveTextOf: parts, outlet)
    }

    /// The names of a line just above the text that a byline's word opens (`By Jane Roe`).
    private func authors(aboveTextOf parts: Parts, _ outlet: String?) -> [String] {
        for index in parts.near.prefix { $0 <= parts.firstProse } where !parts.fates[index].isBody {
            let block = parts.blocks[index]
            guard (3...Tuning.authorWords).contains(block.count), let first = block.words.first, openers.contains(first),
                !lexicon.isArticle(first)
            else { continue }
            let found = names(in: block.text).filter { !isOutlet($0, outlet) && $0.contains(" ") }
            if !found.isEmpty { return Self.unique(found) }
        }
        return []
    }

    /// The authors of a plain text, by what its container states, else by its byline.
    func authors(of parts: Parts, outlet: String?, given: [String] = []) -> [String] {
        let stated = given.flatMap { names(in: $0) }.filter { !isOutlet($0, outlet) }
        if !stated.isEmpty { return Self.unique(stated) }
        for index in parts.blocks.indices where !parts.fates[index].isBody {
            let segments = parts.blocks[index].text.split { $0 == "|" || $0 == "•" || $0 == "·" }
            let opened = segments.first { foldedWords($0).first.map { openers.contains($0) && !lexicon.isArticle($0) } ?? false }
            let dated = parts.fates[index] == .removed("byline") && segments.count > 1 && opened != nil
            guard dated || parts.kinds[index].contains("byline") else { continue }
            let found = names(in: String(opened ?? segments.first ?? "")).filter { !isOutlet($0, outlet) }
            if !found.isEmpty { return Self.unique(found) }
        }
        return []
    }

    /// The outlet's name or a part of it.
    private func isOutlet(_ name: String, _ outlet: String?) -> Bool {
        guard let outlet else { return false }
        let words = foldedWords(outlet)
        return foldedWords(name).allSatisfy { words.contains($0) }
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.map { once($0) }.filter { seen.insert(folded($0)).inserted }
    }

    /// A name that an element says twice, once.
    private static func once(_ name: String) -> String {
        let words = name.split(separator: " ")
        let half = words.count / 2
        guard half >= 2, words.count == half * 2, words[..<half].elementsEqual(words[half...]) else { return name }
        return words[..<half].joined(separator: " ")
    }

    /// The personal names of a byline.
    func names(in line: String) -> [String] {
        if line.hasPrefix("http") || line.contains("@") && !line.contains(" ") { return [] }
        var out: [String] = []
        var current: [Substring] = []
        var over = false
        func end() {
            out += name(current)
            current = []
        }
        let words = line.split { $0.isWhitespace || $0 == "\u{A0}" }
        for (index, word) in words.enumerated() {
            let bare = folded(word).filter { $0.isLetter }
            let dates = calendar.contains(bare) && words.dropFirst(index + 1).prefix(2).contains { $0.contains { $0.isNumber } }
            if bare.isEmpty || joiners.contains(bare) {
                end()
                over = over && !joiners.contains(bare)
            } else if dates || enders.contains(bare) || word.contains(where: { $0.isNumber }) {
                end()
                over = true
            } else if !over, !(current.isEmpty && openers.contains(bare)) {
                current.append(word)
            }
            if let last = word.last, [",", ";", "/", ":", "|"].contains(last) {
                end()
                over = over && last != "," && last != ";"
            }
        }
        end()
        return out
    }

    /// The words as a name, or nothing where they are none.
    private func name(_ words: [Substring]) -> [String] {
        let name = words.joined(separator: " ").trimmingPunctuation()
        guard (1...5).contains(words.count), name.count >= 3, !name.contains(where: { $0 == "@" || $0 == "|" || $0 == "(" || $0 == ")" })
        else {
            return []
        }
        let run = WordRun(name)
        guard run.tokens.first?.isCapitalised == true, run.tokens.count(where: { !$0.isCapitalised }) <= 2 else { return [] }
        return lexicon.sources(in: run).isEmpty ? [name] : []
    }
}

extension String {
    /// Without punctuation at both ends, but for the full stop of an initial.
    fileprivate func trimmingPunctuation() -> String {
        var view = Substring(self)
        while let last = view.last, [",", ";", ":", "/", "-", "–", "—", "|", " "].contains(last) { view = view.dropLast() }
        while let first = view.first, !first.isLetter { view = view.dropFirst() }
        return String(view)
    }
}
