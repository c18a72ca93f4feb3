import RecoupeLanguage
import RecoupeModel
import Testing

@testable import RecoupeRead

/// The sentences of a text, words parted with `|`; the words inside a multiword token stand after `+`.
private func words(_ text: String, _ language: String = "fr") throws -> [String] {
    let analysis = try Tokenizer(LanguagePack(language)).analyse(text, article: "a")
    return analysis.sentences.map { sentence in
        var out = ""
        for index in sentence.tokens {
            let token = analysis.tokens[index]
            if index > sentence.tokens.lowerBound { out += token.isInner ? "+" : "|" }
            out += token.form
        }
        return out
    }
}

@Suite struct TokenizerTests {
    @Test(arguments: [
        ("L’élu s'est tu aujourd’hui.", ["L’|élu|s'|est|tu|aujourd’hui|."]),
        ("Quelqu'un dit qu'il pleut.", ["Quelqu'un|dit|qu'|il|pleut|."]),
        ("Viendra-t-il ce soir-là ?", ["Viendra|-t-il|ce|soir|-là|?"]),
        ("Est-ce celui-ci ? Donne-le-moi.", ["Est|-ce|celui-ci|?", "Donne|-le|-moi|."]),
        ("Le sous-préfet du Bas-Rhin va au bal des marins.", ["Le|sous-préfet|de+le|Bas-Rhin|va|à+le|bal|des|marins|."]),
        ("Du pain, auxquels", ["De+le|pain|,|à+lesquels"]),
        ("M. Petit et Mme Roux ont vu le Dr. Blanc.", ["M.|Petit|et|Mme|Roux|ont|vu|le|Dr.|Blanc|."]),
        ("Anna R. Dubois est venue. Elle rit.", ["Anna|R.|Dubois|est|venue|.", "Elle|rit|."]),
        ("Il prend la vitamine C. Elle dort.", ["Il|prend|la|vitamine|C.", "Elle|dort|."]),
        ("Il vit aux U.S.A. avec J.-P. Blanc.", ["Il|vit|à+les|U.S.A.|avec|J.-P.|Blanc|."]),
        ("Le(s) élu(e)s (cinq) à +/- 5 m².", ["Le(s)|élu(e)s|(|cinq|)|à|+/-|5|m²|."]),
        ("Voir p. 5. Fin.", ["Voir|p.|5|.", "Fin|."]),
        ("Cela coûte 4,5 % de 2.500 euros, soit 100 000.", ["Cela|coûte|4,5|%|de|2.500|euros|,|soit|100|000|."]),
        ("À 14h30, le 1er mai 2006-08-07.", ["À|14|h|30|,|le|1er|mai|2006-08-07|."]),
        ("Voir https://exemple.org/a?b=c. Ou a.b@c.org, #Motdiese !", ["Voir|https://exemple.org/a?b=c|.", "Ou|a.b@c.org|,|#Motdiese|!"]),
        ("« Il part. Je reste ! » dit-elle.", ["«|Il|part|.", "Je|reste|!|»|dit|-elle|."]),
        ("« Il part. » Elle reste… mais pleure", ["«|Il|part|.|»", "Elle|reste|…|mais|pleure"]),
        ("Un titre\nUn chapeau.\n\n- Un point", ["Un|titre", "Un|chapeau|.", "-|Un|point"]),
        ("l'« affaire » d'\"hier\"", ["l'|«|affaire|»|d'|\"|hier|\""]),
        ("Il a dit : \"Non.\" Puis rien.", ["Il|a|dit|:|\"|Non|.|\"", "Puis|rien|."]),
    ])
    func french(_ text: String, _ expected: [String]) throws {
        #expect(try words(text) == expected)
    }

    @Test(arguments: [
        ("He doesn't know Ann's cousin; they can’t.", ["He|does|n't|know|Ann|'s|cousin|;|they|ca|n’t|."]),
        ("Mr. Low left the U.S. He cannot return.", ["Mr.|Low|left|the|U.S.", "He|can|not|return|."]),
        (
            "A well-known co-founder said: “No. Never.” Then he left.",
            [
                "A|well|-|known|co-founder|said|:|“|No|.", "Never|.|”", "Then|he|left|.",
            ]
        ),
        ("The U.S. Army met at 5:30pm.", ["The|U.S.|Army|met|at|5:30|pm|."]),
        ("==== Notes ==== It cost $$$ :-) and (see:) that", ["====|Notes|====|It|cost|$$$|:-)|and|(|see|:|)|that"]),
    ])
    func english(_ text: String, _ expected: [String]) throws {
        #expect(try words(text, "en") == expected)
    }

    @Test func offsetsAndBlanks() throws {
        let analysis = try Analyser(LanguagePack("fr")).analyse("Été :\u{202F}« l’an\u{A0}2000 »", article: "a")
        #expect(analysis.tokens.map(\.folded) == ["ete", ":", "«", "l'", "an", "2000", "»"])
        #expect(analysis.tokens.map(\.spaceBefore) == [true, true, true, true, false, true, true])
        #expect(analysis.passage(tokens: 3..<5) == Passage(article: "a", start: 8, end: 12, text: "l’an"))
    }

