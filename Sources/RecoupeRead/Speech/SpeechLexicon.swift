// What a language says with: the pack's cue verbs in all their forms, expressions such as «selon», nouns such as «annonce», and the
// nouns and pronouns that stand for those who speak (`speech.tsv`, `speakers.tsv`).
package import RecoupeLanguage
package import RecoupeModel
internal import RecoupeText

/// A word or expression that attributes.
package struct Cue: Sendable {
    package enum Kind: Sendable, Hashable { case verb, expression, noun }

    /// What may follow a cue as its content.
    package struct Complements: OptionSet, Sendable, Hashable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        package static let that = Complements(rawValue: 1)
        package static let infinitive = Complements(rawValue: 2)
        package static let of = Complements(rawValue: 4)
        package static let to = Complements(rawValue: 8)
        package static let on = Complements(rawValue: 16)
        package static let against = Complements(rawValue: 32)
        package static let forward = Complements(rawValue: 64)
        package static let noun = Complements(rawValue: 128)
        package static let whether = Complements(rawValue: 256)
        package static let quote = Complements(rawValue: 512)
        package static let source = Complements(rawValue: 1024)
        package static let opinion = Complements(rawValue: 2048)
        package static let bare = Complements(rawValue: 4096)
        /// A that-clause without its conjunction, as English has it.
        package static let zero = Complements(rawValue: 8192)

        /// A predicate right after the verb (`se dire satisfait`).
        package static let predicate = Complements(rawValue: 16384)

        static let named: [String: Complements] = [
            "that": .that, "inf": .infinitive, "of": .of, "to": .to, "on": .on, "against": .against, "for": .forward, "noun": .noun,
            "whether": .whether, "quote": .quote, "source": .source, "opinion": .opinion, "bare": .bare, "zero": .zero,
            "predicate": .predicate,
        ]
    }

    package let lemma: String
    package let kind: Kind
    package let isReflexive: Bool
    /// Words after the verb that belong to it (`savoir` in `faire savoir`), or after an expression's first.
    package let rest: [String]
    package let stance: Statement.Stance
    package let complements: Complements
    package let isWeak: Bool
    package let needsQuote: Bool
    /// Counts only where nobody in particular is the subject (`a-t-on appris`).
    package let isImpersonal: Bool
    /// Takes whom is spoken to as its object (`told reporters that`).
    package let hasAddressee: Bool
}

/// A noun or pronoun for those who speak.
package struct SpeakerNoun: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable { case person, group, institution, medium, document, source, pronoun }

    package let words: [String]
    package let kind: Kind
    package let gender: Referent.Gender?
    package let flags: Set<String>

    package var isInverted: Bool { flags.contains("inverted") }
    package var isNobody: Bool { flags.contains("nobody") }
    package var isPlural: Bool { kind == .group || flags.contains("plural") }
}

