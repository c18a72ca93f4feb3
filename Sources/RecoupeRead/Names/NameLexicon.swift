// The word lists of a pack that name rules ask: titles, heads of names, particles, first names, adjectives of origin, and the gazetteer of
// known places and organisations. Read once, checked row by row.
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeText

/// What a title says of the name that it stands by.
struct Title: Sendable, Hashable {
    /// `M.`, `Mme`: part of how one is addressed; others are functions.
    var isCourtesy: Bool
    var gender: Referent.Gender?
}

/// A pack's word lists for names.
struct NameLexicon: Sendable {
    /// Titles by their form, folded for functions, as written for forms of address.
    private(set) var titles: [String: Title] = [:]
    /// Words that make a phrase a name of some kind (`ministère`, `rue`), folded.
    private(set) var heads: [String: EntityKind] = [:]
    /// Heads that open a name also where they are written without a capital.
    private(set) var lowerHeads: Set<String> = []
    private(set) var wideHeads: Set<String> = []
    /// Heads that tell the kind of the capitals after them and are no part of the name (`navire`, `groupe`).
    private(set) var looseHeads: Set<String> = []
    private(set) var joins: Set<String> = []
    private(set) var particles: Set<String> = []
    private(set) var stops: Set<String> = []
    private(set) var beforePlace: Set<String> = []
    private(set) var determiners: Set<String> = []
    private(set) var roleAdjectives: Set<String> = []
    private(set) var age: Set<String> = []
    private var bits: [String: UInt64] = [:]
    /// First names as written, with the gender where it is plain.
    private(set) var firstNames: [String: Referent.Gender?] = [:]
    /// Words that show in or beside a name what it names.
    private(set) var signs = NameSigns()
    let keys: NameKeys
    let demonyms: Demonyms
    let gazetteer: Gazetteer

    init(_ pack: LanguagePack) throws(PackError) {
        demonyms = try Demonyms(pack)
        gazetteer = try Gazetteer(pack)
        var apart: Set<String> = []
        var same: [String: String] = [:]
        let table = try pack.table("nametypes.tsv", columns: 2)
        for row in table.rows {
            let word = folded(row[1])
            switch row[0] {
            case "head":
                guard let kind = EntityKind(rawValue: row[2]) else {
                    throw PackError(file: table.file, line: row.line, trouble: "unknown kind \(row[2])", remedy: "use a kind of name")
                }
                heads[word] = kind
                if row[3] == "lower" { lowerHeads.insert(word) }
            case "wide-head": wideHeads.insert(word)
            case "loose-head": looseHeads.insert(word)
            case "join": joins.insert(word)
            case "particle": particles.insert(word)
            case "stop": stops.insert(word)
            case "before-place": beforePlace.insert(word)
            case "determiner": determiners.insert(word)
            case "role-adjective": roleAdjectives.insert(word)
            case "apart": apart.insert(word)
            case "same": same[word] = folded(row[2])
            case "age": age.insert(word)
            default:
                guard signs.add(row[0], word) else {
                    throw PackError(file: table.file, line: row.line, trouble: "unknown class \(row[0])", remedy: "see the file's head")
                }
            }
        }
        keys = NameKeys(apart: apart, same: same)
        for row in try pack.table("titles.tsv", columns: 2).rows where row[1] != "part" {
            let courtesy = row[1] == "courtesy"
            titles[courtesy ? row[0] : folded(row[0])] = Title(isCourtesy: courtesy, gender: Self.gender(row[2]))
        }
        for row in try pack.table("firstnames.tsv", columns: 2).rows { firstNames[row[0]] = .some(Self.gender(row[1])) }
        for (number, list) in [stops, particles, joins, determiners, beforePlace, age].enumerated() {
            for word in list { bits[word, default: 0] |= 64 << UInt64(number) }
        }
    }

    private static func gender(_ cell: String) -> Referent.Gender? {
        switch cell {
        case "m": .masculine
        case "f": .feminine
        default: nil
        }
    }

    /// The title that a word is, if any.
    func title(_ word: NameWord) -> Title? { titles[word.text] ?? titles[word.folded] }

    func isCourtesy(_ word: NameWord) -> Bool { titles[word.text]?.isCourtesy ?? false }

    /// A first name, also the first part of a double one (`Jean-Luc`) or one in capitals (`EMMANUEL`).
    func isFirstName(_ word: NameWord) -> Bool { word.isCapital && firstName(word) != nil }

    /// The gender that a first name shows, or nothing; the outer optional is empty where the word is no first name.
    func firstName(_ word: NameWord) -> Referent.Gender?? {
        if let known = firstNames[word.text] { return .some(known) }
        if let part = word.text.split(separator: "-").first, let known = firstNames[String(part)], word.text.contains("-") {
            return .some(known)
        }
        guard word.shape == .capitals, word.text.utf8.count > 2 else { return nil }
        let lower = word.text.lowercased()
        return firstNames[lower.prefix(1).uppercased() + lower.dropFirst()]
    }

    /// What the word lists say of a folded word, as bits: stop word, particle, joining word, determiner, before a place, of age.
    func listed(_ folded: String) -> UInt64 { bits[folded] ?? 0 }

    func isStop(_ word: NameWord) -> Bool { word.shape != .capitals && stops.contains(word.folded) }
}

/// Makes the words under which names are compared.
struct NameKeys: Sendable {
    private let apart: Set<String>
    private let same: [String: String]

    init(apart: Set<String>, same: [String: String]) {
        self.apart = apart
        self.same = same
    }

    /// The folded words of a name in order, without particles and articles, each under its common spelling; all words where nothing
    /// would be left.
    func keys(_ name: String) -> [String] {
        let words = foldedWords(name).map { same[$0] ?? $0 }
        let kept = words.filter { !apart.contains($0) && $0.utf8.count > 1 }
        return kept.isEmpty ? words : kept
    }
}
