// Decides what kind of thing a run of capitals names: by title, first name, particle or initial before all, then by words that close a
// name (`Club`, `Inc`), by the preposition before it, and by the same words elsewhere in the article.
internal import RecoupeModel

/// Gives runs of capitals their kind.
struct NameKinds: Sendable {
    let lexicon: NameLexicon
    let words: [NameWord]

    func settle(_ spans: [NameSpan]) -> [NameSpan] {
        var settled = spans.map { span in span.rule == "names.capitals" ? firm(span) : span }
        let surnames = Set(settled.filter { $0.kind == .person && $0.words.count > 1 }.map { words[$0.words.upperBound - 1].folded })
        let known = kinds(settled)
        for index in settled.indices where settled[index].kind == .other {
            let span = settled[index]
            let text = folded(span)
            if span.words.count == 1, surnames.contains(text) {
                settled[index].kind = .person
                settled[index].rule = "names.surname"
            } else if let kind = known[text] {
                settled[index].kind = kind
                settled[index].rule = "names.same-words"
            } else {
                settled[index] = weak(span)
            }
        }
        return settled.filter { !isInhabitant($0) }
    }

    private func folded(_ span: NameSpan) -> String { words[span.words].map { $0.folded }.joined(separator: " ") }

    private func kinds(_ spans: [NameSpan]) -> [String: EntityKind] {
        var kinds: [String: EntityKind] = [:]
        for span in spans where span.kind != .other && kinds[folded(span)] == nil { kinds[folded(span)] = span.kind }
        return kinds
    }

    /// `Irakiens`, `Américain`: inhabitants are no names.
    private func isInhabitant(_ span: NameSpan) -> Bool {
        span.words.count == 1 && span.known == nil && span.kind != .person && lexicon.demonyms.isPlaceWord(words[span.words.lowerBound])
    }

    /// What the words themselves and a title before them tell.
    private func firm(_ span: NameSpan) -> NameSpan {
        var span = span
        let inside = words[span.words]
        if inside.dropFirst().contains(where: { lexicon.heads[$0.folded] != nil }),
            let last = inside.last(where: { lexicon.heads[$0.folded] != nil })
        {
            span.kind = lexicon.heads[last.folded] ?? .other
            span.rule = "names.closing-head"
        } else if isPerson(span) {
            span.kind = .person
            span.rule = "names.person"
        }
        return span
    }

    private func isPerson(_ span: NameSpan) -> Bool {
        let inside = words[span.words]
        if let before = before(span), lexicon.isCourtesy(before) { return true }
        if inside.count > 1 {
            if inside.prefix(2).contains(where: { lexicon.isFirstName($0) }) { return true }
            if inside.dropFirst().contains(where: { $0.shape == .initial || ($0.shape == .lower && lexicon.particles.contains($0.folded)) })
            {
                return true
            }
            if hasAge(span) { return true }
        }
        return !inside.allSatisfy { $0.shape == .capitals } && followsTitle(span)
    }

    /// An initial, a particle, or a word that begins with one (`al-Sadr`).
    private func isPersonal(_ word: NameWord) -> Bool {
        if word.shape == .initial { return true }
        if word.shape == .lower { return lexicon.particles.contains(word.folded) }
        return word.shape == .mixed && word.folded.split(separator: "-").first.map { lexicon.particles.contains(String($0)) } ?? false
    }

    /// A title right before, or parted by adjectives alone (`son homologue turc Selim Aydin`).
    private func followsTitle(_ span: NameSpan) -> Bool {
        var index = span.words.lowerBound - 1
        while index >= 0, words[index].sentence == words[span.words.lowerBound].sentence {
            if lexicon.title(words[index]) != nil { return true }
            guard words[index].shape == .lower, words[index].upos == .adjective || lexicon.demonyms.isPlaceWord(words[index]) else {
                return false
            }
            index -= 1
        }
        return false
    }

    private func before(_ span: NameSpan) -> NameWord? {
        let index = span.words.lowerBound - 1
        return index >= 0 && words[index].sentence == words[span.words.lowerBound].sentence ? words[index] : nil
    }

    /// `, 34 ans` or `(34 ans)` after the name.
    private func hasAge(_ span: NameSpan) -> Bool {
        let index = span.words.upperBound
        return index + 2 < words.count && words[index].shape == .sign && words[index + 1].shape == .number
            && lexicon.age.contains(words[index + 2].folded)
    }

    /// What the surroundings suggest.
    private func weak(_ span: NameSpan) -> NameSpan {
        var span = span
        let inside = words[span.words]
        if inside.allSatisfy({ $0.shape == .capitals }) {
            span.kind = .organisation
            span.rule = "names.acronym"
        } else if let before = before(span), lexicon.beforePlace.contains(before.folded), inside.count < 3 {
            span.kind = .place
            span.rule = "names.preposition"
        } else if (2...3).contains(inside.count), inside.allSatisfy({ $0.shape == .capital && lexicon.heads[$0.folded] == nil }) {
            span.kind = .person
            span.rule = "names.two-capitals"
        } else if inside.count == 1, let first = inside.first, lexicon.isFirstName(first) {
            span.kind = .person
            span.rule = "names.first-name"
        } else {
            span.rule = "names.unknown"
        }
        return span
    }
}
