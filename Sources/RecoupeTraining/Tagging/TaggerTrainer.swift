// Treebanks and a lexicon in, the bytes of a tagger's model out. The perceptron follows its own guesses while it learns; treebanks beside the
// main one help first and are left out of the last rounds, so that the main one's conventions win.
package import RecoupeRead

/// Settings of a training.
package struct TaggerSettings: Sendable, Codable {
    package var seed: UInt64 = 7
    /// Rounds over all treebanks, then over the main one alone.
    package var rounds = 8
    package var lastRounds = 3
    package var minimum = 2
    /// At most 65,535.
    package var rows = 40_000
    /// How often a word, and one of its tags, must stand in the treebank to be an entry of the lexicon where there is no dictionary.
    package var usualWord = 5
    package var usualTag = 2
    /// Runs in different order, averaged.
    package var runs = 1

    package init() {}
}

/// Trains taggers.
package struct TaggerTrainer {
    private let settings: TaggerSettings
    private let main: [TrainingSentence]
    private let others: [[TrainingSentence]]
    private let lexicon: Lexicon
    private let tags: TagSet
    private let numbers: [String: Int]
    private var index = FeatureIndex()
    private var facts: [[WordFacts]] = []
    private let lanes: Int
    private var domains: [Int] = []
    /// Features that no sentence of the main treebank can have.
    private var foreign: Set<UInt64> = []

    package init(main: [TrainingSentence], others: [[TrainingSentence]], lexicon: Lexicon, settings: TaggerSettings) {
        self.settings = settings
        self.main = main
        self.others = others
        self.lexicon = lexicon
        let names = Set(([main] + others).flatMap { $0.flatMap { $0.tags } }).sorted()
        tags = TagSet(names: names)
        numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        lanes = (tags.laneCount + 15) / 16 * 16
    }

    /// The tags, and the packed table.
    package mutating func train(report: (String) -> Void) -> (tags: TagSet, index: HashTable, weights: [Int8]) {
        let sentences = main + others.flatMap { $0 }
        domains = ([main] + others).enumerated().flatMap { domain, part in part.map { _ in domain } }
        facts = sentences.map { facts(of: $0) }
        collect(sentences)
        report("\(tags.names.count) tags, \(tags.laneCount) lanes, \(index.hashes.count) features")
        var sum = [Float](repeating: 0, count: index.hashes.count * lanes)
        for run in 0..<settings.runs {
            let weights = learn(sentences, seed: settings.seed + UInt64(run), report: report).averaged()
            for index in sum.indices { sum[index] += weights[index] / Float(settings.runs) }
        }
        let (table, bytes) = AveragedWeights.packed(sum, lanes: lanes, hashes: index.hashes, rows: settings.rows, but: foreign)
        return (tags, table, bytes)
    }

    private func learn(_ sentences: [TrainingSentence], seed: UInt64, report: (String) -> Void) -> AveragedWeights {
        var weights = AveragedWeights(rows: index.hashes.count, lanes: lanes)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<(settings.rounds + settings.lastRounds) {
            var order = Array(0..<(round < settings.rounds ? sentences.count : main.count))
            order.shuffle(using: &generator)
            var wrong = 0
            for number in order { wrong += learn(sentences[number], facts[number], domain: domains[number], &weights) }
            report("round \(round + 1): \(wrong) wrong")
        }
        return weights
    }

    private func facts(of sentence: TrainingSentence) -> [WordFacts] {
        var reader = WordReader()
        let own = sentence.tokens.map { token in
            var facts = reader.facts(of: token.form, isInner: token.isInner)
            lexicon.complete(&facts)
            return facts
        }
        return [.border, .border] + own + [.border, .border]
    }

    private mutating func collect(_ sentences: [TrainingSentence]) {
        for (number, sentence) in sentences.enumerated() {
            let facts = facts[number]
            var features = TagFeatures(domain: domains[number])
            var context = TagContext()
            facts.withUnsafeBufferPointer { facts in
                for (offset, name) in sentence.tags.enumerated() {
                    features.fillFixed(facts, at: offset + 2)
                    if domains[number] > 0 {
                        foreign.formUnion(features.hashes[(features.count - TagFeatures.domainCount)..<features.count])
                    }
                    context.fill(&features, facts, at: offset + 2)
                    for hash in features.hashes[0..<features.count] { index.count(hash) }
                    let tag = numbers[name] ?? 0
                    context.push(tag, tags.parts[tag], facts[offset + 2])
                }
            }
        }
        index.freeze(minimum: settings.minimum)
    }

    private func learn(_ sentence: TrainingSentence, _ facts: [WordFacts], domain: Int, _ weights: inout AveragedWeights) -> Int {
        var features = TagFeatures(domain: domain)
        var context = TagContext()
        var scores = [Int32](repeating: 0, count: lanes)
        var wrong = 0
        for (offset, name) in sentence.tags.enumerated() {
            facts.withUnsafeBufferPointer { facts in
                features.fillFixed(facts, at: offset + 2)
                context.fill(&features, facts, at: offset + 2)
            }
            let active = features.hashes[0..<features.count].map { index[$0] }
            weights.sum(active, into: &scores)
            let guess = best(scores)
            let gold = numbers[name] ?? 0
            weights.tick()
            if guess != gold {
                wrong += 1
                update(active, gold: gold, guess: guess, &weights)
            }
            context.push(guess, tags.parts[guess], facts[offset + 2])
        }
        return wrong
    }

    private func best(_ scores: [Int32]) -> Int {
        var (best, bestScore) = (0, Int32.min)
        for tag in tags.names.indices {
            var score: Int32 = 0
            for index in tags.laneStarts[tag]..<tags.laneStarts[tag + 1] { score += scores[Int(tags.lanes[index])] }
            if score > bestScore { (best, bestScore) = (tag, score) }
        }
        return best
    }

    private func update(_ active: [Int32], gold: Int, guess: Int, _ weights: inout AveragedWeights) {
        let right = Set(tags.lanes[tags.laneStarts[gold]..<tags.laneStarts[gold + 1]])
        let wrong = Set(tags.lanes[tags.laneStarts[guess]..<tags.laneStarts[guess + 1]])
        for lane in right.subtracting(wrong) { weights.update(active, lane: Int(lane), by: 1) }
        for lane in wrong.subtracting(right) { weights.update(active, lane: Int(lane), by: -1) }
    }
}
