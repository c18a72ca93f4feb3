// An analysis with its names, times and quotations in; the surface words of the article out, each with its classes, and cut into units:
// sentences that no quotation crosses. Inside a unit a quotation, a name and a time are one atom each, so that rules look at few things.
internal import Foundation
package import RecoupeModel
internal import RecoupeText

/// A surface word.
package struct Word: Sendable {
    /// Bytes of the article.
    package let bytes: Range<Int>
    /// Lower case, straight apostrophes and hyphens, accents kept.
    package let lower: String
    package let token: Int
    package let sentence: Int
    package let paragraph: Int
    package let classes: WordClasses
    package let isCapitalised: Bool
    /// Whether it holds no letter and no digit.
    package let isSign: Bool
}

/// What rules look at: a word, or a quotation, a name or a time as one thing.
package struct Atom: Sendable {
    package enum Kind: Sendable, Hashable {
        case word
        case quote(Int)
        case name(Int)
        case time(Int)
    }

    package let kind: Kind
    /// Indices into `WordText.words`.
    package let words: Range<Int>
    package let lower: String
    package let classes: WordClasses
    package let isSign: Bool

    package var isWord: Bool { kind == .word }

    package var quote: Int? { if case .quote(let index) = kind { index } else { nil } }
    package var name: Int? { if case .name(let index) = kind { index } else { nil } }
    package var time: Int? { if case .time(let index) = kind { index } else { nil } }

    package func has(_ wanted: WordClasses) -> Bool { !classes.isDisjoint(with: wanted) }
}

/// A sentence, widened so that it cuts no quotation.
package struct Unit: Sendable {
    package let atoms: [Atom]
    package let words: Range<Int>
    package let paragraph: Int
    package let sentence: Int
}

/// An article as words, quotations and units.
package struct WordText: Sendable {
    package let analysis: Analysis
    package let words: [Word]
    package let quotations: [Quotation]
    package let units: [Unit]
    package let names: [Name]
    package let times: [Time]
    /// Bytes of each name and each time.
    package let nameBytes: [Range<Int>]
    package let timeBytes: [Range<Int>]

    /// Without `quotations` their words are read like all others, and marks are signs.
    package init(
        _ analysis: Analysis, grammar: Grammar, lexicon: SpeechLexicon, names: [Name], times: [Time], quotations isQuoting: Bool = true
    ) {
        self.analysis = analysis
        self.names = names
        self.times = times
        nameBytes = names.map { analysis.byteRange($0.passage) }
        timeBytes = times.map { analysis.byteRange($0.passage) }
        let words = Self.words(of: analysis, grammar)
        self.words = words
        let finder = QuotationFinder(
            words: words, opensAttribution: { lexicon.opensAttribution($0, words) },
            attributionEnd: { lexicon.attributionEnd($0, words, limit: $1) })
        quotations = isQuoting ? finder.all() : []
        let spans = Spans(words: words, names: nameBytes, times: timeBytes)
        units = Units(words: words, quotations: quotations, spans: spans).all()
    }

    private static func words(of analysis: Analysis, _ grammar: Grammar) -> [Word] {
        var out: [Word] = []
        out.reserveCapacity(analysis.tokens.count)
        for (number, sentence) in analysis.sentences.enumerated() {
            for index in sentence.tokens where !analysis.tokens[index].isInner {
                let token = analysis.tokens[index]
                let surface = analysis.text(token.start..<token.end)
                let lower = lowered(surface)
                out.append(
                    Word(
                        bytes: token.start..<token.end, lower: lower, token: index, sentence: number, paragraph: sentence.paragraph,
                        classes: grammar.classes(of: lower), isCapitalised: surface.unicodeScalars.first?.properties.isUppercase == true,
                        isSign: !surface.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
                    ))
            }
        }
        return out
    }

    /// Lower case with straight apostrophes and hyphens; accents stay, for they part `a` from `à`.
    package static func lowered(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return folded(text) }
        var out = String.UnicodeScalarView()
        for scalar in text.lowercased().precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.value {
            case 0x2018, 0x2019, 0x2BC: out.append(scalar.value == 0x2018 ? scalar : "'")
            case 0x2010, 0x2011: out.append("-")
            case 0xAD: break
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// The bytes from the first to the last of some words.
    package func bytes(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return words[range.lowerBound].bytes.lowerBound..<words[range.upperBound - 1].bytes.upperBound
    }

    /// The bytes of some atoms of a unit.
    package func bytes(_ atoms: Range<Int>, of unit: Unit) -> Range<Int> {
        guard !atoms.isEmpty else { return 0..<0 }
        return bytes(unit.atoms[atoms.lowerBound].words.lowerBound..<unit.atoms[atoms.upperBound - 1].words.upperBound)
    }

    /// Whether the tree hangs some words on another as its object or attribute, so that they are no subject.
    func isGoverned(_ range: Range<Int>) -> Bool {
        let sentence = analysis.sentences[words[range.lowerBound].sentence].tokens
        let inside = words[range.lowerBound].token...words[range.upperBound - 1].token
        let top = inside.first { analysis.tokens[$0].head < 0 || !inside.contains(sentence.lowerBound + analysis.tokens[$0].head) }
        guard let relation = top.map({ analysis.tokens[$0].relation }) else { return false }
        return relation.hasPrefix("obl") || relation.hasPrefix("nmod") || relation.hasPrefix("obj") || relation.hasPrefix("iobj")
    }

    /// The words whose bytes start inside a range.
    package func words(in bytes: Range<Int>) -> Range<Int> {
        let first = words.partitionIndex { $0.bytes.lowerBound >= bytes.lowerBound }
        let last = words.partitionIndex { $0.bytes.lowerBound >= bytes.upperBound }
        return first..<max(first, last)
    }

    package func text(_ atoms: Range<Int>, of unit: Unit) -> String { analysis.text(bytes(atoms, of: unit)) }
}

extension RandomAccessCollection where Index == Int {
    /// The first index from which on a condition holds, where it holds for no element before and all after.
    func partitionIndex(_ isAfter: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
