// A hunspell dictionary with morphology in (`.dic`, `.aff`; flags of two characters), every form with its lemma and analysis out.
// Only suffixes are unfolded: the prefixes of the French dictionary are elisions, which are tokens of their own.
internal import RecoupeModel

/// A form of a dictionary.
package struct DictionaryForm: Sendable, Hashable {
    package var form: String
    package var lemma: String
    /// A part of speech and feature values: `VERB|Ind|Pres|3|Sing`.
    package var analysis: String
}

/// A hunspell dictionary.
package struct HunspellDictionary {
    private struct Suffix {
        var strip: [Unicode.Scalar]
        var add: String
        var continues: [String]
        var condition: [(Set<Unicode.Scalar>, isNegated: Bool)]
        var fields: [String]
    }

    private var suffixes: [String: [Suffix]] = [:]
    private let entries: [String]

    /// Reads the texts of the two files.
    package init(affixes: String, words: String) {
        entries = words.split(separator: "\n").dropFirst().map { String($0) }
        for line in affixes.split(separator: "\n") where line.hasPrefix("SFX ") { addSuffix(line) }
    }

    private mutating func addSuffix(_ line: Substring) {
        let cells = line.split(separator: " ", omittingEmptySubsequences: true).map { String($0) }
        guard cells.count >= 5 else { return }
        let added = cells[3].split(separator: "/", maxSplits: 1).map { String($0) }
        let suffix = Suffix(
            strip: cells[2] == "0" ? [] : Array(cells[2].unicodeScalars), add: added.first.map { $0 == "0" ? "" : $0 } ?? "",
            continues: added.count > 1 ? Self.flags(added[1]) : [], condition: Self.condition(cells[4]), fields: Array(cells.dropFirst(5))
        )
        suffixes[cells[1], default: []].append(suffix)
    }

    private static func flags(_ text: String) -> [String] {
        let letters = Array(text.unicodeScalars)
        return stride(from: 0, to: letters.count - 1, by: 2).map { index in
            String(String.UnicodeScalarView([letters[index], letters[index + 1]]))
        }
    }

    private static func condition(_ text: String) -> [(Set<Unicode.Scalar>, isNegated: Bool)] {
        var out: [(Set<Unicode.Scalar>, isNegated: Bool)] = []
        var inside: Set<Unicode.Scalar>?
        var isNegated = false
        for letter in text.unicodeScalars {
            switch letter {
            case "[": (inside, isNegated) = ([], false)
            case "]":
                out.append((inside ?? [], isNegated))
                inside = nil
            case "^" where inside?.isEmpty == true: isNegated = true
            case ".": out.append(([], true))
            default: if inside != nil { inside?.insert(letter) } else { out.append(([letter], false)) }
            }
        }
        return out
    }

    /// Calls `take` with every form, in the dictionary's order.
    package func forEachForm(_ take: (DictionaryForm) -> Void) {
        for entry in entries {
            let cells = entry.split(separator: " ").map { String($0) }
            guard let head = cells.first else { continue }
            let parts = head.split(separator: "/", maxSplits: 1).map { String($0) }
            guard let word = parts.first, !word.isEmpty else { continue }
            let flags = parts.count > 1 ? Self.flags(parts[1]) : []
            let fields = Array(cells.dropFirst())
            if !flags.contains("()") { emit(word, lemma: word, base: fields, own: [], take) }
            unfold(word, lemma: word, flags: flags, base: fields, own: [], depth: 0, take)
        }
    }

    private func unfold(
        _ word: String, lemma: String, flags: [String], base: [String], own: [String], depth: Int, _ take: (DictionaryForm) -> Void
    ) {
        let letters = Array(word.unicodeScalars)
        for flag in flags {
            for suffix in suffixes[flag] ?? [] {
                guard letters.suffix(suffix.strip.count) == suffix.strip[...], Self.fits(letters, suffix.condition) else { continue }
                let form = String(String.UnicodeScalarView(letters.dropLast(suffix.strip.count))) + suffix.add
                emit(form, lemma: lemma, base: base, own: own + suffix.fields, take)
                if depth == 0 {
                    unfold(form, lemma: lemma, flags: suffix.continues, base: base, own: own + suffix.fields, depth: 1, take)
                }
            }
        }
    }

    private static func fits(_ letters: [Unicode.Scalar], _ condition: [(Set<Unicode.Scalar>, isNegated: Bool)]) -> Bool {
        guard letters.count >= condition.count else { return false }
        return zip(letters.suffix(condition.count), condition).allSatisfy { $1.0.contains($0) != $1.isNegated }
    }

    private func emit(_ form: String, lemma: String, base: [String], own: [String], _ take: (DictionaryForm) -> Void) {
        for analysis in DictionaryAnalyses.analyses(base: base, own: own) {
            take(DictionaryForm(form: form, lemma: lemma, analysis: analysis))
        }
    }
}

