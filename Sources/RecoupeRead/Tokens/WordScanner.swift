// Bytes of a text in, its smallest pieces out: words with their inner points, hyphens and apostrophes, numbers, addresses, signs.
// One pass, left to right, deciding by classes of scalars alone; what a language knows of its words comes after (`WordSplitter`).

/// A run of bytes that is at most one surface word.
struct Piece {
    enum Kind { case word, number, address, sign }

    var start: Int
    var end: Int
    var kind: Kind
    var spaceBefore = false
    /// Number of the paragraph.
    var paragraph = 0
    /// Whether its last period may also end the sentence; nothing where it is no abbreviation.
    var abbreviation: Bool?
    /// Which of the rules' words it stands for, where there are several.
    var parts: Int?
}

/// Finds pieces.
struct WordScanner {
    /// No word is joined, and no number or address of mail looked for, over more bytes than this; it keeps time linear where nothing ends.
    private static let longest = 256

    let text: ScalarText

    /// The piece that starts at a byte which is not blank.
    func piece(at start: Int) -> Piece {
        let first = text.scalar(at: start)
        if let end = address(at: start, first) { return Piece(start: start, end: end, kind: .address) }
        if first.kind == .digit || startsSignedNumber(at: start, first) {
            return Piece(start: start, end: numberEnd(from: start + first.length), kind: .number)
        }
        if first.kind.isLetter { return word(from: start) }
        if (first.value == 0x23 || first.value == 0x40), text.kind(at: start + 1).isLetter {
            return Piece(start: start, end: tagEnd(from: start + 1), kind: .word)
        }
        return Piece(start: start, end: signEnd(from: start, first), kind: .sign)
    }

    // MARK: Words

    /// The longest run of letters and digits with single joiners inside: `sous-préfet`, `B.C.E`, `l'affaire`, `R&D`.
    private func word(from start: Int) -> Piece {
        var index = start
        while true {
            while text.kind(at: index).isWord { index += text.scalar(at: index).length }
            guard index - start < Self.longest, let next = joined(at: index, from: start) else { break }
            index = next
        }
        return Piece(start: start, end: index, kind: .word)
    }

    /// Where the word goes on after a joiner at `index`, or nothing where it ends there.
    private func joined(at index: Int, from start: Int) -> Int? {
        let joiner = text.scalar(at: index)
        let after = text.scalar(at: index + joiner.length)
        switch joiner.kind {
        case .apostrophe, .hyphen: return after.kind.isWord ? index + joiner.length : nil
        case .period: return joinedByPeriod(at: index, after, from: start)
        case .opener: return joiner.value == 0x28 ? joinedByBrackets(at: index) : nil
        case .other:
            let joins = joiner.value == 0x26 || joiner.value == 0x5F || joiner.value == 0xB7 || joiner.value == 0x2022
            return joins && after.kind.isWord && text.scalar(before: index).kind.isWord ? index + joiner.length : nil
        default: return nil
        }
    }

    /// `U.S`, `J.-P`, `exemple.org`; not `fin.Le`.
    private func joinedByPeriod(at index: Int, _ after: Scalar, from start: Int) -> Int? {
        let single = isSingleLetter(before: index, from: start)
        if single, after.kind == .hyphen, text.kind(at: index + 1 + after.length).isLetter { return index + 1 + after.length }
        if single, after.kind.isLetter, after.kind != .mark { return index + 1 }
        return after.kind == .lower && text.kind(at: index + 1 + after.length).isWord && index - start > 2 ? index + 1 : nil
    }

    /// An ending in brackets that belongs to the word: `élu(e)s`, `autre(s)`.
    private func joinedByBrackets(at index: Int) -> Int? {
        guard text.scalar(before: index).kind.isLetter else { return nil }
        var end = index + 1
        var letters = 0
        while text.kind(at: end).isLetter, letters < 3 {
            end += text.scalar(at: end).length
            letters += 1
        }
        return letters > 0 && letters < 3 && text.scalar(at: end).value == 0x29 ? end + 1 : nil
    }

    /// Whether one letter alone stands before a byte: the word's first, or after a joiner.
    func isSingleLetter(before index: Int, from start: Int) -> Bool {
        let letter = text.scalar(before: index)
        guard letter.kind.isLetter, index - letter.length >= start else { return false }
        return index - letter.length == start || !text.scalar(before: index - letter.length).kind.isWord
    }

    private func tagEnd(from start: Int) -> Int {
        var index = start
        while text.kind(at: index).isWord || text.scalar(at: index).value == 0x5F { index += text.scalar(at: index).length }
        return index
    }

    // MARK: Numbers

    private func startsSignedNumber(at start: Int, _ first: Scalar) -> Bool {
        let isSign = first.kind == .hyphen || first.value == 0x2B || first.value == 0x2212
        guard isSign, text.kind(at: start + first.length) == .digit else { return false }
        let before = text.scalar(before: start).kind
        return before.isBlank || before == .opener
    }

