// The atoms of a cue's clause, without its content, in; when, where and to whom it was said out. Times inside the content are no times
// of the saying.
internal import RecoupeModel

/// When, where and to whom something was said.
struct Circumstances {
    var time: Int?
    var venue: Range<Int>?
    var audience: Range<Int>?
}

/// Finds circumstances in one unit.
struct CircumstanceFinder {
    let phrases: PhraseReader
    let text: WordText
    let unit: Unit

    private var atoms: [Atom] { unit.atoms }

    func find(in regions: [Range<Int>], besides speaker: Range<Int>?) -> Circumstances {
        var out = Circumstances()
        for region in regions {
            for index in region where !(speaker?.contains(index) ?? false) {
                if out.time == nil, let time = atoms[index].time, isDay(text.times[time]) { out.time = time }
                if out.venue == nil, let end = openedVenue(at: index) { out.venue = venue(from: end, limit: region.upperBound) }
                if out.audience == nil, atoms[index].has(.audiencePreposition) {
                    out.audience = audience(after: index, limit: region.upperBound)
                }
            }
        }
        return out
    }

    private func isDay(_ time: Time) -> Bool {
        (time.kind == .date || time.kind == .time) && time.earliest != nil && !time.value.hasSuffix("_REF") && !time.value.hasPrefix("P")
            && !time.value.hasPrefix("T")
    }

    /// The atom after a preposition of place that starts here.
    private func openedVenue(at index: Int) -> Int? {
        let length = phrases.grammar.phraseLength(.venuePreposition, at: index, word: phrases.lower)
        if length > 0 { return index + length }
        return atoms[index].has(.venuePreposition) ? index + 1 : nil
    }

    /// The phrase for a place of speech: its noun is one of the pack's, or it is a medium's name after such a noun.
    private func venue(from start: Int, limit: Int) -> Range<Int>? {
        guard start < limit else { return nil }
        var begin = start
        if atoms[begin].has(.of) || atoms[begin].has(.to) { begin += 1 }
        var end = phrases.prepositionalEnd(start, limit: limit)
        while end > begin, atoms[end - 1].isSign { end -= 1 }
        guard begin < end else { return nil }
        let isVenue = (begin..<end).contains { atoms[$0].has(.venue) }
        let isMedium = end - begin == 1 && atoms[begin].name.map { text.names[$0].kind == .organisation } ?? false
        return isVenue || isMedium ? begin..<end : nil
    }

    private func audience(after index: Int, limit: Int) -> Range<Int>? {
        var start = index + 1
        while start < limit, atoms[start].has(.determiners) || atoms[start].has(.audience) && isOrganisation(start + 1, limit) {
            start += 1
        }
        guard start < limit else { return nil }
        if isOrganisation(start, limit) { return start..<(start + 1) }
        guard atoms[start].has(.audience) else { return nil }
        return max(index + 1, start - 1)..<(start + 1)
    }

    private func isOrganisation(_ index: Int, _ limit: Int) -> Bool {
        index < limit && atoms[index].name.map { text.names[$0].kind == .organisation } ?? false
    }
}
