// Words in, the keys out by which Link compares passages: folded lemmas of content words, and what names within are known as. Words
// that say nothing by themselves are left out (`stopwords.tsv` and the closed classes).
package import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeText

/// Makes keys.
package struct ContentKeys: Sendable {
    private let stopwords: Set<String>

    package init(_ pack: LanguagePack) throws(PackError) {
        let table = try pack.table("stopwords.tsv", columns: 1)
        stopwords = Set(table.rows.map { folded($0[0]) })
    }

    /// Sorted keys of the words in some bytes.
    func keys(of bytes: Range<Int>, in text: WordText, referents: [Referent]) -> [String] {
        var out: Set<String> = []
        for index in text.analysis.tokens(in: bytes) where !text.analysis.tokens[index].isInner {
            let token = text.analysis.tokens[index]
            let key = folded(token.lemma)
            guard isContent(token), !stopwords.contains(token.folded), !stopwords.contains(key) else { continue }
            out.insert(key)
        }
        for (index, name) in text.nameBytes.enumerated() where name.overlaps(bytes) {
            let referent = text.names[index].referent
            if referents.indices.contains(referent), let known = referents[referent].known { out.insert(known) }
        }
        return out.sorted()
    }

    /// The keys of a sentence's words in order of first standing, without names and numbers.
    func keys(of sentence: Sentence, in analysis: Analysis, outside names: [Range<Int>]) -> [String] {
        var seen: Set<String> = []
        return sentence.tokens.compactMap { index in
            let token = analysis.tokens[index]
            let key = folded(token.lemma)
            guard !token.isInner, isContent(token), token.upos != .numeral, !stopwords.contains(token.folded), !stopwords.contains(key),
                !names.contains(where: { $0.contains(token.start) }), seen.insert(key).inserted
            else { return nil }
            return key
        }
    }

    private func isContent(_ token: Token) -> Bool {
        switch token.upos {
        case .adjective, .adverb, .noun, .properNoun, .verb, .numeral: break
        case .other: break
        default: return false
        }
        return token.folded.utf8.count > 1
            && token.folded.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    }
}
