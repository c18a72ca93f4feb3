// A content, its cue and its speaker in, the statements out: one for each sentence of a quotation, with mode, keys, negation, and the
// places of everything. Byte places become code points here.
internal import RecoupeModel
internal import RecoupeText

/// What is known of something said before it becomes a statement.
struct Draft {
    var content: Range<Int>
    var mode: Statement.Mode
    var speaker: Speaker?
    var match: CueMatch?
    /// Bytes of the cue.
    var cue: Range<Int>?
    var stance: Statement.Stance
    var hearsay = false
    var circumstances = Circumstances()
    var quotation: Int?
    var doubts: [String] = []
    var rule: String
}

/// Builds the statements of one article.
struct StatementBuilder {
    let text: WordText
    let referents: [Referent]
    let keys: ContentKeys
    let polarity: Polarity

    func statement(_ draft: Draft, unit: Unit) -> Statement {
        let content = text.analysis.passage(draft.content)
        let speaker = draft.speaker?.bytes
        let whole = ([draft.content] + [draft.cue, speaker].compactMap { $0 }).filter { overlapsUnit($0, unit) || $0 == draft.content }
        let bounds =
            (whole.map(\.lowerBound).min() ?? draft.content.lowerBound)..<(whole.map(\.upperBound).max() ?? draft.content.upperBound)
        var statement = Statement(
            text.analysis.passage(bounds), id: Identifier.item("s", content, draft.rule), stance: draft.stance,
            negated: polarity.isNegated(text, draft.content), mode: draft.mode, hearsay: draft.hearsay, content: content,
            contentKeys: keys.keys(of: draft.content, in: text, referents: referents), rule: draft.rule)
        if let cue = draft.cue {
            statement.cue = text.analysis.text(cue)
            statement.cuePassage = text.analysis.passage(cue)
        }
        fill(&statement, draft.speaker)
        fill(&statement, draft.circumstances, unit)
        statement.quotation = draft.quotation
        statement.doubts += draft.doubts
        return statement
    }

    private func overlapsUnit(_ bytes: Range<Int>, _ unit: Unit) -> Bool { text.bytes(unit.words).overlaps(bytes) }

    private func fill(_ statement: inout Statement, _ speaker: Speaker?) {
        guard let speaker else { return }
        statement.speakerText = speaker.words
        statement.speakerPassage = speaker.bytes.map { text.analysis.passage($0) }
        statement.speakerName = speaker.name
        statement.anonymous = speaker.isAnonymous && speaker.referent == nil
        if let referent = speaker.referent, referents.indices.contains(referent) {
            statement.speakerReferent = referent
            statement.speakerName = Self.fullName(referents[referent])
        }
        statement.doubts += speaker.doubts
    }

    /// The fullest name that the article gives: where it writes a short form too, both (`Direction générale de la santé (DGS)`).
    private static func fullName(_ referent: Referent) -> String {
        let short = referent.variants.first { variant in
            variant != referent.name && referent.acronyms.contains(folded(variant)) && !referent.name.contains(variant)
        }
        return short.map { "\(referent.name) (\($0))" } ?? referent.name
    }

    private func fill(_ statement: inout Statement, _ found: Circumstances, _ unit: Unit) {
        if let time = found.time {
            // A weekday of no week, or `recently`, is no day: the words are kept, and no value is given.
            let value = text.times[time].value
            if value.first?.isNumber == true { statement.saidOn = value.firstIndex(of: "T").map { String(value[..<$0]) } ?? value }
            statement.saidOnPassage = text.times[time].passage
        }
        if let venue = found.venue {
            let bytes = text.bytes(venue, of: unit)
            statement.venue = text.analysis.text(bytes)
            statement.venuePassage = text.analysis.passage(bytes)
        }
        if let audience = found.audience {
            let bytes = text.bytes(audience, of: unit)
            statement.to = text.analysis.text(bytes)
            statement.toPassage = text.analysis.passage(bytes)
        }
    }
}
