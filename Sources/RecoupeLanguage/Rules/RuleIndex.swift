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
    /// Programs whose key stands so far after their beginning.
    struct Window: Sendable {
        var least: Int32
        var most: Int32
        /// Classes that a word which is the key does not bring with it.
        var barred: UInt64
        /// Index into `sets`.
        var set: Int32
        /// Whether the key is the second one of its programs.
        var isSecond: Bool
    }

    static let unbounded = Int32.max

    let stride: Int
    private(set) var sets: [UInt64] = []
    private(set) var windows: [Window] = []
    /// Where the windows of each word begin in `windows`, and the end: its own, and those of classes of which it is a form by itself.
    private(set) var wordWindows: [Int32] = []
    /// Likewise those of each class.
    private(set) var kindWindows: [Int32] = []
    /// For each word whether forms of several words that are keys begin with it.
    private(set) var opensForms: [Bool] = []
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
        for number in 0..<lexicon.words.count {
            let own = Self.items(of: Int32(number), lexicon)
            let whole = Self.items(of: Int32(number), lexicon, alone: true)
            wordWindows.append(Int32(windows.count))
            windows += Self.windows(whole, items, traits, &maker)
            opensForms.append(Set(own).subtracting(whole).contains { items[$0] != nil })
            wordFirsts.append(maker.optional(Set(own.flatMap { firsts[$0] ?? [] }).sorted()))
        }
        wordWindows.append(Int32(windows.count))
        for kind in 0..<lexicon.kinds.count {
            kindWindows.append(Int32(windows.count))
            windows += Self.windows([.kind(kind)], items, traits, &maker)
        }
        kindWindows.append(Int32(windows.count))
        for fact in 0..<lexicon.factCount {
            factFirsts.append(maker.optional(firsts[.kind(fact)] ?? []))
            if items[.kind(fact)] != nil { keyFacts |= 1 << UInt64(fact) }
            if firsts[.kind(fact)] != nil { firstFacts |= 1 << UInt64(fact) }
        }
        sets = maker.sets
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

    /// The windows that some items open.
    private static func windows(
        _ own: [RuleItem], _ items: [RuleItem: [Int]], _ traits: [Traits], _ maker: inout SetMaker
    ) -> [Window] {
        var groups: [[UInt64]: Set<Int>] = [:]
        for item in own {
            for program in items[item] ?? [] {
                for (place, key) in traits[program].keys.enumerated() where key.items.contains(item) {
                    let most = UInt64(key.most.map { Int32($0) } ?? unbounded)
                    groups[[UInt64(place), UInt64(key.least), most, key.barred], default: []].insert(program)
                }
            }
        }
        return groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.map {
            Window(
                least: Int32($0[1]), most: Int32($0[2]), barred: $0[3], set: maker.set((groups[$0] ?? []).sorted()), isSecond: $0[0] == 1)
        }
    }

    /// Makes sets, equal ones once.
    private struct SetMaker {
        let stride: Int
        private(set) var sets: [UInt64] = []
        private var known: [[Int]: Int32] = [:]

        init(stride: Int) { self.stride = stride }

        mutating func set(_ programs: [Int]) -> Int32 {
            if let known = known[programs] { return known }
            let place = sets.count
            sets += Array(repeating: 0, count: stride)
            for program in programs { sets[place + program / 64] |= 1 << UInt64(program % 64) }
            known[programs] = Int32(place)
            return Int32(place)
        }

        mutating func optional(_ programs: [Int]) -> Int32 { programs.isEmpty ? -1 : set(programs) }
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
