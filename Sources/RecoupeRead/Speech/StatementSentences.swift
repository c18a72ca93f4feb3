// A quotation in, its sentences out, as runs of words without the marks and blanks around them: a statement each, where somebody says
// several sentences in one breath.
internal import RecoupeModel

/// The sentences of quotations as bytes.
struct StatementSentences {
    let text: WordText

    func sentences(of quotation: Quotation) -> [Range<Int>] {
        var out: [Range<Int>] = []
        var start = quotation.inner.lowerBound
        for index in quotation.inner {
            let isLast = index + 1 == quotation.inner.upperBound
            guard isLast || text.words[index + 1].sentence != text.words[index].sentence else { continue }
            if let bytes = trimmed(start..<(index + 1)) { out.append(bytes) }
            start = index + 1
        }
        return out
    }

    /// The bytes of some words without a final full stop or comma; nothing where no word is left.
    func trimmed(_ words: Range<Int>) -> Range<Int>? {
        var end = words.upperBound
        var start = words.lowerBound
        while end > start, isEdge(end - 1) { end -= 1 }
        while start < end, isEdge(start) { start += 1 }
        guard (start..<end).contains(where: { !text.words[$0].isSign }) else { return nil }
        return text.bytes(start..<end)
    }

    private func isEdge(_ index: Int) -> Bool {
        text.words[index].isSign && [",", ".", ";", ":", "-", "–", "—"].contains(text.words[index].lower)
    }
}
