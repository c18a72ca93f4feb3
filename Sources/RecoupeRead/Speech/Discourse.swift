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
    /// A newspaper, agency or the like, which a pronoun hardly ever means.
    var isMedium = false
    /// The names themselves where several speak together.
    var name: String?
    /// The definite noun by which somebody is meant whose name is not known yet.
    var description: SpeakerNoun?
    /// The pronoun or the head of the definite description that stands there, and the other words of the description.
    var head: SpeakerNoun?
    var keys: Set<String> = []
    var doubts: [String] = []
}

/// The memory of one article.
struct Discourse {
    private struct Mention {
        var speaker: Speaker
        var paragraph: Int
        var unit: Int
        var isSubject: Bool
        var spoke: Bool
        /// Where it stands, in bytes; nothing for one that stands nowhere.
        var place: Int
    }

    enum Tuning {
        /// How many units back a pronoun reaches for a speaker, and for a mere subject (by the training part of marked news).
        static let speakerReach = 8
        static let subjectReach = 3
        /// How many times as often as the next a person must be named to be whom the report is about.
        static let protagonistLead = 2
        /// Weights of what speaks for and against a candidate of a pronoun.
        static let distance = 3
        static let spoke = 6
        static let spokeInverted = 8
        static let subject = 4
        static let governed = 3
        /// Of the sentence before a quotation in the same paragraph.
        static let leadIn = 6
        static let exactGender = 3
        static let institution = 4
        static let otherParagraph = 2
        /// By how much the best candidate must lead another named one.
        static let margin = 1
        static let protagonist = 2
        /// How many units back a description that fits nobody by role reaches for who spoke.
        static let descriptionReach = 4
        /// How many units back the only person who agrees may have been named.
        static let onlyReach = 12
        /// How many units back a description reaches for the last person named, whom it can mean.
        static let compatibleReach = 5
    }

    let referents: [Referent]
    private var mentions: [Mention] = []
    private(set) var unit = 0
    private(set) var paragraph = 0
    /// Roles that descriptions have been used with: head word and speaker.
    private var described: [(head: String, keys: Set<String>, speaker: Speaker)] = []

    /// The person named far more often than any other, if there is one.
    private let protagonist: Int?

    /// Whether a folded word is a noun for an institution.
    private let isOffice: @Sendable (String) -> Bool

    init(referents: [Referent], names: [Name], isOffice: @escaping @Sendable (String) -> Bool) {
        self.referents = referents
        self.isOffice = isOffice
        protagonist = Self.protagonist(referents, names)
    }

    private static func protagonist(_ referents: [Referent], _ names: [Name]) -> Int? {
        var counts = [Int](repeating: 0, count: referents.count)
        for name in names where name.kind == .person && counts.indices.contains(name.referent) { counts[name.referent] += 1 }
        let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
        guard let first = order.first, counts[first] > 1 else { return nil }
        let second = order.count > 1 ? counts[order[1]] : 0
        return counts[first] >= Tuning.protagonistLead * second ? first : nil
    }

    mutating func enter(unit: Int, paragraph: Int) {
        self.unit = unit
        self.paragraph = paragraph
    }

    mutating func remember(_ speaker: Speaker, isSubject: Bool, spoke: Bool, place: Int = -1) {
        mentions.append(Mention(speaker: speaker, paragraph: paragraph, unit: unit, isSubject: isSubject, spoke: spoke, place: place))
    }

    mutating func remember(description head: String, keys: Set<String>, _ speaker: Speaker) {
        described.append((head, keys, speaker))
    }

    /// The last who spoke, in this paragraph or one not far back.
    func lastSpeaker(reach: Int = Tuning.speakerReach) -> Speaker? {
        mentions.last { $0.spoke && unit - $0.unit <= reach }?.speaker
    }

    /// The last who spoke with a name, where nobody else is a subject since.
    func onlySpeaker(reach: Int) -> Speaker? {
        guard let index = mentions.lastIndex(where: { $0.spoke }), unit - mentions[index].unit <= reach,
            let referent = mentions[index].speaker.referent, !mentions[index].speaker.isInstitution,
            !mentions[index...].contains(where: { $0.isSubject && $0.speaker.referent != referent })
        else { return nil }
        return mentions[index].speaker
    }

    func lastSpeakerInParagraph() -> Speaker? { mentions.last { $0.spoke && $0.paragraph == paragraph }?.speaker }

    /// Mentions of the last units, the latest first.
    private func recent(_ reach: Int) -> some Sequence<Mention> {
        mentions.reversed().prefix { unit - $0.unit <= reach }
    }

