// The words of an article in, its quotations out: what stands between two marks of whatever kind («», “”, "", ‘’). Marks that do not
// close where they should are read as the author meant: to the next attribution, the next opening mark or the paragraph's end.

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
struct QuotationFinder {
    let words: [Word]
    /// Whether the word after a comma opens an attribution (`, a déclaré`).
    let opensAttribution: (Int) -> Bool
    /// Where an attribution ends that starts at a word inside quotation marks, before a limit.
    let attributionEnd: (Int, Int) -> Int?

    private enum Tuning {
        /// How many paragraphs a quotation may go on over.
        static let paragraphs = 3
        /// Words at least before an attribution inside quotation marks.
        static let beforeAttribution = 2
    }

    private enum Mark { case open, close, straight }

    func all() -> [Quotation] {
        var out: [Quotation] = []
        var stack: [Int] = []
        var index = 0
        while index < words.count {
            if let first = stack.first, words[index].paragraph != words[index - 1].paragraph, !closesLater(index, from: first) {
                let quotation = unclosed(first, before: index)
                out.append(quotation)
                stack = []
                index = quotation.words.upperBound
                continue
            }
            if words[index].isSign, let mark = Self.mark(words[index].lower) {
                if let restart = step(index, mark, &stack, &out) {
                    index = restart
                    continue
                }
            }
            index += 1
        }
        if let first = stack.first { out.append(unclosed(first, before: words.count)) }
        let pieces = out.flatMap { parted($0) }
        return (pieces + single(besides: out)).filter { !$0.inner.isEmpty }.sorted { $0.words.lowerBound < $1.words.lowerBound }
    }

    /// A quotation inside whose marks the writer attributes it (`"We won, said the mayor. It is over."`), without that attribution.
    private func parted(_ quotation: Quotation) -> [Quotation] {
        guard quotation.isClosed else { return [quotation] }
        var out: [Quotation] = []
        var start = quotation.words.lowerBound
        var first = quotation.inner.lowerBound
        var index = first + Tuning.beforeAttribution
        while index + 1 < quotation.inner.upperBound {
            if words[index].lower == ",", let end = attributionEnd(index + 1, quotation.inner.upperBound) {
                out.append(Quotation(words: start..<index, inner: first..<index, isClosed: true))
                start = min(end + 1, quotation.inner.upperBound)
                first = start
                index = first + Tuning.beforeAttribution
            } else {
                index += 1
            }
        }
        if first < quotation.inner.upperBound {
            out.append(Quotation(words: start..<quotation.words.upperBound, inner: first..<quotation.inner.upperBound, isClosed: true))
        }
        return out
    }

    /// Takes one mark; gives the word to go on at where a quotation was cut before it.
    private func step(_ index: Int, _ mark: Mark, _ stack: inout [Int], _ out: inout [Quotation]) -> Int? {
        switch mark {
        case .open: stack.append(index)
        case .straight where stack.isEmpty: stack.append(index)
        case .straight where looksOpen(index) && words[stack[0]].lower == words[index].lower && index > stack[0] + 1:
            let quotation = unclosed(stack[0], before: index)
            out.append(quotation)
            stack = []
            return quotation.words.upperBound
        case .close, .straight: close(index, &stack, &out)
        }
        return nil
    }

    private func looksOpen(_ index: Int) -> Bool {
        guard gap(before: index), !gap(before: index + 1) else { return false }
        return !words[index + 1].isSign || Self.mark(words[index + 1].lower) != nil || words[index + 1].lower.first == "("
            || words[index + 1].lower == "#"
    }

    private func gap(before index: Int) -> Bool {
        guard index > 0, index < words.count else { return true }
        return words[index - 1].bytes.upperBound < words[index].bytes.lowerBound
    }

    /// Whether the next mark after a paragraph's end closes the quotation that is open.
    private func closesLater(_ index: Int, from first: Int) -> Bool {
        guard words[index].paragraph - words[first].paragraph <= Tuning.paragraphs,
            let next = (index..<words.count).first(where: { words[$0].isSign && Self.mark(words[$0].lower) != nil }),
            next > index, words[next].paragraph - words[first].paragraph <= Tuning.paragraphs
        else { return false }
        switch Self.mark(words[next].lower) {
        case .close: return true
        case .straight: return !gap(before: next) && (gap(before: next + 1) || (next + 1 < words.count && words[next + 1].isSign))
        default: return false
        }
    }

    /// Closes the innermost quotation that the mark can close.
    private func close(_ index: Int, _ stack: inout [Int], _ out: inout [Quotation]) {
        guard let first = stack.first else { return }
        let family = Self.family(words[index].lower)
        let depth = stack.lastIndex { Self.family(words[$0].lower) == family } ?? stack.count - 1
        stack.removeSubrange(depth...)
        if stack.isEmpty { out.append(Quotation(words: first..<(index + 1), inner: (first + 1)..<index, isClosed: true)) }
    }

    /// A quotation without closing mark: it ends before the comma of an attribution, else where it must.
    private func unclosed(_ first: Int, before end: Int) -> Quotation {
        var stop = end
        var index = first + 2
        while index + 1 < end {
            if words[index].lower == ",", opensAttribution(index + 1) {
                stop = index
                break
            }
            index += 1
        }
        return Quotation(words: first..<stop, inner: (first + 1)..<stop, isClosed: false)
    }

    /// Quotations in single marks, outside the others, inside one paragraph, both marks there.
    private func single(besides taken: [Quotation]) -> [Quotation] {
        var out: [Quotation] = []
        var open: Int?
        var next = 0
        for index in words.indices {
            while next < taken.count, taken[next].words.upperBound <= index { next += 1 }
            let inside = next < taken.count && taken[next].words.contains(index)
            if inside || (index > 0 && words[index].paragraph != words[index - 1].paragraph) { open = nil }
            guard !inside, words[index].isSign, ["‘", "’", "'"].contains(words[index].lower) else { continue }
            if looksOpen(index) {
                open = index
            } else if let first = open {
                out.append(Quotation(words: first..<(index + 1), inner: (first + 1)..<index, isClosed: true))
                open = nil
            }
        }
        return out
    }

    private static func mark(_ text: String) -> Mark? {
        switch text {
        case "«", "“", "„", "‹", "<<": .open
        case "»", "”", "›", ">>": .close
        case "\"", "''", "``", "＂": .straight
        default: nil
        }
    }

    private static func family(_ text: String) -> Int {
        switch text {
        case "«", "»", "<<", ">>", "‹", "›": 1
        default: 2
        }
    }
}
