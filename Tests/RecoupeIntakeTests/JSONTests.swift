// JSON in its several forms in, reports with their given fields out.
import Foundation
import RecoupeModel
import Testing

@testable import RecoupeIntake

@Suite struct JSONTests {
    @Test func aLineIsAReportWithItsFields() {
        let lines =
            #"{"id": 1, "title": "Le bac", "text": "Le bac reprend.\n\nIl pleut.", "byline": "Par Anne Petit", "date": "2024-06-03", "source": {"name": "La Gazette"}, "lang": "fr", "url": "https://g.example/1", "crawl_date": "2024-07-01"}"#
            + "\n\n" + #"{"headline": "Le pont", "paragraphs": ["Un.", {"text": "Deux."}], "authors": [{"name": "A"}, "B"]}"# + "\n"
            + #"{"html": "<p>Trois</p><p>Quatre</p>", "datePublished": "2024-06-04T08:00:00Z"}"#
        for packed in [bytes(lines), Packed.gzip(bytes(lines)), Packed.xz(bytes(lines))] {
            let taken = Taken(packed, path: "x.jsonl")
            #expect(taken.troubles.isEmpty)
            #expect(taken.pages.map(\.path) == ["x.jsonl#1", "x.jsonl#3", "x.jsonl#4"])
            let first = taken.pages.first?.provenance
            #expect(first?.title == "Le bac" && first?.authors == ["Par Anne Petit"] && first?.published == "2024-06-03")
            #expect(first?.outlet == "La Gazette" && first?.language == "fr" && first?.captured == "2024-07-01")
            #expect(taken.pages.first?.url == "https://g.example/1")
            #expect(taken.pages.dropFirst().first?.text == "Un.\n\nDeux.")
            #expect(taken.pages.dropFirst().first?.provenance?.authors == ["A", "B"])
            #expect(taken.pages.last?.form == .html)
        }
    }

    @Test func theLineItselfIsKept() throws {
        let line = #"{"text": "Le bac reprend.", "title": "Le bac"}"#
        let member = try #require(Taken(line + "\n" + line.replacing("bac", with: "pont")).members.first)
        #expect(String(decoding: member.bytes, as: UTF8.self) == line)
        #expect(Taken(member.bytes).pages.first?.provenance == (try Intake().page(member)).provenance)
    }

    @Test func brokenLinesCostALineEach() {
        let lines = [#"{"text": "Un."}"#, #"{"text": "Deux"#, "nothing", "[1, 2]", #"{"title": "sans texte"}"#, #"{"text": "Trois."}"#]
        let taken = Taken(lines.joined(separator: "\n"), path: "x")
        #expect(taken.pages.map(\.path) == ["x#1", "x#6"])
        #expect(taken.troubles.count == 4)
        #expect(taken.troubles.first?.hasPrefix("x#2: is no whole JSON object") == true)
        let first = Taken(["{\"text\": \"cut", #"{"text": "Deux."}"#, #"{"text": "Trois."}"#].joined(separator: "\n"), path: "x")
        #expect(first.pages.count == 2 && first.troubles.count == 1)
    }

    @Test func linesAreNotLimitedInNumber() {
        let lines = (0..<50).map { "{\"text\": \"Le rapport \($0).\"}" }.joined(separator: "\n")
        #expect(Taken(lines, limits: IntakeLimits(bytes: 200, reports: 10)).pages.count == 50)
        let long = Taken(lines + "\n{\"text\": \"" + String(repeating: "a", count: 300) + "\"}", limits: IntakeLimits(bytes: 200))
        #expect(long.pages.count == 50 && long.troubles.count == 1)
    }

    @Test func manyBrokenLinesAreCounted() {
        let lines = #"{"text": "Un."}"# + "\n" + (0..<200).map { "broken \($0)" }.joined(separator: "\n")
        let taken = Taken(lines, path: "x")
        #expect(taken.pages.count == 1 && taken.troubles.count == 51)
        #expect(taken.troubles.last?.contains("150 more parts") == true)
    }

    @Test func jsonFeedsAreRead() {
        let feed = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "La Gazette", "language": "fr", "items": [
              {"id": "1", "url": "https://g.example/1", "title": "Le bac", "content_html": "<p>Il reprend.</p>",
               "date_published": "2024-06-03T08:00:00+02:00", "authors": [{"name": "Anne Petit"}]},
              {"id": "2", "content_text": "Le pont rouvre."}, {"id": "3", "summary": "Un résumé."}, {"id": "4"}]}
            """
        for text in [feed, feed.replacing("\n", with: " ")] {
            let taken = Taken(text, path: "f")
            #expect(taken.pages.map(\.path) == ["f#1", "f#2", "f#3"])
            #expect(taken.pages.first?.provenance?.outlet == "La Gazette" && taken.pages.first?.provenance?.format == "json-feed")
            #expect(taken.pages.first?.provenance?.authors == ["Anne Petit"])
            #expect(taken.pages.last?.warnings.map(\.code) == ["intake.item.summary"])
            #expect(taken.troubles.count == 1)
        }
    }

    @Test func agencyStoriesAreRead() {
        let story = """
            {
              "uri": "http://a.example/1", "type": "text", "versioncreated": "2024-06-03T10:00:00Z", "firstcreated": "2024-06-03T08:00:00Z",
              "headline": "Le bac", "byline": "Anne Petit", "language": "fr", "body_html": "<p>Il reprend.</p><p>Lundi.</p>",
              "infosources": [{"name": "Agence X"}]
            }
            """
        let page = Taken(story).pages.first
        #expect(page?.provenance?.format == "ninjs" && page?.provenance?.published == "2024-06-03T08:00:00Z")
        #expect(page?.provenance?.outlet == "Agence X" && page?.form == .html)
        let second =
            #"{"uri": "urn:1", "versioncreated": "2024-06-03T10:00:00Z", "headlines": [{"role": "main", "value": "Le pont"}], "bodies": [{"contenttype": "text/html", "value": "<p>Un</p><p>Deux</p>"}]}"#
        #expect(Taken(second).pages.first?.provenance?.title == "Le pont")
        #expect(Taken(second).pages.first?.form == .html)
    }

    @Test func otherJSONIsNamed() {
        #expect(Taken("{\n  \"a\": [1, 2],\n  \"b\": {}\n}").troubles.first?.contains("JSON without a report") == true)
        #expect(Taken("{\n  \"a\": [1, 2],\n  \"b\": ").troubles.first?.contains("damaged or cut off") == true)
        #expect(Taken("[Note de la rédaction] Le bac reprend.").pages.first?.form == .text)
        #expect(Taken("{\"a\":" + String(repeating: "[", count: 100_000)).pages.isEmpty)
    }
}
