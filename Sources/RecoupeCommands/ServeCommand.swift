// `recoupe serve`: the dossier in the browser, on this machine alone.
internal import ArgumentParser
internal import Foundation
internal import Recoupe

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show a dossier in the browser, on this machine alone.",
        discussion: "Example: recoupe serve story.recoupe --port 8080 --open"
    )

    @Argument(help: "The dossier.")
    var story: String

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8700

    @Flag(help: "Open the browser.")
    var open = false

    @OptionGroup var packs: PackOptions
}
