// A unit in, its clauses out: runs of atoms that tell one thing each. A relative pronoun, a conjunction, a participle after a comma, or a
// second time opens a clause; a relative clause right after an event's noun belongs to that noun.
internal import RecoupeModel

/// A clause of a unit.
struct Clause {
    var atoms: Range<Int>
    /// Whether it opens with a relative pronoun.
    var isRelative = false
}

/// Parts one unit into clauses.
struct ClauseSplitter {
    let phrases: PhraseReader
    let unit: Unit

    private var atoms: [Atom] { unit.atoms }

    func clauses() -> [Clause] {
        var out: [Clause] = []
        var start = 0
        var times = 0
        var isRelative = false
        for index in atoms.indices {
            if index > start, opens(index, times: times, start: start) {
                out.append(Clause(atoms: start..<index, isRelative: isRelative))
                start = index
                times = 0
                isRelative = atoms[index].has(.relative)
            }
            if atoms[index].time != nil { times += 1 }
        }
        if start < atoms.count { out.append(Clause(atoms: start..<atoms.count, isRelative: isRelative)) }
        return rejoined(out.filter { $0.atoms.contains { !atoms[$0].isSign } })
    }

    /// «La famille, qui possède le groupe, signera»: subject and verb on both sides of a relative clause are one clause with it.
    private func rejoined(_ clauses: [Clause]) -> [Clause] {
        var out: [Clause] = []
        for clause in clauses {
            let first = clause.atoms.first { !atoms[$0].isSign && !atoms[$0].has([.clitic, .negation]) }
            guard out.count > 1, let first, phrases.isVerb(first), out[out.count - 1].isRelative, !hasVerb(out[out.count - 2].atoms) else {
                out.append(clause)
                continue
            }
            out.removeLast()
            out[out.count - 1].atoms = out[out.count - 1].atoms.lowerBound..<clause.atoms.upperBound
        }
        return out
    }

    private func opens(_ index: Int, times: Int, start: Int) -> Bool {
        let atom = atoms[index]
        let before = atoms[index - 1]
        if atom.has([.relative, .that]) || [";", ":"].contains(atom.lower) { return true }
        if atom.has(.subordinator), !atom.has([.determiners, .adverb]) { return true }
        if atom.time != nil, times > 0, before.lower == "," || before.has(.coordinator) { return true }
        if before.lower == ",", isParticiple(index) { return true }
        if before.has(.coordinator) || before.lower == ",", phrases.isVerb(index), hasVerb(start..<index) { return true }
        return before.has(.coordinator) && startsClause(index) && hasVerb(start..<index)
    }

    private func hasVerb(_ range: Range<Int>) -> Bool { range.contains { phrases.isVerb($0) } }

    /// A phrase that a verb follows.
    private func startsClause(_ index: Int) -> Bool {
        guard let phrase = phrases.phrase(at: index, limit: atoms.count), phrase.atoms.upperBound < atoms.count else { return false }
        return phrases.isVerb(phrase.atoms.upperBound)
    }

    private func isParticiple(_ index: Int) -> Bool {
        guard atoms[index].isWord else { return false }
        let token = phrases.text.analysis.tokens[phrases.text.words[atoms[index].words.lowerBound].token]
        if token.upos == .verb {
            return token.morphology.form == .gerund || token.morphology.form == .participle && token.morphology.tense == .present
        }
        return token.upos == .other
            && phrases.grammar.entries(.gerundEnding).contains { atoms[index].lower.hasSuffix($0) && atoms[index].lower.count > 5 }
    }
}
