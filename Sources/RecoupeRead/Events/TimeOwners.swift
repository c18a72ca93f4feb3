// A unit's tree and times in; for each clause and each noun the times that belong to it, out.
internal import RecoupeModel

/// What the times of a unit date.
struct TimeOwners {
    private struct Owned {
        let time: Int
        /// The nouns between the time and its clause, the nearest first.
        let nouns: [Int]
        let clause: Int
        /// A last day may belong to any clause above.
        let isDeadline: Bool
        let isSpecifying: Bool
        /// It stands between commas with a phrase that says after what something was: «depuis le rapport, le 3 mai, …».
        let isBehind: Bool
    }

    private let owned: [Owned]
    private let tree: UnitTree
    private let times: UnitTimes
    /// Nouns that name events.
    private let events: Set<Int>

    init(tree: UnitTree, times: UnitTimes, events: Set<Int>) {
        (self.tree, self.times, self.events) = (tree, times, events)
        owned = times.datable.map { Self.owned($0, tree, times) }
    }

    private static func owned(_ atom: Int, _ tree: UnitTree, _ times: UnitTimes) -> Owned {
        let words = times.unit.atoms[atom].words
        let span = times.text.words[words.lowerBound].token..<(times.text.words[words.upperBound - 1].token + 1)
        var (nouns, clause) = path(tree.top(of: span), span, tree)
        if times.followsOf(atom), let before = wordBefore(atom, tree, times) { nouns = [before] + path(before, span, tree).nouns }
        if let above = misplaced(atom, clause, tree, times) { clause = above }
        return Owned(
            time: atom, nouns: nouns, clause: clause, isDeadline: times.stand(atom) == .by, isSpecifying: times.followsOf(atom),
            isBehind: isBehind(atom, tree.atom(clause), times))
    }

    private static func isBehind(_ atom: Int, _ verb: Int, _ times: UnitTimes) -> Bool {
        let atoms = times.unit.atoms
        let isApposed = atom > 1 && atoms[atom - 1].lower == ","
        let start = (atoms[..<(isApposed ? atom - 1 : atom)].lastIndex { $0.lower == "," } ?? -1) + 1
        guard atom - start > 2, verb < start || verb > atom else { return false }
        return atoms[start..<min(start + 3, atom - 1)].contains { times.grammar.entries(.after).contains($0.lower) }
    }

    /// The nouns between a token and the head of its clause, and that head.
    private static func path(_ token: Int, _ span: Range<Int>, _ tree: UnitTree) -> (nouns: [Int], clause: Int) {
        var token = token
        var nouns: [Int] = []
        while !tree.isClauseHead(token) || span.contains(token), let parent = tree.parent(token) {
            token = parent
            guard !tree.isClauseHead(token) || !tree.isVerb(token) else { break }
            nouns.append(token)
            if tree.isClauseHead(token) { break }
        }
        return (nouns, token)
    }

    /// The noun right before a time and its preposition.
    private static func wordBefore(_ atom: Int, _ tree: UnitTree, _ times: UnitTimes) -> Int? {
        var index = atom - 1
        while index >= 0, times.unit.atoms[index].has([.of, .determiners]) { index -= 1 }
        guard index >= 0, !times.unit.atoms[index].isSign else { return nil }
        let token = times.text.words[times.unit.atoms[index].words.upperBound - 1].token
        return tree.isVerb(token) ? nil : token
    }

    /// A time before a comma belongs to no clause that starts behind it: to a verb before it between the same commas, else to the clause
    /// above.
    private static func misplaced(_ atom: Int, _ clause: Int, _ tree: UnitTree, _ times: UnitTimes) -> Int? {
        let atoms = times.unit.atoms
        let place = tree.atom(clause)
        guard atom > 0, atom < place, !atoms[atom - 1].isSign, !atoms[atom - 1].has(.coordinator),
            atoms[(atom + 1)..<place].contains(where: { $0.lower == "," })
        else { return nil }
        let start = atoms[..<atom].lastIndex { $0.lower == "," } ?? -1
        for index in stride(from: atom - 1, to: start, by: -1) {
            let token = times.text.words[atoms[index].words.lowerBound].token
            if atoms[index].isWord, tree.isVerb(token), tree.isClauseHead(token), token != clause { return token }
        }
        guard let parent = tree.parent(clause) else { return nil }
        let above = tree.clause(of: parent)
        return tree.atom(above) < atom ? above : nil
    }

    /// The times that hang on a clause's head, or on a noun in it that they do not specify; those of what the clause happens during too.
    func times(ofClause head: Int) -> [Int] {
        owned.filter { one in
            guard !one.isBehind, one.clause == head || one.isDeadline && one.clause != head && tree.hangs(one.clause, on: head) else {
                return false
            }
            if one.nouns.contains(where: { events.contains($0) }), one.nouns.contains(where: { follows($0, .after) }) { return false }
            guard one.isSpecifying, let noun = one.nouns.first(where: { events.contains($0) }) ?? one.nouns.first, noun != head else {
                return true
            }
            return follows(noun, .during)
        }.map(\.time)
    }

    /// Whether a preposition of a class stands before a noun.
    private func follows(_ noun: Int, _ wordClass: WordClass) -> Bool {
        (tree.children(noun) + [noun]).contains { child in
            let atom = times.unit.atoms[tree.atom(child)]
            return atom.isWord && times.grammar.entries(wordClass).contains(atom.lower)
        }
    }

    /// The times that specify a noun, or stand behind a phrase whose first event it is; behind subjects and objects they are the clause's.
    func times(ofNoun noun: Int) -> [Int] {
        owned.filter { one in
            guard one.nouns.contains(noun) else { return false }
            if one.isSpecifying { return one.nouns.first { events.contains($0) } == noun }
            if one.time > 0, times.unit.atoms[one.time - 1].has(.to) { return false }
            if tree.isRelation(noun, "nsubj") { return one.nouns.first == noun }
            let isCarried = tree.isRelation(noun, "obj")
            return one.nouns.last { events.contains($0) } == noun && !isCarried
        }.map(\.time)
    }
}