/// The cues and speakers of one language.
package struct SpeechLexicon: Sendable {
    package private(set) var cues: [Cue] = []
    /// Cue verbs by each of their forms.
    private var verbs: [String: [(cue: Int, form: VerbForm)]] = [:]
    private var expressions: [String: [Int]] = [:]
    private var nouns: [String: Int] = [:]
    private var speakers: [String: [SpeakerNoun]] = [:]
    /// Forms of the verbs that help others (`avoir`, `être`), by class.
    private var helpers: [String: [(helper: WordClass, form: VerbForm)]] = [:]
    let reflexives: Set<String>
    /// Folded names of agencies and media (`origins.tsv`).
    private var media: Set<String> = []
    /// Nouns for what happens (`events.tsv`), which say nothing by themselves.
    private var actions: Set<String> = []

    package init(_ pack: LanguagePack, grammar: Grammar) throws(PackError) {
        let conjugation = try Conjugation(pack)
        reflexives = Set(grammar.entries(.reflexive))
        let table = try pack.table("speech.tsv", columns: 4)
        for row in table.rows { try add(row, table.file, conjugation) }
        for helper in [WordClass.have, .be, .go, .must, .can] {
            for verb in grammar.entries(helper) {
                for (text, form) in conjugation.forms(of: verb, pattern: verb) { helpers[text, default: []].append((helper, form)) }
            }
        }
        try addSpeakers(pack)
        try addMedia(pack)
        for row in try pack.table("events.tsv", columns: 3).rows where row[1] == "=" {
            actions.formUnion(row[0].split(separator: ",").map { String($0) })
        }
    }

    /// Whether a word in small letters is a noun for what happens.
    func isAction(_ word: String) -> Bool { actions.contains(word) }

    private mutating func addMedia(_ pack: LanguagePack) throws(PackError) {
        for row in try pack.table("origins.tsv", columns: 2).rows where row[0] == "medium" {
            for cell in [row[1], row[2], row[3]] {
                for name in cell.split(separator: "|") { media.insert(foldedWords(String(name)).joined(separator: " ")) }
            }
        }
    }

    /// Whether a name is that of an agency or medium.
    func isMedium(_ name: String) -> Bool { media.contains(foldedWords(name).joined(separator: " ")) }

    private mutating func add(_ row: Table.Row, _ file: String, _ conjugation: Conjugation) throws(PackError) {
        guard let stance = Statement.Stance(rawValue: row[2]) else {
            throw PackError(file: file, line: row.line, trouble: "«\(row[2])» is no stance", remedy: "use one that the file's head names")
        }
        var complements: Cue.Complements = []
        for name in row[3].split(separator: ",") { complements.formUnion(Cue.Complements.named[String(name)] ?? []) }
        var words = row[0].replacing("'", with: "' ").split(separator: " ").map { String($0) }
        let kind: Cue.Kind = row[1] == "*" ? .expression : row[1] == "=" ? .noun : .verb
        let isReflexive = kind == .verb && words.count > 1 && reflexives.contains(words[0])
        if isReflexive { words.removeFirst() }
        guard let first = words.first else { return }
        let cue = Cue(
            lemma: row[0], kind: kind, isReflexive: isReflexive, rest: Array(words.dropFirst()), stance: stance, complements: complements,
            isWeak: row[4] == "weak", needsQuote: row[4] == "quote", isImpersonal: row[4] == "impersonal",
            hasAddressee: row[4] == "addressee")
        cues.append(cue)
        let index = cues.count - 1
        switch kind {
        case .expression: expressions[first, default: []].append(index)
        case .noun: nouns[first] = index
        case .verb:
            guard conjugation.has(row[1]) else {
                throw PackError(file: file, line: row.line, trouble: "no pattern «\(row[1])»", remedy: "add it to conjugation.tsv")
            }
            for (text, form) in conjugation.forms(of: first, pattern: row[1]) { verbs[text, default: []].append((index, form)) }
        }
    }

    private mutating func addSpeakers(_ pack: LanguagePack) throws(PackError) {
        let table = try pack.table("speakers.tsv", columns: 4)
        for row in table.rows {
            guard let kind = SpeakerNoun.Kind(rawValue: row[1]) else {
                throw PackError(file: table.file, line: row.line, trouble: "«\(row[1])» is no kind", remedy: "see the head of the file")
            }
            let words = row[0].replacing("'", with: "' ").split(separator: " ").map { String($0) }
            let gender: Referent.Gender? = row[2] == "f" ? .feminine : row[2] == "m" ? .masculine : nil
            let flags = Set(row[3].split(separator: ",").map { String($0) })
            guard let first = words.first else { continue }
            speakers[first, default: []].append(SpeakerNoun(words: words, kind: kind, gender: gender, flags: flags))
        }
    }

    /// The readings of a word as a form of cue verbs.
    package func verbReadings(_ word: String) -> [(cue: Int, form: VerbForm)] { verbs[word] ?? [] }

    /// The readings of a word as a form of a helping verb.
    package func helperReadings(_ word: String) -> [(helper: WordClass, form: VerbForm)] { helpers[word] ?? [] }

    package func isHelper(_ word: String, _ wanted: WordClass) -> VerbForm? {
        helpers[word]?.first { $0.helper == wanted && $0.form.tense != .participle }?.form
    }

    /// Whether a cue verb, or a helper with one after it, stands at a word.
    func opensAttribution(_ index: Int, _ words: [Word]) -> Bool {
        guard words.indices.contains(index) else { return false }
        if verbReadings(words[index].lower).contains(where: { $0.form.isFinite }) { return true }
        guard isHelper(words[index].lower, .have)?.isFinite ?? false || isHelper(words[index].lower, .be)?.isFinite ?? false else {
            return false
        }
        return words[(index + 1)..<min(words.count, index + 5)].contains { word in
            verbReadings(word.lower).contains { $0.form.tense == .participle }
        }
    }

    /// Where an attribution ends that stands inside quotation marks from a word on (`, a déclaré la maire à la radio.`): at its comma or
    /// full stop, or at `limit`. Nothing where no cue verb with a subject after it stands there.
    func attributionEnd(_ index: Int, _ words: [Word], limit: Int) -> Int? {
        guard let (verb, hasSubject) = attributingVerb(index, words, limit: limit), verb + 1 < limit else { return nil }
        guard hasSubject || isInverted(verb + 1, words) || opensSubject(words[verb + 1]) else { return nil }
        let reach = min(limit, verb + Self.attributionReach)
        let first = hasSubject ? verb + 1 : verb + 2
        for position in first..<max(first, reach) where words[position].isSign {
            return [",", ".", "…", "..."].contains(words[position].lower) ? position : nil
        }
        return reach == limit ? limit : nil
    }

    /// Words that an attribution inside quotation marks can have (by the training part of marked news).
    private static let attributionReach = 30

    private func opensSubject(_ word: Word) -> Bool {
        guard !word.isSign, word.classes.isDisjoint(with: .possessive) else { return false }
        return word.isCapitalised || !word.classes.isDisjoint(with: [.definite, .indefinite, .title])
    }

    /// Whether a pronoun that follows its verb stands at a word: `-t-il`.
    private func isInverted(_ index: Int, _ words: [Word]) -> Bool {
        speaker(at: index, word: { words.indices.contains($0) ? words[$0].lower : nil })?.isInverted ?? false
    }

    /// The last word of a cue verb in the third person that starts at a word, helper and adverbs passed over, and whether its subject
    /// stands inside it (`a-t-il encore expliqué`).
    private func attributingVerb(_ index: Int, _ words: [Word], limit: Int) -> (last: Int, hasSubject: Bool)? {
        guard index < limit else { return nil }
        if verbReadings(words[index].lower).contains(where: { $0.form.person == 3 || $0.form.person == 6 }) { return (index, false) }
        var helper = index
        if !words[index].classes.isDisjoint(with: .reflexive) { helper += 1 }
        guard helper < limit, let form = isHelper(words[helper].lower, .have) ?? isHelper(words[helper].lower, .be),
            form.person == 3 || form.person == 6
        else { return nil }
        let hasSubject = helper + 1 < limit && isInverted(helper + 1, words)
        var participle = hasSubject ? helper + 2 : helper + 1
        while participle < min(limit, helper + 5), !words[participle].classes.isDisjoint(with: .adverb) { participle += 1 }
        guard participle < limit, verbReadings(words[participle].lower).contains(where: { $0.form.tense == .participle }) else {
            return nil
        }
        return (participle, hasSubject)
    }

    /// Expressions that start with a word.
    package func expressionCues(_ word: String) -> [Int] { expressions[word] ?? [] }

    package func nounCue(_ word: String) -> Int? { nouns[word] }

    /// The longest speaker noun that starts at a word.
    package func speaker(at index: Int, word: (Int) -> String?) -> SpeakerNoun? {
        guard let first = word(index), let candidates = speakers[first] else { return nil }
        let fitting = candidates.filter { noun in noun.words.indices.dropFirst().allSatisfy { word(index + $0) == noun.words[$0] } }
        return fitting.max { $0.words.count < $1.words.count }
    }
}
