// Who is who inside one article: mentions in, groups out. Mentions join where the words prove it: the same known thing, the same keys, a
// surname that only one person here has, an acronym in brackets or by initials. What fits two stays alone: two people are never one.
internal import RecoupeModel
internal import RecoupeText

/// A name with what is known of it, before grouping.
struct NameMention: Sendable {
    var passage: Passage
    var kind: EntityKind
    var rule: String
    var keys: [String]
    var known: KnownName?
    var gender: Referent.Gender?
    var roles: [Role]
    /// Stands in brackets right after another name.
    var explains: Bool
}

/// Groups the mentions of one article.
struct ReferentGrouper: Sendable {
    let keys: NameKeys

    /// For each mention its group, and each group's mentions; groups in order of first mention.
    func group(_ mentions: [NameMention]) -> (of: [Int], members: [[Int]]) {
        var sets = Array(mentions.indices)
        joinSame(mentions, &sets)
        joinBrackets(mentions, &sets)
        joinInitials(mentions, &sets)
        joinPersons(mentions, &sets)
        joinShortForms(mentions, &sets)
        return Self.numbered(sets)
    }

    private static func root(_ sets: [Int], _ index: Int) -> Int {
        var index = index
        while sets[index] != index { index = sets[index] }
        return index
    }

    private func join(_ a: Int, _ b: Int, _ sets: inout [Int]) {
        let (a, b) = (Self.root(sets, a), Self.root(sets, b))
        sets[max(a, b)] = min(a, b)
    }

    private static func numbered(_ sets: [Int]) -> ([Int], [[Int]]) {
        var (numbers, of, members) = ([Int: Int](), [Int](), [[Int]]())
        for index in sets.indices {
            let root = root(sets, index)
            let number = numbers[root] ?? members.count
            if number == members.count {
                numbers[root] = number
                members.append([])
            }
            members[number].append(index)
            of.append(number)
        }
        return (of, members)
    }

    // MARK: Rules

    /// The same known thing, or the same words for the same kind; a person's bare surname waits until it is known whose it may be.
    private func joinSame(_ mentions: [NameMention], _ sets: inout [Int]) {
        var first: [String: Int] = [:]
        for (index, mention) in mentions.enumerated() where mention.kind != .person || mention.keys.count > 1 {
            var names = ["\(mention.kind.rawValue) \(mention.keys.joined(separator: " "))"]
            if mention.kind != .person, let known = mention.known, known.kind == mention.kind { names.append("known \(known.known)") }
            for name in names {
                if let other = first[name] { join(other, index, &sets) } else { first[name] = index }
            }
        }
    }

    /// `Organisation mondiale de la santé (OMS)`: initials, or a word that nothing else is known by and that stands here first.
    private func joinBrackets(_ mentions: [NameMention], _ sets: inout [Int]) {
        for index in mentions.indices.dropFirst() where mentions[index].explains {
            let (long, short) = (mentions[index - 1], mentions[index])
            guard long.passage.end + 2 >= short.passage.start, long.kind == short.kind, long.kind != .person, long.kind != .place else {
                continue
            }
            let isNew =
                short.known == nil && long.keys.count > 1 && short.keys.count == 1
                && !mentions[..<index].contains { $0.keys == short.keys }
            if isNew || Self.isAcronym(short.passage.text, of: long.passage.text)
                || Self.isAcronym(long.passage.text, of: short.passage.text)
            {
                join(index - 1, index, &sets)
            }
        }
    }

    private func joinInitials(_ mentions: [NameMention], _ sets: inout [Int]) {
        for (index, mention) in mentions.enumerated() where mention.kind == .organisation && mention.keys.count == 1 {
            guard NameWords.shape(of: mention.passage.text) == .capitals else { continue }
            let letters = mention.keys[0]
            let long = mentions.indices.filter { mentions[$0].kind == .organisation && Self.initials(mentions[$0].passage.text) == letters }
            if letters.utf8.count > 2, let first = long.first { join(first, index, &sets) }
        }
    }

    /// The folded first letters of the words with a capital.
    static func initials(_ name: String) -> String {
        var out = ""
        for word in name.split(whereSeparator: { " -'\u{2019}".contains($0) }) where word.first?.isUppercase ?? false {
            out += folded(word.prefix(1))
        }
        return out.utf8.count > 1 ? out : ""
    }

    /// Whether the letters of `short` stand in this order among the first letters of `long`'s words, beginning with the first.
    static func isAcronym(_ short: String, of long: String) -> Bool {
        let letters = Array(folded(short).filter { $0.isLetter })
        let initials = foldedWords(long).compactMap { $0.first }
        guard letters.count > 1, !short.contains(" "), initials.count >= letters.count, letters.first == initials.first else {
            return false
        }
        var position = 0
        for letter in initials where position < letters.count && letter == letters[position] { position += 1 }
        return position == letters.count
    }

