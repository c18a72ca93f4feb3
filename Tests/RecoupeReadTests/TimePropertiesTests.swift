// Any text of pieces that times are made of: every time lies inside the text, its value is TIMEX3, and its days are in order.
import RecoupeLanguage
import RecoupeModel
import RecoupeRead
import RecoupeText
import Testing

struct TimePropertiesTests {
    private static let pieces = [
        "fr": [
            "le", "12", "mars", "2021", "lundi", "à", "14h30", "de", "31", "février", "dernier", "prochaine", "semaine", "il y a", "trois",
            "jours",
            "avant", "Noël", ",", ".", "-", "/", "2/4", "9999", "matin", "mi", "fin", "années", "90", "au", "dans", "tous les", "lundis",
            "2015-13-40",
            "heures", "moins", "le quart", "premier", "trimestre", "dernières", "siècle", "XXe", "demain", "\n", "1140", "a.m.", "et demi",
        ],
        "en": [
            "the", "12", "March", "2021", "Monday", "at", "14:30", "of", "31st", "February", "last", "next", "week", "ago", "three", "days",
            "before", "Christmas", ",", ".", "-", "/", "4/22", "9999", "morning", "mid", "end of", "1990s", "to", "in", "every", "Mondays",
            "2015-13-40", "pm", "quarter", "past", "first", "quarters", "century", "20th", "tomorrow", "\n", "1140", "a.m.", "and a half",
        ],
    ]

    @Test(arguments: ["fr", "en"]) func timesKeepWithinTheirText(_ code: String) throws {
        let pack = try LanguagePack(code)
        let tokenizer = try Tokenizer(pack)
        let finder = try TimeFinder(PackLexicons(pack))
        let days = [nil, CalendarDay(iso: "2020-02-29"), CalendarDay(iso: "1999-12-31")]
        let pieces = Self.pieces[code] ?? []
        var state: UInt64 = 3
        for round in 0..<600 {
            var words: [String] = []
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                words.append(pieces[Int(state >> 33) % pieces.count])
            }
            let text = words.joined(separator: " ")
            let published = days[round % 3].map { Published(DaySpan($0), stated: true, because: []) }
            var end = 0
            for time in finder.find(in: tokenizer.analyse(text, article: "a"), published: published).times {
                #expect(end <= time.start && time.start < time.end && time.end <= text.unicodeScalars.count, "\(text)")
                #expect(Self.isTimex(time.value), "\(time.value) in “\(text)” by \(time.rule)")
                if let span = time.span { #expect(span.earliest <= span.latest) }
                end = time.end
            }
        }
    }

    /// Letters of any script, marks, blanks and controls between pieces of times; combining marks apart from their letters.
    @Test(arguments: ["fr", "en"]) func anyTextGivesTimesInsideIt(_ code: String) throws {
        let pack = try LanguagePack(code)
        let tokenizer = try Tokenizer(pack)
        let finder = try TimeFinder(PackLexicons(pack))
        let published = CalendarDay(iso: "2020-02-29").map { Published(DaySpan($0), stated: true, because: []) }
        var random = AnyText(seed: 11, pieces: Self.pieces[code] ?? [])
        for round in 0..<400 {
            let text = random.text(20)
            let found = finder.find(in: tokenizer.analyse(text, article: "a"), published: round % 2 == 0 ? nil : published)
            for time in found.times {
                #expect(0 <= time.start && time.start < time.end && time.end <= text.unicodeScalars.count, "\(text)")
                #expect(Self.isTimex(time.value), "\(time.value) in “\(text)” by \(time.rule)")
                if let span = time.span { #expect(span.earliest <= span.latest, "\(text)") }
            }
        }
    }

    /// Dates, times of day, lengths, repetitions and references of ISO 24617-1.
    private static func isTimex(_ value: String) -> Bool {
        if ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].contains(value) { return true }
        guard !value.isEmpty,
            value.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || [0x2D, 0x3A, 0x2E].contains($0) })
        else { return false }
        if value.hasPrefix("P") { return value.utf8.count > 2 && value.last?.isLetter == true }
        let parts = value.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let clock =
            parts.count < 2 || ["MO", "MI", "AF", "EV", "NI", "DT"].contains(parts[1])
            || parts[1].split(separator: ":").allSatisfy { $0.count == 2 }
        let fields = parts[0].split(separator: "-")
        return clock && fields.dropFirst().allSatisfy { $0.utf8.count <= 3 }
    }
}
