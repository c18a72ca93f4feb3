// What speaks for and against each candidate of a question: who spoke when, where a candidate is named, what kind of name it is, how a
// description fits it. Part of the finder of voices.
internal import RecoupeModel
internal import RecoupeText

extension VoiceFinder {
    // MARK: Marks

    func marks(
        of speaker: Speaker, among candidates: [Speaker], _ kind: VoiceQuestion.Kind, _ item: (draft: Draft, unit: Int), _ voices: [Voice],
        _ next: (draft: Draft, unit: Int)?
    ) -> [VoiceQuestion.Mark] {
        var out: [VoiceQuestion.Mark] = []
        if isSame(speaker, item.draft.speaker) { out.append(.chosen) }
        out += voiceMarks(of: speaker, item, voices, next)
        guard let referent = speaker.referent else { return out + [.unnamed] }
        out += placeMarks(of: referent, among: candidates, item)
        out += kindMarks(of: referent, item.draft.speaker)
        let isWe = says(WordClass.we.set, item.draft)
        if says(.firstPerson, item.draft), !isWe, referents[referent].kind == .person { out.append(.ownWords) }
        if isWe, referents[referent].kind != .person { out.append(.groupWords) }
        if let own = item.draft.speaker, let head = own.head, head.kind != .pronoun { out += fitMarks(of: referent, head, own) }
        return out
    }

    /// Who spoke when.
    private func voiceMarks(
        of speaker: Speaker, _ item: (draft: Draft, unit: Int), _ voices: [Voice], _ next: (draft: Draft, unit: Int)?
    ) -> [VoiceQuestion.Mark] {
        var out: [VoiceQuestion.Mark] = []
        let paragraph = text.units[item.unit].paragraph
        func isHere(_ unit: Int) -> Bool { text.units[unit].paragraph == paragraph }
        if let last = voices.last, isSame(speaker, last.speaker, loosely: true) {
            out.append(.spokeLast)
            if !isHere(last.unit), opensParagraph(item) { out.append(.opensAfterVoice) }
        }
        let own = voices.filter { isSame(speaker, $0.speaker, loosely: true) }
        if !own.isEmpty { out.append(.spokeBefore) }
        if own.contains(where: { isHere($0.unit) }) { out.append(.spokeInParagraph) }
        if own.count == voices.count, !own.isEmpty { out.append(.onlyVoice) }
        if own.count > 2, own.count * 2 > voices.count { out.append(.oftenVoice) }
        if let next, isSame(speaker, next.draft.speaker, loosely: true) {
            out.append(.speaksNext)
            if isHere(next.unit) { out.append(.speaksNextInParagraph) }
        }
        return out
    }

    private func isSame(_ a: Speaker, _ b: Speaker?, loosely: Bool) -> Bool {
        guard let b else { return false }
        if a.referent != nil || b.referent != nil { return a.referent == b.referent }
        return a.words != nil && a.words == b.words
    }

    private func opensParagraph(_ item: (draft: Draft, unit: Int)) -> Bool {
        item.unit == 0 || text.units[item.unit - 1].paragraph != text.units[item.unit].paragraph
    }

