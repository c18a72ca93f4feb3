// A phrase that speaks in, who that is out: a name's referent, a pronoun's or a description's by the discourse so far, or a source that
// the report leaves unnamed.
internal import RecoupeModel
internal import RecoupeText

/// Turns phrases into speakers.
struct SpeakerResolver {
    let phrases: PhraseReader
    let text: WordText
    let unit: Unit

    private var atoms: [Atom] { unit.atoms }

    func speaker(_ phrase: SpeakerPhrase, in discourse: inout Discourse) -> Speaker {
        if let head = phrase.head, head.kind == .pronoun { return pronoun(phrase, head, discourse) }
        if let name = phrase.name { return named(phrase, name, &discourse) }
        if let author = author(of: phrase) { return author }
        let speaker = described(phrase, discourse)
        if let head = phrase.head, phrase.isIndefinite, !phrase.isPlural {
            discourse.remember(description: folded(head.words.joined(separator: " ")), keys: keys(phrase.atoms, head), speaker)
        }
        return speaker
    }

    private func pronoun(_ phrase: SpeakerPhrase, _ head: SpeakerNoun, _ discourse: Discourse) -> Speaker {
        let bytes = bareBytes(phrase)
        guard !head.isNobody, var known = discourse.resolve(pronoun: head, inverted: head.isInverted) else {
            return Speaker(
                bytes: bytes, words: text.analysis.text(bytes), gender: head.gender, isPlural: head.isPlural,
                head: head, doubts: ["speaker-by-pronoun"])
        }
        known.bytes = bytes
        known.head = head
        known.keys = []
        known.words = text.analysis.text(bytes)
        known.doubts = ["speaker-by-pronoun"]
        if known.gender == nil { known.gender = head.gender }
        return known
    }

    /// The bytes of a pronoun without the hyphens that tie it to its verb: `il` of `-t-il`.
    private func bareBytes(_ phrase: SpeakerPhrase) -> Range<Int> {
        let bytes = text.bytes(phrase.atoms, of: unit)
        let surface = text.analysis.text(bytes)
        guard surface.hasPrefix("-"), let hyphen = surface.lastIndex(of: "-") else { return bytes }
        return bytes.lowerBound + surface[...hyphen].utf8.count..<bytes.upperBound
    }

    private func named(_ phrase: SpeakerPhrase, _ name: Int, _ discourse: inout Discourse) -> Speaker {
        guard let index = atoms[name].name else { return described(phrase, discourse) }
        let referent = text.names[index].referent
        if phrase.isPlural {
            let bytes = text.bytes(phrase.atoms, of: unit)
            return Speaker(bytes: bytes, words: text.analysis.text(bytes), isPlural: true, name: text.analysis.text(bytes))
        }
        let bytes = text.bytes(name..<(name + 1), of: unit)
        let isPerson = text.names[index].kind == .person
        let known = discourse.referents.indices.contains(referent) ? referent : nil
        var gender = known.flatMap { discourse.referents[$0].gender } ?? (isPerson ? phrase.head?.gender : nil)
        if gender == nil, isPerson { gender = titleGender(phrase) }
        let speaker = Speaker(
            bytes: bytes, words: text.analysis.text(bytes), referent: known, gender: gender, isInstitution: !isPerson,
            isMedium: !isPerson && isMedium(index, phrase))
        if let head = phrase.head, phrase.atoms.lowerBound < name {
            discourse.remember(description: head.words.joined(separator: " "), keys: keys(phrase.atoms.lowerBound..<name, head), speaker)
        }
        return speaker
    }

    /// Whether a name is that of a medium, by the pack's list or the noun before it.
    private func isMedium(_ name: Int, _ phrase: SpeakerPhrase) -> Bool {
        phrase.head?.kind == .medium || phrases.lexicon.isMedium(text.names[name].passage.text)
    }

    private func titleGender(_ phrase: SpeakerPhrase) -> Referent.Gender? {
        phrase.atoms.lazy.compactMap { phrases.lexicon.speaker(at: $0, word: phrases.lower)?.gender }.first
    }

