// Names of agencies and media that no list holds, by their shape: `Agence …`, `… News Agency`, `Radio …`, `The … Herald`. A name is a
// run of capitalised words; it ends at a sentence end, a bracket, a bar, a dot, and where a date or a note about the page begins.
internal import RecoupeText

extension OriginLexicon {
    /// A name in a text, with the words it takes.
    struct Named {
        var name: String
        var language: String
        var isListed: Bool
        var range: Range<Int>
    }

    /// Where the name that begins at a word ends; `joined` lets small words such as `of the` stand inside. A run of more words than any
    /// name has is not followed to its end.
    func nameEnd(from start: Int, in run: WordRun, joined: Bool) -> Int {
        guard start < run.tokens.count, run.tokens[start].isCapitalised else { return start }
        var end = start + 1
        var index = end
        let last = min(run.tokens.count, start + Tuning.nameWords)
        while index < last, !run.tokens[index].opensSentence, !run.tokens[index].isParted {
            let token = run.tokens[index]
            if token.isCapitalised, !isEnder(index, in: run) {
                end = index + 1
            } else if !joined || index - end >= 3 || !wordKeys.particles.contains(token.key) {
                break
            }
            index += 1
        }
        return end
    }

    func isParticle(_ word: String) -> Bool { words["particle"]?.contains(word) ?? false }

    func isArticle(_ word: String) -> Bool { words["article"]?.contains(word) ?? false }

    /// A word that no name goes on with, or the month or weekday of a date.
    private func isEnder(_ index: Int, in run: WordRun) -> Bool {
        let word = run.tokens[index].key
        if wordKeys.enders.contains(word) { return true }
        guard wordKeys.calendar.contains(word) else { return false }
        return run.tokens[(index + 1)...].prefix(2).contains { $0.text.allSatisfy { $0.isNumber } }
    }

    /// An agency that is not listed, by the word that begins or ends its name; in a line of credits `Agency` alone is enough for an end.
    func agency(at start: Int, in run: WordRun, credit: Bool = false) -> Named? {
        guard run.tokens[start].isCapitalised else { return nil }
        if wordKeys.heads.contains(run.tokens[start].key) {
            let end = nameEnd(from: start, in: run, joined: false)
            return (2...4).contains(end - start) ? named(start..<end, run) : nil
        }
        guard !wordKeys.articles.contains(run.tokens[start].key) else { return nil }
        let end = min(nameEnd(from: start, in: run, joined: false), start + 5)
        for tail in wordKeys.tails where (credit || tail.count > 1) && end - start > tail.count {
            for last in (start + tail.count + 1)...end
            where zip(run.tokens[(last - tail.count)..<last], tail).allSatisfy({ $0.key == $1 }) {
                return named(start..<last, run)
            }
        }
        return nil
    }

    /// A medium that is not listed, by the word that begins or ends its name.
    func medium(at start: Int, in run: WordRun, bare: Bool = false) -> Named? {
        var first = start
        if !bare, wordKeys.articles.contains(run.tokens[start].key) { first += 1 }
        guard first < run.tokens.count, run.tokens[first].isCapitalised else { return nil }
        let from = run.tokens[start].isCapitalised ? start : first
        let end = min(nameEnd(from: first, in: run, joined: true), first + 7)
        for head in wordKeys.mediumHeads where end - first > head.count && zip(run.tokens[first...], head).allSatisfy({ $0.key == $1 }) {
            return named(from..<end, run)
        }
        guard let last = (first..<end).last(where: { wordKeys.mediumTails.contains(run.tokens[$0].key) }), last > first,
            run.tokens[last].isCapitalised
        else { return nil }
        return named(from..<(last + 1), run)
    }

    private func named(_ range: Range<Int>, _ run: WordRun) -> Named {
        Named(name: run.text(range), language: "", isListed: false, range: range)
    }

    /// All agencies that a text names, listed or by their shape, in order.
    func agencies(in run: WordRun) -> [Named] {
        var out: [Named] = []
        var index = 0
        while index < run.tokens.count {
            if let found = source(at: index, in: run) {
                let range = index..<(index + found.length)
                if found.source.isAgency {
                    out.append(Named(name: found.source.name, language: found.source.language, isListed: true, range: range))
                }
                index = range.upperBound
            } else if let found = agency(at: index, in: run) {
                out.append(found)
                index = found.range.upperBound
            } else {
                index += 1
            }
        }
        return out
    }

    /// Reads as a person's name: two to four words that begin with a first name, and no name of an agency or a medium.
    func isPerson(_ name: String) -> Bool {
        let run = WordRun(name)
        guard (2...4).contains(run.tokens.count), let first = run.tokens.first, firstNames.contains(first.folded) else { return false }
        return agency(at: 0, in: run, credit: true) == nil && medium(at: 0, in: run) == nil && source(at: 0, in: run) == nil
    }

    /// The folded words of a name without its article: what two spellings of one name share.
    func key(_ name: String) -> [String] {
        let words = foldedWords(name)
        guard words.count > 1, let first = words.first, isArticle(first) else { return words }
        return Array(words.dropFirst())
    }
}
