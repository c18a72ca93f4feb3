// `recoupe-forge train-tags`: treebanks, a dictionary and running text in, `models/tags.bin` and its card out.
internal import ArgumentParser
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeRead
internal import RecoupeTraining

struct TrainTags: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Trains the tagger of a language.",
        discussion: "A source is written PATH=LICENCE, as in sequoia-train.conllu=LGPL-LR; the licence goes into the card.")

    @Option(help: "The language's code.") var language: String
    @Option(help: "The treebank whose conventions win, CoNLL-U.") var main: String
    @Option(parsing: .upToNextOption, help: "Treebanks that help.") var also: [String] = []
    @Option(help: "A hunspell dictionary with morphology, without .dic and .aff.") var dictionary: String?
    @Option(help: "A folder of WordNet's files, PATH=LICENCE, for words that the treebank has seldom.") var wordnet: String?
    @Option(help: "Runs in different order that are averaged.") var runs = 1
    @Option(help: "Running text, a paragraph a line; it chooses the dictionary's words.") var corpus: String?
    @Option(help: "A treebank to measure on for the card.") var develop: String?
    @Option(help: "Rounds over all treebanks.") var rounds = 8
    @Option(help: "Rounds over the main treebank at the end.") var lastRounds = 3
    @Option(help: "How many features the model keeps.") var rows = 32_000
    @Option(help: "How often a word must stand in the treebank to be in the lexicon, without a dictionary.") var usual = 5
    @Option(help: "Clusters of words as `cluster-words` writes them, PATH=LICENCE.") var clusters: String?
    @Option(help: "The Languages folder to write into.") var languages = "Languages"

    func validate() throws {
        guard (1...65_535).contains(rows) else { throw ValidationError("A model keeps 1 to 65,535 features: 16-bit numbers name them.") }
        guard rounds > 0, lastRounds >= 0, usual > 0, runs > 0 else {
            throw ValidationError("Rounds, runs and usual words start at 1, last rounds at 0.")
        }
    }

    func run() throws {
        var sources = SourceList()
        let tokenizer = try Tokenizer(LanguagePack(language))
        var recipe = TaggerRecipe(main: try Files.treebank(sources.path(main)), tokenizer: tokenizer)
        for argument in also { recipe.others.append(try Files.treebank(sources.path(argument))) }
        if let dictionary {
            recipe.dictionary = HunspellDictionary(
                affixes: try Files.text(sources.path(dictionary, ".aff")), words: try Files.text(sources.path(dictionary, ".dic")))
        }
        if let wordnet {
            let files = try WordNetDictionary.files.map { ($0, try Files.text(sources.path(wordnet, "/" + $0))) }
            recipe.wordNet = WordNetDictionary(files: Dictionary(uniqueKeysWithValues: files))
        }
        if let corpus {
            recipe.vocabulary = Set(Vocabulary(try Files.bytes(sources.path(corpus)), tokenizer: tokenizer).words)
        }
        if let clusters { recipe.clusters = Self.clusters(try Files.text(sources.path(clusters))) }
        (recipe.settings.rounds, recipe.settings.lastRounds, recipe.settings.rows) = (rounds, lastRounds, rows)
        (recipe.settings.usualWord, recipe.settings.runs) = (usual, runs)
        let bytes = recipe.bytes(report: Files.report)
        let folder = languages + "/" + language + "/models/"
        try Files.write(bytes, to: folder + "tags.bin")
        var card = Card(
            model: "tags.bin", language: language, method: "greedy averaged perceptron over factored tags, hashed features, 8-bit weights",
            sources: sources.sources, seed: recipe.settings.seed,
            settings: ["rounds": rounds, "last_rounds": lastRounds, "rows": rows, "runs": runs],
            bytes: bytes
        )
        if let develop { try measure(&card, on: develop) }
        try Files.write(card.json(), to: folder + "tags.card.json")
    }

    /// The fine cluster of each word in lower case; of several spellings the first, the most frequent, counts.
    private static func clusters(_ table: String) -> [(hash: UInt64, value: UInt16)] {
        var reader = WordReader()
        return table.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "\t")
            guard cells.count > 1, let number = UInt16(cells[1]) else { return nil }
            return (reader.key(String(cells[0])), number + 1)
        }
    }

    private func measure(_ card: inout Card, on path: String) throws {
        let pack = try LanguagePack(language, files: PackFiles(folder: URL(fileURLWithPath: languages)))
        guard let tagger = try Tagger(pack) else { return }
        let figures = Evaluation(gold: try Files.treebank(path)).tags(tagger)
        card.measuredOn = URL(fileURLWithPath: path).lastPathComponent + ", gold words"
        card.score = ["upos": figures.upos, "ufeats": figures.feats, "lemmas": figures.lemma]
        card.score = card.score.mapValues { ($0 * 10_000).rounded() / 10_000 }
    }
}