    /// A document may stand for its author: the name in its phrase.
    private func author(of phrase: SpeakerPhrase) -> Speaker? {
        guard phrase.head?.kind == .document else { return nil }
        var end = phrase.atoms.upperBound
        while end < min(atoms.count, phrase.atoms.upperBound + 8), !atoms[end].isSign, atoms[end].quote == nil, !phrases.isVerb(end) {
            end += 1
        }
        let name = (phrase.atoms.lowerBound..<end).first { index in
            atoms[index].name.map { text.names[$0].kind == .organisation || text.names[$0].kind == .person } ?? false
        }
        guard let name, let index = atoms[name].name else { return nil }
        let bytes = text.bytes(name..<(name + 1), of: unit)
        return Speaker(
            bytes: bytes, words: text.analysis.text(bytes), referent: text.names[index].referent,
            isInstitution: text.names[index].kind != .person, doubts: ["speaker-by-document"])
    }

    private func described(_ phrase: SpeakerPhrase, _ discourse: Discourse) -> Speaker {
        let bytes = text.bytes(phrase.atoms, of: unit)
        let kind = phrase.head?.kind
        let isInstitution = kind == .institution || kind == .medium || kind == .document
        var speaker = Speaker(
            bytes: bytes, words: text.analysis.text(bytes), gender: phrase.head.flatMap { gender(phrase, $0) }, isPlural: phrase.isPlural,
            isAnonymous: !isInstitution, isInstitution: isInstitution, isMedium: kind == .medium)
        if phrase.head == nil, !phrase.isIndefinite, !phrase.isPlural, phrase.hasDeterminer, !isOwned(phrase), let thing = thing(phrase) {
            speaker.head = thing
            speaker.keys = keys(phrase.atoms, thing)
        }
        guard let head = phrase.head, !phrase.isIndefinite, kind != .source, kind != .group else { return speaker }
        let passage = text.analysis.passage(bytes)
        let own = passage.start..<passage.end
        let found: Speaker?
        if isSame(phrase) {
            found = discourse.lastSpeaker()
        } else {
            found =
                isOwned(phrase)
                ? nil
                : discourse.resolve(
                    head, keys: keys(phrase.atoms, head), gender: gender(phrase, head), place: bytes.lowerBound, own: own)
        }
        if kind == .person, !isOwned(phrase), found == nil { speaker.description = head }
        if !isOwned(phrase), !isSame(phrase) {
            speaker.head = head
            speaker.keys = keys(phrase.atoms, head)
        }
        if let found, found.referent != nil {
            speaker.referent = found.referent
            speaker.name = found.name
            speaker.isAnonymous = false
            speaker.doubts = ["speaker-by-description"]
            speaker.gender = found.gender ?? speaker.gender
        }
        return speaker
    }

    /// The first noun of a definite phrase whose head the lexicon does not know (`le parc`), as that of an institution.
    private func thing(_ phrase: SpeakerPhrase) -> SpeakerNoun? {
        let first = phrase.atoms.lowerBound
        guard atoms[first].has(.definite), first + 1 < phrase.atoms.upperBound, atoms[first + 1].isWord, !atoms[first + 1].isSign else {
            return nil
        }
        let token = text.analysis.tokens[text.words[atoms[first + 1].words.lowerBound].token]
        guard token.upos == .noun, token.morphology.isPlural != true else { return nil }
        return SpeakerNoun(words: [atoms[first + 1].lower], kind: .institution, gender: nil, flags: [])
    }

    /// `son avocat` is nobody that has been described so.
    private func isOwned(_ phrase: SpeakerPhrase) -> Bool { atoms[phrase.atoms.lowerBound].has(.possessive) }

    /// The gender of the head, or of the article before it.
    private func gender(_ phrase: SpeakerPhrase, _ head: SpeakerNoun) -> Referent.Gender? {
        if let gender = head.gender { return gender }
        let first = atoms[phrase.atoms.lowerBound].lower
        if phrases.grammar.entries(.feminine).contains(first) { return .feminine }
        return phrases.grammar.entries(.masculine).contains(first) ? .masculine : nil
    }

    private func isSame(_ phrase: SpeakerPhrase) -> Bool {
        phrase.atoms.contains { phrases.grammar.entries(.same).contains(atoms[$0].lower) }
    }

    /// The words of a description besides head, determiners and prepositions, folded.
    private func keys(_ range: Range<Int>, _ head: SpeakerNoun) -> Set<String> {
        var out: Set<String> = []
        for index in range {
            if atoms[index].name != nil {
                out.formUnion(foldedWords(text.text(index..<(index + 1), of: unit)))
            } else if atoms[index].isWord, !atoms[index].has([.definite, .indefinite, .possessive, .preposition]), !atoms[index].isSign,
                !head.words.contains(atoms[index].lower)
            {
                out.formUnion(foldedWords(atoms[index].lower))
            }
        }
        return out
    }
}
