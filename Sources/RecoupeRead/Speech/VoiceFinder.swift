// Drafts of statements in, the same out with speakers for those that only a pronoun, a description or nothing stands for: each is put as a
// question with its candidates, in the order of the text, so that who spoke before counts. Where the judge names nobody, nobody is named.
internal import RecoupeModel
internal import RecoupeText

/// Puts the questions of one article.
struct VoiceFinder {
    let text: WordText
    let referents: [Referent]
    let lexicon: SpeechLexicon
    /// The candidate who is meant, or nothing.
    let judge: (VoiceQuestion) -> Int?

    enum Tuning {
        /// Units before and after a statement in which candidates are looked for, and how many there may be.
        static let back = 12
        static let ahead = 2
        static let candidates = 10
        /// Statements that are remembered.
        static let memory = 60
        /// Statements times names of an article, beyond which nothing is asked: no report has as many, and time would not be linear.
        static let most = 2_000_000
        /// Units in which whom a report is about is named first.
        static let early = 4
    }

    /// Where a referent is named.
    struct Mention {
        let byte: Int
        let unit: Int
        let isGoverned: Bool
    }

    /// Somebody who said something before.
    struct Voice {
        let speaker: Speaker
        let unit: Int
        let byte: Int
    }

    typealias Drafts = [(draft: Draft, unit: Int)]

    let mentions: [[Mention]]
    let firsts: [Int?]

    init(text: WordText, referents: [Referent], lexicon: SpeechLexicon, judge: @escaping (VoiceQuestion) -> Int?) {
        self.text = text
        self.referents = referents
        self.lexicon = lexicon
        self.judge = judge
        mentions = Self.mentions(text, referents.count)
        firsts = Self.firsts(text)
    }

    /// For each referent its mentions in order.
    private static func mentions(_ text: WordText, _ count: Int) -> [[Mention]] {
        var out = [[Mention]](repeating: [], count: count)
        var unit = 0
        for index in text.names.indices.sorted(by: { text.nameBytes[$0].lowerBound < text.nameBytes[$1].lowerBound }) {
            let bytes = text.nameBytes[index]
            while unit + 1 < text.units.count, text.bytes(text.units[unit].words).upperBound <= bytes.lowerBound { unit += 1 }
            let words = text.words(in: bytes)
            guard out.indices.contains(text.names[index].referent), !words.isEmpty else { continue }
            let before = words.lowerBound - 1
            let led = before >= text.units[unit].words.lowerBound ? text.words[before].classes : []
            let isAgent = !led.isDisjoint(with: .passiveBy)
            let isGoverned = !isAgent && (!led.isDisjoint(with: .preposition) || text.isGoverned(words))
            out[text.names[index].referent].append(Mention(byte: bytes.lowerBound, unit: unit, isGoverned: isGoverned))
        }
        return out
    }

    /// For each unit the first person or body named in its paragraph.
    private static func firsts(_ text: WordText) -> [Int?] {
        var byParagraph: [Int: Int] = [:]
        for index in text.names.indices where text.names[index].kind == .person || text.names[index].kind == .organisation {
            let words = text.words(in: text.nameBytes[index])
            guard let word = words.first else { continue }
            if byParagraph[text.words[word].paragraph] == nil { byParagraph[text.words[word].paragraph] = text.names[index].referent }
        }
        return text.units.map { byParagraph[$0.paragraph] }
    }

    // MARK: Asking

    func settled(_ given: [(draft: Draft, unit: Int)]) -> [(draft: Draft, unit: Int)] {
        var drafts = given
        guard drafts.count * text.names.count < Tuning.most else { return given }
        let order = drafts.indices.sorted { (place(drafts[$0].draft), $0) < (place(drafts[$1].draft), $1) }
        let later = laterVoices(drafts, order)
        var voices: [Voice] = []
        var answers: [Int: Speaker?] = [:]
        for (position, index) in order.enumerated() {
            if let kind = kind(drafts[index].draft) {
                let key = key(drafts[index].draft)
                let speaker = answers[key] ?? ask(kind, drafts[index], voices, next: later[position].map { drafts[$0] })
                answers[key] = .some(speaker)
                drafts[index].draft.speaker = fitted(speaker, kind, drafts[index].draft.speaker)
            }
            if let speaker = drafts[index].draft.speaker {
                voices.append(Voice(speaker: speaker, unit: drafts[index].unit, byte: place(drafts[index].draft)))
                if voices.count > Tuning.memory { voices.removeFirst() }
            }
        }
        return drafts
    }

