// Reports rewritten sentence by sentence: most sentences of one have a counterpart in the other with nearly the same content words.
// Sentences are compared through an index of their words, in one language only.
internal import RecoupeModel

/// Finds rewrites.
struct RewriteFinder {
    let story: Story

    private struct Place {
        let article: Int
        let sentence: Int
        let keys: Set<String>
    }

    func rewrites() -> [Likeness] {
        let places = places()
        var best: [[Int]: [Int: (Double, Int)]] = [:]
        for (a, b, likeness) in alike(places) {
            for (one, other) in [(a, b), (b, a)] {
                let pair = [places[one].article, places[other].article]
                if likeness > (best[pair]?[one]?.0 ?? 0) { best[pair, default: [:]][one] = (likeness, other) }
            }
        }
        return best.keys.filter { $0[0] < $0[1] }.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { pair in
            likeness(pair[0], pair[1], best, places)
        }
    }

    private func likeness(_ a: Int, _ b: Int, _ best: [[Int]: [Int: (Double, Int)]], _ places: [Place]) -> Likeness? {
        guard let there = best[[a, b]], let back = best[[b, a]], there.count >= 3 else { return nil }
        let (shareOfA, shareOfB) = (share(a, there, places), share(b, back, places))
        guard max(shareOfA, shareOfB) >= Tuning.rewriteShare, min(shareOfA, shareOfB) >= Tuning.copyShareOfLonger else { return nil }
        let passages = there.sorted { $0.key < $1.key }.map { [passage(places[$0.key]), passage(places[$0.value.1])] }
        return Likeness(a: a, b: b, shareOfA: shareOfA, shareOfB: shareOfB, passages: Array(passages.prefix(Tuning.shownRuns)))
    }

    /// The share of an article's content words that stand in sentences with a counterpart.
    private func share(_ article: Int, _ matched: [Int: (Double, Int)], _ places: [Place]) -> Double {
        let all = story.readings[article].sentences.reduce(0) { $0 + $1.keys.count }
        let found = matched.keys.reduce(0) { $0 + places[$1].keys.count }
        return all == 0 ? 0 : Double(found) / Double(all)
    }

    private func passage(_ place: Place) -> Passage {
        let record = story.readings[place.article].sentences[place.sentence]
        let scalars = story.articles[place.article].text.unicodeScalars.dropFirst(record.start).prefix(record.end - record.start)
        return Passage(article: story.articles[place.article].id, start: record.start, end: record.end, text: String(scalars))
    }

    private func places() -> [Place] {
        story.readings.enumerated().flatMap { number, reading in
            reading.sentences.enumerated().compactMap { index, record in
                record.keys.count >= 5 ? Place(article: number, sentence: index, keys: Set(record.keys)) : nil
            }
        }
    }

    /// Pairs of sentences of different articles that share three rarer words and agree by Jaccard's index.
    private func alike(_ places: [Place]) -> [(Int, Int, Double)] {
        var holders: [String: [Int]] = [:]
        for (index, place) in places.enumerated() { for key in place.keys { holders[key, default: []].append(index) } }
        var found: [(Int, Int, Double)] = []
        for (index, place) in places.enumerated() {
            var counts: [Int: Int] = [:]
            for key in place.keys {
                guard let others = holders[key], others.count <= 40 else { continue }
                for other in others where other > index && places[other].article != place.article { counts[other, default: 0] += 1 }
            }
            for (other, count) in counts.sorted(by: { $0.key < $1.key }) where count >= 3 {
                guard story.readings[places[other].article].language == story.readings[place.article].language else { continue }
                let shared = place.keys.intersection(places[other].keys).count
                let likeness = Double(shared) / Double(place.keys.count + places[other].keys.count - shared)
                if likeness >= Tuning.rewrittenSentence { found.append((index, other, likeness)) }
            }
        }
        return found
    }
}
