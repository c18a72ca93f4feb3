// `recoupe-forge train-voices`: marked articles in, `models/voices.tsv` and its card out: whom pronouns, descriptions and quotations without
// attribution mean.
internal import ArgumentParser
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeRead
internal import RecoupeTraining

struct TrainVoices: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Trains whom pronouns and descriptions of speakers mean.")

    @Option(help: "The language's code.") var language: String
    @Option(help: "A folder of marked articles.") var marked: String
    @Option(help: "Their licence, for the card.") var licence: String
    @Option(help: "A file that names the marked articles to train on, one a line.") var train: String
    @Option(help: "A file that names the marked articles to measure on, for the card.") var develop: String?
    @Option(help: "How many of the answers named must be right, of a hundred.") var precision = 95
    @Option(help: "The same where nothing stands for the speaker.") var precisionAlone = 88
    @Option(help: "Parts for the choice of the threshold.") var parts = 8
    @Option(help: "The Languages folder to write into.") var languages = "Languages"

    func run() throws {
        let pack = try LanguagePack(language, files: PackFiles(folder: URL(fileURLWithPath: languages)))
        let collector = try VoiceCollector(pack)
        let names = try list(train)
        var bytes: [UInt8] = []
        var groups: [[VoiceTrainer.Example]] = []
        for name in names {
            let article = try Files.bytes(marked + "/" + name + ".txt")
            bytes += article
            groups.append(try collector.examples(article, id: name))
        }
        let trainer = VoiceTrainer()
        var model = trainer.model(groups.flatMap { $0 })
        let answers = answers(groups, trainer)
        let worded = threshold(answers.filter { $0.kind != .lone }, precision)
        let alone = threshold(answers.filter { $0.kind == .lone }, precisionAlone)
        model.thresholds = VoiceQuestion.Kind.allCases.map { $0 == .lone ? alone : worded }
        let text = Self.head + model.lines.map { $0 + "\n" }.joined()
        var card = Card(
            model: "voices.tsv", language: language, method: "logistic regression over candidates, one set of weights a kind of question",
            sources: [Card.Source(name: "\(names.count) marked articles", licence: licence, bytes: bytes)], seed: 0,
            settings: ["rounds": trainer.rounds, "precision": precision, "precision_alone": precisionAlone, "parts": parts],
            bytes: [UInt8](text.utf8))
        if let develop {
            let examples = try list(develop).flatMap { try collector.examples(Files.bytes(marked + "/" + $0 + ".txt"), id: $0) }
            card.measuredOn = "\(try list(develop).count) other marked articles, with the right speakers before each question"
            card.score = Self.score(examples, model)
        }
        let folder = languages + "/" + language + "/models/"
        try Files.write([UInt8](text.utf8), to: folder + "voices.tsv")
        try Files.write(try card.json(), to: folder + "voices.card.json")
    }

    private static let head = """
        # Weights of what speaks for and against a candidate whom a pronoun, a description or nothing stands for: kind of question, mark, weight.
        # Written by `recoupe-forge train-voices`; the card beside it says from what.

        """

    private func list(_ path: String) throws -> [String] { try Files.text(path).split(separator: "\n").map { String($0) } }

    /// The likeliest answer to a question by a model that was not trained on its article.
    private struct Answer {
        var kind: VoiceQuestion.Kind
        var share: Double
        var isRight: Bool
    }

    private func answers(_ groups: [[VoiceTrainer.Example]], _ trainer: VoiceTrainer) -> [Answer] {
        var out: [Answer] = []
        for part in 0..<parts {
            let model = trainer.model(groups.indices.filter { $0 % parts != part }.flatMap { groups[$0] })
            for example in groups.indices.filter({ $0 % parts == part }).flatMap({ groups[$0] }) {
                let shares = model.shares(example.question)
                guard let best = example.question.candidates.indices.max(by: { (shares[$0], $1) < (shares[$1], $0) }) else { continue }
                out.append(Answer(kind: example.question.kind, share: shares[best], isRight: example.right.contains(best)))
            }
        }
        return out
    }

    /// The lowest threshold at which enough of the answers named are right.
    private func threshold(_ answers: [Answer], _ precision: Int) -> Double {
        var (right, threshold, found) = (0, 0.95, 0)
        for (count, item) in answers.sorted(by: { $0.share > $1.share }).enumerated() {
            if item.isRight { right += 1 }
            if right * 100 >= precision * (count + 1), item.share >= Self.least { (threshold, found) = (item.share, right) }
        }
        Files.report("threshold \(threshold): \(found) right")
        return threshold
    }

    /// No answer is given that is less likely.
    private static let least = 0.4

    private static func score(_ examples: [VoiceTrainer.Example], _ model: VoiceModel) -> [String: Double] {
        var (right, given, wanted) = (0, 0, 0)
        for example in examples {
            if !example.right.isEmpty { wanted += 1 }
            guard let answer = model.answer(example.question) else { continue }
            given += 1
            if example.right.contains(answer) { right += 1 }
        }
        func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : (Double(part) / Double(whole) * 10000).rounded() / 10000 }
        return ["precision": share(right, given), "recall": share(right, wanted)]
    }
}

/// Gathers the questions of marked articles, each with its right answers; those before count as answered rightly.
struct VoiceCollector {
    private let analyser: Analyser
    private let names: NameFinder
    private let times: TimeFinder
    private let speech: SpeechFinder

    init(_ pack: LanguagePack) throws {
        analyser = try Analyser(pack)
        names = try NameFinder(pack)
        let lexicons = try PackLexicons(pack)
        times = try TimeFinder(lexicons)
        speech = try SpeechFinder(lexicons)
    }

    func examples(_ bytes: [UInt8], id: String) throws -> [VoiceTrainer.Example] {
        let article = try MarkedArticle(bytes, file: id)
        let gold = MarkedStatements(bytes)
        let analysis = analyser.analyse(article.text, article: id)
        let (found, referents) = names.find(in: analysis)
        let (dated, published) = times.find(in: analysis, published: nil)
        var out: [VoiceTrainer.Example] = []
        _ = speech.find(in: analysis, names: found, referents: referents, times: dated, published: published) { question in
            guard let said = gold.statement(of: question.content) else { return question.chosen }
            let likeness = question.candidates.map { MarkedStatements.likeness($0.name, to: said) }
            let best = likeness.max() ?? 0
            let right = best > 0 ? likeness.indices.filter { likeness[$0] == best } : []
            out.append(VoiceTrainer.Example(question: question, right: right))
            return right.first
        }
        return out
    }
}