    /// For each place in the order the next draft whose speaker the words say.
    private func laterVoices(_ drafts: Drafts, _ order: [Int]) -> [Int?] {
        var out = [Int?](repeating: nil, count: order.count)
        var next: Int?
        for position in order.indices.reversed() {
            out[position] = next
            let draft = drafts[order[position]].draft
            if kind(draft) == nil, draft.speaker != nil { next = order[position] }
        }
        return out
    }

    private func place(_ draft: Draft) -> Int { draft.content.lowerBound }

    /// One question a speaker's words, or a quotation.
    private func key(_ draft: Draft) -> Int {
        if let bytes = draft.speaker?.bytes { return bytes.lowerBound }
        return draft.quotation.map { -1 - $0 } ?? Int.min + draft.content.lowerBound
    }

    /// How the speaker is given; nothing where the words say it or nobody can be named.
    private func kind(_ draft: Draft) -> VoiceQuestion.Kind? {
        if draft.rule == "speech.heading" || draft.rule == "speech.interview" || draft.rule == Statement.uncarriedQuotation { return nil }
        guard let speaker = draft.speaker else { return draft.match == nil ? .lone : nil }
        if speaker.isPlural { return nil }
        if speaker.doubts.contains("speaker-by-pronoun") { return .pronoun }
        if speaker.bytes == nil, draft.doubts.contains("speaker-by-continuation") { return .lone }
        guard let head = speaker.head, speaker.referent == nil || speaker.doubts.contains("speaker-by-description") else { return nil }
        switch head.kind {
        case .person: return .person
        case .institution: return .institution
        case .medium: return .medium
        default: return nil
        }
    }

    /// A speaker as answered, with the words and doubts of the draft.
    private func fitted(_ answer: Speaker?, _ kind: VoiceQuestion.Kind, _ given: Speaker?) -> Speaker? {
        if kind == .lone {
            var speaker = answer
            speaker?.bytes = nil
            return speaker
        }
        guard var speaker = given else { return nil }
        speaker.referent = answer?.referent
        speaker.name = nil
        if let answer, answer.referent != nil {
            speaker.isAnonymous = false
            speaker.gender = answer.gender ?? speaker.gender
            if kind != .pronoun { speaker.doubts = ["speaker-by-description"] }
        } else if kind != .pronoun {
            speaker.isAnonymous = kind == .person
            speaker.doubts = []
        }
        return speaker
    }

    private func ask(
        _ kind: VoiceQuestion.Kind, _ item: (draft: Draft, unit: Int), _ voices: [Voice], next: (draft: Draft, unit: Int)?
    ) -> Speaker? {
        let candidates = candidates(kind, item, voices, next)
        let own = item.draft.speaker
        let marked = candidates.map { speaker in
            VoiceQuestion.Candidate(
                referent: speaker.referent, name: speaker.referent.map { referents[$0].name } ?? speaker.words ?? "",
                marks: marks(of: speaker, among: candidates, kind, item, voices, next))
        }
        let chosen = candidates.firstIndex { isSame($0, own) }
        var nobody: [VoiceQuestion.Mark] = [.nobody]
        if marked.isEmpty { nobody.append(.nobodyAgrees) }
        if chosen == nil { nobody.append(.nobodyChosen) }
        let question = VoiceQuestion(kind: kind, content: item.draft.content, candidates: marked, nobody: nobody, chosen: chosen)
        return judge(question).map { candidates[$0] }
    }

    func isSame(_ a: Speaker, _ b: Speaker?) -> Bool {
        guard let b else { return false }
        if a.referent != nil || b.referent != nil { return a.referent == b.referent }
        return a.words != nil && a.words == b.words && b.bytes == nil
    }

