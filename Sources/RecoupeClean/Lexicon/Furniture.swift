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
    private let open: [Led]
    /// Those of them that only a line that begins with a number can be.
    private let numbered: [Led]
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
            led += group.map { Led(phrases[$0], $0) }
        }
        (self.leading, self.led) = (KeyTable(leading), led)
        let signs = phrases.indices.filter { phrases[$0].first == nil }
        open = signs.filter { !phrases[$0].opensWithNumber }.map { Led(phrases[$0], $0) }
        numbered = signs.filter { phrases[$0].opensWithNumber }.map { Led(phrases[$0], $0) }
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

    /// A phrase with what is asked before its words are.
    private struct Led: Sendable {
        var index: Int32
        var isFloating: Bool
        /// Whether no running text is of its kind.
        var isShort: Bool
        /// The word that must follow, or 0.
        var second: WordKey
        /// How many words a line may have from the first on.
        var lengths: ClosedRange<Int32>

        init(_ phrase: Phrase, _ index: Int) {
            self.index = Int32(index)
            (isFloating, isShort) = (phrase.isFloating, Furniture.short.contains(phrase.kind))
            (second, lengths) = (phrase.second, phrase.lengths)
        }

        /// Whether a line may hold the phrase from one of its words on.
        @inline(__always)
        func mayStand(at place: Int, in keys: [WordKey]) -> Bool {
            guard place == 0 || isFloating, lengths.contains(Int32(keys.count - place)) else { return false }
            return second == 0 || place + 1 < keys.count && keys[place + 1] == second
        }
    }

    /// Kinds that no running text is, whatever its words.
    fileprivate static let short: Set<String> = ["dated", "byline", "credit", "keywords", "section"]

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
        leading.each(in: keys) { place, known in
            for phrase in led[known] where phrase.mayStand(at: place, in: keys) {
                if phrase.isShort, keys.count > 8, block.isProse { continue }
                test(Int(phrase.index))
            }
        }
        for phrase in open { test(Int(phrase.index)) }
        if block.opensWithNumber {
            for phrase in numbered where phrase.mayStand(at: 0, in: keys) { test(Int(phrase.index)) }
        }
        return found.isEmpty ? [] : found.sorted().map { phrases[$0].kind }
    }

    /// The single words of a kind.
    func words(of kind: String) -> Set<String> { single[kind] ?? [] }

    /// What a class word of markup stands for, or nothing.
    func kind(ofClass word: String) -> String? { classes[word] }
}
