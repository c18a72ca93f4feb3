// `recoupe-forge train-names`: marked articles, word clusters and running text in, `models/names.bin` and its card out.
internal import ArgumentParser
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeRead
internal import RecoupeTraining

struct TrainNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Trains the name tagger of a language.")

    @Option(help: "The language's code.") var language: String
    @Option(help: "A folder of marked articles.") var marked: String
    @Option(help: "Their licence, for the card.") var licence: String
    @Option(help: "A file that names the marked articles to train on, one a line.") var train: String
    @Option(help: "A file that names the marked articles to measure on, for the card.") var develop: String?
    @Option(help: "Word clusters: word, fine and coarse cluster, parted by tabs; or a names.bin whose clusters are taken over.")
    var clusters: String?
    @Option(help: "Running text, an article a line (paragraphs parted by U+2029).") var corpus: String?
    @Option(help: "How often the running text is read.") var passes = 2
    @Option(help: "Runs in different order that are averaged.") var runs = 5
    @Option(help: "The Languages folder to write into.") var languages = "Languages"

    func run() throws {
        let pack = try LanguagePack(language, files: PackFiles(folder: URL(fileURLWithPath: languages)))
        var sources: [Card.Source] = []
        func source(_ path: String) throws -> [UInt8] {
            let bytes = try Files.bytes(path)
            sources.append(Card.Source(name: URL(fileURLWithPath: path).lastPathComponent, licence: licence, bytes: bytes))
            return bytes
        }
        let articles = try articles(train)
        sources.append(Card.Source(name: "\(articles.count) marked articles", licence: licence, bytes: try articleBytes(train)))
        var recipe = NameRecipe(pack: pack, articles: articles)
        recipe.settings.runs = runs
        recipe.passes = passes
        if let clusters {
            recipe.clusters =
                clusters.hasSuffix(".bin")
                ? try NameTagger(source(clusters), pack: pack).habits.classes
                : HashTable(Self.classes(String(decoding: try source(clusters), as: UTF8.self)))
        }
        if let corpus {
            recipe.texts = String(decoding: try source(corpus), as: UTF8.self).split(separator: "\n").map {
                String($0).replacing("\u{2029}", with: "\n")
            }
        }
        let bytes = try recipe.bytes(report: Files.report)
        var card = Card(
            model: "names.bin", language: language,
            method: "averaged structured perceptron, hashed features, word clusters, habits of words by self-training", sources: sources,
            seed: recipe.settings.seed, settings: ["passes": passes, "runs": runs, "rounds": recipe.settings.rounds], bytes: bytes
        )
        if let develop {
            let measured = try self.articles(develop)
            let score = NameScore(try NameTagger(bytes, pack: pack), analyser: try Analyser(pack), articles: measured)
            card.measuredOn = "\(measured.count) other marked articles, exact names, F1"
            card.score = score.figures
        }
        let folder = languages + "/" + language + "/models/"
        try Files.write(bytes, to: folder + "names.bin")
        try Files.write(try card.json(), to: folder + "names.card.json")
    }

    private func paths(_ list: String) throws -> [String] {
        String(decoding: try Files.bytes(list), as: UTF8.self).split(separator: "\n").map { marked + "/" + $0 + ".txt" }
    }

    private func articles(_ list: String) throws -> [MarkedArticle] { try paths(list).map { try MarkedArticle(Files.bytes($0), file: $0) } }

    private func articleBytes(_ list: String) throws -> [UInt8] { try paths(list).flatMap { try Files.bytes($0) } }

    private static func classes(_ text: String) -> [(hash: UInt64, value: UInt16)] {
        text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "\t")
            guard cells.count > 2, let fine = UInt16(cells[1]), let coarse = UInt16(cells[2]), fine < 1024, coarse < 64 else { return nil }
            return (habitHash(String(cells[0])), fine << 6 | coarse)
        }
    }
}
