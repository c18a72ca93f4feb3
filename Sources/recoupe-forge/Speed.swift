// `recoupe-forge speed`: articles in, how many megabytes of their text the finders of times and figures read in a CPU second, words, tags and
// trees being there already.
internal import ArgumentParser
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeRead
internal import RecoupeText

struct Speed: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measures how fast times and figures are found in analysed text.")

    @Argument(help: "Articles as JSON lines, each with paragraphs or text.") var articles: String
    @Option(help: "The language's code.") var language = "fr"
    @Option(help: "How many articles.") var count = 500
    @Option(help: "How often each is read.") var times = 5

    private struct Line: Decodable {
        var text: String?
        var paragraphs: [String]?
    }

    func run() throws {
        let pack = try LanguagePack(language)
        let lexicons = try PackLexicons(pack)
        let (finder, figures) = (try TimeFinder(lexicons), try FigureFinder(lexicons))
        let analyser = try Analyser(pack)
        let lines = try Data(contentsOf: URL(fileURLWithPath: articles)).split(separator: 0x0A).prefix(count)
        let analyses = try lines.map { line in
            let article = try JSONDecoder().decode(Line.self, from: Data(line))
            return analyser.analyse(article.text ?? article.paragraphs?.joined(separator: "\n\n") ?? "", article: "a")
        }
        let day = CalendarDay(iso: "2020-06-15").map { Published(DaySpan($0), stated: true, because: []) }
        let bytes = analyses.reduce(0) { $0 + $1.bytes.count } * times
        var found = (times: 0, figures: 0)
        let start = Self.seconds
        for _ in 0..<times {
            for analysis in analyses { found.times += finder.find(in: analysis, published: day).times.count }
        }
        let middle = Self.seconds
        for _ in 0..<times {
            for analysis in analyses {
                found.figures += figures.find(in: analysis, times: [], names: [], referents: [], statements: []).count
            }
        }
        let end = Self.seconds
        let rate = { (seconds: Double) in String(format: "%.2f", Double(bytes) / 1e6 / max(seconds, 1e-9)) }
        print("\(analyses.count) articles, \(bytes / times) bytes, \(found.times / times) times, \(found.figures / times) figures")
        print("times \(rate(middle - start)), figures \(rate(end - middle)), both \(rate(end - start)) MB a CPU second")
    }

    private static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
