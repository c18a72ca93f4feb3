// The rule engine alone: what does not load says why, and the longest match wins.
import Foundation
import RecoupeLanguage
import Testing

struct RuleSetTests {
    /// A pack in a temporary folder with one table and one rule file.
    private func load(_ rules: String) throws -> (rules: RuleSet, lexicon: RuleLexicon) {
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
        let lexicon = try RuleLexicon(language, tables: ["calendar.tsv"], facts: ["Year"], rules: ["times.rules"])
        return (try RuleSet(language, "times.rules", lexicon: lexicon), lexicon)
    }

    private func matches(_ text: String, _ loaded: (rules: RuleSet, lexicon: RuleLexicon)) -> [RuleMatch] {
        let forms = text.split(separator: " ").map { String($0) }
        var words = RuleText()
        for word in forms {
            words.append(number: loaded.lexicon.words.number(of: word), flags: 0, facts: Int(word).map { [RuleFact(0, String($0))] } ?? [])
        }
        return loaded.rules.matches(in: words) { forms[$0].joined(separator: " ") }
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
        let match = matches("en prairial 2000 ici", rules).first
        #expect(match?.name == "xx.times.month-year")
        #expect(match?.words == 1..<3)
        #expect(match?[.month] == "9")
        #expect(match?[.mod] == "END")
        #expect(matches("prairial", rules).first?.name == "xx.times.month-year")
        #expect(matches("prairial personnes", rules).first?.name == "xx.times.month")
        #expect(matches("le jour bis passe", rules).first?[.month] == "13")
    }

    @Test(arguments: [
        "rule a\n  when \"x\"\n  gives date\n", "rule a\n  when Nothing\n  gives date\n  ok \"x\" = 1\n",
        "rule a\n  when (\"x\"\n  gives date\n  ok \"x\" = 1\n", "rule a\n  when \"x\"\n  gives date day=day\n  ok \"x\" = 1\n",
        "rule a\n  when \"x\"\n  gives date hue=RED\n  ok \"x\" = 1\n",
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

    @Test func keysNearTheirBeginningsLoseNoMatch() throws {
        let rules = try load(
            """
            rule xx.times.far
              when  "depuis" .? .? (month:Month)
              when  "le" ("a" | "b" "c")* "fin" (year:Year)
              gives date month=month year=year
              ok    "depuis prairial" = 9
            """
        )
        #expect(matches("on va depuis le bel prairial", rules).first?.words == 2..<6)
        #expect(matches("depuis le bel et prairial", rules).isEmpty)
        #expect(matches("x le a b c a fin 2000 y", rules).first?.words == 1..<8)
        #expect(matches("le b fin 2000", rules).isEmpty)
        #expect(matches("depuis jour bis", rules).first?[.month] == "13")
        #expect(matches("le jour", rules).isEmpty)
    }

    @Test func wordsKeepTheirNumbers() {
        var table = WordTable()
        let words = (0..<5000).map { "w\($0 * 7919 % 10_007)" } + ["é", "", "anticonstitutionnellement"]
        let numbers = words.map { table.add($0) }
        #expect(zip(words, numbers).allSatisfy { table.number(of: $0) == $1 && table.words[Int($1)] == $0 })
        #expect(table.number(of: "absent") == WordTable.unknown)
    }
}
