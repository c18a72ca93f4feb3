// Any text of pieces that figures are made of, and of anything between them: every figure lies inside the text, its bounds are in order, and
// the number as written does not contradict them.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

struct FigurePropertiesTests {
    private static let pieces = [
        "fr": [
            "12", "1.200", "2 500", "3,5", "mille", "millions", "de", "blessés", "entre", "et", "à", "plus de", "environ", "près de", "%",
            "euros", "€", "km²", "une", "douzaine", "centaines", "dont", "tiers", "deux fois plus", "passé", "est", "morts", ":", ",", ".",
            "-", "/", "°C", "moins de", "quatre-vingt", "ans", "12 M$", "XNUMX", "½", "un", "jusqu'à", "soldats", "points", "\n",
        ],
        "en": [
            "12", "1,200", "2 500", "3.5", "thousand", "million", "of", "wounded", "between", "and", "to", "more than", "about", "nearly",
            "%", "dollars", "$", "square miles", "a", "dozen", "hundreds", "including", "third", "twice as many", "fell", "from", "dead",
            ":", ",", ".", "-", "/", "°F", "less than", "ninety", "years", "$12m", "XNUMX", "½", "one", "up to", "soldiers", "points", "\n",
        ],
    ]

    @Test(arguments: ["fr", "en"]) func anyTextGivesFiguresInsideIt(_ code: String) throws {
        let pack = try LanguagePack(code)
        let tokenizer = try Tokenizer(pack)
        let lexicons = try PackLexicons(pack)
        let (times, finder) = (try TimeFinder(lexicons), try FigureFinder(lexicons))
        var random = AnyText(seed: 7, pieces: Self.pieces[code] ?? [])
        for _ in 0..<600 {
            let text = random.text(16)
            let analysis = tokenizer.analyse(text, article: "a")
            let dated = times.find(in: analysis, published: nil).times
            var end = 0
            for figure in finder.find(in: analysis, times: dated, names: [], referents: [], statements: []) {
                #expect(end <= figure.start && figure.start < figure.end && figure.end <= text.unicodeScalars.count, "\(text)")
                Self.check(figure, text)
                end = figure.start
            }
        }
    }

    private static func check(_ figure: Figure, _ text: String) {
        #expect(figure.value != nil || figure.low != nil || figure.high != nil, "\(text)")
        for number in [figure.value, figure.low, figure.high] { #expect(number?.isFinite ?? true, "\(text)") }
        if let low = figure.low, let high = figure.high { #expect(low <= high, "\(low) to \(high) in “\(text)”") }
        guard let value = figure.value else { return }
        if let low = figure.low { #expect(low <= value, "\(value) from \(low) in “\(text)”") }
        if let high = figure.high { #expect(value <= high, "\(value) to \(high) in “\(text)”") }
    }
}
