// The mentions of one article come in, in order, and its times go out: each is resolved against the day of writing and the date that the
// story has reached by then, which it may move on.
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeText

/// Resolves the mentions of one article.
struct TimeStory {
    private enum Tuning {
        /// Paragraphs after which the story no longer stands at a date.
        static let memory = 6
    }

    let analysis: Analysis
    let published: Published?

    /// The times, in the order of the text.
    func times(_ mentions: [TimeMention]) -> [Time] {
        var told: TimeContext.Told?
        var lastYear: Int?
        var months: [Int: Int] = [:]
        var out: [Time] = []
        for (index, mention) in mentions.enumerated() {
            if let date = told, mention.paragraph - date.paragraph > Tuning.memory { told = nil }
            var context = TimeContext(today: nil, told: told, lastYear: lastYear)
            context.distance = mention.paragraph - (told?.paragraph ?? mention.paragraph)
            context.sentenceYear = sentenceYear(mentions, index)
            if published == nil { context.monthYear = mention.number(.month).flatMap { months[$0] } }
            if needsDay(mention) { context.sentenceDay = sentenceDay(mentions, index, told) }
            if mention[.anchor] == "EVENT" { context.dayBefore = sentenceDay(Array(mentions[...index]), index, told) }
            guard let resolution = resolve(mention, context) else { continue }
            if let reached = reached(mention, resolution) {
                told = reached
                lastYear = reached.span.latest.year
            }
            if let month = mention.number(.month), let day = resolution.span?.latest, day.month == month { months[month] = day.year }
            out.append(time(mention, resolution))
        }
        return out
    }

    /// The year that is named nearest in the same sentence.
    private func sentenceYear(_ mentions: [TimeMention], _ index: Int) -> Int? {
        let mention = mentions[index]
        var first = index
        while first > 0, mentions[first - 1].sentence == mention.sentence { first -= 1 }
        var best: (year: Int, distance: Int)?
        for other in mentions[first...].prefix(while: { $0.sentence == mention.sentence }) {
            let distance = abs(other.bytes.lowerBound - mention.bytes.lowerBound)
            guard best.map({ distance < $0.distance }) ?? true, let year = other.year else { continue }
            best = (year, distance)
        }
        return best?.year
    }

    /// Whether a mention is of a day that other words of its sentence name.
    private func needsDay(_ mention: TimeMention) -> Bool {
        mention.kind == "part" || mention.kind == "clock" || mention[.anchor] == "SENTENCE"
    }

    /// Against the day of writing, or, where that is a span, against both its ends.
    private func resolve(_ mention: TimeMention, _ context: TimeContext) -> TimeResolution? {
        guard let published else { return TimeResolver(context: context).resolve(mention) }
        var context = context
        context.today = published.earliest
        let first = TimeResolver(context: context).resolve(mention)
        guard published.earliest != published.latest, let first else { return first }
        context.today = published.latest
        guard let last = TimeResolver(context: context).resolve(mention), last.value != first.value else { return first }
        return undecided(mention, context, first, last)
    }

    /// A value that depends on the day inside the span: what can be said without it, and the widest days.
    private func undecided(
        _ mention: TimeMention, _ context: TimeContext, _ first: TimeResolution, _ last: TimeResolution
    ) -> TimeResolution? {
        var context = context
        context.today = nil
        context.sentenceYear = nil
        guard var out = TimeResolver(context: context).resolve(mention) else { return first }
        if let a = first.span, let b = last.span { out.span = DaySpan(min(a.earliest, b.earliest), max(a.latest, b.latest)) }
        if out.kind == .date, out.formula == nil { out.formula = mention.direction == .future ? "NEXT" : "LAST" }
        return out
    }

    /// A day named in the same sentence: the nearest mention that is a day by itself.
    private func sentenceDay(_ mentions: [TimeMention], _ index: Int, _ told: TimeContext.Told?) -> TimeContext.Told? {
        let mention = mentions[index]
        let others = mentions.indices.filter { mentions[$0].sentence == mention.sentence && $0 != index }
        let near = others.sorted {
            (abs($0 - index), $0) < (abs($1 - index), $1)
        }
        for other in near {
            let kind = mentions[other].kind
            guard kind == "date" || kind == "weekday" || kind == "numeric" || kind == "relative" else { continue }
            let context = TimeContext(today: nil, told: told)
            guard let resolution = resolve(mentions[other], context), let span = resolution.span else { continue }
            if span.dayCount == 1 || (kind == "date" && resolution.value.utf8.count == 7) {
                return stand(mentions[other], resolution, span)
            }
        }
        return nil
    }

    private func stand(_ mention: TimeMention, _ resolution: TimeResolution, _ span: DaySpan) -> TimeContext.Told {
        TimeContext.Told(
            value: String(resolution.value.prefix(10)), span: span, sentence: mention.sentence, paragraph: mention.paragraph,
            isReckoned: mention[.anchor] == "TOLD", isEnding: resolution.mod == .end
        )
    }

    /// The date that a mention moves the story to: none for durations, vague times and what lies ahead.
    private func reached(_ mention: TimeMention, _ resolution: TimeResolution) -> TimeContext.Told? {
        guard resolution.kind != .duration, resolution.kind != .set, let span = resolution.span, resolution.formula == nil else {
            return nil
        }
        guard mention.kind != "ref", mention.kind != "decade", mention.kind != "century" else { return nil }
        if let today = published?.latest, span.earliest > today { return nil }
        return stand(mention, resolution, span)
    }

    private func time(_ mention: TimeMention, _ resolution: TimeResolution) -> Time {
        let passage = analysis.passage(mention.bytes)
        return Time(
            passage, id: Identifier.item("t", passage), kind: resolution.kind, value: resolution.value, mod: resolution.mod,
            span: resolution.span, also: resolution.also, formula: resolution.formula, rule: mention.match.name,
            warnings: resolution.warnings
        )
    }
}
