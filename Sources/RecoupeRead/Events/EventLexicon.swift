// A pack's words for events (`events.tsv`) in; for a noun or a verb's form the type of event out. The types are shared by all packs.
package import RecoupeLanguage

/// The triggers of one language.
package struct EventLexicon: Sendable {
    struct Verb: Sendable {
        let lemma: String
        let type: String
        let isReflexive: Bool
        let rest: [String]
    }

    struct Noun: Sendable {
        let lemma: String
        let words: [String]
        let type: String
    }

    private(set) var verbs: [Verb] = []
    private var forms: [String: [(cue: Int, form: VerbForm)]] = [:]
    private var nouns: [String: [Noun]] = [:]

    /// The type of a verb that makes what follows a plan.
    static let plan = "plan"
    /// The type of a verb that only says that something took place.
    static let occurrence = "occurrence"
    static let announcement = "announcement"
    static let accusation = "accusation"
    /// The type of a word that makes what follows a wish, a risk or a demand.
    static let unreal = "unreal"
    /// The type of a verb that stands in no list.
    static let unknown = ""
    /// Types of events that nobody brings about as announced.
    static let unwilled: Set<String> = [
        "death", "injury", "accident", "disaster", "fire", "explosion", "collapse", "spill", "outbreak", "birth",
    ]

    package init(_ pack: LanguagePack, grammar: Grammar) throws(PackError) {
        let conjugation = try Conjugation(pack)
        let reflexives = Set(grammar.entries(.reflexive))
        let table = try pack.table("events.tsv", columns: 3)
        for row in table.rows {
            guard row[1] != "=" else {
                addNoun(row)
                continue
            }
            guard conjugation.has(row[1]) else {
                throw PackError(
                    file: table.file, line: row.line, trouble: "no pattern «\(row[1])»", remedy: "add it to conjugation.tsv")
            }
            var words = row[0].replacing("'", with: "' ").split(separator: " ").map { String($0) }
            let isReflexive = words.count > 1 && reflexives.contains(words[0])
            if isReflexive { words.removeFirst() }
            guard let first = words.first else { continue }
            verbs.append(Verb(lemma: row[0], type: row[2], isReflexive: isReflexive, rest: Array(words.dropFirst())))
            for (text, form) in conjugation.forms(of: first, pattern: row[1]) { forms[text, default: []].append((verbs.count - 1, form)) }
        }
    }

    private mutating func addNoun(_ row: Table.Row) {
        let spellings = row[0].split(separator: ",").map { String($0) }
        for spelling in spellings {
            let words = spelling.replacing("'", with: "' ").split(separator: " ").map { String($0) }
            guard let first = words.first else { continue }
            nouns[first, default: []].append(Noun(lemma: spellings[0], words: words, type: row[2]))
        }
    }

    /// The longest event noun that starts at a word.
    func noun(at index: Int, word: (Int) -> String?) -> Noun? {
        guard let first = word(index), let candidates = nouns[first] else { return nil }
        let fitting = candidates.filter { noun in noun.words.indices.dropFirst().allSatisfy { word(index + $0) == noun.words[$0] } }
        return fitting.max { $0.words.count < $1.words.count }
    }
}

extension EventLexicon: VerbTable {
    package func verbReadings(_ word: String) -> [(cue: Int, form: VerbForm)] { forms[word] ?? [] }
    package func isReflexive(_ verb: Int) -> Bool { verbs[verb].isReflexive }
    package func rest(_ verb: Int) -> [String] { verbs[verb].rest }
}
