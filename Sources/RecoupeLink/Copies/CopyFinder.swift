// Which reports stand in which: word for word, rewritten sentence by sentence, or told in another language with the same figures, days
// and names. A new report that repeats some background paragraphs is none. The earlier report, or the agency's, is the one copied.
internal import RecoupeModel
internal import RecoupeText

/// Finds copies.
struct CopyFinder {
    let story: Story
    private let texts: [WordRuns]

    init(_ story: Story) {
        self.story = story
        texts = story.articles.map { WordRuns($0) }
    }

    func copies() -> [Copy] {
        var found: [Copy] = []
        var joined = Set<[Int]>()
        for (a, b) in candidates() {
            let common = CommonRuns(texts[a], texts[b])
            let (most, least) = (max(common.shares.first, common.shares.second), min(common.shares.first, common.shares.second))
            guard most >= Tuning.copyShare, least >= Tuning.copyShareOfLonger else { continue }
            joined.insert([a, b])
            found.append(copy(a, b, common))
        }
        for rewrite in RewriteFinder(story: story).rewrites() where joined.insert([rewrite.a, rewrite.b]).inserted {
            found.append(directed(rewrite, .rewrites, "link.copy.rewritten-sentences"))
        }
        for retold in TranslationFinder(story: story).translations() where joined.insert([retold.a, retold.b]).inserted {
            found.append(directed(retold, .translates, "link.copy.same-figures-days-names"))
        }
        return found.sorted { ($0.article, $0.of) < ($1.article, $1.of) }
    }

    /// Pairs of articles that have enough runs of words in common, by an index of all runs.
    private func candidates() -> [(Int, Int)] {
        var holders: [UInt64: [Int]] = [:]
        for (number, text) in texts.enumerated() {
            for shingle in Set(text.shingles(Tuning.shingleSize)) { holders[shingle, default: []].append(number) }
        }
        var counts: [[Int]: Int] = [:]
        for holding in holders.values where holding.count > 1 {
            for (place, a) in holding.enumerated() { for b in holding[(place + 1)...] { counts[[a, b], default: 0] += 1 } }
        }
        return counts.filter { pair, count in
            4 * count >= min(texts[pair[0]].words.count, texts[pair[1]].words.count)
        }.keys.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
    }

    private func copy(_ a: Int, _ b: Int, _ common: CommonRuns) -> Copy {
        let shown = common.runs.filter { $0.length >= Tuning.shownRun }.sorted { ($1.length, $0.first) < ($0.length, $1.first) }
            .prefix(Tuning.shownRuns).sorted { $0.first < $1.first }
        let pairs = shown.map { run in
            [texts[a].passage(run.first..<(run.first + run.length)), texts[b].passage(run.second..<(run.second + run.length))]
        }
        let direction = CopyDirection(story, a, b)
        let rule = Because(rule: "link.copy.common-words", passages: pairs.max { $0[0].text.count < $1[0].text.count } ?? [])
        return Copy(
            id: id(direction), article: story.articles[direction.copy].id, of: story.articles[direction.source].id,
            share: rounded(direction.copy == a ? common.shares.first : common.shares.second),
            passages: direction.copy == a ? pairs : pairs.map { $0.reversed() }, relation: .copies, because: [rule, direction.because])
    }

    private func directed(_ likeness: Likeness, _ relation: Copy.Relation, _ rule: String) -> Copy {
        let direction = CopyDirection(story, likeness.a, likeness.b)
        let isForward = direction.copy == likeness.a
        return Copy(
            id: id(direction), article: story.articles[direction.copy].id, of: story.articles[direction.source].id,
            share: rounded(isForward ? likeness.shareOfA : likeness.shareOfB),
            passages: isForward ? likeness.passages : likeness.passages.map { $0.reversed() }, relation: relation,
            because: [Because(rule: rule, passages: likeness.passages.first ?? []), direction.because])
    }

    private func id(_ direction: CopyDirection) -> String {
        Identifier.of("y", [story.articles[direction.copy].id, story.articles[direction.source].id])
    }

    private func rounded(_ share: Double) -> Double { (share * 100).rounded() / 100 }
}

/// Two articles found alike by other means than common words.
struct Likeness {
    let a: Int
    let b: Int
    let shareOfA: Double
    let shareOfB: Double
    let passages: [[Passage]]
}

/// Which of two like reports is the copy.
struct CopyDirection {
    let copy: Int
    let source: Int
    let because: Because

    init(_ story: Story, _ a: Int, _ b: Int) {
        let (byAgency, byDate) = (Self.agency(story, a, b), Self.dates(story, a, b))
        if byAgency != 0 {
            (copy, source) = byAgency < 0 ? (b, a) : (a, b)
            because = Because(rule: "link.copy.agency-first")
        } else if byDate != 0 {
            (copy, source) = byDate < 0 ? (b, a) : (a, b)
            because = Because(rule: "link.copy.earlier-first")
        } else {
            // Nothing tells which came first: a page that states its date before one that does not, then the order of digests.
            let isFirst = (Self.states(story, a) ? 0 : 1, a) < (Self.states(story, b) ? 0 : 1, b)
            (copy, source) = isFirst ? (b, a) : (a, b)
            because = Because(rule: "link.copy.order-unknown")
        }
    }

    /// −1 where the first is the agency's own report that the second names as its origin, 1 the other way round.
    private static func agency(_ story: Story, _ a: Int, _ b: Int) -> Int {
        func names(_ article: Int, _ other: Int) -> Bool {
            // The agency's own report names itself, as outlet or as the one that it comes from, and no other outlet.
            let own = story.articles[other].outlet ?? story.articles[other].origins.first { $0.relation == .republishes }?.name
            guard let own, story.articles[article].outlet.map({ folded($0) != folded(own) }) ?? false else { return false }
            return story.articles[article].origins.contains { $0.relation != .cites && areAlike(own, $0.name) }
        }
        return (names(a, b) ? 1 : 0) - (names(b, a) ? 1 : 0)
    }

    /// The same name, or names with the same first words.
    private static func areAlike(_ a: String, _ b: String) -> Bool {
        let (one, other) = (foldedWords(a), foldedWords(b))
        let shared = zip(one, other).prefix { $0 == $1 }.count
        return shared > 0 && shared >= min(one.count, other.count, 2)
    }

    private static func states(_ story: Story, _ article: Int) -> Bool { story.articles[article].published?.stated ?? false }

    private static func dates(_ story: Story, _ a: Int, _ b: Int) -> Int {
        guard let one = story.published(a), let other = story.published(b) else { return 0 }
        if one.latest < other.earliest { return -1 }
        return other.latest < one.earliest ? 1 : 0
    }
}
