// The patterns of a rule set come in; what goes out says for each word of a sentence which of them may begin there. A pattern has up to two
// keys: words and classes of which every match holds one, chosen to be rare, and how far from its beginning they may stand. Only the words so
// near to both are looked at, and there only patterns that may begin with that very word; sentences without any key cost one look a word.

/// A word or class of a rule set, by number.
enum RuleItem: Hashable, Sendable {
    case word(Int32)
    case kind(Int)
}

/// What a match cannot do without, and how many words after its beginning it may stand; `most` is nothing where no bound is sure.
struct RuleNeed {
    var items: Set<RuleItem>
    var least: Int
    var most: Int?
    /// Classes, as bits, that the word must not bring with it.
    var barred: UInt64 = 0

    func moved(_ by: (least: Int, most: Int?)) -> RuleNeed {
        RuleNeed(items: items, least: least + by.least, most: most.flatMap { most in by.most.map { most + $0 } }, barred: barred)
    }

    /// The same where the first word must not bring some classes with it.
    func barring(_ facts: UInt64) -> RuleNeed {
        RuleNeed(items: items, least: least, most: most, barred: least == 0 && most == 0 ? barred | facts : barred)
    }
}

/// Which programs are worth running where. A set of programs is `stride` numbers of 64 bits.
struct RuleIndex: Sendable {
    /// The programs of which something is a key, by how many words before it they may begin.
    struct Window: Sendable {
        /// Index into `rows` of the set for no word before it, and how many such sets follow each other.
        var first: Int32
        var count: Int32
        /// Index into `sets` of those that may begin anywhere still further before it; −1 for none.
        var beyond: Int32
        /// Classes that a word which is the key does not bring with it.
        var barred: UInt64
        /// Whether the key is the second one of its programs.
        var isSecond: Bool
    }

    let stride: Int
    private(set) var sets: [UInt64] = []
    /// For each set, by its place, which of its numbers are not nought.
    private(set) var parts: [Range<Int32>] = []
    private(set) var windows: [Window] = []
    /// Indices into `sets`; −1 for no programs.
    private(set) var rows: [Int32] = []
    /// Where the windows of each word begin in `windows`, and the end: its own, and those of classes
    /// of which it is a form by itself or the rarest word of one.
    private(set) var wordWindows: [Int32] = []
    /// Likewise those of each class that words bring with them.
    private(set) var factWindows: [Int32] = []
    /// For each word whether it is a first key and whether a second one; as bits.
    private(set) var wordKeys: [UInt8] = []
    static let (isFirstKey, isSecondKey): (UInt8, UInt8) = (1, 2)
    /// The set of programs that may begin with each word; −1 for none. Likewise with each class that words bring with them.
    private(set) var wordFirsts: [Int32] = []
    private(set) var factFirsts: [Int32] = []
    /// Programs that may begin with any word, those without a key, and those without a second one.
    private(set) var anywhere: Int32 = 0
    private(set) var keyless: Int32 = 0
    private(set) var single: Int32 = 0
    let hasKeyless: Bool
    /// The classes that words bring with them which are keys; as bits.
    private(set) var keyFacts: UInt64 = 0
    /// Of these, second keys.
    private(set) var secondFacts: UInt64 = 0
    private(set) var firstFacts: UInt64 = 0

    /// What is known of each program: its keys, none where none is sure, and what it may begin with.
    struct Traits {
        var keys: [RuleNeed]
        var firsts: (words: Set<Int32>, kinds: Set<Int>, anything: Bool)
    }

