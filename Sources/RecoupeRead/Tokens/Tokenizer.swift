// A text in, its paragraphs, sentences and words out, with exact byte offsets; no tags yet. Word borders follow the French and English
// treebanks of Universal Dependencies (v2 guidelines, "Tokenization and word segmentation").
package import RecoupeLanguage
internal import RecoupeText

/// Finds the words and sentences of a text in one language.
package struct Tokenizer: Sendable {
    private let language: String
    private let rules: TokenRules
    /// The short way for most words; without it all take the long one, with the same result.
    private let plain: PlainWords?

    package init(_ pack: LanguagePack) throws(PackError) { try self.init(pack, short: true) }

    init(_ pack: LanguagePack, short: Bool) throws(PackError) {
        language = pack.code
        rules = try TokenRules(pack)
        plain = short ? PlainWords(rules) : nil
    }

    /// Reads a text as `analyse(_:article:)` does its bytes.
    package func analyse(_ text: String, article: String) -> Analysis { analyse(Array(text.utf8), article: article) }

    /// Words and sentences of UTF-8 bytes. Any newline ends a paragraph. Tokens come in order and do not overlap, but for the words of
    /// one multiword token, which share their bytes. Bytes that are no UTF-8 become signs.
    package func analyse(_ bytes: [UInt8], article: String) -> Analysis {
        let (tokens, sentences) = bytes.withUnsafeBufferPointer { tokenise(ScalarText(bytes: $0)) }
        return Analysis(article: article, language: language, bytes: bytes, sentences: sentences, tokens: tokens)
    }

    /// Where words and sentences begin and end, without the words' text: runs of bytes, and runs of those for the sentences.
    package func borders(of bytes: [UInt8]) -> (words: [Range<Int>], sentences: [Range<Int>]) {
        bytes.withUnsafeBufferPointer { bytes in
            let text = ScalarText(bytes: bytes)
            let pieces = pieces(of: text)
            return (pieces.map { $0.start..<$0.end }, SentenceSplitter(text: text, rules: rules).sentences(pieces))
        }
    }

    private func tokenise(_ text: ScalarText) -> ([Token], [Sentence]) {
        let pieces = pieces(of: text)
        var tokens: [Token] = []
        tokens.reserveCapacity(pieces.count + pieces.count / 16)
        var sentences: [Sentence] = []
        for range in SentenceSplitter(text: text, rules: rules).sentences(pieces) {
            let first = tokens.count
            for piece in pieces[range] { append(piece, of: text, to: &tokens) }
            let bytes = pieces[range.lowerBound].start..<pieces[range.upperBound - 1].end
            sentences.append(Sentence(tokens: first..<tokens.count, bytes: bytes, paragraph: pieces[range.lowerBound].paragraph))
        }
        return (tokens, sentences)
    }

    private func pieces(of text: ScalarText) -> [Piece] {
        let scanner = WordScanner(text: text)
        let splitter = WordSplitter(text: text, rules: rules, scanner: scanner)
        var pieces: [Piece] = []
        pieces.reserveCapacity(text.bytes.count / 5)
        var index = 0
        var paragraph = 0
        var sawNewline = false
        var sawBlank = true
        while index < text.bytes.count {
            if text.bytes[index] == 0x20 {
                sawBlank = true
                index += 1
                continue
            }
            if var piece = plain?.piece(text.bytes, at: index) {
                if sawNewline, !pieces.isEmpty { paragraph += 1 }
                (piece.spaceBefore, piece.paragraph) = (sawBlank, paragraph)
                pieces.append(piece)
                index = piece.end
                (sawNewline, sawBlank) = (false, false)
                continue
            }
            let scalar = text.scalar(at: index)
            if scalar.kind.isBlank {
                sawBlank = true
                if scalar.kind == .newline { sawNewline = true }
                index += scalar.length
                continue
            }
            if sawNewline, !pieces.isEmpty { paragraph += 1 }
            var piece = scanner.piece(at: index)
            piece.spaceBefore = sawBlank
            let first = pieces.count
            index = splitter.split(piece, into: &pieces)
            for added in first..<pieces.count { pieces[added].paragraph = paragraph }
            (sawNewline, sawBlank) = (false, false)
        }
        return pieces
    }

    private func append(_ piece: Piece, of text: ScalarText, to tokens: inout [Token]) {
        let surface = String(decoding: text.bytes[piece.start..<piece.end], as: UTF8.self)
        let token = Token(start: piece.start, end: piece.end, form: surface, folded: folded(surface), spaceBefore: piece.spaceBefore)
        if let parts = piece.parts { tokens += words(rules.partLists[parts], of: token) } else { tokens.append(token) }
    }

    /// The words in lower case that may stand for one word or for several.
    package var ambiguousWords: Set<String> { Set(rules.possibleParts.keys) }

    /// The words that a token may stand for, where the language leaves it open.
    func possibleParts(of token: Token) -> [String]? {
        token.folded.utf8.count <= 5 ? rules.possibleParts[token.form.lowercased()] : nil
    }

    /// The words of a multiword token, which share its bytes.
    func words(_ parts: [String], of token: Token) -> [Token] {
        parts.enumerated().map { number, part in
            let form = number == 0 ? Self.cased(part, like: token.form) : part
            return Token(
                start: token.start, end: token.end, form: form, folded: folded(form), isInner: number > 0,
                spaceBefore: token.spaceBefore && number == 0
            )
        }
    }

    /// A part's form with the capital of the surface word: `Du` is `De` and `le`.
    static func cased(_ part: String, like surface: String) -> String {
        guard surface.unicodeScalars.first?.properties.isUppercase == true else { return part }
        return part.prefix(1).uppercased() + part.dropFirst()
    }
}
