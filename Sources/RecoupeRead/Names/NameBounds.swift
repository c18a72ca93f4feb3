// Names found so far in, the same with their whole extent out: bodies whose acronym stands in brackets behind their full name, heads with
// the person whom they are named after, given names that were left off, and places of a name that were passed over.
internal import RecoupeModel

/// Mends where names begin and end.
struct NameBounds {
    private enum Tuning {
        /// Words of a body's full name before its acronym; names of administrations rarely have more.
        static let longestBody = 12
        /// Words between a body's head and its country, with the head.
        static let description = 4
    }

    let lexicon: NameLexicon
    let words: NameWords
    /// Where each word with a capital stands.
    private let standing: [String: [Int]]

    init(lexicon: NameLexicon, words: NameWords) {
        self.lexicon = lexicon
        self.words = words
        standing = Dictionary(grouping: words.all.indices.filter { words.all[$0].isCapital }) { words.all[$0].text }
    }

    func mended(_ spans: [NameSpan]) -> [NameSpan] {
        var out = withHeads(withGivenNames(spans.map { withoutHead($0) }))
        out = adding(abbreviated(), to: out)
        out = adding(ofCountries(out), to: out, over: [.place, .organisation, .other])
        out = adding(firms(), to: out, over: [.person, .organisation, .other])
        out = adding(repeated(out), to: out, over: [])
        return out.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// Bodies with the article and the linked words that belong to them; for names whose kind is settled.
    func completed(_ spans: [NameSpan]) -> [NameSpan] {
        adding(linked(spans), to: spans.map { withArticle($0) }).sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// The new spans instead of those inside them; a new one that cuts across another, or covers a kind that it may not, is left off.
    private func adding(_ new: [NameSpan], to spans: [NameSpan], over kinds: Set<EntityKind>? = nil) -> [NameSpan] {
        guard !new.isEmpty else { return spans }
        var out: [NameSpan?] = spans
        var holder: [Int: Int] = [:]
        for (number, span) in spans.enumerated() { for index in span.words { holder[index] = number } }
        for span in new {
            let touched = Set(span.words.compactMap { holder[$0] }).sorted()
            let old = touched.compactMap { out[$0] }
            guard old.allSatisfy({ inside($0, span) && $0.words != span.words && (kinds?.contains($0.kind) ?? true) }) else { continue }
            var span = span
            if let first = old.first, first.words.lowerBound == span.words.lowerBound, first.kind == .other { span.kind = .other }
            for number in touched { out[number] = nil }
            for index in span.words { holder[index] = out.count }
            out.append(span)
        }
        return out.compactMap { $0 }
    }

    private func inside(_ a: NameSpan, _ b: NameSpan) -> Bool {
        b.words.lowerBound <= a.words.lowerBound && a.words.upperBound <= b.words.upperBound
    }

    private func sentence(_ index: Int) -> Range<Int> { words.sentences[words.all[index].sentence] }

    // MARK: Acronyms behind their full names

    /// `Bureau d'analyse sur les risques côtiers (BARC)`: from a head or a capital on, with the acronym's letters in order.
    private func abbreviated() -> [NameSpan] {
        var out: [NameSpan] = []
        for index in words.all.indices where words.all[index].text == "(" {
            guard index + 2 < words.all.count, words.all[index + 1].shape == .capitals, words.all[index + 2].text == ")",
                (2...8).contains(words.all[index + 1].text.utf8.count), let start = fullNameStart(index)
            else { continue }
            out.append(NameSpan(words: start..<index, kind: .organisation, rule: "names.abbreviated", known: nil))
        }
        return out
    }

    private func fullNameStart(_ end: Int) -> Int? {
        let acronym = words.all[end + 1].text
        let limit = max(sentence(end).lowerBound, end - Tuning.longestBody)
        var index = end - 1
        while index >= limit, mayStandInside(words.all[index]) {
            if opensBody(words.all[index]), end - index > 1, ReferentGrouper.isAcronym(acronym, of: text(index..<end)) { return index }
            index -= 1
        }
        return nil
    }

    private func mayStandInside(_ word: NameWord) -> Bool {
        guard word.shape != .sign, word.shape != .number else { return false }
        return word.isCapital || (word.upos != .verb && word.upos != .auxiliary && word.upos != .pronoun)
    }

    private func opensBody(_ word: NameWord) -> Bool {
        if let kind = lexicon.heads[word.folded] {
            return kind == .organisation && (word.isCapital || lexicon.lowerHeads.contains(word.folded))
        }
        return word.isCapital && !word.opens && !lexicon.isStop(word)
    }

    private func text(_ range: Range<Int>) -> String { words.all[range].map { $0.text }.joined(separator: " ") }

    // MARK: Heads

    /// `fondation Anne Morvan`: a head that makes one name with the name of a person right after it.
    private func withHeads(_ spans: [NameSpan]) -> [NameSpan] {
        let taken = Set(spans.flatMap { $0.words })
        return spans.map { span in
            let head = span.words.lowerBound - 1
            guard span.kind == .person, head >= 0, !taken.contains(head), words.all[head].sentence == words.all[head + 1].sentence,
                lexicon.signs.namedHeads.contains(words.all[head].folded), words.all[head].upos != .verb,
                let kind = lexicon.heads[words.all[head].folded]
            else { return span }
            return NameSpan(words: head..<span.words.upperBound, kind: kind, rule: "names.named-after", known: nil)
        }
    }

    /// `port de Villemer` where only the town's name is one.
    private func withoutHead(_ span: NameSpan) -> NameSpan {
        let head = words.all[span.words.lowerBound]
        guard span.kind == .place, head.shape == .lower, lexicon.signs.bareHeads.contains(head.folded),
            let start = span.words.dropFirst().first(where: { words.all[$0].isCapital }), start - span.words.lowerBound > 1
        else { return span }
        return NameSpan(words: start..<span.words.upperBound, kind: .place, rule: span.rule, known: nil)
    }

    /// `The Harbour Chronicle`: an article with a capital inside a sentence is part of a body's name.
    private func withArticle(_ span: NameSpan) -> NameSpan {
        let index = span.words.lowerBound - 1
        guard span.kind == .organisation, index >= 0, words.all[index].sentence == words.all[index + 1].sentence, !words.all[index].opens,
            words.all[index].shape == .capital, lexicon.determiners.contains(words.all[index].folded), words.all[index + 1].isCapital
        else { return span }
        var span = span
        span.words = index..<span.words.upperBound
        return span
    }

    /// Runs of capitals that a firm's word closes (`Torvald Logistics`), also where they open a sentence.
    private func firms() -> [NameSpan] {
        words.all.indices.compactMap { last in
            let limit = sentence(last).lowerBound
            guard words.all[last].isCapital, lexicon.signs.firmTails.contains(words.all[last].folded), words.all[last].spaceBefore else {
                return nil
            }
            var start = last
            while start > limit, words.all[start - 1].isCapital, words.all[start].spaceBefore, mayBeInFirm(words.all[start - 1]) {
                start -= 1
            }
            let next = last + 1
            guard start < last,
                next >= words.all.count || !words.all[next].isCapital || words.all[next].sentence != words.all[last].sentence
            else { return nil }
            return NameSpan(words: start..<(last + 1), kind: .organisation, rule: "names.firm", known: nil)
        }
    }

    private func mayBeInFirm(_ word: NameWord) -> Bool {
        !lexicon.isStop(word) && lexicon.title(word) == nil && !lexicon.demonyms.isPlaceWord(word)
            && !lexicon.determiners.contains(word.folded)
    }

    /// `Georgia Institute of Technology`: a foreign linking word joins the capitals on both its sides.
    private func linked(_ spans: [NameSpan]) -> [NameSpan] {
        spans.compactMap { span in
            let link = span.words.upperBound
            let limit = sentence(span.words.lowerBound).upperBound
            guard span.kind == .organisation, link + 1 < limit, lexicon.signs.foreignLinks.contains(words.all[link].folded),
                words.all[link].shape == .lower, words.all[link + 1].isCapital
            else { return nil }
            var end = link + 1
            while end < limit, words.all[end].isCapital { end += 1 }
            return NameSpan(words: span.words.lowerBound..<end, kind: .organisation, rule: "names.linked", known: nil)
        }
    }

    /// Bodies told apart by their country that open with a capital head inside a sentence: `Résistance populaire en Irak`. Looked for
    /// from the place backwards: a preposition, words in lower case that may describe, the head.
    private func ofCountries(_ spans: [NameSpan]) -> [NameSpan] {
        spans.compactMap { span in
            let preposition = span.words.lowerBound - 1
            let limit = max(sentence(span.words.lowerBound).lowerBound, preposition - Tuning.description)
            guard span.kind == .place, preposition > limit, words.all[preposition].upos == .adposition else { return nil }
            var index = preposition - 1
            while index > limit, words.all[index].shape == .lower, words.all[index].upos == .adjective { index -= 1 }
            let head = words.all[index]
            guard index < preposition - 1, index >= limit, head.shape == .capital, !head.opens, lexicon.heads[head.folded] == .organisation
            else {
                return nil
            }
            return NameSpan(words: index..<span.words.upperBound, kind: .organisation, rule: "names.body-of-a-place", known: nil)
        }
    }

    // MARK: Persons

    /// A given name, or the particle that opens one, that stands with a capital right before a person and in no other name.
    private func withGivenNames(_ spans: [NameSpan]) -> [NameSpan] {
        let taken = Set(spans.flatMap { $0.words })
        return spans.map { span in
            let index = span.words.lowerBound - 1
            guard span.kind == .person, index >= 0, !taken.contains(index), words.all[index].sentence == words.all[index + 1].sentence,
                words.all[index + 1].spaceBefore, words.all[index].shape == .capital, !lexicon.isStop(words.all[index]),
                lexicon.title(words.all[index]) == nil,
                lexicon.isFirstName(words.all[index]) || lexicon.particles.contains(words.all[index].folded)
            else { return span }
            var span = span
            span.words = index..<span.words.upperBound
            return span
        }
    }

    // MARK: Places that were passed over

    /// Names of several words wherever they stand again, and surnames of persons who have their full name here.
    private func repeated(_ spans: [NameSpan]) -> [NameSpan] {
        var taken = Set(spans.flatMap { $0.words })
        var out: [NameSpan] = []
        var known: Set<[String]> = []
        for span in spans where span.words.count > 1 && words.all[span.words].allSatisfy({ $0.isCapital }) {
            let whole = Array(words.all[span.words].map { $0.text })
            guard known.insert(whole).inserted else { continue }
            for start in places(of: whole, taken) { add(start..<(start + whole.count), span.kind, &taken, &out) }
            guard span.kind == .person, let last = whole.last, last.utf8.count > 3 else { continue }
            for start in places(of: [last], taken) where isNameLike(start) { add(start..<(start + 1), .person, &taken, &out) }
        }
        return out
    }

    private func add(_ range: Range<Int>, _ kind: EntityKind, _ taken: inout Set<Int>, _ out: inout [NameSpan]) {
        guard !range.contains(where: { taken.contains($0) }) else { return }
        taken.formUnion(range)
        out.append(NameSpan(words: range, kind: kind, rule: "names.repeated", known: nil))
    }

    /// Where the words stand again as capitals and no further capital beside them.
    private func places(of name: [String], _ taken: Set<Int>) -> [Int] {
        let counts = name.map { standing[$0]?.count ?? 0 }
        guard let rarest = counts.indices.min(by: { counts[$0] < counts[$1] }) else { return [] }
        return (standing[name[rarest]] ?? []).map { $0 - rarest }.filter { start in
            let end = start + name.count
            guard start >= 0, end <= words.all.count, sentence(start).contains(end - 1),
                zip(start..<end, name).allSatisfy({ words.all[$0].text == $1 && !taken.contains($0) })
            else { return false }
            let left = start > 0 && words.all[start - 1].isCapital && !words.all[start - 1].opens && sentence(start).contains(start - 1)
            let right = end < words.all.count && words.all[end].isCapital && sentence(start).contains(end)
            return !left && !right
        }
    }

    /// A surname that stands alone: no article before it, and no adjective or inhabitant.
    private func isNameLike(_ index: Int) -> Bool {
        guard words.all[index].isCapital, !lexicon.isStop(words.all[index]), !lexicon.demonyms.isPlaceWord(words.all[index]) else {
            return false
        }
        let around = NameSurroundings(lexicon: lexicon, words: words.all, sentence: sentence(index), span: index..<(index + 1))
        return !around.hasArticle && around.governor.map { !lexicon.signs.placeOf.contains($0.folded) } ?? true
    }
}
