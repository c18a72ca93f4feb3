// `recoupe explain`: the rule and the passages behind an item.
internal import ArgumentParser
internal import Foundation
internal import Recoupe
internal import RecoupeModel

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say which rule and which passages stand behind an item.",
        discussion: """
            Example: recoupe explain story.recoupe c0123456789ab

            Ids stand at the start of each line of `recoupe show STORY LISTING`.
            """
    )

    @Argument(help: "The dossier.")
    var story: String

    @Argument(help: "The item's id.")
    var item: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var packs: PackOptions

    func run() async throws {
        let dossier = try packs.desk().dossier(of: story)
        guard let explanation = dossier.explanation(of: item) else {
            throw DeskError("\(story): holds no item \(item); ids stand at the start of each line of `recoupe show`")
        }
        if json {
            printBytes(try JSON.encoder(pretty: true).encode(explanation))
            return
        }
        let paths = Dictionary(uniqueKeysWithValues: dossier.articles.map { ($0.id, $0.path) })
        print("\(explanation.item): \(explanation.summary)")
        for because in explanation.because {
            print("  \(because.rule)")
            for passage in because.passages {
                print("    \(paths[passage.article] ?? passage.article) \(passage.start)–\(passage.end): « \(passage.text) »")
            }
        }
    }
}
