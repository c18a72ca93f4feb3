// Runs every ok and no line of every rule file of every pack.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

struct RuleExampleTests {
    @Test(arguments: LanguagePack.codes()) func timesGiveWhatTheirExamplesSay(_ code: String) throws {
        let pack = try LanguagePack(code)
        let tokenizer = try Analyser(pack)
        let finder = try TimeFinder(PackLexicons(pack))
        for rule in finder.rules.rules {
            for example in rule.source.examples {
                let analysis = tokenizer.analyse(example.text, article: "example")
                let published = example.reference.flatMap { CalendarDay(iso: $0) }.map { Published(DaySpan($0), stated: true, because: []) }
                let times = finder.find(in: analysis, published: published).times
                let place = "\(code) times.rules:\(example.line) \(rule.source.name) “\(example.text)”"
                let shown = times.map { "\($0.text) = \($0.value) by \($0.rule)" }
                if let value = example.value {
                    let wanted = value == "NONE" ? [] : value.split(separator: " ").map { String($0) }
                    #expect(times.map { $0.value } == wanted, "\(place): \(shown)")
                    #expect(value == "NONE" || times.contains { $0.rule == rule.source.name }, "\(place): \(shown)")
                } else {
                    #expect(!times.contains { $0.rule == rule.source.name }, "\(place): \(shown)")
                }
            }
        }
    }

    @Test(arguments: LanguagePack.codes()) func figuresGiveWhatTheirExamplesSay(_ code: String) throws {
        let pack = try LanguagePack(code)
        let tokenizer = try Analyser(pack)
        let times = try TimeFinder(PackLexicons(pack))
        let finder = try FigureFinder(PackLexicons(pack))
        for rule in finder.rules.rules {
            for example in rule.source.examples {
                let analysis = tokenizer.analyse(example.text, article: "example")
                let dated = times.find(in: analysis, published: nil).times
                let figures = finder.find(in: analysis, times: dated, names: [], referents: [], statements: [])
                let place = "\(code) figures.rules:\(example.line) \(rule.source.name) “\(example.text)”"
                let shown = figures.map { "\($0.text): \(Self.words($0)) by \($0.rule)" }
                if let value = example.value {
                    #expect(figures.map { Self.words($0) }.joined(separator: ", ") == (value == "NONE" ? "" : value), "\(place): \(shown)")
                    #expect(value == "NONE" || figures.contains { $0.rule == rule.source.name }, "\(place): \(shown)")
                } else {
                    #expect(!figures.contains { $0.rule == rule.source.name }, "\(place): \(shown)")
                }
            }
        }
    }

    @Test(arguments: LanguagePack.codes()) func quantitiesGiveWhatTheirExamplesSay(_ code: String) throws {
        let pack = try LanguagePack(code)
        let analyser = try Analyser(pack)
        let finder = try QuantityFinder(PackLexicons(pack))
        for rule in finder.rules.rules {
            for example in rule.source.examples {
                let found = finder.find(in: analyser.analyse(example.text, article: "example"))
                let place = "\(code) quantities.rules:\(example.line) \(rule.source.name) “\(example.text)”"
                let shown = found.map { "\($0.text): \(Numeral.text($0.value)) by \($0.rule)" }
                if let value = example.value {
                    let words = found.map { ([Numeral.text($0.value)] + [$0.unit].compactMap { $0 }).joined(separator: " ") }
                    #expect(words.joined(separator: ", ") == (value == "NONE" ? "" : value), "\(place): \(shown)")
                    #expect(value == "NONE" || found.contains { $0.rule == rule.source.name }, "\(place): \(shown)")
                } else {
                    #expect(!found.contains { $0.rule == rule.source.name }, "\(place): \(shown)")
                }
            }
        }
    }

    /// Hedge, numbers, and the thing counted or else the unit.
    private static func words(_ figure: Figure) -> String {
        let numbers = [figure.value, figure.low, figure.high].compactMap { $0 }.map { Numeral.text($0) }
        return ([figure.hedge?.rawValue].compactMap { $0 } + numbers + [figure.counted ?? figure.unit].compactMap { $0 }).joined(
            separator: " ")
    }
}
