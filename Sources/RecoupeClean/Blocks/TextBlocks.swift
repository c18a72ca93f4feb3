// Plain text in, blocks out: a line a block, except in text that was hard-wrapped, where only an empty line ends a paragraph.

/// Parts plain text into blocks.
struct TextBlocks {
    func blocks(of text: String) -> [Block] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { collapsed($0) }
        let parts = isWrapped(lines) ? unwrapped(lines) : lines.filter { !$0.isEmpty }
        return parts.map { Block($0, kind: Self.isItem($0) ? .item : .paragraph) }
    }

    private static func isItem(_ line: String) -> Bool { ["- ", "• ", "* ", "– "].contains { line.hasPrefix($0) } }

    /// Hard-wrapped: paragraphs of several lines, whose lines but the last are about as long as one another.
    private func isWrapped(_ lines: [String]) -> Bool {
        var inner: [Int] = []
        var broken = 0
        for (line, next) in zip(lines, lines.dropFirst()) where !line.isEmpty && !next.isEmpty {
            inner.append(line.unicodeScalars.count)
            if !Block(line).endsSentence { broken += 1 }
        }
        guard inner.count >= Tuning.wrappedLines, broken * 2 > inner.count else { return false }
        inner.sort()
        let (middle, top) = (inner[inner.count / 2], inner[inner.count * 9 / 10])
        return top <= Tuning.wrappedWidth && middle * 10 >= top * 7
    }

    private func unwrapped(_ lines: [String]) -> [String] {
        var out: [String] = []
        var current = ""
        for line in lines + [""] {
            if line.isEmpty || Self.isItem(line) {
                if !current.isEmpty { out.append(current) }
                current = line
            } else {
                join(line, to: &current)
            }
        }
        return out
    }

    /// Two lines as one; a word parted by a hyphen at the line's end is put together where the rest begins in lower case.
    private func join(_ b: String, to a: inout String) {
        let beforeHyphen = a.unicodeScalars.reversed().dropFirst().first
        if a.last == "-", beforeHyphen?.properties.isLowercase == true, b.unicodeScalars.first?.properties.isLowercase == true {
            a.removeLast()
        } else if !a.isEmpty {
            a += " "
        }
        a += b
    }
}
