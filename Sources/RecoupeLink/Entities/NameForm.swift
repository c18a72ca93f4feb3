// Referents of all articles that have the same words for a name, as one thing to be merged with others. Nothing of the order or the
// path of articles goes into it.
internal import RecoupeModel
internal import RecoupeText

/// A referent of an article.
struct ReferentAddress: Hashable, Comparable, Sendable {
    let article: Int
    let referent: Int

    static func < (a: ReferentAddress, b: ReferentAddress) -> Bool { (a.article, a.referent) < (b.article, b.referent) }
}

/// One name with its words, and the referents that carry it.
struct NameForm: Sendable {
    /// What makes two referents carry one name.
    struct Signature: Hashable, Comparable {
        let isPerson: Bool
        let known: String
        let keys: [String]
        /// The article, for a bare surname that several persons could carry; else −1.
        let apart: Int

        static func < (a: Signature, b: Signature) -> Bool {
            (a.isPerson ? 0 : 1, a.known, a.keys.joined(separator: " "), a.apart)
                < (b.isPerson ? 0 : 1, b.known, b.keys.joined(separator: " "), b.apart)
        }
    }

    let signature: Signature
    let members: [ReferentAddress]
    let kinds: [EntityKind: Int]
    let acronyms: Set<String>
    let genders: Set<Referent.Gender>
    let roleWords: Set<String>
    let person: PersonName

    var isPerson: Bool { signature.isPerson }
    var keys: [String] { signature.keys }
    var known: String? { signature.known.isEmpty ? nil : signature.known }
    var isPlace: Bool { (kinds[.place] ?? 0) > 0 && kinds.count == 1 }

    init(_ signature: Signature, _ members: [(ReferentAddress, Referent)]) {
        self.signature = signature
        self.members = members.map(\.0)
        kinds = Dictionary(members.map { ($0.1.kind, 1) }, uniquingKeysWith: +)
        acronyms = Set(members.flatMap { $0.1.acronyms.map { folded($0) } })
        genders = Set(members.compactMap(\.1.gender))
        roleWords = Set(members.flatMap { $0.1.roles.flatMap { foldedWords($0.text).filter { $0.count > 3 } } })
        person = PersonName(parts: signature.isPerson ? signature.keys.map { NamePart($0) } : [])
    }
}

/// Groups referents into forms.
struct NameForms {
    private(set) var forms: [NameForm] = []

    /// The names' own words: hyphens and apostrophes part them, the Arabic article is left off, and words that are known to name a
    /// thing of their own (`daech` in the name of a coalition) stand as that thing.
    init(_ story: Story) {
        let aliases = Self.aliases(story)
        var grouped: [NameForm.Signature: [(ReferentAddress, Referent)]] = [:]
        for (number, reading) in story.readings.enumerated() {
            for (index, referent) in reading.referents.enumerated() {
                let keys = Self.words(referent, aliases)
                guard !keys.isEmpty || referent.known != nil else { continue }
                let signature = NameForm.Signature(
                    isPerson: referent.kind == .person, known: referent.known ?? "", keys: keys, apart: -1)
                grouped[signature, default: []].append((ReferentAddress(article: number, referent: index), referent))
            }
        }
        let ambiguous = Self.ambiguousBareNames(Array(grouped.keys))
        for signature in grouped.keys.sorted() {
            guard let members = grouped[signature] else { continue }
            guard signature.isPerson, signature.keys.count == 1, ambiguous.contains(Spelling.skeleton(signature.keys[0])) else {
                forms.append(NameForm(signature, members))
                continue
            }
            for (article, own) in Dictionary(grouping: members, by: { $0.0.article }).sorted(by: { $0.key < $1.key }) {
                let apart = NameForm.Signature(isPerson: true, known: signature.known, keys: signature.keys, apart: article)
                forms.append(NameForm(apart, own))
            }
        }
    }

    private static func words(_ referent: Referent, _ aliases: [[String]: String]) -> [String] {
        let plain = plainWords(referent.keys.isEmpty ? foldedWords(referent.name) : referent.keys)
        guard referent.kind != .person, plain.count > 1 else { return plain }
        return replaced(plain, aliases)
    }

    private static func plainWords(_ keys: [String]) -> [String] {
        let words = keys.flatMap { foldedWords($0) }
        let bare = words.filter { $0 != "al" && $0 != "el" }
        return bare.isEmpty ? words : bare
    }

    /// The names of known organisations and their acronyms, by their words.
    private static func aliases(_ story: Story) -> [[String]: String] {
        var found: [[String]: String] = [:]
        for referent in story.readings.flatMap(\.referents) where referent.kind == .organisation {
            guard let known = referent.known else { continue }
            for words in [plainWords(referent.keys)] + referent.acronyms.map({ [folded($0)] }) where !words.isEmpty {
                found[words] = min(found[words] ?? known, known)
            }
        }
        return found
    }

    /// The words with known names inside them replaced, the longest first.
    private static func replaced(_ words: [String], _ aliases: [[String]: String]) -> [String] {
        guard !aliases.isEmpty else { return words }
        var out: [String] = []
        var index = 0
        while index < words.count {
            let longest = stride(from: min(4, words.count - index), through: 1, by: -1).first { length in
                length < words.count && aliases[Array(words[index..<(index + length)])] != nil
            }
            if let longest, let known = aliases[Array(words[index..<(index + longest)])] {
                out.append(known)
                index += longest
            } else {
                out.append(words[index])
                index += 1
            }
        }
        return out
    }

    /// Skeletons of surnames that two persons with different full names carry.
    private static func ambiguousBareNames(_ signatures: [NameForm.Signature]) -> Set<String> {
        var bearers: [String: [PersonName]] = [:]
        for signature in signatures where signature.isPerson && signature.keys.count > 1 {
            let name = PersonName(parts: signature.keys.map { NamePart($0) })
            if let last = name.parts.last { bearers[last.skeleton, default: []].append(name) }
        }
        return Set(
            bearers.filter { _, names in
                names.indices.contains { a in names.indices.contains { b in a < b && names[a].fit(names[b]) == nil } }
            }.keys)
    }
}