    /// Any bytes: no crash, tokens in order and inside the text, every byte that is not blank in exactly one surface token.
    @Test(arguments: 0..<300)
    func anyBytes(_ seed: Int) throws {
        let tokenizer = try Tokenizer(LanguagePack(seed % 2 == 0 ? "fr" : "en"))
        let bytes = noise(seed)
        let analysis = tokenizer.analyse(bytes, article: "a")
        var end = 0
        for token in analysis.tokens where !token.isInner {
            #expect(token.start >= end && token.end > token.start && token.end <= bytes.count)
            end = token.end
        }
        #expect(analysis.sentences.map(\.tokens.count).reduce(0, +) == analysis.tokens.count)
        for (one, other) in zip(analysis.sentences, analysis.sentences.dropFirst()) {
            #expect(one.tokens.upperBound == other.tokens.lowerBound && one.bytes.upperBound <= other.bytes.lowerBound)
        }
        let covered = Set(analysis.tokens.flatMap { $0.start..<$0.end })
        for (index, byte) in bytes.enumerated() where byte > 0x20 && byte < 0x7F { #expect(covered.contains(index)) }
        for sentence in analysis.sentences { _ = analysis.records(sentence) }
        _ = ConlluWriter().write(analysis)
    }

    /// The text is its words with what stands between them: blanks, or bytes that are no text.
    @Test(arguments: 0..<60)
    func textComesBack(_ seed: Int) throws {
        let bytes = noise(seed)
        let analysis = try Tokenizer(LanguagePack(seed % 2 == 0 ? "fr" : "en")).analyse(bytes, article: "a")
        var rebuilt: [UInt8] = []
        for token in analysis.tokens where !token.isInner {
            rebuilt += bytes[rebuilt.count..<token.start]
            rebuilt += bytes[token.start..<token.end]
        }
        #expect(rebuilt + bytes[rebuilt.count...] == bytes)
        for token in analysis.tokens where !token.isInner && token.spaceBefore && token.start > 0 {
            #expect(!bytes[token.start - 1].isWordByte)
        }
    }

    /// The short way for plain words gives what the long way gives.
    @Test(arguments: 0..<80)
    func shortAndLongWay(_ seed: Int) throws {
        let pack = try LanguagePack(seed % 2 == 0 ? "fr" : "en")
        let bytes = noise(seed, plain: true)
        let (short, long) = (try Tokenizer(pack), try Tokenizer(pack, short: false))
        let (one, other) = (short.analyse(bytes, article: "a"), long.analyse(bytes, article: "a"))
        #expect(one.tokens == other.tokens, "\(String(decoding: bytes, as: UTF8.self))")
        #expect(one.sentences.map(\.tokens) == other.sentences.map(\.tokens))
        #expect(short.borders(of: bytes).sentences.count == one.sentences.count)
    }

    /// Texts that are no texts: read in linear time, each word in its place. Eight times the text may not take much more than eight times
    /// the time.
    @Test(arguments: [
        ("no blank", "a", 1_000_000), ("mixed", "a.", 100_000), ("opened", "« ", 300_000), ("quotes", "\"", 100_000),
        ("faces", "😀", 200_000),
        ("digits", "7", 200_000),
        ("capitals", "É", 100_000), ("brackets", "(", 100_000), ("joined", "👩‍👩‍👧", 100_000), ("points", ".", 100_000),
        ("hyphens", "a-", 100_000),
        ("apostrophes", "l'", 100_000), ("elided", "qu’", 100_000), ("initials", "B.", 100_000), ("addresses", "www.", 100_000),
        ("mails", "a@", 100_000), ("marks", "e\u{301}", 100_000), ("lines", "\n", 100_000), ("blanks", "\u{202F}", 100_000),
        ("signs", ":-", 100_000), ("numbers", "1 ", 100_000), ("words", "du ", 100_000), ("hours", "1h", 100_000),
        ("closed", "!)", 100_000),
    ])
    func longRuns(_ name: String, _ unit: String, _ size: Int) throws {
        let tokenizer = try Tokenizer(LanguagePack("fr"))
        func seconds(_ size: Int) -> Double {
            let bytes = Array((String(repeating: unit, count: size / unit.utf8.count) + " a").utf8)
            let spent = ContinuousClock().measure {
                let borders = tokenizer.borders(of: bytes)
                #expect(zip(borders.words, borders.words.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
            }
            return Double(spent.components.attoseconds) / 1e18 + Double(spent.components.seconds)
        }
        let (small, large) = (seconds(size / 8), seconds(size))
        #expect(large < 32 * small + 1, "\(name): \(small) and \(large) seconds")
    }
}

extension UInt8 {
    /// A letter or a digit of ASCII.
    fileprivate var isWordByte: Bool { (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20) }
}

/// Bytes that look like a text here and there, the same for the same seed.
func noise(_ seed: Int, plain: Bool = false) -> [UInt8] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }
    let words = [
        "Le", "maire", "du", "au", "cannot", "quelqu'un", "quelqu'", "qu'en-dira-t-on", "aujourd'hui", "c'", "d'été", "M.", "MM", "etc.",
        "ÉTÉ", "œuvre", "B.", "C.", "élu(e)s", "dit-il", "don't", "www.", "14h30", "x", "à", "l'on", "prud'hommes", "dont", "a.m.", "Paris",
    ]
    let alphabet = [
        "l'", "d’", ".", "…", " ", "\n", "-", "M", "é", "Œ", "5", ",", "«", "»", "\"", "-t-il", "du", "@", "http://", "\u{301}", "👍🏽", "n't",
    ]
    var bytes: [UInt8] = []
    for _ in 0..<next(plain ? 300 : 60) {
        if plain, next(2) == 0 {
            bytes += Array(words[next(words.count)].utf8)
            if next(3) > 0 { bytes += Array([" ", ", ", ". ", "\n", "\u{A0}", ""][next(6)].utf8) }
        } else if next(4) == 0 {
            bytes.append(UInt8(next(256)))
        } else {
            bytes += Array(alphabet[next(alphabet.count)].utf8)
        }
    }
    return bytes
}
