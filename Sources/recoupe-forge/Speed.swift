// `recoupe-forge speed`: articles in, how fast the product reads them: opening the models, words alone, words with tags and trees, names, and
// the finders of times and figures, all in CPU time of one core, and the memory that the process held at most.
internal import ArgumentParser
internal import Foundation
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeRead
internal import RecoupeText

struct Speed: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Measures how fast articles are read, stage by stage.")

    @Argument(help: "Articles as JSON lines, each with paragraphs or text.") var articles: String
    @Option(help: "The language's code.") var language = "fr"
    @Option(help: "How many articles.") var count = 500
    @Option(help: "How often each is read; of the runs of a stage the fastest counts.") var times = 5
    @Flag(help: "Leave out times and figures.") var reading = false

    private struct Line: Decodable {
        var text: String?
        var paragraphs: [String]?
    }

    func run() throws {
        let opening = Self.seconds
        let pack = try LanguagePack(language)
        let analyser = try Analyser(pack)
        let opened = Self.seconds
        let names = try NameFinder(pack)
        let ready = Self.seconds
        _ = try Reader(packs: [pack])
        let read = Self.seconds
        print(
            "models opened in \(Self.milliseconds(opened - opening)) ms, names in \(Self.milliseconds(ready - opened)) ms, "
                + "the whole reader in \(Self.milliseconds(read - ready)) ms")
        let texts = try texts()
        let bytes = texts.reduce(0) { $0 + $1.count }
        let words = try measureReading(pack, analyser, names, texts, bytes)
        if !reading { try measureFinders(pack, texts.map { analyser.analyse(String(decoding: $0, as: UTF8.self), article: "a") }, bytes) }
        print("\(texts.count) articles, \(bytes) bytes, \(words) words, at most \(Self.peak) MB of memory")
    }

    private func texts() throws -> [[UInt8]] {
        var out: [[UInt8]] = []
        for line in try Files.bytes(articles).split(separator: 0x0A).prefix(count) {
            let article = try JSONDecoder().decode(Line.self, from: Data(line))
            out.append(Array((article.text ?? article.paragraphs?.joined(separator: "\n\n") ?? "").utf8))
        }
        return out
    }

    /// Prints the speed from bytes to names, and gives the number of words.
    private func measureReading(
        _ pack: LanguagePack, _ analyser: Analyser, _ names: NameFinder, _ texts: [[UInt8]], _ bytes: Int
    ) throws -> Int {
        let tokenizer = try Tokenizer(pack)
        let borders = fastest { for text in texts { _ = tokenizer.borders(of: text) } }
        let tokens = fastest { for text in texts { _ = tokenizer.analyse(text, article: "a") } }
        var analyses: [Analysis] = []
        let trees = fastest { analyses = texts.map { analyser.analyse(String(decoding: $0, as: UTF8.self), article: "a") } }
        var found = 0
        let named = fastest { found = analyses.reduce(0) { $0 + names.find(in: $1).names.count } }
        let words = analyses.reduce(0) { $0 + $1.tokens.count }
        func rate(_ seconds: Double) -> Int { Int(Double(words) / max(seconds, 1e-9)) }
        func megabytes(_ seconds: Double) -> String { String(format: "%.1f", Double(bytes) / 1e6 / max(seconds, 1e-9)) }
        print("borders of words and sentences \(megabytes(borders)) MB, words \(megabytes(tokens)) MB a CPU second")
        print("words to trees \(rate(trees)), names \(rate(named)), whole \(rate(trees + named)) words a CPU second; \(found) names")
        return words
    }

    /// Prints the speed of times and figures where words, tags and trees are there: lexemes made once, read by both.
    private func measureFinders(_ pack: LanguagePack, _ analyses: [Analysis], _ bytes: Int) throws {
        let lexicons = try PackLexicons(pack)
        let (finder, figures) = (try TimeFinder(lexicons), try FigureFinder(lexicons))
        let day = CalendarDay(iso: "2020-06-15").map { Published(DaySpan($0), stated: true, because: []) }
        var found = (times: 0, figures: 0)
        let all = fastest {
            found = (0, 0)
            for analysis in analyses {
                let lexemes = lexicons.lexer.lexemes(analysis)
                let dated = finder.find(in: analysis, lexemes: lexemes, published: day).times
                let counted = figures.find(in: analysis, lexemes: lexemes, times: dated, names: [], referents: [], statements: [])
                found = (found.times + dated.count, found.figures + counted.count)
            }
        }
        let lexed = fastest { for analysis in analyses { _ = lexicons.lexer.lexemes(analysis) } }
        func rate(_ seconds: Double) -> String { String(format: "%.2f", Double(bytes) / 1e6 / max(seconds, 1e-9)) }
        print("\(found.times) times, \(found.figures) figures")
        print("lexemes \(rate(lexed)), times and figures with them \(rate(all)) MB a CPU second")
    }

    /// The CPU seconds of the fastest of `times` runs.
    private func fastest(_ body: () -> Void) -> Double {
        (0..<max(1, times)).reduce(Double.infinity) { best, _ in
            let start = Self.seconds
            body()
            return min(best, Self.seconds - start)
        }
    }

    private static func milliseconds(_ seconds: Double) -> Int { Int((1000 * seconds).rounded()) }

    /// The most memory that this process held, in megabytes.
    private static var peak: Int {
        var usage = rusage()
        getrusage(0, &usage)
        return usage.ru_maxrss / 1000
    }

    private static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