    // MARK: Candidates

    private func candidates(
        _ kind: VoiceQuestion.Kind, _ item: (draft: Draft, unit: Int), _ voices: [Voice], _ next: (draft: Draft, unit: Int)?
    ) -> [Speaker] {
        var near: [(referent: Int, gap: Int)] = []
        let spoken = Set(voices.suffix(8).compactMap(\.speaker.referent) + [next?.draft.speaker?.referent].compactMap { $0 })
        for index in referents.indices
        where canSpeak(index, kind, hasSpoken: spoken.contains(index)) && agrees(index, item.draft.speaker)
            || index == item.draft.speaker?.referent || kind == .institution && isCalled(index, item.draft)
        {
            let gaps = mentions[index].map { item.unit - $0.unit }
            let gap = gaps.filter { $0 >= 0 }.min() ?? gaps.filter { $0 >= -Tuning.ahead }.max().map { 3 - $0 }
            if let gap,
                gap <= Tuning.back || spoken.contains(index) || isFitting(index, item.draft) || index == item.draft.speaker?.referent
            {
                near.append((index, gap))
            } else if spoken.contains(index) || isFitting(index, item.draft) || index == item.draft.speaker?.referent {
                near.append((index, Tuning.back + 1))
            }
        }
        func rank(_ referent: Int) -> Int { referent == item.draft.speaker?.referent ? 0 : isFitting(referent, item.draft) ? 1 : 2 }
        near.sort { (rank($0.referent), $0.gap, $0.referent) < (rank($1.referent), $1.gap, $1.referent) }
        var out = near.prefix(Tuning.candidates).map { named($0.referent) }
        if kind == .lone, let last = voices.last?.speaker, last.referent == nil, last.words != nil { out.append(last) }
        return out
    }

    /// Whether nothing in the gender of the words there speaks against a person.
    private func agrees(_ index: Int, _ own: Speaker?) -> Bool {
        guard let wanted = own?.head?.gender ?? own?.gender, let gender = referents[index].gender else { return true }
        return gender == wanted || referents[index].kind != .person
    }

    private func named(_ referent: Int) -> Speaker {
        let isPerson = referents[referent].kind == .person
        return Speaker(
            referent: referent, gender: referents[referent].gender, isInstitution: !isPerson,
            isMedium: !isPerson && lexicon.isMedium(referents[referent].name))
    }

    private func canSpeak(_ index: Int, _ kind: VoiceQuestion.Kind, hasSpoken: Bool) -> Bool {
        switch (kind, referents[index].kind) {
        case (.person, .person), (.pronoun, .person), (.lone, .person): true
        case (.person, _): false
        case (.institution, .person), (.medium, .person): false
        case (_, .organisation): true
        case (.pronoun, .place), (.lone, .place): hasSpoken
        default: false
        }
    }

    /// Whether a referent's roles or name hold the description's head.
    private func isFitting(_ index: Int, _ draft: Draft) -> Bool {
        guard let speaker = draft.speaker, let head = speaker.head, head.kind != .pronoun else { return false }
        let words = Set(foldedWords(head.words.joined(separator: " ")))
        return roles(of: index, besides: speaker).contains { $0.isSuperset(of: words) }
            || Set(foldedWords(referents[index].name)).isSuperset(of: words)
    }

    /// Whether the name of something that is no person holds the description's head (`le parc` of «parc de la Vallée»).
    private func isCalled(_ index: Int, _ draft: Draft) -> Bool {
        guard let head = draft.speaker?.head, referents[index].kind != .person else { return false }
        return Set(foldedWords(referents[index].name)).isSuperset(of: foldedWords(head.words.joined(separator: " ")))
    }

    /// The words of a referent's roles but for one that was read from the speaker's own words.
    func roles(of index: Int, besides speaker: Speaker) -> [Set<String>] {
        let own = speaker.bytes.map { text.analysis.passage($0) }
        return referents[index].roles.filter { role in
            own.map { role.passage.start < $0.start || role.passage.start >= $0.end } ?? true
        }.map { Set(foldedWords($0.text)) }
    }
}
