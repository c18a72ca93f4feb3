// CoNLL-U text in, sentences with words, multiword tokens and trees out (universaldependencies.org/format.html).
// Empty nodes are passed over; a line that is not understood is an error with its number.
package import RecoupeLanguage
internal import RecoupeModel

/// A word of a treebank.
package struct TreeWord: Sendable, Hashable {
    package var form: String
    package var lemma: String
    package var upos: String
    package var xpos: String
    package var feats: String
    /// 1-based; 0 is the root.
    package var head: Int
    package var deprel: String
}

/// A token as it stands in the text: one word, or the words of a multiword token.
package struct TreeToken: Sendable, Hashable {
    package var form: String
    /// Indices into `TreeSentence.words`.
    package var words: Range<Int>
    package var spaceAfter: Bool
    /// Whether a range line stood for it.
    package var isMultiword: Bool
}

/// A sentence of a treebank.
package struct TreeSentence: Sendable, Hashable {
    package var text = ""
    package var opensParagraph = false
    package var words: [TreeWord] = []
    package var tokens: [TreeToken] = []
}

/// The sentences of one CoNLL-U file.
package struct Treebank: Sendable {
    package var sentences: [TreeSentence]

    package init(sentences: [TreeSentence]) { self.sentences = sentences }

    package init(_ bytes: [UInt8], file: String) throws(PackError) {
        var sentences: [TreeSentence] = []
        var current = TreeSentence()
        for (index, raw) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = raw.last == 0x0D ? raw.dropLast() : raw
            if line.isEmpty {
                if !current.words.isEmpty { sentences.append(current) }
                current = TreeSentence()
            } else if line.first == 0x23 {
                current.note(String(decoding: line, as: UTF8.self))
            } else if !current.add(line) {
                throw PackError(file: file, line: index + 1, trouble: "is no CoNLL-U line", remedy: "ten columns parted by tabs")
            }
        }
        if !current.words.isEmpty { sentences.append(current) }
        self.sentences = sentences
    }

    /// The words of all sentences.
    package var wordCount: Int { sentences.reduce(0) { $0 + $1.words.count } }

    /// The text that the sentences stand in: parted by a blank, paragraphs by an empty line.
    package var text: String {
        var out = ""
        for sentence in sentences {
            if !out.isEmpty { out += sentence.opensParagraph ? "\n\n" : " " }
            out += sentence.text
        }
        return out
    }
}

extension TreeSentence {
    mutating func note(_ comment: String) {
        if comment.hasPrefix("# text = ") { text = String(comment.dropFirst("# text = ".count)) }
        if comment.hasPrefix("# newpar") || comment.hasPrefix("# newdoc") { opensParagraph = true }
    }

    /// Adds a line; false where it is none.
    mutating func add(_ line: ArraySlice<UInt8>) -> Bool {
        let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        guard cells.count == 10 else { return false }
        let spaceAfter = !cells[9].split(separator: "|").contains("SpaceAfter=No")
        if cells[0].contains(".") { return true }
        if let dash = cells[0].firstIndex(of: "-") {
            guard let first = Int(cells[0][..<dash]), let last = Int(cells[0][cells[0].index(after: dash)...]) else { return false }
            tokens.append(TreeToken(form: cells[1], words: (first - 1)..<last, spaceAfter: spaceAfter, isMultiword: true))
            return true
        }
        guard let number = Int(cells[0]), number == words.count + 1 else { return false }
        words.append(
            TreeWord(
                form: cells[1], lemma: cells[2], upos: cells[3], xpos: cells[4], feats: cells[5], head: Int(cells[6]) ?? 0,
                deprel: cells[7]
            ))
        if let last = tokens.last, last.words.upperBound >= number { return true }
        tokens.append(TreeToken(form: cells[1], words: (number - 1)..<number, spaceAfter: spaceAfter, isMultiword: false))
        return true
    }
}
