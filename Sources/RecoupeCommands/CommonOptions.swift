// What several subcommands share.
internal import ArgumentParser
internal import Foundation
internal import Recoupe

/// Where language packs come from.
struct PackOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read the language packs from a folder instead of those carried inside.", valueName: "dir"))
    var languages: String?

    func desk(numbers: Bool = false) throws(DeskError) -> Desk {
        guard let languages else { return try Desk(numbers: numbers) }
        return try Desk(languages: URL(fileURLWithPath: languages, isDirectory: true), numbers: numbers)
    }
}

/// How a story takes reports in.
struct IntakeOptions: ParsableArguments {
    @Option(help: "The story's title (by default that of its first report).")
    var title: String?

    @Flag(help: "Leave the reports' bytes out of the dossier; it then cannot be read anew when the files are gone.")
    var noSources = false

    @Option(help: ArgumentHelp("The largest report read, in megabytes.", valueName: "mb"))
    var maxSize = 64

    @Option(help: ArgumentHelp("Reports taken from one archive, web archive, feed or export.", valueName: "count"))
    var maxReports = 1000

    @Option(help: ArgumentHelp("How many times its size a file may unpack to.", valueName: "times"))
    var maxRatio = 200

    @Option(help: ArgumentHelp("How deep a page's elements may stand in one another.", valueName: "levels"))
    var maxDepth = 512

    func validate() throws {
        guard (1...2000).contains(maxSize) else { throw ValidationError("--max-size is 1 to 2000 megabytes") }
        guard maxReports >= 1, maxRatio >= 1, maxDepth >= 1 else { throw ValidationError("a limit is 1 or more") }
    }

    var story: StoryOptions {
        var limits = StoryLimits()
        limits.bytes = maxSize << 20
        (limits.reports, limits.ratio, limits.depth) = (maxReports, maxRatio, maxDepth)
        return StoryOptions(title: title, keepSources: !noSources, moment: Date().formatted(.iso8601), limits: limits)
    }

    /// Says what became of an intake, and ends with 1 where some reports were not read.
    func conclude(_ outcome: IntakeOutcome, _ story: String) throws {
        for trouble in outcome.troubles { Terminal.complain(trouble) }
        if noSources {
            Terminal.complain("\(story): the reports' bytes are left out; keep the files, the dossier cannot be read anew without them")
        }
        let known = outcome.known > 0 ? ", \(outcome.known) known already" : ""
        let unread = outcome.troubles.isEmpty ? "" : ", \(outcome.troubles.count) not read"
        print("\(story): \(outcome.reports) reports (\(outcome.read) read now\(known)\(unread))")
        if !outcome.troubles.isEmpty { throw ExitStatus.someUnread }
    }
}

/// Writes bytes to standard output, followed by a line end where they have none.
func printBytes(_ bytes: some Sequence<UInt8>) {
    var data = Data(bytes)
    if data.last != 0x0A { data.append(0x0A) }
    FileHandle.standardOutput.write(data)
}
