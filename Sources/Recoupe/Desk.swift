// The desk puts the stages in order for one story: bytes → Page → Article → Reading → Dossier → file. It is the only place where the
// stages meet.
public import Foundation
internal import RecoupeModel
internal import RecoupeClean
internal import RecoupeIntake
package import RecoupeLanguage
internal import RecoupeLink
internal import RecoupePublish
internal import RecoupeRead
internal import RecoupeStore
internal import RecoupeText

/// Everything that is needed to read reports, opened once: language packs, cleaner, reader, linker.
public struct Desk: Sendable {
    package let packs: [LanguagePack]
    let intake: Intake
    let cleaner: Cleaner
    let reader: Reader
    /// Whether the reader was opened for all numbers of a text.
    let readsNumbers: Bool
    let linker: Linker
    let publisher: Publisher
    /// Digest of all that a reading depends on beside the report's bytes: the packs' files and the program's version.
    let readWith: String

    /// Opens the packs carried inside the program, or those of a folder; with `numbers`, `readLine(_:)` gives all numbers of a text too.
    public init(languages: URL? = nil, numbers: Bool = false) throws(DeskError) {
        do {
            let files = PackFiles(folder: languages)
            packs = try LanguagePack.all(files: files)
            cleaner = try Cleaner(packs: packs)
            let reader = try Reader(packs: packs, numbers: numbers)
            self.reader = reader
            readsNumbers = numbers
            intake = Intake()
            linker = Linker { article, told in reader.read(article, told: told) }
            publisher = try Publisher(packs: packs)
            readWith = Self.digest(of: files)
        } catch {
            throw DeskError(error)
        }
    }

    private static func digest(of files: PackFiles) -> String {
        let digests = files.paths(under: "Languages/").map { path in path + " " + sha256(files.bytes(path) ?? []) }
        return sha256((["recoupe " + Program.version] + digests).joined(separator: "\n"))
    }

    /// Links reports into a dossier and writes the sentences that explain it.
    func link(_ reports: [StoredReport], title: String?) -> Dossier {
        let articles = reports.map(\.article)
        return publisher.told(linker.link(title: title ?? Self.title(of: articles), articles, reports.map(\.reading)))
    }

    /// Without a given title a story has that of its first report: the earliest dated one, by id among equals.
    private static func title(of articles: [Article]) -> String {
        articles.filter { $0.title != nil }.min { key($0) < key($1) }?.title ?? ""
    }

    private static func key(_ article: Article) -> (String, String) {
        (article.published.map { $0.stated ? $0.earliest.description : "9" } ?? "9", article.id)
    }
}
