// Running text in, a vector for each frequent word out: skip-grams with negative samples (Mikolov et al. 2013) whose outputs know the place
// in the window (Ling et al. 2015, "Two/Too Simple Adaptations of Word2Vec for Syntax Problems").

/// Trains word vectors.
package struct WordVectors: Codable, Sendable {
    package struct Settings: Sendable, Codable {
        package var size = 64
        package var words = 20_000
        package var minimum = 10
        package var window = 2
        package var negatives = 5
        package var rounds = 3
        package var rate: Float = 0.03
        /// Words more frequent than this share are passed over at random.
        package var sample = 2e-4
        package var seed: UInt64 = 11

        package init() {}
    }

    /// Hashes by falling frequency; row 0 of the vectors is that of unknown words.
    package private(set) var hashes: [UInt64] = []
    package private(set) var vectors: [Float] = []
    private let settings: Settings

    /// Vectors that are there already.
    package init(hashes: [UInt64], vectors: [Float]) {
        self.hashes = hashes
        self.vectors = vectors
        settings = Settings()
    }

    /// Small random vectors for the words seen at least twice.
    package init(random words: [UInt64], seed: UInt64) {
        settings = Settings()
        hashes = Self.frequent(words, minimum: 2)
        var generator = SeededGenerator(seed: seed)
        vectors = (0..<((hashes.count + 1) * settings.size)).map { _ in Float.random(in: -0.1...0.1, using: &generator) }
        for index in 0..<settings.size { vectors[index] = 0 }
    }

    /// Words by falling frequency.
    private static func frequent(_ words: [UInt64], minimum: Int) -> [UInt64] {
        var counts: [UInt64: Int] = [:]
        for word in words where word != 0 { counts[word, default: 0] += 1 }
        return counts.filter { $0.value >= minimum }.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map(\.key)
    }

    package init(_ words: [UInt64], settings: Settings = Settings(), report: (String) -> Void) {
        self.settings = settings
        hashes = Self.frequent(words, minimum: settings.minimum)
        let numbers = Dictionary(uniqueKeysWithValues: hashes.enumerated().map { ($1, Int32($0 + 1)) })
        let stream = words.map { numbers[$0] ?? 0 }
        var frequencies = [Int](repeating: 0, count: hashes.count + 1)
        for word in stream { frequencies[Int(word)] += 1 }
        report("\(stream.count) words of running text, \(hashes.count) frequent ones")
        train(stream, frequencies, report: report)
        hashes = Array(hashes.prefix(settings.words))
        vectors = Array(vectors.prefix((hashes.count + 1) * settings.size))
        normalise()
    }

    /// Vectors with a mean square of one in every place, row 0 with zeros.
    private mutating func normalise() {
        let size = settings.size
        for index in 0..<min(size, vectors.count) { vectors[index] = 0 }
        let square = vectors.reduce(Float(0)) { $0 + $1 * $1 } / Float(max(1, vectors.count))
        let scale = 0.5 / max(1e-6, square.squareRoot())
        for index in vectors.indices { vectors[index] *= scale }
    }

    private mutating func train(_ stream: [Int32], _ frequencies: [Int], report: (String) -> Void) {
        let (size, places) = (settings.size, 2 * settings.window)
        var generator = SeededGenerator(seed: settings.seed)
        var inputs = (0..<(frequencies.count * size)).map { _ in Float.random(in: -0.5...0.5, using: &generator) / Float(size) }
        var outputs = [Float](repeating: 0, count: frequencies.count * size * places)
        let noise = noiseTable(frequencies)
        let keep = frequencies.map { count -> Float in
            let share = Double(count) / Double(max(1, stream.count)) / settings.sample
            return share <= 1 ? 1 : Float((1 / share).squareRoot())
        }
        let steps = settings.rounds * stream.count
        var done = 0
        for round in 0..<settings.rounds {
            var kept: [Int32] = []
            kept.reserveCapacity(stream.count)
            for word in stream where word > 0 && (keep[Int(word)] >= 1 || Float.random(in: 0..<1, using: &generator) < keep[Int(word)]) {
                kept.append(word)
            }
            inputs.withUnsafeMutableBufferPointer { vectors in
                outputs.withUnsafeMutableBufferPointer { outputs in
                    guard let vectors = vectors.baseAddress, let outputs = outputs.baseAddress else { return }
                    for center in kept.indices {
                        let progress = (Float(done) + Float(center)) / Float(steps)
                        let rate = settings.rate * max(0.02, 1 - progress)
                        learn(kept, center, vectors, outputs, noise, rate, &generator)
                    }
                }
            }
            done += stream.count
            report("word vectors: round \(round + 1) over \(kept.count) words")
        }
        vectors = inputs
    }

    private func noiseTable(_ frequencies: [Int]) -> [Int32] {
        var table: [Int32] = []
        let weights = frequencies.map { Double($0).squareRoot() * Double($0).squareRoot().squareRoot() }
        let sum = weights.dropFirst().reduce(0, +)
        for (word, weight) in weights.enumerated() where word > 0 {
            table += [Int32](repeating: Int32(word), count: max(1, Int(weight / sum * 1_000_000)))
        }
        return table.isEmpty ? [0] : table
    }

    @inline(__always)
    private func learn(
        _ stream: [Int32], _ center: Int, _ vectors: UnsafeMutablePointer<Float>, _ outputs: UnsafeMutablePointer<Float>,
        _ noise: [Int32], _ rate: Float, _ generator: inout SeededGenerator
    ) {
        let (size, places) = (settings.size, 2 * settings.window)
        let own = vectors + Int(stream[center]) * size
        withUnsafeTemporaryAllocation(of: Float.self, capacity: size) { change in
            guard let change = change.baseAddress else { return }
            for place in 0..<places {
                let offset = place < settings.window ? place - settings.window : place - settings.window + 1
                let other = center + offset
                guard other >= 0, other < stream.count else { continue }
                for index in 0..<size { change[index] = 0 }
                for sample in 0...settings.negatives {
                    let word = sample == 0 ? stream[other] : noise[Int(generator.next() % UInt64(noise.count))]
                    if sample > 0, word == stream[other] { continue }
                    let output = outputs + (Int(word) * places + place) * size
                    pull(own, output, change, isReal: sample == 0, rate)
                }
                for index in 0..<size { own[index] += change[index] }
            }
        }
    }

    @inline(__always)
    private func pull(
        _ own: UnsafeMutablePointer<Float>, _ output: UnsafeMutablePointer<Float>, _ change: UnsafeMutablePointer<Float>, isReal: Bool,
        _ rate: Float
    ) {
        var sum = SIMD8<Float>()
        for block in 0..<(settings.size / 8) { sum += Curves.load(own, 8 * block) * Curves.load(output, 8 * block) }
        let share = Curves.sigmoid(SIMD8(repeating: sum.sum()))[0]
        let step = rate * ((isReal ? 1 : 0) - share)
        for block in 0..<(settings.size / 8) {
            let line = Curves.load(output, 8 * block)
            Curves.store(Curves.load(change, 8 * block) + line * step, change, 8 * block)
            Curves.store(line + Curves.load(own, 8 * block) * step, output, 8 * block)
        }
    }
}
