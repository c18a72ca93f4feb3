// Pieces in, words out: parts off elided openings and endings, units after numbers, compounds where the language wants it, keeps the
// period of abbreviations, and names the words inside a multiword token. All that is language comes from `TokenRules`.

/// Parts a piece as Universal Dependencies has its words.
struct WordSplitter {
    let text: ScalarText
    let rules: TokenRules
    let scanner: WordScanner

    /// Adds the words of a piece and gives the byte after them, which may lie past the piece where a period belongs to it.
    func split(_ piece: Piece, into out: inout [Piece]) -> Int {
        switch piece.kind {
        case .number: return splitNumber(piece, into: &out)
        case .word: return splitWord(piece, into: &out)
        case .address, .sign:
            out.append(piece)
            return piece.end
        }
    }

    /// `14h30` becomes `14` and `h`, and the scan goes on at `30`.
    private func splitNumber(_ piece: Piece, into out: inout [Piece]) -> Int {
        var index = piece.start
        while index < piece.end, !text.kind(at: index).isLetter { index += text.scalar(at: index).length }
        var end = index
        while end < piece.end, text.kind(at: end).isLetter { end += text.scalar(at: end).length }
        let isUnit = end > index && rules.units.contains(key(index, end)) && (end == piece.end || text.kind(at: end) == .digit)
        guard isUnit else {
            out.append(piece)
            return piece.end
        }
        out.append(Piece(start: piece.start, end: index, kind: .number, spaceBefore: piece.spaceBefore))
        out.append(Piece(start: index, end: end, kind: .word))
        return end
    }

    private func splitWord(_ piece: Piece, into out: inout [Piece]) -> Int {
        let key = key(piece.start, piece.end)
        if rules.whole.contains(key) { return appendWhole(piece, key, into: &out) }
        if let end = elisionEnd(piece) {
            out.append(Piece(start: piece.start, end: end, kind: .word, spaceBefore: piece.spaceBefore))
            return end
        }
        if let end = endingStart(piece, key) {
            let count = out.count
            _ = splitWord(Piece(start: piece.start, end: end, kind: .word, spaceBefore: piece.spaceBefore), into: &out)
            if out.count > count, let last = out.last, last.end < end { return last.end }
            out.append(Piece(start: end, end: piece.end, kind: .word))
            return piece.end
        }
        if rules.partsCompounds, let end = compoundEnd(piece) {
            out.append(Piece(start: piece.start, end: end, kind: .word, spaceBefore: piece.spaceBefore))
            let hyphen = end + text.scalar(at: end).length
            out.append(Piece(start: end, end: hyphen, kind: .sign))
            return hyphen
        }
        return appendWhole(piece, key, into: &out)
    }

    /// The first hyphen of a compound whose first part is a word of its own.
    private func compoundEnd(_ piece: Piece) -> Int? {
        var index = piece.start
        while index < piece.end, text.kind(at: index) != .hyphen { index += text.scalar(at: index).length }
        guard index < piece.end, index > piece.start, !rules.prefixes.contains(key(piece.start, index)) else { return nil }
        return index
    }

    /// Where an elided opening ends, after its apostrophe.
    private func elisionEnd(_ piece: Piece) -> Int? {
        var index = piece.start
        while index < piece.end, text.kind(at: index).isWord { index += text.scalar(at: index).length }
        let apostrophe = text.scalar(at: index)
        guard apostrophe.kind == .apostrophe, rules.elisions.contains(key(piece.start, index + apostrophe.length)) else { return nil }
        return index + apostrophe.length
    }

    /// Where an ending starts that is parted off; a hyphenated one must be in lower case unless the whole word is not.
    private func endingStart(_ piece: Piece, _ key: String) -> Int? {
        let count = key.utf8.count
        for ending in rules.endings where ending.utf8.count < count && key.hasSuffix(ending) {
            let start = byte(ofKeySuffix: ending, in: piece)
            let isHyphenated = ending.utf8.first == 0x2D
            if start <= piece.start { continue }
            if isHyphenated, isCapitalised(from: start + text.scalar(at: start).length), !isCapitalised(from: piece.start) { continue }
            if isHyphenated, text.kind(at: start + text.scalar(at: start).length) == .upper, text.scalar(before: start).kind != .upper {
                continue
            }
            return start
        }
        return nil
    }

    private func isCapitalised(from index: Int) -> Bool { text.kind(at: index) == .upper }

    /// Where the scalars of a key's suffix start in the piece: keys and pieces have the same number of scalars from the end.
    private func byte(ofKeySuffix suffix: String, in piece: Piece) -> Int {
        var index = piece.end
        for _ in suffix.unicodeScalars where index > piece.start { index -= text.scalar(before: index).length }
        return index
    }

    /// Appends the word itself, with its period where it is an abbreviation, with its parts where it stands for several.
    private func appendWhole(_ piece: Piece, _ key: String, into out: inout [Piece]) -> Int {
        var piece = piece
        let next = text.scalar(at: piece.end)
        if next.kind == .period, text.kind(at: piece.end + 1) != .period {
            piece.abbreviation = abbreviation(piece, key)
            if piece.abbreviation != nil { piece.end += 1 }
        }
        if let number = rules.parts[key] {
            let parts = rules.partLists[number]
            if parts.joined() == key { return appendSpelled(piece, parts, into: &out) }
            piece.parts = number
        }
        out.append(piece)
        return piece.end
    }

    /// Whether a word before a period is an abbreviation, and then whether it may end a sentence.
    private func abbreviation(_ piece: Piece, _ key: String) -> Bool? {
        let spelling = String(decoding: text.bytes[piece.start..<piece.end], as: UTF8.self)
        if let place = rules.abbreviations[spelling] ?? rules.abbreviations[key] {
            return place == .number ? (isBeforeNumber(piece.end + 1) ? false : nil) : place == .anywhere
        }
        guard scanner.isSingleLetter(before: piece.end, from: piece.start) else { return nil }
        let letter = text.scalar(before: piece.end)
        let isAcronym = letter.length < piece.end - piece.start
        return isAcronym || letter.kind == .upper ? isAcronym : nil
    }

    private func isBeforeNumber(_ index: Int) -> Bool {
        let next = text.scalar(at: index)
        return text.kind(at: next.kind == .blank ? index + next.length : index) == .digit
    }

    /// Parts whose letters stand in the text, one after the other, get their own bytes: `can` and `not`.
    private func appendSpelled(_ piece: Piece, _ parts: [String], into out: inout [Piece]) -> Int {
        var index = piece.start
        for part in parts {
            var end = index
            for _ in part.unicodeScalars { end += text.scalar(at: end).length }
            out.append(Piece(start: index, end: end, kind: .word, spaceBefore: piece.spaceBefore && index == piece.start))
            index = end
        }
        return index
    }

    func key(_ start: Int, _ end: Int) -> String { TokenRules.key(text.bytes[start..<end]) }
}
