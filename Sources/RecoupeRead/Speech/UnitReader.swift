// One unit after another in, drafts of statements out. In each unit the cues are taken from left to right; each looks for its content
// and its speaker, and what one has taken no other takes. Quotations that are left go to who spoke last.
internal import RecoupeModel

/// Reads the units of one article.
struct UnitReader {
    let lexicon: SpeechLexicon
    let grammar: Grammar
    let text: WordText
    var discourse: Discourse
    var drafts: [(draft: Draft, unit: Int)] = []
    /// Quotations that stand alone at a paragraph's start and wait for who spoke them.
    var waiting: [(quote: Int, unit: Int)] = []
    /// Headings that are quotations, until the text has told who says so.
    var headings: [(quote: Int, unit: Int)] = []
    /// Units in which some verb says that somebody speaks.
    var cued: Set<Int> = []
    var previousUnit: Int?
    /// The person whom each unit is about: the first in it that no preposition governs, by unit.
    var subjects: [Int: Speaker] = [:]

    enum Tuning {
        /// Atoms of a run that may be a mere circumstance before a cue in the middle of a sentence (by the training part of marked news).
        static let shortRun = 9
    }

    init(lexicon: SpeechLexicon, grammar: Grammar, text: WordText, referents: [Referent]) {
        self.lexicon = lexicon
        self.grammar = grammar
        self.text = text
        discourse = Discourse(referents: referents, names: text.names) { word in
            lexicon.speaker(at: 0, word: { $0 == 0 ? word : nil })?.kind == .institution
        }
    }

    /// What one unit needs while it is read.
    struct Scope {
        let unit: Unit
        let number: Int
        let cues: [CueMatch]
        let phrases: PhraseReader
        let subjects: SubjectFinder
        let contents: ContentFinder
        let places: CircumstanceFinder
        let resolver: SpeakerResolver
        /// The first atom that no statement and no cue has taken.
        var cursor = 0
        /// Where the sentence began of which the last statement is the end: what another attribution after it says as a whole.
        var chain: Range<Int>?
        /// How far left a subject may stand.
        var bound = 0
        /// Who spoke last in this unit.
        var speaker: Speaker?
        /// Quotations of the unit that are part of a statement.
        var taken: Set<Int> = []
        /// Up to which atom names have been remembered.
        var remembered = 0
        var attributed = 0

        var atoms: [Atom] { unit.atoms }
    }

    mutating func read(_ unit: Unit, number: Int) {
        discourse.enter(unit: number, paragraph: unit.paragraph)
        let phrases = PhraseReader(lexicon: lexicon, grammar: grammar, text: text, unit: unit)
        let cues = CueScanner(lexicon: lexicon, verbs: lexicon, grammar: grammar, analysis: text.analysis, text: text, unit: unit).all()
        if cues.contains(where: { $0.form == .finite || $0.form == .passive }) { cued.insert(number) }
        var scope = Scope(
            unit: unit, number: number, cues: cues, phrases: phrases,
            subjects: SubjectFinder(phrases: phrases, text: text, unit: unit),
            contents: ContentFinder(lexicon: lexicon, phrases: phrases, text: text, unit: unit, cues: cues),
            places: CircumstanceFinder(phrases: phrases, text: text, unit: unit),
            resolver: SpeakerResolver(phrases: phrases, text: text, unit: unit))
        for match in cues where match.atoms.lowerBound >= scope.cursor {
            remember(upTo: match.atoms.lowerBound, &scope)
            attribute(match, &scope)
        }
        takeColon(&scope)
        takeLoneQuotations(&scope)
        remember(upTo: unit.atoms.count, &scope)
        previousUnit = number
    }

    /// Names become candidates for pronouns when they have been passed.
    private mutating func remember(upTo end: Int, _ scope: inout Scope) {
        guard scope.remembered < end else { return }
        for index in scope.remembered..<end {
            guard let name = scope.atoms[index].name, text.names[name].kind == .person || text.names[name].kind == .organisation else {
                continue
            }
            let referent = text.names[name].referent
            guard discourse.referents.indices.contains(referent) else { continue }
            let isAgent = index > 0 && scope.atoms[index - 1].has(.passiveBy)
            let isPrepositional = index > 0 && scope.atoms[index - 1].has(.preposition)
            let isGoverned = !isAgent && (isPrepositional || text.isGoverned(scope.atoms[index].words))
            let isPerson = text.names[name].kind == .person
            let speaker = Speaker(
                referent: referent, gender: discourse.referents[referent].gender, isInstitution: !isPerson,
                isMedium: !isPerson && lexicon.isMedium(discourse.referents[referent].name))
            if !speaker.isInstitution, !isGoverned, subjects[scope.number] == nil { subjects[scope.number] = speaker }
            discourse.remember(speaker, isSubject: !isGoverned, spoke: false, place: text.nameBytes[name].lowerBound)
        }
        scope.remembered = end
    }

