// `recoupe-forge train-trees`: treebanks and running text in, `models/trees.bin` and its card out. The pack's tagger must be there.
internal import ArgumentParser
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeRead
internal import RecoupeTraining

struct TrainTrees: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Trains the parser of a language.", discussion: "Sources are written PATH=LICENCE as for train-tags.")

    @Option(help: "The language's code.") var language: String
    @Option(help: "The treebank whose conventions win, CoNLL-U.") var main: String
    @Option(parsing: .upToNextOption, help: "Treebanks that help.") var also: [String] = []
    @Option(help: "Running text for word vectors, a paragraph a line.") var corpus: String?
    @Option(help: "A treebank to measure on for the card.") var develop: String?
    @Option(help: "A folder that keeps word vectors and predicted tags between trainings.") var keep: String?
    @Option(parsing: .upToNextOption, help: "Languages folders with parsers that teach this one by reading the running text together.")
    var teachers: [String] = []
    @Option(help: "Words of running text that the teachers read.") var taughtWords = 1_000_000
    @Option(help: "Words of taught sentences in a round for every word of the treebanks.") var taught: Float = 2
    @Option(help: "Rounds over all treebanks.") var rounds = 30
    @Option(help: "Words that have a vector of their own.") var words = 16_000
    @Option(help: "How often a word must stand in the running text to have a vector.") var seldom = 10
    @Option(help: "Layers of the network.") var layers = 3
    @Option(help: "Numbers in the vector of a word's form, a multiple of 16.") var forms = 32
    @Option(help: "Numbers by which heads are compared.") var arcs = 64
    @Option(help: "Numbers from which relations are read.") var relations = 64
    @Option(help: "Share of the states left out while learning.") var dropout: Float = 0.1
    @Option(help: "Share of the words left out while learning.") var wordDropout: Float = 0.1
    @Option(help: "Words seen n times are left out at least rare / (rare + n) times.") var rare: Float = 0
    @Option(help: "Size of the first steps.") var rate: Float = 0.01
    @Option(help: "Words in a batch.") var batch = 400
    @Option(help: "Seed of all choices.") var seed: UInt64 = 5
    @Option(help: "The Languages folder to write into.") var languages = "Languages"

    func run() throws {
        var sources = SourceList()
        let pack = try LanguagePack(language, files: PackFiles(folder: URL(fileURLWithPath: languages)))
        guard let tagger = try Tagger(pack) else {
            throw PackError(file: "models/tags.bin", trouble: "is missing", remedy: "train the tagger first")
        }
        let banks = try ([main] + also).map { try Files.treebank(sources.path($0)).sentences }
        let features = TrainingSentence.features(of: Treebank(sentences: banks[0]))
        let sentences = banks.map { $0.map { TrainingSentence($0, features: features) } }
        let names = try kept("tags", []) { Jackknife().tags(sentences, lexicon: tagger.lexicon, report: Files.report) } as [[[String]]]
        let numbers = Dictionary(uniqueKeysWithValues: tagger.tags.names.enumerated().map { ($1, $0) })
        let treebanks = zip(sentences, names).map { sentences, names in
            TreeTreebank(sentences: sentences, tags: names.map { $0.map { numbers[$0] ?? 0 } })
        }
        let vectors = try wordVectors(pack, sentences, &sources)
        var settings = TreeSettings()
        (settings.rounds, settings.layers, settings.dropout, settings.wordDropout) = (rounds, layers, dropout, wordDropout)
        (settings.rate, settings.batch, settings.seed) = (rate, batch, seed)
        (settings.forms, settings.arcs, settings.relations, settings.rare) = (forms, arcs, relations, rare)
        settings.taught = taught
        let index = HashTable(vectors.hashes.enumerated().map { (hash: $1, value: UInt16($0 + 1)) })
        var trainer = TreeTrainer(
            treebanks, taught: try lessons(pack, tagger), tagger: tagger, wordIndex: index, wordVectors: vectors.vectors, settings: settings
        )
        let evaluation = try develop.map { TreeEvaluation(try Files.treebank($0), tagger: tagger) }
        _ = trainer.train(report: Files.report) { round, parser in
            guard let figures = evaluation?.score(parser) else { return }
            Files.report("round \(round): UAS \(figures.uas) LAS \(figures.las)")
        }
        try write(trainer.packed, evaluation, sources)
    }

    /// Running text as the teachers read it.
    private func lessons(_ pack: LanguagePack, _ tagger: Tagger) throws -> TaughtSentences? {
        guard !teachers.isEmpty, let corpus else { return nil }
        let parsers = try teachers.compactMap { folder in
            try TreeParser(LanguagePack(language, files: PackFiles(folder: URL(fileURLWithPath: folder))))
        }
        guard parsers.count == teachers.count, let council = TreeCouncil(parsers) else {
            throw PackError(
                file: "models/trees.bin", trouble: "of a teacher is missing or another's kind", remedy: "train it on the same treebanks")
        }
        let text = try Files.bytes(String(corpus.prefix { $0 != "=" }))
        let lessons = try TaughtSentences(text, words: taughtWords, pack: pack, tagger: tagger, council: council)
        Files.report("\(lessons.sentences.count) taught sentences")
        return lessons
    }

    /// Vectors from running text, or, where there is none, small random ones for the treebanks' own words.
    private func wordVectors(_ pack: LanguagePack, _ treebanks: [[TrainingSentence]], _ sources: inout SourceList) throws -> WordVectors {
        guard let corpus else {
            var reader = WordReader()
            return WordVectors(random: treebanks.flatMap { $0.flatMap { $0.tokens.map { reader.key($0.form) } } }, seed: seed)
        }
        let path = try sources.path(corpus)
        return try kept("vectors-\(words)-\(seldom)", WordVectors(hashes: [], vectors: [])) {
            var settings = WordVectors.Settings()
            (settings.words, settings.minimum) = (words, seldom)
            let vocabulary = Vocabulary(try Files.bytes(path), tokenizer: try Tokenizer(pack))
            return WordVectors(vocabulary.words, settings: settings, report: Files.report)
        }
    }

    /// A value from the folder of kept things, or made and kept.
    private func kept<Value: Codable>(_ name: String, _ empty: Value, make: () throws -> Value) throws -> Value {
        guard let keep else { return try make() }
        let path = keep + "/" + language + "-" + name + ".json"
        if FileManager.default.fileExists(atPath: path) { return try JSONDecoder().decode(Value.self, from: Data(Files.bytes(path))) }
        let value = try make()
        try Files.write([UInt8](JSONEncoder().encode(value)), to: path)
        return value
    }

    private func write(_ bytes: [UInt8], _ evaluation: TreeEvaluation?, _ sources: SourceList) throws {
        let folder = languages + "/" + language + "/models/"
        try Files.write(bytes, to: folder + "trees.bin")
        let taught = teachers.isEmpty ? "" : ", taught by \(teachers.count) larger parsers of the same sources"
        var card = Card(
            model: "trees.bin", language: language,
            method: "biaffine graph parser over layers of minimal gated units, maximum spanning tree, skip-gram word vectors" + taught,
            sources: sources.sources, seed: seed,
            settings: [
                "rounds": rounds, "words": words, "layers": layers, "batch": batch, "forms": forms, "arcs": arcs, "relations": relations,
                "teachers": teachers.count, "taught_words": teachers.isEmpty ? 0 : taughtWords,
            ],
            bytes: bytes)
        let pack = try LanguagePack(language, files: PackFiles(folder: URL(fileURLWithPath: languages)))
        if let develop, let packed = try TreeParser(pack), let figures = evaluation?.score(packed) {
            card.measuredOn = URL(fileURLWithPath: develop).lastPathComponent + ", gold words, predicted tags"
            card.score = ["uas": figures.uas, "las": figures.las].mapValues { ($0 * 10_000).rounded() / 10_000 }
        }
        try Files.write(card.json(), to: folder + "trees.card.json")
    }
}
