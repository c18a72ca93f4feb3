// A number of things, of money, of a measure or a share, as the report gives it.

/// A figure. The passage runs from the hedge to the end of the thing counted. Either `value`, or `low` and `high`, or all three
/// (the value as written and the interval that its hedge allows).
public struct Figure: Sendable, Codable, Hashable, Passaged, Identifiable {
    public enum Hedge: String, Sendable, Codable, Hashable { case about, over, under, between }

    public enum Quantity: String, Sendable, Codable, Hashable { case count, money, measure, share, ratio, duration, age }

    public var id: String
    public var article: String
    public var start: Int
    public var end: Int
    public var text: String
    public var quantity: Quantity
    public var value: Double?
    public var low: Double?
    public var high: Double?
    public var hedge: Hedge?
    /// UCUM or ISO 4217 code.
    public var unit: String?
    /// The words for the thing counted.
    public var counted: String?
    public var place: String?
    public var when: When?
    /// The statement inside which the figure stands.
    public var saidBy: String?
    /// What is compared: keys of the words for the thing counted, its head first (`soldier`, `americain`).
    public var countedKeys: [String]
    /// What became of the thing counted, by the clause: concepts such as `dead`, `injured`, `arrested`, `evacuated`.
    public var stateKeys: [String]
    /// A known place's or a name's key that narrows it (`country:IQ`).
    public var placeKey: String?
    /// The whole that this figure is stated to be a part of (`81 membres, dont 76 pays`).
    public var partOf: String?
    /// The earlier value of a stated change (`de 9 000 à 7 500`): that figure's id.
    public var changedFrom: String?
    public var sentence: Int
    public var rule: String
    public var warnings: [Warning]

    public init(
        _ passage: Passage, id: String, quantity: Quantity = .count, value: Double? = nil, low: Double? = nil, high: Double? = nil,
        hedge: Hedge? = nil, unit: String? = nil, counted: String? = nil, place: String? = nil, when: When? = nil, saidBy: String? = nil,
        countedKeys: [String] = [], stateKeys: [String] = [], placeKey: String? = nil, partOf: String? = nil, changedFrom: String? = nil,
        sentence: Int = 0, rule: String, warnings: [Warning] = []
    ) {
        (article, start, end, text) = (passage.article, passage.start, passage.end, passage.text)
        self.id = id
        self.quantity = quantity
        self.value = value
        self.low = low
        self.high = high
        self.hedge = hedge
        self.unit = unit
        self.counted = counted
        self.place = place
        self.when = when
        self.saidBy = saidBy
        self.countedKeys = countedKeys
        self.stateKeys = stateKeys
        self.placeKey = placeKey
        self.partOf = partOf
        self.changedFrom = changedFrom
        self.sentence = sentence
        self.rule = rule
        self.warnings = warnings
    }
}