    private mutating func attribute(_ match: CueMatch, _ scope: inout Scope) {
        switch match.form {
        case .expression: source(match, &scope)
        case .noun: break
        case .passive where match.inverted != nil && match.atoms.lowerBound > scope.cursor: incise(match, &scope)
        case .passive: passive(match, &scope)
        case .gerund, .infinitive, .bare: adjunct(match, &scope)
        case .finite: finite(match, &scope)
        }
    }

    /// Descriptions that nobody was found for mean the one person who speaks by name, if there is but one, of their gender, not known
    /// by another role.
    mutating func settleDescriptions() {
        var counts: [Int: Int] = [:]
        for (draft, _) in drafts {
            if let speaker = draft.speaker, !speaker.isInstitution, let referent = speaker.referent { counts[referent, default: 0] += 1 }
        }
        guard counts.count == 1, let referent = counts.keys.first, discourse.referents.indices.contains(referent) else { return }
        let gender = discourse.referents[referent].gender
        for index in drafts.indices {
            guard var speaker = drafts[index].draft.speaker, speaker.referent == nil, let noun = speaker.description,
                noun.flags.contains("role") || noun.flags.contains("epithet"),
                discourse.agrees(speaker.gender, gender)
            else { continue }
            let known = Speaker(referent: referent, gender: gender)
            guard !discourse.hasOtherRole(known, noun) else { continue }
            speaker.referent = referent
            speaker.isAnonymous = false
            if !speaker.doubts.contains("speaker-by-description") { speaker.doubts.append("speaker-by-description") }
            drafts[index].draft.speaker = speaker
        }
    }

    // MARK: Giving out

    mutating func give(_ draft: Draft, _ scope: inout Scope) {
        drafts.append((draft, scope.number))
        if let speaker = draft.speaker {
            scope.speaker = speaker
            discourse.remember(speaker, isSubject: true, spoke: true)
        }
        scope.attributed += 1
    }

    /// Gives what some atoms hold: the sentences of a quotation that stands alone in them, or the run as a whole.
    mutating func give(
        _ run: Range<Int>, _ template: Draft, _ scope: inout Scope, quotationsOnly: Bool = false
    ) {
        var run = run
        while run.count > 0, scope.atoms[run.lowerBound].isSign || scope.atoms[run.lowerBound].lower == "," {
            run = run.dropFirst().asRange
        }
        run = run.lowerBound..<scope.contents.trimmed(run.lowerBound, run.upperBound)
        guard !run.isEmpty else { return }
        let quotes = run.compactMap { scope.atoms[$0].quote }
        scope.taken.formUnion(quotes)
        let builder = StatementSentences(text: text)
        let only = run.filter { scope.atoms[$0].quote != nil || !scope.atoms[$0].isSign }
        if !quotes.isEmpty, only.allSatisfy({ scope.atoms[$0].quote != nil }) {
            for quote in quotes {
                for sentence in builder.sentences(of: text.quotations[quote]) {
                    var draft = template
                    draft.content = sentence
                    draft.mode = .direct
                    draft.quotation = quote
                    if !text.quotations[quote].isClosed { draft.doubts.append("quotation-unclosed") }
                    give(draft, &scope)
                }
            }
            return
        }
        guard let bytes = builder.trimmed(scope.atoms[run.lowerBound].words.lowerBound..<scope.atoms[run.upperBound - 1].words.upperBound)
        else {
            return
        }
        var draft = template
        draft.content = bytes
        draft.mode = quotes.isEmpty ? .indirect : .mixed
        give(draft, &scope)
    }

    func template(_ match: CueMatch, _ speaker: Speaker?, _ rule: String, _ scope: Scope, regions: [Range<Int>]) -> Draft {
        let cue = lexicon.cues[match.cue]
        var draft = Draft(
            content: 0..<0, mode: .indirect, speaker: speaker, match: match, cue: cueBytes(match, scope), stance: cue.stance, rule: rule)
        draft.circumstances = scope.places.find(in: regions, besides: nil)
        return draft
    }

    /// The bytes of a cue; an inverted pronoun inside it stays.
    private func cueBytes(_ match: CueMatch, _ scope: Scope) -> Range<Int> { text.bytes(match.atoms, of: scope.unit) }
}

extension Range where Bound == Int {
    var asRange: Range<Int> { self }
}

extension Slice where Base == Range<Int> {
    var asRange: Range<Int> { startIndex..<endIndex }
}
