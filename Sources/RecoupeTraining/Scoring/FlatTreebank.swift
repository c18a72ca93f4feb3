// A treebank laid out for comparison: all its characters without blanks, and every token, sentence and word as a span of them.
// Universal features and the set of function relations are those of the shared task's evaluation script.

/// A word with its span of characters.
struct FlatWord {
    var word: TreeWord
    var span: Range<Int>
    var isMultiword: Bool
    var index: Int
    /// Index of the head among all words; −1 for a root.
    var head: Int
    /// Universal features alone, sorted.
    var feats: String
    /// The relation without its subtype.
    var relation: String

    var isContent: Bool { FlatTreebank.contentRelations.contains(relation) }

    func hasLemma(_ other: FlatWord) -> Bool { word.lemma == "_" || word.lemma == other.word.lemma }
}

/// A treebank as spans.
struct FlatTreebank {
    private(set) var characters: [Unicode.Scalar] = []
    private(set) var tokens: [Range<Int>] = []
    private(set) var sentences: [Range<Int>] = []
    private(set) var words: [FlatWord] = []
    /// The function words that hang on each word.
    private(set) var functionWords: [[Int]] = []

    init(_ treebank: Treebank) {
        for sentence in treebank.sentences {
            let start = characters.count
            let first = words.count
            for token in sentence.tokens { add(token, of: sentence, first: first) }
            sentences.append(start..<characters.count)
        }
        functionWords = Array(repeating: [], count: words.count)
        for word in words where word.head >= 0 && Self.functionRelations.contains(word.relation) {
            functionWords[word.head].append(word.index)
        }
    }

    private mutating func add(_ token: TreeToken, of sentence: TreeSentence, first: Int) {
        let start = characters.count
        characters += token.form.unicodeScalars.filter { !$0.properties.isWhitespace }
        tokens.append(start..<characters.count)
        for index in token.words {
            let word = sentence.words[index]
            words.append(
                FlatWord(
                    word: word, span: start..<characters.count, isMultiword: token.isMultiword, index: words.count,
                    head: word.head == 0 ? -1 : first + word.head - 1, feats: Self.universal(word.feats),
                    relation: String(word.deprel.prefix { $0 != ":" })
                ))
        }
    }

    static func universal(_ feats: String) -> String {
        feats.split(separator: "|").filter { universalFeatures.contains(String($0.prefix { $0 != "=" })) }.sorted().joined(separator: "|")
    }

    private static let universalFeatures: Set<String> = [
        "PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr", "Gender", "Animacy", "Number", "Case", "Definite", "Degree",
        "VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity", "Person", "Polite",
    ]

    static let contentRelations: Set<String> = [
        "nsubj", "obj", "iobj", "csubj", "ccomp", "xcomp", "obl", "vocative", "expl", "dislocated", "advcl", "advmod", "discourse",
        "nmod", "appos", "nummod", "acl", "amod", "conj", "fixed", "flat", "compound", "list", "parataxis", "orphan", "goeswith",
        "reparandum", "root", "dep",
    ]

    static let functionRelations: Set<String> = ["aux", "cop", "mark", "det", "clf", "case", "cc"]
}
