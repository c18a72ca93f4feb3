// `recoupe reread`: a dossier's own sources through today's packs and program.
internal import ArgumentParser
internal import Foundation
internal import Recoupe

struct RereadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread",
        abstract: "Read a dossier's kept sources anew, after a new version of the program or its packs.",
        discussion: """
            Example: recoupe reread story.recoupe

            The files that the dossier was made from are not needed. What was read with this version already is not read again.
            """
    )

    @Argument(help: "The dossier.")
    var story: String

    @Flag(help: "Read all sources anew, whatever they were read with.")
    var all = false

    @OptionGroup var packs: PackOptions

    func run() async throws {
        let line = ProgressLine()
        let moment = Date().formatted(.iso8601)
        let outcome = try await packs.desk().reread(story, all: all, moment: moment) { line.show($0) }
        for trouble in outcome.troubles { Terminal.complain(trouble) }
        if outcome.bare > 0 {
            Terminal.complain(
                "\(story): \(outcome.bare) of \(outcome.reports) reports cannot be read anew, as their bytes were left out (--no-sources);"
                    + " give their files to `recoupe add`")
        }
        let unread = outcome.troubles.count + outcome.bare
        let current = outcome.current > 0 ? ", \(outcome.current) current already" : ""
        print("\(story): \(outcome.reports) reports (\(outcome.read) read anew\(current)\(unread > 0 ? ", \(unread) not" : ""))")
        if unread > 0 { throw outcome.read + outcome.current > 0 ? ExitStatus.someUnread : ExitStatus.nothingDone }
    }
}
