// Grouped mentions in, referents out: the fullest name, its spellings, functions, gender, keys, acronyms, and what the gazetteer knows.
internal import RecoupeModel
internal import RecoupeText

/// Makes referents of groups.
struct ReferentMaker: Sendable {
    let lexicon: NameLexicon

    func referents(_ groups: [[NameMention]]) -> [Referent] { groups.map { referent($0) } }

    private func referent(_ mentions: [NameMention]) -> Referent {
        let kind = kind(mentions)
        let names = variants(mentions)
        let known = mentions.lazy.compactMap { $0.known }.first { $0.kind == kind }
        let name = names.first ?? ""
        return Referent(
            kind: kind, name: name, variants: names, roles: roles(mentions), gender: gender(mentions), keys: lexicon.keys.keys(name),
            acronyms: kind == .organisation ? acronyms(names, known) : [], known: kind == .person ? nil : known?.known,
            coordinates: kind == .place ? known?.coordinates : nil
        )
    }

    /// The kind most mentions have; the earlier one of two.
    private func kind(_ mentions: [NameMention]) -> EntityKind {
        var best = mentions.first?.kind ?? .other
        let counts = Dictionary(mentions.map { ($0.kind, 1) }, uniquingKeysWith: +)
        for mention in mentions where (counts[mention.kind] ?? 0) > (counts[best] ?? 0) { best = mention.kind }
        return best
    }

    /// All spellings, the fullest first: the most words, then the most letters, then the earliest.
    private func variants(_ mentions: [NameMention]) -> [String] {
        var met: Set<String> = []
        let seen = mentions.map { $0.passage.text }.filter { met.insert($0).inserted }
        func size(_ name: String) -> (Int, Int) { (lexicon.keys.keys(name).count, name.unicodeScalars.count) }
        return seen.enumerated().sorted { a, b in
            let (x, y) = (size(a.element), size(b.element))
            return x == y ? a.offset < b.offset : x > y
        }.map { $0.element }
    }

    private func roles(_ mentions: [NameMention]) -> [Role] {
        var seen: Set<String> = []
        return mentions.flatMap { $0.roles }.filter { seen.insert(folded($0.text)).inserted }
    }

    /// The gender that the mentions agree on.
    private func gender(_ mentions: [NameMention]) -> Referent.Gender? {
        let found = mentions.compactMap { $0.gender }
        guard let first = found.first, found.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    private func acronyms(_ names: [String], _ known: KnownName?) -> [String] {
        let written = names.filter { NameWords.shape(of: $0) == .capitals && !$0.contains(" ") }.map { folded($0) }
        return Array(Set(written + (known?.acronyms ?? []))).sorted()
    }
}
