// The command line: one file a subcommand. Exit codes: 0 done, 1 done with some reports unread, 2 nothing done.
package import ArgumentParser
internal import Foundation
internal import Recoupe

/// `recoupe`.
package struct RecoupeCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "recoupe",
        abstract: "Cross-checks the reports of one story, offline.",
        discussion: """
            Reads a pile of reports and makes a dossier in which everything leads to the passage it comes from.

            Example: recoupe build reports/ -o story.recoupe && recoupe serve story.recoupe

            Exit codes: 0 done, 1 done with some reports unread, 2 nothing done.
            """,
        version: "recoupe \(Program.version)",
        subcommands: [
            BuildCommand.self, AddCommand.self, RereadCommand.self, FetchCommand.self, ServeCommand.self, ReportCommand.self,
            ExportCommand.self, ShowCommand.self,
            ExplainCommand.self, CleanCommand.self, ReadCommand.self, LinkCommand.self, LicencesCommand.self,
        ]
    )

    package init() {}

    /// Runs the program on its arguments and ends it with its exit code.
    package static func run() async -> Never {
        signal(SIGPIPE, SIG_DFL)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand { try await command.run() } else { try command.run() }
            Foundation.exit(0)
        } catch let error as DeskError {
            Terminal.complain(error.description)
            Foundation.exit(ExitStatus.nothingDone.rawValue)
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if code.isSuccess { print(message) } else { Terminal.complain(message) }
            Foundation.exit(code.isSuccess ? 0 : ExitStatus.nothingDone.rawValue)
        }
    }
}

/// How a command ended.
enum ExitStatus: Int32, Error {
    case done = 0
    case someUnread = 1
    case nothingDone = 2
}
