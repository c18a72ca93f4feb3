// `recoupe licences`: the licence of the program, and the notices of every lexicon and model it carries.
internal import ArgumentParser
internal import Foundation
internal import Recoupe

struct LicencesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "licences",
        abstract: "Print the licences of the program, its lexicons and its models.",
        discussion: "Example: recoupe licences"
    )

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        let notices = Program.notices
        if json {
            printBytes(try JSONEncoder().encode(notices.map { ["file": $0.file, "text": $0.text] }))
            return
        }
        for notice in notices { print("== \(notice.file)\n\n\(notice.text)") }
    }
}