    /// `4,5`, `2.500`, `10:30`, `2006-08-07`, `1/10`, `10'000`, then letters: `1er`, `14h30` (which the language parts).
    private func numberEnd(from start: Int) -> Int {
        var index = start
        while true {
            while index - start < Self.longest, text.kind(at: index).isWord { index += text.scalar(at: index).length }
            guard index - start < Self.longest else { return index }
            let joiner = text.scalar(at: index)
            let after = text.kind(at: index + joiner.length)
            let isJoiner = joiner.kind == .period || joiner.kind == .hyphen || joiner.kind == .apostrophe
            let isSeparator = joiner.value == 0x2C || joiner.value == 0x3A || joiner.value == 0x2F
            let isCompound = joiner.kind == .hyphen && after.isLetter
            guard ((isJoiner || isSeparator) && after == .digit && text.scalar(before: index).kind == .digit) || isCompound else {
                return index
            }
            index += joiner.length
        }
    }

    // MARK: Addresses and signs

    /// The end of a web or mail address that starts here.
    private func address(at start: Int, _ first: Scalar) -> Int? {
        guard first.kind.isWord, text.scalar(before: start).kind.isWord == false else { return nil }
        let isWeb = begins("http://", at: start) || begins("https://", at: start) || begins("www.", at: start)
        guard isWeb || isMail(at: start) else { return nil }
        var end = start
        while !text.kind(at: end).isBlank, !isAddressEnd(text.scalar(at: end)) { end += text.scalar(at: end).length }
        while end > start, isTrailing(text.scalar(before: end)) { end -= text.scalar(before: end).length }
        return end > start ? end : nil
    }

    private func isAddressEnd(_ scalar: Scalar) -> Bool {
        scalar.kind == .quote || scalar.kind == .closer || (scalar.kind == .opener && scalar.value != 0x28) || scalar.value == 0x3E
            || scalar.value == 0x3C
    }

    private func isTrailing(_ scalar: Scalar) -> Bool {
        switch scalar.kind {
        case .period, .terminal, .ellipsis, .apostrophe: true
        default: scalar.value == 0x2C || scalar.value == 0x3A || scalar.value == 0x3B
        }
    }

    private func begins(_ prefix: StaticString, at start: Int) -> Bool {
        let count = prefix.utf8CodeUnitCount
        guard start + count <= text.bytes.count else { return false }
        for offset in 0..<count where text.bytes[start + offset] | 0x20 != prefix.utf8Start[offset] | 0x20 { return false }
        return true
    }

    /// `a.b-c@d.e`, ASCII alone.
    private func isMail(at start: Int) -> Bool {
        var index = start
        while index < text.bytes.count, index - start < Self.longest, isMailByte(text.bytes[index]) { index += 1 }
        guard index > start, index + 1 < text.bytes.count, text.bytes[index] == 0x40 else { return false }
        let host = index + 1
        index = host
        var hasPoint = false
        while index < text.bytes.count, index - host < Self.longest, isMailByte(text.bytes[index]) {
            if text.bytes[index] == 0x2E, index > host { hasPoint = true }
            index += 1
        }
        return hasPoint
    }

    private func isMailByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x2D, 0x5F, 0x2B: true
        default: false
        }
    }

    /// Signs stand alone, but for runs: `...`, `!?`, `--`, `====`, faces made of signs, and what Unicode joins to the sign before it.
    private func signEnd(from start: Int, _ first: Scalar) -> Int {
        var index = start + first.length
        if first.value == 0x2B, text.scalar(at: index).value == 0x2F, text.scalar(at: index + 1).value == 0x2D { return index + 2 }
        if let end = faceEnd(from: start, first) { return end }
        let isRule = first.kind == .other && first.value < 0x80 && first.value != 0x25
        while index < text.bytes.count {
            let next = text.scalar(at: index)
            let isRun =
                next.kind == first.kind && (first.kind == .period || first.kind == .terminal || first.kind == .hyphen)
                || isRule && next.value == first.value
            let isAttached = next.kind == .mark || (0x1F3FB...0x1F3FF).contains(next.value)
            guard isRun || (isAttached && first.kind == .other) || text.scalar(before: index).value == 0x200D else { break }
            if next.kind.isBlank { break }
            index += next.length
        }
        return index
    }

    /// The end of `:)`, `;-(`, `=D`: eyes after a blank, a nose perhaps, a mouth, and no letter after it.
    private func faceEnd(from start: Int, _ first: Scalar) -> Int? {
        guard first.value == 0x3A || first.value == 0x3B || first.value == 0x3D, text.scalar(before: start).kind.isBlank else { return nil }
        let hasNose = text.kind(at: start + 1) == .hyphen
        let mouth = text.scalar(at: start + (hasNose ? 2 : 1))
        let end = start + (hasNose ? 3 : 2)
        let isMouth = mouth.value == 0x29 || mouth.value == 0x28 || mouth.value == 0x44 || mouth.value == 0x50 || mouth.value == 0x70
        return isMouth && !text.kind(at: end).isWord ? end : nil
    }
}