    // MARK: Persons

    private func joinPersons(_ mentions: [NameMention], _ sets: inout [Int]) {
        let persons = mentions.indices.filter { mentions[$0].kind == .person }
        let full = FullNames(persons.filter { mentions[$0].keys.count > 1 }, mentions)
        for (a, b) in full.neighbours where Self.samePerson(mentions[a].keys, mentions[b].keys) { join(a, b, &sets) }
        for index in full.each { joinTail(index, full, mentions, &sets) }
        var alone: [Int] = []
        for index in persons where mentions[index].keys.count == 1 && !joinBare(index, full, mentions, &sets) {
            let fellow = alone.first { mentions[$0].keys == mentions[index].keys && mentions[$0].gender == mentions[index].gender }
            if let fellow { join(fellow, index, &sets) } else { alone.append(index) }
        }
    }

    /// Several words that end the name of exactly one person here: a surname of several words.
    private func joinTail(_ index: Int, _ full: FullNames, _ mentions: [NameMention], _ sets: inout [Int]) {
        let keys = mentions[index].keys
        let longer = full.ending(in: keys[keys.count - 1]).filter {
            mentions[$0].keys.count > keys.count && Array(mentions[$0].keys.suffix(keys.count)) == keys
        }
        let groups = Set(longer.map { Self.root(sets, $0) })
        if groups.count == 1, let first = longer.first { join(first, index, &sets) }
    }

    /// A bare surname goes to the one person here who has it; gender decides between two, else it stays alone (false), or with its like of
    /// the same title. A bare first name likewise.
    private func joinBare(_ index: Int, _ full: FullNames, _ mentions: [NameMention], _ sets: inout [Int]) -> Bool {
        let key = mentions[index].keys[0]
        var fits = full.endingNearly(in: key)
        if fits.isEmpty { fits = full.opening(with: key) }
        if let gender = mentions[index].gender { fits = fits.filter { mentions[$0].gender.map { $0 == gender } ?? true } }
        let groups = Set(fits.map { Self.root(sets, $0) })
        guard groups.count == 1, let first = fits.first else { return false }
        join(first, index, &sets)
        return true
    }

    /// The same surname and no first name against it: equal, an initial, left out, or spelt a letter apart.
    static func samePerson(_ a: [String], _ b: [String]) -> Bool {
        let (short, long) = a.count <= b.count ? (a, b) : (b, a)
        guard let x = short.last, let y = long.last, x == y || nearlySame(x, y) || (short.count == long.count && isMisprint(x, y)) else {
            return false
        }
        if short.count == long.count {
            let different = zip(short, long).filter { $0 != $1 }
            return different.count <= 1 && different.allSatisfy { nearlySame($0, $1) || ($0 == x && isMisprint($0, $1)) }
        }
        guard short[0] == long[0] else { return false }
        return isSubsequence(short, of: long)
    }

    private static func isSubsequence(_ short: [String], of long: [String]) -> Bool {
        var position = 0
        for word in long where position < short.count && word == short[position] { position += 1 }
        return position == short.count
    }

    /// One letter apart in a word of five or more, the first letter the same.
    static func nearlySame(_ a: String, _ b: String) -> Bool {
        a == b || (min(a.utf8.count, b.utf8.count) >= 5 && a.first == b.first && editDistance(a, b) <= 1)
    }

    /// A letter added to a word of four: enough only where the first name is the same.
    private static func isMisprint(_ a: String, _ b: String) -> Bool {
        min(a.utf8.count, b.utf8.count) == 4 && (a.hasPrefix(b) || b.hasPrefix(a)) && editDistance(a, b) == 1
    }

    // MARK: Short forms

    /// `Mitsui` for `Mitsui OSK Lines`, `Wakashio` for `MV Wakashio`: words that begin or end one longer name of the same kind here.
    private func joinShortForms(_ mentions: [NameMention], _ sets: inout [Int]) {
        for (index, mention) in mentions.enumerated() where mention.kind != .person && mention.kind != .place {
            let longer = mentions.indices.filter {
                mentions[$0].kind == mention.kind && mentions[$0].keys.count > mention.keys.count && Self.shortens(mention, mentions[$0])
            }
            let groups = Set(longer.map { Self.root(sets, $0) })
            if groups.count == 1, let first = longer.first { join(first, index, &sets) }
        }
    }

    private static func shortens(_ short: NameMention, _ long: NameMention) -> Bool {
        if let a = short.known, let b = long.known, a.known != b.known { return false }
        return long.keys.starts(with: short.keys) || (short.kind == .other && Array(long.keys.suffix(short.keys.count)) == short.keys)
    }
}
