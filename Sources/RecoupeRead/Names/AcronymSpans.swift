// Names found so far in, the same with the acronyms that the article itself gives for them: `Union des dockers (UDSP)`. Where a word of
// capitals stands in brackets right after an organisation, it names that organisation, there and wherever it stands again.
internal import RecoupeModel

/// Adds the acronyms that stand in brackets after a name.
struct AcronymSpans {
    let lexicon: NameLexicon
    let words: NameWords

    func added(to spans: [NameSpan]) -> [NameSpan] {
        var taken = Set(spans.flatMap { $0.words })
        var out = spans
        for span in spans where span.kind == .organisation || span.kind == .other {
            guard let text = acronym(after: span, taken) else { continue }
            for index in words.all.indices where words.all[index].text == text && !taken.contains(index) {
                taken.insert(index)
                out.append(NameSpan(words: index..<(index + 1), kind: span.kind, rule: "names.acronym", known: nil))
            }
        }
        return out.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// A word with one capital (`Unescar`) that elsewhere takes an article, as towns do not.
    private func standsForBody(_ word: NameWord) -> Bool {
        guard word.shape == .capital, lexicon.gazetteer.exactly(word.text) == nil, !lexicon.isFirstName(word) else { return false }
        return words.all.indices.dropFirst().contains { index in
            words.all[index].text == word.text && words.all[index - 1].shape == .lower
                && lexicon.determiners.contains(words.all[index - 1].folded)
        }
    }

    /// A word of two to eight letters, alone in the brackets that open right behind the name.
    private func acronym(after span: NameSpan, _ taken: Set<Int>) -> String? {
        let index = span.words.upperBound + 1
        guard index + 1 < words.all.count, !taken.contains(index) else { return nil }
        let word = words.all[index]
        guard words.all[index - 1].text == "(", words.all[index + 1].text == ")", (2...8).contains(word.text.utf8.count) else {
            return nil
        }
        return word.shape == .capitals || span.words.count > 2 && standsForBody(word) ? word.text : nil
    }
}
