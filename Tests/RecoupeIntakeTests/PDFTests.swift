// PDF in, paragraphs out: headers, footers, columns and hyphens undone; what cannot be read costs one line.
import Foundation
import RecoupeModel
import Testing

@testable import RecoupeIntake

/// Writes small PDFs: lines of text at their places.
enum SmallPDF {
    struct Line {
        var text: String
        var x: Int
        var y: Int
        var size = 10
    }

    static func bytes(_ pages: [[Line]]) -> [UInt8] {
        var objects: [String] = [
            "<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
        var kids: [String] = []
        for lines in pages {
            let stream = lines.map { "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\(escaped($0.text))) Tj ET" }.joined(separator: "\n")
            objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents \(objects.count) 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
            )
            kids.append("\(objects.count) 0 R")
        }
        objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(kids.count) >>"
        var out = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(out.utf8.count)
            out += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = out.utf8.count
        out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { out += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
        out += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(out.utf8)
    }

    /// Letters outside ASCII in octal, as windows-1252 has them.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            if scalar == "(" || scalar == ")" || scalar == "\\" { return "\\\(scalar)" }
            return scalar.isASCII ? String(scalar) : "\\" + String(SingleByte.byte(scalar) ?? 0x3F, radix: 8)
        }.joined()
    }
}

@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext"))) struct PDFTests {
    private func page(_ number: Int, _ lines: [SmallPDF.Line]) -> [SmallPDF.Line] {
        [SmallPDF.Line(text: "La Gazette - lundi 3 juin", x: 50, y: 770)] + lines + [
            SmallPDF.Line(text: "page \(number) sur 3", x: 280, y: 20)
        ]
    }

    @Test func columnsAreReadOneAfterAnotherWithoutEdges() throws {
        let first = page(
            1,
            [
                SmallPDF.Line(text: "Le bac de Sauzelle reprend lundi", x: 50, y: 700, size: 22),
                SmallPDF.Line(text: "Le bac de Sauzelle a repris lundi ses", x: 50, y: 640),
                SmallPDF.Line(text: "traversées, a annoncé la compa-", x: 50, y: 628),
                SmallPDF.Line(text: "gnie maritime du port.", x: 50, y: 616),
                SmallPDF.Line(text: "Environ 400 passagers ont em-", x: 320, y: 640),
                SmallPDF.Line(text: "barqué dès le premier jour, selon", x: 320, y: 628),
                SmallPDF.Line(text: "le capitaine, qui se dit", x: 320, y: 616),
            ])
        let second = page(2, [SmallPDF.Line(text: "très satisfait du retour.", x: 50, y: 700)])
        let third = page(3, [SmallPDF.Line(text: "La suite demain.", x: 50, y: 700)])
        let result = try Intake().page(SmallPDF.bytes([first, second, third]), path: "a.pdf")
        #expect(
            result.text
                == "Le bac de Sauzelle reprend lundi\n\nLe bac de Sauzelle a repris lundi ses traversées, a annoncé la compagnie maritime du port.\n\n"
                + "Environ 400 passagers ont embarqué dès le premier jour, selon le capitaine, qui se dit très satisfait du retour.\n\nLa suite demain."
        )
        #expect(result.provenance?.title == "Le bac de Sauzelle reprend lundi")
    }

    private func trouble(_ bytes: [UInt8], _ intake: Intake = Intake()) -> String {
        do { _ = try intake.page(bytes, path: "a.pdf") } catch { return error.description }
        return ""
    }

    @Test func whatCannotBeReadCostsOneLine() {
        #expect(trouble(bytes("%PDF-1.4\nrubbish")).hasPrefix("a.pdf: cannot be read by pdftotext"))
        #expect(trouble(SmallPDF.bytes([[]])).contains("without a text layer"))
        let whole = SmallPDF.bytes([[SmallPDF.Line(text: "Un.", x: 50, y: 700)]])
        #expect(trouble(whole, Intake(pdfProgram: "no-such-pdftotext")).contains("install poppler-utils"))
        #expect(!trouble(Array(whole.prefix(200))).contains("\n"))
    }

    @Test func aProgramThatHangsIsEnded() throws {
        let script = FileManager.default.temporaryDirectory.appendingPathComponent("hang-\(UUID().uuidString)")
        try Data(bytes("#!/bin/sh\nexec sleep 30\n")).write(to: script)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: script.path)
        defer { try? FileManager.default.removeItem(at: script) }
        let slow = Intake(limits: IntakeLimits(seconds: 1), pdfProgram: script.path)
        #expect(trouble(SmallPDF.bytes([[]]), slow).contains("busy for 1 seconds"))
    }
}
