// A cue's words in, the atom of its subject out, where the trees of the language tell: the subject that hangs on the verb, or on the verb
// that it is coordinated with. A relative pronoun stands for the noun that its clause hangs on. Also how far what hangs on a phrase goes.
internal import RecoupeModel

/// Looks up subjects in the trees of one unit.
struct SpeechTree {
    let text: WordText
    let unit: Unit

    private enum Tuning {
        /// Words on either side of a verb among which its subject is looked for.
        static let reach = 60
        /// Steps from a coordinated verb to the first.
        static let climb = 3
        /// Steps down the tree from a phrase, and words on either side of it among which these lead: a sentence without end has many phrases.
        static let depth = 12
        static let spread = 250
    }

    /// The atom of the subject of a verb in some atoms, before them; nothing where there is no tree.
    func subject(of atoms: Range<Int>) -> Int? {
        guard var verb = verb(in: atoms) else { return nil }
        for _ in 0..<Tuning.climb {
            if let subject = subject(of: verb) {
                guard isRelative(subject) else { return atom(of: subject, before: atoms.lowerBound) }
                return relation(verb).hasPrefix("acl") ? head(verb).flatMap { atom(of: $0, before: atoms.lowerBound) } : nil
            }
            guard relation(verb).hasPrefix("conj"), let next = head(verb) else { return nil }
            verb = next
        }
        return nil
    }

    /// The atom after all that hangs on a phrase (appositions, participles, relative clauses); nothing where there is no tree.
    func end(of phrase: Range<Int>) -> Int? {
        guard let first = phrase.first, let last = phrase.last else { return nil }
        let tokens = text.words[unit.atoms[first].words.lowerBound].token...text.words[unit.atoms[last].words.upperBound - 1].token
        let all = sentence(of: tokens.lowerBound)
        guard all.contains(tokens.upperBound), let top = tokens.first(where: { index in head(index).map { !tokens.contains($0) } ?? false })
        else { return nil }
        let near = max(all.lowerBound, top - Tuning.spread)..<min(all.upperBound, top + Tuning.spread)
        var inside: Set<Int> = [top]
        for _ in 0..<Tuning.depth {
            let more = near.filter { index in
                let head = text.analysis.tokens[index].head
                return head >= 0 && inside.contains(all.lowerBound + head) && !inside.contains(index)
            }
            if more.isEmpty { break }
            inside.formUnion(more)
        }
        guard let end = inside.max(), inside.count < all.count else { return nil }
        let byte = text.analysis.tokens[end].end
        let atom = unit.atoms.partitionIndex { text.words[$0.words.upperBound - 1].bytes.upperBound > byte - 1 }
        var limit = min(unit.atoms.count, max(last, atom) + 1)
        while limit - 1 > last, unit.atoms[limit - 1].isSign, unit.atoms[limit - 1].quote == nil, unit.atoms[limit - 1].lower != ")" {
            limit -= 1
        }
        return limit
    }

    /// The verb itself: of the cue's tokens the one on which the others hang.
    private func verb(in atoms: Range<Int>) -> Int? {
        let tokens = atoms.map { text.words[unit.atoms[$0].words.lowerBound].token }
        return tokens.last { index in
            let token = text.analysis.tokens[index]
            return token.upos == .verb && !token.relation.hasPrefix("aux")
        }
    }

    private func sentence(of token: Int) -> Range<Int> {
        text.analysis.sentence(atByte: text.analysis.tokens[token].start).map { text.analysis.sentences[$0].tokens } ?? token..<token
    }

    private func relation(_ token: Int) -> String { text.analysis.tokens[token].relation }

    private func head(_ token: Int) -> Int? {
        let head = text.analysis.tokens[token].head
        return head < 0 ? nil : sentence(of: token).lowerBound + head
    }

    private func subject(of verb: Int) -> Int? {
        let all = sentence(of: verb)
        let near = max(all.lowerBound, verb - Tuning.reach)..<min(all.upperBound, verb + Tuning.reach)
        let number = verb - all.lowerBound
        return near.first { text.analysis.tokens[$0].head == number && text.analysis.tokens[$0].relation.hasPrefix("nsubj") }
    }

    private func isRelative(_ token: Int) -> Bool {
        let start = text.analysis.tokens[token].start
        return text.words(in: start..<text.analysis.tokens[token].end).first.map { text.words[$0].classes.contains(.subjectRelative) }
            ?? false
    }

    private func atom(of token: Int, before end: Int) -> Int? {
        let start = text.analysis.tokens[token].start
        let index = unit.atoms[..<end].partitionIndex { text.words[$0.words.upperBound - 1].bytes.upperBound > start }
        guard index < end, text.words[unit.atoms[index].words.lowerBound].bytes.lowerBound <= start else { return nil }
        return index
    }
}
