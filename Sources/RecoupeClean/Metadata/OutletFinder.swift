// The outlet that carries a report: what the page's data say, else its byline, its rights line, its last lines, its address.
internal import RecoupeModel
internal import RecoupeText

/// Finds outlets.
struct OutletFinder {
    let lexicon: OriginLexicon

    /// The outlet of an HTML page.
    func outlet(head: PageHead, linked: LinkedFacts, url: String?) -> String? {
        let stated = [head.meta("og:site_name"), linked.publisher, head.meta("application-name", "publisher", "dc.publisher"), linked.site]
        for name in stated.compactMap({ $0 }) where !name.isEmpty && !name.hasPrefix("http") && !name.hasPrefix("@") { return name }
        return url.flatMap { outlet(url: $0) }
    }

    /// The medium at an address, or its domain.
    func outlet(url: String) -> String? {
        guard let host = Self.host(url) else { return nil }
        return lexicon.source(domain: host)?.name ?? host
    }

    /// The host of an address without `www.`.
    static func host(_ url: String) -> String? {
        guard let slashes = url.firstRange(of: "//") else { return nil }
        let host = url[slashes.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != ":" && $0 != "#" }.lowercased()
        guard host.contains(".") else { return nil }
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// The outlet of a plain text, by the lines that were taken out of it.
    func outlet(of parts: Parts) -> String? {
        for index in parts.blocks.indices where !parts.fates[index].isBody {
            let text = parts.blocks[index].text
            if parts.kinds[index].contains(where: { $0 == "dated" || $0 == "byline" }), let name = fromByline(text) { return name }
        }
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

    /// `© 2024 NAME`.
    private func fromRights(_ text: String) -> String? {
        guard let mark = text.firstIndex(of: "©"), text.count <= 80 else { return nil }
        let run = WordRun(String(text[text.index(after: mark)...]))
        let names = run.tokens.drop { $0.text.allSatisfy { $0.isNumber } }
        let end = names.firstIndex { !$0.isCapitalised } ?? names.endIndex
        return end > names.startIndex && end - names.startIndex <= 4 ? run.text(names.startIndex..<end) : nil
    }

    /// Short capitals below an agency's bare signature.
    private func fromSignature(_ parts: Parts) -> String? {
        let footers = parts.blocks.indices.filter { parts.fates[$0] == .removed("footer") }
        for (first, second) in zip(footers, footers.dropFirst()) where second == first + 1 {
            let line = parts.blocks[second].text
            if lexicon.isAgency(parts.blocks[first].text), !lexicon.isAgency(line), parts.blocks[second].words.count <= 3,
                line == line.uppercased()
            {
                return line
            }
        }
        return nil
    }
}
