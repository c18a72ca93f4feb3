// The words of an article in, the facts of each out. Hashes are FNV-1a over UTF-8; word lists and known names come from the pack, clusters
// and habits of words from the model.
internal import RecoupeModel
internal import RecoupeText

/// Makes facts.
struct NameFactsReader: Sendable {
    private enum Tuning {
        /// Words of a quotation that may be a title.
        static let quotation = 8
    }

    let lexicon: NameLexicon
    let habits: WordHabits

    func facts(_ words: NameWords) -> [NameFacts] {
        var facts = words.all.map { own($0) }
        for sentence in words.sentences {
            markKnown(words.all, sentence, &facts)
            markRuns(words.all, sentence, &facts)
            markQuotations(words.all, sentence, &facts)
        }
        markElsewhere(words.all, &facts)
        markRuled(words, &facts)
        return facts
    }

    // MARK: The word itself

    private func own(_ word: NameWord) -> NameFacts {
        var facts = NameFacts()
        facts.word = Self.writtenHash(word.text)
        var folded = word.folded
        folded.withUTF8 { plain in
            func part(_ start: Int, _ end: Int) -> UInt64 {
                fnv(UnsafeBufferPointer(rebasing: plain[max(0, start)..<min(end, plain.count)]))
            }
            let count = plain.count
            facts.folded = part(0, count)
            facts.prefixes = (part(0, 2), part(0, 3))
            facts.suffixes = (part(count - 2, count), part(count - 3, count), part(count - 4, count))
        }
        facts.shape = UInt64(word.shape.rawValue) | (word.opens ? 8 : 0)
        facts.pattern = Self.pattern(word.text)
        facts.clusters = habits.clusters(facts.word) ?? (UInt64(word.shape.rawValue) + 1, UInt64(word.shape.rawValue) + 1)
        facts.lexical = UInt64(habits.names[facts.word] ?? 0)
        facts.lists = lists(word)
        facts.head = lexicon.heads[word.folded].map { kind in UInt64(EntityKind.allCases.firstIndex(of: kind) ?? 0) + 1 } ?? 0
        facts.upos = UInt64(word.upos.rawValue)
        facts.governor = word.syntax.governor
        facts.relation = word.syntax.relation
        if word.syntax.written != 0 { facts.governorClusters = habits.clusters(word.syntax.written) ?? (1, 1) }
        return facts
    }

    /// The hash of a word as written, digits as `0`.
    static func writtenHash(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { bytes in
            var value: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in bytes { value = (value ^ UInt64((0x30...0x39).contains(byte) ? 0x30 : byte)) &* 0x100_0000_01b3 }
            return value ^ (value >> 29)
        }
    }

