// Words of a text by its bytes are those that folding the whole text gives, whatever the script.
import RecoupeText
import Testing

struct FoldedWordsTests {
    @Test func wordsLoseCaseAccentsAndSigns() {
        #expect(foldedWords("L’ŒUVRE d'Été, 4½ m² — 3 €/kg (n° 7)…") == ["l", "oeuvre", "d", "ete", "4½", "m²", "3", "kg", "n", "7"])
        #expect(foldedWords("co\u{AD}opé\u{200B}ration İstanbul Straße") == ["cooperation", "istanbul", "strasse"])
        #expect(foldedWords("") == [] && foldedWords(" – ") == [])
    }

    @Test(arguments: 0..<64) func wordsAreThoseOfTheFoldedText(_ seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        let signs = Array("aZ9 éÉœ’–—…™€•½²ªº°ßñıİ«»\u{A0}\u{AD}\u{200B}\u{202F}漢字العربيةрусский😀①ℝ∞→★한e\u{301}".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<80 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            text.append(signs[Int(state >> 33) % signs.count])
        }
        // Parted at ASCII signs, folded, parted at all other signs.
        let stretches = String(text).unicodeScalars.split {
            $0.isASCII && !($0.properties.isAlphabetic || $0.properties.numericType != nil)
        }
        let expected = stretches.flatMap { stretch in
            folded(String(stretch)).unicodeScalars.split { !($0.properties.isAlphabetic || $0.properties.numericType != nil) }.map {
                String($0)
            }
        }
        #expect(foldedWords(String(text)) == expected)
    }

    @Test func textIsFoundByteForByte() {
        let text = "un été, l’été"
        #expect(text.place(of: "été").map { text[..<$0.lowerBound] } == "un ")
        #expect(text[text.index(text.startIndex, offsetBy: 4)...].place(of: "été").map { text[..<$0.lowerBound] } == "un été, l’")
        #expect(text.place(of: "") == nil && text.place(of: "été, l’été, encore") == nil && text.holds("’é") && !text.holds("hiver"))
    }
}
