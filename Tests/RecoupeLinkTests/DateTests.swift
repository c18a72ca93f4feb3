import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupeLink

@Test func formulasTellTheDayOfPublication() {
    let friday = DaySpan(timex: "2022-03-04") ?? DaySpan(CalendarDay(number: 0))
    #expect(TimeFormula("PUBLISHED-1D")?.published(meaning: friday.earliest) == DaySpan(timex: "2022-03-05"))
    #expect(TimeFormula("WEEKDAY-4")?.published(meaning: friday.earliest) == nil)
    for odd in ["", "WEEKDAY", "WEEKDAY-9", "PUBLISHED", "PUBLISHEDxD", "LAST", "PUBLISHED-1Y"] { #expect(TimeFormula(odd) == nil) }
}

@Test func anotherReportsDateSettlesYesterday() throws {
    var dated = Paper("Selim Arat a inauguré le barrage de Velme le 12 mai 2021.", on: "2021-05-20", outlet: "A")
    let who = dated.name("Selim Arat")
    dated.event(
        "Selim Arat a inauguré le barrage de Velme le 12 mai 2021", trigger: "inauguré", type: "opening", when: "2021-05-12", who: [who])
    var undated = Paper("Hier, Selim Arat a inauguré un ouvrage: le barrage de Velme.", outlet: "B")
    let same = undated.name("Selim Arat")
    undated.event("Hier, Selim Arat a inauguré un ouvrage: le barrage de Velme", trigger: "inauguré", type: "opening", who: [same])
    let place = undated.passage("Hier")
    undated.reading.times = [Time(place, id: "t1", kind: .date, value: "PAST_REF", formula: "PUBLISHED-1D", rule: "test")]
    undated.reading.events[0].when = When(value: "PAST_REF", span: nil)
    let read = undated.reading
    let linker = Linker { article, _ in
        var again = read
        guard let today = article.published?.earliest else { return again }
        let when = When(value: today.adding(days: -1).description)
        (again.times[0].value, again.times[0].earliest, again.times[0].latest) = (when.value ?? "", when.span?.earliest, when.span?.latest)
        again.events[0].when = when
        return again
    }
    let dossier = linker.link(title: "t", [dated.article, undated.article], [dated.reading, undated.reading])
    #expect(dossier.events.count == 1)
    #expect(dossier.articles.first { $0.id == undated.article.id }?.published?.span == DaySpan(timex: "2021-05-13"))
    #expect(dossier.times.map(\.value) == ["2021-05-12"])
    #expect(dossier.events.first?.mentions.map(\.when?.value) == ["2021-05-12", "2021-05-12"])
}

@Test func aDayThatAnotherReportDatesLendsItsYear() throws {
    var dated = Paper("Le barrage de Velme a cédé le 12 mai 2021. Le procès est du 12 juin 2020.", on: "2021-05-20", outlet: "A")
    dated.time("le 12 mai 2021", "2021-05-12")
    dated.time("12 juin 2020", "2020-06-12")
    var undated = Paper("Le barrage, qui a cédé le 12 mai, sera reconstruit. La fête du 12 juin aura lieu.", outlet: "B")
    undated.time("le 12 mai", "XXXX-05-12")
    undated.time("12 juin", "XXXX-06-12")
    let story = Story([dated.article, undated.article], [dated.reading, undated.reading])
    let number = try #require(story.number(undated.article.id))
    #expect(ToldDays(story: story).days(for: number).map(\.day.description) == ["2021-05-12"])
    #expect(ToldDays(story: story).days(for: 1 - number).isEmpty)
}