    /// Whom a pronoun means: of those who agree in gender and number the one that recency, having spoken and being a subject speak for;
    /// else the only person named hereabouts who can be meant. Where another named person does nearly as well, nobody.
    func resolve(pronoun noun: SpeakerNoun, inverted: Bool) -> Speaker? {
        let isLast = noun.words.count > 1
        var best: (score: Int, speaker: Speaker)?
        var rival = Int.min
        for mention in recent(Tuning.speakerReach) where mention.spoke || unit - mention.unit <= Tuning.subjectReach {
            guard mention.speaker.isPlural == noun.isPlural, agrees(mention.speaker.gender, noun.gender), !mention.speaker.isMedium else {
                continue
            }
            if mention.speaker.isInstitution, isLast || !mention.spoke || mention.speaker.gender != noun.gender { continue }
            let score = isLast ? -Tuning.distance * (unit - mention.unit) : score(mention, noun, inverted: inverted)
            if let known = best, known.score > score {
                if isOther(mention.speaker, known.speaker) { rival = max(rival, score) }
            } else {
                if let known = best, isOther(mention.speaker, known.speaker) { rival = max(rival, known.score) }
                best = (score, mention.speaker)
            }
        }
        if let best, !isLast, rival > Int.min, best.score - rival < Tuning.margin { return nil }
        if best != nil || noun.isPlural || isLast { return best?.speaker }
        return onlyPerson(noun.gender, reach: Tuning.onlyReach)
    }

    private func isOther(_ a: Speaker, _ b: Speaker) -> Bool { a.referent != nil && a.referent != b.referent }

    /// The only person mentioned hereabouts who agrees.
    private func onlyPerson(_ gender: Referent.Gender?, reach: Int) -> Speaker? {
        var found: Speaker?
        for mention in recent(reach) where !mention.speaker.isInstitution && !mention.speaker.isPlural {
            guard agrees(mention.speaker.gender, gender) else { continue }
            guard let referent = mention.speaker.referent, found.map({ $0.referent == referent }) ?? true else { return nil }
            found = mention.speaker
        }
        return found
    }

    private func score(_ mention: Mention, _ noun: SpeakerNoun, inverted: Bool) -> Int {
        var score = -Tuning.distance * (unit - mention.unit)
        if mention.spoke { score += inverted ? Tuning.spokeInverted : Tuning.spoke }
        score += mention.isSubject ? Tuning.subject : -Tuning.governed
        if inverted, mention.isSubject, mention.unit == unit - 1, mention.paragraph == paragraph { score += Tuning.leadIn }
        if mention.speaker.gender != nil, mention.speaker.gender == noun.gender { score += Tuning.exactGender }
        if mention.speaker.isInstitution { score -= mention.speaker.gender == nil ? 3 * Tuning.institution : Tuning.institution }
        if mention.paragraph != paragraph { score -= Tuning.otherParagraph }
        if let protagonist, mention.speaker.referent == protagonist { score += Tuning.protagonist }
        return score
    }

    /// Whom a definite description means: one who was described so, whose role or name says so, or who is the one that such an epithet
    /// can be meant for. What stands from `place` on (a byte) is not looked at, nor a role that was read from the code points `own`.
    func resolve(_ noun: SpeakerNoun, keys: Set<String>, gender: Referent.Gender?, place: Int, own: Range<Int>) -> Speaker? {
        let head = folded(noun.words.joined(separator: " "))
        if let known = described.last(where: { $0.head == head && keys.isSubset(of: $0.keys) }) { return known.speaker }
        if let found = byRole(head, keys, gender, isPerson: noun.kind == .person, own: own) ?? byName(head, keys, noun.kind) {
            return found
        }
        switch noun.kind {
        case .person:
            return byOffice(head, keys, gender) ?? byRecency(noun, gender, isBare: keys.isEmpty, place: place)
                ?? (noun.flags.contains("role") ? compatible(noun, gender, place: place) : nil)
        case .medium: return keys.count < 2 ? onlyInstitution(isMedium: true) : nil
        case .institution: return noun.flags.contains("generic") && keys.count < 2 ? onlyInstitution(isMedium: false) : nil
        default: return nil
        }
    }

    /// The organisation that spoke last; else the only one named hereabouts.
    private func onlyInstitution(isMedium: Bool) -> Speaker? {
        let near = recent(Tuning.speakerReach).filter { mention in
            guard mention.speaker.isInstitution, mention.speaker.isMedium == isMedium, let referent = mention.speaker.referent else {
                return false
            }
            return !isMedium || !foldedWords(referents[referent].name).contains { isOffice($0) }
        }
        if let spoke = near.first(where: { $0.spoke }) { return spoke.speaker }
        guard isMedium, let first = near.first?.speaker, near.allSatisfy({ $0.speaker.referent == first.referent }) else { return nil }
        return first
    }

