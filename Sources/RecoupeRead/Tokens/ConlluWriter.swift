// An analysis as CoNLL-U text (universaldependencies.org/format.html): a comment pair a sentence, a line a word, ranges for multiword
// tokens, `SpaceAfter=No` where no blank follows, so that the text can be put together again.

/// Writes CoNLL-U.
package struct ConlluWriter: Sendable {
    package init() {}

    /// All sentences of an analysis, each followed by an empty line; ids are the article's with the sentence's number from 1.
    package func write(_ analysis: Analysis) -> String {
        var out = ""
        for (number, sentence) in analysis.sentences.enumerated() {
            if number == 0 || analysis.sentences[number - 1].paragraph != sentence.paragraph { out += "# newpar\n" }
            out += "# sent_id = \(analysis.article)-\(number + 1)\n"
            out += "# text = \(oneLine(analysis.text(sentence.bytes)))\n"
            for index in sentence.tokens { write(index, of: sentence, in: analysis, to: &out) }
            out += "\n"
        }
        return out
    }

    private func write(_ index: Int, of sentence: Sentence, in analysis: Analysis, to out: inout String) {
        let token = analysis.tokens[index]
        let number = index - sentence.tokens.lowerBound + 1
        let last = lastWord(from: index, sentence, analysis)
        let isGlued = last + 1 < sentence.tokens.upperBound && !analysis.tokens[last + 1].spaceBefore
        let misc = isGlued ? "SpaceAfter=No" : "_"
        if last > index, !token.isInner {
            let surface = oneLine(analysis.text(token.start..<token.end))
            out += "\(number)-\(number + last - index)\t\(surface)\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
        }
        let form = token.isInner || last > index ? token.form : oneLine(analysis.text(token.start..<token.end))
        let head = token.relation.isEmpty ? "_" : String(token.head + 1)
        out += "\(number)\t\(form)\t\(filled(token.lemma))\t\(token.upos.code)\t_\t\(filled(token.morphology.feats))\t\(head)\t"
        out += "\(filled(token.relation))\t_\t\(last > index || token.isInner ? "_" : misc)\n"
    }

    /// The last word of the multiword token that starts at this index, or the index itself.
    private func lastWord(from index: Int, _ sentence: Sentence, _ analysis: Analysis) -> Int {
        var last = index
        while last + 1 < sentence.tokens.upperBound, analysis.tokens[last + 1].isInner { last += 1 }
        return last
    }

    private func filled(_ text: String) -> String { text.isEmpty ? "_" : oneLine(text) }

    private func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
}
