// The figures of one sentence while they are made: each match becomes a draft, is looked at in its sentence, and is kept or passed over.
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeText

/// The state of the finder inside one sentence.
struct FigureReading {
    private enum Tuning {
        /// Below this a bare number without anything counted is no figure; tuned on French news of 2019 to 2021.
        static let bareMinimum = 100.0
        /// Words between a preposition of place and the name that it governs.
        static let placeReach = 7
        /// From so many digits on a count is written in groups.
        static let longRun = 6
        /// Small numbers after a definite article (`les deux parties`) only point back.
        static let pointingMaximum = 3.0
    }

    let surroundings: FigureSurroundings
    let sentence: Int
    let lexemes: SentenceLexemes
    /// The numbers of all tokens of the article in the lexicon.
    let words: [Int32]
    let lexicon: RuleLexicon
    let marks: WordMarks
    let concepts: Concepts
    let isHeadLast: Bool
    let pluralEndings: [String]
    /// The figures of the sentences before.
    let earlier: [Figure]
    private var entries: [FigureEntry] = []

    /// The figures, those of lists completed.
    var figures: [Figure] {
        FigureList(lexemes: lexemes, marks: marks).completed(entries).filter { $0.isKept }.map { $0.figure }
    }

    private var analysis: Analysis { surroundings.analysis }
    private var tokens: Range<Int> { analysis.sentences[sentence].tokens }
    private var bytes: Range<Int> { analysis.sentences[sentence].bytes }

    init(
        surroundings: FigureSurroundings, sentence: Int, lexemes: SentenceLexemes, words: [Int32], lexicon: RuleLexicon, marks: WordMarks,
        concepts: Concepts, isHeadLast: Bool, pluralEndings: [String], earlier: [Figure]
    ) {
        self.surroundings = surroundings
        self.sentence = sentence
        self.lexemes = lexemes
        self.words = words
        self.lexicon = lexicon
        self.marks = marks
        self.concepts = concepts
        self.isHeadLast = isHeadLast
        self.pluralEndings = pluralEndings
        self.earlier = earlier
    }

    mutating func read(_ match: RuleMatch) {
        guard var draft = FigureDraft(match, lexemes), let first = draft.lexemes.first, let last = draft.lexemes.last else { return }
        let core = first.bytes.lowerBound..<last.bytes.upperBound
        let counter = counter()
        var phrase = self.phrase(&draft, counter)
        if draft.unit == "%", let found = phrase, !isComplemented(draft, found) { phrase = nil }
        guard isNumber(draft, phrase) else { return }
        let (isKept, isBare) = (isFigure(draft, phrase), isBare(draft, phrase))
        guard isKept || isBare && isFollowedByWord(draft), isWanted(&draft, core, phrase) else { return }
        let end = max(core.upperBound, phrase.map { analysis.tokens[$0.end - 1].end } ?? 0)
        let figure = figure(draft, phrase, core.lowerBound..<end, core)
        entries.append(FigureEntry(figure: figure, words: draft.match.words, isBare: isBare, isKept: isKept))
    }

    /// A single number with neither unit nor thing counted.
    private func isBare(_ draft: FigureDraft, _ phrase: CountedPhrase?) -> Bool {
        phrase == nil && draft.value != nil && draft.unit == nil && draft.quantity == .count
            && draft.match[.change] == nil && draft.match[.among] == nil && !draft.lexemes.contains { $0.has(.recentYear) }
    }

    private func isFollowedByWord(_ draft: FigureDraft) -> Bool {
        let next = draft.match.words.upperBound
        return next < lexemes.count && lexemes[next].has(.word)
    }

    private func counter() -> CountedReader {
        CountedReader(
            analysis: analysis, sentence: tokens, words: words, marks: marks, isHeadLast: isHeadLast, pluralEndings: pluralEndings,
            isPlace: { [surroundings] token in surroundings.name(meeting: token.start..<token.end)?.kind == .place },
            isState: { [concepts] token in concepts.state(token) != nil }
        )
    }

