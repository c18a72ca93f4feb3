// Who reports come from: the news agencies and media that the packs know (`origins.tsv`), by all their forms, and the phrases by
// which a page says that it had its report from one of them.
internal import RecoupeLanguage
internal import RecoupeText

/// The agencies, media and phrases of all packs.
struct OriginLexicon: Sendable {
    /// Somebody reports come from.
    struct Source: Sendable, Hashable {
        var name: String
        var isAgency: Bool
        /// The language it mostly writes in, or empty.
        var language: String
    }

    /// A form of a source's name: its words as written and folded; `bare` where it stands without its article, after a contraction.
    struct Form: Sendable {
        var words: [String]
        var keys: [WordKey]
        var written: [String]
        var bare: Bool
        var source: Int
    }

    /// A phrase with a slot for a name.
    struct Cue: Sendable {
        /// `credit` in lines about the page, `cited` in the text, `told` in the text beside a word of telling, `origin` in lines
        /// that say where the report first stood, `dateline` where a report opens with a place.
        var kind: String
        var relation: String
        var words: [String]
    }

    /// What cues are looked for: those of lines about the page, of notes where the report first stood, and of the text.
    enum Purpose: Sendable, Hashable, CaseIterable {
        case credit, origin, cited

        var kinds: Set<String> {
            switch self {
            case .credit: ["credit"]
            case .origin: ["origin"]
            case .cited: ["cited", "told"]
            }
        }
    }

    private(set) var sources: [Source] = []
    private(set) var cues: [Cue] = []
    /// Cues of each purpose by their first word; those that begin with a slot stand apart.
    private var leading: [Purpose: KeyTable<[Cue]>] = [:]
    private var slotted: [Purpose: [Cue]] = [:]
    /// For each purpose a word of each of its cues, of those without a name's slot, and the last words of all names.
    private var signs: [Purpose: KeySet] = [:]
    private var openSigns: [Purpose: KeySet] = [:]
    private(set) var nameSigns = KeySet()
    /// Those of them that begin with no capital letter.
    private var smallSigns = KeySet()
    private var telling: Set<String> = []
    /// Words of telling.
    private(set) var tellingKeys = KeySet()
    /// Words that begin the name of an agency that is not listed (`agence`).
    private(set) var heads: Set<String> = []
    /// Words that end the name of an agency (`news agency`), that begin the name of a medium (`gazette`), that end it (`herald`).
    private(set) var tails: [[String]] = []
    private(set) var mediumHeads: [[String]] = []
    private(set) var mediumTails: Set<String> = []
    /// What media are called (`weekly`), what reports are called (`article`), words of translating, articles, small words in names.
    private(set) var words: [String: Set<String>] = [:]
    private(set) var firstNames: Set<String> = []
    /// Words that no name goes on with, and the names of months and weekdays; given by the cleaner.
    var enders: Set<String> = [] { didSet { wordKeys.enders = KeySet(words: enders) } }
    var calendar: Set<String> = [] { didSet { wordKeys.calendar = KeySet(words: calendar) } }
    /// The words that shapes of names are made of, to look up.
    private(set) var wordKeys = ShapeKeys()

    /// Words as numbers: what begins, ends and joins names.
    struct ShapeKeys: Sendable {
        var enders = KeySet()
        var calendar = KeySet()
        var particles = KeySet()
        var articles = KeySet()
        var heads = KeySet()
        var mediumTails = KeySet()
        var tails: [[WordKey]] = []
        var mediumHeads: [[WordKey]] = []
    }
    private var forms: [String: [Form]] = [:]
    /// The same, to look up.
    private var leadingForms = KeyTable<[Form]>([:])
    private var domains: [String: Int] = [:]

    init(packs: [LanguagePack]) throws(PackError) {
        for pack in packs {
            let table = try pack.table("origins.tsv", columns: 2)
            for row in table.rows { try take(row, in: table.file) }
            for row in try pack.table("firstnames.tsv", columns: 1).rows { firstNames.insert(folded(row[0])) }
        }
        for key in forms.keys { forms[key]?.sort { $0.words.count > $1.words.count } }
        leadingForms = KeyTable(forms)
        for purpose in Purpose.allCases { index(purpose) }
        wordKeys.particles = KeySet(words: words["particle"] ?? [])
        wordKeys.articles = KeySet(words: words["article"] ?? [])
        (wordKeys.heads, wordKeys.mediumTails) = (KeySet(words: heads), KeySet(words: mediumTails))
        wordKeys.tails = tails.map { WordKeys.keys($0) }
        wordKeys.mediumHeads = mediumHeads.map { WordKeys.keys($0) }
        nameSigns = KeySet(words: forms.values.flatMap { $0 }.compactMap(\.words.last))
        smallSigns = KeySet(
            words: forms.values.flatMap { $0 }.filter { $0.written.last?.unicodeScalars.first?.properties.isUppercase != true }
                .compactMap(\.words.last))
        for word in Array(heads) + tails.compactMap(\.last) + mediumHeads.compactMap(\.first) + Array(mediumTails) {
            nameSigns.insert(WordKeys.key(word))
        }
    }

