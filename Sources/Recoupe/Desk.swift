// The desk puts the stages in order for one story: bytes → Page → Article → Reading → Dossier → file. It is the only place where the
// stages meet.
public import Foundation
public import RecoupeModel
internal import RecoupeClean
internal import RecoupeIntake
internal import RecoupeLanguage
internal import RecoupeLink
internal import RecoupePublish
internal import RecoupeRead
internal import RecoupeStore
internal import RecoupeText

/// Everything that is needed to read reports, opened once: language packs, cleaner, reader, linker.
public struct Desk: Sendable {
    let packs: [LanguagePack]
    let intake: Intake
    let cleaner: Cleaner
    let reader: Reader
    let linker: Linker
    /// Digest of all that a reading depends on beside the report's bytes: the packs' files and the program's version.
    let readWith: String

    /// Opens the packs carried inside the program, or those of a folder.
    public init(languages: URL? = nil) throws(DeskError) {
        do {
            let files = PackFiles(folder: languages)
            packs = try LanguagePack.all(files: files)
            cleaner = try Cleaner(packs: packs)
            reader = try Reader(packs: packs)
            intake = Intake()
            linker = Linker()
            readWith = Self.digest(of: files)
        } catch {
            throw DeskError(error)
        }
    }

    private static func digest(of files: PackFiles) -> String {
        let digests = files.paths(under: "Languages/").map { path in path + " " + sha256(files.bytes(path) ?? []) }
        return sha256((["recoupe " + Program.version] + digests).joined(separator: "\n"))
    }

    /// Links what a file holds, and the sentences that explain it, into a dossier.
    func link(_ reports: [StoredReport], title: String?) -> Dossier {
        let dossier = linker.link(title: title ?? Self.title(of: reports), reports.map(\.article), reports.map(\.reading))
        return dossier
    }

    /// Without a given title a story has that of its first report: the earliest dated one, by id among equals.
    private static func title(of reports: [StoredReport]) -> String {
        let titled = reports.filter { $0.article.title != nil }
        let first = titled.min { a, b in key(a) < key(b) }
        return first?.article.title ?? ""
    }

    private static func key(_ report: StoredReport) -> (String, String) {
        (report.article.published.map { $0.stated ? $0.earliest.description : "9" } ?? "9", report.article.id)
    }
}
