// A pack's tables of endings (`conjugation.tsv`) in, all forms of any verb out. So a verb of the other lists is one line there, and its
// forms are known before any tagger has looked at the text.
package import RecoupeLanguage

/// What a form of a verb tells.
package struct VerbForm: Sendable, Hashable {
    package enum Tense: Character, Sendable, Hashable {
        case present = "P", imperfect = "I", simplePast = "S", future = "F", conditional = "C", gerund = "G", participle = "V", infinitive =
            "N"
    }

    package let tense: Tense
    /// 1 and 3 singular, 4 and 6 the first and third person plural; 0 where the form has no person.
    package let person: Int

    package var isFinite: Bool { person > 0 }
    package var isPlural: Bool { person >= 4 }
}

/// How the verbs of one language are conjugated.
package struct Conjugation: Sendable {
    private struct Ending: Sendable {
        let form: VerbForm
        let endings: [String]
    }

    private struct Pattern: Sendable {
        let strip: String
        let endings: [Ending]
    }

    private var patterns: [String: Pattern] = [:]

    package init(_ pack: LanguagePack) throws(PackError) {
        let table = try pack.table("conjugation.tsv", columns: 3)
        for row in table.rows {
            var endings: [Ending] = []
            for part in row[2].split(separator: " ") {
                guard let ending = Self.ending(part) else {
                    throw PackError(
                        file: table.file, line: row.line, trouble: "«\(part)» is no form",
                        remedy: "write a tense letter, a person and the endings, such as P3:e"
                    )
                }
                endings.append(ending)
            }
            guard patterns[row[0]] == nil else {
                throw PackError(file: table.file, line: row.line, trouble: "«\(row[0])» stands twice", remedy: "give it another name")
            }
            patterns[row[0]] = Pattern(strip: row[1] == "-" ? "" : row[1], endings: endings)
        }
    }

    private static func ending(_ text: Substring) -> Ending? {
        guard let colon = text.firstIndex(of: ":"), let letter = text.first, let tense = VerbForm.Tense(rawValue: letter) else {
            return nil
        }
        let person = text[text.index(after: text.startIndex)..<colon]
        guard person.isEmpty || Int(person) != nil else { return nil }
        let endings = text[text.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false).map { String($0) }
        return Ending(form: VerbForm(tense: tense, person: Int(person) ?? 0), endings: endings)
    }

    /// Whether there is such a pattern.
    package func has(_ pattern: String) -> Bool { patterns[pattern] != nil }

    /// All forms of a verb, by its infinitive and the name of its pattern; none where the infinitive does not fit the pattern.
    package func forms(of infinitive: String, pattern: String) -> [(text: String, form: VerbForm)] {
        guard let pattern = patterns[pattern], infinitive.hasSuffix(pattern.strip) else { return [] }
        let stem = infinitive.dropLast(pattern.strip.count)
        var out: [(text: String, form: VerbForm)] = []
        for ending in pattern.endings {
            for text in ending.endings { out.append((stem + text, ending.form)) }
        }
        return out
    }
}
