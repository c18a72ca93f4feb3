// `recoupe-forge evaluate`: a gold treebank in, the figures of a language's models out.
internal import ArgumentParser
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeRead
internal import RecoupeTraining

struct Evaluate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measures a language's models on a treebank.")

    @Option(help: "The language's code.") var language: String
    @Option(help: "The gold treebank, CoNLL-U.") var gold: String
    @Option(help: "A folder that stands in for Languages/.") var languages: String?
    @Option(help: "A file for what the models read, CoNLL-U.") var out: String?
    @Flag(help: "Show what is confused most often.") var misses = false

    func run() throws {
        let files = PackFiles(folder: languages.map { URL(fileURLWithPath: $0) })
        let pack = try LanguagePack(language, files: files)
        let evaluation = Evaluation(gold: try Files.treebank(gold))
        if let tagger = try Tagger(pack) {
            let figures = evaluation.tags(tagger)
            print("gold words: UPOS \(figures.upos) UFeats \(figures.feats) Lemmas \(figures.lemma)")
            if misses { print(figures.confusions.joined(separator: "\n")) }
            if let parser = try TreeParser(pack) {
                let score = try TreeEvaluation(Files.treebank(gold), tagger: tagger).score(parser)
                print("gold words: UAS \(score.uas) LAS \(score.las)")
            }
        }
        let text = try Files.treebank(gold).text
        let start = Self.seconds
        let analyser = try Analyser(pack)
        let opened = Self.seconds
        let count = analyser.analyse(text, article: "gold").tokens.count
        let read = Self.seconds
        print(
            "models opened in \(Int(1000 * (opened - start))) ms, \(Int(Double(count) / max(1e-6, read - opened))) words a second of one core"
        )
        if let out { try Files.write(Array(ConlluWriter().write(analyser.analyse(text, article: "gold")).utf8), to: out) }
        guard let score = try evaluation.raw(analyser) else {
            throw PackError(file: gold, trouble: "is read otherwise than it is written", remedy: "look for characters that tokens lost")
        }
        print(score.table, terminator: "")
    }

    /// Time that this process has computed, whatever else the machine did.
    private static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
