// Names by rules: capitals, titles, first names, heads of organisations and places, particles, and the gazetteer. Every sentence is read
// once from left to right; at each word the most telling reading is taken (a known name, a headed phrase, a run of capitals). Runs whose
// kind nothing tells are settled afterwards by what the rest of the article says of the same words.
internal import RecoupeModel

/// Finds names in one article by rules.
struct NameRules: Sendable {
    let lexicon: NameLexicon
    let words: [NameWord]
    /// Folded words that stand with a capital somewhere inside a sentence.
    private let seenInside: Set<String>

    init(lexicon: NameLexicon, words: NameWords) {
        self.lexicon = lexicon
        self.words = words.all
        seenInside = Set(words.all.filter { $0.isCapital && !$0.opens }.map { $0.folded })
    }

    func find(_ sentences: [Range<Int>]) -> [NameSpan] {
        var spans: [NameSpan] = []
        for sentence in sentences { read(sentence, into: &spans) }
        return NameKinds(lexicon: lexicon, words: words).settle(spans)
    }

    private func read(_ sentence: Range<Int>, into spans: inout [NameSpan]) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            if let span = span(at: index, sentence) {
                spans.append(span)
                index = span.words.upperBound
            } else {
                index += 1
            }
        }
    }

    private func span(at index: Int, _ sentence: Range<Int>) -> NameSpan? {
        let word = words[index]
        guard word.shape != .sign, word.shape != .number else { return nil }
        let known = lexicon.gazetteer.longest(words[sentence], at: index)
        if let known, known.end - index > 1 || !word.isCapital { return extended(known.name, index..<known.end, sentence) }
        if lexicon.isCourtesy(word) || (lexicon.isStop(word) && known == nil) { return nil }
        if let headed = headed(at: index, sentence) { return headed }
        if let known { return extended(known.name, index..<known.end, sentence) }
        return run(at: index, sentence)
    }

    // MARK: Known names

    /// A known name, or the longer run of capitals that it opens (`Washington Post` where only Washington is known).
    private func extended(_ name: KnownName, _ range: Range<Int>, _ sentence: Range<Int>) -> NameSpan? {
        let run = runEnd(from: range.upperBound, sentence)
        guard run > range.upperBound, words[range.upperBound].spaceBefore, words[range.upperBound - 1].isCapital,
            lexicon.gazetteer.longest(words[sentence], at: range.upperBound) == nil, !lexicon.isFirstName(words[range.upperBound]),
            !lexicon.demonyms.isPlaceWord(words[range.upperBound])
        else { return NameSpan(words: range, kind: name.kind, rule: "names.known", known: name) }
        let whole = range.lowerBound..<run
        if name.kind == .organisation { return NameSpan(words: whole, kind: .organisation, rule: "names.known-longer", known: nil) }
        return classified(whole)
    }

    // MARK: Headed names

    /// `ministère de la Défense irakien`, `Mouvement Nujaba`, `rue Pasteur`: a head, and complements that hold something proper.
    private func headed(at index: Int, _ sentence: Range<Int>) -> NameSpan? {
        guard let kind = lexicon.heads[words[index].folded], words[index].isCapital || lexicon.lowerHeads.contains(words[index].folded)
        else { return nil }
        let wide = lexicon.wideHeads.contains(words[index].folded)
        let firm = words[index].isCapital && !words[index].opens
        var (last, proper, next) = (index, false, index + 1)
        while next < sentence.upperBound {
            guard let step = complement(at: next, sentence, lowerToo: wide || firm) else { break }
            last = step.last
            proper = proper || step.proper || wide
            next = last + 1
        }
        guard proper || (firm && last > index) else { return abbreviated(at: index, kind, sentence) }
        if lexicon.looseHeads.contains(words[index].folded), words[index].shape == .lower {
            return words[index + 1].isCapital
                ? NameSpan(words: (index + 1)..<(last + 1), kind: kind, rule: "names.loose-head", known: nil) : nil
        }
        return NameSpan(words: index..<(last + 1), kind: kind, rule: "names.head", known: nil)
    }

    /// `comité des sages de la forêt (CSF)`: a head's phrase in lower case whose acronym stands after it in brackets.
    private func abbreviated(at index: Int, _ kind: EntityKind, _ sentence: Range<Int>) -> NameSpan? {
        var end = index + 1
        while end < sentence.upperBound, end - index < 9, words[end].shape != .sign, mayStandInName(words[end]) { end += 1 }
        guard end - index > 1, end + 2 < sentence.upperBound, words[end].text == "(", words[end + 1].shape == .capitals,
            words[end + 2].text == ")", words[end + 1].folded.utf8.count > 1
        else { return nil }
        return NameSpan(words: index..<end, kind: kind, rule: "names.abbreviated", known: nil)
    }

    private func mayStandInName(_ word: NameWord) -> Bool {
        switch word.upos {
        case .verb, .auxiliary, .pronoun, .subordinatingConjunction, .numeral: false
        default: word.shape != .number
        }
    }

    /// One complement of a head: an adjective of origin, capitals, or joining words with capitals after them.
    private func complement(at start: Int, _ sentence: Range<Int>, lowerToo: Bool) -> (last: Int, proper: Bool)? {
        var index = start
        while index < sentence.upperBound, index - start < 3, lexicon.joins.contains(words[index].folded), words[index].shape == .lower {
            index += 1
        }
        guard index < sentence.upperBound, words[index].shape != .sign, words[index].shape != .number else { return nil }
        if words[index].isCapital {
            guard !lexicon.isCourtesy(words[index]), !lexicon.isStop(words[index]), !(index == start && lexicon.isFirstName(words[index]))
            else { return nil }
            if let known = lexicon.gazetteer.longest(words[sentence], at: index) { return (known.end - 1, true) }
            return (max(runEnd(from: index, sentence) - 1, index), true)
        }
        if index == start, lexicon.demonyms.place(folded: words[index].folded) != nil { return (index, true) }
        if lowerToo, isNominal(words[index], joined: index > start) { return (index, false) }
        return nil
    }

    private func isNominal(_ word: NameWord, joined: Bool) -> Bool {
        guard word.shape == .lower, !lexicon.stops.contains(word.folded), lexicon.title(word) == nil else { return false }
        return joined ? word.upos == .noun || word.upos == .adjective : word.upos == .adjective
    }

    // MARK: Runs of capitals

    private func run(at index: Int, _ sentence: Range<Int>) -> NameSpan? {
        guard mayOpen(index, sentence) else { return nil }
        let end = runEnd(from: index, sentence)
        guard end > index else { return nil }
        return classified(index..<end)
    }

    /// Whether a run may start here: a capital that proves something.
    private func mayOpen(_ index: Int, _ sentence: Range<Int>) -> Bool {
        let word = words[index]
        guard word.isCapital || word.shape == .initial, !lexicon.isStop(word) else { return false }
        guard word.opens else { return true }
        if word.shape == .capitals || lexicon.isFirstName(word) || seenInside.contains(word.folded) { return true }
        return index + 1 < sentence.upperBound && words[index + 1].isCapital && !lexicon.isStop(words[index + 1])
    }

    /// The index after a run of capitals from `start`: capitals, initials, and particles between capitals.
    private func runEnd(from start: Int, _ sentence: Range<Int>) -> Int {
        var (index, end) = (start, start)
        while index < sentence.upperBound {
            let word = words[index]
            if index > start, !word.spaceBefore, word.shape != .initial { break }
            if word.isCapital || word.shape == .initial {
                if lexicon.isCourtesy(word) || (index > start && lexicon.isStop(word) && !lexicon.particles.contains(word.folded)) { break }
                index += 1
                end = index
            } else if index > start, lexicon.particles.contains(word.folded), index - end < 2 {
                index += 1
            } else {
                break
            }
        }
        return end
    }

    /// The run without what only describes: titles, adjectives of origin and other names before a first name.
    private func classified(_ range: Range<Int>) -> NameSpan? {
        let start = bareStart(range)
        let bare = start..<range.upperBound
        guard bare.count > 1 || lexicon.title(words[start]) == nil else { return nil }
        return NameSpan(words: bare, kind: .other, rule: "names.capitals", known: nil)
    }

    private func bareStart(_ range: Range<Int>) -> Int {
        guard range.count > 1, !range.dropFirst().contains(where: { lexicon.heads[words[$0].folded] != nil }) else {
            return range.lowerBound
        }
        var start = range.lowerBound
        if let title = range.dropLast().last(where: { lexicon.title(words[$0]) != nil && words[$0].isCapital }) { start = title + 1 }
        while start + 1 < range.upperBound, lexicon.demonyms.isPlaceWord(words[start]) { start += 1 }
        guard start + 2 < range.upperBound, !lexicon.isFirstName(words[start]) else { return start }
        let first = (start + 1..<range.upperBound - 1).first { index in
            if lexicon.isFirstName(words[index]) { return true }
            return lexicon.particles.contains(words[index].folded) && words[start..<index].allSatisfy { $0.shape == .capitals }
        }
        return first.map { words[$0].isCapital ? $0 : start } ?? start
    }
}

extension Demonyms {
    /// Whether a word with a capital names inhabitants (`les Irakiens`).
    func isPlaceWord(_ word: NameWord) -> Bool { place(folded: word.folded) != nil }
}
