// `recoupe build`: a new dossier of the reports at some paths.
internal import ArgumentParser
internal import Recoupe

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Make a dossier of the reports at some paths.",
        discussion: """
            Example: recoupe build reports/ -o story.recoupe

            A dossier of that name is replaced at the end, at once, and only if all of its reports are among those given.
            """
    )

    @Argument(help: ArgumentHelp("Reports, archives or feeds of them, or folders.", valueName: "path"))
    var paths: [String]

    @Option(name: [.short, .long], help: ArgumentHelp("The dossier to write.", valueName: "story"))
    var output: String

    @OptionGroup var intake: IntakeOptions
    @OptionGroup var packs: PackOptions

    func run() async throws {
        let line = ProgressLine()
        let outcome = try await packs.desk().build(paths, story: output, options: intake.story) { line.show($0) }
        try intake.conclude(outcome, output)
    }
}