    private static let slots: Set<String> = ["NAME", "BARE", "OPEN", "DOMAIN", "TELL", "*"]

    private mutating func index(_ purpose: Purpose) {
        let own = cues.filter { purpose.kinds.contains($0.kind) }
        let worded = own.filter { !Self.slots.contains($0.words.first ?? "") }
        leading[purpose] = KeyTable(Dictionary(grouping: worded) { $0.words.first ?? "" })
        slotted[purpose] = own.filter { Self.slots.contains($0.words.first ?? "") }
        // Beside what was told stands a word of telling.
        func signs(_ cues: [Cue]) -> KeySet {
            let tells = cues.contains { $0.kind == "told" || $0.words.contains("TELL") }
            let own = cues.filter { $0.kind != "told" && !$0.words.contains("TELL") }.compactMap { Self.sign($0) }
            return KeySet(words: own + (tells ? Array(telling) : []))
        }
        self.signs[purpose] = signs(own)
        openSigns[purpose] = signs(own.filter { !$0.words.contains("NAME") && !$0.words.contains("BARE") })
    }

    /// The longest word of a cue.
    private static func sign(_ cue: Cue) -> String? {
        cue.words.filter { !slots.contains($0) }.max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
    }

    /// Whether a block may say where the report first stood.
    func mayBeNote(_ block: Block) -> Bool { signs[.origin]?.meets(block.keys) ?? false }

    /// Whether a block may hold a name that is listed or known by its shape, or a cue of some purpose that needs none.
    func mayName(_ block: Block, for purpose: Purpose) -> Bool {
        holdsName(block) || (openSigns[purpose].map { $0.count > 0 && $0.meets(block.keys) } ?? false)
    }

    private func holdsName(_ block: Block) -> Bool {
        var words: [String] = []
        return block.keys.indices.contains { index in
            let key = block.keys[index]
            guard nameSigns.contains(key) else { return false }
            if smallSigns.contains(key) { return true }
            if words.isEmpty { words = block.words }
            return block.text.holdsCapitalised(words[index])
        }
    }

    /// Whether a block of the text may cite somebody.
    func mayCite(_ block: Block) -> Bool { signs[.cited]?.meets(block.keys) ?? false }

    private mutating func take(_ row: Table.Row, in file: String) throws(PackError) {
        switch row[0] {
        case "agency", "medium": addSource(row)
        case "credit", "cited", "told", "origin":
            cues.append(Cue(kind: row[0], relation: row[1], words: row[2].split(separator: " ").map { Self.cueWord(String($0)) }))
        case "tell":
            telling.formUnion(foldedWords(row[1]))
            tellingKeys = KeySet(words: telling)
        case "head": heads.formUnion(foldedWords(row[1]))
        case "tail": tails += Self.phrases(row[1])
        case "medium-head": mediumHeads += Self.phrases(row[1])
        case "medium-tail": mediumTails.formUnion(foldedWords(row[1]))
        case "medium-noun", "document", "translating", "article", "particle": words[row[0], default: []].formUnion(foldedWords(row[1]))
        default:
            throw PackError(
                file: file, line: row.line, trouble: "\"\(row[0])\" is no kind of row",
                remedy:
                    "use agency, medium, credit, cited, told, origin, tell, head, tail, medium-head, medium-tail, medium-noun, document, "
                    + "translating, article or particle"
            )
        }
    }

    /// Phrases parted by bars.
    private static func phrases(_ column: String) -> [[String]] { column.split(separator: "|").map { foldedWords($0) } }

    private static func cueWord(_ word: String) -> String {
        ["NAME", "BARE", "OPEN", "DOMAIN", "TELL", "*"].contains(word) ? word : folded(word)
    }

