import Foundation
import RecoupeModel
import Testing

/// Bad input gets one line that says what, where and what to do, and never stops the rest; nothing stored is lost.
@Suite struct BadInputTests {
    private let report = """
        Le pont de Vaubert rouvrira en juin

        Le pont de Vaubert, fermé depuis mars, rouvrira d'ici le 30 juin 2024, a annoncé mardi la mairie.

        « Les travaux avancent », a déclaré la maire, Claire Montois.
        """

    private func dossier(_ story: String) throws -> Dossier {
        try JSON.decoder().decode(Dossier.self, from: try run(recoupe, ["export", story]).output)
    }

    @Test func theRestIsReadWhenSomeCannotBe() throws {
        let scratch = try Scratch()
        try scratch.write("in/good.txt", report)
        try scratch.write("in/binary.txt", Data((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37) }))
        try scratch.write("in/empty.txt", "")
        try scratch.write("in/blank.html", "<html><head></head><body> </body></html>")
        try scratch.write("in/latin.txt", Data(report.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }))
        let ran = try run(recoupe, ["build", scratch.path("in"), scratch.path("nowhere"), "-o", scratch.path("s.recoupe")])
        #expect(ran.status == 1)
        for name in ["binary.txt", "empty.txt", "blank.html", "nowhere"] {
            #expect(ran.errors.split(separator: "\n").filter { $0.contains(name) }.count == 1, "\(name): \(ran.errors)")
        }
        #expect(try dossier(scratch.path("s.recoupe")).articles.contains { $0.path.hasSuffix("good.txt") })
    }

    @Test func aFolderWithoutReportsMakesNothing() throws {
        let scratch = try Scratch()
        try scratch.write("in/.hidden", "x")
        let ran = try run(recoupe, ["build", scratch.path("in"), "-o", scratch.path("s.recoupe")])
        #expect(ran.status == 2)
        #expect(ran.errors.split(separator: "\n").count == 1)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("s.recoupe")))
    }

    @Test func aHugeFileIsRefusedInOneLine() throws {
        let scratch = try Scratch()
        try scratch.write("in/good.txt", report)
        FileManager.default.createFile(atPath: scratch.path("in/huge.txt"), contents: nil)
        let huge = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.path("in/huge.txt")))
        try huge.truncate(atOffset: 200 << 20)
        try huge.close()
        let ran = try run(recoupe, ["build", scratch.path("in"), "-o", scratch.path("s.recoupe")])
        #expect(ran.status == 1)
        #expect(ran.errors.split(separator: "\n").filter { $0.contains("huge.txt") }.count == 1)
    }

    @Test func buildingAnewNeverDropsReportsUnasked() throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", report)
        try scratch.write("b.txt", report + "\n\nUn autre jour.")
        let story = scratch.path("s.recoupe")
        #expect(try run(recoupe, ["build", scratch.path("a.txt"), scratch.path("b.txt"), "-o", story]).status == 0)
        let before = try Data(contentsOf: URL(fileURLWithPath: story))
        let ran = try run(recoupe, ["build", scratch.path("a.txt"), "-o", story])
        #expect(ran.status == 2)
        #expect(try Data(contentsOf: URL(fileURLWithPath: story)) == before)
    }

    @Test(arguments: ["export", "show", "explain", "report", "add", "serve", "reread"])
    func aDamagedDossierIsNamed(command: String) throws {
        let scratch = try Scratch()
        try scratch.write("a.txt", report)
        let story = scratch.path("s.recoupe")
        #expect(try run(recoupe, ["build", scratch.path("a.txt"), "-o", story]).status == 0)
        let whole = try Data(contentsOf: URL(fileURLWithPath: story))
        try whole.prefix(whole.count * 2 / 3).write(to: URL(fileURLWithPath: story))
        let more = ["explain": ["x"], "report": ["-o", scratch.path("r.html")], "add": [scratch.path("a.txt")], "serve": ["--port", "0"]]
        let ran = try run(recoupe, [command, story] + (more[command] ?? []))
        #expect(ran.status == 2)
        #expect(ran.errors.contains(story) && ran.errors.split(separator: "\n").count == 1, "\(ran.errors)")
    }

    @Test func aFilterTakesLinesOfAnyLength() throws {
        let long = String(repeating: "Il pleut à Vaubert. ", count: 20_000)
        let lines = (1...3).map { #"{"id":\#($0),"paragraphs":["Un \#($0).","\#(long)"]}"# + "\n" }.joined() + #"{"id":4,"text":"Fin."}"#
        let ran = try run(recoupe, ["clean", "--jsonl"], input: Data(lines.utf8))
        let answers = try ran.output.split(separator: 0x0A).map {
            try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any])
        }
        #expect(ran.status == 0 && answers.map { $0["id"] as? Int } == [1, 2, 3, 4])
        #expect(answers.allSatisfy { $0["error"] == nil })
        #expect((answers[0]["text"] as? String)?.contains("Il pleut à Vaubert. Il pleut") == true)
    }

    @Test func aFilterAnswersEveryLineInOrder() throws {
        let lines =
            #"{"id":"a","text":"Il pleut à Vaubert."}"# + "\n" + "not json\n" + #"{"id":7}"# + "\n" + #"{"id":"é","text":""}"# + "\n"
        let ran = try run(recoupe, ["read", "--jsonl"], input: Data(lines.utf8))
        let answers = ran.output.split(separator: 0x0A)
        #expect(ran.status == 0 && answers.count == 4)
        let objects = try answers.map { try #require(try JSONSerialization.jsonObject(with: Data($0)) as? [String: Any]) }
        #expect(objects[0]["id"] as? String == "a" && objects[0]["error"] == nil)
        #expect(objects[1]["error"] != nil && objects[2]["error"] != nil)
        #expect(objects[2]["id"] as? Int == 7 && objects[3]["id"] as? String == "é")
    }
}
