// What a language says of its words' borders: `tokens.tsv` and `abbreviations.tsv` of its pack, read into sets once. The keys are the
// words in lower case with straight apostrophes and hyphens, accents kept (`des` is not `dès`).
internal import RecoupeLanguage

/// The word-border facts of one language.
struct TokenRules: Sendable {
    /// Openings that are parted off: `l'`, `qu'`.
    private(set) var elisions: Set<String> = []
    /// Words that are never parted: `aujourd'hui`, `celui-ci`.
    private(set) var whole: Set<String> = []
    /// Endings that are parted off, longest first: `-t-il`, `n't`.
    private(set) var endings: [String] = []
    /// Words that stand for several, as places in `partLists`.
    private(set) var parts: [String: Int] = [:]
    /// What they stand for: `du` = `de` + `le`.
    private(set) var partLists: [[String]] = []
    /// Words that may stand for several: `des`.
    private(set) var possibleParts: [String: [String]] = [:]
    /// Letters that are parted from a number before them: `h` in `14h30`.
    private(set) var units: Set<String> = []
    /// Words that, capitalised after an abbreviation, open a sentence.
    private(set) var starters: Set<String> = []
    /// First parts that stay with what follows the hyphen, where the language parts its compounds.
    private(set) var prefixes: Set<String> = []
    /// Whether compounds are parted at their hyphens.
    private(set) var partsCompounds = false
    /// Abbreviations without their last period; those with capitals hold for that spelling alone.
    private(set) var abbreviations: [String: Place] = [:]

    /// Where an abbreviation can stand: never last, last too, or only before a number.
    enum Place: String { case inside, anywhere, number }

    init(_ pack: LanguagePack) throws(PackError) {
        let table = try pack.table("tokens.tsv", columns: 2)
        for row in table.rows { try add(row, file: table.file) }
        endings.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
        let short = try pack.table("abbreviations.tsv", columns: 2)
        for row in short.rows {
            guard let place = Place(rawValue: row[1]) else {
                throw PackError(
                    file: short.file, line: row.line, trouble: "«\(row[1])» is no place", remedy: "write inside, anywhere or number")
            }
            abbreviations[row[0]] = place
        }
    }

    private mutating func add(_ row: Table.Row, file: String) throws(PackError) {
        let word = row[1]
        switch row[0] {
        case "elision": elisions.insert(word)
        case "whole": whole.insert(word)
        case "ending": endings.append(word)
        case "parts":
            parts[word] = partLists.count
            partLists.append(row[2].split(separator: " ").map { String($0) })
        case "perhaps": possibleParts[word] = row[2].split(separator: " ").map { String($0) }
        case "unit": units.insert(word)
        case "starter": starters.insert(word)
        case "prefix": prefixes.insert(word)
        case "compounds": partsCompounds = word == "part"
        default:
            throw PackError(
                file: file, line: row.line, trouble: "«\(row[0])» is no kind of word border",
                remedy: "write elision, whole, ending, parts, perhaps, unit, starter, prefix or compounds"
            )
        }
    }

    /// The form under which a word is looked up.
    static func key(_ bytes: UnsafeBufferPointer<UInt8>.SubSequence) -> String {
        if bytes.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: bytes.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
        }
        var out = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
            switch scalar.value {
            case 0x2019, 0x2BC: out.append("'")
            case 0x2010, 0x2011: out.append("-")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}
