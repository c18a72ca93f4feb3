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
    /// Asks for the copyright sign somewhere in the line.
    let needsRights: Bool

    /// The first word, where it is one and no sign.
    var first: String? { words.first.flatMap { $0 == "*" || $0 == "#" || $0.hasSuffix("~") ? nil : $0 } }

    /// May stand elsewhere than at the beginning.
    var isFloating: Bool { place == .any || place == .end }

    /// Whether a line that begins with these words need be looked at: a pattern that begins with a number asks for a digit there.
    func mayStand(at words: [String]) -> Bool {
        guard self.words.first == "#", !isFloating else { return true }
        return words.first?.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    }

    private static let gap = 8

    func matches(_ line: LineWords) -> Bool {
        if needsRights && !line.hasRights { return false }
        return switch place {
        case .line: ends(line.words[...], at: line.words.count)
        case .start: prefixEnd(line.words[...], words[...], from: 0) != nil
        case .label: line.labels.contains { prefixEnd(line.words[...], words[...], from: 0) == $0 }
        case .end: (0..<max(line.words.count, 1)).contains { fits(line.words, from: $0) == line.words.count }
        case .any: (0..<max(line.words.count, 1)).contains { fits(line.words, from: $0) != nil }
        }
    }

    private func ends(_ line: ArraySlice<String>, at end: Int) -> Bool { prefixEnd(line, words[...], from: 0) == end }

    private func fits(_ line: [String], from start: Int) -> Int? { prefixEnd(line[...], words[...], from: start) }

    /// Where a match that begins at a word ends, or nothing.
    private func prefixEnd(_ line: ArraySlice<String>, _ pattern: ArraySlice<String>, from start: Int) -> Int? {
        guard let first = pattern.first else { return start }
        let rest = pattern.dropFirst()
        if first == "*" {
            for skip in 0...Self.gap where start + skip <= line.endIndex {
                if rest.isEmpty { return line.endIndex - start <= Self.gap ? line.endIndex : nil }
                if let end = prefixEnd(line, rest, from: start + skip) { return end }
            }
            return nil
        }
        guard start < line.endIndex, Self.equal(line[start], first) else { return nil }
        return prefixEnd(line, rest, from: start + 1)
    }

    private static func equal(_ word: String, _ pattern: String) -> Bool {
        if pattern == "#" { return word.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        if pattern.hasSuffix("~") { return word.hasPrefix(pattern.dropLast()) }
        return word == pattern
    }
}

/// A line as phrases see it: its folded words, and after how many of them a colon or, after a label of some weight, a dash stands.
struct LineWords {
    let words: [String]
    let labels: Set<Int>
    let hasRights: Bool

    init(_ block: Block) {
        words = block.words
        var labels: Set<Int> = []
        let signs = LineSigns(block.text)
        if signs.colon, let colon = block.text.firstIndex(of: ":") { labels.insert(foldedWords(block.text[..<colon]).count) }
        for dash in signs.dash ? [" – ", " — ", " - "] : [] {
            guard let range = block.text.firstRange(of: dash) else { continue }
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
