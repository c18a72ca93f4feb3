// `recoupe-forge cluster-words`: running text in, a table of words with a fine and a coarse cluster out, for `train-names`.
internal import ArgumentParser
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeRead
internal import RecoupeTraining

struct ClusterWords: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Clusters the words of running text by their neighbours.",
        discussion: "Example: recoupe-forge cluster-words --language fr --corpus news.txt --out clusters.tsv")

    @Option(help: "The language's code.") var language: String
    @Option(help: "Running text, a paragraph a line.") var corpus: String
    @Option(help: "Fine clusters, at most 1,024.") var fine = 512
    @Option(help: "Coarse clusters, at most 64.") var coarse = 48
    @Option(help: "How often a word must stand in the text.") var minimum = 12
    @Option(help: "Rounds of exchange at most.") var rounds = 12
    @Option(help: "The table to write: word, fine and coarse cluster.") var out: String

    func validate() throws {
        guard (2...1024).contains(fine), (2...64).contains(coarse), minimum > 0, rounds > 0 else {
            throw ValidationError("Give 2 to 1,024 fine and 2 to 64 coarse clusters, and a minimum and rounds above 0.")
        }
    }

    func run() throws {
        let tokenizer = try Tokenizer(LanguagePack(language))
        let words = WordClusters(try sentences(tokenizer), minimum: minimum)
        let coarseOf = Dictionary(uniqueKeysWithValues: words.clusters(coarse, rounds: rounds).map { ($0.word, $0.cluster) })
        let lines = words.clusters(fine, rounds: rounds).map { "\($0.word)\t\($0.cluster)\t\(coarseOf[$0.word] ?? 0)\n" }
        try Files.write(Array(lines.joined().utf8), to: out)
        Files.report("\(lines.count) words in \(fine) fine and \(coarse) coarse clusters")
    }

    /// The words of each sentence as written, digits as `0`, in runs of whole lines.
    private func sentences(_ tokenizer: Tokenizer) throws(PackError) -> [[String]] {
        var out: [[String]] = []
        for line in try Files.bytes(corpus).split(separator: 0x0A) {
            let analysis = tokenizer.analyse(Array(line), article: "")
            for sentence in analysis.sentences {
                out.append(analysis.tokens[sentence.tokens].map { habitWord($0.form) })
            }
        }
        return out
    }
}
