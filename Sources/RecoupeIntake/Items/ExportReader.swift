// A page exported from a press database in, its articles out: Europresse and Factiva, told by the classes and codes of their markup,
// which do not change with the language of the page.
internal import RecoupeModel

/// Reads exports of press databases.
struct ExportReader {
    /// Whether markup may be such an export.
    static func isExport(_ bytes: [UInt8]) -> Bool {
        if ByteSearch.holds(["DocPublicationName", "titreArticle"], in: bytes) { return true }
        return ByteSearch.holds(["articleParagraph"], in: bytes) && holdsArticleClass(bytes)
    }

    /// Whether a word of two small letters and `Article` stands between blanks or quotation marks.
    private static func holdsArticleClass(_ bytes: [UInt8]) -> Bool {
        let word = Array("Article".utf8)
        func isBound(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x22 || byte == 0x27 }
        return bytes.withUnsafeBytes { raw in
            var index = 3
            while let found = ByteSearch.first(word, in: raw, from: index) {
                index = found + word.count
                let letters = raw[(found - 2)..<found]
                if index < raw.count, isBound(raw[index]), isBound(raw[found - 3]), letters.allSatisfy({ (0x61...0x7A).contains($0) }) {
                    return true
                }
            }
            return false
        }
    }

    func items(in tree: MarkupTree) -> [Item] {
        let root = XMLElement(tree: tree, index: 0)
        let europresse = root.below("article").filter { $0.marked("DocPublicationName") != nil || $0.marked("titreArticle") != nil }
        if !europresse.isEmpty { return europresse.map { self.europresse($0) } }
        return root.below("div").filter { $0.isFactiva }.map { factiva($0) }
    }

    // MARK: Europresse

    private func europresse(_ article: XMLElement) -> Item {
        var item = Item(format: "europresse")
        item.title = article.marked("titreArticleVisu")?.line ?? article.marked("titreArticle")?.line
        // The name of the paper stands first, its edition and number after it.
        item.outlet = article.marked("DocPublicationName")?.lines.first.map { Self.name($0) }
        item.published = article.marked("DocHeader")?.line
        item.authors = article.marked("docAuthors")?.lines ?? article.marked("sm-margin-bottomNews")?.lines ?? []
        let body = article.marked("docOcurrContainer") ?? article.marked("DocText") ?? article.first("section")
        item.html = body.map { Fragment.html($0) }
        return item
    }

    private static func name(_ line: String) -> String { String(line.prefix { $0 != "," && $0 != "(" }).trimmed }

    // MARK: Factiva

    private func factiva(_ article: XMLElement) -> Item {
        var item = Item(format: "factiva")
        item.language = article.classes.lazy.filter { $0.hasSuffix("Article") }.map { String($0.dropLast(7)) }.first { $0.count == 2 }
        let paragraphs = article.below("p").filter { $0.classes.contains { $0.hasPrefix("articleParagraph") } }
        item.html = paragraphs.map { "<p>" + Fragment.html($0) + "</p>" }.joined()
        let rows = codes(article)
        if rows.isEmpty { head(article, &item) } else { coded(rows, &item) }
        return item
    }

    /// Two-letter codes and what stands beside them.
    private func codes(_ article: XMLElement) -> [String: XMLElement] {
        var out: [String: XMLElement] = [:]
        for row in article.below("tr") {
            let cells = row.elements.filter { $0.name == "td" || $0.name == "th" }
            guard cells.count >= 2, let code = cells[0].line, (2...3).contains(code.count), code == code.uppercased() else { continue }
            if out[code] == nil { out[code] = cells[1] }
        }
        return out
    }

    private func coded(_ rows: [String: XMLElement], _ item: inout Item) {
        item.title = rows["HD"]?.line
        item.authors = rows["BY"]?.line.map { [$0] } ?? []
        item.published = rows["PD"]?.line
        item.outlet = rows["SN"]?.line
    }

    /// Without codes: the headline, perhaps an author, then lines of words, day, time, source, in that order.
    private func head(_ article: XMLElement, _ item: inout Item) {
        let lines = article.elements.filter { $0.name == "div" }
        item.title = (lines.first { $0["id"] == "hd" } ?? article.marked("enHeadline"))?.line ?? lines.first?.line
        item.authors = article.marked("author")?.line.map { [$0] } ?? []
        let after = lines.drop { $0["id"] != "hd" }.dropFirst().filter { !$0.classes.contains("author") }.compactMap(\.line)
        guard let day = after.prefix(4).firstIndex(where: { Self.isDay($0) }) else { return }
        item.published = after[day]
        item.outlet = after[(day + 1)...].first { !$0.contains(":") }
    }

    /// A day and a year with a word between them.
    private static func isDay(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard (3...5).contains(words.count), let year = words.last.flatMap({ Int($0) }) else { return false }
        return (1900...2200).contains(year)
    }
}

extension XMLElement {
    fileprivate var classes: [String] { (self["class"] ?? "").split(separator: " ").map { String($0) } }

    fileprivate var isFactiva: Bool { classes.contains("article") && classes.contains { $0.count == 9 && $0.hasSuffix("Article") } }

    /// The first element below with a class.
    fileprivate func marked(_ name: String) -> XMLElement? {
        var stack = [index]
        while let next = stack.popLast() {
            let element = XMLElement(tree: tree, index: next)
            if next != index, !tree.nodes[next].isText, element.classes.contains(name) { return element }
            stack += tree.children(of: next).reversed()
        }
        return nil
    }

    /// The text with white space collapsed.
    fileprivate var line: String? {
        text.map { $0.split(whereSeparator: { $0.isWhitespace }).joined(separator: " ") }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The texts of its parts, each on a line of its own.
    fileprivate var lines: [String] {
        var out: [String] = []
        var stack = [index]
        while let next = stack.popLast() {
            let line = tree.text(of: next).split(whereSeparator: { $0.isWhitespace }).joined(separator: " ")
            if !line.isEmpty { out.append(line) }
            stack += tree.children(of: next).reversed()
        }
        return out
    }
}
