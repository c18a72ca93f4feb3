// `recoupe-forge check`: a language pack in, what is missing or does not fit out. Exit status 1 where something is wrong.
internal import ArgumentParser
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeRead
internal import RecoupeTraining

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Says what a language pack lacks.")

    @Argument(help: "The language's code.") var language: String
    @Option(help: "The pack whose files are the measure.") var like = "fr"
    @Option(help: "The Languages folder.") var languages = "Languages"

    func run() throws {
        let files = PackFiles(folder: URL(fileURLWithPath: languages))
        var troubles = missing(files)
        let pack = try LanguagePack(language, files: files)
        do {
            _ = try Analyser(pack)
        } catch { troubles.append("\(error)") }
        troubles += cards(files)
        for trouble in troubles { print(trouble) }
        if !troubles.isEmpty { throw ExitCode(1) }
        print("Languages/\(language): all files there, all models as their cards say")
    }

    private func missing(_ files: PackFiles) -> [String] {
        let own = Set(files.paths(under: "Languages/\(language)/"))
        return files.paths(under: "Languages/\(like)/").map { $0.replacingOccurrences(of: "/\(like)/", with: "/\(language)/") }
            .filter { !own.contains($0) }.map { "\($0): is missing" }
    }

    /// Models without a card, or with another digest than the card's.
    private func cards(_ files: PackFiles) -> [String] {
        files.paths(under: "Languages/\(language)/models/").filter { $0.hasSuffix(".bin") }.compactMap { path in
            let card = String(path.dropLast(4)) + ".card.json"
            guard let bytes = files.bytes(path), let json = files.bytes(card) else { return "\(path): has no card" }
            return Card.digest(in: json) == Card.digest(of: bytes) ? nil : "\(path): is not the file of its card"
        }
    }
}
