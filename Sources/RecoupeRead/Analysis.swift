// What all finders of this stage read: one article's bytes with its paragraphs, sentences and words. Made once, then only read.
package import RecoupeModel
internal import RecoupeText

/// A sentence: which tokens, which bytes, which paragraph.
package struct Sentence: Sendable, Hashable {
    /// Indices into `Analysis.tokens`.
    package var tokens: Range<Int>
    package var bytes: Range<Int>
    package var paragraph: Int

    package init(tokens: Range<Int>, bytes: Range<Int>, paragraph: Int) {
        self.tokens = tokens
        self.bytes = bytes
        self.paragraph = paragraph
    }
}

/// One article's text, tokenised and tagged.
package struct Analysis: Sendable {
    /// The article's id.
    package let article: String
    package let language: String
    package let bytes: [UInt8]
    package let sentences: [Sentence]
    package let tokens: [Token]
    private let offsets: OffsetMap

    package init(article: String, language: String, bytes: [UInt8], sentences: [Sentence], tokens: [Token]) {
        self.article = article
        self.language = language
        self.bytes = bytes
        self.sentences = sentences
        self.tokens = tokens
        offsets = OffsetMap(bytes)
    }

    /// The words of some bytes.
    package func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The passage of some bytes, in code points.
    package func passage(_ range: Range<Int>) -> Passage {
        Passage(
            article: article,
            start: offsets.codePoint(atByte: range.lowerBound),
            end: offsets.codePoint(atByte: range.upperBound),
            text: text(range)
        )
    }

    /// The passage from the first to the last of some tokens.
    package func passage(tokens range: Range<Int>) -> Passage {
        passage(tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end)
    }

    /// The bytes of a passage of this article.
    package func byteRange(_ passage: Passage) -> Range<Int> {
        offsets.byte(atCodePoint: passage.start)..<offsets.byte(atCodePoint: passage.end)
    }

    /// The sentence that holds a byte, by binary search; nothing between sentences.
    package func sentence(atByte byte: Int) -> Int? {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].bytes.upperBound <= byte { low = middle + 1 } else { high = middle }
        }
        return low < sentences.count && sentences[low].bytes.contains(byte) ? low : nil
    }

    /// The tokens whose bytes lie inside a range.
    package func tokens(in range: Range<Int>) -> Range<Int> {
        let first = partition { $0.start >= range.lowerBound }
        let last = partition { $0.start >= range.upperBound }
        return first..<max(first, last)
    }

    private func partition(_ isAfter: (Token) -> Bool) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if isAfter(tokens[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