    // MARK: the thing counted

    /// The noun after the number, or after `de` where a scale or unit stands between.
    private func phrase(_ draft: inout FigureDraft, _ counter: CountedReader) -> CountedPhrase? {
        guard let last = draft.lexemes.last, draft.match[.change] != "FROM", draft.match[.among] == nil else { return nil }
        var start = last.tokens.upperBound
        while start < tokens.upperBound, analysis.tokens[start].isInner { start += 1 }
        guard start < tokens.upperBound else { return nil }
        if counter.has(start, .complement) {
            let isSplit = start + 1 < tokens.upperBound && analysis.tokens[start + 1].isInner
            let inner = isSplit ? start + 2 : start + 1
            guard takesComplement(draft, isSplit: isSplit), inner < tokens.upperBound, !counter.has(inner, .dimension) else { return nil }
            start = counter.has(inner, .determiner) && draft.quantity == .share ? counter.next(inner) : inner
            let phrase = counter.phrase(at: start)
            if let phrase, draft.unit == nil { setUnit(&draft, head: phrase.head) }
            return phrase
        }
        guard draft.unit == nil || draft.match[.fraction] != nil else { return nil }
        guard let phrase = counter.phrase(at: start) else { return nil }
        setUnit(&draft, head: phrase.head)
        return phrase
    }

    /// `millions de`, `tonnes de`, `% des`, `un tiers de`; not `1.000 des 4.000 tonnes`.
    private func takesComplement(_ draft: FigureDraft, isSplit: Bool) -> Bool {
        if draft.quantity == .share { return true }
        if draft.unit != nil { return !isSplit }
        return !isSplit
            && (draft.match[.vague] != nil || draft.match[.factor] != nil || isScaled(draft) || draft.match.name.hasSuffix("collective"))
    }

    private func isScaled(_ draft: FigureDraft) -> Bool { max(abs(draft.value ?? 0), abs(draft.high ?? 0)) >= 1e6 }

    /// `les 50 derniers kilomètres`: the unit stands after an adjective.
    private func setUnit(_ draft: inout FigureDraft, head: Int) {
        if let measure = value(head, .measure) {
            (draft.quantity, draft.unit) = (.measure, measure)
        } else if let money = value(head, .currency) {
            (draft.quantity, draft.unit) = (.money, money)
        } else if isScaled(draft), let money = value(head, .scaledCurrency) {
            (draft.quantity, draft.unit) = (.money, money)
        }
    }

    /// What a token means as a word of a class, where it is one.
    private func value(_ token: Int, _ mark: WordMark) -> String? {
        marks.has(words[token], mark) ? lexicon.value(analysis.tokens[token].folded, mark.name) : nil
    }

    private func isComplemented(_ draft: FigureDraft, _ phrase: CountedPhrase) -> Bool {
        guard let last = draft.lexemes.last else { return false }
        return phrase.words.lowerBound > last.tokens.upperBound
    }

    // MARK: what is no figure

    /// No part of a name, no code, no word that points back.
    private func isNumber(_ draft: FigureDraft, _ phrase: CountedPhrase?) -> Bool {
        if let number = numberBytes(draft), let name = surroundings.name(meeting: number) {
            let bytes = analysis.byteRange(name.passage)
            if bytes.lowerBound <= number.lowerBound, name.end > name.start { return false }
        }
        return !isCode(draft, phrase) && !pointsBack(draft, phrase)
    }

    private func isFigure(_ draft: FigureDraft, _ phrase: CountedPhrase?) -> Bool {
        if phrase != nil || draft.standsAlone || draft.match[.among] != nil { return true }
        let size = max(abs(draft.value ?? 0), abs(draft.high ?? 0))
        if draft.low != nil || draft.lexemes.contains(where: { $0.has(.year) }) { return false }
        return size >= Tuning.bareMinimum && isGrouped(draft) || followsPartMark(draft)
    }

