// One name, one kind, by everything that the article shows: names found so far in, the same with kinds out. All places of the same words
// bring their evidence (shape, given names, closing words, surroundings) together; a kind changes only where the evidence outweighs what
// was found. Whom nothing shows to be a person is taken for a body or a thing rather than for one.
internal import RecoupeModel

/// Settles kinds by evidence that a tagger of single words does not see.
struct NameEvidence {
    /// Points of evidence; tuned on the marked articles and the development stories.
    private enum Tuning {
        /// For the kind that was found.
        static let prior = 3
        /// The least that changes a kind.
        static let least = 3
        static let address = 9, givenName = 6, likelyGivenName = 4, age = 6, function = 3, apposition = 4, looseApposition = 3, initial = 3,
            family = 2
        static let firmTail = 8, bodyTail = 5, bodyPart = 6, calledBody = 5, knownBody = 5, bodyOf = 2, chez = 2, article = 2
        static let placeOf = 3, placed = 2, placeLink = 5, placeTail = 4, placePart = 2, calledThing = 5
        static let personOf = 2
    }

    private struct Points {
        var person = 0, organisation = 0, place = 0, other = 0
        /// For given names, and for what stands beside bodies rather than persons.
        var given = 0, beside = 0
        /// Places where the words right before call this very occurrence a body.
        var called: Set<Int> = []
        var hasArticle = false

        subscript(_ kind: EntityKind) -> Int {
            switch kind {
            case .person: person
            case .organisation: organisation
            case .place: place
            default: other
            }
        }
    }

    let lexicon: NameLexicon
    let habits: WordHabits?
    let words: NameWords

    func settled(_ spans: [NameSpan]) -> [NameSpan] {
        var out = spans
        let surnames = Self.surnames(spans, words)
        let groups = Dictionary(grouping: spans.indices) { key(spans[$0].words) }
        var bodies: Set<String> = []
        var points: [String: Points] = [:]
        for name in groups.keys.sorted() {
            guard let members = groups[name], let first = members.first, spans[first].kind != .event, !isKnown(spans[first].words),
                !isTitle(spans[first])
            else {
                continue
            }
            let found = self.points(members.map { spans[$0].words }, surnames)
            points[name] = found
            for index in members { settle(&out[index], found) }
            if out[first].kind == .organisation, out[first].words.count > 1 { bodies.insert(name) }
        }
        settleShortForms(&out, groups, bodies, points)
        return out
    }

    private func key(_ range: Range<Int>) -> String { words.all[range].map { $0.folded }.joined(separator: " ") }

    private func isKnown(_ range: Range<Int>) -> Bool {
        lexicon.gazetteer.longest(words.all[range], at: range.lowerBound)?.end == range.upperBound
    }

    /// A work's title between quotation marks.
    private func isTitle(_ span: NameSpan) -> Bool {
        let (left, right) = (span.words.lowerBound - 1, span.words.upperBound)
        guard span.kind == .other, left >= 0, right < words.all.count else { return false }
        return words.all[left].shape == .sign && words.all[right].shape == .sign && words.all[left].text != ","
            && words.all[left].text != "("
    }

    private static func surnames(_ spans: [NameSpan], _ words: NameWords) -> [String: Int] {
        var found: [String: Set<String>] = [:]
        for span in spans where span.kind == .person && span.words.count > 1 {
            let text = words.all[span.words].map { $0.folded }.joined(separator: " ")
            found[words.all[span.words.upperBound - 1].folded, default: []].insert(text)
        }
        return found.mapValues { $0.count }
    }

    // MARK: Decision

