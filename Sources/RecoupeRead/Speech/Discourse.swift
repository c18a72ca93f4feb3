// What has been named and who has spoken so far, unit by unit; pronouns and descriptions are resolved against it by gender, number,
// role, salience and distance. Where nothing decides, nobody is meant.
internal import RecoupeModel
internal import RecoupeText

/// Somebody who spoke or could.
struct Speaker {
    /// Bytes of the words there.
    var bytes: Range<Int>?
    var words: String?
    var referent: Int?
    var gender: Referent.Gender?
    var isPlural = false
    var isAnonymous = false
    var isInstitution = false
    /// The names themselves where several speak together.
    var name: String?
    var doubts: [String] = []
    var how: String
}

/// The memory of one article.
struct Discourse {
    private struct Mention {
        var speaker: Speaker
        var paragraph: Int
        var unit: Int
        var isSubject: Bool
        var spoke: Bool
    }

    enum Tuning {
        /// How many units back a pronoun reaches for a speaker, and for a mere subject (by the training part of marked news).
        static let speakerReach = 8
        static let subjectReach = 3
    }

    let referents: [Referent]
    private var mentions: [Mention] = []
    private(set) var unit = 0
    private(set) var paragraph = 0
    /// Roles that descriptions have been used with: head word and speaker.
    private var described: [(head: String, keys: Set<String>, speaker: Speaker)] = []

    init(referents: [Referent]) { self.referents = referents }

    mutating func enter(unit: Int, paragraph: Int) {
        self.unit = unit
        self.paragraph = paragraph
    }

    mutating func remember(_ speaker: Speaker, isSubject: Bool, spoke: Bool) {
        mentions.append(Mention(speaker: speaker, paragraph: paragraph, unit: unit, isSubject: isSubject, spoke: spoke))
    }

    mutating func remember(description head: String, keys: Set<String>, _ speaker: Speaker) {
        described.append((head, keys, speaker))
    }

    /// The last who spoke, in this paragraph or one not far back.
    func lastSpeaker(reach: Int = Tuning.speakerReach) -> Speaker? {
        mentions.last { $0.spoke && unit - $0.unit <= reach }?.speaker
    }

    func lastSpeakerInParagraph() -> Speaker? { mentions.last { $0.spoke && $0.paragraph == paragraph }?.speaker }

    /// Whom a pronoun means.
    func resolve(pronoun noun: SpeakerNoun, inverted: Bool) -> Speaker? {
        func fits(_ mention: Mention) -> Bool {
            guard mention.speaker.isPlural == noun.isPlural else { return false }
            guard let gender = noun.gender, let other = mention.speaker.gender else { return true }
            return gender == other
        }
        if inverted, let last = mentions.last(where: { $0.spoke && unit - $0.unit <= Tuning.speakerReach && fits($0) }) {
            return last.speaker
        }
        let candidates = mentions.filter { fits($0) && unit - $0.unit <= ($0.spoke ? Tuning.speakerReach : Tuning.subjectReach) }
        return candidates.max { score($0, noun) < score($1, noun) }?.speaker
    }

    private func score(_ mention: Mention, _ noun: SpeakerNoun) -> Int {
        var score = -4 * (unit - mention.unit)
        if mention.spoke { score += 6 }
        if mention.isSubject { score += 4 }
        if mention.speaker.gender != nil, mention.speaker.gender == noun.gender { score += 3 }
        if mention.speaker.isInstitution { score -= 6 }
        if mention.paragraph != paragraph { score -= 2 }
        return score
    }

    /// Whom a definite description means: one who was described so, or whose role says so.
    func resolve(description head: String, keys: Set<String>, kind: SpeakerNoun.Kind, isGeneric: Bool) -> Speaker? {
        if let known = described.last(where: { $0.head == head && keys.isSubset(of: $0.keys) }) { return known.speaker }
        let byRole = referents.indices.filter { index in
            referents[index].roles.contains { role in
                let words = Set(foldedWords(role.text))
                return words.contains(head) && keys.isSubset(of: words)
            }
        }
        if byRole.count == 1, let only = byRole.first { return speaker(only) }
        if byRole.count > 1, let recent = mentions.last(where: { $0.speaker.referent.map { byRole.contains($0) } ?? false }) {
            return recent.speaker
        }
        let byName = referents.indices.filter {
            referents[$0].kind == .organisation && Set(foldedWords(referents[$0].name)).isSuperset(of: keys.union([head]))
        }
        if kind == .institution || kind == .medium, byName.count == 1, let only = byName.first { return speaker(only) }
        guard isGeneric, keys.isEmpty else { return nil }
        return mentions.last { $0.speaker.isInstitution && $0.spoke && unit - $0.unit <= Tuning.speakerReach }?.speaker
    }

    private func speaker(_ referent: Int) -> Speaker {
        Speaker(
            referent: referent, gender: referents[referent].gender, isInstitution: referents[referent].kind != .person, how: "description")
    }
}
