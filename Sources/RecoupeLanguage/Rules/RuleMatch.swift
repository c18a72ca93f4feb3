// What goes into a rule set and what comes out of it: words with the classes that they bring along, and matches with the parts of their value.

/// A word as rules see it: its number in the lexicon, and the facts that its reader found (a number's value, a year).
package struct RuleWord: Sendable, Hashable {
    /// Its number in the lexicon's words, `WordTable.unknown` where no table or rule names it.
    package var number: Int32
    /// The first of its facts that have a value, and how many there are.
    package fileprivate(set) var firstFact: Int32
    package fileprivate(set) var factCount: Int32
    /// The classes that it brings with it, one bit each.
    package fileprivate(set) var flags: UInt64
}

/// The words of a text as rules see them. Facts stand apart, so that words are plain numbers.
package struct RuleText: Sendable {
    package private(set) var words: [RuleWord] = []
    package private(set) var facts: [RuleFact] = []

    package init() {}

    package mutating func reserve(_ count: Int) { words.reserveCapacity(count) }

    /// Adds a word without values of its own.
    @inline(__always) package mutating func append(number: Int32, flags: UInt64) {
        words.append(RuleWord(number: number, firstFact: 0, factCount: 0, flags: flags))
    }

    /// Adds a word; gives its classes as bits.
    @discardableResult package mutating func append(number: Int32, flags: UInt64, facts own: [RuleFact]) -> UInt64 {
        let all = own.reduce(flags) { $0 | 1 << UInt64($1.kind) }
        words.append(RuleWord(number: number, firstFact: Int32(facts.count), factCount: Int32(own.count), flags: all))
        facts += own
        return all
    }
}

/// That a word belongs to a class which no table lists, such as `Year`, with its value.
package struct RuleFact: Sendable, Hashable {
    /// Its place among the facts of the lexicon.
    package var kind: UInt8
    package var value: String

    package init(_ kind: UInt8, _ value: String) {
        self.kind = kind
        self.value = value
    }
}

/// What a rule gives: the kind of value, and its parts from slots or as stated.
package struct RuleGift: Sendable, Hashable {
    package enum Part: Sendable, Hashable {
        case constant(String)
        case slot(String)
    }

    package var kind: String
    package var parts: [RulePart: Part]
}

/// A rule, loaded.
package struct Rule: Sendable {
    package let source: RuleSource
    package let gift: RuleGift
}

/// Where a rule matched. Words are counted from the sentence's first.
package struct RuleMatch: Sendable {
    /// Index into `RuleSet.rules`.
    package let rule: Int
    package let name: String
    package let kind: String
    /// The words of the result, and of the whole pattern with its surroundings.
    package let words: Range<Int>
    package let whole: Range<Int>
    package let priority: Int
    /// The parts that the value has, one bit each, and their values in that order.
    private let present: UInt64
    private let values: [String]
    private let slots: [String]
    private let captures: [RuleCapture]

    init(
        rule: Int, source: RuleSource, kind: String, words: Range<Int>, whole: Range<Int>, present: UInt64, values: [String],
        slots: [String], captures: [RuleCapture]
    ) {
        self.rule = rule
        name = source.name
        self.kind = kind
        self.words = words
        self.whole = whole
        priority = source.priority
        self.present = present
        self.values = values
        self.slots = slots
        self.captures = captures
    }

    /// A part of the value: what the slot's class says of its words, or the words themselves.
    package subscript(part: RulePart) -> String? {
        let bit: UInt64 = 1 << UInt64(part.rawValue)
        return present & bit == 0 ? nil : values[(present & (bit - 1)).nonzeroBitCount]
    }

    package func number(_ part: RulePart) -> Int? { self[part].flatMap { Int($0) } }

    /// Where a slot of the pattern stands.
    package func place(_ slot: String) -> Range<Int>? {
        guard let index = slots.firstIndex(of: slot), captures[index].start >= 0, captures[index].end > captures[index].start else {
            return nil
        }
        return Int(captures[index].start)..<Int(captures[index].end)
    }
}