    private func settle(_ span: inout NameSpan, _ points: Points) {
        let points = bearing(points, on: span)
        func weight(_ kind: EntityKind) -> Int { points[kind] + (kind == span.kind ? Tuning.prior : 0) }
        let kinds: [EntityKind] = (mayBePerson(span.words) ? [.person] : []) + [.organisation, .place, .other]
        let body = span.kind == .person && points.organisation >= Tuning.least && points.organisation > unshown(span, points)
        let likely = kinds.max { weight($0) < weight($1) }
        guard let best = body && likely == .person ? .organisation : likely, best != span.kind, body || weight(best) > weight(span.kind),
            points[best] >= Tuning.least
        else {
            if span.kind == .person, points.called.contains(span.words.lowerBound), points.person < Tuning.givenName {
                span.kind = .organisation
                span.rule = "names.evidence"
            }
            return
        }
        span.kind = best
        span.rule = "names.evidence"
    }

    /// The points that bear on a name of this kind: a given name defends a person but makes none of a thing, and words that stand
    /// beside bodies say only that the name is no person's.
    private func bearing(_ points: Points, on span: NameSpan) -> Points {
        var points = points
        if span.kind != .person { points.person += points.given / 2 } else { points.person += points.given }
        if span.kind == .person || span.kind == .other { points.organisation += points.beside }
        return points
    }

    /// A person's name opens with a capital, is no acronym, and has no head.
    private func mayBePerson(_ range: Range<Int>) -> Bool {
        let inside = words.all[range]
        guard let first = inside.first, first.isCapital, range.count > 1 || first.shape != .capitals else { return false }
        return !inside.contains { lexicon.heads[$0.folded] != nil }
    }

    /// What a body must outweigh to be taken for one rather than for a person: little where nothing shows a person of several words.
    private func unshown(_ span: NameSpan, _ points: Points) -> Int {
        guard span.words.count > 1, points.person == 0 else { return points.person + Tuning.prior }
        return points.hasArticle ? -Tuning.article : 0
    }

    /// `Mitsuba` where the article has `Mitsuba Motor Lines` and nothing shows a person.
    private func settleShortForms(
        _ spans: inout [NameSpan], _ groups: [String: [Int]], _ bodies: Set<String>, _ points: [String: Points]
    ) {
        let beginnings = Set(bodies.flatMap { Self.beginnings($0) })
        for (name, own) in points
        where own.person == 0 && own.given == 0 && own.place == 0 && name.utf8.count > 2 && beginnings.contains(name) {
            for index in groups[name] ?? [] where spans[index].kind == .person || spans[index].kind == .other {
                spans[index].kind = .organisation
                spans[index].rule = "names.short-form"
            }
        }
    }

    /// The words that a name begins with: one, two, and so on, but not all.
    private static func beginnings(_ name: String) -> [String] {
        name.indices.filter { name[$0] == " " }.map { String(name[..<$0]) }
    }

    // MARK: Evidence

    private func points(_ places: [Range<Int>], _ surnames: [String: Int]) -> Points {
        var points = Points()
        guard let first = places.first else { return points }
        addInside(first, surnames, &points)
        var around = Points()
        for place in places { addAround(place, &around) }
        points.person += around.person
        points.organisation += around.organisation
        points.place += around.place
        points.other += around.other
        points.beside += around.beside
        points.called = around.called
        points.hasArticle = around.hasArticle
        return points
    }

    private func addInside(_ range: Range<Int>, _ surnames: [String: Int], _ points: inout Points) {
        let inside = words.all[range]
        guard let first = inside.first, let last = inside.last else { return }
        if inside.count > 1 {
            points.given += max(givenName(first), inside.dropFirst().contains { $0.shape == .initial } ? Tuning.initial : 0)
            if let others = surnames[last.folded], others > 1 { points.person += Tuning.family }
            if last.isCapital { addTail(last.folded, &points) }
            if isBranch(range) { points.organisation += Tuning.knownBody }
        } else {
            addCompound(first, &points)
        }
    }

