// `recoupe report`: the dossier as one page that needs nothing else.
internal import ArgumentParser
internal import Foundation
internal import Recoupe

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a dossier as one self-contained page.",
        discussion: "Example: recoupe report story.recoupe -o story.html"
    )

    @Argument(help: "The dossier.")
    var story: String

    @Option(name: [.short, .long], help: ArgumentHelp("The page to write.", valueName: "file"))
    var output: String

    @OptionGroup var packs: PackOptions

    func run() async throws {
        let desk = try packs.desk()
        let page = try desk.page(try desk.dossier(of: story))
        do {
            try Data(page).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw DeskError("\(output): cannot be written; check that the folder exists, its permissions and the space left")
        }
    }
}
