// `recoupe export`: the dossier for other programs.
internal import ArgumentParser
internal import Recoupe

struct ExportCommand: AsyncParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case json }

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print a dossier for other programs.",
        discussion: """
            Example: recoupe export story.recoupe --format json > story.json

            The fields are described in Documentation/dossier-json.md; offsets are Unicode code points.
            """
    )

    @Argument(help: "The dossier.")
    var story: String

    @Option(help: "The form to write.")
    var format: Format = .json

    @Flag(help: "Indent the JSON.")
    var pretty = false

    @OptionGroup var packs: PackOptions

    func run() async throws {
        let desk = try packs.desk()
        let dossier = try desk.dossier(of: story)
        switch format {
        case .json: printBytes(try desk.export(dossier, pretty: pretty))
        }
    }
}
