// Names and who is who in one article: the analysis in, name mentions and their referents out. Mentions come from the pack's
// trained tagger, else from rules over capitals, titles and known names; referents group the mentions that name one thing.
package import RecoupeLanguage
package import RecoupeModel

/// Finds names in articles of one language.
package struct NameFinder: Sendable {
    private let lexicon: NameLexicon
    private let tagger: NameTagger?

    package init(_ pack: LanguagePack) throws(PackError) {
        lexicon = try NameLexicon(pack)
        tagger = try NameTagger(pack, lexicon: lexicon)
    }

    /// Names sorted by start, none overlapping; `Name.referent` is an index into `referents`.
    package func find(in analysis: Analysis) -> (names: [Name], referents: [Referent]) {
        let words = NameWords(analysis, particles: lexicon.particles)
        let found = tagger?.spans(words) ?? NameRules(lexicon: lexicon, words: words).find(words.sentences)
        let spans = whole(found, words).map { named($0, words) }
        let persons = Set(spans.filter { $0.kind == .person }.flatMap { $0.words })
        let mentions = spans.map { mention($0, words, persons, analysis) }
        let groups = ReferentGrouper(keys: lexicon.keys).group(mentions)
        let referents = ReferentMaker(lexicon: lexicon).referents(groups.members.map { $0.map { mentions[$0] } })
        let names = mentions.indices.map { index in
            Name(mentions[index].passage, kind: referents[groups.of[index]].kind, referent: groups.of[index], rule: mentions[index].rule)
        }
        return (names, referents)
    }

    /// The names with their whole extent, their acronyms, and the kind that the whole article shows.
    private func whole(_ found: [NameSpan], _ words: NameWords) -> [NameSpan] {
        let bounds = NameBounds(lexicon: lexicon, words: words)
        let bounded = PlacedNames(lexicon: lexicon, words: words).joined(
            bounds.mended(CalledNames(lexicon: lexicon, words: words).added(to: found)))
        let all = AcronymSpans(lexicon: lexicon, words: words).added(to: bounded)
        return bounds.completed(NameEvidence(lexicon: lexicon, habits: tagger?.habits, words: words).settled(all))
    }

    /// The span with what the gazetteer knows of its words; another name that is known for an event, or headed as one, is an event.
    private func named(_ span: NameSpan, _ words: NameWords) -> NameSpan {
        var span = span
        let inside = words.all[span.words]
        if span.known == nil, let (name, end) = lexicon.gazetteer.longest(inside, at: span.words.lowerBound), end == span.words.upperBound {
            span.known = name
        }
        if let known = span.known, known.type == "country" || known.type == "continent" { span.kind = .place }
        guard span.kind == .other else { return span }
        let heads = [inside.first, inside.last].compactMap { $0.flatMap { lexicon.heads[$0.folded] } }
        if span.known?.kind == .event || heads.contains(.event) { span.kind = .event }
        return span
    }

    private func mention(_ span: NameSpan, _ words: NameWords, _ persons: Set<Int>, _ analysis: Analysis) -> NameMention {
        let bytes = words.all[span.words.lowerBound].bytes.lowerBound..<words.all[span.words.upperBound - 1].bytes.upperBound
        let passage = analysis.passage(bytes)
        let sentence = words.sentences[words.all[span.words.lowerBound].sentence]
        let context = NameContext(lexicon: lexicon, words: words.all, sentence: sentence, persons: persons)
        return NameMention(
            passage: passage,
            kind: span.kind,
            rule: span.rule,
            keys: lexicon.keys.keys(passage.text),
            known: span.known,
            gender: context.gender(span),
            roles: span.kind == .person ? context.roles(span).map { role(words.all[$0], analysis) } : [],
            explains: context.explains(span)
        )
    }

    private func role(_ words: ArraySlice<NameWord>, _ analysis: Analysis) -> Role {
        let start = words.first?.bytes.lowerBound ?? 0
        let passage = analysis.passage(start..<(words.last?.bytes.upperBound ?? start))
        return Role(text: passage.text, passage: passage)
    }
}
