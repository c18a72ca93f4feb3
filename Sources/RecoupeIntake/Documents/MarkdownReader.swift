// Markdown in (CommonMark, with the front matter that site generators put above it), its text out with the marks undone: headings and
// paragraphs as lines, links as their words, lists with a dash.
internal import RecoupeModel

/// Reads Markdown.
struct MarkdownReader {
    /// Whether a text has marks that plain text does not: a link with its address, headings, strong words, front matter.
    static func isMarkdown(_ text: String) -> Bool {
        let head = String(decoding: Array(text.utf8.prefix(32_768)), as: UTF8.self)
        let lines = head.split(separator: "\n", omittingEmptySubsequences: false)
        if frontMatter(lines).map({ $0.fields.count >= 2 }) ?? false { return true }
        var signs = 0
        if lines.contains(where: { level(of: $0) != nil }) { signs += 2 }
        if head.contains("](http") || head.contains("](/") { signs += 2 }
        if head.ranges(of: "**").count >= 2 { signs += 1 }
        if lines.contains(where: { $0.hasPrefix("> ") }) { signs += 1 }
        if lines.count(where: { $0.hasPrefix("* ") || $0.hasPrefix("- ") }) >= 2 { signs += 1 }
        return signs >= 2
    }

    func draft(_ text: String) -> Draft {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        var provenance = Provenance(format: "markdown")
        var url: String?
        var start = 0
        if let front = Self.frontMatter(lines) {
            start = front.end
            func field(_ names: String...) -> String? { names.lazy.compactMap { front.fields[$0] }.first { !$0.isEmpty } }
            provenance.title = field("title")
            provenance.authors = field("author", "authors", "byline").map { [$0] } ?? []
            provenance.published = field("published", "date", "pubdate")
            provenance.outlet = field("outlet", "publisher", "publication", "site")
            provenance.language = field("lang", "language")
            url = field("url", "link", "source", "canonical").flatMap { $0.hasPrefix("http") ? $0 : nil }
        }
        let (blocks, title) = blocks(lines[start...])
        provenance.title = provenance.title ?? title
        return Draft(content: .text(blocks.joined(separator: "\n\n")), url: url, provenance: provenance)
    }

    /// `---`, lines of `name: value`, `---`.
    private static func frontMatter(_ lines: [Substring]) -> (fields: [String: String], end: Int)? {
        guard lines.first?.trimmingEnd == "---", let end = lines.dropFirst().prefix(60).firstIndex(where: { $0.trimmingEnd == "---" })
        else {
            return nil
        }
        var fields: [String: String] = [:]
        for line in lines[1..<end] {
            guard let colon = line.firstIndex(of: ":"), line.first.map({ $0.isLetter }) == true else { continue }
            let value = String(line[line.index(after: colon)...]).trimmed
            let bare = value.count >= 2 && (value.first == "\"" || value.first == "'") && value.first == value.last
            fields[line[..<colon].lowercased().trimmed] = bare ? String(value.dropFirst().dropLast()) : value
        }
        return fields.isEmpty ? nil : (fields, end + 1)
    }

    private static func level(of line: Substring) -> Int? {
        let marks = line.prefix { $0 == "#" }.count
        guard (1...6).contains(marks), line.dropFirst(marks).first == " ", line.count > marks + 2 else { return nil }
        return marks
    }

    // MARK: Blocks

    private func blocks(_ lines: ArraySlice<Substring>) -> (blocks: [String], title: String?) {
        var out: [String] = []
        var title: String?
        var current = ""
        var isCode = false
        func end() {
            let text = MarkdownLine.plain(current).trimmed
            if !text.isEmpty { out.append(text) }
            current = ""
        }
        for line in lines {
            let content = Self.withoutQuote(line)
            if content.hasPrefix("```") || content.hasPrefix("~~~") {
                end()
                isCode.toggle()
            } else if isCode || content.isEmpty || Self.isRule(content) || Self.isDefinition(content) {
                if Self.isUnderline(content), !current.isEmpty, title == nil { title = MarkdownLine.plain(current).trimmed }
                end()
            } else if let level = Self.level(of: content) {
                end()
                current = String(content.dropFirst(level).prefix { _ in true }).trimmed
                while current.last == "#" { current.removeLast() }
                if level == 1, title == nil { title = MarkdownLine.plain(current).trimmed }
                end()
            } else if let item = Self.item(content) {
                end()
                current = "- " + item
            } else if content.first == "|" {
                end()
                current = content.split(separator: "|").map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: " | ")
                end()
            } else {
                // Two blanks at the end break the line.
                current += (current.isEmpty ? "" : current.hasSuffix("  ") ? "\n" : " ") + content
            }
        }
        end()
        return (out, title)
    }

    private static func withoutQuote(_ line: Substring) -> Substring {
        var rest = line.drop { $0 == " " || $0 == "\t" }
        while rest.first == ">" { rest = rest.dropFirst().drop { $0 == " " } }
        return rest.allSatisfy { $0.isWhitespace } ? "" : rest
    }

    private static func isRule(_ line: Substring) -> Bool {
        let marks = line.filter { $0 != " " && $0 != "|" && $0 != ":" }
        return marks.count >= 3 && ["-", "*", "_", "="].contains { mark in marks.allSatisfy { String($0) == mark } }
    }

    private static func isUnderline(_ line: Substring) -> Bool { line.count >= 3 && line.allSatisfy { $0 == "=" } }

    /// `[1]: https://…`, the address of a link elsewhere.
    private static func isDefinition(_ line: Substring) -> Bool {
        guard line.first == "[", let close = line.firstRange(of: "]: ") else { return false }
        let rest = line[close.upperBound...]
        return rest.hasPrefix("http") || rest.hasPrefix("<") || rest.hasPrefix("/")
    }

    private static func item(_ line: Substring) -> String? {
        for mark in ["- ", "* ", "+ ", "• "] where line.hasPrefix(mark) { return String(line.dropFirst(2)) }
        return nil
    }
}

extension Substring {
    fileprivate var trimmingEnd: Substring {
        var out = self
        while let last = out.last, last.isWhitespace { out = out.dropLast() }
        return out
    }
}
