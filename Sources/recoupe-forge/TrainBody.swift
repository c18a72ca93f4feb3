// `recoupe-forge train-body`: annotated pages in, the model of article bodies and its card out; with --trial the score on unseen sites.
internal import ArgumentParser
internal import Foundation
internal import RecoupeClean
internal import RecoupeIntake
internal import RecoupeLanguage
internal import RecoupeTraining

struct TrainBody: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Trains the model of article bodies.")

    @Option(help: "A list of annotated pages (JSON lines with id, url, text; the pages in the folder of the same name): PATH=LICENCE.")
    var pages: [String]
    @Option(help: "How many trees.") var trees = 200
    @Option(help: "How many leaves a tree has.") var leaves = 24
    @Option(help: "How much of what is left each tree takes, in thousandths.") var rate = 70

    @Option(help: "How often the trees are learned with another seed; the model is the mean.") var runs = 1
    @Option(help: "Pages on which readers and a model of other sites agree less, in hundredths, are not learned from.") var agreement = 0
    @Flag(help: "Measure on sites that the model has not seen, and write that into the card.") var trial = false
    @Flag(help: "With --trial: write no model.") var dry = false
    @Option(help: "With --trial: a file for the score of each page.") var misses: String?
    @Option(help: "The Languages folder to write into.") var languages = "Languages"

    func run() throws {
        let files = PackFiles(folder: URL(fileURLWithPath: languages))
        let packs = try ["fr", "en"].map { try LanguagePack($0, files: files) }
        var recipe = BodyRecipe()
        (recipe.settings.trees, recipe.settings.leaves, recipe.settings.rate) = (trees, leaves, Double(rate) / 1000)
        recipe.runs = runs
        recipe.leastAgreement = Float(agreement) / 100
        var sources = SourceList()
        var groups: [[BodyExample]] = []
        let parser = try Cleaner(packs: packs, body: try BodyModel(classWords: [:], trees: []))
        for argument in pages {
            let list = try sources.path(argument)
            let folder = list.hasSuffix(".jsonl") ? String(list.dropLast(6)) : list
            groups.append(try AnnotatedPage.pages(list: list, folder: folder).compactMap { example($0, parser) })
            Files.report("\(list): \(groups.last?.count ?? 0) pages")
        }
        var score: [String: Double] = [:]
        if trial { score = try measure(recipe, packs, groups) }
        if dry { return }
        let bytes = BodyRecipe.bytes(recipe.train(groups.flatMap { $0 }))
        var card = Card(
            model: "body.tsv", language: "any",
            method: "log-odds of class words; gradient-boosted regression trees over features of blocks, cross-entropy",
            sources: sources.sources, seed: recipe.settings.seed,
            settings: [
                "trees": trees, "leaves": leaves, "rate_thousandths": rate, "runs": runs, "pages_per_site": Int(recipe.pagesPerSite),
                "agreement_hundredths": agreement,
            ], bytes: bytes
        )
        card.score = score
        if trial { card.measuredOn = "the same pages, each site's by a model trained on the other sites; shingles of four words" }
        try Files.write(bytes, to: languages + "/markup/body.tsv")
        try Files.write(try card.json(), to: languages + "/markup/body.card.json")
    }

    private func example(_ annotated: AnnotatedPage, _ cleaner: Cleaner) -> BodyExample? {
        guard let page = try? Intake().page(annotated.bytes, path: annotated.id), let blocks = cleaner.blocks(of: page) else { return nil }
        return BodyExample(annotated, page: page, blocks: blocks)
    }

    private func measure(_ recipe: BodyRecipe, _ packs: [LanguagePack], _ groups: [[BodyExample]]) throws -> [String: Double] {
        var lines: [String] = []
        let scores = try BodyTrial(recipe: recipe, packs: packs).scores(groups) { lines.append($0) }
        if let misses { try Files.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: misses) }
        var out: [String: Double] = [:]
        for (argument, score) in zip(pages, scores) {
            let name = URL(fileURLWithPath: argument.split(separator: "=").first.map { String($0) } ?? "").lastPathComponent
            Files.report("\(name): F1 \(score.f1) precision \(score.precision) recall \(score.recall) on \(score.pages) pages")
            out["F1 " + name] = (score.f1 * 1000).rounded() / 1000
        }
        return out
    }
}
