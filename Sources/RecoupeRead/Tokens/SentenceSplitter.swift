// Pieces of a text in, sentences out: runs of pieces inside one paragraph. A sentence ends at `.`, `?`, `!`, `…` with the closing signs
// after it where what follows looks like a beginning; a period of an abbreviation ends one only before a word that opens sentences.

/// Finds where sentences end.
struct SentenceSplitter {
    let text: ScalarText
    let rules: TokenRules

    /// The sentences as ranges of pieces, in order, none empty, none across paragraphs.
    func sentences(_ pieces: [Piece]) -> [Range<Int>] {
        var out: [Range<Int>] = []
        var start = 0
        var index = 0
        // The piece after a run of closing signs that begins no sentence: no sign of the run needs a look at it again.
        var goesOn = 0
        while index < pieces.count {
            if pieces[index].kind != .sign, pieces[index].abbreviation == nil, !isLast(index, pieces) {
                index += 1
                continue
            }
            if index < goesOn, !isLast(index, pieces), pieces[index].abbreviation == nil {
                index += 1
                continue
            }
            if let end = closing(after: index, from: start, pieces, &goesOn) {
                out.append(start..<end)
                start = end
                index = end
            } else {
                index += 1
            }
        }
        return out
    }

    /// Where the sentence ends whose last word or sign may be this piece, or nothing where it goes on.
    private func closing(after index: Int, from start: Int, _ pieces: [Piece], _ goesOn: inout Int) -> Int? {
        let piece = pieces[index]
        if isLast(index, pieces) { return index + 1 }
        guard isTerminal(piece) || piece.abbreviation != nil else { return nil }
        var end = index + 1
        while end < pieces.count, pieces[end].paragraph == piece.paragraph, isCloser(end, pieces) { end += 1 }
        guard end < pieces.count, pieces[end].paragraph == piece.paragraph else { return end }
        if piece.abbreviation != nil { return endsAfterAbbreviation(index, next: end, from: start, pieces) ? end : nil }
        if isListNumber(index, from: start, pieces) { return nil }
        if isBeginning(end, pieces) { return end }
        goesOn = end
        return nil
    }

    private func isLast(_ index: Int, _ pieces: [Piece]) -> Bool {
        index + 1 == pieces.count || pieces[index + 1].paragraph != pieces[index].paragraph
    }

    private func isTerminal(_ piece: Piece) -> Bool {
        guard piece.kind == .sign else { return false }
        switch text.kind(at: piece.start) {
        case .period, .terminal, .ellipsis: return true
        default: return false
        }
    }

    /// Closing quotation marks and brackets, further points; a straight mark closes where no blank parts it from what it closes.
    private func isCloser(_ index: Int, _ pieces: [Piece]) -> Bool {
        let piece = pieces[index]
        guard piece.kind == .sign else { return false }
        switch text.kind(at: piece.start) {
        case .closer, .terminal, .ellipsis: return true
        case .period: return !piece.spaceBefore
        case .quote, .apostrophe: return !piece.spaceBefore && (isLast(index, pieces) || pieces[index + 1].spaceBefore)
        default: return false
        }
    }

    /// `1.` at the head of a list item.
    private func isListNumber(_ index: Int, from start: Int, _ pieces: [Piece]) -> Bool {
        index == start + 1 && pieces[start].kind == .number && text.kind(at: pieces[index].start) == .period
    }

    private func endsAfterAbbreviation(_ index: Int, next: Int, from start: Int, _ pieces: [Piece]) -> Bool {
        guard next > index + 1 || pieces[index].abbreviation == true || isLoneLetter(index, from: start, pieces) else { return false }
        if next > index + 1 { return isBeginning(next, pieces) && text.kind(at: pieces[next].start) != .digit }
        return text.kind(at: pieces[next].start) == .upper && opensSentences(pieces[next])
            || (isOpening(next, pieces) && pieces[index].abbreviation == true)
    }

    /// `vitamine C.`, not `Michael R.`: a letter after a word in lower case.
    private func isLoneLetter(_ index: Int, from start: Int, _ pieces: [Piece]) -> Bool {
        guard index > start, !isListed(pieces[index]) else { return false }
        return text.kind(at: pieces[index - 1].start) == .lower
    }

    private func isListed(_ piece: Piece) -> Bool {
        let spelling = String(decoding: text.bytes[piece.start..<(piece.end - 1)], as: UTF8.self)
        return rules.abbreviations[spelling] != nil || rules.abbreviations[key(piece, dropping: 1)] != nil
    }

    private func opensSentences(_ piece: Piece) -> Bool { rules.starters.contains(key(piece, dropping: 0)) }

    private func isBeginning(_ index: Int, _ pieces: [Piece]) -> Bool {
        guard pieces[index].spaceBefore || isOpening(index, pieces) || text.kind(at: pieces[index].start) == .upper else { return false }
        switch text.kind(at: pieces[index].start) {
        case .upper, .letter, .digit, .hyphen: return true
        case .other: return true
        default: return isOpening(index, pieces)
        }
    }

    /// An opening sign, before something that could begin a sentence.
    private func isOpening(_ index: Int, _ pieces: [Piece]) -> Bool {
        let kind = text.kind(at: pieces[index].start)
        guard pieces[index].kind == .sign, kind == .opener || kind == .quote || kind == .apostrophe, !isLast(index, pieces) else {
            return false
        }
        let next = text.kind(at: pieces[index + 1].start)
        return next != .lower && next != .closer
    }

    private func key(_ piece: Piece, dropping count: Int) -> String { TokenRules.key(text.bytes[piece.start..<(piece.end - count)]) }
}
