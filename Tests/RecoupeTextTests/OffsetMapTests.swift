import RecoupeText
import Testing

@Suite struct OffsetMapTests {
    @Test func offsetsRoundTrip() {
        let text = String(repeating: "L’été à Œuvre, 日本 🌍 — fin. ", count: 20)
        let map = OffsetMap(Array(text.utf8))
        var byte = 0
        for (index, scalar) in text.unicodeScalars.enumerated() {
            #expect(map.codePoint(atByte: byte) == index)
            #expect(map.byte(atCodePoint: index) == byte)
            byte += String(scalar).utf8.count
        }
        #expect(map.codePoint(atByte: byte) == text.unicodeScalars.count)
        #expect(map.byte(atCodePoint: text.unicodeScalars.count) == byte)
    }

    @Test func foldingDropsCaseAccentsAndTypography() {
        #expect(folded("L’Œuvre d’État") == "l'oeuvre d'etat")
        let mixed = [
            "", "L’été, à Ville-d’Avray : 3½ km²", "e\u{301}t\u{E9}=\u{338}x", "\u{301}a b", "ΑΣ Σ·İI ß", "한국 日本，x", "a\u{345}\u{301}",
            "«Œuf»\u{A0}!",
        ]
        for text in mixed + [mixed.joined(separator: "\u{2029}"), mixed.joined()] {
            let whole = folded(text).unicodeScalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }
            #expect(foldedWords(text) == whole.map { String($0) })
        }
        #expect(foldedWords("Al‑Shammari, 2\u{202F}500 km2") == ["al", "shammari", "2", "500", "km2"])
    }

    @Test func digestOfNothing() {
        #expect(sha256([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }
}
