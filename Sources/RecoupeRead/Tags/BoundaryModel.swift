// The sentences of one long paragraph in, better ones out. A text whose line breaks were lost runs headings and list items into the next
// sentence; there a linear model over the words around each gap decides, with the rules' answer as one of its features. Paragraphs of
// ordinary length are left to the rules: in them a heading stands alone.
internal import RecoupeLanguage

/// Decides where sentences end in paragraphs that have lost their line breaks.
package struct BoundaryModel: Sendable {
    private enum Tuning {
        /// Longer than any paragraph of an article; a whole text without a line break is longer.
        static let words = 500
    }

    package static let size = 1 << 14
    private let weights: [Int16]

    package init(weights: [Int16]) { self.weights = weights }

    init(_ file: ModelFile) throws(PackError) { weights = try file.numbers("ends") }

    /// The sentences of an analysis, those of long paragraphs cut anew; `facts` makes those of some tokens, with two borders.
    package func sentences(of analysis: Analysis, facts: (ArraySlice<Token>) -> [WordFacts]) -> [Sentence] {
        guard weights.count == Self.size else { return analysis.sentences }
        var out: [Sentence] = []
        var start = 0
        while start < analysis.sentences.count {
            let paragraph = analysis.sentences[start].paragraph
            let end = analysis.sentences[start...].firstIndex { $0.paragraph != paragraph } ?? analysis.sentences.count
            let tokens = analysis.sentences[start].tokens.lowerBound..<analysis.sentences[end - 1].tokens.upperBound
            if tokens.count > Tuning.words {
                out += cut(analysis, tokens, Array(analysis.sentences[start..<end]), facts(analysis.tokens[tokens]))
            } else {
                out += analysis.sentences[start..<end]
            }
            start = end
        }
        return out
    }

    private func cut(_ analysis: Analysis, _ tokens: Range<Int>, _ old: [Sentence], _ facts: [WordFacts]) -> [Sentence] {
        let ends = Set(old.map { $0.tokens.upperBound - 1 })
        var out: [Sentence] = []
        var start = tokens.lowerBound
        facts.withUnsafeBufferPointer { facts in
            for index in tokens where index + 1 == tokens.upperBound || isEnd(analysis, index, tokens, start, ends, facts) {
                let bytes = analysis.tokens[start].start..<analysis.tokens[index].end
                out.append(Sentence(tokens: start..<(index + 1), bytes: bytes, paragraph: old[0].paragraph))
                start = index + 1
            }
        }
        return out
    }

    private func isEnd(
        _ analysis: Analysis, _ index: Int, _ tokens: Range<Int>, _ start: Int, _ ends: Set<Int>, _ facts: UnsafeBufferPointer<WordFacts>
    ) -> Bool {
        if analysis.tokens[index + 1].isInner { return false }
        let features = Self.features(
            facts, at: index - tokens.lowerBound + 2, isEndByRule: ends.contains(index), length: index - start + 1,
            spaceAfter: analysis.tokens[index + 1].spaceBefore)
        return features.reduce(0) { $0 + Int(weights[$1]) } > 0
    }

    /// The places of the weights for the gap after a word; `length` counts the words of the sentence so far.
    package static func features(
        _ facts: UnsafeBufferPointer<WordFacts>, at: Int, isEndByRule: Bool, length: Int, spaceAfter: Bool
    ) -> [Int] {
        let (own, next, last, after) = (facts[at], facts[at + 1], facts[at - 1], facts[at + 2])
        let rule: UInt64 = isEndByRule ? 1 : 0
        let long: UInt64 = length < 3 ? 0 : length < 6 ? 1 : length < 11 ? 2 : length < 21 ? 3 : length < 41 ? 4 : 5
        let space: UInt64 = spaceAfter ? 1 : 0
        let known: UInt64 = next.allowed == 0 ? 0 : next.allowed == 1 << UInt64(PartOfSpeech.properNoun.rawValue + 1) ? 1 : 2
        let hashes = [
            mixed(1, rule), mixed(2, rule, own.word), mixed(3, rule, next.word), mixed(4, rule, next.shape &* 8 &+ known),
            mixed(5, own.shape, next.shape &* 8 &+ known), mixed(6, own.word, next.shape), mixed(7, rule &* 8 &+ long, next.shape),
            mixed(8, own.shape &* 4096 &+ last.shape, next.shape &* 4096 &+ after.shape), mixed(9, own.allowed, next.shape),
            mixed(10, next.allowed, next.shape), mixed(11, own.word, next.word), mixed(12, after.shape, next.shape),
            mixed(13, rule &* 8 &+ long, own.word), mixed(14, own.allowed, next.allowed), mixed(15, next.word, after.shape),
            mixed(16, last.word, own.word), mixed(17, space, rule), mixed(18, after.word, next.shape),
            mixed(19, own.suffixes.2, next.shape),
            mixed(20, last.shape, own.shape), mixed(21, long, next.shape &* 8 &+ known), mixed(22, UInt64(next.lexical), next.shape),
        ]
        return hashes.map { Int(truncatingIfNeeded: $0) & (size - 1) }
    }
}
