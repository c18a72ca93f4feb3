// The files of WordNet in, forms of single words with their lemma and analysis out. WordNet lists lemmas and irregular forms; regular forms are
// made here by the rules of English spelling. Words with a capital, and those with one inside longer names, are proper nouns.

/// The words of WordNet (Miller 1995), inflected.
package struct WordNetDictionary {
    /// Files by name: `data.noun`, `data.verb`, `data.adj`, `data.adv`, `noun.exc`, `verb.exc`, `adj.exc`.
    package static let files = ["data.noun", "data.verb", "data.adj", "data.adv", "noun.exc", "verb.exc", "adj.exc"]

    private let files: [String: String]

    package init(files: [String: String]) { self.files = files }

    /// Calls `take` with every form.
    package func forEachForm(_ take: (DictionaryForm) -> Void) {
        let kinds = [("data.noun", "NOUN"), ("data.verb", "VERB"), ("data.adj", "ADJ"), ("data.adv", "ADV")]
        for (file, part) in kinds { for word in words(file) { add(word, part, take) } }
        for (form, lemma) in exceptions("noun.exc") { take(DictionaryForm(form: form, lemma: lemma, analysis: "NOUN|Plur")) }
        for (form, lemma) in exceptions("verb.exc") {
            take(DictionaryForm(form: form, lemma: lemma, analysis: form.hasSuffix("ing") ? "VERB|Part|Pres" : "VERB|Past"))
        }
        for (form, lemma) in exceptions("adj.exc") {
            take(DictionaryForm(form: form, lemma: lemma, analysis: form.hasSuffix("st") ? "ADJ|Sup" : "ADJ|Cmp"))
        }
    }

    /// The words of a file's synonym sets, as they are written, each once.
    private func words(_ file: String) -> [String] {
        var seen: Set<String> = []
        var out: [String] = []
        for line in (files[file] ?? "").split(separator: "\n") where line.first?.isNumber ?? false {
            let cells = line.split(separator: " ")
            guard cells.count > 4, let count = Int(cells[3], radix: 16) else { continue }
            for index in 0..<count where 4 + 2 * index < cells.count {
                let word = String(cells[4 + 2 * index].prefix { $0 != "(" })
                if seen.insert(word).inserted { out.append(word) }
            }
        }
        return out
    }

    private func exceptions(_ file: String) -> [(form: String, lemma: String)] {
        (files[file] ?? "").split(separator: "\n").compactMap { line in
            let cells = line.split(separator: " ")
            guard cells.count > 1, !line.contains("_") else { return nil }
            return (String(cells[0]), String(cells[1]))
        }
    }

    private func add(_ word: String, _ part: String, _ take: (DictionaryForm) -> Void) {
        let pieces = word.split(separator: "_").map { String($0) }
        for piece in pieces where piece.first?.isUppercase ?? false {
            take(DictionaryForm(form: piece, lemma: piece, analysis: "PROPN"))
        }
        guard pieces.count == 1, word.first?.isLowercase ?? false else { return }
        for (form, analysis) in Self.forms(word, part) { take(DictionaryForm(form: form, lemma: word, analysis: analysis)) }
    }

    /// The regular forms of a word.
    static func forms(_ word: String, _ part: String) -> [(form: String, analysis: String)] {
        let letters = Array(word)
        let isShort = letters.count <= 6
        switch part {
        case "NOUN": return [(word, "NOUN|Sing"), (withS(letters), "NOUN|Plur")]
        case "VERB":
            return [
                (word, "VERB|Inf"), (withS(letters), "VERB|Third"), (joined(letters, "ing"), "VERB|Part|Pres"),
                (joined(letters, "ed"), "VERB|Past"),
            ]
        case "ADJ" where isShort: return [(word, "ADJ"), (joined(letters, "er"), "ADJ|Cmp"), (joined(letters, "est"), "ADJ|Sup")]
        default: return [(word, part)]
        }
    }

    private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]

    private static func endsInConsonantY(_ letters: [Character]) -> Bool {
        letters.count > 1 && letters[letters.count - 1] == "y" && !vowels.contains(letters[letters.count - 2])
    }

    private static func withS(_ letters: [Character]) -> String {
        let word = String(letters)
        if endsInConsonantY(letters) { return word.dropLast() + "ies" }
        let hisses = ["s", "x", "z", "ch", "sh"].contains { word.hasSuffix($0) }
        return word + (hisses ? "es" : "s")
    }

    /// A word with an ending that opens with a vowel: `bake` gives `baking`, `carry` gives `carried`.
    private static func joined(_ letters: [Character], _ ending: String) -> String {
        let word = String(letters)
        if ending == "ing" { return word.hasSuffix("e") && !word.hasSuffix("ee") ? word.dropLast() + ending : word + ending }
        if endsInConsonantY(letters) { return word.dropLast() + "i" + ending }
        return word.hasSuffix("e") ? word + ending.dropFirst() : word + ending
    }
}
