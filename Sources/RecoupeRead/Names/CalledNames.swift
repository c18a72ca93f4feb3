// Names found so far in, out also those that were passed over although the noun before them says what they are: a thing (`le vraquier Ondine`,
// `le film « Les Dunes »`) or a body (`la société Tavix`). Other places of the same words are the same name.
internal import RecoupeModel

/// Adds names that are called what they are.
struct CalledNames {
    private enum Tuning {
        /// Words of a name after its noun; more are mostly a sentence.
        static let longest = 6
        /// Letters of a name of one word: a single letter counts things (`la série A`).
        static let shortest = 3
        /// Letters from which a name of one word is looked for elsewhere in the article.
        static let telling = 4
    }

    let lexicon: NameLexicon
    let words: NameWords

    func added(to spans: [NameSpan]) -> [NameSpan] {
        var taken = Set(spans.flatMap { $0.words })
        var new: [NameSpan] = []
        func add(_ range: Range<Int>, _ kind: EntityKind) {
            guard !range.contains(where: { taken.contains($0) }) else { return }
            taken.formUnion(range)
            new.append(NameSpan(words: range, kind: kind, rule: "names.called", known: nil))
        }
        for sentence in words.sentences {
            for index in sentence.dropLast() {
                guard let kind = kind(calledBy: words.all[index]), let range = name(after: index, sentence, kind) else { continue }
                add(range, kind)
            }
        }
        for span in new where span.words.count == 1 && words.all[span.words.lowerBound].text.utf8.count >= Tuning.telling {
            for place in places(like: words.all[span.words.lowerBound]) { add(place..<(place + 1), span.kind) }
        }
        return (spans + new).sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    private func kind(calledBy word: NameWord) -> EntityKind? {
        guard word.shape == .lower else { return nil }
        if lexicon.signs.thingNouns.contains(word.folded) { return .other }
        return lexicon.signs.bodyNouns.contains(word.folded) ? .organisation : nil
    }

    /// The capitals right after a noun, or, for a thing, what stands between quotation marks there.
    private func name(after noun: Int, _ sentence: Range<Int>, _ kind: EntityKind) -> Range<Int>? {
        let first = noun + 1
        if kind == .other, let title = title(from: first, sentence) { return title }
        guard mayStand(first) else { return nil }
        var end = first + 1
        while end < sentence.upperBound, end - first < Tuning.longest, words.all[end].isCapital { end += 1 }
        if end < sentence.upperBound, lexicon.joins.contains(words.all[end].folded), end + 1 < sentence.upperBound,
            words.all[end + 1].isCapital
        {
            return nil
        }
        let letters = words.all[first..<end].reduce(0) { $0 + $1.text.utf8.count }
        return letters >= Tuning.shortest && end < first + Tuning.longest ? first..<end : nil
    }

    /// `« Les Dunes »`: a few words from a capital to the closing mark.
    private func title(from mark: Int, _ sentence: Range<Int>) -> Range<Int>? {
        guard let closing = ["«": "»", "“": "”", "\"": "\""][words.all[mark].text], mark + 1 < sentence.upperBound,
            words.all[mark + 1].isCapital
        else { return nil }
        let limit = min(sentence.upperBound, mark + 2 + Tuning.longest)
        guard let end = ((mark + 1)..<limit).first(where: { words.all[$0].text == closing }), end > mark + 1 else { return nil }
        return (mark + 1)..<end
    }

    private func mayStand(_ index: Int) -> Bool {
        let word = words.all[index]
        return word.isCapital && word.spaceBefore && !lexicon.isStop(word) && !lexicon.demonyms.isPlaceWord(word)
            && lexicon.title(word) == nil
    }

    /// Where a word stands again as a name by itself.
    private func places(like word: NameWord) -> [Int] {
        words.all.indices.filter { index in
            guard words.all[index].text == word.text, !words.all[index].opens else { return false }
            let sentence = words.sentences[words.all[index].sentence]
            let left = index > sentence.lowerBound && words.all[index - 1].isCapital && !words.all[index - 1].opens
            let right = index + 1 < sentence.upperBound && words.all[index + 1].isCapital
            return !left && !right
        }
    }
}
