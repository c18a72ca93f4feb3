// Trains and packs models, checks packs, scores against gold. Never in the product.
internal import ArgumentParser

@main
struct Forge: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recoupe-forge", abstract: "Trains and packs the models of the language packs.",
        subcommands: [
            TrainTags.self, TrainTrees.self, TrainNames.self, TrainVoices.self, ClusterWords.self, TrainBody.self, CleanPages.self,
            Mutate.self,
            Evaluate.self,
            Speed.self, Check.self,
        ])
}
