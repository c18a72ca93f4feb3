// The furniture of pages by its words: what `boilerplate.tsv` of the packs says of lines to share, follow, comment, subscribe, of
// boxes with other reports, captions, rights and the rest.
internal import RecoupeLanguage
internal import RecoupeText

/// Recognises furniture lines.
struct Furniture: Sendable {
    private let phrases: [Phrase]
    /// Indices of phrases by their first word, and of those that begin with a sign.
    private let leading: KeyTable<Range<Int>>
    /// The indices that `leading` means.
    private let led: [Led]
    private let open: [Int]
    /// Those of them that only a line that begins with a number can be.
    private let numbered: [Int]
    /// Class words of markup, with their row's kind.
    private let classes: [String: String]
    /// Words that open bylines (`by`) and that join names (`and`).
    private let single: [String: Set<String>]

    init(packs: [LanguagePack]) throws(PackError) {
        var phrases: [Phrase] = []
        var classes: [String: String] = [:]
        var single: [String: Set<String>] = [:]
        for pack in packs {
            let table = try pack.table("boilerplate.tsv", columns: 3)
            for row in table.rows {
                if row[1] == "class" {
                    for word in row[2].split(separator: " ") { classes[String(word)] = row[0] }
                    continue
                }
                if row[1] == "word" {
                    single[row[0], default: []].formUnion(foldedWords(row[2]))
                    continue
                }
                guard let place = Phrase.Place(rawValue: row[1]) else {
                    throw PackError(
                        file: table.file, line: row.line, trouble: "\"\(row[1])\" is no place of a phrase",
                        remedy: "use line, start, end, any, label, word or class"
                    )
                }
                phrases.append(Phrase(kind: row[0], place: place, words: Self.words(row[2]), needsRights: row[2].contains("©")))
            }
        }
        self.phrases = phrases
        var (leading, led): ([String: Range<Int>], [Led]) = ([:], [])
        let groups = Dictionary(grouping: phrases.indices.filter { phrases[$0].first != nil }) { phrases[$0].first ?? "" }
        for (word, group) in groups.sorted(by: { $0.key < $1.key }) {
            leading[word] = led.count..<(led.count + group.count)
            led += group.map {
                Led(
                    index: Int32($0), isFloating: phrases[$0].isFloating, isShort: Self.short.contains(phrases[$0].kind),
                    second: phrases[$0].second)
            }
        }
        (self.leading, self.led) = (KeyTable(leading), led)
        open = phrases.indices.filter { phrases[$0].first == nil && !phrases[$0].opensWithNumber }
        numbered = phrases.indices.filter { phrases[$0].first == nil && phrases[$0].opensWithNumber }
        self.classes = classes
        self.single = single
    }

    /// The words of a pattern as lines have them: folded, apostrophes and hyphens part words, the signs `*`, `#` and `~` kept.
    private static func words(_ pattern: String) -> [String] {
        pattern.split(separator: " ").flatMap { part -> [String] in
            if part == "*" || part == "#" { return [String(part)] }
            let words = foldedWords(part)
            guard part.hasSuffix("~"), let last = words.last else { return words }
            return words.dropLast() + [last + "~"]
        }
    }

    /// A phrase by its first word, with what is asked before its other words are.
    private struct Led: Sendable {
        var index: Int32
        var isFloating: Bool
        /// Whether no running text is of its kind.
        var isShort: Bool
        /// The word that must follow, or 0.
        var second: WordKey
    }

    /// Kinds that no running text is, whatever its words.
    private static let short: Set<String> = ["dated", "byline", "credit", "keywords", "section"]

    /// The kinds of furniture that the words of a block show, in the order of the packs.
    func kinds(of block: Block) -> [String] {
        guard block.count <= Tuning.furnitureWords else { return [] }
        var line: LineWords?
        var found: [Int] = []
        func test(_ index: Int) {
            let words = line ?? LineWords(block)
            line = words
            if phrases[index].matches(words), !found.contains(index) { found.append(index) }
        }
        let keys = block.keys
        for (place, key) in keys.enumerated() {
            guard let known = leading[key] else { continue }
            for next in known {
                let phrase = led[next]
                guard place == 0 || phrase.isFloating, phrase.second == 0 || place + 1 < keys.count && keys[place + 1] == phrase.second
                else { continue }
                if phrase.isShort, block.count > 8, block.isProse { continue }
                test(Int(phrase.index))
            }
        }
        for index in open { test(index) }
        if block.opensWithNumber {
            for index in numbered { test(index) }
        }
        return found.isEmpty ? [] : found.sorted().map { phrases[$0].kind }
    }

    /// The single words of a kind.
    func words(of kind: String) -> Set<String> { single[kind] ?? [] }

    /// What a class word of markup stands for, or nothing.
    func kind(ofClass word: String) -> String? { classes[word] }
}
