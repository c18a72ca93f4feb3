// Where a report comes from, by its own words: credits of agencies in the byline, the dateline or the last lines, a note of where it
// first stood, the media that its text says were told something, credits of pictures. What a page does not say is not guessed.
internal import RecoupeModel
internal import RecoupeText

/// Finds the origins of a report.
struct OriginFinder {
    let lexicon: OriginLexicon
    /// Whether the text shows traces of machine translation.
    let translated: Bool
    let language: String
    /// The outlet itself is no origin of its report.
    let outlet: String?
    /// Who wrote the report: no person is an origin, and what has an author of its own only credits its source.
    let writers: [String]

    private struct Found {
        var name: String
        var relation: Origin.Relation
        var because: String
    }

    /// The origins that the parts of a page name; `authors` are names from its metadata.
    func origins(of parts: Parts, authors: [String], credit: String?) -> [Origin] {
        var found: [Found] = []
        let near = parts.near
        for index in parts.blocks.indices where near.contains(index) || parts.fates[index] != .removed(Parts.outside) {
            found += inBlock(index, parts)
        }
        for name in authors + [credit].compactMap({ $0 }) {
            let run = WordRun(name)
            for hit in lexicon.agencies(in: run) where run.tokens.count <= 8 {
                found.append(
                    Found(name: hit.name, relation: hit.range.lowerBound == 0 || hit.isListed ? .republishes : .credits, because: name))
            }
        }
        return merged(found.filter { !isOutlet($0.name) && !isWriter($0.name) })
    }

    private func isOutlet(_ name: String) -> Bool {
        guard let outlet else { return false }
        return lexicon.key(outlet) == lexicon.key(name)
    }

    private func isWriter(_ name: String) -> Bool {
        let words = foldedWords(name)
        return writers.contains { foldedWords($0) == words }
    }

    /// One origin a name: the strongest relation, the first words.
    private func merged(_ found: [Found]) -> [Origin] {
        let order: [Origin.Relation] = [.translates, .republishes, .credits, .cites]
        var out: [[String]: Origin] = [:]
        for item in found {
            let rank = { (relation: Origin.Relation) in order.firstIndex(of: relation) ?? order.count }
            let key = lexicon.key(item.name)
            if let known = out[key], rank(known.relation) <= rank(item.relation) { continue }
            out[key] = Origin(name: item.name, relation: item.relation, because: item.because)
        }
        return out.values.sorted()
    }

    private func inBlock(_ index: Int, _ parts: Parts) -> [Found] {
        let block = parts.blocks[index]
        let isNote = lexicon.mayBeNote(block)
        let isBody = parts.fates[index].isBody
        guard isNote || lexicon.mayName(block, for: isBody ? .cited : .credit) || parts.fates[index] == .removed("caption") else {
            return []
        }
        let run = WordRun(block.text)
        var found = isNote ? originLine(run) : []
        if found.isEmpty, case .removed(let reason) = parts.fates[index] {
            if ["navigation", "related", "box", "label", "share", "follow", "comment", "title", "repeated"].contains(reason) {
                return found
            }
            found += reason == "caption" ? pictureCredit(block) : lineCredit(run, block, reason)
        } else if found.isEmpty {
            if index <= parts.firstProse + 1 { found += dateline(run) }
            found += closingCredit(block)
            if lexicon.mayCite(block) { found += cited(run) }
        }
        return found
    }

    // MARK: Lines about the page

    /// `AFP, published on …`, `Source: Xinhua`, `with Reuters`, `(AA)`.
    private func lineCredit(_ run: WordRun, _ block: Block, _ reason: String) -> [Found] {
        var found: [Found] = []
        for start in run.tokens.indices {
            for cue in lexicon.cues(at: start, in: run, for: .credit) {
                // A name leads a byline; further on it takes a word such as `with` before it.
                guard cue.words.first != "NAME" || start == 0, let hit = match(cue.words[...], run, start) else { continue }
                if cue.words.contains("OPEN"), !mayCredit(hit, at: start, in: run, reason) { continue }
                let own = cue.words.first != "NAME" && cue.relation == "republishes" && writers.contains { $0.contains(" ") }
                found.append(Found(name: hit.name, relation: own ? .credits : relation(cue.relation), because: block.text))
            }
        }
        for hit in lexicon.agencies(in: run) where !found.contains(where: { $0.name == hit.name }) {
            if !hit.isListed, !["byline", "dated", "credit", "caption"].contains(reason) { continue }
            let leads = hit.range.lowerBound == 0 || run.tokens.count <= 4
            if reason == "byline" || reason == "dated" || reason == "footer" || run.tokens.count <= 6 {
                found.append(Found(name: hit.name, relation: leads ? .republishes : .credits, because: block.text))
            }
        }
        return found
    }