    private func numberBytes(_ draft: FigureDraft) -> Range<Int>? {
        guard let first = draft.lexemes.first(where: { $0.number != nil }) else { return nil }
        return first.bytes
    }

    /// A number with blanks or marks inside, or a scale: `2 500`, not `2500` or `237`.
    private func isGrouped(_ draft: FigureDraft) -> Bool {
        guard let number = draft.lexemes.first(where: { $0.number != nil }) else { return false }
        return number.bytes.count > 4 || (number.number?.value ?? 0) >= 1000
    }

    private func before(_ draft: FigureDraft, _ count: Int = 1) -> Lexeme? {
        let index = draft.match.words.lowerBound - count
        return index >= 0 ? lexemes[index] : nil
    }

    /// `un pied d'égalité`, `un degré de démolition`: one of a unit that also means something else; `50/50`, which measures nothing.
    private func isFigureOfSpeech(_ draft: FigureDraft) -> Bool {
        guard draft.value == 1, draft.hedge == nil, let last = draft.lexemes.last else { return false }
        if draft.match.name.hasSuffix("fraction") { return true }
        return draft.lexemes.count == 2 && draft.lexemes.first?.number?.hasDigits != true && marks.has(last.word, .figurative)
    }

    /// Digits in one run that count nothing name a thing (a lot, a barcode); after a lone zero they are a telephone's.
    private func isIdentifier(_ draft: FigureDraft, _ phrase: CountedPhrase?) -> Bool {
        guard phrase == nil, draft.unit == nil, draft.hedge == nil, let first = draft.lexemes.first, first.number?.hasDigits == true else {
            return false
        }
        if let before = before(draft), isDigits(before), analysis.bytes[before.bytes.lowerBound] == 0x30 { return true }
        return draft.lexemes.count == 1 && first.bytes.count >= Tuning.longRun && isDigits(first)
    }

    private func isDigits(_ lexeme: Lexeme) -> Bool { analysis.bytes[lexeme.bytes].allSatisfy { (0x30...0x39).contains($0) } }

    /// Numbers of streets, laws, channels, telephones, lists and scores.
    private func isCode(_ draft: FigureDraft, _ phrase: CountedPhrase?) -> Bool {
        if isFigureOfSpeech(draft) || isIdentifier(draft, phrase) { return true }
        guard draft.unit == nil, draft.hedge == nil || draft.hedge == .between else { return false }
        if let before = before(draft), marks.has(before.word, .codeLead), !isVerb(before), !countsMany(draft, phrase) {
            return true
        }
        let last = draft.match.words.upperBound
        if last < lexemes.count, marks.has(lexemes[last].word, .street) { return true }
        if last < lexemes.count, Self.isOfCode(lexemes.mark(last), lexemes[last]) { return true }
        if draft.lexemes.first?.has(.glued) == true, isCodeMark(before: draft) { return true }
        return isTelephone(draft) || isListNumber(draft)
    }

    /// A stroke or colon after a number, or a hyphen that touches it.
    private static func isOfCode(_ mark: UInt8, _ lexeme: Lexeme) -> Bool {
        mark == 0x2F || mark == 0x3A || mark == 0x2D && lexeme.has(.glued)
    }

    private func isCodeMark(before draft: FigureDraft) -> Bool {
        let index = draft.match.words.lowerBound - 1
        guard index >= 0 else { return false }
        return [0x2F, 0x2D, 0x23, 0x2E].contains(lexemes.mark(index)) || lexemes.folded(index) == "n°"
    }

    private func isVerb(_ lexeme: Lexeme) -> Bool {
        lexeme.tokens.count == 1 && analysis.tokens[lexeme.tokens.lowerBound].upos == .verb
    }

