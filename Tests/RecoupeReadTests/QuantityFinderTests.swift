// Numbers as words and back: every number that can be written is read as itself, in English and in the French of France, Belgium and
// Switzerland, with old and new hyphens; and any text gives numbers inside it.
import RecoupeLanguage
import RecoupeRead
import RecoupeText
import Testing

struct QuantityFinderTests {
    private func finder(_ code: String) throws -> (Tokenizer, QuantityFinder) {
        let pack = try LanguagePack(code)
        return (try Tokenizer(pack), try QuantityFinder(PackLexicons(pack)))
    }

    /// 0 to 1,999, all round numbers with their neighbours, and 1,500 others spread over all sizes up to 10^12.
    private var samples: [Int] {
        var out = Array(0..<2000)
        for exponent in 3...11 {
            let unit = Self.power(exponent)
            for digit in 1...9 {
                let round = digit * unit
                out += [round, round + 1, round - 1, round + 80]
            }
        }
        var state: UInt64 = 11
        for index in 0..<1500 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            out.append(Int(state >> 16) % Self.power(4 + index % 9))
        }
        out.append(Self.power(12))
        return out
    }

    private static func power(_ exponent: Int) -> Int {
        var out = 1
        for _ in 0..<exponent { out *= 10 }
        return out
    }

    @Test(arguments: FrenchWords.Variety.allCases) func frenchNumbersComeBack(_ variety: FrenchWords.Variety) throws {
        let (tokenizer, finder) = try finder("fr")
        for hyphens in [false, true] {
            let words = FrenchWords(variety: variety, isHyphenated: hyphens)
            for number in samples {
                let text = words.text(number)
                let found = finder.find(in: tokenizer.analyse(text, article: "a"))
                #expect(found.map(\.value) == [Double(number)], "\(text): \(found.map { "\($0.text) = \($0.value)" })")
            }
        }
    }

    @Test(arguments: [true, false]) func englishNumbersComeBack(_ hasAnd: Bool) throws {
        let (tokenizer, finder) = try finder("en")
        for number in samples {
            let text = EnglishWords(hasAnd: hasAnd).text(number)
            let found = finder.find(in: tokenizer.analyse(text, article: "a"))
            #expect(found.map(\.value) == [Double(number)], "\(text): \(found.map { "\($0.text) = \($0.value)" })")
        }
    }

    @Test(arguments: LanguagePack.codes()) func anyTextGivesNumbersInsideIt(_ code: String) throws {
        let (tokenizer, finder) = try finder(code)
        let pieces = [
            "12", "e", "^", "-", "½", " ", "/", "2,5", "€", "cent", "hundred", "et", "and", "virgule", "tiers", "fifths", ".", "\u{202F}",
            "k",
            "un", "one", "mille", "%", "[", "kg", "]", "\n", "quatre-vingt", "𝟙", "é", "0", "x10^", "USD", "7",
        ]
        var state: UInt64 = 5
        for _ in 0..<400 {
            var text = ""
            for _ in 0..<16 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let count = text.unicodeScalars.count
            for item in finder.find(in: tokenizer.analyse(text, article: "a")) {
                #expect(0 <= item.start && item.start <= item.numberStart && item.numberStart < item.numberEnd)
                #expect(item.numberEnd <= item.end && item.end <= count && item.value.isFinite, "\(text)")
            }
        }
    }
}

/// Writes numbers in French.
struct FrenchWords {
    enum Variety: String, CaseIterable { case france, belgium, switzerland }

    let variety: Variety
    /// Whether hyphens join all words, as the spelling of 1990 has it.
    let isHyphenated: Bool

    private static let small = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze",
        "quinze",
        "seize", "dix-sept", "dix-huit", "dix-neuf",
    ]

    func text(_ number: Int) -> String {
        if number == 0 { return "zéro" }
        var parts: [String] = []
        var rest = number
        for (scale, one, many) in [
            (1_000_000_000_000, "billion", "billions"), (1_000_000_000, "milliard", "milliards"), (1_000_000, "million", "millions"),
        ]
        where rest >= scale {
            let count = rest / scale
            parts += [below(count, isLast: true), count == 1 ? one : one + "s"]
            rest %= scale
        }
        if rest >= 1000 {
            parts += rest / 1000 == 1 ? ["mille"] : [below(rest / 1000, isLast: false), "mille"]
            rest %= 1000
        }
        if rest > 0 { parts.append(below(rest, isLast: true)) }
        let text = parts.joined(separator: " ")
        return isHyphenated ? text.replacing(" ", with: "-") : text
    }

    /// Below a thousand; `quatre-vingts` and `cents` only at the end.
    private func below(_ number: Int, isLast: Bool) -> String {
        guard number >= 100 else { return tens(number, isLast: isLast) }
        let hundred = number / 100 == 1 ? "cent" : Self.small[number / 100] + (number % 100 == 0 && isLast ? " cents" : " cent")
        return number % 100 == 0 ? hundred : hundred + " " + tens(number % 100, isLast: isLast)
    }

    private func tens(_ number: Int, isLast: Bool) -> String {
        guard number >= 20 else { return Self.small[number] }
        let names = [2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"]
        let (ten, one) = (number / 10, number % 10)
        if let name = names[ten] { return joined(name, one) }
        switch (ten, variety) {
        case (7, .france): return one == 1 ? "soixante et onze" : "soixante-" + Self.small[10 + one]
        case (7, _): return joined("septante", one)
        case (8, .switzerland): return joined("huitante", one)
        case (8, _): return one == 0 ? (isLast ? "quatre-vingts" : "quatre-vingt") : "quatre-vingt-" + Self.small[one]
        case (_, .france): return "quatre-vingt-" + Self.small[10 + one]
        default: return joined("nonante", one)
        }
    }

    private func joined(_ ten: String, _ one: Int) -> String {
        one == 0 ? ten : one == 1 ? ten + " et un" : ten + "-" + Self.small[one]
    }
}

/// Writes numbers in English.
struct EnglishWords {
    let hasAnd: Bool

    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    func text(_ number: Int) -> String {
        if number < 20 { return Self.small[number] }
        var parts: [String] = []
        var rest = number
        let scales: [(Int, String)] = [
            (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1000, "thousand"),
        ]
        for (scale, name) in scales
        where rest >= scale {
            parts += [below(rest / scale), name]
            rest %= scale
        }
        if rest > 0 {
            if hasAnd, !parts.isEmpty, rest < 100 { parts.append("and") }
            parts.append(below(rest))
        }
        return parts.joined(separator: " ")
    }

    private func below(_ number: Int) -> String {
        guard number >= 100 else { return two(number) }
        let hundred = Self.small[number / 100] + " hundred"
        return number % 100 == 0 ? hundred : hundred + (hasAnd ? " and " : " ") + two(number % 100)
    }

    private func two(_ number: Int) -> String {
        number < 20 ? Self.small[number] : Self.tens[number / 10] + (number % 10 == 0 ? "" : "-" + Self.small[number % 10])
    }
}
