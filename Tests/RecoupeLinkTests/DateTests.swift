import RecoupeModel
import RecoupeText
import Testing

@testable import RecoupeLink

@Test func formulasBothWays() {
    let friday = DaySpan(timex: "2022-03-04") ?? DaySpan(CalendarDay(number: 0))
    #expect(TimeFormula("PUBLISHED-1D")?.time(published: friday) == When(value: "2022-03-03"))
    #expect(TimeFormula("PUBLISHED+0D")?.time(published: friday) == When(value: "2022-03-04"))
    #expect(TimeFormula("PUBLISHED-1W")?.time(published: friday) == When(value: "2022-W08"))
    #expect(TimeFormula("WEEKDAY-2")?.time(published: friday) == When(value: "2022-03-01"))
    #expect(TimeFormula("WEEKDAY-5")?.time(published: friday) == When(value: "2022-03-04"))
    #expect(TimeFormula("WEEKDAY+1")?.time(published: friday) == When(value: "2022-03-07"))
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
    let dossier = linked([dated, undated])
    #expect(dossier.events.count == 1)
    #expect(dossier.articles.first { $0.id == undated.article.id }?.published?.span == DaySpan(timex: "2021-05-13"))
    #expect(dossier.times.map(\.value) == ["2021-05-12"])
    #expect(dossier.events.first?.mentions.map(\.when?.value) == ["2021-05-12", "2021-05-12"])
}
