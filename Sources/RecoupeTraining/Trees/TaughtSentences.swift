// Running text and a council of parsers in, sentences with their tags and trees out: what a small parser learns from besides the treebanks
// (uptraining, Petrov et al. 2010; distilling an ensemble, Kuncoro et al. 2016).
package import RecoupeLanguage
internal import RecoupeModel
package import RecoupeRead

/// A sentence of running text with the tree that a council gave it.
package struct TaughtSentence: Sendable {
    package var tokens: [Token]
    package var tags: [Int]
    package var heads: [Int]
    /// Numbers among the council's relations.
    package var relations: [Int]
}

/// Sentences that a council read.
package struct TaughtSentences {
    private enum Tuning {
        /// Words of a sentence: shorter ones teach nothing, longer ones are mostly lists.
        static let lengths = 4...80
        /// Bytes of text that are read at a time.
        static let run = 1 << 18
    }

    package private(set) var sentences: [TaughtSentence] = []
    package let relations: [String]

    /// Reads runs of a text (a paragraph a line), spread evenly over it, until there are so many words.
    package init(_ text: [UInt8], words limit: Int, pack: LanguagePack, tagger: Tagger, council: TreeCouncil) throws(PackError) {
        relations = council.relations
        let analyser = try Analyser(pack)
        var reader = WordReader()
        var words = 0
        let runs = (text.count + Tuning.run - 1) / Tuning.run
        for run in Self.spread(runs) where words < limit {
            let part = Self.lines(text, from: run * Tuning.run)
            let analysis = analyser.analyse(String(decoding: part, as: UTF8.self), article: "")
            for sentence in analysis.sentences where Tuning.lengths.contains(sentence.tokens.count) {
                let tokens = Array(analysis.tokens[sentence.tokens])
                let facts = tagger.facts(tokens[...], &reader)
                let tags = tagger.numbers(facts)
                let tree = council.parse(facts[2..<(facts.count - 2)], tags[...])
                sentences.append(TaughtSentence(tokens: tokens, tags: tags, heads: tree.heads, relations: tree.relations))
                words += tokens.count
            }
        }
    }

    /// The numbers below `count` in an order whose beginnings are spread evenly: those with the bits of 0, 1, 2, … reversed.
    private static func spread(_ count: Int) -> [Int] {
        var bits = 0
        while 1 << bits < count { bits += 1 }
        return (0..<(1 << bits)).map { number in
            (0..<bits).reduce(0) { $0 | ((number >> $1) & 1) << (bits - 1 - $1) }
        }.filter { $0 < count }
    }

    /// Whole lines from the first that begins after `start`.
    private static func lines(_ text: [UInt8], from start: Int) -> ArraySlice<UInt8> {
        var first = start
        while first > 0, first < text.count, text[first - 1] != 0x0A { first += 1 }
        var end = min(text.count, start + Tuning.run)
        while end < text.count, text[end - 1] != 0x0A { end += 1 }
        return text[min(first, end)..<end]
    }
}
