// Statements come from elsewhere than the clauses of trees: whatever part of a sentence one takes for its content, a promise read in it lies
// inside it.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

struct PromisePropertiesTests {
    @Test(arguments: [
        ("fr", "Le maire a annoncé qu'il ouvrira l'école le 3 mai 2021, et prévoit, selon Anne Morel, de livrer le pont avant juin."),
        ("fr", "L'ambition est de rouvrir la ligne, a-t-elle dit, qui sera accessible le 3 mai 2021 et que la ville doit payer."),
        ("en", "The mayor said he will open the school on 3 May 2021, and plans, Anne Morel told us, to deliver the bridge by June."),
    ]) func aPromiseKeepsInsideItsStatement(_ code: String, _ text: String) throws {
        let pack = try LanguagePack(code)
        let lexicons = try PackLexicons(pack)
        let analysis = try Analyser(pack).analyse(text, article: "a")
        let published = CalendarDay(iso: "2021-03-01").map { Published(DaySpan($0), stated: true, because: []) }
        let times = try TimeFinder(lexicons).find(in: analysis, published: published).times
        let finder = PromiseFinder(lexicons)
        for first in analysis.tokens.indices {
            for last in stride(from: first, to: analysis.tokens.count, by: 4) where analysis.tokens[first].start < analysis.tokens[last].end
            {
                let content = analysis.passage(analysis.tokens[first].start..<analysis.tokens[last].end)
                let statement = Statement(content, id: "s", stance: .announce, mode: .indirect, content: content, rule: "test")
                let found = finder.find(
                    in: analysis, names: [], referents: [], times: times, statements: [statement], events: [], published: published)
                for promise in found where promise.statement == "s" {
                    #expect(content.start <= promise.start && promise.end <= content.end, "\(promise.what) in \(content.text)")
                }
            }
        }
    }
}