    init(_ traits: [Traits], lexicon: RuleLexicon) {
        stride = traits.count / 64 + 1
        hasKeyless = traits.contains { $0.keys.isEmpty }
        var maker = SetMaker(stride: stride)
        anywhere = maker.set(traits.indices.filter { traits[$0].firsts.anything })
        keyless = maker.set(traits.indices.filter { traits[$0].keys.isEmpty })
        single = maker.set(traits.indices.filter { traits[$0].keys.count < 2 })
        let items = Self.byItem(traits) { $0.keys.flatMap { Array($0.items) } }
        let firsts = Self.byItem(traits) {
            $0.firsts.anything ? [] : $0.firsts.words.map { .word($0) } + $0.firsts.kinds.map { .kind($0) }
        }
        let tails = Self.keysOfForms(lexicon)
        let named = Self.named(items, firsts, lexicon)
        for number in 0..<lexicon.words.count {
            // Most words are none that this set names.
            guard tails[Int32(number)] != nil || Self.isNamed(number, named, lexicon) else {
                wordWindows.append(Int32(windows.count))
                wordKeys.append(0)
                wordFirsts.append(-1)
                continue
            }
            let own = Self.items(of: Int32(number), lexicon)
            let whole = Self.items(of: Int32(number), lexicon, alone: true).map { Placed(item: $0, offset: 0) }
            wordWindows.append(Int32(windows.count))
            windows += Self.windows(whole + (tails[Int32(number)] ?? []), items, traits, &maker, &rows)
            let isSecond = windows[Int(wordWindows[number])...].map { $0.isSecond }
            wordKeys.append((isSecond.contains(false) ? Self.isFirstKey : 0) | (isSecond.contains(true) ? Self.isSecondKey : 0))
            wordFirsts.append(maker.optional(Set(own.flatMap { firsts[$0] ?? [] }).sorted()))
        }
        wordWindows.append(Int32(windows.count))
        for fact in 0..<lexicon.factCount {
            factWindows.append(Int32(windows.count))
            windows += Self.windows([Placed(item: .kind(fact), offset: 0)], items, traits, &maker, &rows)
        }
        factWindows.append(Int32(windows.count))
        for fact in 0..<lexicon.factCount {
            factFirsts.append(maker.optional(firsts[.kind(fact)] ?? []))
            let own = windows[Int(factWindows[fact])..<Int(factWindows[fact + 1])]
            if !own.isEmpty { keyFacts |= 1 << UInt64(fact) }
            if own.contains(where: { $0.isSecond }) { secondFacts |= 1 << UInt64(fact) }
            if firsts[.kind(fact)] != nil { firstFacts |= 1 << UInt64(fact) }
        }
        sets = maker.sets
        parts = maker.parts
    }

    /// Which words and classes are items of any program.
    private static func named(
        _ items: [RuleItem: [Int]], _ firsts: [RuleItem: [Int]], _ lexicon: RuleLexicon
    ) -> (words: [Bool], kinds: [Bool]) {
        var words = [Bool](repeating: false, count: lexicon.words.count)
        var kinds = [Bool](repeating: false, count: lexicon.kinds.count)
        for item in [items, firsts].flatMap(\.keys) {
            switch item {
            case .word(let number): if words.indices.contains(Int(number)) { words[Int(number)] = true }
            case .kind(let number): kinds[number] = true
            }
        }
        return (words, kinds)
    }

    private static func isNamed(_ number: Int, _ named: (words: [Bool], kinds: [Bool]), _ lexicon: RuleLexicon) -> Bool {
        if named.words[number] { return true }
        return (lexicon.starts[number]..<lexicon.starts[number + 1]).contains { named.kinds[Int(lexicon.entries[Int($0)].kind)] }
    }

    private static func byItem(_ traits: [Traits], _ items: (Traits) -> [RuleItem]) -> [RuleItem: [Int]] {
        var out: [RuleItem: [Int]] = [:]
        for (program, trait) in traits.enumerated() { for item in Set(items(trait)) { out[item, default: []].append(program) } }
        return out
    }

    /// A word, and the classes of the forms that begin with it, or of those that are that word alone.
    private static func items(of number: Int32, _ lexicon: RuleLexicon, alone: Bool = false) -> [RuleItem] {
        let own = lexicon.entries[Int(lexicon.starts[Int(number)])..<Int(lexicon.starts[Int(number) + 1])]
            .filter { !alone || $0.count == 1 }
        return [.word(number)] + Set(own.map { Int($0.kind) }).sorted().map { .kind($0) }
    }

    /// An item, and how many words after its first one the word stands that opens its windows.
    private struct Placed: Hashable {
        var item: RuleItem
        var offset: Int
    }