    /// A name that no list and no shape vouches for: in a byline or date line, or after the outlet's name, and no person's.
    private func mayCredit(_ hit: Match, at start: Int, in run: WordRun, _ reason: String) -> Bool {
        guard !lexicon.isPerson(hit.name) else { return false }
        let before = run.tokens[..<start]
        return ["byline", "dated", "credit"].contains(reason)
            || (start <= 5 && hit.end == run.tokens.count && before.allSatisfy { $0.isCapitalised && !$0.isParted })
    }

    private func relation(_ name: String) -> Origin.Relation { Origin.Relation(rawValue: name) ?? .cites }

    /// Whether a line says where the report first stood.
    func isNote(_ block: Block) -> Bool { !originLine(WordRun(block.text)).isEmpty }

    /// `… first appeared on abcnews.go.com`: republished, or translated where the source writes in another language.
    private func originLine(_ run: WordRun) -> [Found] {
        guard run.tokens.count <= 60 else { return [] }
        for start in run.tokens.indices {
            for cue in lexicon.cues(at: start, in: run, for: .origin) {
                guard let hit = match(cue.words[...], run, start) else { continue }
                if cue.words.contains("OPEN"), !speaksOfReport(run) || lexicon.isPerson(hit.name) { continue }
                let foreign = (!hit.language.isEmpty && hit.language != language) || has("translating", run)
                let relation: Origin.Relation = translated || foreign ? .translates : self.relation(cue.relation)
                return [Found(name: hit.name, relation: relation, because: run.text(start..<hit.end))]
            }
        }
        return []
    }

    /// Whether the line speaks of an article, as `This report …` does.
    private func speaksOfReport(_ run: WordRun) -> Bool { has("document", WordRun(run.text(0..<min(4, run.tokens.count)))) }

    private func has(_ kind: String, _ run: WordRun) -> Bool { run.tokens.contains { lexicon.words[kind]?.contains($0.folded) ?? false } }

    /// `(Susan Walsh/AP)`: the agency, else the part that is no person's name.
    private func pictureCredit(_ block: Block) -> [Found] {
        guard let (_, credit) = LinePasses.credit(block.text) else { return [] }
        let agencies = lexicon.agencies(in: WordRun(credit))
        if !agencies.isEmpty { return agencies.map { Found(name: $0.name, relation: .credits, because: "(\(credit))") } }
        let parts = credit.split(separator: "/").map { collapsed($0) }
        guard parts.count > 1 else { return [] }
        return parts.filter { Self.isBody($0) }.prefix(1).map { Found(name: $0, relation: .credits, because: "(\(credit))") }
    }

    /// Reads as the name of a body, not of a person: a small word inside, or one word that is no initial.
    private static func isBody(_ name: String) -> Bool {
        let words = WordRun(name).tokens
        guard (1...6).contains(words.count), let first = words.first, first.isCapitalised, first.text.count > 1 else { return false }
        return words.dropFirst().contains { !$0.isCapitalised } || words.count >= 3
    }

    // MARK: The text

    /// `PARIS (AFP) -`, `WASHINGTON, 3 March (Reuters) —`: an agency in parentheses within the first words.
    private func dateline(_ run: WordRun) -> [Found] {
        for hit in lexicon.agencies(in: WordRun(String(run.text.prefix(90)))) where hit.range.lowerBound <= 8 {
            let before = run.text[..<run.tokens[hit.range.lowerBound].text.startIndex]
            let after = run.text[run.tokens[hit.range.upperBound - 1].text.endIndex...]
            guard before.hasSuffix("("), after.hasPrefix(")"), !before.contains(". ") else { continue }
            let rest = after.dropFirst().drop { $0 == " " }
            if let mark = rest.first, ["-", "–", "—", ":", "."].contains(mark) || before.count == 1 {
                return [Found(name: hit.name, relation: .republishes, because: String(before + run.text(hit.range) + ")"))]
            }
        }
        return []
    }

    /// `… he said. (Reuters)`: an agency in the parenthesis that ends a paragraph.
    private func closingCredit(_ block: Block) -> [Found] {
        guard let (before, credit) = LinePasses.credit(block.text), Block(before).endsSentence else { return [] }
        let run = WordRun(credit)
        guard run.tokens.count <= 6 else { return [] }
        return lexicon.agencies(in: run).map {
            Found(name: $0.name, relation: run.tokens.count == $0.range.count ? .republishes : .credits, because: "(\(credit))")
        }
    }

