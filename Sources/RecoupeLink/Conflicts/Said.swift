// A statement with what it is compared by when one is set against another.
internal import RecoupeModel
internal import RecoupeText

/// A statement, ready to be set against others.
struct Said {
    let statement: Statement
    let article: Int
    let sentence: Int
    let speaker: String?
    /// Who says it, as the report has it; where it names nobody, the report.
    let name: String
    /// The content's keys without names, dates and endings (`alerte` and `alerter` are one).
    let stems: Set<String>
    /// The first two of them by the place of their words: what is said of what.
    let core: [String]
    /// Whether it is a promise, which does not deny what others say.
    let isPromise: Bool

    var denies: Bool { (statement.stance == .deny || statement.negated) && !isPromise }

    init(_ statement: Statement, of article: Int, in story: Story, speaker: String?) {
        let (reading, report) = (story.readings[article], story.articles[article])
        self.statement = statement
        self.article = article
        self.speaker = speaker
        sentence = story.sentence(article, at: statement.start) ?? 0
        name = statement.speakerName ?? statement.speakerText ?? report.outlet ?? report.title ?? ""
        isPromise = statement.stance == .promise || reading.promises.contains { $0.passage.meets(statement.content) }
        let named = Set(reading.names.filter { statement.content.contains($0.passage) }.flatMap { foldedWords($0.text) })
        let keys = TellingWords.of(statement.contentKeys, in: statement.content, reading).filter { key in
            !foldedWords(key).contains { named.contains($0) }
        }
        stems = Set(keys.map { Self.stem($0) })
        core = Self.core(of: statement.content.text, keys)
    }

    /// A key without an ending of a letter or two.
    static func stem(_ key: String) -> String { key.count > 6 ? String(key.prefix(max(5, key.count - 2))) : String(key.prefix(5)) }

    private static func core(of text: String, _ keys: [String]) -> [String] {
        var found: [String] = []
        for word in foldedWords(text) where found.count < 2 && word.count > 3 {
            let key = keys.filter { $0.prefix(4) == word.prefix(4) }.min().map { stem($0) }
            if let key, !found.contains(key) { found.append(key) }
        }
        return found
    }

    func differs(from other: Said) -> Bool {
        if let speaker, let otherSpeaker = other.speaker { return speaker != otherSpeaker }
        return folded(name) != folded(other.name)
    }
}
