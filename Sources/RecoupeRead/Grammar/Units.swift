// Words, quotations and the spans of names and times in, units of atoms out. A sentence border inside a quotation is none; a name or a
// time that a quotation's mark cuts is left as words.
internal import RecoupeModel

/// Which words a name or a time covers.
struct Spans {
    /// For each word the kind of the span that starts there, and its end.
    private(set) var starts: [Int: (kind: Atom.Kind, end: Int)] = [:]

    init(words: [Word], names: [Range<Int>], times: [Range<Int>]) {
        var at: [Int: Int] = [:]
        for (index, word) in words.enumerated() { at[word.bytes.lowerBound] = index }
        for (index, bytes) in times.enumerated() { add(.time(index), bytes, words, at) }
        for (index, bytes) in names.enumerated() { add(.name(index), bytes, words, at) }
    }

    private mutating func add(_ kind: Atom.Kind, _ bytes: Range<Int>, _ words: [Word], _ at: [Int: Int]) {
        guard let first = at[bytes.lowerBound] else { return }
        var end = first
        while end < words.count, words[end].bytes.upperBound <= bytes.upperBound { end += 1 }
        if end > first, starts[first].map({ $0.end < end }) ?? true { starts[first] = (kind, end) }
    }
}

/// Makes the units.
struct Units {
    let words: [Word]
    let quotations: [Quotation]
    let spans: Spans

    func all() -> [Unit] {
        var out: [Unit] = []
        var start = 0
        var quote = 0
        for index in words.indices {
            while quote < quotations.count, quotations[quote].words.upperBound <= index { quote += 1 }
            let inside = quote < quotations.count && quotations[quote].words.lowerBound < index
            if index > start, isBorder(index, inside: inside) {
                out.append(unit(start..<index))
                start = index
            }
        }
        if start < words.count { out.append(unit(start..<words.count)) }
        return out
    }

    private func isBorder(_ index: Int, inside: Bool) -> Bool {
        let word = words[index]
        let before = words[index - 1]
        if inside { return false }
        if word.paragraph != before.paragraph { return true }
        guard word.sentence != before.sentence else { return false }
        return word.lower != "," && word.lower != ":"
    }

    private func unit(_ range: Range<Int>) -> Unit {
        var atoms: [Atom] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let (kind, end) = piece(at: index, in: range)
            let word = words[index]
            let single = kind == .word
            atoms.append(
                Atom(
                    kind: kind, words: index..<end, lower: single ? word.lower : "", classes: single ? word.classes : [],
                    isSign: single && word.isSign
                ))
            index = end
        }
        return Unit(atoms: atoms, words: range, paragraph: words[range.lowerBound].paragraph, sentence: words[range.lowerBound].sentence)
    }

    private func piece(at index: Int, in range: Range<Int>) -> (Atom.Kind, Int) {
        if let number = quotation(startingAt: index) { return (.quote(number), min(quotations[number].words.upperBound, range.upperBound)) }
        guard let span = spans.starts[index], span.end <= range.upperBound, !cuts(index..<span.end) else { return (.word, index + 1) }
        return (span.kind, span.end)
    }

    private func quotation(startingAt index: Int) -> Int? {
        var low = 0
        var high = quotations.count
        while low < high {
            let middle = (low + high) / 2
            if quotations[middle].words.lowerBound < index { low = middle + 1 } else { high = middle }
        }
        return low < quotations.count && quotations[low].words.lowerBound == index ? low : nil
    }

    private func cuts(_ range: Range<Int>) -> Bool {
        range.dropFirst().contains { quotation(startingAt: $0) != nil }
    }
}