    static func digitless(_ text: String) -> String {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return text }
        return String(decoding: text.utf8.map { (0x30...0x39).contains($0) ? 0x30 : $0 }, as: UTF8.self)
    }

    private static func pattern(_ text: String) -> UInt64 {
        var (value, last) = (UInt64(0xcbf2_9ce4_8422_2325), UInt64(0))
        for scalar in text.unicodeScalars {
            let code: UInt64 =
                switch LetterCase(scalar) {
                case .upper: 1
                case .lower: 2
                case .digit: 3
                case .none: UInt64(scalar.value)
                }
            if code != last || code == 1 { value = (value ^ code) &* 0x100_0000_01b3 }
            last = code
        }
        return value
    }

    private func lists(_ word: NameWord) -> UInt64 {
        var bits = lexicon.listed(word.folded)
        if word.isCapital, let gender = lexicon.firstName(word) { bits |= gender == nil ? 1 : gender == .masculine ? 2 : 4 }
        if let title = lexicon.title(word) { bits |= title.isCourtesy ? 8 : 16 }
        if lexicon.demonyms.place(folded: word.folded) != nil { bits |= 32 }
        return bits
    }

    // MARK: Known names

    private func markKnown(_ words: [NameWord], _ sentence: Range<Int>, _ facts: inout [NameFacts]) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard let (name, end) = lexicon.gazetteer.longest(words[sentence], at: index) else {
                index += 1
                continue
            }
            let kind = UInt64(EntityKind.allCases.firstIndex(of: name.kind) ?? 0) + 1
            for position in index..<end {
                facts[position].known = kind << 2 | Self.place(of: position, in: index..<end)
                facts[position].knownType = fnv(Array(name.type.utf8)[...])
            }
            index = end
        }
    }

    // MARK: Runs of capitals

    private func markRuns(_ words: [NameWord], _ sentence: Range<Int>, _ facts: inout [NameFacts]) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard words[index].isCapital else {
                index += 1
                continue
            }
            let end = runEnd(words, index, sentence.upperBound)
            for position in index..<end { facts[position].run = index..<end }
            index = end
        }
    }

    private func runEnd(_ words: [NameWord], _ start: Int, _ limit: Int) -> Int {
        var (index, end) = (start + 1, start + 1)
        while index < limit {
            if words[index].isCapital || words[index].shape == .initial || (words[index].shape == .number && words[index].spaceBefore) {
                index += 1
                end = index
            } else if lexicon.particles.contains(words[index].folded), index - end < 2 {
                index += 1
            } else {
                break
            }
        }
        return end
    }

    // MARK: Quotations

    /// Marks the words of short quotations, which may be titles of works.
    private func markQuotations(_ words: [NameWord], _ sentence: Range<Int>, _ facts: inout [NameFacts]) {
        var start: Int?
        for index in sentence where words[index].shape == .sign {
            let isStraight = words[index].text == "\""
            if let first = start, isStraight || Self.closing.contains(words[index].text) {
                if (1...Tuning.quotation).contains(index - first) { mark(first..<index, words, sentence, &facts) }
                start = nil
            } else if isStraight || Self.opening.contains(words[index].text) {
                start = index + 1
            }
        }
    }

    private func mark(_ quotation: Range<Int>, _ words: [NameWord], _ sentence: Range<Int>, _ facts: inout [NameFacts]) {
        let before = quotation.lowerBound - 2
        let common = UInt64(quotation.count) << 4 | (words[quotation.lowerBound].isCapital ? 1 : 0) | 256
        for position in quotation {
            facts[position].quoted = common | Self.place(of: position, in: quotation) << 1
            facts[position].quotedAfter = before >= sentence.lowerBound ? facts[before].folded : 2
        }
    }

    private static let opening: Set<String> = ["«", "“", "„"]
    private static let closing: Set<String> = ["»", "”", "“"]

    // MARK: What the rules find

    private func markRuled(_ words: NameWords, _ facts: inout [NameFacts]) {
        for span in NameRules(lexicon: lexicon, words: words).find(words.sentences) {
            let kind = UInt64(EntityKind.allCases.firstIndex(of: span.kind) ?? 0) + 1
            for index in span.words {
                facts[index].ruled = kind << 2 | Self.place(of: index, in: span.words)
                facts[index].rule = fnv(Array(span.rule.utf8)[...])
            }
        }
    }

    /// Whether a word is the first, an inner, the last or the only one of some.
    private static func place(of index: Int, in range: Range<Int>) -> UInt64 {
        range.count == 1 ? 3 : index == range.lowerBound ? 0 : index == range.upperBound - 1 ? 2 : 1
    }

    // MARK: Elsewhere in the article

    private func markElsewhere(_ words: [NameWord], _ facts: inout [NameFacts]) {
        var seen: [UInt64: UInt64] = [:]
        for index in words.indices where words[index].shape != .sign {
            let bits = evidence(words, facts, index)
            seen[facts[index].folded, default: 0] |= bits | ((seen[facts[index].folded] ?? 0) != 0 ? 1 : 0)
        }
        for index in words.indices where words[index].isCapital { facts[index].elsewhere = seen[facts[index].folded] ?? 0 }
    }

    private func evidence(_ words: [NameWord], _ facts: [NameFacts], _ index: Int) -> UInt64 {
        let word = words[index]
        guard word.isCapital else { return word.shape == .lower ? 2 : 128 }
        var bits: UInt64 = word.opens ? 128 : 4
        if index > 0, words[index - 1].sentence == word.sentence {
            let before = facts[index - 1]
            if before.lists & 24 != 0 { bits |= 8 }
            if before.lists & 7 != 0 { bits |= 16 }
            if before.lists & 1024 != 0 { bits |= 32 }
        }
        if index + 1 < words.count, words[index + 1].sentence == word.sentence, facts[index].lists & 7 != 0, words[index + 1].isCapital {
            bits |= 64
        }
        return bits
    }
}

/// FNV-1a over some bytes, folded once so that low bits are good.
func fnv(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return value ^ (value >> 29)
}

/// FNV-1a over some bytes, folded once so that low bits are good.
func fnv(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return value ^ (value >> 29)
}
