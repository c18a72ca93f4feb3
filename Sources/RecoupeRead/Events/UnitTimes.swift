// One unit's times in; which of them can date an event out, and how they stand to it: on it, since it, until it, or as the last day for it.
// What stands before a dash at the head of a dispatch, and the day on which something was said, date nothing else.
internal import RecoupeModel
internal import RecoupeText

/// The times of one unit.
struct UnitTimes {
    enum Stand { case on, since, until, by }

    let text: WordText
    let unit: Unit
    let grammar: Grammar
    /// Bytes of the times that date acts of saying.
    let saidOn: [Range<Int>]

    private enum Tuning {
        /// Atoms within which a dispatch's head (`CITY, 3 May (Agency) –`) ends.
        static let datelineReach = 14
        /// Days of a time that dates a verb of no list.
        static let sharp = 366
        /// A deadline's preposition may stand this many words before its time.
        static let prepositionReach = 3
    }

    /// The atoms of times that can date something.
    var datable: [Int] {
        let start = afterDateline
        return unit.atoms.indices.filter { $0 >= start && isDate($0) && !isAside($0) }
    }

    private func isAside(_ index: Int) -> Bool { index > 0 && grammar.entries(.aside).contains(unit.atoms[index - 1].lower) }

    /// Whether a time names a year or less.
    func isSharp(_ index: Int) -> Bool {
        guard let time = unit.atoms[index].time else { return false }
        return (text.times[time].span?.dayCount ?? 1) <= Tuning.sharp
    }

    /// Whether the time of an atom is the day on which something was said.
    func isOfSaying(_ index: Int) -> Bool {
        unit.atoms[index].time.map { saidOn.contains(text.timeBytes[$0]) } ?? false
    }

    func isDate(_ index: Int) -> Bool {
        guard let number = unit.atoms[index].time else { return false }
        let time = text.times[number]
        guard time.kind == .date || time.kind == .time, !time.value.hasSuffix("_REF") || time.earliest != nil else { return false }
        return time.earliest != nil || time.formula != nil || time.value.hasPrefix("XXXX-") && time.value.utf8.count == 10
    }

    func stand(_ index: Int) -> Stand {
        let before = (max(0, index - Tuning.prepositionReach)..<index).map { unit.atoms[$0].lower }
        let words = before + unit.atoms[index].words.prefix(2).map { text.words[$0].lower }
        let line = " " + words.joined(separator: " ").replacing("' ", with: "'") + " "
        func has(_ wordClass: WordClass) -> Bool {
            grammar.entries(wordClass).contains { line.contains(" " + $0.replacing("_", with: " ") + " ") }
        }
        if has(.since) { return .since }
        if has(.until) { return .until }
        return has(.byDeadline) ? .by : .on
    }

    /// Whether the preposition that ties a noun to another stands before the time, or in it.
    func followsOf(_ index: Int) -> Bool {
        let atom = unit.atoms[index]
        if text.words[atom.words.lowerBound].classes.contains(.of) { return true }
        return index > 0 && unit.atoms[index - 1].has(.of)
    }

    /// The first atom after the head of a dispatch; 0 where there is none.
    var afterDateline: Int {
        guard let first = unit.words.first, first == 0 || text.words[first - 1].paragraph != text.words[first].paragraph else { return 0 }
        let reach = min(unit.atoms.count, Tuning.datelineReach)
        guard let dash = (0..<reach).first(where: { ["–", "—", "-", "--"].contains(unit.atoms[$0].lower) }), dash > 1,
            (0..<dash).contains(where: { unit.atoms[$0].lower == "(" || unit.atoms[$0].time != nil }),
            unit.atoms[0].name != nil || unit.atoms[0].isWord && text.words[first].isCapitalised
        else { return 0 }
        return (0..<dash).contains { unit.atoms[$0].has([.determiners, .relative]) } ? 0 : dash + 1
    }
}