    /// By one word of each form of several words its class: one that is a key anyway as a form by itself, else the longest that is no word
    /// of grammar.
    private static func keysOfForms(_ lexicon: RuleLexicon) -> [Int32: [Placed]] {
        func rank(_ word: Int32, _ kind: Int32) -> (Int, Int) {
            let text = lexicon.words.words[Int(word)]
            let own = lexicon.entries[Int(lexicon.starts[Int(word)])..<Int(lexicon.starts[Int(word) + 1])]
            let isForm = own.contains { $0.kind == kind && $0.count == 1 }
            return (isForm ? 2 : lexicon.value(text, "Function") == nil ? 1 : 0, text.utf8.count)
        }
        var out: [Int32: Set<Placed>] = [:]
        for first in 0..<lexicon.words.count {
            for entry in lexicon.entries[Int(lexicon.starts[first])..<Int(lexicon.starts[first + 1])] where entry.count > 1 {
                let words = [Int32(first)] + lexicon.rests[Int(entry.rest)..<Int(entry.rest + entry.count) - 1]
                guard let key = words.indices.max(by: { rank(words[$0], entry.kind) <= rank(words[$1], entry.kind) }) else { continue }
                out[words[key], default: []].insert(Placed(item: .kind(Int(entry.kind)), offset: key))
            }
        }
        return out.mapValues { Array($0) }
    }

    /// Whose windows stand together.
    private struct Group: Hashable {
        var place: Int
        var barred: UInt64
    }

    /// The windows that some items open. What a key's first word must not be says nothing of its further ones.
    private static func windows(
        _ own: [Placed], _ items: [RuleItem: [Int]], _ traits: [Traits], _ maker: inout SetMaker, _ rows: inout [Int32]
    ) -> [Window] {
        var groups: [Group: [(program: Int, least: Int, most: Int?)]] = [:]
        for placed in own {
            for program in items[placed.item] ?? [] {
                for (place, key) in traits[program].keys.enumerated() where key.items.contains(placed.item) {
                    let group = Group(place: place, barred: placed.offset == 0 ? key.barred : 0)
                    groups[group, default: []].append((program, key.least + placed.offset, key.most.map { $0 + placed.offset }))
                }
            }
        }
        return groups.keys.sorted { ($0.place, $0.barred) < ($1.place, $1.barred) }.map { group in
            let reaches = groups[group] ?? []
            let count = 1 + (reaches.map { $0.most ?? $0.least }.max() ?? 0)
            let first = rows.count
            for row in 0..<count {
                let near = reaches.filter { $0.least <= row && row <= $0.most ?? .max }
                rows.append(maker.optional(Set(near.map { $0.program }).sorted()))
            }
            let beyond = maker.optional(Set(reaches.filter { $0.most == nil }.map { $0.program }).sorted())
            return Window(first: Int32(first), count: Int32(count), beyond: beyond, barred: group.barred, isSecond: group.place == 1)
        }
    }

    /// Makes sets, equal ones once.
    private struct SetMaker {
        let stride: Int
        private(set) var sets: [UInt64] = []
        private(set) var parts: [Range<Int32>] = []
        private var known: [[Int]: Int32] = [:]

        init(stride: Int) { self.stride = stride }

        mutating func set(_ programs: [Int]) -> Int32 {
            if let known = known[programs] { return known }
            let place = sets.count
            sets += Array(repeating: 0, count: stride)
            for program in programs { sets[place + program / 64] |= 1 << UInt64(program % 64) }
            parts.append(Int32((programs.first ?? 0) / 64)..<Int32((programs.last ?? -64) / 64 + 1))
            known[programs] = Int32(place)
            return Int32(place)
        }

        mutating func optional(_ programs: [Int]) -> Int32 { programs.isEmpty ? -1 : set(programs) }
    }
}

/// Words and classes of which a sentence holds one wherever a pattern matches.
package struct RuleKeys: Sendable {
    /// For each word of the lexicon whether it is one.
    package let words: [Bool]
    /// Classes that words bring with them, each with those that the word must not bring too; as bits.
    fileprivate let facts: [(fact: UInt64, barred: UInt64)]
    /// Whether a pattern may match without any.
    package let isAnywhere: Bool

    /// Whether a word that brings some classes with it may be one.
    package func has(_ flags: UInt64) -> Bool { facts.contains { $0.fact & flags != 0 && $0.barred & flags == 0 } }
}

