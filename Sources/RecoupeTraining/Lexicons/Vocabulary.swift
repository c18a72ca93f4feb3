// Running text in, its words with their counts out. A text is a file with a paragraph a line, read through the language's own tokeniser.
internal import RecoupeLanguage
package import RecoupeRead

/// The words of running text.
package struct Vocabulary {
    /// Hashes of all words in order, as `WordReader.key` has them; 0 between paragraphs.
    package private(set) var words: [UInt64] = []

    /// Reads a text in runs of whole paragraphs, so that memory stays bounded.
    package init(_ text: [UInt8], tokenizer: Tokenizer) {
        var reader = WordReader()
        var start = 0
        while start < text.count {
            var end = min(text.count, start + (1 << 20))
            while end < text.count, text[end - 1] != 0x0A { end += 1 }
            let analysis = tokenizer.analyse(Array(text[start..<end]), article: "")
            var paragraph = 0
            for sentence in analysis.sentences {
                if sentence.paragraph != paragraph { words.append(0) }
                paragraph = sentence.paragraph
                for token in analysis.tokens[sentence.tokens] { words.append(reader.key(token.form)) }
            }
            start = end
        }
    }
}
