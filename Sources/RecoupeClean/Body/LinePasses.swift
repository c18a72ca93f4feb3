// The passes that take furniture out of a page by its words and its order, for plain text and HTML alike: lines of furniture, boxes
// with other reports, captions, bylines, the title said again, repeated lines, and what stands after the last running text.
internal import RecoupeText

/// Takes furniture out by words and order.
struct LinePasses {
    let dates: DateScanner
    let origins: OriginLexicon
    /// Words that a credit of a picture begins with.
    let pictureWords: Set<String>

    func furniture(_ parts: inout Parts) {
        for index in parts.blocks.indices {
            if let kind = parts.kinds[index].first(where: { $0 != "byline" && $0 != "section" }) { parts.remove(index, kind) }
        }
    }

    /// The lines of a box that begins with `Related:` and the like: headlines up to the next running text.
    func boxes(_ parts: inout Parts) {
        for start in parts.blocks.indices where parts.kinds[start].contains("box") {
            for index in parts.blocks.indices.dropFirst(start + 1).prefix(Tuning.boxLines) {
                let block = parts.blocks[index]
                if block.text.hasSuffix(".") || block.count > 25 { break }
                if block.place != nil, block.linkShare < Tuning.boxLinks { break }
                parts.remove(index, "related")
            }
        }
    }

    /// Lines that say where the report first stood.
    func notes(_ parts: inout Parts) {
        let finder = OriginFinder(lexicon: origins, translated: false, language: "", outlet: nil, writers: [])
        let title = parts.title.map { WordKeys.keys(of: $0) } ?? []
        for index in parts.blocks.indices where parts.blocks[index].count <= Tuning.titleWords + 12 && parts.fates[index].isBody {
            let block = parts.blocks[index]
            let short = block.count <= 25 || (!title.isEmpty && block.keys.starts(with: title))
            if short, origins.mayBeNote(block), finder.isNote(block) { parts.remove(index, "origin") }
        }
    }

    /// Captions by their credit: `(NAME/AGENCY)` alone, or at the end of a line that is no sentence.
    func captions(_ parts: inout Parts) {
        for index in parts.blocks.indices where parts.blocks[index].count <= 60 && parts.fates[index].isBody {
            let block = parts.blocks[index]
            guard let (before, credit) = Self.credit(block.text) else { continue }
            if before.isEmpty {
                if Block(credit).count <= 10 { parts.remove(index, "caption") }
            } else if block.count <= Tuning.captionWords, isPictureCredit(credit), !Self.hasSentenceEnd(before) {
                parts.remove(index, "caption")
            } else if !Block(before).endsSentence, credit.contains("/") || origins.isAgency(credit) {
                parts.remove(index, "caption")
            }
        }
    }

    /// `Photo Jane Roe`: a word for a picture, then a name.
    private func isPictureCredit(_ credit: String) -> Bool {
        let tokens = WordRun(credit).tokens
        guard let first = tokens.first, pictureWords.contains(first.folded) else { return false }
        return tokens.count <= 8 && tokens.dropFirst().contains { $0.isCapitalised }
    }

    /// Whether a sentence ends before the end of a text.
    private static func hasSentenceEnd(_ text: String) -> Bool { WordRun(text).tokens.dropFirst().contains { $0.opensSentence } }

    /// The parenthesis that ends a line, and what stands before it.
    static func credit(_ text: String) -> (before: String, credit: String)? {
        guard text.utf8.last == 0x29, let open = text.lastIndex(of: "(") else { return nil }
        let credit = text[text.index(after: open)...].dropLast()
        return credit.isEmpty ? nil : (collapsed(text[..<open]), String(credit))
    }

    /// Lines above the running text with the authors or the day, and single words there.
    func bylines(_ parts: inout Parts) {
        for index in parts.blocks.indices.prefix(min(parts.firstProse + 1, Tuning.headBlocks * 2)) {
            let block = parts.blocks[index]
            guard block.count <= Tuning.bylineWords, parts.fates[index].isBody else { continue }
            if parts.kinds[index].contains("byline") || isDateLine(block) {
                parts.remove(index, "byline")
            } else if index < parts.firstProse, !block.endsSentence,
                block.count <= 2 || (block.count == 3 && isAmongBylines(index, parts))
            {
                parts.remove(index, "navigation")
            }
        }
    }

    private static let headReasons: Set<Fate> = [.removed("byline"), .removed("dated"), .removed("masthead")]

    /// The line above or below was a byline.
    private func isAmongBylines(_ index: Int, _ parts: Parts) -> Bool {
        [index - 1, index + 1].contains {
            parts.fates.indices.contains($0)
                && (Self.headReasons.contains(parts.fates[$0]) || parts.kinds[$0].contains { $0 == "byline" || $0 == "dated" })
        }
    }

    /// Little else than a date with its year.
    func isDateLine(_ block: Block) -> Bool {
        guard !block.text.hasSuffix("."), let found = dates.dates(in: block.text, dayFirst: true).first(where: { $0.year != nil }) else {
            return false
        }
        return block.count - foldedWords(found.text).count <= Tuning.datelineWords
    }

    /// The title, wherever it stands as a line of its own.
    func titles(_ parts: inout Parts) {
        guard let words = parts.title.map({ foldedWords($0) }), !words.isEmpty else { return }
        let title = WordKeys.keys(words)
        for index in parts.blocks.indices
        where parts.fates[index].isBody && (parts.blocks[index].keys == title || isNearly(parts.blocks[index], words)) {
            parts.remove(index, "title")
        }
    }

    /// The same but for a word or a letter.
    private func isNearly(_ block: Block, _ title: [String]) -> Bool {
        guard title.count >= 5, abs(block.count - title.count) <= 1 else { return false }
        let words = block.words
        guard LetterCounts(words).isNear(LetterCounts(title), within: 3) else {
            return false
        }
        return editDistance(words.joined(separator: " "), title.joined(separator: " ")) <= 3
    }

    /// Lines that came before. The first stays unless it went for another reason.
    func repetitions(_ parts: inout Parts) -> Int {
        var seen = KeySet()
        var paragraphs = 0
        for index in parts.blocks.indices where parts.blocks[index].count >= 4 {
            if !seen.insert(WordKeys.line(parts.blocks[index].keys)), parts.fates[index].isBody {
                parts.remove(index, "repeated")
                if parts.blocks[index].isProse { paragraphs += 1 }
            }
        }
        return paragraphs
    }

    /// Lines after the last running text that are none.
    func tail(_ parts: inout Parts) {
        guard parts.body.contains(where: { parts.blocks[$0].isProse }) else { return }
        for index in parts.body.reversed() {
            let block = parts.blocks[index]
            if block.isProse || block.endsSentence || block.kind == .item || block.count > Tuning.tailWords { return }
            parts.remove(index, "footer")
        }
    }
}
