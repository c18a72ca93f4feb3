// A pack's closed classes of words (`grammar.tsv`) in, for any word the classes it belongs to out. Expressions of several words
// (`par ailleurs`) are found by their first word.
package import RecoupeLanguage

/// Which words do the work of grammar in one language.
package struct Grammar: Sendable {
    private var classes: [String: WordClasses] = [:]
    private var phrases: [String: [Phrase]] = [:]
    private var listed: [WordClass: [String]] = [:]

    private struct Phrase: Sendable {
        let words: [String]
        let classes: WordClasses
    }

    package init(_ pack: LanguagePack) throws(PackError) {
        let table = try pack.table("grammar.tsv", columns: 2)
        for row in table.rows {
            guard let wordClass = WordClass(rawValue: row[0]) else {
                throw PackError(
                    file: table.file, line: row.line, trouble: "«\(row[0])» is no class of words",
                    remedy: "use one of \(WordClass.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
            for entry in row[1].split(separator: " ") { add(String(entry), to: wordClass) }
        }
    }

    private mutating func add(_ entry: String, to wordClass: WordClass) {
        listed[wordClass, default: []].append(entry)
        let words = entry.split(separator: "_").map { String($0) }
        guard words.count > 1, let first = words.first else {
            classes[entry, default: []].formUnion(wordClass.set)
            return
        }
        phrases[first, default: []].append(Phrase(words: words, classes: wordClass.set))
    }

    /// The classes of a word in lower case.
    package func classes(of word: String) -> WordClasses { classes[word] ?? [] }

    /// The entries of a class, as the pack lists them.
    package func entries(_ wordClass: WordClass) -> [String] { listed[wordClass] ?? [] }

    /// How infinitives end, for texts without tags.
    package var infinitiveEndings: [String] { entries(.infinitiveEnding) }

    /// Whether a word ends as adverbs do.
    package func endsAsAdverb(_ word: String) -> Bool {
        entries(.adverbEnding).contains { word.hasSuffix($0) && word.count > $0.count + 2 }
    }

    /// How many words from `index` make an expression of a class; 0 for none. `word` gives the words in lower case.
    package func phraseLength(_ wanted: WordClasses, at index: Int, word: (Int) -> String?) -> Int {
        guard let first = word(index), let candidates = phrases[first] else { return 0 }
        var best = 0
        for phrase in candidates where !phrase.classes.isDisjoint(with: wanted) && phrase.words.count > best {
            let fits = phrase.words.indices.dropFirst().allSatisfy { word(index + $0) == phrase.words[$0] }
            if fits { best = phrase.words.count }
        }
        return best
    }
}
