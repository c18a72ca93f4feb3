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
        let rare = Array("<html><meta charset=koi8-r><body><p>abc ".utf8) + [0xE9, 0x20]
        #expect(try text(rare).warnings.map(\.code) == ["intake.text.charset-unknown"])
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
                if !composed { #expect(TextSurvey(text).mayBeDecomposed, "U+\(String(value, radix: 16))") }
            }
            let doubled = String(String.UnicodeScalarView(String(scalar).utf8.map { SingleByte.scalar($0) }))
            if value >= 0xA0 { #expect(TextSurvey(doubled).mayBeDoubled, "U+\(String(value, radix: 16))") }
        }
    }
}
