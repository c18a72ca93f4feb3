// Names found so far in, out those of bodies that are told apart by their country made whole: a head word, what follows it, an adposition
// and a country or region (`Résistance populaire en Sauvagnie`). The longest name wins (annotation practice of news corpora).
internal import RecoupeModel

/// Joins an organisation's name with the place that belongs to it.
struct PlacedNames {
    let lexicon: NameLexicon
    let words: NameWords

    func joined(_ spans: [NameSpan]) -> [NameSpan] {
        var out: [NameSpan] = []
        for span in spans {
            guard span.kind == .place, let body = out.last, isBody(body), body.words.upperBound + 1 == span.words.lowerBound,
                words.all[body.words.upperBound].upos == .adposition, !words.all[body.words.upperBound].isCapital
            else {
                out.append(span)
                continue
            }
            out[out.count - 1] = NameSpan(
                words: body.words.lowerBound..<span.words.upperBound, kind: .organisation, rule: "names.body-of-a-place", known: nil)
        }
        return out
    }

    /// A name of two words or more that begins with a head with a capital, and that nothing else is known by.
    private func isBody(_ span: NameSpan) -> Bool {
        guard span.kind == .organisation, span.known == nil, span.words.count > 1 else { return false }
        let first = words.all[span.words.lowerBound]
        return first.isCapital && lexicon.heads[first.folded] == .organisation
            && lexicon.gazetteer.longest(words.all[span.words], at: span.words.lowerBound)?.1 != span.words.upperBound
    }
}
