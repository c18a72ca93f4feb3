// Which pairs of names may name one thing, and by which rule. Pairs are found through indices (known names, words, surnames, acronyms),
// so that no name is compared with all others.
internal import RecoupeText

/// A reason to take two names for one, the strongest rule first.
struct NameLink: Comparable {
    enum Rule: Int, Comparable {
        case known, sameWords, initials, acronym, reading, beyondHead, spelling, contained, nickname, surname, partOfName, otherKind

        static func < (a: Rule, b: Rule) -> Bool { a.rawValue < b.rawValue }

        /// The rule's name in `Because`.
        var name: String {
            switch self {
            case .known: "link.entity.known"
            case .sameWords: "link.entity.same-words"
            case .initials: "link.entity.initials"
            case .acronym: "link.entity.acronym"
            case .reading: "link.entity.same-reading"
            case .beyondHead: "link.entity.same-words-beyond-head"
            case .spelling: "link.entity.spelling"
            case .contained: "link.entity.fuller-name"
            case .nickname: "link.entity.short-given-name"
            case .surname: "link.entity.only-bearer-of-surname"
            case .partOfName: "link.entity.only-longer-name"
            case .otherKind: "link.entity.same-words-other-kind"
            }
        }
    }

    let rule: Rule
    let a: Int
    let b: Int

    static func < (x: NameLink, y: NameLink) -> Bool { (x.rule, x.a, x.b) < (y.rule, y.a, y.b) }
}

/// Finds the links that need only the two names.
struct NameLinkFinder {
    let forms: [NameForm]

    func links() -> [NameLink] { (known() + sameWords() + persons() + acronyms() + beyondHead() + spellings() + smallWords()).sorted() }

    private func groups<Key: Hashable>(_ keysOf: (NameForm) -> [Key]) -> [[Int]] {
        var found: [Key: [Int]] = [:]
        for (index, form) in forms.enumerated() { for key in Set(keysOf(form)) { found[key, default: []].append(index) } }
        return Array(found.values)
    }

    private func pairs(_ groups: [[Int]], _ rule: (Int, Int) -> NameLink.Rule?) -> [NameLink] {
        var found = Set<[Int]>()
        var links: [NameLink] = []
        for group in groups {
            for (place, a) in group.enumerated() {
                for b in group[(place + 1)...] where found.insert([a, b]).inserted {
                    if let rule = rule(a, b) { links.append(NameLink(rule: rule, a: a, b: b)) }
                }
            }
        }
        return links
    }

    private func known() -> [NameLink] { pairs(groups { $0.known.map { [$0] } ?? [] }) { _, _ in .known } }

    /// The same words: at once for two things of a kind, or where the name has several words; a single word may be a person here and a
    /// place there.
    private func sameWords() -> [NameLink] {
        pairs(groups { $0.keys.isEmpty ? [] : [$0.keys.joined(separator: " ")] }) { a, b in
            if forms[a].isPerson, forms[b].isPerson { return forms[a].keys.count > 1 ? .sameWords : nil }
            if forms[a].keys.count > 1 || forms[a].isPerson == forms[b].isPerson { return .sameWords }
            return forms[a].isPlace || forms[b].isPlace ? nil : .otherKind
        }
    }

    private func persons() -> [NameLink] {
        let groups = groups { form -> [String] in
            guard form.isPerson, !form.person.isBare else { return [] }
            return form.person.parts.flatMap { ["=" + $0.skeleton, "~" + $0.text.prefix(3)] }
        }
        return pairs(groups) { a, b in
            switch forms[a].person.fit(forms[b].person) {
            case .same: .sameWords
            case .fuller: .initials
            case .slip: .spelling
            case .contained: .contained
            case .nickname: sharedRole(a, b) ? .nickname : nil
            case nil: nil
            }
        }
    }

    private func sharedRole(_ a: Int, _ b: Int) -> Bool {
        let shared = forms[a].roleWords.intersection(forms[b].roleWords).count
        return shared > 0 && 2 * shared >= min(forms[a].roleWords.count, forms[b].roleWords.count)
    }

    /// A given acronym, or a name in capitals that is made of the other's initials.
    private func acronyms() -> [NameLink] {
        let groups = groups { form -> [String] in
            guard !form.isPerson else { return [] }
            return Array(form.acronyms) + (form.keys.count == 1 ? form.keys : [Self.initials(form.keys)])
        }
        return pairs(groups) { a, b in
            let (one, other) = (forms[a], forms[b])
            if one.keys.count > 1, other.keys.count > 1 {
                return !one.acronyms.isDisjoint(with: other.acronyms) && !Set(one.keys).isDisjoint(with: other.keys) ? .acronym : nil
            }
            let (short, long) = one.keys.count == 1 ? (one, other) : (other, one)
            guard let key = short.keys.first, key.count <= 8 else { return nil }
            if long.acronyms.contains(key) || !long.acronyms.isDisjoint(with: short.acronyms) { return .acronym }
            return key.count >= 3 && long.keys.count >= 3 && Self.initials(long.keys) == key ? .acronym : nil
        }
    }

    static func initials(_ keys: [String]) -> String { String(keys.compactMap(\.first)) }

    /// Two bodies named by the same two or more words after different generic heads, such as forces or an authority of something.
    private func beyondHead() -> [NameLink] {
        let groups = groups { form -> [[String]] in
            form.isPerson || form.isPlace || form.keys.count < 3 ? [] : [form.keys.dropFirst().sorted()]
        }
        return pairs(groups.filter { $0.count == 2 }) { a, b in
            let articles = Set(forms[a].members.map(\.article))
            return articles.isDisjoint(with: forms[b].members.map(\.article)) ? .beyondHead : nil
        }
    }

    /// Names of several words that differ by one slip in one long word.
    private func spellings() -> [NameLink] {
        let groups = groups { form -> [[String]] in
            guard !form.isPerson, form.keys.count > 1 else { return [] }
            return form.keys.indices.map { left in [String(left)] + form.keys.indices.filter { $0 != left }.map { form.keys[$0] } }
        }
        return pairs(groups) { a, b in
            let different = zip(forms[a].keys, forms[b].keys).filter { $0 != $1 }
            guard forms[a].keys.count == forms[b].keys.count, different.count == 1, let (x, y) = different.first else { return nil }
            let agreement = Spelling.agreement(NamePart(x), NamePart(y))
            return agreement == .skeleton || agreement == .slip ? .spelling : nil
        }
    }

    /// Names of several words that differ only by small words inside them, such as a preposition.
    private func smallWords() -> [NameLink] {
        let groups = groups { form -> [[String]] in
            guard !form.isPerson, form.keys.count > 1, let first = form.keys.first, let last = form.keys.last else { return [] }
            return [[first] + form.keys.dropFirst().dropLast().filter { $0.count > 4 } + [last]]
        }
        return pairs(groups) { a, b in forms[a].keys.count == forms[b].keys.count ? nil : .spelling }
    }
}
