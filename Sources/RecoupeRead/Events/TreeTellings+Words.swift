// A trigger in, the atoms that tell of it out: its clause or phrase without what is told beside it.
internal import RecoupeModel
internal import RecoupeText

extension TreeTellings {
    /// The noun's phrase, without its preposition and what is told of it in clauses.
    func nounAtoms(_ one: Found, isWhole: Bool = false) -> Range<Int> {
        let atoms = span(
            tree.subtree(one.token) { child in
                !isWhole && tree.isRelation(child, "acl:relcl") || isOtherClause(child)
                    || tree.isRelation(child, "case") && tree.parent(child) == one.token
            })
        return min(atoms.lowerBound, one.trigger.atoms.lowerBound)..<max(atoms.upperBound, one.trigger.atoms.upperBound)
    }

    /// The clause of a verb: what hangs on it but for other clauses; all of it where it announces what the other clause says.
    func extent(of one: Found, _ type: String) -> Range<Int> {
        if type == EventLexicon.announcement {
            let isBeside = tree.isRelation(one.token, "parataxis") || tree.isRelation(one.token, "acl")
            return isBeside ? times.afterDateline..<unit.atoms.count : span(tree.subtree(one.token))
        }
        var head = one.token
        // «a commencé à démonter» and «doit rouvrir» are one clause with their leading verb; a relative clause takes its noun along.
        while tree.isRelation(head, "xcomp"), let parent = tree.parent(head) { head = parent }
        if tree.isRelation(head, "acl"), let noun = tree.parent(head), !tree.isVerb(noun),
            tree.atom(head) - tree.atom(noun) <= Tuning.nounReach
        {
            return span(tree.subtree(noun) { $0 != head && isOtherClause($0) || tree.isRelation($0, "case") && tree.parent($0) == noun })
        }
        return span(clause(head, from: one.token))
    }

    /// What hangs on a head up to the first clause behind its verb that stands by itself.
    func clause(_ head: Int, from verb: Int) -> [Int] {
        let kept = tree.subtree(head, without: isOtherClause)
        let others = tree.subtree(head).filter { $0 > verb && !kept.contains($0) && isOtherClause($0) }
        guard let border = others.compactMap({ tree.subtree($0).first { $0 > verb } }).min() else { return kept }
        return kept.filter { $0 < border }
    }

    /// Clauses that stand by themselves: coordinated, finite adverbial, beside, behind a comma.
    func isOtherClause(_ token: Int) -> Bool {
        if tree.isRelation(token, "parataxis") { return true }
        if tree.isRelation(token, "conj") { return tree.isClauseHead(token) }
        guard tree.isRelation(token, "advcl") || tree.isRelation(token, "acl") else { return false }
        let start = tree.atom(tree.subtree(token).first { tree.tokens[$0].upos != .punctuation } ?? token)
        if start > 0, unit.atoms[start - 1].lower == "," { return true }
        return tree.isRelation(token, "advcl") && verbs.phrase(token).finite != nil
    }

    /// The atoms from the first to the last of some tokens, signs at the ends left out.
    func span(_ tokens: [Int]) -> Range<Int> {
        let kept = tokens.filter { tree.tokens[$0].upos != .punctuation }
        guard let first = kept.first, let last = kept.last else { return 0..<0 }
        return tree.atom(first)..<(tree.atom(last) + 1)
    }
}
