// One unit's words with their heads in; what hangs on what, and which word is the head of each clause, out (relations of Universal
// Dependencies). Nothing where the language has no parser.
internal import RecoupeModel

/// The trees of a unit's sentences; tokens are named by their index in the analysis.
struct UnitTree {
    let tokens: [Token]
    let range: Range<Int>
    private let parents: [Int]
    private let offspring: [[Int]]
    private let atoms: [Int]
    /// Finite words that can be no helping verbs.
    private let full: Set<Int>

    /// `isHelper` says whether a word is a form of a helping verb.
    init?(_ text: WordText, _ unit: Unit, isHelper: (String) -> Bool) {
        let analysis = text.analysis
        guard let first = unit.words.first, let last = unit.words.last else { return nil }
        var end = text.words[last].token + 1
        while end < analysis.tokens.count, analysis.tokens[end].isInner { end += 1 }
        let range = text.words[first].token..<end
        guard range.contains(where: { !analysis.tokens[$0].relation.isEmpty }) else { return nil }
        var parents = [Int](repeating: -1, count: range.count)
        var offspring = [[Int]](repeating: [], count: range.count)
        for number in text.words[first].sentence...text.words[last].sentence {
            let sentence = analysis.sentences[number].tokens
            for token in sentence where range.contains(token) && analysis.tokens[token].head >= 0 {
                let parent = sentence.lowerBound + analysis.tokens[token].head
                guard range.contains(parent), parent != token else { continue }
                parents[token - range.lowerBound] = parent
                offspring[parent - range.lowerBound].append(token)
            }
        }
        atoms = Self.atoms(text, unit, range)
        let full = Set(
            range.filter { token in
                let word = analysis.tokens[token]
                return word.upos == .verb && word.morphology.form == .finite
                    && !isHelper(WordText.lowered(analysis.text(word.start..<word.end)))
            })
        // A finite verb taken for a helper of the next one («le pont rouvrira lundi, a annoncé …») has what stands before it.
        for token in full.sorted() where analysis.tokens[token].relation.hasPrefix("aux") {
            let parent = parents[token - range.lowerBound]
            guard parent > token else { continue }
            let before = offspring[parent - range.lowerBound].filter { $0 < token }
            offspring[parent - range.lowerBound].removeAll { $0 < token }
            offspring[token - range.lowerBound] = (before + offspring[token - range.lowerBound]).sorted()
            for child in before { parents[child - range.lowerBound] = token }
        }
        // A clause set beside another («…, a annoncé le maire») has nothing of its own before that one's verb.
        for token in range where analysis.tokens[token].relation.hasPrefix("parataxis") {
            let parent = parents[token - range.lowerBound]
            guard parent >= 0, parent < token else { continue }
            let before = offspring[token - range.lowerBound].filter { $0 < parent }
            offspring[token - range.lowerBound].removeAll { $0 < parent }
            offspring[parent - range.lowerBound] = (before + offspring[parent - range.lowerBound]).sorted()
            for child in before { parents[child - range.lowerBound] = parent }
        }
        (tokens, self.range, self.parents, self.offspring, self.full) = (analysis.tokens, range, parents, offspring, full)
    }

    /// The atom of each token.
    private static func atoms(_ text: WordText, _ unit: Unit, _ range: Range<Int>) -> [Int] {
        var out = [Int](repeating: 0, count: range.count)
        for (index, atom) in unit.atoms.enumerated() {
            let first = text.words[atom.words.lowerBound].token
            let next = index + 1 < unit.atoms.count ? text.words[unit.atoms[index + 1].words.lowerBound].token : range.upperBound
            for token in first..<max(first, next) { out[token - range.lowerBound] = index }
        }
        return out
    }

    func parent(_ token: Int) -> Int? {
        let parent = parents[token - range.lowerBound]
        return parent < 0 ? nil : parent
    }

    func children(_ token: Int) -> [Int] { offspring[token - range.lowerBound] }

    func atom(_ token: Int) -> Int { atoms[token - range.lowerBound] }

    /// Whether the relation of a token to its head is this one or a kind of it.
    func isRelation(_ token: Int, _ name: String) -> Bool {
        let relation = tokens[token].relation
        return relation == name || relation.hasPrefix(name) && relation.dropFirst(name.count).first == ":"
    }

    func child(_ token: Int, _ name: String) -> Int? { children(token).first { isRelation($0, name) } }

    func isVerb(_ token: Int) -> Bool { tokens[token].upos == .verb || tokens[token].upos == .auxiliary }

    private static let clausal = ["root", "acl", "advcl", "ccomp", "xcomp", "csubj", "parataxis"]

    /// Whether a token is the head of a clause: by its relation, or a verb, or a predicate with copula or subject, beside another one.
    func isClauseHead(_ token: Int) -> Bool {
        if parent(token) == nil || full.contains(token) { return true }
        if Self.clausal.contains(where: { isRelation(token, $0) }) { return true }
        guard isRelation(token, "conj") else { return false }
        return isVerb(token) && !isRelation(token, "aux") || children(token).contains { isRelation($0, "cop") || isRelation($0, "nsubj") }
    }

    /// The head of the clause that a token stands in.
    func clause(of token: Int) -> Int {
        var token = token
        while !isClauseHead(token), let parent = parent(token) { token = parent }
        return token
    }

    /// The tokens that hang on a token, itself included, in order; those that `isLeft` are passed over with all that hangs on them.
    func subtree(_ token: Int, without isLeft: (Int) -> Bool = { _ in false }) -> [Int] {
        var out: [Int] = []
        var open = [token]
        while let next = open.popLast() {
            out.append(next)
            open += children(next).filter { !isLeft($0) }
        }
        return out.sorted()
    }

    /// Whether one token hangs on another, or is it.
    func hangs(_ token: Int, on other: Int) -> Bool {
        var token: Int? = token
        while let here = token {
            if here == other { return true }
            token = parent(here)
        }
        return false
    }

    /// The token by which some tokens hang on the rest: the first whose head stands outside.
    func top(of tokens: Range<Int>) -> Int {
        tokens.first { token in parent(token).map { !tokens.contains($0) } ?? true } ?? tokens.lowerBound
    }
}
