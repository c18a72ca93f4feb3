// An analysis as CoNLL-U text (universaldependencies.org/format.html): a comment pair a sentence, a line a word, ranges for multiword
// tokens, `SpaceAfter=No` where no blank follows. A number whose groups of digits are parted by blanks is one word there.

/// Writes CoNLL-U.
package struct ConlluWriter: Sendable {
    package init() {}

    /// All sentences of an analysis, each followed by an empty line; ids are the article's with the sentence's number from 1.
    package func write(_ analysis: Analysis) -> String {
        var out = ""
        for (number, sentence) in analysis.sentences.enumerated() {
            if number == 0 || analysis.sentences[number - 1].paragraph != sentence.paragraph { out += "# newpar\n" }
            out += "# sent_id = \(analysis.article)-\(number + 1)\n"
            out += "# text = \(Self.oneLine(analysis.text(sentence.bytes)))\n"
            ConlluSentence(sentence, of: analysis).write(to: &out)
            out += "\n"
        }
        return out
    }

    static func oneLine(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 }) else { return text }
        return String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    }
}

/// One sentence's words as CoNLL-U numbers them.
private struct ConlluSentence {
    private let analysis: Analysis
    private let tokens: ArraySlice<Token>
    /// For each token its number, from 1; the groups of one number share it.
    private var numbers: [Int] = []
    /// Whether a token goes on with the number before it.
    private var goesOn: [Bool] = []

    init(_ sentence: Sentence, of analysis: Analysis) {
        self.analysis = analysis
        tokens = analysis.tokens[sentence.tokens]
        var last = 0
        for index in tokens.indices {
            goesOn.append(isGroup(index))
            if goesOn.last == false { last += 1 }
            numbers.append(last)
        }
    }

    /// Three digits, one blank after a group of at most three.
    private func isGroup(_ index: Int) -> Bool {
        guard index > tokens.startIndex, isDigits(tokens[index]), tokens[index].form.utf8.count == 3 else { return false }
        let before = tokens[index - 1]
        let isStart = goesOn.last == true || before.form.utf8.count <= 3
        let blank = analysis.bytes[before.end..<max(before.end, tokens[index].start)]
        return isStart && isDigits(before) && (1...3).contains(blank.count) && (blank.count == 1 || blank.first != 0x20)
    }

    private func isDigits(_ token: Token) -> Bool { token.form.utf8.allSatisfy { (0x30...0x39).contains($0) } }

    func write(to out: inout String) {
        for index in tokens.indices where !goesOn[index - tokens.startIndex] { write(index, to: &out) }
    }

    private func write(_ index: Int, to out: inout String) {
        let token = tokens[index]
        let last = lastToken(from: index)
        let isSeveral = last > index && tokens[last].isInner
        let number = numbers[index - tokens.startIndex]
        let isGlued = last + 1 < tokens.endIndex && !tokens[last + 1].spaceBefore
        let misc = isGlued ? "SpaceAfter=No" : "_"
        let surface = ConlluWriter.oneLine(analysis.text(token.start..<tokens[last].end))
        if isSeveral, !token.isInner { out += "\(number)-\(number + last - index)\t\(surface)\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n" }
        let isPart = token.isInner || isSeveral
        let lemma = last > index && !isPart ? surface : filled(token.lemma)
        out += "\(number)\t\(isPart ? token.form : surface)\t\(lemma)\t\(token.upos.code)\t_\t\(filled(token.morphology.feats))\t"
        out += "\(head(of: index, through: isPart ? index : last))\t\(filled(token.relation))\t_\t\(isPart ? "_" : misc)\n"
    }

    /// The last token of the multiword token or of the number that starts at this index.
    private func lastToken(from index: Int) -> Int {
        var last = index
        while last + 1 < tokens.endIndex, tokens[last + 1].isInner || goesOn[last + 1 - tokens.startIndex] { last += 1 }
        return last
    }

    /// The head's number: that of the first of these tokens whose head lies outside them.
    private func head(of index: Int, through last: Int) -> String {
        for inner in index...last where !tokens[inner].relation.isEmpty {
            let head = tokens[inner].head
            if head < 0 { return "0" }
            guard head < numbers.count, numbers[head] != numbers[index - tokens.startIndex] else { continue }
            return String(numbers[head])
        }
        return "_"
    }

    private func filled(_ text: String) -> String { text.isEmpty ? "_" : ConlluWriter.oneLine(text) }
}
