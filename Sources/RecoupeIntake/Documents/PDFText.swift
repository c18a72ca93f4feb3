// Pages of lines in, paragraphs out: what stands at the same edge of several pages is taken out, lines of a block are joined, words parted
// at a line's end are put together, and a paragraph that goes on in the next column or page is one.

/// The running text of a PDF.
struct PDFText {
    /// By shape, on pages of papers and agencies printed by browsers and typesetters.
    private enum Tuning {
        /// The share of a page at its top and bottom where headers and footers stand.
        static let edge = 0.12
        /// How much taller than the body's lines a title is.
        static let titleHeight = 1.25
        /// An indent, in line heights.
        static let indent = 0.6
        /// A line that ends this share of the width before the edge ends its paragraph.
        static let short = 0.15
    }

    private(set) var paragraphs: [String] = []
    /// The lines of the tallest letters on the first page, where they stand out.
    private(set) var title: String?
    private let compounds: Set<String>

    init(_ pages: [PDFLayout.Page]) {
        let pages = Self.withoutEdges(pages)
        compounds = Self.compounds(in: pages)
        let height = Self.commonHeight(pages)
        if let first = pages.first { title = Self.title(first, body: height) }
        for page in pages {
            for block in page.blocks { for paragraph in parts(of: block) { add(paragraph) } }
        }
    }

    // MARK: Edges

    /// Without the lines that stand at the edge of at least half of the pages, numbers aside, and without page numbers.
    private static func withoutEdges(_ pages: [PDFLayout.Page]) -> [PDFLayout.Page] {
        guard pages.count > 1 else { return pages }
        var counts: [String: Int] = [:]
        for page in pages {
            let shapes = page.blocks.flatMap(\.lines).filter { isAtEdge($0, page) }.map { shape($0.text) }
            for shape in Set(shapes) { counts[shape, default: 0] += 1 }
        }
        return pages.map { page in
            var kept = page
            kept.blocks = page.blocks.compactMap { block in
                let lines = block.lines.filter { line in
                    guard isAtEdge(line, page) else { return true }
                    let shape = shape(line.text)
                    return shape != "#" && (counts[shape, default: 0] < 2 || counts[shape, default: 0] * 2 < pages.count)
                }
                return lines.isEmpty ? nil : PDFLayout.Block(lines: lines)
            }
            return kept
        }
    }

    private static func isAtEdge(_ line: PDFLayout.Line, _ page: PDFLayout.Page) -> Bool {
        line.bottom < page.height * Tuning.edge || line.top > page.height * (1 - Tuning.edge)
    }

    /// Letters as they are, each number as one sign, other signs left out.
    private static func shape(_ text: String) -> String {
        var out = ""
        for character in text.lowercased() {
            if character.isNumber { if out.last != "#" { out.append("#") } } else if character.isLetter { out.append(character) }
        }
        return out
    }

    // MARK: Title

    private static func commonHeight(_ pages: [PDFLayout.Page]) -> Double {
        let lines = pages.flatMap(\.blocks).flatMap(\.lines)
        let weighted = lines.flatMap { line in Array(repeating: line.height, count: max(1, line.text.utf8.count / 20)) }.sorted()
        return weighted.isEmpty ? 0 : weighted[weighted.count / 2]
    }

    private static func title(_ page: PDFLayout.Page, body: Double) -> String? {
        let blocks = page.blocks.prefix(12)
        guard body > 0, let tallest = blocks.flatMap(\.lines).map(\.height).max(), tallest >= body * Tuning.titleHeight else { return nil }
        let lines = blocks.lazy.map { $0.lines.filter { $0.height >= tallest * 0.9 } }.first { !$0.isEmpty } ?? []
        let text = lines.map(\.text).joined(separator: " ")
        let words = text.split(separator: " ").count
        return (3...40).contains(words) ? text : nil
    }

    // MARK: Paragraphs

    private func parts(of block: PDFLayout.Block) -> [String] {
        var out: [String] = []
        var previous: PDFLayout.Line?
        for line in block.lines {
            if let previous, let last = out.indices.last, !isBreak(previous, line, block) {
                out[last] = joined(out[last], line.text)
            } else {
                out.append(line.text)
            }
            previous = line
        }
        return out
    }

    private func isBreak(_ a: PDFLayout.Line, _ b: PDFLayout.Line, _ block: PDFLayout.Block) -> Bool {
        if abs(a.height - b.height) > 0.2 * max(a.height, b.height) { return true }
        if b.top - a.bottom > 0.9 * a.height { return true }
        let width = block.right - block.left
        let isIndented = b.left - block.left > Tuning.indent * b.height && a.left - block.left < Tuning.indent * a.height
        let isShort = block.right - a.right > width * Tuning.short
        return Self.endsSentence(a.text) && (isIndented || isShort)
    }

    /// A paragraph that does not end a sentence goes on where the next begins in lower case.
    private mutating func add(_ paragraph: String) {
        let isTitle = title.map { paragraph == $0 } ?? false
        if let last = paragraphs.indices.last, !isTitle, paragraphs[last] != title, !Self.endsSentence(paragraphs[last]),
            paragraph.unicodeScalars.first?.properties.isLowercase == true
        {
            paragraphs[last] = joined(paragraphs[last], paragraph)
        } else {
            paragraphs.append(paragraph)
        }
    }

    private static func endsSentence(_ text: String) -> Bool {
        text.last { !"»”\"’)] ".contains($0) }.map { ".!?…:".contains($0) } ?? true
    }

    // MARK: Hyphens

    /// Words that the text writes with a hyphen inside a line.
    private static func compounds(in pages: [PDFLayout.Page]) -> Set<String> {
        var out: Set<String> = []
        for line in pages.flatMap(\.blocks).flatMap(\.lines) where line.text.contains("-") {
            for word in line.text.split(separator: " ") where word.contains("-") {
                out.insert(word.lowercased().filter { $0.isLetter || $0 == "-" })
            }
        }
        return out
    }

    private func joined(_ a: String, _ b: String) -> String {
        guard let mark = a.last, "-\u{AD}\u{2010}".contains(mark), b.unicodeScalars.first?.properties.isLowercase == true else {
            return a + " " + b
        }
        let before = a.dropLast()
        guard before.unicodeScalars.last?.properties.isAlphabetic == true else { return a + " " + b }
        let (head, tail) = (before.split(separator: " ").last ?? "", b.split(separator: " ").first ?? "")
        let word = (head + "-" + tail).lowercased().filter { $0.isLetter || $0 == "-" }
        return mark == "-" && compounds.contains(word) ? a + b : before + b
    }
}
