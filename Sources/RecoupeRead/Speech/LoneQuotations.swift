// Quotations without any cue: who stands before a colon, who spoke before, a heading's words that return in the text. Where nothing tells
// who spoke, the words are given without a speaker. Part of the unit reader.
internal import RecoupeModel
internal import RecoupeText

extension UnitReader {
    private enum Lone {
        /// Words of a quotation that can be a statement in a sentence without a cue, and where it stands alone.
        static let longQuotation = 4
        static let loneQuotation = 2
        /// How many units may lie between a lone quotation and who spoke last.
        static let continuationReach = 2
        /// How many units back somebody still goes on who is the only one named since.
        static let onlyReach = 6
        /// Words of a heading that is a quotation.
        static let heading = 18
        /// How far on a heading's words return, in statements, and which share of them.
        static let echoReach = 40
        static let echoShare = 0.7
    }

    // MARK: Colons

    /// `X : « … »`: who stands before the colon speaks.
    mutating func takeColon(_ scope: inout Scope) {
        guard
            let colon = scope.atoms.indices.first(where: { index in
                scope.atoms[index].lower == ":" && index + 1 < scope.atoms.count && scope.atoms[index + 1].quote != nil
                    && index >= scope.cursor
            }), let quote = scope.atoms[colon + 1].quote, !scope.taken.contains(quote), isStatement(quote)
        else { return }
        if let last = scope.speaker, colon == scope.cursor {
            continueQuotation(colon + 1, last, &scope)
            scope.cursor = colon + 2
            return
        }
        guard let phrase = phraseBefore(colon, scope), phrase.atoms.lowerBound == scope.cursor || hasVerb(scope.cursor..<colon, scope)
        else {
            return
        }
        let speaker = scope.resolver.speaker(phrase, in: &discourse)
        guard speaker.referent != nil || phrase.head?.kind == .person || phrase.head?.kind == .group else { return }
        var draft = Draft(content: 0..<0, mode: .direct, speaker: speaker, stance: .assert, rule: "speech.colon")
        draft.circumstances = scope.places.find(in: [scope.cursor..<colon], besides: nil)
        draft.doubts.append("speaker-by-colon")
        let end = scope.contents.end(from: colon + 1, .quotation, after: nil)
        give((colon + 1)..<end, draft, &scope)
        scope.cursor = end
    }

    /// The subject of the words before a colon.
    private func phraseBefore(_ colon: Int, _ scope: Scope) -> SpeakerPhrase? {
        var index = scope.cursor
        while index < colon {
            let atom = scope.atoms[index]
            if atom.has(.preposition), !atom.has(.determiners) || atom.has([.of, .to]) {
                index = scope.phrases.prepositionalEnd(index, limit: colon)
                continue
            }
            if let phrase = scope.phrases.phrase(at: index, limit: colon), !(phrase.head?.isNobody ?? false),
                phrase.name != nil || phrase.head != nil
            {
                return phrase
            }
            index += 1
        }
        return nil
    }

    // MARK: Lone quotations

    /// A unit that is nothing but a quotation goes to who spoke last, or, at a paragraph's start, to who speaks next.
    mutating func takeLoneQuotations(_ scope: inout Scope) {
        let free = scope.atoms.indices.filter { index in scope.atoms[index].quote.map { !scope.taken.contains($0) } ?? false }
        if scope.attributed > 0 {
            giveWaiting(scope)
            guard let last = scope.speaker else { return }
            for index in free where index >= scope.cursor && isSentence(index, scope) { continueQuotation(index, last, &scope) }
            return
        }
        guard !free.isEmpty, isAlone(scope) else { return settleWaiting() }
        let quotes = free.compactMap { scope.atoms[$0].quote }
        if isHeading(scope) {
            settleWaiting()
            return headings += quotes.map { ($0, scope.number) }
        }
        if let other = waiting.first, text.units[other.unit].paragraph != scope.unit.paragraph { settleWaiting() }
        if let last = discourse.lastSpeakerInParagraph() ?? lastSpeakerNearby(scope) {
            for index in free { continueQuotation(index, last, &scope) }
        } else {
            waiting += quotes.map { ($0, scope.number) }
        }
    }

    /// Quotations that nobody after them took go to the person whom the sentence before them was about, or to the only one who speaks
    /// hereabouts; else to nobody.
    mutating func settleWaiting() {
        defer { waiting = [] }
        guard let first = waiting.first else { return }
        let speaker = subjectBefore(first.unit) ?? discourse.onlySpeaker(reach: Lone.onlyReach)
        for (quote, unit) in waiting where isLong(quote, speaker == nil ? Lone.longQuotation : Lone.loneQuotation) {
            giveSentences(of: quote, unit: unit, speaker, rule: speaker == nil ? "speech.lone" : "speech.alone")
        }
        if let speaker { discourse.remember(speaker, isSubject: true, spoke: true) }
    }

