// From referents of single articles to entities of the story. Pairs of names are joined in the order of the rule's strength unless some
// names of the two groups can not name one thing; then names that are part of exactly one longer name join it. The order of articles
// plays no part, since names, pairs and groups are sorted by what they are.
internal import RecoupeModel

/// Who is who across reports.
struct EntityMerger {
    let forms: [NameForm]
    private var sets: DisjointSets
    private(set) var used: [NameLink] = []

    init(_ story: Story) {
        forms = NameForms(story).forms
        sets = DisjointSets(count: forms.count)
        joinPairs()
        joinBareSurnames()
        joinPartsOfNames()
    }

    /// The forms of each entity.
    var clusters: [[Int]] { sets.sets() }

    private mutating func joinPairs() {
        let forms = forms
        for link in NameLinkFinder(forms: forms).links() where sets.root(link.a) != sets.root(link.b) {
            if sets.join(link.a, link.b, unless: { Self.cannotBeOne(forms[$0], forms[$1], by: link.rule) }) { used.append(link) }
        }
    }

    /// Two names that stand for two things whatever else speaks for one.
    private static func cannotBeOne(_ a: NameForm, _ b: NameForm, by rule: NameLink.Rule) -> Bool {
        if let known = a.known, let other = b.known, known != other { return true }
        guard a.isPerson == b.isPerson else { return a.keys.count > 1 && b.keys.count > 1 && a.keys != b.keys }
        guard a.isPerson else { return false }
        if a.genders.count == 1, b.genders.count == 1, a.genders != b.genders { return true }
        guard !a.person.isBare, !b.person.isBare, let fit = a.person.fit(b.person) else {
            return !a.person.isBare && !b.person.isBare
        }
        return fit == .nickname && rule != .nickname
    }

    /// A bare surname joins the only person of the dossier who has it.
    private mutating func joinBareSurnames() {
        var bearers: [String: Set<Int>] = [:]
        for (index, form) in forms.enumerated() where form.isPerson && !form.person.isBare {
            if let last = form.person.parts.last { bearers[last.skeleton, default: []].insert(sets.root(index)) }
        }
        for (index, form) in forms.enumerated() where form.isPerson && form.person.isBare {
            guard let part = form.person.parts.first, let found = bearers[part.skeleton], found.count == 1, let only = found.first
            else { continue }
            join(index, only, .surname)
        }
    }

    /// A name without a person joins the only longer name of which it is the first word or words, or, for things, the last.
    private mutating func joinPartsOfNames() {
        var longer: [String: Set<Int>] = [:]
        for (index, form) in forms.enumerated() where !form.isPerson && form.keys.count > 1 {
            for word in Set(form.keys) { longer[word, default: []].insert(index) }
        }
        for (index, form) in forms.enumerated() where form.known == nil && !form.keys.isEmpty {
            guard !form.isPerson || form.person.isBare && sets.set(of: index).count == 1 else { continue }
            guard form.keys.count > 1 || form.keys[0].count > 3, !form.isPlace else { continue }
            let holding = form.keys.map { longer[$0] ?? [] }.reduce(longer[form.keys[0]] ?? []) { $0.intersection($1) }
            let others = holding.filter { forms[$0].keys.count > form.keys.count }
            let roots = Set(others.map { sets.root($0) })
            guard roots.count == 1, let target = others.min(), sets.root(index) != sets.root(target), fits(form, forms[target])
            else { continue }
            join(index, target, .partOfName)
        }
    }

    private func fits(_ part: NameForm, _ whole: NameForm) -> Bool {
        guard whole.known == nil, !whole.isPlace else { return false }
        if Array(whole.keys.prefix(part.keys.count)) == part.keys { return true }
        let isThing = (whole.kinds[.other] ?? 0) > 0 || (whole.kinds[.event] ?? 0) > 0
        return isThing && Array(whole.keys.suffix(part.keys.count)) == part.keys
    }

    private mutating func join(_ a: Int, _ b: Int, _ rule: NameLink.Rule) {
        let forms = forms
        if sets.join(a, b, unless: { Self.cannotBeOne(forms[$0], forms[$1], by: rule) }) {
            used.append(NameLink(rule: rule, a: min(a, b), b: max(a, b)))
        }
    }
}
