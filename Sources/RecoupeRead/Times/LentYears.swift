// The days that other reports of the story tell with their year come in; the mentions of an undated report that name such a day without a
// year go out with that year. A day that comes with a weekday borrows only a year in which the two agree.
internal import RecoupeLanguage
internal import RecoupeModel
internal import RecoupeText

/// Lends years.
struct LentYears {
    let told: [ToldDay]

    /// The mentions, those with a borrowed year marked.
    func lent(_ mentions: [TimeMention]) -> [TimeMention] {
        guard !told.isEmpty else { return mentions }
        return mentions.map { mention in
            guard mention.kind == "date", mention.year == nil, let day = day(mention) else { return mention }
            var lent = mention
            lent.lender = day
            return lent
        }
    }

    private func day(_ mention: TimeMention) -> ToldDay? {
        let weekday = mention.number(.weekday)
        return told.first {
            $0.day.month == mention.number(.month) && $0.day.day == mention.number(.day) && (weekday == nil || weekday == $0.day.weekday)
        }
    }
}
