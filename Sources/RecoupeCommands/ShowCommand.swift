// `recoupe show`: a summary in the terminal.
internal import ArgumentParser
internal import Foundation
internal import Recoupe
internal import RecoupeModel

struct ShowCommand: AsyncParsableCommand {
    enum Listing: String, ExpressibleByArgument, CaseIterable {
        case summary, reports, events, statements, figures, entities, measures, conflicts, commitments, sums, copies
    }

    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Summarise a dossier in the terminal, or list one of its layers.",
        discussion: """
            Examples: recoupe show story.recoupe
                      recoupe show story.recoupe conflicts --json
            """
    )

    @Argument(help: "The dossier.")
    var story: String

    @Argument(help: "What to list.")
    var listing: Listing = .summary

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var packs: PackOptions

    func run() async throws {
        let dossier = try packs.desk().dossier(of: story)
        let lines = DossierLines(dossier)
        if json {
            printBytes(try lines.json(listing))
        } else {
            for line in lines.text(listing) { print(line) }
        }
    }
}
