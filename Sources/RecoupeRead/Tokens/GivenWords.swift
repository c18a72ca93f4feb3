// Sentences whose words somebody else has parted come in; the text that joins them by blanks, with its tokens and sentences, goes out. The
// words stand as given: none is parted further or joined.
internal import RecoupeText

/// Words that need no tokeniser.
struct GivenWords {
    let sentences: [[String]]

    /// The words by single blanks, all in one paragraph.
    static func text(of sentences: [[String]]) -> String { words(sentences).joined(separator: " ") }

    private static func words(_ sentences: [[String]]) -> [String] { sentences.joined().filter { !$0.isEmpty } }

    /// The analysis without tags; its bytes are those of `text(of:)`.
    func analysis(article: String, language: String) -> Analysis {
        var (tokens, found): ([Token], [Sentence]) = ([], [])
        var start = 0
        for sentence in sentences {
            let first = tokens.count
            for word in sentence where !word.isEmpty {
                let end = start + word.utf8.count
                tokens.append(Token(start: start, end: end, form: word, folded: folded(word)))
                start = end + 1
            }
            guard tokens.count > first, let last = tokens.last else { continue }
            found.append(Sentence(tokens: first..<tokens.count, bytes: tokens[first].start..<last.end, paragraph: 0))
        }
        return Analysis(article: article, language: language, bytes: Array(Self.text(of: sentences).utf8), sentences: found, tokens: tokens)
    }
}
