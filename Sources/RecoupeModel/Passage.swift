// A place to read: every item of a dossier carries at least one.

/// A run of an article's text. `start` and `end` are Unicode code points into `Article.text`, end exclusive; `text` is that run.
public struct Passage: Sendable, Codable, Hashable, Comparable {
    public var article: String
    public var start: Int
    public var end: Int
    public var text: String

    public init(article: String, start: Int, end: Int, text: String) {
        self.article = article
        self.start = start
        self.end = end
        self.text = text
    }

    public static func < (a: Passage, b: Passage) -> Bool { (a.article, a.start, a.end) < (b.article, b.start, b.end) }

    public func contains(_ other: Passage) -> Bool { article == other.article && start <= other.start && other.end <= end }

    public func meets(_ other: Passage) -> Bool { article == other.article && start < other.end && other.start < end }
}

/// An item whose own passage's four keys stand in the item itself, as the contract has it.
public protocol Passaged {
    var article: String { get }
    var start: Int { get }
    var end: Int { get }
    var text: String { get }
}

extension Passaged {
    /// The item's own passage.
    public var passage: Passage { Passage(article: article, start: start, end: end, text: text) }
}

/// Why a value stands in the dossier: the rule that gave it and the passages that it read.
public struct Because: Sendable, Codable, Hashable {
    /// A rule of a language pack (`fr.times.month-of-year`) or a method of the program (`link.entity.same-words`).
    public var rule: String
    public var passages: [Passage]

    public init(rule: String, passages: [Passage] = []) {
        self.rule = rule
        self.passages = passages
    }
}

/// Something a reader should know before trusting an item: a code (`stage.object.trouble`), one sentence, a remedy where there is one.
public struct Warning: Sendable, Codable, Hashable {
    public var code: String
    public var message: String
    public var remedy: String?

    public init(code: String, message: String, remedy: String? = nil) {
        self.code = code
        self.message = message
        self.remedy = remedy
    }
}