    /// The person named lately whose role has the same head word, and one of the other words if there are any.
    private func byOffice(_ head: String, _ keys: Set<String>, _ gender: Referent.Gender?) -> Speaker? {
        let words = Set(foldedWords(head))
        var found: Speaker?
        for mention in recent(Tuning.compatibleReach) where !mention.speaker.isInstitution {
            guard let referent = mention.speaker.referent, agrees(mention.speaker.gender, gender) else { continue }
            let fits = referents[referent].roles.contains { role in
                let said = Set(foldedWords(role.text))
                return said.isSuperset(of: words) && (keys.isEmpty || !said.isDisjoint(with: keys))
            }
            guard fits else { continue }
            guard found.map({ $0.referent == referent }) ?? true else { return nil }
            found = mention.speaker
        }
        return found
    }

    /// The last person who was a subject or spoke, if they agree, are not known by another role and have a full name.
    private func compatible(_ noun: SpeakerNoun, _ gender: Referent.Gender?, place: Int) -> Speaker? {
        let last = recent(Tuning.compatibleReach).first {
            !$0.speaker.isInstitution && !$0.speaker.isPlural && ($0.isSubject || $0.spoke) && isBefore($0, place)
        }
        guard let speaker = last?.speaker, let referent = speaker.referent, referents[referent].keys.count > 1,
            agrees(speaker.gender, gender), !hasOtherRole(speaker, noun)
        else { return nil }
        return speaker
    }

    /// Whether a mention stands before a place, and is not governed in the same sentence.
    private func isBefore(_ mention: Mention, _ place: Int) -> Bool {
        mention.unit < unit || mention.place < place && mention.isSubject
    }

    private func byRole(
        _ head: String, _ keys: Set<String>, _ gender: Referent.Gender?, isPerson: Bool, own: Range<Int>
    ) -> Speaker? {
        let words = Set(foldedWords(head))
        let fitting = referents.indices.filter { index in
            // `the company` is not the person whose role is to lead the company.
            guard agrees(referents[index].gender, gender), isPerson || referents[index].kind != .person else { return false }
            return referents[index].roles.contains { role in
                let said = Set(foldedWords(role.text))
                return !own.contains(role.passage.start) && said.isSuperset(of: words) && keys.isSubset(of: said)
            }
        }
        if fitting.count == 1, let only = fitting.first { return speaker(only) }
        return recent(of: fitting)
    }

    /// `le parquet` for «parquet de Lyon»: the organisation or site whose name holds the words.
    private func byName(_ head: String, _ keys: Set<String>, _ kind: SpeakerNoun.Kind) -> Speaker? {
        guard kind == .institution || kind == .medium else { return nil }
        let wanted = keys.union(foldedWords(head))
        let fitting = referents.indices.filter { index in
            referents[index].kind != .person && Set(foldedWords(referents[index].name)).isSuperset(of: wanted)
        }
        if fitting.count == 1, let only = fitting.first { return speaker(only) }
        return recent(of: fitting)
    }

    private func recent(of fitting: [Int]) -> Speaker? {
        mentions.last { $0.speaker.referent.map { fitting.contains($0) } ?? false }?.speaker
    }

    /// Who spoke last, nearby, and is not known by another role; an epithet also means the last subject, or whom the report is about.
    private func byRecency(_ noun: SpeakerNoun, _ gender: Referent.Gender?, isBare: Bool, place: Int) -> Speaker? {
        func fits(_ speaker: Speaker) -> Bool {
            !speaker.isInstitution && speaker.referent != nil && !speaker.isPlural && agrees(speaker.gender, gender)
                && !hasOtherRole(speaker, noun)
        }
        let isEpithet = noun.flags.contains("epithet")
        if isBare || isEpithet, let last = recent(Tuning.descriptionReach).first(where: { $0.spoke && !$0.speaker.isInstitution }),
            fits(last.speaker)
        {
            return last.speaker
        }
        guard isEpithet else { return nil }
        if let last = recent(Tuning.subjectReach).first(where: { $0.isSubject && isBefore($0, place) && fits($0.speaker) }) {
            return last.speaker
        }
        return protagonist.flatMap { agrees(referents[$0].gender, gender) ? speaker($0) : nil }
    }

    /// Whether somebody is known by a role, and not by this one.
    func hasOtherRole(_ speaker: Speaker, _ noun: SpeakerNoun) -> Bool {
        guard !noun.flags.contains("epithet"), let referent = speaker.referent else { return false }
        let head = foldedWords(noun.words.joined(separator: " "))
        let roles =
            referents[referent].roles.map { Set(foldedWords($0.text)) }
            + described.filter { $0.speaker.referent == referent }.map { Set(foldedWords($0.head)) }
        return !roles.isEmpty && !roles.contains { $0.isSuperset(of: head) }
    }

    func agrees(_ a: Referent.Gender?, _ b: Referent.Gender?) -> Bool { a == nil || b == nil || a == b }

    private func speaker(_ referent: Int) -> Speaker {
        Speaker(
            referent: referent, gender: referents[referent].gender, isInstitution: referents[referent].kind != .person)
    }
}