    /// What the closing word of a name of several words shows.
    private func addTail(_ word: String, _ points: inout Points) {
        if lexicon.signs.firmTails.contains(word) { points.organisation += Tuning.firmTail }
        if lexicon.signs.bodyTails.contains(word) { points.organisation += Tuning.bodyTail }
        if lexicon.signs.placeTails.contains(word) { points.place += Tuning.placeTail }
    }

    /// A known body with a place right after it: `Amnesty International Belgique`.
    private func isBranch(_ range: Range<Int>) -> Bool {
        let inside = words.all[range]
        guard let (name, end) = lexicon.gazetteer.longest(inside, at: range.lowerBound), name.kind == .organisation, end < range.upperBound,
            let (place, last) = lexicon.gazetteer.longest(inside, at: end)
        else { return false }
        return place.kind == .place && last == range.upperBound
    }

    private func givenName(_ word: NameWord) -> Int {
        if lexicon.isFirstName(word) { return Tuning.givenName }
        if word.shape == .capital, lexicon.particles.contains(word.folded), !lexicon.isStop(word) { return Tuning.likelyGivenName }
        guard let code = habits?.names[habitHash(word.text)], (code - 1) / 6 == 0 else { return 0 }
        return (code - 1) % 6 >= 2 ? Tuning.likelyGivenName : 0
    }

    /// `Port-Azur`, `Villiers-sur-Orbe`, `Info-Littoral`: what the parts of a word with hyphens show.
    private func addCompound(_ word: NameWord, _ points: inout Points) {
        let parts = word.folded.split(separator: "-").map { String($0) }
        guard parts.count > 1, let first = parts.first, let last = parts.last, word.isCapital else { return }
        if lexicon.signs.bodyParts.contains(first) || lexicon.signs.bodyParts.contains(last) { points.organisation += Tuning.bodyPart }
        if parts.dropFirst().dropLast().contains(where: { lexicon.signs.placeLinks.contains($0) }) { points.place += Tuning.placeLink }
        if lexicon.signs.placeTails.contains(last) { points.place += Tuning.placeTail }
        if lexicon.signs.placeParts.contains(first) { points.place += Tuning.placePart }
    }

    /// Each sort of surroundings counts once for the name.
    private func addAround(_ range: Range<Int>, _ points: inout Points) {
        let around = NameSurroundings(
            lexicon: lexicon, words: words.all, sentence: words.sentences[words.all[range.lowerBound].sentence], span: range)
        var here = Points()
        if around.isAddressed { here.person += Tuning.address }
        if around.hasAge { here.person += Tuning.age }
        if around.hasFunctionBefore { here.person += Tuning.function }
        if around.hasFunctionAfter, !around.hasArticle { here.person += around.isGoverned ? Tuning.looseApposition : Tuning.apposition }
        if around.isCalledBodyBefore {
            here.organisation += Tuning.calledBody
            points.called.insert(range.lowerBound)
        }
        if around.isCalledBodyAfter { here.organisation += around.isGoverned ? Tuning.looseApposition : Tuning.apposition }
        if around.isCalledPlace { here.place += around.isGoverned ? Tuning.looseApposition : Tuning.apposition }
        if around.isCalledThing { here.other += Tuning.calledThing }
        if around.isPlaced { here.place += Tuning.placed }
        if let before = around.before, lexicon.signs.beforeBody.contains(before.folded) { here.beside += Tuning.chez }
        if let governor = around.governor?.folded {
            if lexicon.signs.bodyOf.contains(governor) { here.beside += Tuning.bodyOf }
            if lexicon.signs.placeOf.contains(governor) { here.place += Tuning.placeOf }
            if lexicon.signs.personOf.contains(governor) { here.person += Tuning.personOf }
        }
        if around.hasArticle, range.count > 1 {
            here.beside += Tuning.article
            points.hasArticle = true
        }
        points.person = max(points.person, here.person)
        points.organisation = max(points.organisation, here.organisation)
        points.beside = max(points.beside, here.beside)
        points.other = max(points.other, here.other)
        points.place = max(points.place, here.place)
    }
}
