// The outlet that carries a report: what the page's data say, else its byline, its rights line, its last lines, its address.
internal import RecoupeModel
internal import RecoupeText

/// Finds outlets.
struct OutletFinder {
    let lexicon: OriginLexicon
    let furniture: Furniture

    /// The outlet of an HTML page.
    func outlet(head: PageHead, linked: LinkedFacts, url: String?, blocks: [Block], given: Provenance? = nil) -> String? {
        let stated = [head.meta("og:site_name"), linked.publisher, head.meta("application-name", "publisher", "dc.publisher"), linked.site]
        for name in stated.compactMap({ $0 }) where !name.isEmpty && !name.hasPrefix("http") && !name.hasPrefix("@") { return name }
        if let host = url.flatMap({ Self.host($0) }), let known = lexicon.source(domain: host) { return known.name }
        return given?.outlet.map { named($0) } ?? head.title.flatMap { fromTitle($0, blocks) } ?? url.flatMap { outlet(url: $0) }
    }

    /// The medium of a report's address where it is known, else the name that its container gives, else the address's domain.
    func outlet(given: Provenance?, url: String?) -> String? {
        if let host = url.flatMap({ Self.host($0) }), let known = lexicon.source(domain: host) { return known.name }
        return given?.outlet.map { named($0) } ?? url.flatMap { outlet(url: $0) }
    }

    /// A name, or the known medium of a domain given as one.
    private func named(_ name: String) -> String {
        guard !name.contains(" "), name.contains(".") else { return name }
        return outlet(url: "//" + name) ?? name
    }

    /// The part of the window's title beside the words of a heading.
    private func fromTitle(_ title: String, _ blocks: [Block]) -> String? {
        let headings = blocks.filter { $0.place?.level == 1 || $0.place?.level == 2 }.map(\.keys)
        for separator in TitleFinder.separators {
            guard let first = title.place(of: separator), let last = title.ranges(of: separator).last else { continue }
            let pairs = [
                (title[..<first.lowerBound], title[first.upperBound...]), (title[last.upperBound...], title[..<last.lowerBound]),
            ]
            for (name, rest) in pairs {
                let words = foldedWords(name)
                guard (1...Tuning.mastheadWords).contains(words.count), name.contains(where: { $0.isUppercase }) else { continue }
                let keys = WordKeys.keys(words)
                if headings.contains(where: { $0.count >= 3 && $0 == WordKeys.keys(of: rest) && $0 != keys }) { return collapsed(name) }
            }
        }
        return nil
    }

    /// The medium at an address, or its domain.
    func outlet(url: String) -> String? {
        guard let host = Self.host(url) else { return nil }
        return lexicon.source(domain: host)?.name ?? host
    }

    /// The host of an address without `www.`.
    static func host(_ url: String) -> String? {
        guard let slashes = url.place(of: "//") else { return nil }
        let rest = url[slashes.upperBound...]
        let host = String(rest.utf8.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x3A && $0 != 0x23 })?.lowercased() ?? ""
        guard host.utf8.contains(0x2E) else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// The outlet of a plain text, by the lines that were taken out of it.
    func outlet(of parts: Parts) -> String? {
        for index in parts.blocks.indices where !parts.fates[index].isBody {
            let text = parts.blocks[index].text
            if parts.kinds[index].contains(where: { $0 == "dated" || $0 == "byline" }), let name = fromByline(text) { return name }
        }
        if let name = parts.masthead { return name }
        for index in parts.blocks.indices where !parts.fates[index].isBody {
            if let name = fromRights(parts.blocks[index].text) { return name }
        }
        return fromSignature(parts)
    }

    /// The words before a cue of credit (`Outlet with AFP`), or a domain.
    private func fromByline(_ text: String) -> String? {
        if let domain = Self.domain(in: text) { return domain }
        let run = WordRun(text)
        for cue in lexicon.cues where cue.kind == "credit" && cue.relation == "credits" {
            guard let word = cue.words.first, let at = run.tokens.firstIndex(where: { $0.folded == word }), (1...3).contains(at) else {
                continue
            }
            let tokens = run.tokens[..<at]
            if tokens.allSatisfy({ $0.isCapitalised }), lexicon.source(at: 0, in: run)?.source.isAgency != true { return run.text(0..<at) }
        }
        return nil
    }

    static func domain(in text: String) -> String? {
        for part in text.split(whereSeparator: { $0.isWhitespace || $0 == "|" || $0 == "," }) {
            let pieces = part.split(separator: ".", omittingEmptySubsequences: false)
            guard pieces.count >= 2, part.count >= 6, pieces.allSatisfy({ $0.count >= 2 }), let last = pieces.last, last.count <= 4,
                part.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-") }), last.allSatisfy({ $0.isLetter })
            else { continue }
            return String(part)
        }
        return nil
    }

    /// `© 2024 NAME`, `NAME - All rights reserved`: the one segment of a rights line that is no formula.
    private func fromRights(_ text: String) -> String? {
        guard text.count <= 140, !text.contains("/") else { return nil }
        let segments = Segments.of(text)
        let formulas = segments.filter { furniture.kinds(of: Block($0)).contains("rights") && !$0.holds("©") }
        guard text.holds("©") || (!formulas.isEmpty && segments.count == formulas.count + 1) else { return nil }
        let marked = segments.first { $0.holds("©") } ?? segments.first { !formulas.contains($0) }
        return marked.flatMap { Self.named(String($0.drop { $0 != "©" }.dropFirst())) ?? ($0.holds("©") ? nil : Self.named($0)) }
    }

    /// The words of a segment without years, where they may be a name.
    private static func named(_ text: String) -> String? {
        var tokens = WordRun(text).tokens[...]
        func isYear(_ token: WordRun.Token) -> Bool { token.text.count == 4 && token.text.allSatisfy { $0.isNumber } }
        while let first = tokens.first, isYear(first) { tokens = tokens.dropFirst() }
        while let last = tokens.last, isYear(last) { tokens = tokens.dropLast() }
        guard let first = tokens.first, let last = tokens.last, first.isCapitalised, tokens.count <= Tuning.mastheadWords else {
            return nil
        }
        return String(text[first.text.startIndex..<last.text.endIndex])
    }

    /// Short capitals below an agency's bare signature.
    private func fromSignature(_ parts: Parts) -> String? {
        let footers = parts.blocks.indices.filter { parts.fates[$0] == .removed("footer") }
        for (first, second) in zip(footers, footers.dropFirst()) where second == first + 1 {
            let line = parts.blocks[second].text
            if lexicon.isAgency(parts.blocks[first].text), !lexicon.isAgency(line), parts.blocks[second].count <= 3,
                line == line.uppercased()
            {
                return line
            }
        }
        return nil
    }
}