extension RuleIndex {
    var keys: RuleKeys {
        let facts = factWindows.indices.dropLast().flatMap { fact in
            windows[Int(factWindows[fact])..<Int(factWindows[fact + 1])].filter { !$0.isSecond }
                .map { (fact: UInt64(1) << UInt64(fact), barred: $0.barred) }
        }
        return RuleKeys(words: wordKeys.map { $0 & Self.isFirstKey != 0 }, facts: facts, isAnywhere: hasKeyless)
    }
}

extension RulePattern {
    /// The fewest and most words that it takes.
    func width(_ lexicon: RuleLexicon) -> (least: Int, most: Int?) {
        switch self {
        case .words(let words): (words.count, words.count)
        case .kind(let name): (1, lexicon.kinds[name].map { lexicon.widths[$0] })
        case .any: (1, 1)
        case .start, .end, .open, .close, .not: (0, 0)
        case .sequence(let parts): Self.sum(parts.map { $0.width(lexicon) })
        case .choice(let parts): Self.hull(parts.map { $0.width(lexicon) })
        case .optional(let inner): (0, inner.width(lexicon).most)
        case .many(let inner, let atLeastOne): (atLeastOne ? inner.width(lexicon).least : 0, nil)
        case .slot(_, let inner): inner.width(lexicon)
        }
    }

    private static func sum(_ widths: [(least: Int, most: Int?)]) -> (least: Int, most: Int?) {
        widths.reduce((0, 0)) { sum, width in (sum.least + width.least, sum.most.flatMap { most in width.most.map { most + $0 } }) }
    }

    private static func hull(_ widths: [(least: Int, most: Int?)]) -> (least: Int, most: Int?) {
        let most = widths.map { $0.most }
        return (widths.map { $0.least }.min() ?? 0, most.contains { $0 == nil } ? nil : most.compactMap { $0 }.max())
    }

    /// Sets of words and classes, of each of which every match holds one.
    func needs(_ lexicon: RuleLexicon) -> [RuleNeed] {
        switch self {
        case .words(let words):
            words.enumerated().map { RuleNeed(items: [.word(lexicon.words.number(of: $1))], least: $0, most: $0) }
        case .kind(let name): lexicon.kinds[name].map { [RuleNeed(items: [.kind($0)], least: 0, most: 0)] } ?? []
        case .sequence(let parts): Self.sequence(parts, lexicon)
        case .choice(let parts): Self.either(parts.map { $0.needs(lexicon) })
        case .many(let inner, let atLeastOne): atLeastOne ? inner.needs(lexicon) : []
        case .slot(_, let inner): inner.needs(lexicon)
        case .any, .start, .end, .open, .close, .optional, .not: []
        }
    }

    private static func sequence(_ parts: [RulePattern], _ lexicon: RuleLexicon) -> [RuleNeed] {
        var before: (least: Int, most: Int?) = (0, 0)
        var barred: UInt64 = 0
        var out: [RuleNeed] = []
        for part in parts {
            out += part.needs(lexicon).map { $0.barring(barred).moved(before) }
            let width = part.width(lexicon)
            before = sum([before, width])
            barred = width.most == 0 ? barred | part.refused(lexicon) : 0
        }
        return out
    }

    /// The classes that the next word must not bring with it, as bits.
    private func refused(_ lexicon: RuleLexicon) -> UInt64 {
        guard case .not(.kind(let name)) = self, let kind = lexicon.kinds[name], kind < lexicon.factCount else { return 0 }
        return 1 << UInt64(kind)
    }

    /// Of alternatives the smallest set of each.
    private static func either(_ parts: [[RuleNeed]]) -> [RuleNeed] {
        var out: [RuleNeed] = []
        for part in parts {
            guard let smallest = part.min(by: { $0.items.count < $1.items.count }) else { return [] }
            out.append(smallest)
        }
        let reach = hull(out.map { ($0.least, $0.most) })
        return [
            RuleNeed(
                items: out.reduce(into: []) { $0.formUnion($1.items) }, least: reach.least, most: reach.most,
                barred: out.reduce(.max) { $0 & $1.barred })
        ]
    }
}
