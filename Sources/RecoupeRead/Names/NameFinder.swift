// Names and who is who in one article: the analysis in, name mentions and their referents out. Mentions come from rules over capitals,
// titles and known names; referents group the mentions that name one thing.
package import RecoupeLanguage
package import RecoupeModel

/// Finds names in articles of one language.
package struct NameFinder: Sendable {
    private let lexicon: NameLexicon

    package init(_ pack: LanguagePack) throws(PackError) {
        lexicon = try NameLexicon(pack)
    }

    /// Names sorted by start, none overlapping; `Name.referent` is an index into `referents`.
    package func find(in analysis: Analysis) -> (names: [Name], referents: [Referent]) {
        let words = NameWords(analysis, particles: lexicon.particles)
        let spans = NameRules(lexicon: lexicon, words: words).find(words.sentences)
        let mentions = spans.map { mention($0, words, analysis) }
        let groups = ReferentGrouper(keys: lexicon.keys).group(mentions)
        let referents = ReferentMaker(lexicon: lexicon).referents(groups.members.map { $0.map { mentions[$0] } })
        let names = mentions.indices.map { index in
            Name(mentions[index].passage, kind: referents[groups.of[index]].kind, referent: groups.of[index], rule: mentions[index].rule)
        }
        return (names, referents)
    }

    private func mention(_ span: NameSpan, _ words: NameWords, _ analysis: Analysis) -> NameMention {
        let bytes = words.all[span.words.lowerBound].bytes.lowerBound..<words.all[span.words.upperBound - 1].bytes.upperBound
        let passage = analysis.passage(bytes)
        let context = NameContext(lexicon: lexicon, words: words.all, sentence: words.sentences[words.all[span.words.lowerBound].sentence])
        return NameMention(
            passage: passage,
            kind: span.kind,
            rule: span.rule,
            keys: lexicon.keys.keys(passage.text),
            known: span.known ?? lexicon.gazetteer.exactly(passage.text.replacing("\u{2019}", with: "'")),
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
