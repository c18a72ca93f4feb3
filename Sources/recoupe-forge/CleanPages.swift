// `recoupe-forge clean-pages`: saved pages in, their articles out as JSON lines with the CPU time each took. All pages are in memory
// before the first is timed, found by intake and named by its digest as the reports of a pile are; the time counts decoding, parsing and
// cleaning.
internal import ArgumentParser
internal import Foundation
internal import RecoupeClean
internal import RecoupeIntake
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeTraining

struct CleanPages: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Cleans saved pages and says how long each took.")

    @Argument(help: "A list of pages: JSON lines with id or file, and url.") var list: String
    @Option(help: "The folder of the pages; the list's path without its ending otherwise.") var folder: String?
    @Flag(help: "Tell the cleaner the addresses of the list.") var addresses = false
    @Option(help: "How often each page is cleaned; the shortest time counts.") var times = 1
    @Option(help: "Read the language packs and the body model from this folder.") var languages: String?

    private struct Line: Encodable {
        var id: String
        var title: String?
        var text: String
        var authors: [String]
        var published: Published?
        var seconds: Double
        var warnings: [String]

        /// The line of a page that could not be read takes no time.
        var untimed: Line {
            var line = self
            if seconds == .infinity { line.seconds = 0 }
            return line
        }
    }

    func run() throws {
        let files = PackFiles(folder: languages.map { URL(fileURLWithPath: $0) })
        let cleaner = try Cleaner(packs: ["fr", "en"].map { try LanguagePack($0, files: files) })
        let base = list.hasSuffix(".jsonl") ? String(list.dropLast(6)) : list
        let pages = try AnnotatedPage.pages(list: list, folder: folder ?? base)
        for page in pages {
            let line = clean(page, cleaner)
            FileHandle.standardOutput.write(try JSON.encoder().encode(line) + [0x0A])
        }
    }

    private func clean(_ page: AnnotatedPage, _ cleaner: Cleaner) -> Line {
        var line = Line(id: page.id, text: "", authors: [], seconds: .infinity, warnings: [])
        let intake = Intake()
        guard case .report(let report)? = intake.members(page.bytes, path: page.id).next() else { return line.untimed }
        for _ in 0..<max(1, times) {
            let start = Self.seconds()
            guard var read = try? intake.page(report) else { continue }
            if addresses { read.url = page.url }
            let article = cleaner.clean(read)
            line.seconds = min(line.seconds, Self.seconds() - start)
            (line.title, line.text, line.authors) = (article.title, article.text, article.authors)
            (line.published, line.warnings) = (article.published, article.warnings.map(\.code))
        }
        return line.untimed
    }

    /// CPU time of this process.
    private static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
