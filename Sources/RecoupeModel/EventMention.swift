// What one article says happened, or will, or is denied; and what somebody who can bring it about says will be done.

/// How sure the words are that the event took place.
public enum EventStatus: String, Sendable, Codable, Hashable { case happened, planned, denied, reported }

/// One clause of one article that tells of an event. The passage is the clause, or the sentence where it cannot be parted.
public struct EventMention: Sendable, Codable, Hashable, Passaged, Identifiable {
    public var id: String
    public var article: String
    public var start: Int
    public var end: Int
    public var text: String
    /// The word that names the event (`frappe`, `a voté`).
    public var trigger: Passage
    /// The kind of event, shared by all packs (`attack`, `vote`, `death`, `meeting`, `agreement`, `end` …); nothing for the unknown.
    public var type: String?
    /// One line.
    public var label: String
    public var when: When?
    public var place: String?
    public var placeKey: String?
    /// Indices into `Reading.referents`.
    public var participants: [Int]
    public var status: EventStatus
    /// The statement that tells of it, where the article does not tell it in its own voice.
    public var saidBy: String?
    /// Keys of the clause's content words: what Link compares.
    public var keys: [String]
    public var sentence: Int
    public var rule: String

    public init(
        _ passage: Passage, id: String, trigger: Passage, type: String?, label: String, when: When? = nil, place: String? = nil,
        placeKey: String? = nil, participants: [Int] = [], status: EventStatus = .happened, saidBy: String? = nil, keys: [String] = [],
        sentence: Int = 0, rule: String
    ) {
        (article, start, end, text) = (passage.article, passage.start, passage.end, passage.text)
        self.id = id
        self.trigger = trigger
        self.type = type
        self.label = label
        self.when = when
        self.place = place
        self.placeKey = placeKey
        self.participants = participants
        self.status = status
        self.saidBy = saidBy
        self.keys = keys
        self.sentence = sentence
        self.rule = rule
    }
}

/// Somebody who can bring it about says that something will be done.
public struct Promise: Sendable, Codable, Hashable, Passaged, Identifiable {
    public var id: String
    public var article: String
    public var start: Int
    public var end: Int
    public var text: String
    /// Indices into `Reading.referents`.
    public var by: [Int]
    public var what: String
    public var madeOn: String?
    public var deadline: String?
    public var deadlinePassage: Passage?
    /// Keys of the words for what is promised.
    public var keys: [String]
    public var type: String?
    public var statement: String?
    public var rule: String

    public init(
        _ passage: Passage, id: String, by: [Int] = [], what: String, madeOn: String? = nil, deadline: String? = nil,
        deadlinePassage: Passage? = nil, keys: [String] = [], type: String? = nil, statement: String? = nil, rule: String
    ) {
        (article, start, end, text) = (passage.article, passage.start, passage.end, passage.text)
        self.id = id
        self.by = by
        self.what = what
        self.madeOn = madeOn
        self.deadline = deadline
        self.deadlinePassage = deadlinePassage
        self.keys = keys
        self.type = type
        self.statement = statement
        self.rule = rule
    }
}
