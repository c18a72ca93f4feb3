// The features of a word for the tagger of names: mixtures of the facts of the word, its neighbours, its run of capitals and the head
// before it. The list of templates is part of a trained model: a change here needs new weights.

/// Writes the features of one word into a buffer.
struct NameTemplates: Sendable {
    let facts: [NameFacts]
    let words: [NameWord]

    func features(at index: Int, _ sentence: Range<Int>, into out: inout [UInt64]) {
        out.removeAll(keepingCapacity: true)
        func fact(_ offset: Int) -> NameFacts { sentence.contains(index + offset) ? facts[index + offset] : NameFacts() }
        let (own, previous, next, before, after) = (fact(0), fact(-1), fact(1), fact(-2), fact(2))
        out.append(mixed(0, 1))
        word(own, &out)
        neighbours(own, previous, next, before, after, &out)
        lists(own, previous, next, before, after, &out)
        clusters(own, previous, next, before, after, &out)
        run(index, sentence, own, &out)
        tree(own, &out)
        distant(index, sentence, own, &out)
    }

    private func word(_ own: NameFacts, _ out: inout [UInt64]) {
        out.append(mixed(1, own.word))
        out.append(mixed(2, own.folded))
        out.append(mixed(3, own.shape))
        out.append(mixed(4, own.pattern))
        out.append(mixed(5, own.prefixes.0, own.shape & 7))
        out.append(mixed(6, own.prefixes.1, own.shape & 7))
        out.append(mixed(7, own.suffixes.0, own.shape & 7))
        out.append(mixed(8, own.suffixes.1, own.shape & 7))
        out.append(mixed(9, own.suffixes.2, own.shape & 7))
        out.append(mixed(10, own.elsewhere, own.shape))
        out.append(mixed(11, own.elsewhere & 8, own.elsewhere & 1))
        out.append(mixed(12, own.elsewhere & 16, own.shape))
        out.append(mixed(13, own.elsewhere & 32, own.shape))
        out.append(mixed(14, own.elsewhere & 6, own.shape))
        out.append(mixed(15, own.lexical, own.shape))
        out.append(mixed(16, own.lexical, own.known))
    }

    private func neighbours(
        _ own: NameFacts, _ previous: NameFacts, _ next: NameFacts, _ before: NameFacts, _ after: NameFacts, _ out: inout [UInt64]
    ) {
        out.append(mixed(20, previous.folded))
        out.append(mixed(21, next.folded))
        out.append(mixed(22, before.folded))
        out.append(mixed(23, after.folded))
        out.append(mixed(24, previous.folded, own.shape))
        out.append(mixed(25, next.folded, own.shape))
        out.append(mixed(26, previous.folded, own.folded))
        out.append(mixed(27, own.folded, next.folded))
        out.append(mixed(28, before.folded, mixed(1, previous.folded, own.shape)))
        out.append(mixed(29, previous.shape << 8 | next.shape, own.shape))
        out.append(mixed(30, before.shape << 8 | previous.shape, own.shape))
        out.append(mixed(31, next.shape << 8 | after.shape, own.shape))
        out.append(mixed(32, own.upos, own.shape))
        out.append(mixed(33, previous.upos << 8 | next.upos, own.upos))
        out.append(mixed(34, previous.suffixes.1, own.shape))
        out.append(mixed(35, next.suffixes.1, own.shape))
    }

    private func lists(
        _ own: NameFacts, _ previous: NameFacts, _ next: NameFacts, _ before: NameFacts, _ after: NameFacts, _ out: inout [UInt64]
    ) {
        out.append(mixed(40, own.known, own.shape))
        out.append(mixed(41, own.known, previous.folded))
        out.append(mixed(42, own.known << 16 | previous.known << 8 | next.known, own.shape))
        out.append(mixed(43, own.lists, own.shape))
        out.append(mixed(44, previous.lists, own.shape))
        out.append(mixed(45, next.lists, own.shape))
        out.append(mixed(46, previous.lists << 16 | own.lists, next.lists))
        out.append(mixed(47, before.lists << 16 | previous.lists, own.shape))
        out.append(mixed(48, own.head, own.shape))
        out.append(mixed(49, previous.head << 4 | next.head, own.shape))
        out.append(mixed(50, own.knownType, own.known))
        out.append(mixed(51, own.head, next.known << 8 | after.known))
        out.append(mixed(52, own.folded, next.shape << 8 | next.known))
        out.append(mixed(53, own.lists & 7, next.shape << 8 | (next.lists & 0xFF)))
        out.append(mixed(54, previous.lists & 31, own.known << 8 | own.shape))
        out.append(mixed(55, after.lists & 2048, own.shape))
        out.append(mixed(110, own.ruled))
        out.append(mixed(111, own.ruled, own.rule))
        out.append(mixed(112, own.ruled << 8 | previous.ruled, next.ruled))
        out.append(mixed(113, own.ruled, own.lexical << 8 | own.known))
        out.append(mixed(114, own.ruled, own.clusters.1 << 8 | own.shape))
        out.append(mixed(115, own.ruled, own.folded))
        out.append(mixed(116, own.rule, own.ruled << 8 | previous.shape))
    }