/// The dictionary's fields as analyses in the terms of Universal Dependencies.
enum DictionaryAnalyses {
    static func analyses(base: [String], own: [String]) -> [String] {
        let bases = values("po:", base)
        let owns = values("po:", own)
        let shape = shape(values("is:", base) + values("is:", own))
        if let verb = bases.first(where: { $0.first == "v" && $0.dropFirst().first?.isNumber == true }) {
            let parts = verb.hasPrefix("v0") ? ["AUX", "VERB"] : ["VERB"]
            let forms = verbForms(owns, shape)
            return parts.flatMap { part in forms.map { part + "|" + $0 } } + (owns.contains("adj") ? ["ADJ" + shape] : [])
        }
        return bases.compactMap { part($0) }.map { $0 + shape }
    }

    private static func values(_ key: String, _ fields: [String]) -> [String] {
        fields.filter { $0.hasPrefix(key) }.map { String($0.dropFirst(key.count)) }
    }

    private static func shape(_ values: [String]) -> String {
        let gender = values.contains("epi") ? "|Epi" : values.contains("mas") ? "|Masc" : values.contains("fem") ? "|Fem" : ""
        let number = values.contains("inv") ? "|Inv" : values.contains("sg") ? "|Sing" : values.contains("pl") ? "|Plur" : ""
        return gender + number
    }

    private static let moods = [
        "ipre": "Ind|Pres", "iimp": "Ind|Imp", "ipsi": "Ind|Past", "ifut": "Ind|Fut", "cond": "Cnd|Pres", "spre": "Sub|Pres",
        "simp": "Sub|Imp", "impe": "Imp|Pres",
    ]

    private static func verbForms(_ tags: [String], _ shape: String) -> [String] {
        var out: [String] = []
        if tags.contains("infi") { out.append("Inf") }
        if tags.contains("ppre") { out.append("Part|Pres") }
        if tags.contains("ppas") { out.append("Part|Past" + shape) }
        let persons = tags.compactMap { person($0) }
        for tag in tags { if let mood = moods[tag] { out += persons.map { mood + $0 } } }
        return out
    }

    private static func person(_ tag: String) -> String? {
        guard let first = tag.first, "123".contains(first), tag.count >= 3 else { return nil }
        return "|\(first)|" + (tag.contains("sg") ? "Sing" : "Plur")
    }

    private static func part(_ tag: String) -> String? {
        switch tag {
        case "nom", "titr": "NOUN"
        case "adj", "loc.adj": "ADJ"
        case "adv", "negadv", "loc.adv": "ADV"
        case "npr", "prn", "patr": "PROPN"
        case "nb", "nbro": "NUM"
        case "interj": "INTJ"
        case "prep", "prepv", "loc.prep": "ADP"
        case "cjsub": "SCONJ"
        case "cjco": "CCONJ"
        default: tag.hasPrefix("det") ? "DET" : tag.hasPrefix("pro") ? "PRON" : nil
        }
    }
}
