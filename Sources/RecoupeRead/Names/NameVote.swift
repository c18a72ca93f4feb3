// One name, one kind: all places of an article where the same words stand settle together what they name, each with its own evidence.
// Places that the tagger passed over are won for the name where the sum is for it.
internal import RecoupeModel

/// Settles kinds by the evidence of a whole article.
struct NameVote: Sendable {
    /// `NameLabel.count` scores for each word.
    let scores: [Int32]
    let words: NameWords

    func settled(_ spans: [NameSpan]) -> [NameSpan] {
        var taken = [Bool](repeating: false, count: words.all.count)
        for span in spans { for index in span.words { taken[index] = true } }
        let places = Dictionary(grouping: spans) { key($0.words) }
        let standing = Dictionary(grouping: words.all.indices.filter { words.all[$0].isCapital }) { words.all[$0].text }
        let names = places.keys.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
        var out: [NameSpan] = []
        for name in names {
            guard let own = places[name], let first = own.first else { continue }
            let others = missed(like: first.words, taken, standing)
            for range in others { for index in range { taken[index] = true } }
            out += vote(own, others)
        }
        return out.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    private func key(_ range: Range<Int>) -> String { words.all[range].map { $0.folded }.joined(separator: " ") }

    /// Places with the same words, as capitals, that belong to no name.
    private func missed(like range: Range<Int>, _ taken: [Bool], _ standing: [String: [Int]]) -> [Range<Int>] {
        guard words.all[range.lowerBound].isCapital else { return [] }
        var out: [Range<Int>] = []
        for start in standing[words.all[range.lowerBound].text] ?? [] where start + range.count <= words.all.count {
            let other = start..<(start + range.count)
            guard !other.contains(where: { taken[$0] }), words.all[start].sentence == words.all[other.upperBound - 1].sentence,
                zip(other, range).allSatisfy({ words.all[$0].text == words.all[$1].text }), isWhole(other)
            else { continue }
            if out.last?.overlaps(other) ?? false { continue }
            out.append(other)
        }
        return out
    }

    /// Not part of a longer run of capitals.
    private func isWhole(_ range: Range<Int>) -> Bool {
        let (left, right) = (range.lowerBound - 1, range.upperBound)
        if left >= 0, words.all[left].isCapital, words.all[left].sentence == words.all[range.lowerBound].sentence, !words.all[left].opens {
            return false
        }
        return !(right < words.all.count && words.all[right].isCapital && words.all[right].sentence == words.all[range.lowerBound].sentence)
    }

    private func vote(_ own: [NameSpan], _ missed: [Range<Int>]) -> [NameSpan] {
        guard own.count + missed.count > 1 else { return own }
        let all = own.map { $0.words } + missed
        let sums = NameLabel.kinds.indices.map { kind in all.reduce(Int32(0)) { $0 + score($1, kind) } }
        guard let top = sums.max(), let kind = sums.firstIndex(of: top), top > 0 || missed.isEmpty else { return own }
        return all.map { NameSpan(words: $0, kind: NameLabel.kinds[kind], rule: "names.model", known: nil) }
    }

    /// What a stretch scores as a name of a kind, against none.
    private func score(_ range: Range<Int>, _ kind: Int) -> Int32 {
        range.reduce(Int32(0)) { sum, index in
            let place =
                range.count == 1
                ? NameLabel.only
                : index == range.lowerBound ? NameLabel.first : index == range.upperBound - 1 ? NameLabel.last : NameLabel.inner
            return sum + scores[index * NameLabel.count + NameLabel.label(kind, place)]
        }
    }
}