    /// More than one, and a plural noun: a word such as `formule` before it is a verb then.
    private func countsMany(_ draft: FigureDraft, _ phrase: CountedPhrase?) -> Bool {
        guard let phrase, (draft.value ?? 0) > 1 else { return false }
        let head = analysis.tokens[phrase.head]
        return head.upos == .noun && head.morphology.isPlural == true
    }

    /// Three numbers of two digits in a row.
    private func isTelephone(_ draft: FigureDraft) -> Bool {
        let place = draft.match.words.lowerBound
        let around = max(0, place - 2)..<min(lexemes.count, place + 3)
        var run = 0
        for index in around {
            let isPair = lexemes[index].has(.shortYear)
            run = isPair ? run + 1 : 0
            if run >= 3 { return true }
        }
        return false
    }

    private func isListNumber(_ draft: FigureDraft) -> Bool {
        guard draft.match.words.lowerBound == 0, draft.match.words.count == 1, lexemes.count > 1 else { return false }
        return [0x2E, 0x29, 0x2D, 0x2F].contains(lexemes.mark(1))
    }

    /// `les deux parties`; not `les deux ouvriers blessés`, which says how many became what.
    private func pointsBack(_ draft: FigureDraft, _ phrase: CountedPhrase?) -> Bool {
        guard draft.unit == nil, draft.hedge == nil, let value = draft.value, value > 0, value <= Tuning.pointingMaximum,
            draft.match[.fraction] == nil, draft.match[.change] == nil, let before = before(draft)
        else { return false }
        guard marks.has(before.word, .definite) else { return false }
        guard let phrase else { return true }
        return !(phrase.head + 1..<max(phrase.head + 1, phrase.words.upperBound)).contains { concepts.state(analysis.tokens[$0]) != nil }
    }

    private func followsPartMark(_ draft: FigureDraft) -> Bool {
        before(draft).map { marks.has($0.word, .partMark) } ?? false
    }

    /// Dates are no figures; lengths of time only where they are a range or a length of something; a number of years outside any time is an age.
    private func isWanted(_ draft: inout FigureDraft, _ core: Range<Int>, _ phrase: CountedPhrase?) -> Bool {
        let time = surroundings.time(meeting: core)
        guard draft.quantity == .duration else { return time == nil || time?.kind == .duration && draft.unit != nil }
        guard let time else {
            draft.quantity = draft.unit == "a" || draft.unit == "mo" ? .age : .duration
            return draft.quantity == .age
        }
        return time.kind == .duration && (draft.low != nil || phrase != nil)
    }

    // MARK: the figure

    private func figure(_ draft: FigureDraft, _ phrase: CountedPhrase?, _ whole: Range<Int>, _ core: Range<Int>) -> Figure {
        let passage = analysis.passage(whole)
        let counted = countedWords(draft, phrase)
        let place = surroundings.place(near: whole, in: bytes) { isLocative($0) }
        let state = StateReader(
            analysis: analysis, sentence: tokens, words: words, marks: marks, concepts: concepts,
            isCount: draft.quantity == .count && draft.match[.fraction] == nil
        )
        let first = draft.lexemes.first?.tokens.lowerBound ?? tokens.lowerBound
        let end = phrase?.end ?? draft.lexemes.last?.tokens.upperBound ?? tokens.upperBound
        var figure = Figure(
            passage, id: Identifier.item("f", passage), quantity: draft.quantity, value: draft.value, low: draft.low, high: draft.high,
            hedge: draft.hedge, unit: draft.unit, counted: counted, place: place?.value.text,
            when: surroundings.when(near: whole, in: bytes) { isBeginning($0) },
            saidBy: surroundings.statement(holding: core), countedKeys: keys(phrase),
            stateKeys: state.states(first, end, phrase) + restriction(after: end),
            placeKey: place.flatMap { surroundings.key(of: $0.value) }, sentence: sentence, rule: draft.match.name
        )
        figure.partOf = partOf(draft)
        if draft.match[.among] != nil, let whole = pointedAt(by: figure) { figure.take(from: whole) }
        if draft.match[.change] == "TO" { figure.changedFrom = figures.last?.id }
        if draft.isDamaged { figure.warnings = [Self.damage] }
        return figure
    }

