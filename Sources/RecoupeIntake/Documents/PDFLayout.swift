// What pdftotext prints with -bbox-layout in, pages of blocks of lines with their places out. Its markup is rigid: an element a line.

/// The layout of a PDF.
struct PDFLayout {
    struct Line {
        var text: String
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double

        var height: Double { bottom - top }
    }

    struct Block {
        var lines: [Line] = []

        var left: Double { lines.map(\.left).min() ?? 0 }
        var right: Double { lines.map(\.right).max() ?? 0 }
    }

    struct Page {
        var height: Double
        var blocks: [Block] = []
    }

    private(set) var pages: [Page] = []

    init(_ output: [UInt8]) {
        let text = TextRepair().repair(String(decoding: output, as: UTF8.self)).text
        for row in text.split(separator: "\n") { take(row.drop { $0 == " " }) }
        for index in pages.indices {
            for block in pages[index].blocks.indices { pages[index].blocks[block].lines.removeAll { $0.text.isEmpty } }
            pages[index].blocks.removeAll { $0.lines.isEmpty }
        }
    }

    private mutating func take(_ row: Substring) {
        if row.hasPrefix("<page ") {
            pages.append(Page(height: Self.number("height", row)))
            return
        }
        guard let page = pages.indices.last else { return }
        if row.hasPrefix("<block ") {
            pages[page].blocks.append(Block())
            return
        }
        guard let block = pages[page].blocks.indices.last else { return }
        if row.hasPrefix("<line ") {
            pages[page].blocks[block].lines.append(
                Line(
                    text: "", left: Self.number("xMin", row), right: Self.number("xMax", row), top: Self.number("yMin", row),
                    bottom: Self.number("yMax", row)))
        } else if row.hasPrefix("<word "), let line = pages[page].blocks[block].lines.indices.last, let word = Self.word(row) {
            let joint = pages[page].blocks[block].lines[line].text.isEmpty ? "" : " "
            pages[page].blocks[block].lines[line].text += joint + word
        }
    }

    private static func number(_ name: String, _ row: Substring) -> Double {
        guard let start = row.firstRange(of: "\(name)=\"")?.upperBound else { return 0 }
        return Double(row[start...].prefix { $0 != "\"" }) ?? 0
    }

    private static func word(_ row: Substring) -> String? {
        guard let start = row.firstIndex(of: ">"), let end = row.firstRange(of: "</word>")?.lowerBound, start < end else { return nil }
        let text = row[row.index(after: start)..<end].replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&").trimmed
        return text.isEmpty ? nil : text
    }
}

extension Substring {
    fileprivate var trimmed: String { String(self).trimmed }
}