    /// Where a candidate is named.
    private func placeMarks(of referent: Int, among candidates: [Speaker], _ item: (draft: Draft, unit: Int)) -> [VoiceQuestion.Mark] {
        var out: [VoiceQuestion.Mark] = []
        let place = item.draft.speaker?.bytes?.lowerBound ?? item.draft.content.lowerBound
        let all = mentions[referent]
        let before = all.filter { $0.byte < place }
        if let last = before.last {
            out.append(distance(item.unit - last.unit))
            if last.isGoverned { out.append(.governed) }
            let others = Set(
                candidates.compactMap(\.referent).filter { other in
                    other != referent && referents[other].kind == referents[referent].kind
                        && mentions[other].contains { $0.byte > last.byte && $0.byte < place }
                })
            out.append(others.isEmpty ? .nobodySince : others.count == 1 ? .oneSince : .moreSince)
        } else {
            out.append(.ahead)
        }
        if before.contains(where: { $0.unit == item.unit && !$0.isGoverned }) { out.append(.subjectHere) }
        if before.contains(where: { $0.unit == item.unit - 1 && !$0.isGoverned }) { out.append(.subjectBefore) }
        if firsts[item.unit] == referent { out.append(.opensParagraph) }
        let paragraph = text.units[item.unit].paragraph
        if before.contains(where: { text.units[$0.unit].paragraph == paragraph }) { out.append(.sameParagraph) }
        if all.contains(where: { item.draft.content.contains($0.byte) }) {
            out.append(item.draft.mode == .mixed && item.draft.match == nil ? .clauseSubject : .inContent)
        }
        if all.count == 1 { out.append(.once) }
        if all.count > 3 { out.append(.often) }
        if isProtagonist(referent) { out.append(.protagonist) }
        if isDominant(referent) { out.append(.dominant) }
        if let first = all.first, first.unit < Tuning.early { out.append(.early) }
        let rivals = candidates.compactMap(\.referent).filter { $0 != referent && referents[$0].kind == referents[referent].kind }
        if rivals.isEmpty { out.append(.only) }
        if rivals.allSatisfy({ other in !mentions[other].contains { text.units[$0.unit].paragraph == paragraph && $0.byte < place } }) {
            out.append(.onlyInParagraph)
        }
        return out
    }

    /// Whether a referent is named three times and twice as often as any other of its kind.
    private func isDominant(_ referent: Int) -> Bool {
        let own = mentions[referent].count
        return own > 2
            && referents.indices.allSatisfy {
                $0 == referent || referents[$0].kind != referents[referent].kind || mentions[$0].count * 2 <= own
            }
    }

    /// Whether a direct quotation says `I` (or `we`).
    private func says(_ wanted: WordClasses, _ draft: Draft) -> Bool {
        draft.mode == .direct && text.words(in: draft.content).contains { !text.words[$0].classes.isDisjoint(with: wanted) }
    }

    private func isProtagonist(_ referent: Int) -> Bool {
        let kind = referents[referent].kind
        let own = mentions[referent].count
        return own > 1 && referents.indices.allSatisfy { $0 == referent || referents[$0].kind != kind || mentions[$0].count < own }
    }

    private func distance(_ units: Int) -> VoiceQuestion.Mark {
        switch units {
        case ..<1: .distance0
        case 1: .distance1
        case 2: .distance2
        case 3...4: .distance3
        case 5...8: .distance5
        default: .distance9
        }
    }

    private func kindMarks(of referent: Int, _ own: Speaker?) -> [VoiceQuestion.Mark] {
        var out: [VoiceQuestion.Mark] = []
        switch referents[referent].kind {
        case .person: out.append(.person)
        case .organisation: out.append(lexicon.isMedium(referents[referent].name) ? .medium : .organisation)
        default: out.append(.place)
        }
        guard let wanted = own?.head?.gender ?? own?.gender else { return out }
        let gender = referents[referent].gender
        return out + [gender == nil ? .unknownGender : gender == wanted ? .sameGender : .otherGender]
    }

    /// How a description fits a candidate's roles and name.
    private func fitMarks(of referent: Int, _ head: SpeakerNoun, _ own: Speaker) -> [VoiceQuestion.Mark] {
        var out: [VoiceQuestion.Mark] = []
        let words = Set(foldedWords(head.words.joined(separator: " ")))
        let roles = roles(of: referent, besides: own)
        let fitting = roles.filter { $0.isSuperset(of: words) }
        if !fitting.isEmpty { out.append(.roleHead) }
        if !own.keys.isEmpty, fitting.contains(where: { $0.isSuperset(of: own.keys) }) { out.append(.roleWords) }
        if fitting.isEmpty, !roles.isEmpty { out.append(.otherRole) }
        let name = Set(foldedWords(referents[referent].name))
        if name.isSuperset(of: words) { out.append(.nameHead) }
        if !own.keys.isDisjoint(with: name) { out.append(.nameWords) }
        if own.keys.isEmpty { out.append(.bare) }
        if head.flags.contains("epithet") { out.append(.epithet) }
        if head.flags.contains("generic") { out.append(.generic) }
        if !own.keys.isEmpty, own.keys.isDisjoint(with: name), !roles.contains(where: { !$0.isDisjoint(with: own.keys) }) {
            out.append(.unmatched)
        }
        return out
    }
}
