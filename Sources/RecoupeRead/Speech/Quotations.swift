// The words of an article in, its quotations out: what stands between two marks of whatever kind («», “”, "", ‘’). Marks that do not
// close where they should are read as the author meant: to the next opening mark or the paragraph's end.

/// Words between quotation marks.
package struct Quotation: Sendable, Hashable {
    /// Indices into `WordText.words`, marks included.
    package let words: Range<Int>
    /// The words between the marks.
    package let inner: Range<Int>
    /// Whether the closing mark stands there.
    package let isClosed: Bool
}

/// Finds quotations; those inside others are part of them.
enum Quotations {
    private enum Mark { case open, close, straight, single }

    static func find(in words: [Word]) -> [Quotation] {
        var out: [Quotation] = []
        var stack: [Int] = []
        var paragraph = -1
        for (index, word) in words.enumerated() {
            if word.paragraph != paragraph {
                if let first = stack.first { out.append(quotation(from: first, unclosedAt: index)) }
                stack = []
                paragraph = word.paragraph
            }
            guard word.isSign, let mark = mark(word.lower) else { continue }
            step(index, mark, words, &stack, &out)
        }
        if let first = stack.first { out.append(quotation(from: first, unclosedAt: words.count)) }
        return out.filter { !$0.inner.isEmpty }
    }

    private static func step(_ index: Int, _ mark: Mark, _ words: [Word], _ stack: inout [Int], _ out: inout [Quotation]) {
        let gapBefore = index == 0 || words[index - 1].bytes.upperBound < words[index].bytes.lowerBound
        let gapAfter = index + 1 >= words.count || words[index].bytes.upperBound < words[index + 1].bytes.lowerBound
        let looksOpen = gapBefore && !gapAfter
        switch mark {
        case .open: stack.append(index)
        case .single where stack.isEmpty && !looksOpen: break
        case .single where looksOpen: stack.append(index)
        case .straight where stack.isEmpty: stack.append(index)
        case .straight where looksOpen && words[stack[0]].lower == words[index].lower && index > stack[0] + 1:
            out.append(quotation(from: stack[0], unclosedAt: index))
            stack = [index]
        case .close, .straight, .single: close(index, words, &stack, &out)
        }
    }

    /// Closes the innermost quotation that the mark can close.
    private static func close(_ index: Int, _ words: [Word], _ stack: inout [Int], _ out: inout [Quotation]) {
        guard !stack.isEmpty else { return }
        let family = family(words[index].lower)
        let depth = stack.lastIndex { self.family(words[$0].lower) == family } ?? stack.count - 1
        if family == 3, depth > 0 || self.family(words[stack[0]].lower) != 3 {
            if self.family(words[stack[stack.count - 1]].lower) == 3 { stack.removeLast() }
            return
        }
        let first = stack[0]
        stack.removeSubrange(depth...)
        if stack.isEmpty { out.append(Quotation(words: first..<(index + 1), inner: (first + 1)..<index, isClosed: true)) }
    }

    private static func quotation(from first: Int, unclosedAt end: Int) -> Quotation {
        Quotation(words: first..<end, inner: (first + 1)..<end, isClosed: false)
    }

    private static func mark(_ text: String) -> Mark? {
        switch text {
        case "«", "“", "„", "‹", "<<": .open
        case "»", "”", "›", ">>": .close
        case "\"", "''", "``", "＂": .straight
        case "‘", "’", "'": .single
        default: nil
        }
    }

    private static func family(_ text: String) -> Int {
        switch text {
        case "«", "»", "<<", ">>", "‹", "›": 1
        case "‘", "’", "'": 3
        default: 2
        }
    }
}
