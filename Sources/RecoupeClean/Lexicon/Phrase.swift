// A pattern of folded words from a pack file: `*` stands for up to eight words, `#` for a number, the rest for itself.
internal import RecoupeText

/// A phrase of a language pack that marks a line as furniture.
struct Phrase: Sendable {
    /// Where in a line the phrase must stand: it is the line, or stands at its start, its end or anywhere; `label` is a start that a
    /// colon follows.
    enum Place: String, Sendable { case line, start, end, any, label }

    let kind: String
    let place: Place
    let words: [String]
    private let pattern: [Sign]
    /// Asks for the copyright sign somewhere in the line.
    let needsRights: Bool

    /// What stands at a place of the pattern.
    private enum Sign: Sendable {
        case gap, number
        case word(WordKey)
        case stem(String)
    }

    init(kind: String, place: Place, words: [String], needsRights: Bool) {
        (self.kind, self.place, self.words, self.needsRights) = (kind, place, words, needsRights)
        pattern = words.map { word in
            if word == "*" { return .gap }
            if word == "#" { return .number }
            return word.hasSuffix("~") ? .stem(String(word.dropLast())) : .word(WordKeys.key(word))
        }
    }

    /// The first word, where it is one and no sign.
    var first: String? { words.first.flatMap { $0 == "*" || $0 == "#" || $0.hasSuffix("~") ? nil : $0 } }

    /// The word that follows the first, where it is one and no sign; else 0.
    var second: WordKey {
        if pattern.count > 1, case .word(let key) = pattern[1] { key } else { 0 }
    }

    /// How many words a line may have that it stands in, from its own first on.
    var lengths: ClosedRange<Int32> {
        let fixed = pattern.count { if case .gap = $0 { false } else { true } }
        let ends = fixed == pattern.count && (place == .line || place == .end)
        return Int32(fixed)...(ends ? Int32(fixed) : .max)
    }

    /// May stand elsewhere than at the beginning.
    var isFloating: Bool { place == .any || place == .end }

    /// Whether only a line that begins with a number can be the phrase.
    var opensWithNumber: Bool { words.first == "#" && !isFloating }

    private static let gap = 8

    func matches(_ line: LineWords) -> Bool {
        if needsRights && !line.hasRights { return false }
        return switch place {
        case .line: end(line, 0, from: 0) == line.words.count
        case .start: end(line, 0, from: 0) != nil
        case .label: line.labels.contains { end(line, 0, from: 0) == $0 }
        case .end: (0..<max(line.words.count, 1)).contains { end(line, 0, from: $0) == line.words.count }
        case .any: (0..<max(line.words.count, 1)).contains { end(line, 0, from: $0) != nil }
        }
    }

    /// Where a match of the pattern from one of its places on ends that begins at a word, or nothing.
    private func end(_ line: LineWords, _ place: Int, from start: Int) -> Int? {
        guard place < pattern.count else { return start }
        if case .gap = pattern[place] {
            for skip in 0...Self.gap where start + skip <= line.words.count {
                if place + 1 == pattern.count { return line.words.count - start <= Self.gap ? line.words.count : nil }
                if let end = end(line, place + 1, from: start + skip) { return end }
            }
            return nil
        }
        guard start < line.words.count, Self.fits(pattern[place], line, start) else { return nil }
        return end(line, place + 1, from: start + 1)
    }

    private static func fits(_ sign: Sign, _ line: LineWords, _ index: Int) -> Bool {
        switch sign {
        case .gap: false
        case .number: line.words[index].utf8.allSatisfy { (0x30...0x39).contains($0) }
        case .word(let key): line.keys[index] == key
        case .stem(let stem): line.words[index].hasPrefix(stem)
        }
    }
}

/// A line as phrases see it: its folded words, and after how many of them a colon or, after a label of some weight, a dash stands.
struct LineWords {
    let words: [String]
    let keys: [WordKey]
    let labels: Set<Int>
    let hasRights: Bool

    init(_ block: Block) {
        (words, keys) = (block.words, block.keys)
        var labels: Set<Int> = []
        let signs = LineSigns(block.text)
        if signs.colon, let colon = block.text.firstIndex(of: ":") { labels.insert(foldedWords(block.text[..<colon]).count) }
        for dash in signs.dash ? [" – ", " — ", " - "] : [] {
            guard let range = block.text.place(of: dash) else { continue }
            let label = block.text[..<range.lowerBound]
            let count = foldedWords(label).count
            if count > 1 || label == label.uppercased() { labels.insert(count) }
        }
        self.labels = labels
        hasRights = signs.rights
    }
}

/// Which signs stand in a line, by one pass over its bytes.
private struct LineSigns {
    var colon = false
    /// A hyphen or dash after a blank.
    var dash = false
    var rights = false

    init(_ text: String) {
        var before: UInt8 = 0
        var last: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x3A: colon = true
            case 0x2D where last == 0x20: dash = true
            // The last bytes of en and em dashes, and of the sign of rights.
            case 0x93, 0x94: if last == 0x80, before == 0xE2 { dash = true }
            case 0xA9: if last == 0xC2 { rights = true }
            default: break
            }
            (before, last) = (last, byte)
        }
    }
}
