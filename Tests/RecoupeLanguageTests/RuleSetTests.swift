// The rule engine alone: what does not load says why, and the longest match wins.
import Foundation
import RecoupeLanguage
import Testing

struct RuleSetTests {
    /// A pack in a temporary folder with one table and one rule file.
    private func load(_ rules: String, facts: [String] = ["Year"]) throws -> RuleSet {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        let pack = folder.appendingPathComponent("xx")
        try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "pack.json": #"{ "language": "xx", "name": "xx" }"#, "calendar.tsv": "month\tprairial\t9\nmonth\tjour bis\t13\n",
            "times.rules": rules,
        ]
        for (name, text) in files { try Data(text.utf8).write(to: pack.appendingPathComponent(name)) }
        let language = try LanguagePack("xx", files: PackFiles(folder: folder))
        let lexicon = try RuleLexicon(language, tables: ["calendar.tsv"])
        return try RuleSet(language, "times.rules", lexicon: lexicon, facts: facts)
    }

    private func words(_ text: String) -> [RuleWord] {
        text.split(separator: " ").map { word in
            RuleWord(folded: String(word), facts: Int(word).map { [RuleFact("Year", String($0))] } ?? [])
        }
    }

    @Test func longestMatchThenPriority() throws {
        let rules = try load(
            """
            rule xx.times.month
              when  month:Month
              gives date month=month
              ok    "prairial" = 9
            rule xx.times.month-year
              when  "en"? { month:Month year:Year? } !"personnes"
              gives date month=month year=year mod=END
              ok    "prairial 2000" = 9
              prior 1
            """
        )
        let match = rules.matches(in: words("en prairial 2000 ici")).first
        #expect(match?.name == "xx.times.month-year")
        #expect(match?.words == 1..<3)
        #expect(match?["month"] == "9")
        #expect(match?["mod"] == "END")
        #expect(rules.matches(in: words("prairial")).first?.name == "xx.times.month-year")
        #expect(rules.matches(in: words("prairial personnes")).first?.name == "xx.times.month")
        #expect(rules.matches(in: words("le jour bis passe")).first?["month"] == "13")
    }

    @Test(arguments: [
        "rule a\n  when \"x\"\n  gives date\n", "rule a\n  when Nothing\n  gives date\n  ok \"x\" = 1\n",
        "rule a\n  when (\"x\"\n  gives date\n  ok \"x\" = 1\n", "rule a\n  when \"x\"\n  gives date day=day\n  ok \"x\" = 1\n",
        "rule a\n  when \"x\"\n  gives date\n  ok \"x\" = 1\nrule b\n  when \"x\"\n  gives date\n  ok \"x\" = 1\n", "when \"x\"\n",
        "rule a\n  when \"x\"\n  gives date\n  ok x = 1\n", "rule a\n  when !\n  gives date\n  ok \"x\" = 1\n",
    ]) func brokenRulesDoNotLoad(_ text: String) {
        do {
            _ = try load(text)
            Issue.record("loaded: \(text)")
        } catch let error as PackError {
            #expect(error.line != nil)
        } catch {
            Issue.record("\(error)")
        }
    }
}