    /// The count that `neuf d'entre eux` speaks of: the last one of more, in this sentence or the one before.
    private func pointedAt(by figure: Figure) -> Figure? {
        (earlier.filter { $0.sentence == sentence - 1 } + figures).last {
            $0.quantity == .count && $0.counted != nil && ($0.value ?? 0) > (figure.value ?? 0)
        }
    }

    private static let damage = Warning(
        code: "read.figure.damaged", message: "a leftover of machine translation stands after the number and was passed over",
        remedy: "check the number against the original"
    )

    /// `4 morts côté français`: only some of those concerned are counted.
    private func restriction(after end: Int) -> [String] {
        guard end < tokens.upperBound else { return [] }
        return value(end, .restriction).map { [$0] } ?? []
    }

    /// The first lexeme that starts at a byte or after it.
    private func lexeme(from byte: Int) -> Int? { lexemes.indices.first { lexemes[$0].bytes.lowerBound >= byte } }

    /// `depuis 2014`: the word before a time makes it the beginning of something that goes on.
    private func isBeginning(_ byte: Int) -> Bool {
        guard let time = lexeme(from: byte), time > 0 else { return false }
        return marks.has(lexemes[time - 1].word, .since) || marks.has(lexemes[time].word, .since)
    }

    /// Whether a preposition of place governs the name at a byte: `en Irak`, `dans le nord de la Syrie`.
    private func isLocative(_ byte: Int) -> Bool {
        guard let place = lexeme(from: byte) else { return false }
        for index in stride(from: place - 1, through: max(0, place - Tuning.placeReach), by: -1) {
            let word = lexemes[index].word
            if marks.has(word, .locative) { return true }
            if marks.has(word, .clauseMark) || marks.has(word, .verbLike) || lexemes[index].number != nil {
                return false
            }
        }
        return false
    }

    private func countedWords(_ draft: FigureDraft, _ phrase: CountedPhrase?) -> String? {
        guard let phrase else { return nil }
        let span = analysis.tokens[phrase.words.lowerBound].start..<analysis.tokens[phrase.words.upperBound - 1].end
        let words = analysis.text(span)
        guard draft.quantity == .duration, let unit = draft.lexemes.last else { return words }
        return analysis.text(unit.bytes.lowerBound..<span.upperBound)
    }

    /// The head first, then the other content words.
    private func keys(_ phrase: CountedPhrase?) -> [String] {
        guard let phrase else { return [] }
        var keys = [concepts.key(analysis.tokens[phrase.head])]
        for index in phrase.words where index != phrase.head && !analysis.tokens[index].isInner {
            if marks.has(words[index], .complement) || marks.has(words[index], .determiner) { continue }
            let key = concepts.key(analysis.tokens[index])
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    /// `81 membres, dont 76 pays et 5 organisations`: the figure before the mark; a further part joins the first one's whole.
    private func partOf(_ draft: FigureDraft) -> String? {
        guard let last = entries.last else { return nil }
        let isPart = followsPartMark(draft)
        let end = last.words.upperBound
        guard isPart || isJoined(after: end, to: draft), let whole = figures.last else { return nil }
        if isPart { return whole.id }
        let from = analysis.byteRange(whole.passage).upperBound
        let between = lexemes.indices.filter { lexemes[$0].bytes.lowerBound >= from && $0 < draft.match.words.lowerBound }
        return between.count == 1 && marks.has(lexemes[between[0]].word, .tenJoint) ? whole.partOf : nil
    }

    /// Whether a joint stands right before a figure, after the number before.
    private func isJoined(after end: Int, to draft: FigureDraft) -> Bool {
        let joint = draft.match.words.lowerBound - 1
        return joint >= end && marks.has(lexemes[joint].word, .tenJoint)
    }
}
