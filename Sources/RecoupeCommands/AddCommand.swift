// `recoupe add`: more reports for a dossier.
internal import ArgumentParser
internal import Recoupe

struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add reports to a dossier; only what is new is read.",
        discussion: "Example: recoupe add story.recoupe today/"
    )

    @Argument(help: "The dossier.")
    var story: String

    @Argument(help: ArgumentHelp("Reports, archives or feeds of them, or folders.", valueName: "path"))
    var paths: [String]

    @OptionGroup var intake: IntakeOptions
    @OptionGroup var packs: PackOptions

    func run() async throws {
        let line = ProgressLine()
        let outcome = try await packs.desk().add(paths, story: story, options: intake.story) { line.show($0) }
        try intake.conclude(outcome, story)
    }
}
