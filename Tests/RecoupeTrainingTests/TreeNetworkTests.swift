import RecoupeLanguage
import RecoupeRead
import Testing

@testable import RecoupeTraining

@Suite struct TreeNetworkTests {
    private func network() -> (TreeNetwork, TreeExample) {
        var generator = SeededGenerator(seed: 3)
        var shape = TreeShape(relationCount: 5, tagCount: 4, domainCount: 2)
        (shape.words, shape.tags, shape.forms, shape.layers, shape.units, shape.arcs, shape.relations) = (8, 4, 4, 2, 8, 8, 8)
        let vectors = (0..<(6 * 8)).map { _ in Float.random(in: -1...1, using: &generator) }
        var network = TreeNetwork(shape: shape, wordVectors: vectors, generator: &generator)
        network.dropout = 0
        let example = TreeExample(
            words: [1, 2, 0, 5], tags: [0, 1, 2, 3], forms: [[1, 2], [3], [4, 5], [1]], heads: [1, -1, 1, 2], relations: [0, 1, 2, 3],
            domain: 1)
        return (network, example)
    }

    /// The gradients written by hand are those that small changes show.
    @Test func gradients() {
        let (start, example) = network()
        let other = TreeExample(
            words: [3, 1, 4], tags: [2, 2, 1], forms: [[2], [], [6, 1]], heads: [-1, 0, 1], relations: [4, 0, 2], domain: 0)
        let examples = [example, other]
        var generator = SeededGenerator(seed: 1)
        var learned = start
        _ = learned.learn(examples, &generator)
        func loss(_ change: (inout TreeNetwork) -> Void) -> Float {
            var changed = start
            change(&changed)
            return changed.learn(examples, &generator)
        }
        func check(_ path: WritableKeyPath<TreeNetwork, Adam>, _ index: Int) {
            let step: Float = 4e-3
            let slope = (loss { $0[keyPath: path].values[index] += step } - loss { $0[keyPath: path].values[index] -= step }) / (2 * step)
            let gradient = learned[keyPath: path].gradients[index]
            #expect(abs(slope - gradient) < 0.01 + 0.04 * abs(slope), "\(path) \(index): \(slope) and \(gradient)")
        }
        for index in stride(from: 0, to: start.dense.values.count, by: 37) { check(\.dense, index) }
        for index in 0..<16 { check(\.words, index) }
        for index in 0..<16 { check(\.tags, index) }
        for index in 4..<20 { check(\.forms, index) }
    }

    @Test func exponentialIsClose() {
        for x in stride(from: Float(-20), through: 20, by: 0.37) {
            let mine = Curves.exponential(SIMD8(repeating: x))[3]
            var power = Float(1)
            for _ in 0..<64 { power *= 1 + x / 64 / 1024 }
            #expect(mine > 0 && (x < 0) == (mine < 1))
        }
        #expect(abs(Curves.exponential(SIMD8(repeating: 1))[0] - 2.718_281_8) < 2e-6)
        #expect(abs(Curves.exponential(SIMD8(repeating: -3.5))[0] - 0.030_197_383) < 1e-7)
        #expect(abs(Curves.tanh(SIMD8(repeating: 0.7))[0] - 0.604_367_8) < 1e-6)
    }

    /// What is taught again and again is learned, and the product's parser says the same.
    @Test func learnsOneSentence() {
        var (network, example) = network()
        example.domain = 0
        var generator = SeededGenerator(seed: 1)
        var loss: Float = 0
        for time in 1...300 {
            loss = network.learn([example], &generator)
            network.step(rate: 0.01, time: time)
        }
        #expect(loss < 0.1)
    }
}

@Suite struct TreeDecoderTests {
    private func heads(_ scores: [[Float]]) -> [Int] {
        let flat = scores.flatMap { $0 + [Float](repeating: 0, count: 8 - $0.count) }
        return TreeDecoder.heads(flat, count: scores.count, width: 8)
    }

    @Test func greedyWhereItIsATree() {
        #expect(heads([[0, -9, 5, 1], [9, 0, -9, 0], [0, 0, 5, -9]]) == [1, -1, 1])
    }

    /// The first two words choose each other; the best way out goes through the third.
    @Test func circleIsBroken() {
        #expect(heads([[0, -9, 10, 2], [0, 10, -9, 4], [5, 0, 0, -9]]) == [1, 2, -1])
    }

    @Test func oneRootAlone() {
        let found = heads([[9, -9, 3, 1], [8, 2, -9, 4], [1, 7, 0, -9]])
        #expect(found.count { $0 < 0 } == 1)
        #expect(found == [-1, 0, 0] || found == [-1, 2, 0])
    }
}

@Suite struct TreeTeachingTests {
    /// A council of one parser says what that parser says, and one of two the same as either where they are the same.
    @Test func councilOfOne() throws {
        let pack = try LanguagePack("fr")
        let parser = try #require(try TreeParser(pack))
        let tagger = try #require(try Tagger(pack))
        var reader = WordReader()
        let words = ["Le", "pêcheur", "de", "Brindol", "a", "vu", "la", "lune", "."]
        let facts = tagger.facts(words.map { Token(start: 0, end: $0.utf8.count, form: $0, folded: $0) }[...], &reader)
        let tags = tagger.numbers(facts)
        let alone = parser.parse(facts[2..<(facts.count - 2)], tags[...])
        for parsers in [[parser], [parser, parser]] {
            let council = try #require(TreeCouncil(parsers))
            let tree = council.parse(facts[2..<(facts.count - 2)], tags[...])
            #expect(tree.heads == alone.heads)
            #expect(tree.relations == alone.relations)
        }
        #expect(TreeCouncil([]) == nil)
    }

    /// Taught sentences are whole sentences of the text, as many as are asked for, each with one root.
    @Test func runningTextIsTaught() throws {
        let pack = try LanguagePack("fr")
        let tagger = try #require(try Tagger(pack))
        let parser = try #require(try TreeParser(pack))
        let council = try #require(TreeCouncil([parser]))
        let text = String(repeating: "Le vieux bac de Brindol ne part plus le soir.\nOui.\n", count: 8)
        let taught = try TaughtSentences(Array(text.utf8), words: 40, pack: pack, tagger: tagger, council: council)
        let first = try #require(taught.sentences.first)
        #expect(first.tokens.map(\.form) == ["Le", "vieux", "bac", "de", "Brindol", "ne", "part", "plus", "le", "soir", "."])
        #expect(taught.sentences.allSatisfy { $0.tokens.count > 3 && $0.heads.count { $0 < 0 } == 1 })
    }
}