    private func clusters(
        _ own: NameFacts, _ previous: NameFacts, _ next: NameFacts, _ before: NameFacts, _ after: NameFacts, _ out: inout [UInt64]
    ) {
        out.append(mixed(60, own.clusters.0))
        out.append(mixed(61, own.clusters.1))
        out.append(mixed(62, previous.clusters.0, own.shape))
        out.append(mixed(63, next.clusters.0, own.shape))
        out.append(mixed(64, previous.clusters.0, own.clusters.0))
        out.append(mixed(65, own.clusters.0, next.clusters.0))
        out.append(mixed(66, before.clusters.0, own.shape))
        out.append(mixed(67, after.clusters.0, own.shape))
        out.append(mixed(68, previous.clusters.1 << 16 | next.clusters.1, own.clusters.1))
        out.append(mixed(69, before.clusters.1 << 16 | previous.clusters.1, own.clusters.1))
        out.append(mixed(70, next.clusters.1 << 16 | after.clusters.1, own.clusters.1))
    }

    /// What stands around the run of capitals, and where in it the word is.
    private func run(_ index: Int, _ sentence: Range<Int>, _ own: NameFacts, _ out: inout [UInt64]) {
        let range = own.run
        guard !range.isEmpty else { return }
        func fact(_ index: Int) -> NameFacts { sentence.contains(index) ? facts[index] : NameFacts() }
        let (left, right) = (fact(range.lowerBound - 1), fact(range.upperBound))
        let (first, last) = (facts[range.lowerBound], facts[range.upperBound - 1])
        let place = UInt64(min(index - range.lowerBound, 3) << 3 | min(range.upperBound - 1 - index, 3))
        out.append(mixed(80, left.folded, place))
        out.append(mixed(81, right.folded, place))
        out.append(mixed(82, place, own.shape))
        out.append(mixed(83, left.clusters.0, place))
        out.append(mixed(84, right.clusters.0, place))
        out.append(mixed(85, first.lists & 7, place))
        out.append(mixed(86, first.head << 8 | last.head, place))
        out.append(mixed(87, first.known << 8 | last.known, place))
        out.append(mixed(88, first.clusters.0, place))
        out.append(mixed(89, last.clusters.0, place))
        out.append(mixed(90, left.clusters.1 << 16 | right.clusters.1, place))
        out.append(mixed(91, first.lexical << 8 | last.lexical, place))
        out.append(mixed(92, first.folded, place))
        out.append(mixed(93, last.folded, place))
        out.append(mixed(94, left.lists, mixed(1, right.shape, place)))
        out.append(mixed(95, place))
    }

    /// What governs the name, and the quotation that it stands in.
    private func tree(_ own: NameFacts, _ out: inout [UInt64]) {
        if own.relation != 0 {
            out.append(mixed(120, own.relation, own.shape))
            out.append(mixed(121, own.governor, own.relation))
            out.append(mixed(122, own.governor, own.shape))
            out.append(mixed(123, own.governorClusters.0, own.relation))
            out.append(mixed(124, own.governorClusters.1, mixed(1, own.relation, own.clusters.1)))
        }
        guard own.quoted != 0 else { return }
        out.append(mixed(130, own.quoted, own.shape))
        out.append(mixed(131, own.quotedAfter, own.quoted & 15))
        out.append(mixed(132, own.quotedAfter))
        out.append(mixed(133, own.quoted & 15, own.known))
    }

    /// The nearest head before the word across joining words and words in lower case, and what capital comes after a word in lower case.
    private func distant(_ index: Int, _ sentence: Range<Int>, _ own: NameFacts, _ out: inout [UInt64]) {
        var back = index - 1
        while back >= sentence.lowerBound, index - back <= 6, words[back].shape == .lower || words[back].isCapital, facts[back].head == 0 {
            if facts[back].lists & 64 != 0, facts[back].lists & 256 == 0 { break }
            back -= 1
        }
        if back >= sentence.lowerBound, index - back <= 6, facts[back].head != 0 {
            let distance = UInt64(index - back)
            out.append(mixed(100, facts[back].folded, own.shape))
            out.append(mixed(101, facts[back].folded, distance << 8 | own.shape))
            out.append(mixed(102, facts[back].head << 8 | facts[back].shape, distance << 8 | own.shape))
            out.append(mixed(103, facts[back].folded, facts[index].folded))
        }
        guard words[index].shape != .sign else { return }
        var ahead = index + 1
        while ahead < sentence.upperBound, ahead - index <= 5, words[ahead].shape == .lower, facts[ahead].lists & 32 == 0 { ahead += 1 }
        if ahead < sentence.upperBound, ahead - index <= 5 {
            let (distance, code) = (UInt64(ahead - index), facts[ahead].shape << 16 | facts[ahead].known << 8 | facts[ahead].lists & 32)
            out.append(mixed(104, facts[index].folded, distance << 24 | code))
            out.append(mixed(105, facts[index].head << 8 | own.shape, distance << 24 | code))
            out.append(mixed(106, facts[index].folded, facts[ahead - 1].folded))
            out.append(mixed(107, facts[ahead].folded, own.shape << 8 | distance))
        }
    }
}
