// Bytes of several charsets in, the same text out.
import Foundation
import RecoupeModel
import Testing

@testable import RecoupeIntake

@Suite struct CharsetTests {
    private func text(_ bytes: [UInt8]) throws -> Page { try Intake().page(bytes, path: "a.txt") }

    @Test func utf8KeepsItsAccents() throws {
        #expect(try text(Array("L’été à Nîmes, 3 €\n".utf8)).text == "L’été à Nîmes, 3 €\n")
    }

    @Test func byteOrderMarksAreRead() throws {
        #expect(try text([0xEF, 0xBB, 0xBF] + Array("élan".utf8)).text == "élan")
        let wide = Array("élan, été".utf16)
        #expect(try text([0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).text == "élan, été")
        #expect(try text([0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }).text == "élan, été")
    }

    @Test func oldPagesAreReadAsWindows1252() throws {
        let bytes: [UInt8] = Array("Le maire a dit : ".utf8) + [0x93] + Array("l'".utf8) + [0xE9, 0x74, 0xE9, 0x94, 0x20, 0x80, 0x85]
        #expect(try text(bytes).text == "Le maire a dit : “l'été” €…")
    }

    @Test func labelOfThePageCounts() throws {
        let page = Array("<html><head><meta charset=\"iso-8859-15\"><title>x</title></head><body><p>3 ".utf8) + [0xA4, 0x20, 0xBD]
        #expect(try text(page).text.contains("3 € œ"))
        let rare = Array("<html><meta charset=x-unheard-of><body><p>abc ".utf8) + [0xE9, 0x20]
        #expect(try text(rare).warnings.map(\.code) == ["intake.text.charset-unknown"])
    }

    @Test(
        arguments: [
            ("koi8-r", [0xF0, 0xD2, 0xC9, 0xD7, 0xC5, 0xD4], "Привет"), ("windows-1251", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Привет"),
            ("ISO-8859-2", [0xA3, 0xF3, 0x64, 0xBC], "Łódź"), ("iso-8859-7", [0xC1, 0xE8, 0xDE, 0xED, 0xE1], "Αθήνα"),
            ("Shift_JIS", [0x93, 0xFA, 0x96, 0x7B], "日本"), ("euc-jp", [0xC6, 0xFC, 0xCB, 0xDC], "日本"),
            ("gb2312", [0xD6, 0xD0, 0xB9, 0xFA], "中国"),
            ("GB18030", [0xD6, 0xD0, 0xB9, 0xFA], "中国"), ("big5", [0xA4, 0xA4, 0xB0, 0xEA], "中國"),
            ("euc-kr", [0xC7, 0xD1, 0xB1, 0xB9], "한국"),
            ("macintosh", [0x8E, 0x74, 0x8E], "été"), ("iso-8859-15", [0xA4, 0xBD], "€œ"), ("windows-1256", [0xC8, 0xC7, 0xC8], "باب"),
            ("iso-2022-jp", [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42], "日本"),
        ] as [(String, [UInt8], String)])
    func labelsOfOtherScriptsCount(_ label: String, _ letters: [UInt8], _ expected: String) throws {
        let page = Array("<html><head><meta charset=\"\(label)\"></head><body><p>".utf8) + letters + Array("</p></body></html>".utf8)
        let read = try text(page)
        #expect(read.text.contains("<p>\(expected)</p>") && read.warnings.isEmpty, "\(read.text) \(read.warnings)")
        #expect(Decoder().decode(letters, label: label).text == expected)
    }

    @Test func wideTextIsReadByTheLabelOfItsHead() {
        let wide = Array("Привет, мир и мы".utf16)
        #expect(Decoder().decode(wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, label: "UTF-16").text == "Привет, мир и мы")
        #expect(Decoder().decode(wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }, label: "utf-16be").text == "Привет, мир и мы")
    }

    @Test func bytesThatStandForNothingAreSaid() {
        let decoded = Decoder().decode([0x93, 0xFA, 0xFF, 0x96, 0x7B, 0x93], label: "shift_jis")
        #expect(decoded.text == "日\u{FFFD}本\u{FFFD}")
        #expect(decoded.warnings.map(\.code) == ["intake.text.damaged"])
    }

    @Test func strayBytesDoNotSpoilUTF8() throws {
        let page = try text(Array("été, fête, août, forêt, noël, déjà ".utf8) + [0xE9] + Array(" à côté".utf8))
        #expect(page.text == "été, fête, août, forêt, noël, déjà é à côté")
        #expect(page.warnings.map(\.code) == ["intake.text.charset-mixed"])
    }

    @Test func doubleEncodingIsUndone() throws {
        let page = try text(Array("L’Ã©tÃ© Ã  NÃ®mes, câ€™est fini".utf8))
        #expect(page.text == "L’été à Nîmes, c’est fini")
        #expect(page.warnings.map(\.code) == ["intake.text.double-encoding"])
        #expect(try text(Array("LE HÂVRE, Âge".utf8)).text == "LE HÂVRE, Âge")
    }

    @Test func textIsComposedAndWithoutControls() throws {
        #expect(try text(Array("e\u{301}te\u{0}\u{301}\r\nfin\u{7}".utf8)).text == "été\nfin")
    }

    /// The survey may ask for more repair than is needed, never for less.
    @Test func noTextThatNeedsRepairIsPassedBy() {
        for value in UInt32(1)..<0x2FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in [String(scalar), "e" + String(scalar), "か" + String(scalar)] {
                let composed = text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(text.unicodeScalars)
                if !composed { #expect(TextSurvey(Array(text.utf8)).mayBeDecomposed, "U+\(String(value, radix: 16))") }
            }
            let doubled = String(String.UnicodeScalarView(String(scalar).utf8.map { SingleByte.scalar($0) }))
            if value >= 0xA0 { #expect(TextSurvey(Array(doubled.utf8)).mayBeDoubled, "U+\(String(value, radix: 16))") }
        }
    }
}