    /// `agency|medium, name, forms, bare forms, domains, language`.
    private mutating func addSource(_ row: Table.Row) {
        let index = sources.firstIndex { $0.name == row[1] } ?? sources.count
        if index == sources.count { sources.append(Source(name: row[1], isAgency: row[0] == "agency", language: row[5])) }
        let names = [row[1]] + row[2].split(separator: "|").map { String($0) }
        for name in names { add(name, bare: false, index) }
        for name in row[3].split(separator: "|") { add(String(name), bare: true, index) }
        for domain in row[4].split(separator: "|") { domains[String(domain)] = index }
    }

    private mutating func add(_ name: String, bare: Bool, _ source: Int) {
        let tokens = WordRun(name).tokens
        guard let first = tokens.first else { return }
        let form = Form(
            words: tokens.map(\.folded), keys: tokens.map(\.key), written: tokens.map { String($0.text) }, bare: bare, source: source)
        let known = forms[first.folded, default: []]
        if !known.contains(where: { $0.words == form.words && $0.bare == bare }) { forms[first.folded] = known + [form] }
    }

    /// The cues for a purpose that may begin at a word of a text.
    func cues(at index: Int, in run: WordRun, for purpose: Purpose) -> [Cue] {
        let token = run.tokens[index]
        let worded = leading[purpose]?[token.key] ?? []
        guard let named = slotted[purpose], !named.isEmpty else { return worded }
        guard leadingForms[token.key] != nil || (token.isCapitalised && agency(at: index, in: run) != nil) else { return worded }
        return worded + named
    }

    /// Whether a name may begin at a word: a capital, an article before one, or the first word of a listed name.
    func mayBeginName(at index: Int, in run: WordRun) -> Bool {
        let token = run.tokens[index]
        if token.isCapitalised || leadingForms[token.key] != nil { return true }
        return wordKeys.articles.contains(token.key) && index + 1 < run.tokens.count && run.tokens[index + 1].isCapitalised
    }

    /// The longest known name that begins at a word: its source and its length in words.
    func source(at index: Int, in run: WordRun, bare: Bool = false) -> (source: Source, length: Int)? {
        guard let known = leadingForms[run.tokens[index].key] else { return nil }
        for form in known where form.bare == bare && index + form.keys.count <= run.tokens.count {
            guard form.keys.indices.allSatisfy({ run.tokens[index + $0].key == form.keys[$0] }) else { continue }
            guard Self.isWritten(run.tokens[index..<(index + form.keys.count)], as: form.written) else { continue }
            return (sources[form.source], form.words.count)
        }
        return nil
    }

    /// The last word has its capital letters, or is all capitals where it is long enough to be no acronym.
    private static func isWritten(_ tokens: ArraySlice<WordRun.Token>, as written: [String]) -> Bool {
        guard let token = tokens.last, let form = written.last else { return false }
        if token.text == form { return true }
        return form.count >= 5 && token.text.uppercased() == token.text
    }

    /// The source of a domain or of a part of one (`abcnews.go.com`, `www.bbc.co.uk`).
    func source(domain: String) -> Source? {
        var rest = Substring(domain.lowercased())
        while !rest.isEmpty {
            if let index = domains[String(rest)] { return sources[index] }
            guard let dot = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: dot)...]
        }
        return nil
    }

    /// All known names in a text, in order.
    func sources(in run: WordRun) -> [(source: Source, range: Range<Int>)] {
        var out: [(source: Source, range: Range<Int>)] = []
        var index = 0
        while index < run.tokens.count {
            if let found = source(at: index, in: run) {
                out.append((found.source, index..<(index + found.length)))
                index += found.length
            } else {
                index += 1
            }
        }
        return out
    }

    /// Whether a short text names an agency.
    func isAgency(_ text: String) -> Bool { !agencies(in: WordRun(text)).isEmpty }
}

extension String {
    /// Whether a folded word may stand in the text with a capital first letter; words beyond ASCII always may.
    fileprivate func holdsCapitalised(_ word: String) -> Bool {
        var (text, word) = (self, word)
        return word.withUTF8 { word in
            guard let first = word.first, (0x61...0x7A).contains(first) else { return true }
            return text.withUTF8 { text in
                var start = 0
                while start + word.count <= text.count {
                    let found =
                        text[start] == first ^ 0x20
                        && word.indices.allSatisfy { text[start + $0] | 0x20 == word[$0] | 0x20 || text[start + $0] >= 0x80 }
                    if found { return true }
                    start += 1
                }
                return false
            }
        }
    }
}