    /// Media that were told something, or that are named as the source of what is said.
    private func cited(_ run: WordRun) -> [Found] {
        var found: [Found] = []
        var next = 0
        for start in run.tokens.indices {
            // No cue reaches a name that ends further on.
            while next < run.tokens.count, next < start || !lexicon.nameSigns.contains(run.tokens[next].key) { next += 1 }
            guard next < run.tokens.count else { break }
            guard next - start <= Tuning.citedWords else { continue }
            for cue in lexicon.cues(at: start, in: run, for: .cited) {
                guard let hit = match(cue.words[...], run, start) else { continue }
                var from = start
                if cue.kind == "told" {
                    guard let told = telling(around: start..<hit.end, in: run) else { continue }
                    from = min(told, start)
                }
                found.append(Found(name: hit.name, relation: relation(cue.relation), because: run.text(from..<hit.end)))
                break
            }
        }
        return found
    }

    /// The nearest word of telling in the same sentence.
    private func telling(around range: Range<Int>, in run: WordRun) -> Int? {
        var index = range.lowerBound
        while index >= 0, range.lowerBound - index <= Tuning.tellingWords {
            if lexicon.tellingKeys.contains(run.tokens[index].key) { return index }
            if run.tokens[index].opensSentence { break }
            index -= 1
        }
        for index in range.upperBound..<min(run.tokens.count, range.upperBound + Tuning.tellingWords / 2) {
            if run.tokens[index].opensSentence { return nil }
            if lexicon.tellingKeys.contains(run.tokens[index].key) { return index }
        }
        return nil
    }

    // MARK: Cues

    private struct Match {
        var name: String
        var language: String
        var end: Int
    }

    /// Matches the words of a cue from a word on.
    private func match(_ cue: ArraySlice<String>, _ run: WordRun, _ start: Int, _ hit: Match? = nil) -> Match? {
        guard let word = cue.first else { return hit }
        let rest = cue.dropFirst()
        if word == "*" {
            for skip in 0...6 where start + skip <= run.tokens.count {
                if let found = match(rest, run, start + skip, hit) { return found }
            }
            return nil
        }
        guard start < run.tokens.count else { return nil }
        switch word {
        case "NAME", "BARE": return named(run, start, bare: word == "BARE").flatMap { match(rest, run, $0.end, $0) }
        case "OPEN": return open(run, start).flatMap { match(rest, run, $0.end, $0) }
        case "TELL":
            guard lexicon.tellingKeys.contains(run.tokens[start].key) else { return nil }
            return match(rest, run, start + 1, hit.map { Match(name: $0.name, language: $0.language, end: start + 1) })
        case "DOMAIN": return domain(run, start).flatMap { match(rest, run, $0.end, $0) }
        default:
            guard run.tokens[start].key == WordKeys.key(word) else { return nil }
            return match(rest, run, start + 1, hit.map { Match(name: $0.name, language: $0.language, end: max($0.end, start + 1)) })
        }
    }

    /// A listed name, or one by its shape where that takes more words: `The Hill` is no source in `The Hill Herald`.
    private func named(_ run: WordRun, _ start: Int, bare: Bool) -> Match? {
        guard lexicon.mayBeginName(at: start, in: run) else { return nil }
        let listed = lexicon.source(at: start, in: run, bare: bare)
        let agency = bare || listed != nil ? nil : lexicon.agency(at: start, in: run, credit: true)
        let shaped = listed?.source.isAgency == true ? nil : agency ?? lexicon.medium(at: start, in: run, bare: bare)
        if let shaped, shaped.range.count > listed?.length ?? 0 {
            return Match(name: shaped.name, language: listed?.source.language ?? "", end: shaped.range.upperBound)
        }
        return listed.map { Match(name: $0.source.name, language: $0.source.language, end: start + $0.length) }
    }

    /// A run of capitalised words.
    private func open(_ run: WordRun, _ start: Int) -> Match? {
        if let known = lexicon.source(at: start, in: run) {
            return Match(name: known.source.name, language: known.source.language, end: start + known.length)
        }
        let end = lexicon.nameEnd(from: start, in: run, joined: true)
        guard end > start, end <= start + 6 else { return nil }
        return Match(name: run.text(start..<end), language: "", end: end)
    }

    /// A domain: words with full stops between them. Its medium's name, or itself.
    private func domain(_ run: WordRun, _ start: Int) -> Match? {
        let text = run.text[run.tokens[start].text.startIndex...].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
        let domain = text.hasSuffix(".") ? text.dropLast() : text
        guard domain.contains("."), let last = domain.split(separator: ".").last, last.count >= 2, last.allSatisfy({ $0.isLetter }) else {
            return nil
        }
        let end = run.tokens[start...].firstIndex { $0.text.startIndex >= domain.endIndex } ?? run.tokens.count
        let source = lexicon.source(domain: String(domain))
        return Match(name: source?.name ?? String(domain), language: source?.language ?? "", end: end)
    }
}
