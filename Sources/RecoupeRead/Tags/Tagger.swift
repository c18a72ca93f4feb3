// Tokens in, tokens with part of speech, features and lemma out. A greedy averaged perceptron from left to right (Collins 2002): every word
// takes the tag whose parts' weights sum highest, given the tags before it.
package import RecoupeLanguage

/// Tags the words of one language.
package struct Tagger: Sendable {
    package let tags: TagSet
    package let lexicon: Lexicon
    package let chooser: MultiwordChooser
    package let boundaries: BoundaryModel
    private let table: FeatureTable
    private let lemmatiser: Lemmatiser
    private let signatures: [UInt64]
    private let partHashes: [UInt64]

    package init(
        tags: TagSet, lexicon: Lexicon, chooser: MultiwordChooser, boundaries: BoundaryModel, table: FeatureTable, lemmatiser: Lemmatiser
    ) {
        self.tags = tags
        self.lexicon = lexicon
        self.chooser = chooser
        self.boundaries = boundaries
        self.table = table
        self.lemmatiser = lemmatiser
        signatures = tags.names.map { Lemmatiser.signature($0) }
        partHashes = tags.parts.map { Lemmatiser.hash($0.code) }
    }

    /// The tagger of a pack, or nothing where the pack has none.
    package init?(_ pack: LanguagePack) throws(PackError) {
        guard let bytes = pack.bytes("models/tags.bin") else { return nil }
        let file = try ModelFile(bytes, path: "Languages/\(pack.code)/models/tags.bin")
        let tags = TagSet(names: try file.lines("tags"))
        let index = HashTable(checks: try file.numbers("feature.keys"), values: try file.numbers("feature.row"))
        let blocks = (tags.laneCount + 15) / 16
        self.init(
            tags: tags, lexicon: try Lexicon(file), chooser: try MultiwordChooser(file), boundaries: try BoundaryModel(file),
            table: FeatureTable(index: index, weights: try file.numbers("weights"), blocks: blocks), lemmatiser: try Lemmatiser(file)
        )
    }

    /// The facts of some words with two borders on either side.
    package func facts(_ tokens: ArraySlice<Token>, _ reader: inout WordReader) -> [WordFacts] {
        var facts = [WordFacts](repeating: .border, count: 2)
        facts.reserveCapacity(tokens.count + 4)
        for token in tokens {
            var own = reader.facts(of: token.form, isInner: token.isInner)
            lexicon.complete(&own)
            facts.append(own)
        }
        facts.append(.border)
        facts.append(.border)
        return facts
    }

    /// Tags the words of one sentence.
    package func tag(_ tokens: inout [Token], in range: Range<Int>, _ reader: inout WordReader) {
        let facts = facts(tokens[range], &reader)
        write(numbers(facts), to: &tokens, in: range, &reader)
    }

    /// The tags of some words, as numbers; `facts` with their borders.
    package func numbers(_ facts: [WordFacts]) -> [Int] {
        facts.withUnsafeBufferPointer { choose($0, count: max(0, facts.count - 4)) }
    }

    /// Gives words their tags and lemmas.
    package func write(_ numbers: [Int], to tokens: inout [Token], in range: Range<Int>, _ reader: inout WordReader) {
        for (index, tag) in zip(range, numbers) {
            tokens[index].upos = tags.parts[tag]
            tokens[index].morphology = tags.morphologies[tag]
            tokens[index].lemma = lemmatiser.lemma(
                of: tokens[index].form, tag: UInt64(tag), signature: signatures[tag], part: partHashes[tag], reader: &reader)
        }
    }

    private func choose(_ facts: UnsafeBufferPointer<WordFacts>, count: Int) -> [Int] {
        var given: [Int] = []
        given.reserveCapacity(count)
        var features = TagFeatures()
        var context = TagContext()
        var sum = [SIMD16<Int16>](repeating: SIMD16(), count: table.blocks)
        for at in 2..<(count + 2) {
            features.fillFixed(facts, at: at)
            context.fill(&features, facts, at: at)
            for block in 0..<table.blocks { sum[block] = SIMD16() }
            let tag = sum.withUnsafeMutableBufferPointer { sum in
                features.hashes.withUnsafeBufferPointer { table.add(UnsafeBufferPointer(rebasing: $0[0..<features.count]), to: sum) }
                return UnsafeRawBufferPointer(sum).withMemoryRebound(to: Int16.self) { tags.best($0) }
            }
            given.append(tag)
            context.push(tag, tags.parts[tag], facts[at])
        }
        return given
    }
}

/// What the tags given so far say to the next word.
package struct TagContext {
    private var last = -1
    private var beforeLast = -1
    private var verb: UInt64 = 0
    private var distance = 0
    private var noun = -1

    package init() {}

    package func fill(_ features: inout TagFeatures, _ facts: UnsafeBufferPointer<WordFacts>, at: Int) {
        let near = distance < 4 ? verb : verb == 0 ? 0 : 5
        features.fillMoving(facts, at: at, last: last, beforeLast: beforeLast, verb: near, noun: noun)
    }

    package mutating func push(_ tag: Int, _ part: PartOfSpeech, _ facts: WordFacts) {
        (last, beforeLast) = (tag, last)
        distance += 1
        if part == .verb || part == .auxiliary { (verb, distance) = (facts.word, 0) }
        if part == .noun || part == .properNoun || part == .pronoun { noun = tag }
    }
}