    private func subjectBefore(_ unit: Int) -> Speaker? {
        guard unit > 0, text.units[unit - 1].paragraph == text.units[unit].paragraph else { return nil }
        return subjects[unit - 1]
    }

    mutating func giveSentences(of quote: Int, unit: Int, _ speaker: Speaker?, rule: String) {
        var speaker = speaker
        speaker?.bytes = nil
        for sentence in StatementSentences(text: text).sentences(of: text.quotations[quote]) {
            var draft = Draft(content: sentence, mode: .direct, speaker: speaker, stance: .assert, rule: rule)
            if speaker != nil { draft.doubts = ["speaker-by-continuation"] }
            draft.quotation = quote
            drafts.append((draft, unit))
        }
    }

    private func lastSpeakerNearby(_ scope: Scope) -> Speaker? {
        guard let previousUnit, let last = drafts.last, last.unit == previousUnit, last.draft.mode == .direct else { return nil }
        return discourse.lastSpeaker(reach: Lone.continuationReach)
    }

    private func isAlone(_ scope: Scope) -> Bool {
        scope.atoms.allSatisfy { $0.quote != nil || $0.isSign }
    }

    func isStatement(_ quote: Int) -> Bool { isLong(quote, Lone.longQuotation) }

    private func isLong(_ quote: Int, _ words: Int) -> Bool {
        text.quotations[quote].inner.lazy.filter { !text.words[$0].isSign }.prefix(words).count == words
    }

    /// Whether a quotation inside a longer sentence stands as a sentence of its own.
    private func isSentence(_ index: Int, _ scope: Scope) -> Bool {
        guard let quote = scope.atoms[index].quote, isStatement(quote) else { return false }
        let before = index > 0 ? scope.atoms[index - 1].lower : ""
        return before == "." || before == "…" || before == ":" || before == ","
    }

    private mutating func continueQuotation(_ index: Int, _ speaker: Speaker, _ scope: inout Scope) {
        var speaker = speaker
        speaker.bytes = nil
        var draft = Draft(content: 0..<0, mode: .direct, speaker: speaker, stance: .assert, rule: "speech.continued")
        draft.doubts = ["speaker-by-continuation"]
        give(index..<(index + 1), draft, &scope)
    }

    /// Quotations that waited belong to the first who is said to speak in their paragraph.
    private mutating func giveWaiting(_ scope: Scope) {
        defer { waiting = [] }
        guard let speaker = scope.speaker, let first = waiting.first, text.units[first.unit].paragraph == scope.unit.paragraph,
            scope.atoms.first?.quote != nil
        else { return settleWaiting() }
        for (quote, unit) in waiting { giveSentences(of: quote, unit: unit, speaker, rule: "speech.forward") }
    }

    // MARK: Headings

    /// A paragraph that is one short quotation without a full stop.
    private func isHeading(_ scope: Scope) -> Bool {
        let number = scope.number
        guard scope.unit.words.count <= Lone.heading, number > 0, number + 1 < text.units.count,
            text.units[number - 1].paragraph != scope.unit.paragraph, text.units[number + 1].paragraph != scope.unit.paragraph,
            let last = scope.atoms.last, let quote = last.quote, let end = text.quotations[quote].inner.last
        else { return false }
        return text.words[end].lower != "."
    }

    /// A heading's words return in what somebody says further on; that person's name stands for it, else nobody's.
    mutating func settleHeadings() {
        let given = drafts
        for (quote, unit) in headings where isLong(quote, Lone.loneQuotation) {
            let speaker = echoed(quote, unit: unit, in: given)
            if speaker != nil || isStatement(quote) { giveSentences(of: quote, unit: unit, speaker, rule: "speech.heading") }
        }
        headings = []
    }

    private func echoed(_ quote: Int, unit: Int, in given: [(draft: Draft, unit: Int)]) -> Speaker? {
        let wanted = contentWords(text.bytes(text.quotations[quote].inner))
        guard !wanted.isEmpty else { return nil }
        let near = given.filter { $0.unit > unit && $0.unit <= unit + Lone.echoReach }
        return near.first {
            wanted.intersection(contentWords($0.draft.content)).count >= Int((Double(wanted.count) * Lone.echoShare).rounded(.up))
        }?
        .draft.speaker
    }

    private func contentWords(_ bytes: Range<Int>) -> Set<String> {
        Set(text.words(in: bytes).filter { !text.words[$0].isSign && text.words[$0].classes.isEmpty }.map { text.words[$0].lower })
    }
}
