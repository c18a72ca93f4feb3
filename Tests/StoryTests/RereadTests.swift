import Foundation
import Testing

/// `recoupe reread`: what a dossier keeps gives the same dossier as the files would.
@Suite struct RereadTests {
    private let prose = "Le pont de Vaubert rouvrira d'ici le 30 juin 2024, a annoncé mardi la mairie. Environ 400 habitants attendaient."

    /// Reports whose reading depends on what stands around them: a charset and an address in an HTTP head, a line's fields, a feed's.
    private func write(_ scratch: Scratch) throws {
        let body = "<html><body><p>\(prose)</p><p>« Ça avance », a déclaré la maire, Claire Montois.</p></body></html>"
        var block = Data("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-15\r\n\r\n".utf8)
        block += body.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let head =
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://gazette.example/2024/06/04/pont\r\nWARC-Truncated: length\r\n"
            + "WARC-Date: 2024-06-05T07:08:09Z\r\nContent-Length: \(block.count)\r\n\r\n"
        try scratch.write("in/a.warc", Data(head.utf8) + block + Data("\r\n\r\n".utf8))
        try scratch.write(
            "in/b.jsonl",
            #"{"title": "Le bac", "text": "\#(prose) Un.", "date": "2024-06-04", "byline": "Par Anne Petit", "source": "La Gazette"}"#
                + "\n" + #"{"paragraphs": ["\#(prose) Deux."], "captured": "2024-06-09"}"# + "\n")
        try scratch.write(
            "in/c.xml",
            "<rss version=\"2.0\"><channel><title>La Gazette</title><item><title>Le bac</title><description>\(prose) Trois.</description>"
                + "<link>https://gazette.example/3</link><pubDate>Mon, 03 Jun 2024 08:00:00 +0200</pubDate></item></channel></rss>")
        try scratch.write("in/d.txt", "Le pont de Vaubert\n\n\(prose)\n")
        try scratch.write(
            "in/e.eml",
            "From: Anne Petit <anne@gazette.example>\nSubject: Le bac\nDate: Mon, 3 Jun 2024 08:00:00 +0200\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=q\n\n--q\nContent-Type: text/plain; charset=utf-8\n\n\(prose) Quatre.\n\n"
                + "--q\nContent-Type: text/html; charset=utf-8\nContent-Disposition: attachment; filename=p.html\n\n\(body)\n--q--\n")
    }

    /// The packs with a remark more, so that what is read with them counts as read with others.
    private func otherPacks(_ scratch: Scratch) throws -> String {
        let packs = root.appendingPathComponent("Languages")
        try FileManager.default.copyItem(at: packs, to: scratch.url.appendingPathComponent("packs"))
        let sources = scratch.url.appendingPathComponent("packs/fr/SOURCES.md")
        try (Data(contentsOf: sources) + Data("\n".utf8)).write(to: sources)
        return scratch.path("packs")
    }

    @Test func keptSourcesGiveTheSameDossierAsTheFiles() throws {
        let scratch = try Scratch()
        try write(scratch)
        let (story, fresh) = (scratch.path("s.recoupe"), scratch.path("t.recoupe"))
        let packs = try otherPacks(scratch)
        let made = try run(recoupe, ["build", "in", "-o", story, "--languages", packs], in: scratch.url)
        #expect(made.status == 0, "\(made.errors)")
        #expect(try run(recoupe, ["build", "in", "-o", fresh], in: scratch.url).status == 0)
        try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("in"))
        let ran = try run(recoupe, ["reread", story])
        let line = String(decoding: ran.output, as: UTF8.self)
        #expect(ran.status == 0 && line.contains("7 reports (7 read anew)"), "\(line)\(ran.errors)")
        #expect(try run(recoupe, ["export", story]).output == run(recoupe, ["export", fresh]).output)
        let current = try run(recoupe, ["reread", story])
        #expect(current.status == 0 && String(decoding: current.output, as: UTF8.self).contains("(0 read anew, 7 current already)"))
        let all = try run(recoupe, ["reread", story, "--all"])
        #expect(all.status == 0 && String(decoding: all.output, as: UTF8.self).contains("(7 read anew)"))
        #expect(try run(recoupe, ["export", story]).output == run(recoupe, ["export", fresh]).output)
    }

    @Test func aDossierWithoutSourcesSaysWhatCannotBeRead() throws {
        let scratch = try Scratch()
        try write(scratch)
        let story = scratch.path("s.recoupe")
        #expect(try run(recoupe, ["build", scratch.path("in"), "-o", story, "--no-sources"]).status == 0)
        let before = try run(recoupe, ["export", story]).output
        let ran = try run(recoupe, ["reread", story, "--all"])
        #expect(ran.status == 2)
        #expect(ran.errors.contains("7 of 7 reports cannot be read anew") && ran.errors.split(separator: "\n").count == 1, "\(ran.errors)")
        #expect(try run(recoupe, ["export", story]).output == before)
        let nowhere = try run(recoupe, ["reread", scratch.path("none.recoupe")])
        #expect(nowhere.status == 2 && nowhere.errors.split(separator: "\n").count == 1)
    }
}
